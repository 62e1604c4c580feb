// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot/layer_snapshot.h"

namespace cuntu {

/// Where feature @p row of @p layer stands, in the layer's CRS: a place inside an area, else its first position;
/// not-a-number where it has none. Any thread.
CUNTU_CORE_EXPORT Point placeOf(const LayerSnapshot &layer, std::size_t row);

} // namespace cuntu
