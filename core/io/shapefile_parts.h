// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/encoding.h"

#include <optional>

namespace cuntu {

/// Unreadable, naming the file, where a shapefile's .shx or, with @p needsTable, .dbf is not beside @p shp (or inside
/// the same archive). They are not made anew: nothing may be written beside the user's files.
Result<void> checkShapefileParts(const QString &shp, bool needsTable);

/// What a shapefile says about the encoding of its table.
struct DbfClaim {
    QString encoding; ///< as iconv knows it; empty: it says nothing that can be trusted
    QString reason;
};

/// By the .cpg beside @p dbf, else by its language driver (byte 29), except 0x00 and 0x57 (DOMAIN D.4).
DbfClaim dbfClaim(const QString &dbf);

/// Path of the file that has the name of @p path but ending @p ending ('dbf'), in whatever case; empty where there is
/// none.
QString siblingOf(const QString &path, const QString &ending);

} // namespace cuntu
