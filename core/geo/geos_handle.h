// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geo/geometry.h"

#include <QStringList>

#include <geos_c.h>

#include <memory>

namespace cuntu {

/// Owns a GEOS context that does not print: GEOS's messages are kept for the Error's details. Not thread-safe; it must
/// outlive every geometry GEOS makes in it. Private to core/geo.
class GeosContext {
public:
    GeosContext();
    ~GeosContext();
    GeosContext(const GeosContext &) = delete;
    GeosContext &operator=(const GeosContext &) = delete;

    GEOSContextHandle_t get() const { return m_context; }
    /// What GEOS said since the context was made.
    const QStringList &messages() const { return m_messages; }

private:
    GEOSContextHandle_t m_context;
    QStringList m_messages;
};

/// Frees a geometry of GEOS's in its context.
struct GeosDeleter {
    GEOSContextHandle_t context = nullptr;
    void operator()(GEOSGeometry *geometry) const noexcept { GEOSGeom_destroy_r(context, geometry); }
};

/// Sole owner of a geometry of GEOS's.
using GeosPtr = std::unique_ptr<GEOSGeometry, GeosDeleter>;

/// @p raw, owned in @p context.
GeosPtr geosOwned(const GeosContext &context, GEOSGeometry *raw);

/// @p geometry as GEOS has it: POINT, LINESTRING, POLYGON or the MULTI form. Null for what GEOS cannot hold (a ring
/// that is open or of fewer than four positions, a line of one); the context then has the message.
GeosPtr toGeos(const GeosContext &context, const Geometry &geometry);

/// Appends those parts of @p source that are of @p target's type; parts of others are left out.
void appendFromGeos(const GeosContext &context, const GEOSGeometry *source, Geometry &target);

} // namespace cuntu
