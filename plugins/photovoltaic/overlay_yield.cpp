// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugin/bar_features.h"
#include "plugins/photovoltaic/declare.h"
#include "plugins/photovoltaic/energy.h"
#include "plugins/photovoltaic/words.h"

#include <cmath>
#include <map>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {

namespace {

/// Numbers of the classes, in the order of yieldClasses().
enum Yield : std::uint8_t { Much, Usual, Little, VeryLittle, NothingRead, BarFrame };

// Of the median of the stations of the kind.
constexpr double k_much = 1.1;
constexpr double k_usual = 0.9;
constexpr double k_little = 0.7; // DOMAIN B.4: below it a station falls short

constexpr double k_frameHours = 1000; ///< of a year, that a full bar stands for

/// From dark to light blue, then orange: told apart without red and green, and by their marking.
std::vector<OverlayClass> yieldClasses()
{
    return {{u"much"_s, {u"中位数的 110% 以上"_s, u"above 110 % of the median"_s}, 0x0072B2, Marking::Plain},
            {u"usual"_s, {u"中位数的 90–110%"_s, u"90 to 110 % of the median"_s}, 0x56B4E9, Marking::Plain},
            {u"little"_s, {u"中位数的 70–90%"_s, u"70 to 90 % of the median"_s}, 0xF0E442, Marking::Hatched},
            {u"very_little"_s, {u"中位数的 70% 以下"_s, u"below 70 % of the median"_s}, 0xD55E00, Marking::Crossed},
            {u"nothing_read"_s, {u"没有可比的读数"_s, u"nothing to compare"_s}, 0x999999, Marking::Hollow},
            {u"bar_frame"_s,
             {u"柱的框：一年 1,000 小时"_s, u"frame of a bar: 1,000 h a year"_s},
             0x333333,
             Marking::Hollow}};
}

std::uint8_t classOf(double share)
{
    return share >= k_much ? Much : share >= k_usual ? Usual : share >= k_little ? Little : VeryLittle;
}

Result<std::vector<OverlayFeatures>> classify(const OverlayInput &input, const JobContext &job)
{
    const auto stations = readStations(input.project, StationRule::from(input.parameters), input.asOf, job);
    if (!stations) {
        return stations.error();
    }
    const auto readings = readReadings(input.project, *stations, job);
    if (!readings) {
        return readings.error();
    }
    const MonthWindow window = MonthWindow::from(input.parameters, input.asOf);
    const auto sums = energyWithin(energyByMonth(*readings, *stations), window, stations->size());
    const std::vector<double> hours = equivalentHours(sums, window, *stations);
    std::map<std::pair<QString, QString>, std::vector<double>> byPeers;
    for (std::size_t row = 0; row < stations->size(); ++row) {
        if (!std::isnan(hours[row])) {
            byPeers[peersOf(input.project, *stations, row)].push_back(hours[row]);
        }
    }
    constexpr int k_yearMonths = 12;
    const double frameHours = k_frameHours * window.months() / k_yearMonths;
    BarFeatures bars(BarFrame);
    OverlayFeatures features{stations->layer, {}, {}};
    for (std::size_t row = 0; row < stations->size(); ++row) {
        const bool compared = !std::isnan(hours[row]);
        const double median = compared ? medianOf(byPeers[peersOf(input.project, *stations, row)]) : 0;
        if (!isConnected(stations->stands[row])) {
            features.classes.push_back(OverlayFeatures::k_noClass);
        } else {
            features.classes.push_back(compared && median > 0 ? classOf(hours[row] / median)
                                                              : std::uint8_t{NothingRead});
        }
        features.reasons.push_back(
            compared ? Text{u"%1 等效小时，同类电站中位数 %2"_s, u"%1 equivalent hours, the median of its kind is %2"_s}
                           .toString()
                           .arg(numberText(hours[row], 0), numberText(median, 0))
                     : Text{u"期间 %1 个月中只有 %2 个月有读数"_s, u"readings of only %2 of the %1 months"_s}
                           .toString()
                           .arg(window.months())
                           .arg(sums[row].months));
    }
    std::vector<OverlayFeatures> all;
    for (std::size_t row = 0; row < stations->size(); ++row) {
        bars.add(*stations->layer, row, hours[row] / frameHours, features.classes[row],
                 stationName(*stations->layer, row) + u": "_s + features.reasons[row]);
    }
    all.push_back(std::move(features));
    all.push_back(bars.laidOut(u"photovoltaic_bars"_s, {u"等效小时柱"_s, u"Bars of equivalent hours"_s},
                               id(k_programme), *stations->layer));
    return all;
}

} // namespace

void addYieldOverlay(Registry &draft)
{
    Overlay made;
    made.id = u"photovoltaic.generation"_s;
    made.programme = id(k_programme);
    made.name = {u"电站发电水平"_s, u"What stations yield"_s};
    made.help = {
        u"各电站期间内的等效利用小时与同县同类电站中位数之比；期间内每个月都要有读数。旁边的柱高表示等效小时。"_s,
        u"Equivalent hours of each station in the period by the median of its kind in the county; every month of the "
        u"period "
        u"must have been read."_s};
    made.classes = yieldClasses();
    made.parameters = StationRule::parameters();
    made.parameters.push_back(MonthWindow::parameter());
    made.classify = classify;
    draft.overlays.push_back(made);
}

} // namespace cuntu::photovoltaic
