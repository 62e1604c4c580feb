// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/photovoltaic/declare.h"
#include "plugins/photovoltaic/money.h"
#include "plugins/photovoltaic/rules.h"
#include "plugins/photovoltaic/words.h"

#include <array>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {

namespace {

/// Numbers of the classes of photovoltaic.capacity, in the order of capacityClasses(): villages, then stations.
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
    StationRetired
};
/// Likewise of photovoltaic.income.
enum Income : std::uint8_t { Enough, TooLittle, PartReached, NotReached, NobodyPoor };

constexpr double k_usualKw = 100;

constexpr double k_goodCover = 0.8; // S04
constexpr double k_goodYuan = 1500;

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
    };
}

std::vector<OverlayClass> incomeClasses()
{
    return {
        {u"enough"_s, {u"覆盖 80% 以上，户均达标"_s, u"80 % reached, enough on average"_s}, 0x009E73, Marking::Plain},
        {u"too_little"_s, {u"覆盖 80% 以上，户均不足"_s, u"80 % reached, too little"_s}, 0x56B4E9, Marking::Hatched},
        {u"part_reached"_s, {u"覆盖不足 80%"_s, u"less than 80 % reached"_s}, 0xE69F00, Marking::Dashed},
        {u"not_reached"_s, {u"没有覆盖"_s, u"nobody reached"_s}, 0xD55E00, Marking::Crossed},
        {u"nobody_poor"_s, {u"没有建档立卡户"_s, u"no registered poor households"_s}, 0x999999, Marking::Hollow},
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

Result<std::vector<OverlayFeatures>> classifyCapacity(const OverlayInput &input, const JobContext &job)
{
    const auto stations = readStations(input.project, StationRule::from(input.parameters), input.asOf, job);
    const auto villages = layerWith(input.project, id(k_villages), {u"code"_s}, job);
    if (!stations || !villages) {
        return !stations ? stations.error() : villages.error();
    }
    QHash<QString, VillageSum> sums;
    for (const VillageShare &share : stations->shares) {
        if (stations->stands[share.station] != Stand::Outside) {
            VillageSum &sum = sums[share.village];
            const double kw = stations->kw[share.station];
            sum.planned = true;
            if (isConnected(stations->stands[share.station])) {
                sum.connected = true;
                sum.kw += std::isnan(kw) ? 0 : kw * share.share;
                ++sum.stations;
            }
        }
    }
    OverlayFeatures ofVillages{*villages, {}, {}};
    for (std::size_t row = 0; row < (*villages)->size(); ++row) {
        const VillageSum sum =
            sums.value(codeOn(input.project.areas(), stringAt((*villages)->column(u"code"_s), row), input.asOf));
        ofVillages.classes.push_back(villageClass(sum));
        ofVillages.reasons.push_back(
            Text{u"已并网 %1 座，按份额 %2 kW"_s, u"%1 stations connected, %2 kW by its shares"_s}
                .toString()
                .arg(sum.stations)
                .arg(numberText(sum.kw)));
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
    return all;
}

struct VillageIncome {
    int poor = 0;
    int reached = 0;
    double yuan = 0;
};

std::uint8_t incomeClass(const VillageIncome &village)
{
    if (village.poor == 0) {
        return NobodyPoor;
    }
    if (village.reached == 0) {
        return NotReached;
    }
    if (village.reached < k_goodCover * village.poor) {
        return PartReached;
    }
    return village.yuan >= k_goodYuan * village.reached ? Enough : TooLittle;
}

Result<std::vector<OverlayFeatures>> classifyIncome(const OverlayInput &input, const JobContext &job)
{
    const auto stations = readStations(input.project, StationRule{}, input.asOf, job);
    const auto villages = layerWith(input.project, id(k_villages), {u"code"_s}, job);
    if (!stations || !villages) {
        return !stations ? stations.error() : villages.error();
    }
    const auto incomes = readIncomes(input.project, *stations, MoneyWindow::from(input.parameters, input.asOf), job);
    if (!incomes) {
        return incomes.error();
    }
    QHash<QString, VillageIncome> sums;
    const Column *codes = incomes->layer->column(u"village_code"_s);
    for (std::size_t row = 0; row < incomes->layer->size(); ++row) {
        if (incomes->registered[row]) {
            VillageIncome &sum = sums[codeOn(input.project.areas(), stringAt(codes, row), input.asOf)];
            ++sum.poor;
            sum.reached += incomes->benefits(row) ? 1 : 0;
            sum.yuan += incomes->yuan[row];
        }
    }
    OverlayFeatures features{*villages, {}, {}};
    for (std::size_t row = 0; row < (*villages)->size(); ++row) {
        const VillageIncome sum =
            sums.value(codeOn(input.project.areas(), stringAt((*villages)->column(u"code"_s), row), input.asOf));
        features.classes.push_back(incomeClass(sum));
        features.reasons.push_back(Text{u"建档立卡户 %1 户，受益 %2 户，户均 %3 元"_s,
                                        u"%1 registered poor households, %2 reached, %3 yuan each on average"_s}
                                       .toString()
                                       .arg(sum.poor)
                                       .arg(sum.reached)
                                       .arg(sum.reached > 0 ? numberText(sum.yuan / sum.reached, 0) : u"0"_s));
    }
    std::vector<OverlayFeatures> all;
    all.push_back(std::move(features));
    return all;
}

} // namespace

void addOverlays(Registry &draft)
{
    Overlay capacity;
    capacity.id = u"photovoltaic.capacity"_s;
    capacity.programme = id(k_programme);
    capacity.name = {u"光伏容量与状态"_s, u"Capacity and state"_s};
    capacity.help = {u"各村按份额的并网容量，各电站的状态。"_s,
                     u"Connected capacity of each village by its shares, and where each station stands."_s};
    capacity.classes = capacityClasses();
    capacity.parameters = StationRule::parameters();
    capacity.classify = classifyCapacity;
    draft.overlays.push_back(capacity);

    Overlay income;
    income.id = u"photovoltaic.income"_s;
    income.programme = id(k_programme);
    income.name = {u"光伏收益覆盖"_s, u"Income reached"_s};
    income.help = {
        u"各村建档立卡贫困户的光伏收益覆盖面（80%）与户均金额（1,500 元）。"_s,
        u"How many of the registered poor households of each village have income (80 %), and how much (1,500 "
        u"yuan)."_s};
    income.classes = incomeClasses();
    income.parameters = {MoneyWindow::parameter()};
    income.classify = classifyIncome;
    draft.overlays.push_back(income);
}

} // namespace cuntu::photovoltaic
