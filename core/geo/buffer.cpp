// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geo/buffer.h"

#include "core/base/text.h"
#include "core/geo/geos_handle.h"

namespace cuntu {

namespace {

constexpr int k_chordsInQuarter = 8;

/// @p made as polygons, or what GEOS said where it made nothing.
Result<Geometry> polygonsOf(const GeosContext &context, const GeosPtr &made)
{
    if (!made) {
        return Error{ErrorCode::Invalid, Core::tr("the area around the lines could not be made"), {}, {}, {},
                     context.messages()};
    }
    Geometry area;
    area.type = GeometryType::Polygon;
    appendFromGeos(context, made.get(), area);
    return area;
}

} // namespace

Result<Geometry> groundAround(const Geometry &lines, double distance)
{
    if (lines.isEmpty() || !(distance > 0)) {
        return Geometry();
    }
    const GeosContext context;
    const GeosPtr shape = toGeos(context, lines);
    return polygonsOf(
        context,
        geosOwned(context, shape ? GEOSBuffer_r(context.get(), shape.get(), distance, k_chordsInQuarter) : nullptr));
}

Result<Geometry> groundWithout(const Geometry &area, const Geometry &hole)
{
    if (area.isEmpty() || hole.isEmpty()) {
        return area;
    }
    const GeosContext context;
    const GeosPtr whole = toGeos(context, area);
    const GeosPtr part = toGeos(context, hole);
    return polygonsOf(
        context,
        geosOwned(context, whole && part ? GEOSDifference_r(context.get(), whole.get(), part.get()) : nullptr));
}

} // namespace cuntu
