// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geo/crs.h"
#include "core/schema/layer_schema.h"

#include <QByteArray>

#include <cstdint>
#include <span>
#include <vector>

namespace cuntu {

/// One feature's geometry as it travels from file to table: a list of parts.
///
/// Points: one part per point, of one position each. Lines: one part per line. Polygons: one part per ring, closed
/// (first position repeated), each outer ring followed by its holes; `holes[i]` says that part i is a hole.
struct CUNTU_CORE_EXPORT Geometry {
    GeometryType type = GeometryType::None; ///< None: no geometry. Never Any.
    std::vector<Point> points;              ///< of all parts, one after the other
    std::vector<std::uint32_t> partEnds;    ///< end of each part in `points`
    std::vector<bool> holes;                ///< per part; polygons only

    static Geometry point(Point position);
    bool isEmpty() const { return points.empty(); }
    /// Makes it one without geometry; memory is kept.
    void clear();
    std::size_t partCount() const { return partEnds.size(); }
    std::span<const Point> part(std::size_t index) const;
    void addPart(std::span<const Point> part, bool hole = false);
    /// True for a ring that is a hole; the first part never is.
    bool isHole(std::size_t part) const { return part > 0 && part < holes.size() && holes[part]; }
    /// The part after @p part that does not belong to it: the next point or line, or past the holes the next outer
    /// ring.
    std::size_t next(std::size_t part) const;
    Box extent() const;
    bool operator==(const Geometry &) const = default;
};

/// @p geometry as SpatiaLite's internal BLOB (little endian, XY). A single part becomes POINT, LINESTRING, POLYGON,
/// several the MULTI form; with @p multi always the MULTI form. Empty geometry: empty array (store NULL).
CUNTU_CORE_EXPORT QByteArray toSpatialiteBlob(const Geometry &geometry, int srid, bool multi);

/// As toSpatialiteBlob(), into @p bytes, whose memory is used again. @p extent is the geometry's.
CUNTU_CORE_EXPORT void writeSpatialiteBlob(const Geometry &geometry, const Box &extent, int srid, bool multi,
                                           QByteArray &bytes);

/// Reads SpatiaLite's internal BLOB: both byte orders; XY, XYZ, XYM, XYZM (only X and Y are kept); also compressed
/// lines and rings; geometry collections of one kind. Unreadable for truncated, oversized or unknown content; never
/// reads outside @p blob.
CUNTU_CORE_EXPORT Result<Geometry> fromSpatialiteBlob(std::span<const std::uint8_t> blob);

} // namespace cuntu
