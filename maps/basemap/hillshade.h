// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/export.h"

#include <QImage>

#include <vector>

namespace cuntu {

/// Heights on a grid, row by row from the north-west; not-a-number where there is none.
struct HeightGrid {
    int width = 0;
    int height = 0;
    double cellX_m = 1;
    double cellY_m = 1;
    std::vector<float> heights_m; ///< width * height
};

/// Shaded relief of @p grid without its outermost cells (so 2 smaller in both directions), lit from the north-west at
/// 45 degrees: grey, ARGB32 premultiplied, transparent where a height is missing.
///
/// Slopes by Horn 1981 ('Hill shading and the reflectance map', Proc. IEEE 69, eq. on p. 18: weights 1 2 1 over three
/// rows), brightness = cos(zenith) cos(slope) + sin(zenith) sin(slope) cos(azimuth - aspect), at least 0.
CUNTU_MAPS_EXPORT QImage hillshade(const HeightGrid &grid);

} // namespace cuntu
