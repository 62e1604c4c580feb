// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/relocation/obstacle.h"

#include <algorithm>
#include <numeric>

namespace cuntu::relocation {

/// Looks for the smallest changes that give a capacitated problem a solution. Whether there is one, is a search of its
/// own, where all costs are nothing.
class CapacityRelief {
public:
    CapacityRelief(const SitingInput &siting, const SitingTerms &terms, const SitingLimits &limits,
                   const JobContext &job)
        : m_siting(siting), m_terms(terms), m_limits(limits), m_job(job)
    {
        m_limits.gap = 0;
        m_limits.solver = Solver::Own;
        if (limits.seconds) {
            m_limits.seconds = std::min(2.0, *limits.seconds / 10); // for each of a few dozen questions
        }
    }

    void addViolations(Obstacle &obstacle) const;
    void addRelaxations(Obstacle &obstacle);
    /// Which sites would have to hold how much more: found, not proven the least.
    void addOverflow(Obstacle &obstacle) const;

private:
    enum class Answer { No, Yes, Unknown };

    CapacitatedProblem problem(const SitingInput &siting, const SitingTerms &terms) const;
    Answer isSolvable(const SitingInput &siting, const SitingTerms &terms) const;
    void addSites(Obstacle &obstacle) const;
    void addPlaces(Obstacle &obstacle) const;
    void addLimit(Obstacle &obstacle) const;
    void addBudget(Obstacle &obstacle) const;
    void addRule(SiteRule rule, const QString &kind, const Text &one, const Text &all, Obstacle &obstacle) const;
    double total() const { return std::accumulate(m_siting.sizes.begin(), m_siting.sizes.end(), 0.0); }
    double mostRoom(std::size_t sites) const;
    double leastPrice(std::size_t sites) const;
    std::size_t sitesAllowed() const;

    const SitingInput &m_siting;
    SitingTerms m_terms;
    SitingLimits m_limits;
    const JobContext &m_job;
};

} // namespace cuntu::relocation
