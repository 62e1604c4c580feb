// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/terrain/burn.h"

namespace cuntu {

/// Distance in metres from the centre of each cell to the centre of the nearest marked one, exactly (Felzenszwalb and
/// Huttenlocher 2012, doi:10.4086/toc.2012.v008a019: lower envelopes of parabolas, columns first); 0 in marked cells,
/// infinite where none is marked. Cells in degrees have the size of those of the middle row, which is within 1 % for 60
/// km north to south in the latitudes of China. O(cells), on all processors; the only Error is 'cancelled'. Any thread.
CUNTU_CORE_EXPORT Result<Grid> distanceToCells_m(const GridFrame &frame, std::span<const std::uint8_t> mask,
                                                 const JobContext &job);

} // namespace cuntu
