// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../county.hpp"

#include <filesystem>
#include <string>

namespace cuntu::sample {

using Path = std::filesystem::path;

/// @p utf8 in GBK. @throws std::runtime_error for a character that GBK has not.
std::string gbk(const std::string &utf8);
/// Writes @p bytes as they are. @throws std::runtime_error when the file cannot be written.
void writeFile(const Path &path, const std::string &bytes);

// Each writer makes one file, counts its features in Truth::counts, and throws std::runtime_error
// when the file cannot be written. The same county gives the same bytes.

/// GBK shapefile as bureaus hand it over: CGCS2000 3-degree zone 39 with zone prefix, ESRI .prj, no .cpg.
void writeVillages(const County &county, const Path &path, Truth &truth);
void writeTownships(const County &county, const Path &path, Truth &truth);
/// Title, unit line, two rows of heading, merged cells, some 20 bad rows, totals, signatures.
void writeSettlements(const County &county, const Path &path, Truth &truth);
void writeHouseholds(const County &county, const Path &path, Truth &truth);
/// In GCJ-02, as drawn on a web map, with the attributes in the description.
void writeRoads(const County &county, const Path &path, Truth &truth);
void writeRoadProgress(const County &county, const Path &path, Truth &truth);
/// Which villages have a bus, and since when.
void writeBuses(const County &county, const Path &path, Truth &truth);
/// Of a tenth of the households whether the way to their door is hardened.
void writeEntryRoads(const County &county, const Path &path, Truth &truth);
void writeTargets(const Path &path, Truth &truth);
void writeGbkTable(const Table &table, const Path &path, Truth &truth);
void writeSites(const Table &table, const Path &path, Truth &truth);
void writeRivers(const County &county, const Path &path, Truth &truth);
void writeTerrain(const County &county, const Path &path, Truth &truth);
/// Six small pictures of roads and works, five with a position (WGS 84) and all with a time.
void writePhotos(const County &county, const Path &folder, Truth &truth);
/// The generator's own figures, for tests.
void writeTruth(const County &county, const Truth &truth, const Path &path);

} // namespace cuntu::sample
