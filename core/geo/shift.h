// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geo/crs.h"

namespace cuntu {

/// WGS 84 (or CGCS2000) longitude/latitude in degrees -> GCJ-02, as web maps draw it (DOMAIN D.2). Outside
/// longitude 72.004..137.8347, latitude 0.8293..55.8271 nothing is shifted. Any thread.
CUNTU_CORE_EXPORT Point wgs84ToGcj02(Point lonLat);
/// The inverse, by iteration until the step is below 1e-9 degrees (about 0.1 mm).
CUNTU_CORE_EXPORT Point gcj02ToWgs84(Point lonLat);
/// GCJ-02 longitude/latitude in degrees -> BD-09 (DOMAIN D.2). Any thread.
CUNTU_CORE_EXPORT Point gcj02ToBd09(Point lonLat);
/// The inverse of gcj02ToBd09(), by iteration as in gcj02ToWgs84(). Any thread.
CUNTU_CORE_EXPORT Point bd09ToGcj02(Point lonLat);

} // namespace cuntu
