// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/gdal_source.h"

namespace cuntu {

struct GdalSource::Scan {
    QByteArray text;     ///< values of text fields that are not plain ASCII, one a line, at most 1 MB
    QByteArray cutText;  ///< the longest of those that fill their field, so that its last character may be cut off
    bool allUtf8 = true; ///< of the former
    GeometryType geometry = GeometryType::None;
    CoordinateSample sample;
    std::vector<std::string> descriptionKeys; ///< in the order of their appearance
    std::map<QString, bool> filled;           ///< names of KML's own fields that have a value anywhere
};

} // namespace cuntu
