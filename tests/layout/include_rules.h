// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tree.h"

#include <map>
#include <set>

namespace cuntu::layout {

/// What a rule found: "core/geo/crs.cpp:12: why", one each. Empty: the rule holds.
using Violations = std::vector<std::string>;

/// For a key (a folder, or the beginning of a header's name), folders, folder/* or single headers.
using Table = std::map<std::string, std::set<std::string>>;

/// Reads lines of the form "key: value value".
Table readTable(const std::vector<std::string> &lines);

/// Includes of our own headers that @p allowed does not allow to the folder they stand in, and folders that are not in
/// it.
Violations forbiddenIncludes(const Tree &tree, const Table &allowed);

/// Includes of headers of core and maps that are not in @p publicHeaders, from outside the library they belong to.
Violations privateIncludes(const Tree &tree, const std::set<std::string> &publicHeaders);

/// Includes of an external library's headers outside the folders that are its door. @p doors: beginning of the header's
/// name.
Violations wrongDoors(const Tree &tree, const Table &doors);

} // namespace cuntu::layout
