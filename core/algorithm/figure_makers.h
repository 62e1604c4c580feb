// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/algorithm/algorithm.h"

namespace cuntu {

/// The figures of a plan that a search with a bound found: what was optimised, `objective`, `bound`, `gap`, `optimal`,
/// `stopped`, whether the wanted share is reached (`enough`), and the `budget`.
CUNTU_CORE_EXPORT std::vector<OutcomeFigure> boundedPlanFigures();

/// @p figures with @p more behind them.
CUNTU_CORE_EXPORT std::vector<OutcomeFigure> joined(std::vector<OutcomeFigure> figures,
                                                    std::vector<OutcomeFigure> more);

} // namespace cuntu
