// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/roads/declare.h"
#include "plugins/roads/plan_outcome.h"
#include "plugins/roads/reasons.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {

namespace {

Error planError(const Text &sentence, const Text &advice)
{
    return {ErrorCode::NotFound, sentence.toString(), {}, advice.toString(), {}, {}};
}

/// A plan is one tree, so it needs one destination, and without any nothing leads anywhere.
Result<void> hasDestination(const Connection &connection, const PlanInput &input)
{
    if (connection.destination == Destination::OwnCommittee) {
        return planError(
            {u"各村通到自己的村委会时，没有一个共同的目的地，不能求方案"_s,
             u"where each village leads to its own committee there is no common destination to plan for"_s},
            {u"目的地改选村委会或乡道以上路网。"_s,
             u"Choose seats of committees or the classified network as the destination."_s});
    }
    const auto &edges = input.problem.edges;
    if (std::any_of(edges.begin(), edges.end(),
                    [&](const PlanEdge &edge) { return edge.from == input.problem.root; })) {
        return {};
    }
    return planError(
        {u"没有可以通到的地方：数据中没有算数的目的地"_s, u"there is no destination that roads could lead to"_s},
        {u"给道路填行政等级，或标出村委会驻地，或另选目的地。"_s,
         u"Give roads their administrative class, mark seats of committees, or choose another destination."_s});
}

NetworkPlan planned(const PlanInput &input, const PlanRequest &request, const JobContext &job)
{
    PlanGoal goal = request.goal;
    if (!goal.budget && request.share_percent < 100) {
        goal.wanted = std::max(0.0, request.share_percent / 100 * input.countedWeight - input.connectedWeight);
    }
    return planNetwork(input.problem, goal, job);
}

Result<Outcome> run(const AlgorithmInput &input, const JobContext &job)
{
    const Rule rule = Rule::from(input.parameters);
    const PlanRequest request = PlanRequest::from(input.parameters, input.asOf);
    job.report(0, Text{u"判定自然村是否相通"_s, u"connecting settlements"_s}.toString());
    const auto connection =
        connect(input.project, rule, input.asOf, Detail::Reasons, job, {u"code"_s, u"name"_s, u"village_code"_s},
                segmentNameFields() + QStringList{u"estimate_yuan"_s, u"length_km"_s});
    if (!connection) {
        return connection.error();
    }
    const auto costs = lineCosts(*connection, PlanCosts::from(input.parameters), job);
    if (!costs) {
        return costs.error();
    }
    const PlanInput problem = planInput(*connection, *costs, request.weight);
    if (auto somewhere = hasDestination(*connection, problem); !somewhere) {
        return somewhere.error();
    }
    job.report(-1, Text{u"求建设方案"_s, u"planning"_s}.toString());
    const NetworkPlan plan = planned(problem, request, job);
    const std::vector<PlanWork> works = planWorks(*connection, problem, plan, request.years);
    const auto extra = extraCosts(problem, plan, {}); // of the best plan so far, also where the job was cancelled
    if (!extra) {
        return extra.error();
    }
    return planOutcome({*connection, request, problem, plan, works, *costs, *extra}, input.asOf);
}

std::vector<Parameter> parameters()
{
    std::vector<Parameter> all = PlanRequest::parameters();
    for (const auto &more : {PlanCosts::parameters(), Rule::parameters()}) {
        all.insert(all.end(), more.begin(), more.end());
    }
    return all;
}

} // namespace

Algorithm planAlgorithm()
{
    Algorithm algorithm;
    algorithm.id = u"roads.plan"_s;
    algorithm.programme = id(k_programme);
    algorithm.name = {u"建设方案"_s, u"What to harden next"_s};
    algorithm.help = {
        u"求先硬化哪些路段：在预算内通硬化路的户数最多，或以最少的钱达到目标占比；给出与最优值的可证明差距，"
        u"并按年度预算排出先后。每段路注明为谁而修、要花多少、完成后连通哪些自然村；没有安排的自然村注明还差多少钱。"_s,
        u"Which segments to harden: most households connected within a budget, or a share reached for the least money, "
        u"with "
        u"the proven distance to the optimum, put into years by their budgets. Each work says for whom it is done, "
        u"what "
        u"it costs and who is connected by it; each settlement that is left says how much money it would take."_s};
    algorithm.parameters = parameters();
    algorithm.run = run;
    return algorithm;
}

} // namespace cuntu::roads
