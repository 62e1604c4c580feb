// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/render/crew.h"
#include "maps/render/render_request.h"

namespace cuntu {

/// How thick the points of @p layer lie over a map that shows @p extent, as a picture of its size. Each point spreads
/// its weight (the style's field; 1 without one; nothing where it is not above 0) by three box means, which come close
/// to a normal distribution whose standard deviation is 0.4 of the style's radius (Wells 1986,
/// doi:10.1109/TPAMI.1986.4767776). Colours go by the greatest density in the picture. Lines and areas count at the
/// middle of their box. The same whatever the number of threads. O(rows + pixels).
CUNTU_MAPS_EXPORT QImage densityPicture(const RenderLayer &layer, const MapExtent &extent, Crew &crew,
                                        const JobContext &job);

} // namespace cuntu
