// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/bar_shapes.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace cuntu {

namespace {

constexpr double k_heightOfDistance = 0.45; ///< of the usual distance between bars
constexpr double k_widthOfHeight = 0.22;
constexpr double k_asideOfHeight = 0.2; ///< from the feature to its bar
constexpr double k_alone_m = 1000;      ///< height of a bar that has no other beside it
constexpr double k_metresInDegree = 111320;
constexpr double k_leastShare = 0.01; ///< so that an empty bar is seen

/// Heights and widths of bars in units of the CRS; degrees of longitude are shorter than those of latitude.
struct Measures {
    double height = 0;
    double width = 0;
    double aside = 0;
};

Measures measuresOf(std::span<const Bar> bars, const Crs &crs)
{
    Box box;
    for (const Bar &bar : bars) {
        box.add(bar.position);
    }
    const double squeeze =
        crs.isGeographic() ? std::cos((box.minY + box.maxY) / 2 * std::numbers::pi / 180) : 1; // of an x in y's
    const double ground = (box.maxX - box.minX) * squeeze * (box.maxY - box.minY);
    const double alone = crs.isGeographic() ? k_alone_m / k_metresInDegree : k_alone_m;
    const double height =
        ground > 0 ? k_heightOfDistance * std::sqrt(ground / static_cast<double>(bars.size())) : alone;
    return {height, height * k_widthOfHeight / squeeze, height * k_asideOfHeight / squeeze};
}

Geometry column(Point foot, double width, double height)
{
    Geometry area;
    area.type = GeometryType::Polygon;
    const Point corners[]{
        foot, {foot.x + width, foot.y}, {foot.x + width, foot.y + height}, {foot.x, foot.y + height}, foot};
    area.addPart(corners);
    return area;
}

} // namespace

std::vector<Geometry> barShapes(std::span<const Bar> bars, const Crs &crs)
{
    std::vector<Geometry> shapes;
    const Measures size = measuresOf(bars, crs);
    for (const Bar &bar : bars) {
        const Point foot{bar.position.x + size.aside, bar.position.y};
        const double shown = std::clamp(bar.share, k_leastShare, k_mostBarShare);
        shapes.push_back(column(foot, size.width, size.height * shown));
        shapes.push_back(column(foot, size.width, size.height));
    }
    return shapes;
}

} // namespace cuntu
