// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/position_text.h"

#include "core/base/text.h"

#include <QRegularExpression>

#include <cmath>
#include <span>
#include <utility>

namespace cuntu::ui {
namespace {

constexpr int k_cgcs2000 = 4490;
constexpr double k_zone_m = 1e6; ///< what a zone's number before the easting counts
constexpr double k_mostLatitude = 60;

std::optional<Point> transformed(Point position, const Crs &from, const Crs &to)
{
    auto transform = CrsTransform::create(from, to);
    if (!transform) {
        return std::nullopt;
    }
    transform->apply(std::span(&position, 1));
    return std::isfinite(position.x) && std::isfinite(position.y) ? std::optional(position) : std::nullopt;
}

/// "115°07′24.4″", rounded as a whole, so that there are no 60 seconds.
QString dms(double degrees)
{
    const qint64 tenths = std::llround(std::abs(degrees) * 36000);
    return QStringLiteral("%1°%2′%3″")
        .arg(tenths / 36000)
        .arg(tenths / 600 % 60, 2, 10, QLatin1Char('0'))
        .arg(static_cast<double>(tenths % 600) / 10, 4, 'f', 1, QLatin1Char('0'));
}

/// Marks and words of positions in one form: ° ' " and N S E W.
QString inOneForm(const QString &text)
{
    static const std::initializer_list<std::pair<const char16_t *, const char *>> words{
        {u"北纬", "N"}, {u"南纬", "S"}, {u"东经", "E"}, {u"西经", "W"}, {u"度", "°"},  {u"分", "'"},
        {u"秒", "\""},  {u"′′", "\""},  {u"″", "\""},   {u"”", "\""},   {u"''", "\""}, {u"′", "'"},
        {u"’", "'"},    {u"，", ","},   {u"、", ","},   {u"；", ","},   {u";", ","},   {u"º", "°"}};
    QString result = text.trimmed().toUpper();
    for (const auto &[word, mark] : words) {
        result.replace(QString::fromUtf16(word), QString::fromUtf8(mark));
    }
    static const QRegularExpression unit(QStringLiteral("\\s*M$"));
    return normalised(result.remove(unit)).toUpper();
}

/// One of two numbers, and what it says of itself.
struct Half {
    double value = 0;
    QChar direction; ///< N S E W; null: it does not say
};

/// The half in three captures before the number's parts and one behind them, from @p first on.
Half halfOf(const QRegularExpressionMatch &match, const QString &name)
{
    const auto number = [&](const char *part) { return match.captured(name + QString::fromLatin1(part)).toDouble(); };
    const double degrees = number("d");
    const double size = std::abs(degrees) + number("m") / 60 + number("s") / 3600;
    const QString before = match.captured(name + QLatin1Char('b'));
    const QString behind = match.captured(name + QLatin1Char('a'));
    Half half{std::signbit(degrees) ? -size : size, {}};
    if (!before.isEmpty() || !behind.isEmpty()) {
        half.direction = before.isEmpty() ? behind[0] : before[0];
    }
    if (half.direction == QLatin1Char('S') || half.direction == QLatin1Char('W')) {
        half.value = -half.value;
    }
    return half;
}

std::optional<std::pair<Half, Half>> halvesOf(const QString &text)
{
    // A letter before the number, or behind it: never both, else "N28 E115" would give the E to the first.
    static const auto half = [](const char *name) {
        return QStringLiteral("(?:(?<%1b>[NSEW])\\s*)?(?<%1d>-?\\d+(?:\\.\\d+)?)\\s*"
                              "(?:°\\s*(?:(?<%1m>\\d+(?:\\.\\d+)?)\\s*'\\s*(?:(?<%1s>\\d+(?:\\.\\d+)?)\\s*\"?)?)?)?"
                              "(?(<%1b>)|\\s*(?<%1a>[NSEW])?)")
            .arg(QString::fromLatin1(name));
    };
    static const QRegularExpression form(QStringLiteral("^\\s*%1\\s*[,\\s]\\s*%2\\s*$").arg(half("x"), half("y")));
    const QRegularExpressionMatch match = form.match(inOneForm(text));
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    return std::pair(halfOf(match, QStringLiteral("x")), halfOf(match, QStringLiteral("y")));
}

/// True where the first half is the latitude.
bool isLatitudeFirst(const Half &first, const Half &second)
{
    const auto isNorth = [](const Half &half) {
        return half.direction == QLatin1Char('N') || half.direction == QLatin1Char('S');
    };
    if (!first.direction.isNull() || !second.direction.isNull()) {
        return isNorth(first) || (first.direction.isNull() && !isNorth(second));
    }
    return std::abs(first.value) <= k_mostLatitude && std::abs(second.value) > k_mostLatitude;
}

std::optional<Point> fromDegrees(const Half &first, const Half &second, const Crs &crs)
{
    const auto [lon, lat] =
        isLatitudeFirst(first, second) ? std::pair(second.value, first.value) : std::pair(first.value, second.value);
    const auto cgcs2000 = Crs::fromEpsg(k_cgcs2000);
    if (std::abs(lat) > 90 || std::abs(lon) > 180 || !cgcs2000) {
        return std::nullopt;
    }
    return transformed({lon, lat}, *cgcs2000, crs);
}

Point fromMetres(double first, double second, Point near)
{
    const bool hasZone = std::max(first, second) >= 10 * k_zone_m;
    const bool firstIsEast = hasZone ? first > second : first < second;
    Point position = firstIsEast ? Point{first, second} : Point{second, first};
    position.x = std::fmod(position.x, k_zone_m) + std::floor(near.x / k_zone_m) * k_zone_m;
    return position;
}

} // namespace

QString projectedText(Point position)
{
    return QStringLiteral("%1, %2 m").arg(position.x, 0, 'f', 1).arg(position.y, 0, 'f', 1);
}

QString lonLatText(Point degrees)
{
    return QStringLiteral("%1°, %2°").arg(degrees.x, 0, 'f', 5).arg(degrees.y, 0, 'f', 5);
}

QString dmsText(Point degrees)
{
    return dms(degrees.x) + (degrees.x < 0 ? QLatin1Char('W') : QLatin1Char('E')) + QLatin1Char(' ') + dms(degrees.y) +
           (degrees.y < 0 ? QLatin1Char('S') : QLatin1Char('N'));
}

std::optional<Point> toLonLat(Point position, const Crs &crs)
{
    const auto target = Crs::fromEpsg(k_cgcs2000);
    return target && crs.isValid() ? transformed(position, crs, *target) : std::nullopt;
}

std::optional<Point> positionFromText(const QString &text, const Crs &crs, Point near)
{
    const auto halves = crs.isValid() ? halvesOf(text) : std::nullopt;
    if (!halves) {
        return std::nullopt;
    }
    const auto &[first, second] = *halves;
    if (std::abs(first.value) <= 180 && std::abs(second.value) <= 180) {
        return fromDegrees(first, second, crs);
    }
    if (crs.isGeographic() || !first.direction.isNull() || !second.direction.isNull()) {
        return std::nullopt;
    }
    return fromMetres(first.value, second.value, near);
}

} // namespace cuntu::ui
