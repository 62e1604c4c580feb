// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/solve/mixed_integer.h"
#include "core/solve/siting.h"

#include <algorithm>
#include <chrono>

namespace cuntu {

/// How a search and CBC share the time of SitingLimits. The clock runs from the beginning.
class CbcShare {
public:
    /// @p terms: about the size of the linear programme. Beyond a million CBC is not asked: it would hardly solve the
    /// relaxation in time.
    CbcShare(const SitingLimits &limits, std::size_t terms);

    bool isWanted() const { return m_isWanted; }
    bool isPossible() const { return m_isWanted && m_trouble.isEmpty(); }
    const QString &trouble() const { return m_trouble; }
    /// The limits of the search here.
    const SitingLimits &own() const { return m_own; }
    /// Seconds that are left for CBC, one at least.
    double left() const;

private:
    SitingLimits m_own;
    bool m_isWanted;
    double m_seconds;
    QString m_trouble;
    std::chrono::steady_clock::time_point m_begin;
};

/// Takes into @p solution what @p answer proves. The model may lack what is no better than @p before, the objective
/// that was known when it was made, but for the allowed gap; @p isWhole: all objectives are whole numbers.
template <class Solution>
void takeProof(const MixedIntegerSolution &answer, double before, const SitingLimits &limits, bool isWhole,
               Solution &solution)
{
    const double outside = limits.gap > 0 ? before * (1 - limits.gap) : before;
    solution.bound = std::max(solution.bound, std::min({answer.bound, outside, solution.objective}));
    const bool isClosed = isWhole && solution.bound > solution.objective - 1 + 1e-6;
    if (limits.gap == 0 && (answer.isOptimal || isClosed)) {
        solution.bound = solution.objective;
    }
    solution.optimal = solution.bound >= solution.objective;
    if (solution.optimal || solution.gap() <= limits.gap * (1 + 1e-6)) {
        solution.prover = Prover::Cbc;
        solution.cancelled = false;
    }
}

} // namespace cuntu
