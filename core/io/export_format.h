// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/export.h"

#include <optional>

namespace cuntu {

/// How a format is written by GDAL.
struct ExportFormat {
    const char *ending;
    const char *driver;
    const char *fileOptions; ///< separated by spaces
    const char *layerOptions;
    int epsg;             ///< the system it is in unless another is asked for; 0: that of the features
    bool onlyGeometry;    ///< it cannot do without positions
    bool oneKind;         ///< points, lines and areas do not mix, nor points and multi-points
    bool attributes;      ///< false: positions only
    int longestName;      ///< of a field, in bytes; 0: any
    int longestText;      ///< of a cell, in bytes; 0: any
    bool saysShift;       ///< it can say that its positions are in GCJ-02 or BD-09
    bool onlyDegrees;     ///< it holds nothing but WGS 84, or what it says to be shifted
    bool choosesEncoding; ///< the encoding of its texts can be asked for
};

/// The format of @p file by its ending; null for none of GDAL's.
const ExportFormat *exportFormatOf(const QString &file);

/// Misused where @p request asks for a system that @p format cannot hold.
Result<void> checkTarget(const ExportFormat &format, const ExportRequest &request);

/// The system that @p request is written in by @p format; not valid where the features have none and none was asked
/// for.
Result<Crs> targetOf(const ExportFormat &format, const ExportRequest &request);

/// What a file in a shifted system says about itself; empty for other systems.
QString shiftText(const Crs &crs);

} // namespace cuntu
