// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geo/geometry.h"

namespace cuntu {

/// The geometry that @p text says: well-known text, or positions as "x y, x y" (also "x,y; x,y") that make a geometry
/// of kind @p type - of Polygon one ring, which need not be closed. Invalid for anything else, and says what was
/// expected.
CUNTU_CORE_EXPORT Result<Geometry> geometryFromText(const QString &text, GeometryType type);

/// What features of @p type are, for sentences: "points", "lines", "areas"; "any geometry", "no geometry".
CUNTU_CORE_EXPORT QString geometryKind(GeometryType type);

} // namespace cuntu
