// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugin/bar_features.h"
#include "plugins/photovoltaic/declare.h"
#include "plugins/photovoltaic/rules.h"
#include "plugins/photovoltaic/stations.h"
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
        {u"bar"_s, {u"柱：村并网容量"_s, u"bar: connected capacity of a village"_s}, 0x332288, Marking::Plain},
        {u"bar_over"_s, {u"柱：500 kW 以上"_s, u"bar: above 500 kW"_s}, 0xAA4499, Marking::Crossed},
        {u"bar_frame"_s, {u"柱的框：500 kW"_s, u"frame of a bar: 500 kW"_s}, 0x333333, Marking::Hollow},
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

/// A bar beside each village that has something connected, full at the most that a village may have.
OverlayFeatures villageBars(const std::vector<VillageSum> &sums, const LayerSnapshot &villages)
{
    BarFeatures bars(BarFrame);
    for (std::size_t row = 0; row < sums.size(); ++row) {
        if (sums[row].connected) {
            const double share = sums[row].kw / k_mostVillageNearKw;
            bars.add(villages, row, share, share > 1 ? BarOver : BarFilled,
                     stringAt(villages.column(u"name"_s), row) + u": "_s + villageReason(sums[row]));
        }
    }
    return bars.laidOut(u"photovoltaic_bars"_s, {u"容量柱"_s, u"Bars of capacity"_s}, id(k_programme), villages);
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
    all.push_back(villageBars(sums, **villages));
    return all;
}

} // namespace

void addCapacityOverlay(Registry &draft)
{
    Overlay capacity;
    capacity.id = u"photovoltaic.capacity"_s;
    capacity.programme = id(k_programme);
    capacity.name = {u"光伏容量与状态"_s, u"Capacity and state"_s};
    capacity.help = {
        u"各村按份额的并网容量，各电站的状态；旁边的柱高表示各村并网容量。"_s,
        u"Connected capacity of each village by its shares, and where each station stands; the bar beside a "
        u"village is as high as its capacity."_s};
    capacity.classes = capacityClasses();
    capacity.parameters = StationRule::parameters();
    capacity.classify = classify;
    draft.overlays.push_back(capacity);
}

} // namespace cuntu::photovoltaic
