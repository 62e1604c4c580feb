// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/photovoltaic/stations.h"

#include "plugins/photovoltaic/declare.h"
#include "plugins/photovoltaic/words.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {

namespace {

Stand standOf(const QString &status)
{
    static const QHash<QString, Stand> stands{{u"PLANNED"_s, Stand::Planned},
                                              {u"APPROVED"_s, Stand::Planned},
                                              {u"CONSTRUCTING"_s, Stand::Constructing},
                                              {u"COMPLETED"_s, Stand::Constructing},
                                              {u"GRID_CONNECTED"_s, Stand::Connected},
                                              {u"IN_CATALOG"_s, Stand::Connected},
                                              {u"OPERATING"_s, Stand::Connected},
                                              {u"LOW_YIELD"_s, Stand::LowYield},
                                              {u"FAULT"_s, Stand::Faulty},
                                              {u"RETIRED"_s, Stand::Outside}};
    return stands.value(status, Stand::Planned);
}

void findStands(Stations &stations, const StationRule &rule, const LedgerView &ledger)
{
    const LayerSnapshot &layer = *stations.layer;
    const TrackView track = ledger.track({id(k_programme), id(k_stations), {}});
    const auto numbers = track.statusesOn(*layer.sharedIds(), stations.day);
    const Column *grid = layer.column(u"grid_on"_s);
    const std::string batch = rule.batch.toStdString();
    for (std::size_t row = 0; row < layer.size(); ++row) {
        Stand stand = numberAt(grid, row) <= stations.day.number() ? Stand::Connected : Stand::Planned;
        if (numbers[row] != 0) {
            stand = standOf(track.statuses()[numbers[row]]);
        }
        if (rule.needMeter && isConnected(stand) && textAt(layer.column(u"meter_no"_s), row).empty()) {
            stand = Stand::Constructing;
        }
        const bool asked = (batch.empty() || textAt(layer.column(u"batch"_s), row) == batch) &&
                           (rule.type.isEmpty() || stations.types[row] == rule.type);
        stations.asked.push_back(asked);
        stations.stands.push_back(asked ? stand : Stand::Outside);
    }
}

/// Names lead to stations, too: portals have no codes. One that several have leads nowhere.
void addNames(Stations &stations)
{
    QHash<QString, std::pair<std::uint32_t, int>> named;
    for (std::uint32_t row = 0; row < stations.kw.size(); ++row) {
        const QString name = stringAt(stations.layer->column(u"name"_s), row);
        if (!name.isEmpty()) {
            auto &[first, count] = named[name];
            first = count++ == 0 ? row : first;
        }
    }
    for (auto it = named.cbegin(); it != named.cend(); ++it) {
        if (it->second == 1 && !stations.byCode.contains(it.key())) {
            stations.byCode.insert(it.key(), it->first);
        }
    }
}

/// A fault that is not over on the day, for stations that the ledger holds to be well.
Result<void> readFaults(const ProjectSnapshot &project, const JobContext &job, Stations &stations)
{
    const auto faults = layerWith(project, id(k_faults), {u"station_code"_s, u"began_on"_s, u"ended_on"_s}, job);
    if (!faults) {
        return faults.error();
    }
    for (std::size_t row = 0; row < (*faults)->size(); ++row) {
        const auto station = stations.find(stringAt((*faults)->column(u"station_code"_s), row));
        const bool began = numberAt((*faults)->column(u"began_on"_s), row) <= stations.day.number();
        const bool ended = numberAt((*faults)->column(u"ended_on"_s), row) <= stations.day.number();
        if (station && began && !ended && isConnected(stations.stands[*station])) {
            stations.stands[*station] = Stand::Faulty;
        }
    }
    return {};
}

Result<void> readShares(const ProjectSnapshot &project, const JobContext &job, Stations &stations)
{
    const auto shares = layerWith(project, id(k_shares), {u"station_code"_s, u"village_code"_s, u"share"_s}, job);
    if (!shares) {
        return shares.error();
    }
    std::vector<bool> shared(stations.size());
    for (std::size_t row = 0; row < (*shares)->size(); ++row) {
        const auto station = stations.find(stringAt((*shares)->column(u"station_code"_s), row));
        const double share = numberAt((*shares)->column(u"share"_s), row);
        if (station && share > 0) {
            shared[*station] = true;
            stations.shares.push_back(
                {*station, codeOn(project.areas(), stringAt((*shares)->column(u"village_code"_s), row), stations.day),
                 share});
        }
    }
    for (std::uint32_t row = 0; row < stations.size(); ++row) {
        if (!shared[row]) {
            const QString village = stringAt(stations.layer->column(u"village_code"_s), row);
            stations.shares.push_back({row, codeOn(project.areas(), village, stations.day), 1});
        }
    }
    std::stable_sort(stations.shares.begin(), stations.shares.end(),
                     [](const VillageShare &a, const VillageShare &b) { return a.station < b.station; });
    return {};
}

} // namespace

std::optional<std::uint32_t> Stations::find(const QString &code) const
{
    const auto found = byCode.constFind(code);
    return found == byCode.cend() ? std::nullopt : std::optional(*found);
}

Result<Stations> readStations(const ProjectSnapshot &project, const StationRule &rule, Day day, const JobContext &job,
                              const QStringList &moreFields)
{
    const auto layer =
        layerWith(project, id(k_stations),
                  moreFields + QStringList{u"code"_s, u"name"_s, u"village_code"_s, u"station_type"_s, u"capacity_kw"_s,
                                           u"approved_kw"_s, u"batch"_s, u"grid_on"_s, u"meter_no"_s},
                  job);
    if (!layer) {
        return layer.error();
    }
    Stations stations;
    stations.layer = *layer;
    stations.day = day;
    for (std::uint32_t row = 0; row < (*layer)->size(); ++row) {
        const double kw = numberAt((*layer)->column(u"capacity_kw"_s), row);
        const double approved = numberAt((*layer)->column(u"approved_kw"_s), row);
        stations.kw.push_back(kw);
        stations.approvedKw.push_back(std::isnan(approved) ? kw : approved);
        stations.types.push_back(stringAt((*layer)->column(u"station_type"_s), row));
        stations.byCode.insert(stringAt((*layer)->column(u"code"_s), row), row);
    }
    addNames(stations);
    findStands(stations, rule, project.ledger());
    if (auto read = readFaults(project, job, stations); !read) {
        return read.error();
    }
    if (auto read = readShares(project, job, stations); !read) {
        return read.error();
    }
    return stations;
}

QString stationName(const LayerSnapshot &stations, std::size_t row)
{
    const QString name = stringAt(stations.column(u"name"_s), row);
    return name.isEmpty() ? stringAt(stations.column(u"code"_s), row) : name;
}

Text standText(Stand stand)
{
    switch (stand) {
    case Stand::Outside:
        return {u"已退役"_s, u"retired"_s};
    case Stand::Planned:
        return {u"未开工"_s, u"not begun"_s};
    case Stand::Constructing:
        return {u"在建或待并网"_s, u"being built or not connected yet"_s};
    case Stand::Connected:
        return {u"已并网"_s, u"connected"_s};
    case Stand::LowYield:
        return {u"已并网，发电偏低"_s, u"connected, yields too little"_s};
    case Stand::Faulty:
        break;
    }
    return {u"已并网，故障"_s, u"connected, out of order"_s};
}

QString standReason(const Stations &stations, std::size_t row)
{
    return Text{u"%1 kW，%2"_s, u"%1 kW, %2"_s}.toString().arg(numberText(stations.kw[row]),
                                                               standText(stations.stands[row]).toString());
}

} // namespace cuntu::photovoltaic
