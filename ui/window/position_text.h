// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geo/crs.h"

#include <QString>

#include <optional>

namespace cuntu::ui {

/// "39500123.4, 3040567.8 m": easting and northing.
QString projectedText(Point position);
/// "115.12345°, 27.54321°": longitude and latitude.
QString lonLatText(Point degrees);
/// CGCS2000 longitude and latitude of @p position in @p crs; nothing where it cannot be transformed.
std::optional<Point> toLonLat(Point position, const Crs &crs);

} // namespace cuntu::ui
