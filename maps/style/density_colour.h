// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/export.h"

#include <QColor>

namespace cuntu {

/// Colour of a density, @p share 0..1 of the greatest in the picture: transparent, pale yellow, orange, dark red
/// (ColorBrewer's YlOrRd, which colour-blind eyes can order).
CUNTU_MAPS_EXPORT QColor densityColour(double share);

} // namespace cuntu
