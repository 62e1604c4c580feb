// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace cuntu {

/// A field that was found in the description of a place.
using KmlField = std::pair<std::string, std::string>;

/// The fields in a KML description: rows of an HTML table with two cells (as Google Earth and ArcGIS write them), or
/// 'key:value' pairs separated by ; , or line ends, half- or full-width. Text that is no such list gives none.
std::vector<KmlField> kmlDescriptionFields(const std::string &description);

} // namespace cuntu
