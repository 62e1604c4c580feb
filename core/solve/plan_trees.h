// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/solve/plan_ascent.h"

#include <functional>

namespace cuntu {

/// A plan on a PlanGraph.
struct PlanTree {
    std::vector<std::uint32_t> arcs; ///< parents first; at most one into each place
    double cost = 0;
    double weight = 0; ///< of the graph's demands that are served
};

/// Makes good plans. Borrows the graph; keeps its scratch memory between calls.
class PlanTrees {
public:
    explicit PlanTrees(const PlanGraph &graph);

    /// A plan in @p state: paths to one demand or place that must be reached after the other, the nearest first, over
    /// arcs that @p ascent saturates (any arc without one); then the cheapest tree over its places, without branches
    /// that cost more than they bring at @p prices. Empty tree where nothing is to be reached.
    PlanTree grow(const PlanState &state, const Ascent *ascent, const PlanPrices &prices);
    /// The cheapest tree over the places of @p state that are not gone, where plans must go through all of them.
    PlanTree span(const PlanState &state);
    /// @p tree without branches as long as it serves @p wanted, those first that bring least for their cost.
    PlanTree trim(PlanTree tree, double wanted);
    /// What is best of @p tree for at most @p budget, by weight for cost, extended by what still fits.
    PlanTree fit(PlanTree tree, double budget);
    /// @p tree and paths to further demands while they cost at most @p budget in all, most weight for cost first.
    PlanTree extend(PlanTree tree, double budget);
    /// Places that @p tree goes through, the root included.
    const std::vector<bool> &placesOf(const PlanTree &tree);

private:
    void collect(const PlanState &state, const Ascent *ascent, const PlanPrices &prices);
    PlanTree treeOver(const PlanState *state);
    PlanTree prune(const PlanTree &tree, const PlanState &state, const PlanPrices &prices);
    void measure(PlanTree &tree);
    /// Per arc of @p tree the weight of the demands that its end is the first to serve.
    std::vector<double> gains(const PlanTree &tree);
    void reset();
    void take(std::uint32_t node, std::vector<std::uint32_t> &added);
    std::size_t worstBranch(const PlanTree &tree, const std::function<bool(double cost, double weight)> &mayCut);
    PlanTree cut(const PlanTree &tree, std::size_t branch);
    void labelAround();
    std::uint32_t bestPlace(double rest);

    /// Of a place or an arc.
    struct Label {
        double cost = 0;
        std::uint32_t item = 0;
        bool operator>(const Label &other) const { return std::pair(cost, item) > std::pair(other.cost, other.item); }
    };
    void push(double cost, std::uint32_t item);
    Label pop();

    const PlanGraph &m_graph;
    std::vector<std::vector<std::uint32_t>> m_demandsAt; ///< per node
    std::vector<bool> m_in;                              ///< per node: in the tree
    std::vector<double> m_cost;                          ///< per node: label
    std::vector<std::uint32_t> m_by;                     ///< per node: the arc of the label
    std::vector<bool> m_served;                          ///< per demand
    std::vector<Label> m_heap;
};

} // namespace cuntu
