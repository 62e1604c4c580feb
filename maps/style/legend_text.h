// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/style/style.h"

namespace cuntu {

/// A number as legends show it: at most @p decimals decimals, no superfluous zeros.
CUNTU_MAPS_EXPORT QString legendNumber(double value, int decimals = 2);

/// What the legend says of class @p index of @p style: its label; else the name of the choice it stands for, its value,
/// or its bounds with the unit of the field. 'others' for the class of all other values. @p schema is the layer's.
CUNTU_MAPS_EXPORT QString classText(const LayerStyle &style, std::size_t index, const LayerSchema &schema);

} // namespace cuntu
