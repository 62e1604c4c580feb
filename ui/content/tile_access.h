// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/basemap/tile_service.h"

namespace cuntu {

/// With what tiles are read here: the user's key and the folder for tiles that were read before, which is safe to
/// delete. Any thread.
TileAccess tileAccess(bool isOnline);

} // namespace cuntu
