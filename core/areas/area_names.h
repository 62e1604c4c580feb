// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/areas/area_tree.h"

namespace cuntu {

/// @p name without the words for its kind at the end (村民委员会, 居委会, 社区, 村; 镇, 乡, 街道 ...), so that the ways
/// in which tables write a name become one. At least two characters stay: 新村 is a name, not 新 with 村 behind it.
QString bareAreaName(AreaLevel level, QStringView name);

} // namespace cuntu
