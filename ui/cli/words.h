// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <QString>

namespace cuntu::cli {

/// Puts the parser's own words on help pages (usage, options, required, ...) into the program's language. After all
/// verbs are added.
void translateHelp(CLI::App &app);

/// What is wrong with a call, in the program's language.
QString sentenceOf(const CLI::ParseError &error);

} // namespace cuntu::cli
