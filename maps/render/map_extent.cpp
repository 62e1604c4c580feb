// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/render/render_request.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace cuntu {
namespace {

/// Metres in a degree of latitude, and of longitude on the equator (CGCS2000 semi-major axis, as a sphere; good to 0.6
/// %).
constexpr double k_metresPerDegree = 6378137.0 * std::numbers::pi / 180;

} // namespace

Box MapExtent::box() const
{
    const double halfWidth = size.width() * unitsPerPixel / 2;
    const double halfHeight = size.height() * unitsPerPixel / 2;
    return {centre.x - halfWidth, centre.y - halfHeight, centre.x + halfWidth, centre.y + halfHeight};
}

Point MapExtent::toPixel(Point map) const
{
    return {(map.x - centre.x) / unitsPerPixel + size.width() / 2.0,
            (centre.y - map.y) / unitsPerPixel + size.height() / 2.0};
}

Point MapExtent::toMap(Point pixel) const
{
    return {centre.x + (pixel.x - size.width() / 2.0) * unitsPerPixel,
            centre.y - (pixel.y - size.height() / 2.0) * unitsPerPixel};
}

double MapExtent::scaleDenominator(bool geographic) const
{
    double metresPerUnit = 1;
    if (geographic) {
        const double latitude = std::clamp(centre.y, -89.0, 89.0);
        metresPerUnit = k_metresPerDegree * std::cos(latitude * std::numbers::pi / 180);
    }
    return unitsPerPixel * metresPerUnit * pixelsPerMm * 1000;
}

MapExtent MapExtent::fitting(const Box &box, QSize pixels, double pixelsPerMm, double margin)
{
    MapExtent result;
    result.size = pixels;
    result.pixelsPerMm = pixelsPerMm;
    if (box.isEmpty()) {
        return result;
    }
    result.centre = box.centre();
    const double share = 1 - 2 * std::clamp(margin, 0.0, 0.45);
    const double units =
        std::max(box.width() / std::max(1, pixels.width()), box.height() / std::max(1, pixels.height()));
    const double least = 1e-9 * std::max({1.0, std::abs(result.centre.x), std::abs(result.centre.y)});
    result.unitsPerPixel = std::max(units / share, least); // a single point: as near as numbers can tell apart
    return result;
}

} // namespace cuntu
