// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/parameter_makers.h"
#include "core/geo/clean.h"
#include "core/snapshot/bar_shapes.h"
#include "core/snapshot/made_layer.h"
#include "plugins/photovoltaic/declare.h"
#include "plugins/photovoltaic/energy.h"
#include "plugins/photovoltaic/rules.h"
#include "plugins/photovoltaic/words.h"

#include <array>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {

namespace {

/// Numbers of the classes, in the order of capacityClasses(): villages, stations, bars.
enum Capacity : std::uint8_t {
    Planned,
    Small,
    Usual,
    Large,
    VeryLarge,
    StationPlanned,
    StationConstructing,
    StationConnected,
    StationLow,
    StationFaulty,
    StationRetired,
    BarFilled,
    BarOver,
    BarFrame
};

constexpr double k_usualKw = 100;
constexpr double k_frameHours = 1000; ///< that a full bar of hours stands for

/// Okabe & Ito's colours; what is missing is also told apart by its marking.
std::vector<OverlayClass> capacityClasses()
{
    return {
        {u"planned"_s, {u"村：列入计划，未并网"_s, u"village: planned, not connected"_s}, 0xDDDDDD, Marking::Hatched},
        {u"small"_s, {u"村：100 kW 以下"_s, u"village: below 100 kW"_s}, 0xFFF3C4, Marking::Plain},
        {u"usual"_s, {u"村：100–300 kW"_s, u"village: 100 to 300 kW"_s}, 0xF0E442, Marking::Plain},
        {u"large"_s, {u"村：300–500 kW"_s, u"village: 300 to 500 kW"_s}, 0xE69F00, Marking::Plain},
        {u"very_large"_s, {u"村：500 kW 以上"_s, u"village: above 500 kW"_s}, 0xD55E00, Marking::Crossed},
        {u"station_planned"_s, {u"电站：未开工"_s, u"station: not begun"_s}, 0x999999, Marking::Hollow},
        {u"station_constructing"_s,
         {u"电站：在建或待并网"_s, u"station: not connected yet"_s},
         0x56B4E9,
         Marking::Hatched},
        {u"station_connected"_s, {u"电站：已并网"_s, u"station: connected"_s}, 0x0072B2, Marking::Plain},
        {u"station_low"_s, {u"电站：发电偏低"_s, u"station: yields too little"_s}, 0xCC79A7, Marking::Dashed},
        {u"station_faulty"_s, {u"电站：故障"_s, u"station: out of order"_s}, 0x882255, Marking::Crossed},
        {u"station_retired"_s, {u"电站：已退役"_s, u"station: retired"_s}, 0x555555, Marking::Hollow},
        {u"bar"_s, {u"柱：容量或等效小时"_s, u"bar: capacity or hours"_s}, 0x332288, Marking::Plain},
        {u"bar_over"_s, {u"柱：高出框"_s, u"bar: above its frame"_s}, 0xAA4499, Marking::Crossed},
        {u"bar_frame"_s,
         {u"柱的框：500 kW 或 1,000 小时"_s, u"frame of a bar: 500 kW, or 1,000 h"_s},
         0x333333,
         Marking::Hollow},
    };
}

Capacity stationClass(Stand stand)
{
    static constexpr std::array of{StationRetired,   StationPlanned, StationConstructing,
                                   StationConnected, StationLow,     StationFaulty}; // by Stand
    return of[static_cast<std::size_t>(stand)];
}

struct VillageSum {
    bool planned = false;
    bool connected = false;
    double kw = 0;
    int stations = 0;
};

std::uint8_t villageClass(const VillageSum &sum)
{
    if (!sum.planned) {
        return OverlayFeatures::k_noClass;
    }
    if (!sum.connected) {
        return Planned;
    }
    return sum.kw < k_usualKw              ? Small
           : sum.kw <= k_mostVillageKw     ? Usual
           : sum.kw <= k_mostVillageNearKw ? Large
                                           : VeryLarge;
}

/// What each village has, by row of @p villages.
std::vector<VillageSum> villageSums(const OverlayInput &input, const Stations &stations, const LayerSnapshot &villages)
{
    QHash<QString, VillageSum> sums;
    for (const VillageShare &share : stations.shares) {
        if (stations.stands[share.station] != Stand::Outside) {
            VillageSum &sum = sums[share.village];
            const double kw = stations.kw[share.station];
            sum.planned = true;
            if (isConnected(stations.stands[share.station])) {
                sum.connected = true;
                sum.kw += std::isnan(kw) ? 0 : kw * share.share;
                ++sum.stations;
            }
        }
    }
    std::vector<VillageSum> byRow;
    for (std::size_t row = 0; row < villages.size(); ++row) {
        byRow.push_back(
            sums.value(codeOn(input.project.areas(), stringAt(villages.column(u"code"_s), row), input.asOf)));
    }
    return byRow;
}

QString villageReason(const VillageSum &sum)
{
    return Text{u"已并网 %1 座，按份额 %2 kW"_s, u"%1 stations connected, %2 kW by its shares"_s}
        .toString()
        .arg(sum.stations)
        .arg(numberText(sum.kw));
}

/// Bars beside features, each with what it says.
class BarFeatures {
public:
    /// A bar beside feature @p row of @p layer, @p share of the frame high; none where that is not known.
    void add(const LayerSnapshot &layer, std::size_t row, double share, const QString &reason)
    {
        if (std::isnan(share) || row >= layer.geometry().size() || !layer.geometry().hasGeometry(row)) {
            return;
        }
        m_bars.push_back({pointInside(layer.geometry().geometry(row)), share});
        m_classes.insert(m_classes.end(), {std::uint8_t{share > 1 ? BarOver : BarFilled}, std::uint8_t{BarFrame}});
        m_reasons.insert(m_reasons.end(), 2, reason);
    }

    OverlayFeatures laidOut(const LayerSnapshot &beside) const
    {
        LayerSchema schema;
        schema.id = u"photovoltaic_bars"_s;
        schema.name = {u"容量柱"_s, u"Bars of capacity"_s};
        schema.geometry = GeometryType::Polygon;
        schema.programme = id(k_programme);
        return {madeLayer(std::move(schema), barShapes(m_bars, beside.crs()), beside), m_classes, m_reasons};
    }

private:
    std::vector<Bar> m_bars;
    std::vector<std::uint8_t> m_classes;
    std::vector<QString> m_reasons;
};

OverlayFeatures villageBars(const std::vector<VillageSum> &sums, const LayerSnapshot &villages)
{
    BarFeatures bars;
    for (std::size_t row = 0; row < sums.size(); ++row) {
        if (sums[row].connected) {
            bars.add(villages, row, sums[row].kw / k_mostVillageNearKw,
                     stringAt(villages.column(u"name"_s), row) + u": "_s + villageReason(sums[row]));
        }
    }
    return bars.laidOut(villages);
}

OverlayFeatures capacityBars(const Stations &stations)
{
    BarFeatures bars;
    for (std::size_t row = 0; row < stations.size(); ++row) {
        if (stations.asked[row] && isConnected(stations.stands[row])) {
            bars.add(*stations.layer, row, stations.kw[row] / k_mostVillageNearKw,
                     stationName(*stations.layer, row) + u": "_s + numberText(stations.kw[row]) + u" kW"_s);
        }
    }
    return bars.laidOut(*stations.layer);
}

Result<OverlayFeatures> hourBars(const OverlayInput &input, const Stations &stations, const JobContext &job)
{
    const auto readings = readReadings(input.project, stations, job);
    if (!readings) {
        return readings.error();
    }
    const int last = lastWholeMonth(input.asOf);
    constexpr int k_yearMonths = 12;
    const MonthWindow year{last - k_yearMonths + 1, last};
    const auto sums = energyWithin(energyByMonth(*readings, stations), year, stations.size());
    const std::vector<double> hours = equivalentHours(sums, year, stations);
    BarFeatures bars;
    for (std::size_t row = 0; row < stations.size(); ++row) {
        if (stations.asked[row]) {
            bars.add(*stations.layer, row, hours[row] / k_frameHours,
                     Text{u"%1：12 个月 %2 等效小时"_s, u"%1: %2 equivalent hours in 12 months"_s}.toString().arg(
                         stationName(*stations.layer, row), numberText(hours[row], 0)));
        }
    }
    return bars.laidOut(*stations.layer);
}

Parameter barsParameter()
{
    return choiceParameter(
        u"bars"_s, {u"柱"_s, u"Bars"_s},
        {u"旁边的柱表示什么；框为 500 kW（村的上限）或 1,000 小时，高出 1.5 倍的截去。"_s,
         u"What the bars beside them stand for; the frame is 500 kW (the most of a village) or 1,000 hours, and what "
         u"is "
         u"more than 1.5 of it is cut off."_s},
        {{u"VILLAGE_KW"_s, {u"各村并网容量"_s, u"connected capacity of villages"_s}, {}},
         {u"STATION_KW"_s, {u"各电站容量"_s, u"capacity of stations"_s}, {}},
         {u"STATION_HOURS"_s, {u"各电站 12 个月等效小时"_s, u"equivalent hours of stations in 12 months"_s}, {}},
         {u"NONE"_s, {u"不画"_s, u"none"_s}, {}}});
}

Result<std::vector<OverlayFeatures>> classify(const OverlayInput &input, const JobContext &job)
{
    const auto stations = readStations(input.project, StationRule::from(input.parameters), input.asOf, job);
    const auto villages = layerWith(input.project, id(k_villages), {u"code"_s, u"name"_s}, job);
    if (!stations || !villages) {
        return !stations ? stations.error() : villages.error();
    }
    const std::vector<VillageSum> sums = villageSums(input, *stations, **villages);
    OverlayFeatures ofVillages{*villages, {}, {}};
    for (const VillageSum &sum : sums) {
        ofVillages.classes.push_back(villageClass(sum));
        ofVillages.reasons.push_back(villageReason(sum));
    }
    OverlayFeatures ofStations{stations->layer, {}, {}};
    for (std::size_t row = 0; row < stations->size(); ++row) {
        const std::uint8_t number = stationClass(stations->stands[row]);
        ofStations.classes.push_back(stations->asked[row] ? number : OverlayFeatures::k_noClass);
        ofStations.reasons.push_back(standReason(*stations, row));
    }
    std::vector<OverlayFeatures> all;
    all.push_back(std::move(ofVillages));
    all.push_back(std::move(ofStations));
    const QString bars = input.parameters.text(u"bars"_s);
    if (bars == u"STATION_HOURS"_s) {
        auto hours = hourBars(input, *stations, job);
        if (!hours) {
            return hours.error();
        }
        all.push_back(std::move(*hours));
    } else if (bars != u"NONE"_s) {
        all.push_back(bars == u"STATION_KW"_s ? capacityBars(*stations) : villageBars(sums, **villages));
    }
    return all;
}

} // namespace

void addCapacityOverlay(Registry &draft)
{
    Overlay capacity;
    capacity.id = u"photovoltaic.capacity"_s;
    capacity.programme = id(k_programme);
    capacity.name = {u"光伏容量与状态"_s, u"Capacity and state"_s};
    capacity.help = {u"各村按份额的并网容量，各电站的状态；旁边的柱高表示容量，或电站一年的等效小时。"_s,
                     u"Connected capacity of each village by its shares, and where each station stands; bars beside "
                     u"them are as high as the capacity, or as the equivalent hours of a station's year."_s};
    capacity.classes = capacityClasses();
    capacity.parameters = StationRule::parameters();
    capacity.parameters.push_back(barsParameter());
    capacity.classify = classify;
    draft.overlays.push_back(capacity);
}

} // namespace cuntu::photovoltaic
