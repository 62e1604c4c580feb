// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geo/clean.h"

#include "core/base/text.h"
#include "core/geo/border_match.h"
#include "core/geo/geos_handle.h"

#include <algorithm>
#include <cmath>

namespace cuntu {

namespace {

Error cannot(const QString &sentence, const GeosContext &context)
{
    return {ErrorCode::Invalid, sentence, {}, Core::tr("Correct the geometry in the program it was drawn in."), {},
            context.messages()};
}

// @p part as GEOS can hold it: finite positions only, rings closed. Empty when too little is left for the type.
std::vector<Point> tidied(std::span<const Point> part, GeometryType type)
{
    std::vector<Point> points;
    std::ranges::copy_if(part, std::back_inserter(points),
                         [](Point point) { return std::isfinite(point.x) && std::isfinite(point.y); });
    if (type == GeometryType::Polygon && !points.empty() && points.front() != points.back()) {
        points.push_back(points.front());
    }
    const std::size_t fewest = type == GeometryType::Polygon ? 4 : type == GeometryType::Line ? 2 : 1;
    if (points.size() < fewest) {
        points.clear();
    }
    return points;
}

Geometry tidied(const Geometry &geometry)
{
    Geometry result;
    result.type = geometry.type;
    bool outerIsThere = false; // the holes of an outer ring that goes, go with it
    for (std::size_t i = 0; i < geometry.partCount(); ++i) {
        const bool hole = geometry.isHole(i);
        const std::vector<Point> part = tidied(geometry.part(i), geometry.type);
        if (!hole) {
            outerIsThere = !part.empty();
        }
        if (!part.empty() && outerIsThere) {
            result.addPart(part, hole);
        }
    }
    return result;
}

struct MakeValidDeleter {
    GEOSContextHandle_t context;
    void operator()(GEOSMakeValidParams *params) const noexcept { GEOSMakeValidParams_destroy_r(context, params); }
};

GeosPtr madeValid(const GeosContext &context, const GEOSGeometry *geometry)
{
    const std::unique_ptr<GEOSMakeValidParams, MakeValidDeleter> params(GEOSMakeValidParams_create_r(context.get()),
                                                                        MakeValidDeleter{context.get()});
    GEOSMakeValidParams_setMethod_r(context.get(), params.get(), GEOS_MAKE_VALID_STRUCTURE);
    GEOSMakeValidParams_setKeepCollapsed_r(context.get(), params.get(), 0);
    return geosOwned(context, GEOSMakeValidWithParams_r(context.get(), geometry, params.get()));
}

bool isValid(const GeosContext &context, const GEOSGeometry *geometry)
{
    return GEOSisValid_r(context.get(), geometry) == 1; // 2 stands for an exception
}

double areaOf(const GeosContext &context, const GEOSGeometry *geometry)
{
    double area = 0;
    GEOSArea_r(context.get(), geometry, &area);
    return area;
}

// All polygons in one. Those that are not valid are repaired, those of which nothing is left are left out.
Geometry collected(const GeosContext &context, std::span<const Geometry> polygons)
{
    Geometry all;
    all.type = GeometryType::Polygon;
    for (const Geometry &geometry : polygons) {
        if (geometry.type != GeometryType::Polygon) {
            continue;
        }
        const GeosPtr asIs = toGeos(context, geometry);
        const GeosPtr tidy = asIs ? geosOwned(context, nullptr) : toGeos(context, tidied(geometry));
        const GEOSGeometry *best = asIs ? asIs.get() : tidy.get();
        const GeosPtr valid = best && !isValid(context, best) ? madeValid(context, best) : geosOwned(context, nullptr);
        if (best) {
            appendFromGeos(context, valid ? valid.get() : best, all);
        }
    }
    return all;
}

// The union of polygons whose common borders are the same position by position. Fast, and moves nothing. Null where
// that is not so: the result is then invalid or has lost ground.
GeosPtr coverageUnion(const GeosContext &context, const GEOSGeometry *polygons)
{
    GeosPtr whole = geosOwned(context, GEOSCoverageUnion_r(context.get(), polygons));
    const double before = areaOf(context, polygons);
    const bool fits = whole && isValid(context, whole.get()) &&
                      std::abs(areaOf(context, whole.get()) - before) <= 1e-9 * std::abs(before);
    return fits ? std::move(whole) : geosOwned(context, nullptr);
}

// How far apart borders may be that are meant to be one.
double matchingTolerance(const Box &extent)
{
    constexpr double share = 1e-8; // 1 mm in a county of 100 km: what rounding leaves in files of a millimetre
    return share * std::max(extent.width(), extent.height());
}

// From the way that changes least to the way that always works: overlaps are only for the last two.
GeosPtr unioned(const GeosContext &context, const Geometry &polygons)
{
    const GeosPtr asIs = toGeos(context, polygons);
    GeosPtr whole = asIs ? coverageUnion(context, asIs.get()) : geosOwned(context, nullptr);
    if (whole || !asIs) {
        return whole;
    }
    const GeosPtr matched = toGeos(context, withMatchedBorders(polygons, matchingTolerance(polygons.extent())));
    if (matched) {
        whole = coverageUnion(context, matched.get());
    }
    if (!whole && matched) {
        whole = geosOwned(context, GEOSUnaryUnion_r(context.get(), matched.get()));
    }
    return whole ? std::move(whole) : geosOwned(context, GEOSUnaryUnion_r(context.get(), asIs.get()));
}

} // namespace

QString invalidityReason(const Geometry &geometry)
{
    const GeosContext context;
    const GeosPtr shape = toGeos(context, geometry);
    if (!shape) {
        return context.messages().value(0, QStringLiteral("Invalid Geometry"));
    }
    if (isValid(context, shape.get())) {
        return {};
    }
    char *reason = GEOSisValidReason_r(context.get(), shape.get());
    const QString text = reason ? QString::fromUtf8(reason) : context.messages().join(QStringLiteral("; "));
    GEOSFree_r(context.get(), reason);
    return text;
}

Result<Geometry> repaired(const Geometry &geometry)
{
    const GeosContext context;
    const GeosPtr shape = toGeos(context, tidied(geometry));
    const GeosPtr valid = shape ? madeValid(context, shape.get()) : geosOwned(context, nullptr);
    Geometry result;
    result.type = geometry.type;
    if (valid) {
        appendFromGeos(context, valid.get(), result);
    }
    if (result.isEmpty()) {
        return cannot(Core::tr("nothing of the geometry can be kept: it covers no ground"), context);
    }
    return result;
}

Result<Geometry> dissolved(std::span<const Geometry> polygons)
{
    const GeosContext context;
    Geometry result;
    const Geometry parts = collected(context, polygons);
    if (parts.isEmpty()) {
        return result;
    }
    const GeosPtr whole = unioned(context, parts);
    if (!whole) {
        return cannot(Core::tr("the areas cannot be joined"), context);
    }
    result.type = GeometryType::Polygon;
    appendFromGeos(context, whole.get(), result);
    return result;
}

} // namespace cuntu
