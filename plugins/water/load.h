// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot/layer_snapshot.h"

namespace cuntu::water {

/// How much of what works can give is asked of them.
struct Load {
    double peak_m3d = 0; ///< persons served x litres per day x peak factor; not-a-number: persons not known
    double share = 0;    ///< the larger of actual and peak to the design capacity; not-a-number: not known
    double crowding = 0; ///< persons served to persons designed for; not-a-number: not known
};

inline constexpr double k_peakLpcd = 60;      ///< T/CHES 18's full quantity; a parameter of water.capacity
inline constexpr double k_peakFactor = 1.5;   ///< largest day to the mean; a suggestion, likewise
inline constexpr double k_mostCrowding = 1.2; ///< DOMAIN B.2: served more than designed x 1.2 is warned about

QStringList loadFields();
/// Load of works @p row of @p works, with loadFields() loaded.
Load loadOf(const LayerSnapshot &works, std::size_t row, double lpcd = k_peakLpcd, double factor = k_peakFactor);

} // namespace cuntu::water
