// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/photovoltaic/low_yield.h"

#include "plugins/photovoltaic/declare.h"
#include "plugins/photovoltaic/flat_tops.h"
#include "plugins/photovoltaic/prices.h"
#include "plugins/photovoltaic/words.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {

namespace {

constexpr int k_monthsBack = 4; // the month itself and three before

/// Share of the median that a station had in the months up to the one looked at, the newest first; not-a-number:
/// unknown.
using Shares = std::array<double, k_monthsBack>;

QString causeOf(const Shares &shares, double limit)
{
    constexpr double k_nothing = 0.1;
    constexpr double k_alike = 0.1;
    constexpr double k_step = 0.03;
    if (shares[0] < k_nothing) {
        return u"OUTAGE"_s;
    }
    if (shares[1] >= limit && shares[1] - shares[0] > 1 - limit) {
        return u"EQUIPMENT"_s;
    }
    bool sinking = true;
    double least = shares[0];
    double most = shares[0];
    for (std::size_t i = 1; i < shares.size(); ++i) {
        if (std::isnan(shares[i])) {
            return {};
        }
        sinking = sinking && shares[i] - shares[i - 1] > k_step;
        least = std::min(least, shares[i]);
        most = std::max(most, shares[i]);
    }
    return sinking ? u"SOILING"_s : most < limit && most - least < k_alike ? u"SHADE"_s : QString();
}

/// Cause of a fault of each station that touches the month; empty: none.
Result<std::vector<QString>> faultsIn(const ProjectSnapshot &project, const Stations &stations, int month,
                                      const JobContext &job)
{
    const auto layer =
        layerWith(project, id(k_faults), {u"station_code"_s, u"began_on"_s, u"ended_on"_s, u"cause"_s}, job);
    if (!layer) {
        return layer.error();
    }
    std::vector<QString> causes(stations.size());
    for (std::size_t row = 0; row < (*layer)->size(); ++row) {
        const auto station = stations.find(stringAt((*layer)->column(u"station_code"_s), row));
        const bool began = numberAt((*layer)->column(u"began_on"_s), row) < firstOfMonth(month + 1).number();
        const bool over = numberAt((*layer)->column(u"ended_on"_s), row) <= firstOfMonth(month).number();
        if (station && began && !over) {
            const QString cause = stringAt((*layer)->column(u"cause"_s), row);
            causes[*station] = cause.isEmpty() ? u"OTHER"_s : cause;
        }
    }
    return causes;
}

} // namespace

QStringList lowYieldFields()
{
    return Prices::ownFields() + QStringList{u"inverter_kw"_s};
}

Result<std::vector<LowYield>> lowYields(const ProjectSnapshot &project, const Stations &stations, int month,
                                        const LowYieldRule &rule, const JobContext &job)
{
    const auto readings = readReadings(project, stations, job);
    const auto faults = faultsIn(project, stations, month, job);
    if (!readings || !faults) {
        return !readings ? readings.error() : faults.error();
    }
    const auto prices = Prices::read(project, stations, job);
    if (!prices) {
        return prices.error();
    }
    const auto tops = flatTopsIn(*readings, stations, month);
    const auto months = energyByMonth(*readings, stations);
    std::array<std::vector<Shortfall>, k_monthsBack> back;
    for (int i = 0; i < k_monthsBack; ++i) {
        back[static_cast<std::size_t>(i)] = shortfalls(project, months, stations, month - i, rule.limit, rule.peers);
    }
    std::vector<LowYield> found;
    for (std::uint32_t row = 0; row < stations.size(); ++row) {
        const Shortfall &now = back[0][row];
        if (!now.low) {
            continue;
        }
        Shares shares{};
        for (std::size_t i = 0; i < back.size(); ++i) {
            shares[i] = back[i][row].judged ? back[i][row].hours / back[i][row].median : std::nan("");
        }
        const double lost = (now.median - now.hours) * stations.kw[row];
        const bool recorded = !(*faults)[row].isEmpty();
        const QString pattern = tops[row].days >= k_curtailedDays ? u"CURTAILMENT"_s : causeOf(shares, rule.limit);
        found.push_back({row, now.hours, now.median, recorded ? (*faults)[row] : pattern, recorded, lost,
                         lost * prices->ofMonth(row, month).total()});
    }
    return found;
}

QString lowYieldSentence(const LowYield &low, const Stations &stations)
{
    const QString cause = low.cause.isEmpty() ? Text{u"原因不明"_s, u"no pattern tells why"_s}.toString()
                          : low.recorded      ? Text{u"有记录：%1"_s, u"on record: %1"_s}.toString().arg(
                                                    nameOf(faultChoices(), low.cause.toStdString()).toString())
                                         : Text{u"可能是：%1"_s, u"it may be: %1"_s}.toString().arg(
                                               nameOf(faultChoices(), low.cause.toStdString()).toString());
    const QString yuan = std::isnan(low.lost_yuan)
                             ? Text{u"，没有电价"_s, u" (no price)"_s}.toString()
                             : Text{u"（%1 元）"_s, u" (%1 yuan)"_s}.toString().arg(numberText(low.lost_yuan, 0));
    return Text{u"%1：%2 等效小时，同类电站中位数 %3；少发 %4 kWh%5；%6"_s,
                u"%1: %2 equivalent hours, the median of its kind is %3; %4 kWh%5 short; %6"_s}
        .toString()
        .arg(stationName(*stations.layer, low.station), numberText(low.hours), numberText(low.median),
             numberText(low.lost_kWh, 0), yuan, cause);
}

} // namespace cuntu::photovoltaic
