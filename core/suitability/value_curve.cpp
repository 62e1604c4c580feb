// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/suitability/value_curve.h"

#include "core/base/text.h"

#include <QStringList>

#include <algorithm>
#include <cmath>

namespace cuntu {

namespace {

Error notACurve(const QString &text, const QString &why)
{
    return {
        ErrorCode::Invalid,
        Core::tr("'%1' is no curve of values: %2").arg(text, why),
        {},
        Core::tr("Write it as 'linear 0=1 15=0.6 25=0', 'sigmoid 1000 -200' (middle, spread) or 'classes 1=1 else=0'."),
        {},
        {}};
}

std::optional<double> finite(const QString &text)
{
    bool ok = false;
    const double number = text.toDouble(&ok);
    return ok && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

Result<ValueCurve> sigmoid(const QString &text, const QStringList &words)
{
    const auto middle = finite(words.value(1));
    const auto spread = finite(words.value(2));
    if (!middle || !spread || *spread == 0 || words.size() != 3) {
        return notACurve(text, Core::tr("a sigmoid has a middle and a spread that is not 0"));
    }
    ValueCurve curve;
    curve.kind = ValueCurve::Kind::Sigmoid;
    curve.middle = *middle;
    curve.spread = *spread;
    return curve;
}

/// The points of a curve, "x=value" each.
Result<void> readPoints(const QString &text, const QStringList &words, ValueCurve &curve)
{
    for (const QString &word : words.mid(1)) {
        const QStringList sides = word.split(QLatin1Char('='));
        const auto value = finite(sides.value(1));
        if (sides.size() != 2 || !value || *value < 0 || *value > 1) {
            return notACurve(text, Core::tr("'%1' gives no value from 0 to 1").arg(word));
        }
        if (curve.kind == ValueCurve::Kind::Classes && sides[0] == QStringLiteral("else")) {
            curve.otherwise = *value;
            continue;
        }
        const auto x = finite(sides[0]);
        if (!x) {
            return notACurve(text, Core::tr("'%1' is no number").arg(sides[0]));
        }
        if (!curve.points.empty() && *x <= curve.points.back().x) {
            return notACurve(text, Core::tr("%1 does not come after %2").arg(*x).arg(curve.points.back().x));
        }
        curve.points.push_back({*x, *value});
    }
    return curve.points.empty() ? Result<void>(notACurve(text, Core::tr("it has no points"))) : Result<void>();
}

double linearAt(const std::vector<ValueCurve::Point> &points, double x)
{
    const auto after = std::upper_bound(points.begin(), points.end(), x,
                                        [](double at, const ValueCurve::Point &point) { return at < point.x; });
    if (after == points.begin() || after == points.end()) {
        return after == points.begin() ? points.front().value : points.back().value;
    }
    const auto before = after - 1;
    return std::lerp(before->value, after->value, (x - before->x) / (after->x - before->x));
}

} // namespace

double ValueCurve::at(double x) const
{
    if (std::isnan(x)) {
        return x;
    }
    if (kind == Kind::Linear) {
        return linearAt(points, x);
    }
    if (kind == Kind::Sigmoid) {
        return 1 / (1 + std::exp(-(x - middle) / spread));
    }
    const auto found = std::find_if(points.begin(), points.end(), [x](const Point &point) { return point.x == x; });
    return found != points.end() ? found->value : otherwise;
}

std::pair<double, double> ValueCurve::span() const
{
    if (kind == Kind::Sigmoid) {
        return {middle - 5 * std::abs(spread), middle + 5 * std::abs(spread)};
    }
    const double width = std::max(points.back().x - points.front().x, 1.0);
    return {points.front().x - 0.1 * width, points.back().x + 0.1 * width};
}

Result<ValueCurve> ValueCurve::parse(const QString &text)
{
    const QStringList words = text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const QString kind = words.value(0).toLower();
    if (kind == QStringLiteral("sigmoid")) {
        return sigmoid(text, words);
    }
    if (kind != QStringLiteral("linear") && kind != QStringLiteral("classes")) {
        return notACurve(text, Core::tr("it begins with neither linear, sigmoid nor classes"));
    }
    ValueCurve curve;
    curve.kind = kind == QStringLiteral("linear") ? Kind::Linear : Kind::Classes;
    if (auto read = readPoints(text, words, curve); !read) {
        return read.error();
    }
    return curve;
}

QString ValueCurve::toString() const
{
    if (kind == Kind::Sigmoid) {
        return QStringLiteral("sigmoid %1 %2").arg(middle).arg(spread);
    }
    QString text = kind == Kind::Linear ? QStringLiteral("linear") : QStringLiteral("classes");
    for (const Point &point : points) {
        text += QStringLiteral(" %1=%2").arg(point.x).arg(point.value);
    }
    return kind == Kind::Linear ? text : text + QStringLiteral(" else=%1").arg(otherwise);
}

} // namespace cuntu
