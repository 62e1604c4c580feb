// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/photovoltaic/declare.h"
#include "plugins/photovoltaic/money.h"
#include "plugins/photovoltaic/words.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {

namespace {

constexpr double k_kwPerMw = 1000;

/// Numerator and denominator of station @p row; nothing where it does not count.
using StationJudge = std::function<std::optional<std::pair<double, double>>(const Stations &, std::size_t row)>;

Indicator ofStations(Indicator made, StationJudge judge, const QStringList &fields = {})
{
    made.parameters = StationRule::parameters();
    made.evaluate = [judge = std::move(judge), fields](const IndicatorInput &input,
                                                       const JobContext &job) -> Result<IndicatorSet> {
        const auto stations = readStations(input.project, StationRule::from(input.parameters), input.asOf, job, fields);
        if (!stations) {
            return stations.error();
        }
        IndicatorSet set{stations->layer, {}};
        for (std::uint32_t row = 0; row < stations->size(); ++row) {
            const auto counted = judge(*stations, row);
            if (stations->stands[row] != Stand::Outside && counted && !std::isnan(counted->first) &&
                !std::isnan(counted->second)) {
                set.items.push_back({row, counted->first, counted->second});
            }
        }
        return set;
    };
    return made;
}

void addGrid(Registry &draft)
{
    Indicator megawatts =
        newIndicator(u"pv_grid_mw"_s, {u"并网容量"_s, u"Connected capacity"_s},
                     {u"已并网电站的装机容量，单位兆瓦；在电站所在村统计。有状态记录的按状态，否则按并网日期。故障和发"
                      u"电偏低的仍算并网，退役的"
                      u"不算。"_s,
                      u"Capacity of the connected stations in megawatts, counted where they stand. The recorded status "
                      u"decides, else "
                      u"the day of connection. Stations out of order are connected, retired ones are not."_s},
                     u"MW"_s);
    megawatts.unit = u"MW"_s;
    megawatts.kind = Indicator::Kind::Sum;
    draft.indicators.push_back(ofStations(megawatts, [](const Stations &stations, std::size_t row) {
        return std::pair(isConnected(stations.stands[row]) ? stations.kw[row] / k_kwPerMw : 0.0,
                         stations.approvedKw[row] / k_kwPerMw);
    }));
    const Indicator rate =
        newIndicator(u"pv_grid_rate"_s, {u"并网率（容量）"_s, u"Connected, of the planned capacity"_s},
                     {u"已并网容量除以计划容量；计划容量为批复容量，没有批复容量的按装机容量。退役的不计入。"_s,
                      u"Connected by planned capacity: as approved, else as built. Retired stations are left out."_s},
                     u"kW"_s);
    draft.indicators.push_back(ofStations(rate, [](const Stations &stations, std::size_t row) {
        return std::pair(isConnected(stations.stands[row]) ? stations.kw[row] : 0.0, stations.approvedKw[row]);
    }));
    const Indicator projects = newIndicator(
        u"pv_station_rate"_s, {u"并网率（电站）"_s, u"Stations connected"_s},
        {u"已并网的电站占列入计划的电站的比例（S02）。"_s, u"Connected ones of the stations of the plan (S02)."_s},
        u"座"_s);
    draft.indicators.push_back(ofStations(projects, [](const Stations &stations, std::size_t row) {
        return std::pair(isConnected(stations.stands[row]) ? 1.0 : 0.0, 1.0);
    }));
}

void addState(Registry &draft)
{
    const auto ifConnected = [](const Stations &stations, std::size_t row, bool holds) {
        return isConnected(stations.stands[row]) ? std::optional(std::pair(holds ? 1.0 : 0.0, 1.0)) : std::nullopt;
    };
    const Indicator running = newIndicator(
        u"pv_running_rate"_s, {u"正常运行率"_s, u"Stations running"_s},
        {u"已并网电站中没有故障、也没有被记为发电偏低的比例（S05）。"_s,
         u"Of the connected stations those that are neither out of order nor recorded as yielding too little (S05)."_s},
        u"座"_s);
    draft.indicators.push_back(ofStations(running, [ifConnected](const Stations &stations, std::size_t row) {
        return ifConnected(stations, row, stations.stands[row] == Stand::Connected);
    }));
    const Indicator shared = newIndicator(
        u"pv_shared_rate"_s, {u"折股量化率"_s, u"Assets turned into shares"_s},
        {u"已并网电站中资产已折股量化到村到户的比例（S07）。"_s,
         u"Of the connected stations those whose assets were turned into shares of villages and households (S07)."_s},
        u"座"_s);
    draft.indicators.push_back(ofStations(shared,
                                          [ifConnected](const Stations &stations, std::size_t row) {
                                              return ifConnected(stations, row,
                                                                 numberAt(stations.layer->column(u"shared_on"_s),
                                                                          row) <= stations.day.number());
                                          },
                                          {u"shared_on"_s}));
}

/// What a village has.
struct VillageCapacity {
    bool planned = false;
    bool connected = false;
    double kw = 0; ///< connected, by its shares
};

Result<QHash<QString, VillageCapacity>> capacityByVillage(const IndicatorInput &input, const JobContext &job)
{
    const auto stations = readStations(input.project, StationRule::from(input.parameters), input.asOf, job);
    if (!stations) {
        return stations.error();
    }
    QHash<QString, VillageCapacity> villages;
    for (const VillageShare &share : stations->shares) {
        if (stations->stands[share.station] != Stand::Outside) {
            VillageCapacity &village = villages[share.village];
            const bool connected = isConnected(stations->stands[share.station]);
            const double kw = stations->kw[share.station];
            village.planned = true;
            village.connected = village.connected || connected;
            village.kw += connected && !std::isnan(kw) ? kw * share.share : 0;
        }
    }
    return villages;
}

Indicator ofVillages(Indicator made, std::pair<double, double> (*judge)(const VillageCapacity &))
{
    made.parameters = StationRule::parameters();
    made.parameters.push_back(yesNoParameter(u"poor_only"_s, {u"仅贫困村"_s, u"Poor villages only"_s},
                                             {u"只计入贫困村。"_s, u"Count only villages that are marked as poor."_s},
                                             false));
    made.evaluate = [judge](const IndicatorInput &input, const JobContext &job) -> Result<IndicatorSet> {
        const auto capacity = capacityByVillage(input, job);
        const auto villages = layerWith(input.project, id(k_villages), {u"code"_s, u"poor_village"_s}, job);
        if (!capacity || !villages) {
            return !capacity ? capacity.error() : villages.error();
        }
        const bool poorOnly = input.parameters.boolean(u"poor_only"_s);
        IndicatorSet set{*villages, {}};
        for (std::uint32_t row = 0; row < (*villages)->size(); ++row) {
            const QString code =
                codeOn(input.project.areas(), stringAt((*villages)->column(u"code"_s), row), input.asOf);
            const auto found = capacity->constFind(code);
            if (found != capacity->cend() &&
                (!poorOnly || numberAt((*villages)->column(u"poor_village"_s), row) == 1)) {
                const auto [numerator, denominator] = judge(*found);
                set.items.push_back({row, numerator, denominator});
            }
        }
        return set;
    };
    return made;
}

void addVillages(Registry &draft)
{
    const Indicator rate =
        newIndicator(u"pv_village_rate"_s, {u"并网村占比"_s, u"Villages connected"_s},
                     {u"在已并网电站中有份额的村，占列入计划的村的比例；列入计划即在任一电站（含未并网的）中有份额。"_s,
                      u"Villages with a share in a connected station, of those with a share in any of the plan."_s},
                     u"个"_s);
    const auto connected = [](const VillageCapacity &village) { return std::pair(village.connected ? 1.0 : 0.0, 1.0); };
    draft.indicators.push_back(ofVillages(rate, connected));
    Indicator count = newIndicator(
        u"pv_villages"_s, {u"并网村数"_s, u"Number of villages connected"_s},
        {u"在已并网电站中有份额的村数（S01）。"_s, u"Villages with a share in a connected station (S01)."_s}, u"个"_s);
    count.kind = Indicator::Kind::Sum;
    count.unit = u"个"_s;
    draft.indicators.push_back(ofVillages(count, connected));
    Indicator kw = newIndicator(
        u"pv_village_kw"_s, {u"村均并网容量"_s, u"Connected capacity per village"_s},
        {u"按份额计算的并网容量除以列入计划的村数；联村电站按份额分到各村。"_s,
         u"Connected capacity by the villages of the plan; that of joint stations goes to villages by their shares."_s},
        u"个"_s);
    kw.kind = Indicator::Kind::Mean;
    kw.unit = u"kW"_s;
    draft.indicators.push_back(
        ofVillages(kw, [](const VillageCapacity &village) { return std::pair(village.kw, 1.0); }));
}

Result<IndicatorSet> evaluatePerHousehold(const IndicatorInput &input, const JobContext &job)
{
    const auto stations =
        readStations(input.project, StationRule::from(input.parameters), input.asOf, job, {u"hh_count"_s});
    if (!stations) {
        return stations.error();
    }
    const MoneyWindow window{input.asOf, input.asOf, input.asOf.year(), input.asOf.year()};
    const auto incomes = readIncomes(input.project, *stations, window, job);
    if (!incomes) {
        return incomes.error();
    }
    IndicatorSet set{stations->layer, {}};
    for (std::uint32_t row = 0; row < stations->size(); ++row) {
        const double linked = static_cast<double>(incomes->householdsOf[row].size());
        const double households = linked > 0 ? linked : numberAt(stations->layer->column(u"hh_count"_s), row);
        if (isConnected(stations->stands[row]) && households > 0 && !std::isnan(stations->kw[row])) {
            set.items.push_back({row, stations->kw[row], households});
        }
    }
    return set;
}

void addPerHousehold(Registry &draft)
{
    Indicator made = newIndicator(
        u"kw_per_hh"_s, {u"户均容量"_s, u"Capacity per household"_s},
        {u"已并网电站的容量除以当年关联的受益户数；没有关联记录的按电站表的受益户数。村级 5–7 kW、集中式 25–30 kW 为宜。"_s,
         u"Capacity of connected stations by the households linked to them in the year, else by the households that "
         u"the "
         u"station's table names. 5 to 7 kW fit for village stations, 25 to 30 for centralised ones."_s},
        u"户"_s);
    made.kind = Indicator::Kind::Mean;
    made.unit = u"kW"_s;
    made.source = u"DOMAIN B.4, NEA 2017-08-01"_s;
    made.parameters = StationRule::parameters();
    made.evaluate = evaluatePerHousehold;
    draft.indicators.push_back(made);
}

} // namespace

void addCapacityIndicators(Registry &draft)
{
    addGrid(draft);
    addVillages(draft);
    addState(draft);
    addPerHousehold(draft);
}

} // namespace cuntu::photovoltaic
