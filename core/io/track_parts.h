// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geo/geometry.h"

namespace cuntu {

/// What lies further apart on a recorded track was not travelled on record (DOMAIN D.5, a suggestion there).
inline constexpr double k_trackGap_m = 200;

/// Line @p track, in degrees of longitude and latitude, cut where two positions that follow each other are more than
/// @p gap_m apart (on a sphere; good to 0.6 %). Positions that then stand alone are left out; where all do, it stays as
/// it is, as do others than lines.
Geometry cutAtGaps(const Geometry &track, double gap_m);

} // namespace cuntu
