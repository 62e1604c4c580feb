// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/solve/cbc_share.h"
#include "core/solve/split_groups.h"

namespace cuntu {

/// A CapacitatedProblem as a linear programme: a column for each candidate, one for each pair of demand and site that
/// is left, and, where groups may be split, one for each group and site that one of it may go to.
class CapacitatedModel {
public:
    /// @p demandsOf: per candidate who may go there. @p groups: may be null.
    CapacitatedModel(const CapacitatedProblem &capacitated, const std::vector<SiteRule> &rules,
                     const std::vector<std::vector<std::uint32_t>> &demandsOf, const SplitGroups *groups);

    const MixedInteger &problem() const { return m_problem; }
    /// The values of all columns; what the model lacks of @p solution is left out.
    std::vector<double> valuesOf(const CapacitatedSolution &solution) const;
    /// Sites, assignment and what the pairs cost, which is without the price of groups.
    CapacitatedSolution solutionOf(const CapacitatedProblem &capacitated, const std::vector<double> &values) const;

private:
    struct Pair {
        std::uint32_t demand = 0;
        std::uint32_t site = 0;
        std::uint32_t column = 0;
        std::uint32_t groupColumn = k_none;
    };

    void addSites(const CapacitatedProblem &capacitated, const std::vector<SiteRule> &rules);
    void addPairs(const CapacitatedProblem &capacitated, const std::vector<std::vector<std::uint32_t>> &demandsOf);
    void addGroups(const SplitGroups &groups);
    void linkPairs();

    MixedInteger m_problem;
    std::vector<std::uint32_t> m_columnOf; ///< per candidate; k_none: forbidden
    std::vector<Pair> m_pairs;
    std::size_t m_demands;
};

/// Asks CBC about @p model of @p problem and takes over what it found and proved into @p solution, which may be empty
/// yet. @p groups: may be null. @p isWhole: all objectives are whole numbers.
void askCbc(const CapacitatedProblem &problem, const CapacitatedModel &model, const SplitGroups *groups, bool isWhole,
            const SitingLimits &limits, double seconds, const JobContext &job, CapacitatedSolution &solution);

} // namespace cuntu
