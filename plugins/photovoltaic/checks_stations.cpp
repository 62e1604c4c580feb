// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/photovoltaic/declare.h"
#include "plugins/photovoltaic/rules.h"
#include "plugins/photovoltaic/stations.h"
#include "plugins/photovoltaic/words.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {

namespace {

using Findings = Result<std::vector<CheckFinding>>;

/// Stations for which @p wrong has something to say.
Findings checkEach(const ProjectSnapshot &project, const JobContext &job, const QStringList &fields,
                   const std::function<QString(const Stations &, std::size_t row)> &wrong)
{
    const auto stations = readStations(project, StationRule{}, Day::today(), job, fields);
    if (!stations) {
        return stations.error();
    }
    std::vector<CheckFinding> findings;
    for (std::size_t row = 0; row < stations->size(); ++row) {
        if (const QString what = wrong(*stations, row); !what.isEmpty()) {
            findings.push_back(
                {id(k_stations), stations->layer->id(row), stationName(*stations->layer, row) + u": "_s + what});
        }
    }
    return findings;
}

Findings checkMeter(const ProjectSnapshot &project, const JobContext &job)
{
    return checkEach(project, job, {}, [](const Stations &stations, std::size_t row) {
        return isConnected(stations.stands[row]) && textAt(stations.layer->column(u"meter_no"_s), row).empty()
                   ? Text{u"已并网而没有发电户号；仍算并网"_s,
                          u"connected without a meter number; it counts all the same"_s}
                         .toString()
                   : QString();
    });
}

/// Day and status of the connection must agree.
Findings checkGridDay(const ProjectSnapshot &project, const JobContext &job)
{
    return checkEach(project, job, {}, [](const Stations &stations, std::size_t row) {
        const double grid = numberAt(stations.layer->column(u"grid_on"_s), row);
        const Stand stand = stations.stands[row];
        if (isConnected(stand) && std::isnan(grid)) {
            return Text{u"状态为已并网，但没有并网日期"_s, u"connected by its status, but without a day"_s}.toString();
        }
        return (stand == Stand::Planned || stand == Stand::Constructing) && grid <= stations.day.number()
                   ? Text{u"有并网日期 %1，状态却未到并网；按状态不算并网"_s,
                          u"connected on %1 by the table, but not by its status, which counts"_s}
                         .toString()
                         .arg(dayOf(grid).toIso())
                   : QString();
    });
}

Findings checkPerHousehold(const ProjectSnapshot &project, const JobContext &job)
{
    return checkEach(project, job, {u"hh_count"_s}, [](const Stations &stations, std::size_t row) {
        const double each = stations.kw[row] / numberAt(stations.layer->column(u"hh_count"_s), row);
        const QString &type = stations.types[row];
        const bool usual = usualKwPerHousehold(type == u"CENTRAL"_s).holds(each);
        return std::isfinite(each) && !type.isEmpty() && type != u"HOUSEHOLD"_s && !usual
                   ? Text{u"户均 %1 kW，不在通常范围内"_s, u"%1 kW per household is unusual"_s}.toString().arg(
                         numberText(each, 2))
                   : QString();
    });
}

Findings checkShares(const ProjectSnapshot &project, const JobContext &job)
{
    constexpr double k_slack = 0.001; // shares are written with three digits
    return checkEach(project, job, {}, [](const Stations &stations, std::size_t row) {
        double sum = 0;
        int villages = 0;
        for (const VillageShare &share : stations.shares) {
            sum += share.station == row ? share.share : 0;
            villages += share.station == row ? 1 : 0;
        }
        if (std::abs(sum - 1) > k_slack) {
            return Text{u"各村份额之和为 %1，应为 1"_s, u"the shares of its villages add up to %1 instead of 1"_s}
                .toString()
                .arg(numberText(sum, 3));
        }
        return stations.types[row] == u"JOINT"_s && villages < 2
                   ? Text{u"联村电站没有各村份额；全部计在所在村"_s,
                          u"a joint station without shares; all of it counts where it stands"_s}
                         .toString()
                   : QString();
    });
}

/// More in one village than the rules have, by shares; S01 itself has 664.5 kW.
Findings checkVillages(const ProjectSnapshot &project, const JobContext &job)
{
    const auto stations = readStations(project, StationRule{}, Day::today(), job);
    const auto villages = layerWith(project, id(k_villages), {u"code"_s, u"name"_s}, job);
    if (!stations || !villages) {
        return !stations ? stations.error() : villages.error();
    }
    QHash<QString, double> sums;
    for (const VillageShare &share : stations->shares) {
        const double kw = stations->kw[share.station];
        const bool counts = stations->stands[share.station] != Stand::Outside && !std::isnan(kw) &&
                            stations->types[share.station] != u"CENTRAL"_s;
        sums[share.village] += counts ? kw * share.share : 0;
    }
    std::vector<CheckFinding> findings;
    for (std::size_t row = 0; row < (*villages)->size(); ++row) {
        const double kw =
            sums.value(codeOn(project.areas(), stringAt((*villages)->column(u"code"_s), row), stations->day));
        if (kw > k_mostVillageNearKw) {
            findings.push_back({id(k_villages), (*villages)->id(row),
                                Text{u"%1：共 %2 kW，超过单村 500 kW；照计"_s,
                                     u"%1: %2 kW in all, more than 500 for one village; it counts all the same"_s}
                                    .toString()
                                    .arg(stringAt((*villages)->column(u"name"_s), row), numberText(kw))});
        }
    }
    return findings;
}

} // namespace

void addStationChecks(Registry &draft)
{
    const auto add = [&](const QString &rule, const Text &name,
                         Findings (*run)(const ProjectSnapshot &, const JobContext &),
                         Severity severity = Severity::Error) {
        draft.checks.push_back({u"photovoltaic."_s + rule, id(k_programme), name, run, severity});
    };
    add(u"no_meter"_s, {u"已并网而没有发电户号"_s, u"Connected without a meter number"_s}, checkMeter);
    add(u"grid_day"_s, {u"并网日期与状态不符"_s, u"Day and status of the connection disagree"_s}, checkGridDay);
    add(u"kw_per_hh"_s, {u"户均容量异常"_s, u"Unusual capacity per household"_s}, checkPerHousehold,
        Severity::Warning); // what is usual is pointed out: the plan itself has more
    add(u"village_kw"_s, {u"单村容量超过 500 kW"_s, u"More than 500 kW in a village"_s}, checkVillages,
        Severity::Warning);
    add(u"shares"_s, {u"联村份额之和不为 1"_s, u"Shares that do not add up to 1"_s}, checkShares);
}

} // namespace cuntu::photovoltaic
