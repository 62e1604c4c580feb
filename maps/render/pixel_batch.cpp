// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/render/pixel_batch.h"

#include <limits>

namespace cuntu {

void PixelShapes::closePart()
{
    const std::size_t begin = partEnds.empty() ? 0 : partEnds.back();
    double top = std::numeric_limits<double>::infinity();
    double bottom = -top;
    for (std::size_t i = begin; i < points.size(); ++i) {
        const double y = points[i].y();
        top = y < top ? y : top;
        bottom = y > bottom ? y : bottom;
    }
    partEnds.push_back(static_cast<std::uint32_t>(points.size()));
    // A pixel more on either side than the rounding to float can take away within the picture.
    rows.push_back({static_cast<float>(top) - 1, static_cast<float>(bottom) + 1});
}

void PixelShapes::closeFeature()
{
    if (partEnds.size() > (featureEnds.empty() ? 0 : featureEnds.back())) {
        featureEnds.push_back(static_cast<std::uint32_t>(partEnds.size()));
    }
}

void PixelShapes::append(const PixelShapes &other)
{
    const auto pointsBefore = static_cast<std::uint32_t>(points.size());
    const auto partsBefore = static_cast<std::uint32_t>(partEnds.size());
    points.insert(points.end(), other.points.begin(), other.points.end());
    rows.insert(rows.end(), other.rows.begin(), other.rows.end());
    for (const std::uint32_t end : other.partEnds) {
        partEnds.push_back(end + pointsBefore);
    }
    for (const std::uint32_t end : other.featureEnds) {
        featureEnds.push_back(end + partsBefore);
    }
}

} // namespace cuntu
