// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geo/crs.h"
#include "core/geo/geometry.h"

#include <span>
#include <vector>

namespace cuntu {

/// A bar on the ground beside a feature, with a frame that stands for a full one.
struct Bar {
    Point position;   ///< of the feature, in the layer's CRS
    double share = 0; ///< how full it is; 1: as high as its frame, more is drawn above it, up to k_mostBarShare
};
/// The fullest that a bar is drawn.
inline constexpr double k_mostBarShare = 1.5;

/// The areas that draw @p bars on the ground, in @p crs, two a bar: shape 2 i is what is full of bar i, shape 2 i + 1
/// its frame. All frames are of one size: as high as a part of the usual distance between bars, so that they are told
/// apart on a map of them all. Any thread.
CUNTU_CORE_EXPORT std::vector<Geometry> barShapes(std::span<const Bar> bars, const Crs &crs);

} // namespace cuntu
