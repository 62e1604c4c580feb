// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/photovoltaic/doubts.h"

#include "plugins/photovoltaic/declare.h"
#include "plugins/photovoltaic/words.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>
#include <span>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {

namespace {

constexpr double k_leastMonthHours = 20; // below it a month is too dark even for the Sichuan basin
constexpr double k_leastDayHours = 0.3;
constexpr double k_mostDayHours = 9;
constexpr double k_kilo = 1000;
constexpr std::size_t k_leastRun = 5;
constexpr double k_steepness = 0.7;

/// '+00:00', '-05:00'.
QString zoneText(double ahead_h)
{
    return u"%1%2:00"_s.arg(QChar(ahead_h < 0 ? u'-' : u'+'))
        .arg(static_cast<int>(std::abs(ahead_h)), 2, 10, QLatin1Char('0'));
}

/// kWh if the reading of a month or a day was in another unit, else not-a-number.
double inAnotherUnit(const Reading &reading, double kw)
{
    const bool isMonth = reading.period.kind == Period::Kind::Month;
    const bool isDay = reading.period.kind == Period::Kind::Day;
    if (!(kw > 0) || (!isMonth && !isDay)) {
        return std::nan("");
    }
    const double hours = reading.kwh / kw;
    const double least = isMonth ? k_leastMonthHours : k_leastDayHours;
    const double most = isMonth ? k_mostMonthHours : k_mostDayHours;
    const auto isUsual = [&](double each) { return each >= least && each <= most; };
    if (!isUsual(hours) && isUsual(hours / k_kilo)) {
        return reading.kwh / k_kilo; // Wh
    }
    return hours < least / 20 && isUsual(hours * k_kilo) ? reading.kwh * k_kilo : std::nan(""); // MWh
}

Doubt doubtOf(Doubt::Kind kind, const Reading &reading, double better = std::nan(""))
{
    return {kind, reading.row, reading.station, reading.period, reading.kwh, better, reading.row};
}

bool looksCumulated(std::span<const Reading> run, double kw)
{
    if (run.size() < k_leastRun || !(kw > 0)) {
        return false;
    }
    std::size_t beyond = 0;
    std::size_t plainSteps = 0;
    for (std::size_t i = 0; i < run.size(); ++i) {
        beyond += run[i].kwh / kw > k_mostMonthHours ? 1 : 0;
        plainSteps += i > 0 && (run[i].kwh - run[i - 1].kwh) / kw <= k_mostMonthHours ? 1 : 0;
    }
    const bool shows = 2 * beyond > run.size() && plainSteps == run.size() - 1;
    // The first month may be that of the connection, a part of a month.
    return shows || run.back().kwh >= k_steepness * static_cast<double>(run.size()) * run[1].kwh;
}

/// The monthly readings of one station, each period once, by month.
void lookAtMonths(const std::vector<Reading> &months, double kw, std::vector<Doubt> &doubts)
{
    std::size_t start = 0;
    const auto isOfAnotherUnit = [&](std::size_t i) { return !std::isnan(inAnotherUnit(months[i], kw)); };
    for (std::size_t i = 1; i <= months.size(); ++i) {
        const bool follows =
            i < months.size() && monthNumber(months[i].period.first) == monthNumber(months[i - 1].period.first) + 1;
        if (i < months.size() && !follows) {
            const int missing = monthNumber(months[i].period.first) - monthNumber(months[i - 1].period.first) - 1;
            doubts.push_back(doubtOf(Doubt::Kind::Gap, months[i], missing));
        }
        if (follows && months[i].kwh > months[i - 1].kwh && !isOfAnotherUnit(i) && !isOfAnotherUnit(i - 1)) {
            continue; // a month in Wh after others is no sum of them
        }
        const std::span run(months.data() + start, i - start);
        if (looksCumulated(run, kw)) {
            for (std::size_t k = 0; k < run.size(); ++k) {
                doubts.push_back(
                    doubtOf(Doubt::Kind::Cumulated, run[k], k == 0 ? std::nan("") : run[k].kwh - run[k - 1].kwh));
                doubts.back().run = run.front().row;
            }
        }
        start = i;
    }
}

/// The readings of one station's hours, or none: are they of another zone?
void lookAtHours(const std::vector<Reading> &hours, const SunPlace &place, std::vector<Doubt> &doubts)
{
    constexpr double k_beijing_deg = 120;
    constexpr double k_degreesOfHour = 15;
    constexpr int k_minutesOfHour = 60;
    constexpr int k_leastDays = 5;
    constexpr double k_farthest_h = 3;
    constexpr int k_beijing_h = 8;
    double kwh = 0;
    double sine = 0; // the mean time of day goes around the clock
    double cosine = 0;
    std::set<int> days;
    for (const Reading &hour : hours) {
        const double angle = 2 * std::numbers::pi * (hour.period.minute + k_minutesOfHour / 2.0) / (24 * 60);
        kwh += hour.kwh;
        sine += hour.kwh * std::sin(angle);
        cosine += hour.kwh * std::cos(angle);
        if (hour.kwh > 0) {
            days.insert(hour.period.first.number());
        }
    }
    if (static_cast<int>(days.size()) < k_leastDays || kwh <= 0) {
        return;
    }
    const double noon_h = 12 + (std::isnan(place.longitude) ? 0 : (k_beijing_deg - place.longitude) / k_degreesOfHour);
    const double middle_h = std::atan2(sine, cosine) * 12 / std::numbers::pi;
    const double late_h = std::remainder(noon_h - middle_h, 24);
    if (std::abs(late_h) < k_farthest_h) {
        return;
    }
    const double ahead_h = std::round(k_beijing_h - late_h);
    std::optional<std::uint32_t> first;
    for (const Reading &hour : hours) {
        if (!hour.period.namesZone) {
            first = first.value_or(hour.row);
            doubts.push_back(doubtOf(Doubt::Kind::Zone, hour, ahead_h));
            doubts.back().run = *first;
        }
    }
}

void lookAtMeters(const Readings &readings, const Stations &stations, std::vector<Doubt> &doubts)
{
    for (const MeterStep &step : meterSteps(readings)) {
        if (!isPossible(step, stations)) {
            const auto kind = step.kwh < 0 ? Doubt::Kind::MeterFell : Doubt::Kind::MeterJumped;
            const Period period{Period::Kind::Day, step.last, step.last};
            doubts.push_back({kind, step.row, step.station, period, step.after, step.before, step.row});
        }
    }
}

/// What is odd about one reading, which is the last of its period.
void lookAtOne(const Reading &reading, const Stations &stations, std::vector<Doubt> &doubts)
{
    const double kw = stations.kw[reading.station];
    const bool isMonth = reading.period.kind == Period::Kind::Month;
    const double better = inAnotherUnit(reading, kw);
    if (!std::isnan(better)) {
        doubts.push_back(doubtOf(Doubt::Kind::Unit, reading, better));
    }
    if (reading.kwh < 0) {
        doubts.push_back(doubtOf(Doubt::Kind::Negative, reading));
    } else if (isImpossible(reading, stations)) {
        doubts.push_back(doubtOf(Doubt::Kind::Impossible, reading));
    } else if (isMonth && reading.kwh > k_mostMonthHours * kw) {
        doubts.push_back(doubtOf(Doubt::Kind::Much, reading));
    }
}

} // namespace

std::vector<Doubt> doubtsOf(const Readings &readings, const Stations &stations, const std::vector<SunPlace> &places)
{
    std::vector<Doubt> doubts;
    std::vector<Reading> months;
    std::vector<Reading> hours;
    for (std::size_t i = 0; i < readings.all.size(); ++i) {
        const Reading &reading = readings.all[i];
        const bool last = i + 1 == readings.all.size();
        const bool ends = last || readings.all[i + 1].station != reading.station;
        if (!ends && readings.all[i + 1].period.isSame(reading.period)) {
            doubts.push_back(doubtOf(Doubt::Kind::Repeated, reading));
        } else {
            lookAtOne(reading, stations, doubts);
            if (reading.period.kind == Period::Kind::Month) {
                months.push_back(reading);
            } else if (reading.period.kind == Period::Kind::Hour) {
                hours.push_back(reading);
            }
        }
        if (ends) {
            lookAtMonths(months, stations.kw[reading.station], doubts);
            lookAtHours(hours, places[reading.station], doubts);
            months.clear();
            hours.clear();
        }
    }
    lookAtMeters(readings, stations, doubts);
    return doubts;
}

bool proposesItself(const Doubt &doubt)
{
    switch (doubt.kind) {
    case Doubt::Kind::Repeated:
    case Doubt::Kind::Unit:
    case Doubt::Kind::Cumulated:
    case Doubt::Kind::MeterFell:
    case Doubt::Kind::Zone:
        return true;
    case Doubt::Kind::Negative:
    case Doubt::Kind::Impossible:
    case Doubt::Kind::Much:
    case Doubt::Kind::MeterJumped:
    case Doubt::Kind::Gap:
        break;
    }
    return false;
}

CheckFix fixOf(const Doubt &doubt, const Readings &readings, const Stations &stations)
{
    CheckFix fix;
    fix.layer = id(k_readings);
    fix.feature = readings.layer->id(doubt.row);
    const QString which = stationName(*stations.layer, doubt.station);
    switch (doubt.kind) {
    case Doubt::Kind::Repeated:
        fix.removes = true;
        fix.sentence = Text{u"%1：删去重复的读数"_s, u"%1: a reading that is there twice was taken out"_s}.toString();
        break;
    case Doubt::Kind::Unit:
        fix.values[u"kwh"_s] = doubt.better;
        fix.sentence =
            Text{u"%1：改为 %2 kWh"_s, u"%1: made %2 kWh"_s}.toString().arg(u"%1"_s, numberText(doubt.better, 0));
        break;
    case Doubt::Kind::Cumulated:
        fix.values[u"kwh"_s] = Value();
        fix.values[u"meter_kwh"_s] = doubt.kwh;
        fix.sentence = Text{u"%1：改作电表示数"_s, u"%1: taken for what the meter shows"_s}.toString();
        break;
    case Doubt::Kind::MeterFell:
        fix.values[u"old_meter_kwh"_s] = doubt.better;
        fix.values[u"new_meter_kwh"_s] = 0.0;
        fix.sentence =
            Text{u"%1：记为换表，新表从 0 起"_s, u"%1: recorded as a change of the meter, which began with 0"_s}
                .toString();
        break;
    default:
        fix.values[u"period"_s] =
            (stringAt(readings.layer->column(u"period"_s), doubt.row) + zoneText(doubt.better)).toStdString();
        fix.sentence =
            Text{u"%1：注明时区 %2"_s, u"%1: zone %2 is said"_s}.toString().arg(u"%1"_s, zoneText(doubt.better));
        break;
    }
    fix.sentence = fix.sentence.arg(which);
    return fix;
}

QString doubtSentence(const Doubt &doubt, const Stations &stations)
{
    const QString which = Text{u"%1 %2：%3 kWh，"_s, u"%1 %2: %3 kWh, "_s}.toString().arg(
        stationName(*stations.layer, doubt.station),
        doubt.period.kind == Period::Kind::Month ? doubt.period.first.toIso().left(7) : doubt.period.first.toIso(),
        numberText(doubt.kwh, 0));
    const QString better = numberText(doubt.better, 0);
    switch (doubt.kind) {
    case Doubt::Kind::Repeated:
        return which +
               Text{u"同一期间后面还有一行；只计最后一行"_s, u"there is a later row of the same period, which counts"_s}
                   .toString();
    case Doubt::Kind::Negative:
        return which + Text{u"是负数；不计"_s, u"less than nothing; it does not count"_s}.toString();
    case Doubt::Kind::Impossible:
        return which +
               Text{u"超过容量乘以小时数；不计"_s, u"more than capacity times hours; it does not count"_s}.toString();
    case Doubt::Kind::Much:
        return which + Text{u"超过每月 220 等效小时；照计"_s, u"more than 220 equivalent hours a month; it counts"_s}
                           .toString();
    case Doubt::Kind::Unit:
        return which + Text{u"像是其他单位（Wh 或 MWh），应为 %1 kWh？没有改动"_s,
                            u"looks like another unit (Wh or MWh): %1 kWh? Nothing was changed"_s}
                           .toString()
                           .arg(better);
    case Doubt::Kind::Cumulated:
        return std::isnan(doubt.better)
                   ? which + Text{u"像是电表累计数。没有改动"_s,
                                  u"looks like the sum that a meter shows. Nothing was changed"_s}
                                 .toString()
                   : which + Text{u"像是电表累计数，本月应为 %1 kWh？没有改动"_s,
                                  u"looks like the sum that a meter shows: %1 kWh in the month? Nothing was changed"_s}
                                 .toString()
                                 .arg(better);
    case Doubt::Kind::MeterFell:
        return which + Text{u"电表示数比上次（%1）小，却没有换表记录；此前到此的电量不计。换了表，新表从 0 起？"_s,
                            u"the meter shows less than before (%1), and no change of it is recorded; the energy since "
                            u"does not count. A new meter that began with 0?"_s}
                           .toString()
                           .arg(better);
    case Doubt::Kind::MeterJumped:
        return which + Text{u"电表示数比上次（%1）多得超过容量乘以小时数；不计"_s,
                            u"the meter shows more than capacity times hours beyond before (%1); it does not count"_s}
                           .toString()
                           .arg(better);
    case Doubt::Kind::Zone:
        return which + Text{u"发电的中间时刻不在正午，像是 %1 时区的时刻；没有改动"_s,
                            u"the middle of the energy is not at noon, as if the hours were of zone %1; nothing was "
                            u"changed"_s}
                           .toString()
                           .arg(zoneText(doubt.better));
    case Doubt::Kind::Gap:
        break;
    }
    return which + Text{u"此前缺 %1 个月"_s, u"%1 months before it are missing"_s}.toString().arg(better);
}

} // namespace cuntu::photovoltaic
