// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/algorithm/figure_lines.h"

namespace cuntu::cli {

/// The figures of a result as a table for people, units behind the numbers.
void printFigures(const std::vector<FigureLine> &figures);

/// The curves of a result, each as a table of its points.
void printCurves(const std::vector<OutcomeCurve> &curves);

} // namespace cuntu::cli
