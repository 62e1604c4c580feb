// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geo/geometry.h"

#include <string>

class OGRGeometry;

namespace cuntu {

/// What became of a geometry of GDAL's.
struct GeometryOutcome {
    Geometry geometry; ///< empty where there was none; of parts of different kinds only those of the highest
    QString problem;   ///< a sentence, where it cannot be taken as it is: parts of different kinds, no numbers
};

/// @p source as a Geometry: heights and measures dropped, curves made lines, surfaces polygons. May be null.
/// With @p swapAxes x and y change places.
GeometryOutcome fromOgr(const OGRGeometry *source, bool swapAxes = false);

/// Reads well-known text, with or without 'SRID=...;' before it.
GeometryOutcome fromWkt(const std::string &text);

/// True where @p text begins like well-known text.
bool looksLikeWkt(std::string_view text);

/// @p geometry as GDAL's; null for an empty one. The multi form where there are several parts, or always with @p multi.
std::unique_ptr<OGRGeometry> toOgr(const Geometry &geometry, bool multi);

} // namespace cuntu
