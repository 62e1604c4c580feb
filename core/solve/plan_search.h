// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/solve/plan_trees.h"

#include <chrono>
#include <optional>

namespace cuntu {

/// What a search on a PlanGraph is after.
struct PlanAim {
    enum class Kind {
        All,    ///< all demands, at least cost
        Weight, ///< at least `limit` of weight, at least cost
        Budget, ///< most weight for at most `limit` of cost
    };
    Kind kind = Kind::All;
    double limit = 0;
    double gap = 0;
    std::optional<double> enoughBound; ///< stops once what is minimised is proven to be above this
    std::optional<std::chrono::steady_clock::time_point> end;
};

/// Branch and bound, see planNetwork(). Of one run. Borrows all it is given.
class PlanSearch {
public:
    PlanSearch(const PlanGraph &graph, const PlanAim &aim, const JobContext &job);

    /// Searches. @p first: a plan that keeps the aim's limit, to begin with; may be empty.
    void run(const std::optional<PlanTree> &first);

    const PlanTree &best() const { return m_best; }
    double bound() const { return m_bound; } ///< of cost, or with a budget of the weight that is not served
    bool isStopped() const { return m_stopped; }

private:
    struct Look {
        double bound = 0;
        double multiplier = 1;
        Ascent ascent;
        PlanTree tree;
    };

    bool comesInWholes() const { return m_aim.kind == PlanAim::Kind::Budget && m_isWhole; }
    double value(const PlanTree &tree) const;
    bool keepsLimit(const PlanTree &tree) const;
    double cutoff() const;
    double slackOf(double value) const;
    PlanPrices pricesAt(double multiplier) const;
    Look look(const PlanState &state, double multiplier);
    void consider(const PlanTree &tree);
    void take(const PlanTree &tree);
    Look lookAround(const PlanState &state);
    Look lookForMultiplier(const PlanState &state);
    bool wantsMore(const PlanTree &tree) const;
    bool fix(PlanState &state, const Look &look);
    void spread(std::vector<double> &cost, const PlanState &state, const Ascent &ascent, bool fromRoot) const;
    std::uint32_t choose(const PlanState &state, const Look &look);
    std::uint32_t chooseOutside(const PlanState &state, const Look &look);
    void process(PlanState state);
    void branch(const PlanState &state, std::uint32_t node);
    bool settleDemands(PlanState &state) const;
    bool mustStop();

    const PlanGraph &m_graph;
    const PlanAim &m_aim;
    const JobContext &m_job;
    DualAscent m_ascent;
    PlanTrees m_trees;
    PlanTree m_best;
    bool m_hasBest = false;
    bool m_isWhole = true; ///< all weights are whole numbers
    double m_total = 0;    ///< weight of all demands
    double m_bound = 0;
    double m_closedBound = 0; ///< least bound of parts that were left because they are good enough
    bool m_stopped = false;
    std::uint32_t m_nodes = 0;
    std::vector<PlanState> m_open; ///< a heap: the least bound on top
};

} // namespace cuntu
