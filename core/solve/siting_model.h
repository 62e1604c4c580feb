// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/solve/half_cuts.h"
#include "core/solve/mixed_integer.h"

namespace cuntu {

/// A SitingProblem as a linear programme with a column for each candidate, and for each demand one for each of its
/// distinct costs that says whether nothing so cheap is open (Cornuejols, Nemhauser and Wolsey 1980,
/// doi:10.1137/0601030). Its relaxation is as tight as the one with a column for each pair, and every entry is in one
/// row only. Cuts are further rows.
class SitingModel {
public:
    SitingModel(const SitingProblem &siting, const std::vector<HalfCut> &cuts);

    const MixedInteger &problem() const { return m_problem; }
    /// The values of all columns where @p sites are open.
    std::vector<double> valuesOf(const SitingProblem &siting, const std::vector<std::uint32_t> &sites) const;
    /// Ascending.
    std::vector<std::uint32_t> sitesOf(const std::vector<double> &values) const;

private:
    /// A column behind those of the candidates: 1 where the demand pays more than the cost.
    struct Step {
        std::size_t demand = 0;
        double cost = 0;
    };

    void addSites(const SitingProblem &siting);
    void addDemand(const SitingProblem &siting, std::size_t demand);
    void addCut(const HalfCut &cut);

    MixedInteger m_problem;
    std::vector<std::uint32_t> m_columnOf; ///< per candidate; k_none: forbidden
    std::vector<Step> m_steps;
    std::vector<std::uint32_t> m_firstStep; ///< per demand: its first such column; k_none: it has none
};

} // namespace cuntu
