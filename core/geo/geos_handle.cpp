// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geo/geos_handle.h"

#include <algorithm>
#include <vector>

namespace cuntu {

namespace {

// noexcept: nothing may fly through GEOS's C interface.
void keepMessage(const char *text, void *messages) noexcept
{
    static_cast<QStringList *>(messages)->append(QString::fromUtf8(text));
}

// Positions are handed over as they lie in memory.
static_assert(sizeof(Point) == 2 * sizeof(double));

GEOSCoordSequence *sequence(const GeosContext &context, std::span<const Point> points)
{
    const auto count = static_cast<unsigned>(points.size());
    if (points.empty()) {
        return GEOSCoordSeq_create_r(context.get(), 0, 2);
    }
    return GEOSCoordSeq_copyFromBuffer_r(context.get(), &points[0].x, count, 0, 0);
}

void appendPositions(const GeosContext &context, const GEOSGeometry *source, bool hole, Geometry &target)
{
    const GEOSCoordSequence *positions = GEOSGeom_getCoordSeq_r(context.get(), source);
    unsigned count = 0;
    if (!positions || !GEOSCoordSeq_getSize_r(context.get(), positions, &count) || count == 0) {
        return;
    }
    std::vector<Point> points(count);
    GEOSCoordSeq_copyToBuffer_r(context.get(), positions, &points[0].x, 0, 0);
    target.addPart(points, hole);
}

void appendPolygon(const GeosContext &context, const GEOSGeometry *source, Geometry &target)
{
    if (GEOSisEmpty_r(context.get(), source)) {
        return;
    }
    appendPositions(context, GEOSGetExteriorRing_r(context.get(), source), false, target);
    const int holes = GEOSGetNumInteriorRings_r(context.get(), source);
    for (int i = 0; i < holes; ++i) {
        appendPositions(context, GEOSGetInteriorRingN_r(context.get(), source, i), true, target);
    }
}

GeometryType typeOf(int geosType)
{
    switch (geosType) {
    case GEOS_POINT:
        return GeometryType::Point;
    case GEOS_LINESTRING:
    case GEOS_LINEARRING:
        return GeometryType::Line;
    case GEOS_POLYGON:
        return GeometryType::Polygon;
    default:
        return GeometryType::None;
    }
}

// One polygon from rings @p first to before @p end.
GEOSGeometry *polygon(const GeosContext &context, const Geometry &geometry, std::size_t first, std::size_t end)
{
    std::vector<GEOSGeometry *> rings;
    for (std::size_t i = first; i < end; ++i) {
        rings.push_back(GEOSGeom_createLinearRing_r(context.get(), sequence(context, geometry.part(i))));
    }
    if (std::ranges::find(rings, nullptr) == rings.end()) {
        return GEOSGeom_createPolygon_r(context.get(), rings[0], rings.data() + 1,
                                        static_cast<unsigned>(rings.size() - 1)); // takes the rings over
    }
    for (GEOSGeometry *ring : rings) {
        GEOSGeom_destroy_r(context.get(), ring);
    }
    return nullptr;
}

// The GEOS form of the point, line or polygon that begins with part @p begin.
GEOSGeometry *entity(const GeosContext &context, const Geometry &geometry, std::size_t begin)
{
    switch (geometry.type) {
    case GeometryType::Point:
        return GEOSGeom_createPoint_r(context.get(), sequence(context, geometry.part(begin)));
    case GeometryType::Line:
        return GEOSGeom_createLineString_r(context.get(), sequence(context, geometry.part(begin)));
    case GeometryType::Polygon:
        return polygon(context, geometry, begin, geometry.next(begin));
    case GeometryType::None:
    case GeometryType::Any:
        break;
    }
    return nullptr;
}

int multiType(GeometryType type)
{
    switch (type) {
    case GeometryType::Point:
        return GEOS_MULTIPOINT;
    case GeometryType::Line:
        return GEOS_MULTILINESTRING;
    default:
        return GEOS_MULTIPOLYGON;
    }
}

} // namespace

GeosContext::GeosContext() : m_context(GEOS_init_r())
{
    GEOSContext_setErrorMessageHandler_r(m_context, keepMessage, &m_messages);
    GEOSContext_setNoticeMessageHandler_r(m_context, keepMessage, &m_messages);
}

GeosContext::~GeosContext()
{
    GEOS_finish_r(m_context);
}

GeosPtr geosOwned(const GeosContext &context, GEOSGeometry *raw)
{
    return GeosPtr(raw, GeosDeleter{context.get()});
}

GeosPtr toGeos(const GeosContext &context, const Geometry &geometry)
{
    std::vector<GeosPtr> entities;
    for (std::size_t part = 0; part < geometry.partCount(); part = geometry.next(part)) {
        entities.push_back(geosOwned(context, entity(context, geometry, part)));
        if (!entities.back()) {
            return geosOwned(context, nullptr);
        }
    }
    if (entities.size() == 1) {
        return std::move(entities[0]);
    }
    std::vector<GEOSGeometry *> raw;
    for (GeosPtr &each : entities) {
        raw.push_back(each.release());
    }
    return geosOwned(context, GEOSGeom_createCollection_r(context.get(), multiType(geometry.type), raw.data(),
                                                          static_cast<unsigned>(raw.size())));
}

void appendFromGeos(const GeosContext &context, const GEOSGeometry *source, Geometry &target)
{
    const int type = GEOSGeomTypeId_r(context.get(), source);
    if (type >= GEOS_MULTIPOINT) {
        const int count = GEOSGetNumGeometries_r(context.get(), source);
        for (int i = 0; i < count; ++i) {
            appendFromGeos(context, GEOSGetGeometryN_r(context.get(), source, i), target);
        }
    } else if (typeOf(type) == target.type && type == GEOS_POLYGON) {
        appendPolygon(context, source, target);
    } else if (typeOf(type) == target.type) {
        appendPositions(context, source, false, target);
    }
}

} // namespace cuntu
