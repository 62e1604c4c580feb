// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/algorithm/figure_lines.h"

namespace cuntu::cli {

/// The figures of a result as a table for people, units behind the numbers.
void printFigures(const std::vector<FigureLine> &figures);

} // namespace cuntu::cli
