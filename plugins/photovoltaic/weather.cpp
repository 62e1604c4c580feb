// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/photovoltaic/weather.h"

#include "core/base/text.h"

#include <QFile>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {

namespace {

constexpr double k_radians = std::numbers::pi / 180;
constexpr std::size_t k_yearHours = 8760;
constexpr int k_beijing_h = 8;

/// Erbs 1982: the diffuse share of a month's mean day by clearness @p kt and the sunset's hour angle.
double monthlyDiffuse(double kt, double sunset_deg)
{
    const double share = sunset_deg <= 81.4 ? 1.391 + kt * (-3.560 + kt * (4.189 - kt * 2.137))
                                            : 1.311 + kt * (-3.022 + kt * (3.427 - kt * 1.821));
    return std::clamp(share, 0.1, 1.0);
}

/// Shares of a day's light in an hour at hour angle @p hour: all of it, and the diffuse part.
struct HourShares {
    double global = 0;
    double diffuse = 0;
};

HourShares hourShares(double hour_deg, double sunset_deg)
{
    const double ws = sunset_deg * k_radians;
    const double cosine = std::cos(hour_deg * k_radians) - std::cos(ws);
    if (cosine <= 0) {
        return {};
    }
    const double diffuse = std::numbers::pi / 24 * cosine / (std::sin(ws) - ws * std::cos(ws));
    const double a = 0.409 + 0.5016 * std::sin(ws - 60 * k_radians);
    const double b = 0.6609 - 0.4767 * std::sin(ws - 60 * k_radians);
    return {(a + b * std::cos(hour_deg * k_radians)) * diffuse, diffuse};
}

double sunset_deg(double latitude, double declination)
{
    return std::acos(std::clamp(-std::tan(latitude * k_radians) * std::tan(declination * k_radians), -1.0, 1.0)) /
           k_radians;
}

double temperatureAt(const MonthClimate &month, int hour)
{
    constexpr double k_usualRange_K = 8;
    constexpr double k_warmest = 14;
    return (std::isnan(month.temperature_C) ? 15 : month.temperature_C) +
           (std::isnan(month.range_K) ? k_usualRange_K : month.range_K) / 2 *
               std::cos((hour - k_warmest) * std::numbers::pi / 12);
}

/// Puts hours that begin at @p zone's midnight into Beijing's order.
std::vector<WeatherHour> inBeijing(const std::vector<WeatherHour> &hours, int zone)
{
    std::vector<WeatherHour> moved(hours.size());
    for (std::size_t i = 0; i < hours.size(); ++i) {
        const int shift = k_beijing_h - zone;
        moved[static_cast<std::size_t>((static_cast<int>(i) + shift + static_cast<int>(hours.size()))) % hours.size()] =
            hours[i];
    }
    return moved;
}

Error badFile(const QString &path, const Text &what)
{
    return {ErrorCode::Invalid,
            Text{u"%1 不是典型气象年文件：%2"_s, u"%1 is no typical year: %2"_s}.toString().arg(path, what.toString()),
            {.file = path},
            Text{u"请用 PVGIS 的 TMY（CSV）或 TMY3 文件。"_s, u"Use PVGIS's TMY as CSV, or a TMY3 file."_s}.toString(),
            {},
            {}};
}

/// Numbers of the columns that are needed, in the order of WeatherHour.
std::optional<std::array<qsizetype, 5>> columnsOf(const QStringList &heading)
{
    const std::array<QStringList, 5> names{
        QStringList{u"G(h)"_s, u"GHI (W/m^2)"_s}, QStringList{u"Gb(n)"_s, u"DNI (W/m^2)"_s},
        QStringList{u"Gd(h)"_s, u"DHI (W/m^2)"_s}, QStringList{u"T2m"_s, u"Dry-bulb (C)"_s},
        QStringList{u"WS10m"_s, u"Wspd (m/s)"_s}};
    std::array<qsizetype, 5> columns{};
    for (std::size_t i = 0; i < names.size(); ++i) {
        columns[i] = std::max(heading.indexOf(names[i][0]), heading.indexOf(names[i][1]));
        if (columns[i] < 0) {
            return std::nullopt;
        }
    }
    return columns;
}

} // namespace

std::vector<WeatherHour> hoursOf(const Climate &climate, const SunPlace &place, const YearSun &sun)
{
    std::array<double, 12> days{};
    for (const int month : sun.month) {
        days[static_cast<std::size_t>(month)] += 1.0 / 24;
    }
    std::vector<WeatherHour> hours(sun.hours.size());
    std::array<double, 12> sums{};
    for (std::size_t i = 0; i < hours.size(); ++i) {
        const auto month = static_cast<std::size_t>(sun.month[i]);
        const SunPosition position = sunPosition(sun.hours[i], place);
        const double declination = sun.hours[i].declination_deg;
        const double ws = sunset_deg(place.latitude, declination);
        const double day_W = climate[month].ground_kWh_m2 * 1000 / days[month];
        const double outside_W =
            24 / std::numbers::pi * sun.extra[i] *
            (std::cos(place.latitude * k_radians) * std::cos(declination * k_radians) * std::sin(ws * k_radians) +
             ws * k_radians * std::sin(place.latitude * k_radians) * std::sin(declination * k_radians));
        const double hour_deg = position.hourAngle_deg > 180 ? position.hourAngle_deg - 360 : position.hourAngle_deg;
        const HourShares shares = hourShares(hour_deg, ws);
        const double diffuse = monthlyDiffuse(day_W / outside_W, ws);
        WeatherHour &hour = hours[i];
        if (position.elevation_deg > 0 && shares.global > 0) {
            const double sine = std::max(std::sin(position.elevation_deg * k_radians), 0.01745);
            hour.sky.global = shares.global * day_W;
            hour.sky.diffuse = std::min(hour.sky.global, shares.diffuse * day_W * diffuse);
            hour.sky.beam = std::min(sun.extra[i], (hour.sky.global - hour.sky.diffuse) / sine);
        }
        hour.temperature_C = temperatureAt(climate[month], static_cast<int>(i % 24));
        hour.wind_m_s = std::isnan(climate[month].wind_m_s) ? 2 : climate[month].wind_m_s;
        sums[month] += hour.sky.global / 1000;
    }
    for (std::size_t i = 0; i < hours.size(); ++i) { // the sums are exact
        const auto month = static_cast<std::size_t>(sun.month[i]);
        const double factor = sums[month] > 0 ? climate[month].ground_kWh_m2 / sums[month] : 0;
        hours[i].sky.global *= factor;
        hours[i].sky.beam *= factor;
        hours[i].sky.diffuse *= factor;
    }
    return hours;
}

std::vector<WeatherHour> clearHours(const SunPlace &place, const YearSun &sun, double turbidity)
{
    std::vector<WeatherHour> hours(sun.hours.size());
    for (std::size_t i = 0; i < hours.size(); ++i) {
        const SunPosition position = sunPosition(sun.hours[i], place);
        hours[i].sky = clearSky(position.apparent_deg, sun.extra[i], place.elevation_m, turbidity);
    }
    return hours;
}

Result<TypicalYear> readTypicalYear(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::NotFound,
                     Text{u"打不开 %1"_s, u"cannot open %1"_s}.toString().arg(path),
                     {.file = path},
                     {},
                     {},
                     {}};
    }
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    double minute = 30;
    int zone = 0;
    qsizetype at = 0;
    std::optional<std::array<qsizetype, 5>> columns;
    for (; at < lines.size() && !columns; ++at) {
        const QStringList cells = lines[at].trimmed().split(u',');
        columns = columnsOf(cells);
        if (lines[at].startsWith(u"Irradiance Time Offset"_s)) {
            minute = 60 * lines[at].section(u':', 1).toDouble();
        } else if (at == 0 && cells.size() >= 7) { // TMY3: station, name, state, zone, latitude, longitude, elevation
            zone = static_cast<int>(std::lround(cells[3].toDouble()));
        }
    }
    if (!columns) {
        return badFile(path, {u"缺少辐照列"_s, u"columns of irradiance are missing"_s});
    }
    TypicalYear year{{}, minute};
    for (; at < lines.size() && year.hours.size() < k_yearHours; ++at) {
        const QStringList cells = lines[at].trimmed().split(u',');
        if (cells.size() > *std::max_element(columns->begin(), columns->end())) {
            const auto number = [&](std::size_t i) { return cells[(*columns)[i]].toDouble(); };
            year.hours.push_back(
                {{std::max(0.0, number(0)), std::max(0.0, number(1)), std::max(0.0, number(2))}, number(3), number(4)});
        }
    }
    if (year.hours.size() != k_yearHours) {
        return badFile(path, {u"不足 8760 小时"_s, u"fewer than 8,760 hours"_s});
    }
    year.hours = inBeijing(year.hours, zone);
    return year;
}

} // namespace cuntu::photovoltaic
