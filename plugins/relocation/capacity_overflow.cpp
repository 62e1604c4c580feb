// SPDX-License-Identifier: GPL-3.0-or-later
// Where the search for a choice comes to no end: one that would do if some sites held more.
#include "plugins/relocation/capacity_relief.h"
#include "plugins/relocation/obstacle_words.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {

namespace {

/// What each site takes more than it holds.
std::vector<double> overflowOf(const CapacitatedProblem &problem, const CapacitatedSolution &solution)
{
    std::vector<double> over(problem.candidateCount(), 0);
    for (std::size_t demand = 0; demand < problem.demandCount(); ++demand) {
        over[solution.assignment[demand]] += problem.sizes[demand];
    }
    for (std::size_t site = 0; site < over.size(); ++site) {
        over[site] = std::max(0.0, over[site] - problem.capacities[site]);
    }
    return over;
}

} // namespace

/// Capacities are raised by a share that is halved as long as a choice is found quickly: the fuller the sites may be,
/// the easier it is. The costs are nothing, so the first choice ends each search.
void CapacityRelief::addOverflow(Obstacle &obstacle) const
{
    constexpr int k_halvings = 6;
    const CapacitatedProblem exact = problem(m_siting, m_terms);
    const double largest = exact.sizes.empty() ? 0 : *std::max_element(exact.sizes.begin(), exact.sizes.end());
    std::vector<double> least;
    double low = 0;
    double high = 1;
    for (int k = 0; k < k_halvings && !m_job.isCancelled(); ++k) {
        const double share = k == 0 ? 1 : (low + high) / 2;
        CapacitatedProblem larger = exact;
        for (double &capacity : larger.capacities) {
            capacity = capacity * (1 + share) + (k == 0 ? largest : 0);
        }
        const CapacitatedSolution solution = solveCapacitated(larger, m_limits, m_job);
        if (!solution.isFound()) {
            if (k == 0) {
                return;
            }
            low = share;
            continue;
        }
        high = share;
        std::vector<double> over = overflowOf(exact, solution);
        if (least.empty() ||
            std::accumulate(over.begin(), over.end(), 0.0) < std::accumulate(least.begin(), least.end(), 0.0)) {
            least = std::move(over);
        }
    }
    QStringList changes;
    double sum = 0;
    for (std::size_t site = 0; site < least.size(); ++site) {
        if (least[site] > 0) {
            sum += least[site];
            changes << filled({u"%2 增加 %1 个容量"_s, u"%1 more places at %2"_s},
                              {shown(least[site]), nameCandidate(m_siting, site)});
        }
    }
    obstacle.relaxations.push_back(
        {u"places"_s,
         sum,
         0,
         {},
         false,
         changes.isEmpty()
             ? Text{u"给更长的时间：再算就能找到"_s, u"more time: a search with it finds one"_s}.toString()
             : changes.join(Text{u"，并且 "_s, u", and "_s}.toString())});
}

} // namespace cuntu::relocation
