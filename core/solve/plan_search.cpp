// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/plan_search.h"

#include "core/solve/limits.h"

#include <algorithm>
#include <cmath>
#include <queue>

namespace cuntu {

namespace {

/// What rounding does to sums of costs.
constexpr double k_rounding = 1e-9;

/// How many multipliers are tried at the root, and how far they are apart further down.
constexpr int k_tries = 22;
constexpr double k_stride = 1.15;

bool isLater(const PlanState &a, const PlanState &b)
{
    return a.bound > b.bound;
}

} // namespace

PlanSearch::PlanSearch(const PlanGraph &graph, const PlanAim &aim, const JobContext &job)
    : m_graph(graph), m_aim(aim), m_job(job), m_ascent(graph), m_trees(graph), m_closedBound(k_never)
{
    for (const PlanGraph::Demand &demand : graph.demands) {
        m_total += demand.weight;
        m_isWhole = m_isWhole && demand.weight == std::floor(demand.weight);
    }
}

double PlanSearch::value(const PlanTree &tree) const
{
    return m_aim.kind == PlanAim::Kind::Budget ? m_total - tree.weight : tree.cost;
}

bool PlanSearch::keepsLimit(const PlanTree &tree) const
{
    switch (m_aim.kind) {
    case PlanAim::Kind::Budget:
        return tree.cost <= m_aim.limit * (1 + k_rounding);
    case PlanAim::Kind::Weight:
        return tree.weight >= m_aim.limit * (1 - k_rounding);
    case PlanAim::Kind::All:
        break;
    }
    return tree.weight >= m_total * (1 - k_rounding);
}

double PlanSearch::slackOf(double value) const
{
    return std::max(k_rounding * (1 + m_total), std::abs(value) * std::max(m_aim.gap, k_rounding));
}

/// What a part must promise to be of interest: less than this.
double PlanSearch::cutoff() const
{
    if (!m_hasBest) {
        return k_never;
    }
    const double best = value(m_best);
    return std::min(best - slackOf(best), comesInWholes() ? best - 1 + k_rounding * (1 + m_total) : k_never);
}

PlanPrices PlanSearch::pricesAt(double multiplier) const
{
    switch (m_aim.kind) {
    case PlanAim::Kind::Budget:
        return {multiplier, 1};
    case PlanAim::Kind::Weight:
        return {1, multiplier};
    case PlanAim::Kind::All:
        break;
    }
    return {1, k_never};
}

/// Bound and plan of @p state with one multiplier.
PlanSearch::Look PlanSearch::look(const PlanState &state, double multiplier)
{
    const PlanPrices prices = pricesAt(multiplier);
    Look found{0, multiplier, m_ascent.run(state, prices, [&] { return mustStop(); }), {}};
    found.bound = found.ascent.bound;
    if (m_aim.kind == PlanAim::Kind::Budget) {
        found.bound -= multiplier * m_aim.limit;
    } else if (m_aim.kind == PlanAim::Kind::Weight) {
        found.bound -= multiplier * (m_total - m_aim.limit);
    }
    if (found.bound < k_never) {
        found.tree = m_trees.grow(state, &found.ascent, prices);
        consider(found.tree);
    }
    return found;
}

void PlanSearch::take(const PlanTree &tree)
{
    const bool isBetter =
        !m_hasBest || value(tree) < value(m_best) || (value(tree) == value(m_best) && tree.cost < m_best.cost);
    if (keepsLimit(tree) && isBetter) {
        m_best = tree;
        m_hasBest = true;
    }
}

void PlanSearch::consider(const PlanTree &tree)
{
    switch (m_aim.kind) {
    case PlanAim::Kind::Budget:
        take(m_trees.fit(tree, m_aim.limit));
        break;
    case PlanAim::Kind::Weight:
        take(keepsLimit(tree) ? m_trees.trim(tree, m_aim.limit) : tree);
        break;
    case PlanAim::Kind::All:
        take(tree);
        break;
    }
}

/// True where @p tree shows that the multiplier makes building too cheap or too dear a thing: then it must rise.
bool PlanSearch::wantsMore(const PlanTree &tree) const
{
    return m_aim.kind == PlanAim::Kind::Budget ? tree.cost > m_aim.limit : tree.weight < m_aim.limit;
}

/// The multiplier with the best bound for the whole problem: doubled or halved until the limit lies between, then
/// halved on the scale of logarithms.
PlanSearch::Look PlanSearch::lookForMultiplier(const PlanState &state)
{
    const double whole = std::max(m_hasBest ? m_best.cost : 0, m_trees.grow(state, nullptr, {1, k_never}).cost);
    double at = m_aim.kind == PlanAim::Kind::Budget ? m_total / std::max(whole, 1e-9) : whole / std::max(m_total, 1e-9);
    Look best = look(state, at);
    std::optional<double> low;
    std::optional<double> high;
    bool rises = wantsMore(best.tree);
    for (int i = 0; i < k_tries && !mustStop(); ++i) {
        (rises ? low : high) = at;
        at = low && high ? std::sqrt(*low * *high) : rises ? at * 2 : at / 2;
        Look next = look(state, at);
        rises = wantsMore(next.tree);
        if (next.bound > best.bound) {
            best = std::move(next);
        }
    }
    return best;
}

PlanSearch::Look PlanSearch::lookAround(const PlanState &state)
{
    Look best = look(state, state.multiplier);
    if (m_aim.kind == PlanAim::Kind::All || best.bound >= cutoff()) {
        return best;
    }
    const double next = wantsMore(best.tree) ? best.multiplier * k_stride : best.multiplier / k_stride;
    Look other = look(state, next);
    return other.bound > best.bound ? other : best;
}

/// Fills in what it costs at least, by what @p ascent left, to come to each place from the root, or from it to
/// somebody.
void PlanSearch::spread(std::vector<double> &cost, const PlanState &state, const Ascent &ascent, bool fromRoot) const
{
    using Label = std::pair<double, std::uint32_t>;
    std::priority_queue<Label, std::vector<Label>, std::greater<>> queue;
    cost.assign(m_graph.nodeCount(), k_never);
    const auto begin = [&](std::uint32_t node) {
        if (!state.nodeGone[node] && cost[node] > 0) {
            cost[node] = 0;
            queue.emplace(0, node);
        }
    };
    if (fromRoot) {
        begin(0);
    } else {
        for (std::uint32_t node = 1; node < m_graph.nodeCount(); ++node) {
            if (state.must[node]) {
                begin(node);
            }
        }
        for (std::size_t demand = 0; demand < m_graph.demands.size(); ++demand) {
            for (const std::uint32_t node : m_graph.demands[demand].nodes) {
                if (state.demands[demand] != DemandRule::Dropped) {
                    begin(node);
                }
            }
        }
    }
    while (!queue.empty()) {
        const auto [at, node] = queue.top();
        queue.pop();
        if (at > cost[node]) {
            continue;
        }
        for (const std::uint32_t arc : fromRoot ? m_graph.out(node) : m_graph.in(node)) {
            const std::uint32_t to = fromRoot ? m_graph.arcs[arc].to : m_graph.arcs[arc].from;
            const double next = state.arcGone[arc] ? k_never : at + ascent.reduced[arc];
            if (next < cost[to]) {
                cost[to] = next;
                queue.emplace(next, to);
            }
        }
    }
}

/// Leaves out places and arcs that no better plan uses. False where nothing is left.
bool PlanSearch::fix(PlanState &state, const Look &look)
{
    const double limit = cutoff();
    if (limit == k_never) {
        return settleDemands(state);
    }
    std::vector<double> fromRoot;
    std::vector<double> toDemand;
    spread(fromRoot, state, look.ascent, true);
    spread(toDemand, state, look.ascent, false);
    for (std::uint32_t node = 1; node < m_graph.nodeCount(); ++node) {
        if (!state.nodeGone[node] && look.bound + fromRoot[node] + toDemand[node] >= limit) {
            if (state.must[node]) {
                return false;
            }
            state.dropNode(m_graph, node);
        }
    }
    for (std::uint32_t arc = 0; arc < m_graph.arcs.size(); ++arc) {
        const PlanGraph::Arc &way = m_graph.arcs[arc];
        if (!state.arcGone[arc] &&
            look.bound + fromRoot[way.from] + look.ascent.reduced[arc] + toDemand[way.to] >= limit) {
            state.arcGone[arc] = true;
        }
    }
    for (std::size_t demand = 0; demand < m_graph.demands.size(); ++demand) {
        if (state.demands[demand] == DemandRule::Open && look.bound + look.ascent.slack[demand] >= limit) {
            state.demands[demand] = DemandRule::Must;
        }
    }
    return settleDemands(state);
}

/// Demands whose places are all gone are not served. False where one of them must be.
bool PlanSearch::settleDemands(PlanState &state) const
{
    for (std::size_t i = 0; i < m_graph.demands.size(); ++i) {
        const auto &nodes = m_graph.demands[i].nodes;
        const bool isLost =
            std::all_of(nodes.begin(), nodes.end(), [&](std::uint32_t node) { return bool(state.nodeGone[node]); });
        if (isLost && (state.demands[i] == DemandRule::Must || m_aim.kind == PlanAim::Kind::All)) {
            return false;
        }
        if (isLost) {
            state.demands[i] = DemandRule::Dropped;
        }
    }
    return true;
}

/// The place to decide on: of those that the plan goes through the one where it branches most, else one outside.
std::uint32_t PlanSearch::choose(const PlanState &state, const Look &look)
{
    std::vector<std::uint32_t> children(m_graph.nodeCount());
    for (const std::uint32_t arc : look.tree.arcs) {
        ++children[m_graph.arcs[arc].from];
    }
    std::uint32_t best = k_noIndex;
    for (const std::uint32_t arc : look.tree.arcs) {
        const std::uint32_t node = m_graph.arcs[arc].to;
        if (!state.must[node] && (best == k_noIndex || children[node] > children[best])) {
            best = node;
        }
    }
    return best != k_noIndex ? best : chooseOutside(state, look);
}

/// Of the places that are not decided the one that the bound makes most likely; k_noIndex where all are decided.
std::uint32_t PlanSearch::chooseOutside(const PlanState &state, const Look &look)
{
    std::vector<double> fromRoot;
    std::vector<double> toDemand;
    spread(fromRoot, state, look.ascent, true);
    spread(toDemand, state, look.ascent, false);
    std::uint32_t best = k_noIndex;
    double least = k_never;
    for (std::uint32_t node = 1; node < m_graph.nodeCount(); ++node) {
        const double cost = fromRoot[node] + toDemand[node];
        if (!state.must[node] && !state.nodeGone[node] && (best == k_noIndex || cost < least)) {
            least = cost;
            best = node;
        }
    }
    return best;
}

void PlanSearch::branch(const PlanState &state, std::uint32_t node)
{
    PlanState with = state;
    with.must[node] = true;
    PlanState without = state;
    without.dropNode(m_graph, node);
    for (PlanState *next : {&with, &without}) {
        if (settleDemands(*next)) {
            m_open.push_back(std::move(*next));
            std::push_heap(m_open.begin(), m_open.end(), isLater);
        }
    }
}

void PlanSearch::process(PlanState state)
{
    ++m_nodes;
    Look found = m_nodes == 1 && m_aim.kind != PlanAim::Kind::All ? lookForMultiplier(state) : lookAround(state);
    state.multiplier = found.multiplier;
    state.bound = std::max(state.bound, found.bound);
    if (state.bound >= cutoff()) {
        m_closedBound = std::min(m_closedBound, state.bound);
        return;
    }
    if (!fix(state, found)) {
        m_closedBound = std::min(m_closedBound, cutoff());
        return;
    }
    const std::uint32_t node = choose(state, found);
    if (node != k_noIndex) {
        branch(state, node);
        return;
    }
    const PlanTree last = m_trees.span(state);
    take(last);
    if (keepsLimit(last)) {
        m_closedBound = std::min(m_closedBound, value(last));
    }
}

bool PlanSearch::mustStop()
{
    const bool isOver = m_aim.end && std::chrono::steady_clock::now() > *m_aim.end;
    m_stopped = m_stopped || isOver || m_job.isCancelled();
    return m_stopped;
}

void PlanSearch::run(const std::optional<PlanTree> &first)
{
    PlanState root(m_graph);
    if (first) {
        take(*first);
    }
    consider(m_trees.grow(root, nullptr, {1, k_never}));
    m_open.push_back(std::move(root));
    m_bound = 0;
    const auto isEnough = [&] { return m_aim.enoughBound && m_bound > *m_aim.enoughBound; };
    while (!m_open.empty() && !mustStop() && !isEnough()) {
        std::pop_heap(m_open.begin(), m_open.end(), isLater);
        PlanState next = std::move(m_open.back());
        m_open.pop_back();
        if (next.bound < cutoff()) {
            process(std::move(next));
        } else {
            m_closedBound = std::min(m_closedBound, next.bound);
        }
        const double open = m_open.empty() ? k_never : m_open.front().bound;
        const double least = std::min({open, m_closedBound, m_hasBest ? value(m_best) : k_never});
        m_bound = std::max(m_bound, comesInWholes() ? std::ceil(least - k_rounding * (1 + m_total)) : least);
    }
}

} // namespace cuntu
