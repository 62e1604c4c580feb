// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/photovoltaic/doubts.h"

#include "plugins/photovoltaic/words.h"

#include <algorithm>
#include <cmath>
#include <span>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {

namespace {

constexpr double k_leastMonthHours = 20; // below it a month is too dark even for the Sichuan basin
constexpr double k_kilo = 1000;
constexpr std::size_t k_leastRun = 5;
constexpr double k_steepness = 0.7;

bool isUsual(double hours)
{
    return hours >= k_leastMonthHours && hours <= k_mostMonthHours;
}

/// kWh if it was another unit, else not-a-number.
double inAnotherUnit(double kwh, double kw)
{
    const double hours = kwh / kw;
    if (hours > k_kilo && isUsual(hours / k_kilo)) {
        return kwh / k_kilo; // Wh
    }
    return hours < 1 && isUsual(hours * k_kilo) ? kwh * k_kilo : std::nan(""); // MWh
}

Doubt doubtOf(Doubt::Kind kind, const Reading &reading, double better = std::nan(""))
{
    return {kind, reading.row, reading.station, reading.period, reading.kwh, better};
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
    for (std::size_t i = 1; i <= months.size(); ++i) {
        const bool follows =
            i < months.size() && monthNumber(months[i].period.first) == monthNumber(months[i - 1].period.first) + 1;
        if (i < months.size() && !follows) {
            const int missing = monthNumber(months[i].period.first) - monthNumber(months[i - 1].period.first) - 1;
            doubts.push_back(doubtOf(Doubt::Kind::Gap, months[i], missing));
        }
        if (follows && months[i].kwh > months[i - 1].kwh) {
            continue;
        }
        const std::span run(months.data() + start, i - start);
        if (looksCumulated(run, kw)) {
            for (std::size_t k = 0; k < run.size(); ++k) {
                doubts.push_back(
                    doubtOf(Doubt::Kind::Cumulated, run[k], k == 0 ? std::nan("") : run[k].kwh - run[k - 1].kwh));
            }
        }
        start = i;
    }
}

} // namespace

std::vector<Doubt> doubtsOf(const Readings &readings, const Stations &stations)
{
    std::vector<Doubt> doubts;
    std::vector<Reading> months;
    for (std::size_t i = 0; i < readings.all.size(); ++i) {
        const Reading &reading = readings.all[i];
        const double kw = stations.kw[reading.station];
        const bool last = i + 1 == readings.all.size();
        const bool ends = last || readings.all[i + 1].station != reading.station;
        const bool isMonth = reading.period.kind == Period::Kind::Month;
        if (!ends && readings.all[i + 1].period == reading.period) {
            doubts.push_back(doubtOf(Doubt::Kind::Repeated, reading));
        } else {
            const double better = isMonth && kw > 0 ? inAnotherUnit(reading.kwh, kw) : std::nan("");
            if (!std::isnan(better)) {
                doubts.push_back(doubtOf(Doubt::Kind::Unit, reading, better));
            }
            if (isImpossible(reading, stations)) {
                doubts.push_back(doubtOf(Doubt::Kind::Impossible, reading));
            } else if (isMonth && reading.kwh > k_mostMonthHours * kw) {
                doubts.push_back(doubtOf(Doubt::Kind::Much, reading));
            }
            if (isMonth) {
                months.push_back(reading);
            }
        }
        if (ends) {
            lookAtMonths(months, kw, doubts);
            months.clear();
        }
    }
    return doubts;
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
        return which + Text{u"像是电表累计数，本月应为 %1 kWh？没有改动"_s,
                            u"looks like the sum that a meter shows: %1 kWh in the month? Nothing was changed"_s}
                           .toString()
                           .arg(better);
    case Doubt::Kind::Gap:
        break;
    }
    return which + Text{u"此前缺 %1 个月"_s, u"%1 months before it are missing"_s}.toString().arg(better);
}

} // namespace cuntu::photovoltaic
