// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace cuntu::spatialite {

/// Marks and class numbers of SpatiaLite's internal BLOB, "BLOB-Geometry"
/// (https://www.gaia-gis.it/gaia-sins/BLOB-Geometry.html). Private to core/geo.
///
///     00  order  srid  minX minY maxX maxY  7C  class  ...data...  FE
///     1   1      4     8    8    8    8     1   4                  1     bytes
///
/// and of its short form for points, "BLOB-TinyPoint":
///
///     00  80|order  srid  dimensions  x y [z] [m]  FE
///     1   1         4     1           8 8  8   8   1     bytes
constexpr std::uint8_t k_start = 0x00;
constexpr std::uint8_t k_mbrEnd = 0x7C;
constexpr std::uint8_t k_entity = 0x69; ///< before each part of a MULTI form or collection
constexpr std::uint8_t k_end = 0xFE;
constexpr std::uint8_t k_littleEndian = 0x01;
constexpr std::uint8_t k_tiny = 0x80;
/// Added to the class of lines and polygons whose inner positions are stored as float steps.
constexpr std::uint32_t k_compressed = 1'000'000;

/// Class numbers of the XY forms; Z adds 1000, M 2000, both 3000.
enum Class : std::uint32_t { PointClass = 1, LineClass, PolygonClass, MultiPoint, MultiLine, MultiPolygon, Collection };

} // namespace cuntu::spatialite
