// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress/milestone.h"

namespace cuntu {

/// A figure over the features of a frozen baseline, and what came to it since.
struct FrozenFigure {
    Observation base;  ///< the baseline's features with their denominators of then, and what is done of them now
    Observation added; ///< features that count now and did not then
};

/// The figure of @p now over the frozen @p base, both ascending by row of one layer (DOMAIN B.0.2). A feature that does
/// not count any more stays in the denominator with nothing done; nothing is done of a feature beyond its denominator
/// of then. O(n).
CUNTU_CORE_EXPORT FrozenFigure frozenFigure(const std::vector<Contribution> &base,
                                            const std::vector<Contribution> &now);

/// The items of @p now that are among the frozen @p base, with its denominators of then: those that add up to
/// FrozenFigure::base but for what does not count any more.
CUNTU_CORE_EXPORT std::vector<Contribution> frozenItems(const std::vector<Contribution> &base,
                                                        const std::vector<Contribution> &now);

} // namespace cuntu
