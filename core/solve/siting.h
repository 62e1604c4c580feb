// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace cuntu {

/// What is decided of a candidate before the search begins.
enum class SiteRule : std::uint8_t { Free, Fixed, Forbidden };

/// Choose sites so that the sum of what each demand costs is least: one form for p-median, maximal coverage and set
/// cover.
///
///     demand i pays   the cost of its cheapest listed site that is open, or otherwise[i] where none is
///     site j costs    opening[j] where it is opened
///
/// p-median:  all sites listed with weight x distance. Maximal coverage: those within reach at cost 0, otherwise the
/// weight. Set cover: those within reach at cost 0, opening 1, otherwise 2 (more than a site that would serve it).
/// Costs are in whatever unit the caller has; finite and >= 0.
struct SitingProblem {
    struct Entry {
        std::uint32_t site = 0;
        double cost = 0;
    };
    std::vector<std::uint32_t> start;   ///< per demand, and one more: its first entry
    std::vector<Entry> entries;         ///< of each demand ascending by cost, none dearer than its `otherwise`
    std::vector<double> otherwise;      ///< per demand
    std::vector<double> opening;        ///< per candidate; empty: nothing
    std::vector<SiteRule> rules;        ///< per candidate
    std::optional<std::uint32_t> sites; ///< exactly so many; empty: as many as pay
    std::vector<double> prices;         ///< per candidate, >= 0; empty: nothing. Not part of what is minimised
    std::optional<double> budget;       ///< the prices of the chosen sites are at most this in sum

    std::size_t demandCount() const { return otherwise.size(); }
    std::size_t candidateCount() const { return rules.size(); }
    std::span<const Entry> entriesOf(std::size_t demand) const
    {
        return std::span(entries).subspan(start[demand], start[demand + 1] - start[demand]);
    }
    double openingOf(std::size_t site) const { return opening.empty() ? 0 : opening[site]; }
    double priceOf(std::size_t site) const { return prices.empty() ? 0 : prices[site]; }
    /// Whether so much may be spent, but for what rounding adds to a sum.
    bool isAffordable(double spent) const { return !budget || spent <= *budget + 1e-9 * (1 + *budget); }
};

/// Who looks for the proof.
enum class Solver : std::uint8_t {
    Own,  ///< the search here
    Auto, ///< the search here for a third of the time, half a minute at most; then, without a proof, CBC for the rest
    Cbc,  ///< the search here for a moment, which gives CBC a start and a smaller problem
};

/// Who gave it.
enum class Prover : std::uint8_t { Nobody, Own, Cbc };

/// When a search may end before its proof.
struct SitingLimits {
    double gap = 0;                    ///< (objective - bound) / objective at which it is good enough; 0: proven
    std::optional<double> seconds;     ///< of wall time; empty: until proven. What is found then depends on the machine
    std::optional<double> enoughBound; ///< stops once the bound is above this: no solution so good exists
    std::optional<double> enoughObjective; ///< stops once a solution is at most this
    Solver solver = Solver::Own;           ///< others than Own only with `seconds`, and without what is enough
};

/// What was found. `bound` <= optimum <= `objective`; both in the problem's unit.
struct SitingSolution {
    std::vector<std::uint32_t> sites; ///< ascending
    double objective = 0;
    double bound = 0;
    bool optimal = false;           ///< proven
    bool cancelled = false;         ///< the job was cancelled, or the time was over: the best so far
    std::uint32_t nodes = 0;        ///< of the search tree here, the root included
    Prover prover = Prover::Nobody; ///< of `bound`, where it is as near as asked for
    QString trouble;                ///< why CBC, which was wanted, was of no help; empty: it was, or it was not needed

    double gap() const { return objective > bound ? (objective - bound) / objective : 0; }
};

/// What a set of open sites costs. O(entries).
CUNTU_CORE_EXPORT double sitingCost(const SitingProblem &problem, std::span<const std::uint32_t> sites);

/// Solves @p problem exactly by branch and bound on the sites. Lower bounds: Lagrangian relaxation of the assignment
/// (Cornuejols, Fisher and Nemhauser 1977, doi:10.1287/mnsc.23.8.789; steps as in Held, Wolfe and Crowder 1974,
/// doi:10.1007/BF01580223, direction averaged as in Barahona and Anbil 2000, doi:10.1007/s101070050002), candidates
/// fixed by their reduced costs. Solutions: interchange (Teitz and Bart 1968) with the bookkeeping of Resende and
/// Werneck 2007, doi:10.1016/j.ejor.2005.05.031.
///
/// A cancelled job is no failure here: the best so far is returned with its bound. Misused where more sites are asked
/// for than may be opened, more are fixed than asked for, or the fixed or the cheapest ones cost more than the budget.
/// The budget is dualised, too, at the price that makes the bound highest. The same input gives the same answer in
/// every run that no time limit cuts short.
///
/// What is left without a proof may go to CBC (SitingLimits::solver), without the candidates that the search ruled out
/// and with its cuts. What CBC fails at stays as the search left it. Memory: 16 bytes an entry, and candidates x sites
/// numbers. Any thread.
CUNTU_CORE_EXPORT Result<SitingSolution> solveSiting(const SitingProblem &problem, const SitingLimits &limits,
                                                     const JobContext &job);

} // namespace cuntu
