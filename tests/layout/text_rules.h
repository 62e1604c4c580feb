// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "include_rules.h"

namespace cuntu::layout {

/// Words that the host must not say because they name a programme: from every plugin's terms.csv, and reserved ones.
/// Latin words are found as the beginning of a word or of a part of a name (sawmill_list, k_sawmills, isSawmill),
/// others anywhere.
Violations namedProgrammes(const Tree &host, const std::vector<std::string> &words,
                           const std::vector<std::string> &exceptions);

/// Source files whose first line (the second after '#!') is not the licence's SPDX line.
Violations missingLicences(const Tree &tree);

/// Words shown by widgets, or said in errors, that are written in the code without tr(): a literal with a letter in it
/// handed to a function that shows text.
Violations untranslated(const Tree &tree);

/// Marks by which people leave work for later.
Violations leftOpen(const Tree &tree);

/// Declarations at namespace level (types, functions, aliases, constants) of the headers in @p publicHeaders that have
/// neither a
/// '///' comment above nor a '///<' behind. A heuristic: it reads lines, not C++.
Violations undocumented(const Tree &tree, const std::set<std::string> &publicHeaders);

} // namespace cuntu::layout
