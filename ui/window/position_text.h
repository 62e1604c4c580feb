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
/// "115°07′24.4″E 27°32′35.6″N": longitude and latitude in degrees, minutes and seconds.
QString dmsText(Point degrees);
/// CGCS2000 longitude and latitude of @p position in @p crs; nothing where it cannot be transformed.
std::optional<Point> toLonLat(Point position, const Crs &crs);
/// Where a position that somebody typed is in @p crs; nothing where @p text is none. Two numbers, with or without
/// degrees, minutes, seconds and letters of direction (N, E, 北纬, 东经): longitude and latitude of CGCS2000 in either
/// order, as no latitude of China is above 60 and no longitude below. Larger numbers: easting and northing in @p crs,
/// in either order, as the northing is the larger of the two unless the easting bears the number of its zone (eight
/// digits). A zone's number is added or left out as @p near, a position in @p crs, has it.
std::optional<Point> positionFromText(const QString &text, const Crs &crs, Point near);

} // namespace cuntu::ui
