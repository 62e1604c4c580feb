// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/roads/declare.h"
#include "plugins/roads/isoline_bands.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {

namespace {

/// Numbers of the classes behind those of the bands.
enum Class : std::uint8_t { Beyond = 4, Unreached, NoRoadNear };

std::vector<double> limits_m()
{
    return {1000, 2000, 5000, 10000};
}

/// Okabe & Ito's colours, from near to far.
std::vector<OverlayClass> classes()
{
    return {
        {u"up_to_1_km"_s, {u"1 公里以内"_s, u"up to 1 km"_s}, 0x009E73, Marking::Plain},
        {u"up_to_2_km"_s, {u"1–2 公里"_s, u"1 to 2 km"_s}, 0x56B4E9, Marking::Plain},
        {u"up_to_5_km"_s, {u"2–5 公里"_s, u"2 to 5 km"_s}, 0xF0E442, Marking::Plain},
        {u"up_to_10_km"_s, {u"5–10 公里"_s, u"5 to 10 km"_s}, 0xE69F00, Marking::Hatched},
        {u"beyond_10_km"_s, {u"超过 10 公里"_s, u"more than 10 km"_s}, 0xD55E00, Marking::Crossed},
        {u"unreached"_s, {u"不通"_s, u"not reached"_s}, 0x999999, Marking::Dashed},
        {u"no_road_near"_s, {u"附近无路"_s, u"no road near"_s}, 0x999999, Marking::Hollow},
    };
}

std::uint8_t classOf(std::size_t band)
{
    if (band == k_noRoadNear) {
        return NoRoadNear;
    }
    return band == k_unreached ? std::uint8_t{Unreached}
                               : static_cast<std::uint8_t>(std::min<std::size_t>(band, Beyond));
}

/// Segments by the band of their farthest part; those that may not be used have none.
OverlayFeatures roadFeatures(const Distances &distances)
{
    OverlayFeatures roads{distances.roads, {}, {}};
    roads.classes.assign(distances.roads->size(), OverlayFeatures::k_noClass);
    for (const IsolinePiece &piece : distances.isolines.pieces) {
        std::uint8_t &known = roads.classes[distances.plane.rowOfLine[piece.line]];
        const std::uint8_t here = classOf(piece.reached ? piece.band : k_unreached);
        known = known == OverlayFeatures::k_noClass ? here : std::max(known, here);
    }
    return roads;
}

OverlayFeatures placeFeatures(const Distances &distances)
{
    OverlayFeatures places{distances.settlements, {}, {}};
    for (std::size_t row = 0; row < distances.settlements->size(); ++row) {
        places.classes.push_back(classOf(placeBand(distances, row)));
        const double distance_m = distances.isolines.distances_m[row];
        places.reasons.push_back(std::isfinite(distance_m)
                                     ? Text{u"沿路 %1 公里"_s, u"%1 km along the roads"_s}.toString().arg(
                                           QString::number(distance_m / 1000, 'f', 2))
                                     : QString());
    }
    return places;
}

Result<std::vector<OverlayFeatures>> classify(const OverlayInput &input, const JobContext &job)
{
    const auto distances = distancesOn(input.project, input.parameters, limits_m(), input.asOf, {}, job);
    if (!distances) {
        return distances.error();
    }
    return std::vector<OverlayFeatures>{roadFeatures(*distances), placeFeatures(*distances)};
}

} // namespace

void addIsolineOverlay(Registry &draft)
{
    Overlay overlay;
    overlay.id = u"roads.isolines"_s;
    overlay.programme = id(k_programme);
    overlay.name = {u"道路等距线"_s, u"Road distances"_s};
    overlay.help = {
        u"自然村沿路到最近目标的里程；路段按其最远处分级。逐段的等距线见同名算法。"_s,
        u"How far settlements are from the nearest target along the roads; segments by their farthest part. "
        u"The algorithm of the same name cuts them where a band ends."_s};
    overlay.classes = classes();
    overlay.parameters = distanceParameters();
    overlay.classify = classify;
    draft.overlays.push_back(overlay);
}

} // namespace cuntu::roads
