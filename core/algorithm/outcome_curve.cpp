// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/outcome_curve.h"

#include "core/algorithm/unit.h"

namespace cuntu {

namespace {

QJsonObject jsonOf(const Text &text)
{
    return {{QStringLiteral("zh"), text.zh}, {QStringLiteral("en"), text.en}};
}

Text textFrom(const QJsonValue &json)
{
    return {json[QStringLiteral("zh")].toString(), json[QStringLiteral("en")].toString()};
}

QJsonObject axisToJson(const Text &name, const QString &unit)
{
    return {{QStringLiteral("name"), jsonOf(name)}, {QStringLiteral("unit"), unit}};
}

} // namespace

QJsonArray curvesToJson(const std::vector<OutcomeCurve> &curves)
{
    QJsonArray json;
    for (const OutcomeCurve &curve : curves) {
        QJsonArray points;
        for (const OutcomeCurve::Point &point : curve.points) {
            points.append(QJsonArray{point.x, point.y});
        }
        json.append(QJsonObject{{QStringLiteral("id"), curve.id},
                                {QStringLiteral("name"), jsonOf(curve.name)},
                                {QStringLiteral("x"), axisToJson(curve.xName, curve.xUnit)},
                                {QStringLiteral("y"), axisToJson(curve.yName, curve.yUnit)},
                                {QStringLiteral("points"), points}});
    }
    return json;
}

std::vector<OutcomeCurve> curvesFromJson(const QJsonArray &json)
{
    std::vector<OutcomeCurve> curves;
    for (const QJsonValue &each : json) {
        const QJsonValue x = each[QStringLiteral("x")];
        const QJsonValue y = each[QStringLiteral("y")];
        OutcomeCurve curve{each[QStringLiteral("id")].toString(),
                           textFrom(each[QStringLiteral("name")]),
                           textFrom(x[QStringLiteral("name")]),
                           x[QStringLiteral("unit")].toString(),
                           textFrom(y[QStringLiteral("name")]),
                           y[QStringLiteral("unit")].toString(),
                           {}};
        for (const QJsonValue &point : each[QStringLiteral("points")].toArray()) {
            curve.points.push_back({point[0].toDouble(), point[1].toDouble()});
        }
        if (!curve.id.isEmpty()) {
            curves.push_back(std::move(curve));
        }
    }
    return curves;
}

QString axisText(const Text &name, const QString &unit)
{
    return unit.isEmpty() ? name.toString() : QStringLiteral("%1 (%2)").arg(name.toString(), unitText(unit));
}

} // namespace cuntu
