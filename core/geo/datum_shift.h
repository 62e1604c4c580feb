// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geo/crs.h"

namespace cuntu {

/// @p crs with a datum shift of its own to WGS 84 (and so to CGCS2000): @p parameters are three numbers - dx, dy, dz in
/// metres - or seven - and rx, ry, rz in seconds of arc, scale in millionths -, of the position vector's sense,
/// separated by commas. Invalid for other numbers of them. Any thread.
CUNTU_CORE_EXPORT Result<Crs> withDatumShift(const Crs &crs, const QString &parameters);

} // namespace cuntu
