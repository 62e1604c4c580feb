// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/relocation/declare.h"
#include "plugins/relocation/models.h"
#include "plugins/relocation/obstacle.h"
#include "plugins/relocation/obstacle_words.h"
#include "plugins/relocation/siting_adoption.h"
#include "plugins/relocation/siting_outcome.h"
#include "plugins/relocation/siting_wishes.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {

namespace {

std::uint32_t sitesOf(const ParameterValues &parameters)
{
    return static_cast<std::uint32_t>(parameters.integer(u"sites"_s));
}

Error needsSitesOrBudget()
{
    return {ErrorCode::Misused,
            Text{u"既没有给选点数量，也没有给预算"_s, u"neither a number of sites nor a budget is given"_s}.toString(),
            {},
            Text{u"至少给出 sites 和 budget 之一"_s, u"give sites, or budget, or both"_s}.toString(),
            {},
            {}};
}

/// What the figures of all of them are called.
std::vector<OutcomeFigure> sitingFigures(Better objective)
{
    std::vector<OutcomeFigure> figures{
        {u"feasible"_s, {u"可行"_s, u"Feasible"_s}},
        {u"sentence"_s, {u"原因"_s, u"Why not"_s}},
        {u"violations"_s, {u"不满足的条件"_s, u"What is violated"_s}},
        {u"relaxations"_s, {u"怎样放宽"_s, u"What would do"_s}},
        {u"sites"_s, {u"选中的点"_s, u"Chosen sites"_s}},
        {u"site_count"_s, {u"选点数"_s, u"Number of sites"_s}, {}, Better::Less},
        {u"objective"_s, {u"目标值"_s, u"Objective"_s}, {}, objective},
        {u"bound"_s, {u"证明的界"_s, u"Proven bound"_s}},
        {u"gap"_s, {u"与界的相对差距"_s, u"Relative gap to the bound"_s}, {}, Better::Less},
        {u"optimal"_s, {u"证明最优"_s, u"Proven optimal"_s}},
        {u"proven_by"_s, {u"由谁证明"_s, u"Proven by"_s}},
        {u"solver_note"_s, {u"求解说明"_s, u"Note of the solver"_s}},
        {u"stopped_early"_s, {u"提前停止"_s, u"Stopped early"_s}},
        {u"mean_distance"_s, {u"平均距离"_s, u"Mean distance"_s}, {}, Better::Less},
        {u"max_distance"_s, {u"最大距离"_s, u"Largest distance"_s}, {}, Better::Less},
        {u"total_weight"_s, {u"总户数或人数"_s, u"Weight in all"_s}},
        {u"beyond_limit"_s, {u"范围之外的户数或人数"_s, u"Weight beyond the reach"_s}, {}, Better::Less},
        {u"beyond_5km"_s,
         {u"离原土地 5 公里以上的户数或人数"_s, u"Weight more than 5 km from the old land"_s},
         {},
         Better::Less},
        {u"spent"_s, {u"建点费用合计"_s, u"Spent on sites"_s}, {}, Better::Less},
        {u"land_mu"_s, {u"用地合计"_s, u"Land of the sites"_s}, u"亩"_s, Better::Less},
        {u"capacity_left"_s, {u"剩余容量"_s, u"Capacity left"_s}, {}, Better::More},
        {u"split_groups"_s, {u"拆分的组数"_s, u"Groups that are split"_s}, {}, Better::Less},
        {u"nodes"_s, {u"搜索节点数"_s, u"Nodes of the search"_s}}};
    for (const Service &service : services()) {
        figures.push_back(
            {service.id,
             {u"安置点到"_s + service.name.zh + u"平均"_s, u"Mean way from the sites, "_s + service.name.en},
             {},
             Better::Less});
        figures.push_back(
            {service.id + u"_cut_off"_s,
             {u"安置点到不了"_s + service.name.zh + u"的户数或人数"_s, u"Weight with no way to "_s + service.name.en},
             {},
             Better::Less});
    }
    return figures;
}

Algorithm algorithm(const QString &id, const Text &name, const Text &help, std::vector<Parameter> own,
                    Better objective = Better::Less)
{
    Algorithm made;
    made.id = QString::fromUtf16(k_programme) + u'.' + id;
    made.programme = QString::fromUtf16(k_programme);
    made.name = name;
    made.help = help;
    made.parameters = sitingParameters();
    made.parameters.insert(made.parameters.end(), own.begin(), own.end());
    // Forms show them in this order: what must be given is not to be looked for among forty that need not.
    std::stable_partition(made.parameters.begin(), made.parameters.end(),
                          [](const Parameter &each) { return each.required; });
    made.figures = sitingFigures(objective);
    return made;
}

/// @p first, then those of @p more.
std::vector<Parameter> with(std::vector<Parameter> first, const std::vector<std::vector<Parameter>> &more)
{
    for (const std::vector<Parameter> &each : more) {
        first.insert(first.end(), each.begin(), each.end());
    }
    return first;
}

/// The layers, where every demand has a way to some candidate.
Result<SitingInput> readReached(const AlgorithmInput &input, const JobContext &job)
{
    auto siting = readSiting(input, job);
    if (!siting) {
        return siting;
    }
    if (auto reached = checkReach(*siting); !reached) {
        return reached.error();
    }
    return siting;
}

/// Number of sites and limit as far as they are given.
SitingTerms termsOf(const ParameterValues &parameters)
{
    SitingTerms terms;
    if (parameters.all().contains(u"sites"_s)) {
        terms.sites = sitesOf(parameters);
    }
    if (parameters.all().contains(u"limit"_s)) {
        terms.limit = parameters.number(u"limit"_s);
    }
    return terms;
}

/// The result of a choice, with what adopting it would write.
Result<Outcome> chosen(const AlgorithmInput &input, const SitingInput &siting, const CapacitatedSolution &solution,
                       const JobContext &job)
{
    Outcome outcome = outcomeOf(siting, solution);
    auto marks = proposedSites(input, siting, solution, job);
    if (!marks) {
        return marks.error();
    }
    outcome.marks = std::move(*marks);
    outcome.figures[u"feasible"_s] = true;
    return outcome;
}

/// Groups may be split at a price: one way for all models that minimise a sum.
Result<Outcome> splitOutcome(const AlgorithmInput &input, const SitingInput &siting, const WishedSiting &wishes,
                             const SitingTerms &terms, const JobContext &job)
{
    const SitingLimits limits = limitsOf(input.parameters);
    const CapacitatedSolution solution = solveSplitMedian(wishes.input, terms, limits, job);
    if (solution.isFound()) {
        return chosen(input, siting, assigned(wishes, solution), job);
    }
    if (job.isCancelled()) {
        return cancelledError();
    }
    // Groups that may be split are in nobody's way: what is, is as without groups.
    const SitingInput sized = withCapacities(wishes.input);
    return solution.cancelled ? undecidedOutcome(undecidedCapacitated(sized, terms, limits, job))
                              : obstacleOutcome(obstacleOfCapacitated(sized, terms, limits, job));
}

Result<Outcome> runPMedian(const AlgorithmInput &input, const JobContext &job)
{
    const auto siting = readReached(input, job);
    if (!siting) {
        return siting.error();
    }
    const SitingLimits limits = limitsOf(input.parameters);
    WishedSiting wishes = wished(*siting, {});
    if (wishes.limit) {
        const Obstacle obstacle =
            obstacleOfSetCover(wishes.input, {sitesOf(input.parameters), wishes.limit}, limits, job);
        if (!obstacle.isEmpty()) {
            return obstacleOutcome(obstacle);
        }
        keepWithin(wishes);
    }
    if (siting->splitCost) {
        return splitOutcome(input, *siting, wishes, {sitesOf(input.parameters), {}}, job);
    }
    const auto solution = solvePMedian(wishes.input, sitesOf(input.parameters), limits, job);
    if (!solution) {
        return solution.error();
    }
    return chosen(input, *siting, assigned(wishes, *solution, false), job);
}

Algorithm pMedian()
{
    Algorithm made = algorithm(
        u"p_median"_s, {u"总路程最短（p-中位）"_s, u"Shortest ways in all (p-median)"_s},
        {u"选出指定数量的点，使各需求点到最近选中点的加权路程之和最小；给出证明的下界和差距。"_s,
         u"Chooses so many sites that the weighted distances to the nearest of them are least in sum, with a proven "
         u"bound."_s},
        with({sitesParameter()}, {wishParameters(true), {splitParameter()}, levelParameters(), budgetParameters()}));
    made.run = runPMedian;
    return made;
}

Result<Outcome> runSetCover(const AlgorithmInput &input, const JobContext &job)
{
    const auto siting = readSiting(input, job);
    if (!siting) {
        return siting.error();
    }
    const SitingTerms terms = termsOf(input.parameters);
    const SitingLimits limits = limitsOf(input.parameters);
    const WishedSiting wishes = wished(*siting, terms.limit);
    const Obstacle obstacle = obstacleOfSetCover(wishes.input, terms, limits, job);
    if (!obstacle.isEmpty()) {
        return obstacleOutcome(obstacle);
    }
    const auto solution = solveSetCover(wishes.input, *terms.limit, limits, job);
    if (!solution) {
        return solution.error();
    }
    return chosen(input, *siting, assigned(wishes, *solution, true), job);
}

Algorithm setCover()
{
    Algorithm made =
        algorithm(u"set_cover"_s, {u"最少选点（集合覆盖）"_s, u"Fewest sites (set cover)"_s},
                  {u"用最少的点使所有需求点都在服务范围内；若做不到，说明差在哪里、差多少、怎样放宽。"_s,
                   u"The fewest sites that have every demand within reach; where that cannot be, what is in "
                   u"the way, by how much, and which smallest change would do."_s},
                  with({limitParameter(), mostSitesParameter()}, {wishParameters(true)}));
    made.run = runSetCover;
    return made;
}

Result<Outcome> runPCentre(const AlgorithmInput &input, const JobContext &job)
{
    const auto siting = readSiting(input, job);
    if (!siting) {
        return siting.error();
    }
    const WishedSiting wishes = wished(*siting, {});
    const Obstacle obstacle = obstacleOfPCentre(wishes.input, termsOf(input.parameters));
    if (!obstacle.isEmpty()) {
        return obstacleOutcome(obstacle);
    }
    const auto solution = solvePCentre(wishes.input, sitesOf(input.parameters), limitsOf(input.parameters), job);
    if (!solution) {
        return solution.error();
    }
    return chosen(input, *siting, assigned(wishes, *solution, true), job);
}

Algorithm pCentre()
{
    Algorithm made = algorithm(u"p_center"_s, {u"最远者最近（p-中心）"_s, u"Shortest longest way (p-centre)"_s},
                               {u"选出指定数量的点，使离选中点最远的需求点尽可能近；若做不到，说明怎样放宽。"_s,
                                u"Chooses so many sites that the demand farthest from them is as near as can be; where "
                                u"that cannot be, which smallest change would do."_s},
                               {sitesParameter()});
    made.run = runPCentre;
    return made;
}

Result<Outcome> runCapacitated(const AlgorithmInput &input, const JobContext &job)
{
    const SitingTerms terms = termsOf(input.parameters);
    if (!terms.sites && !input.parameters.isGiven(u"budget"_s)) {
        return needsSitesOrBudget();
    }
    const auto siting = readSiting(input, job);
    if (!siting) {
        return siting.error();
    }
    const SitingLimits limits = limitsOf(input.parameters);
    const WishedSiting wishes = wished(*siting, terms.limit);
    const SitingTerms wanted{terms.sites, wishes.limit};
    if (siting->splitCost) {
        return splitOutcome(input, *siting, wishes, wanted, job);
    }
    const CapacitatedSolution solution = solveCapacitatedMedian(wishes.input, wanted, limits, job);
    if (solution.isFound()) {
        return chosen(input, *siting, assigned(wishes, solution), job);
    }
    if (job.isCancelled()) {
        return cancelledError();
    }
    return solution.cancelled ? undecidedOutcome(undecidedCapacitated(wishes.input, wanted, limits, job))
                              : obstacleOutcome(obstacleOfCapacitated(wishes.input, wanted, limits, job));
}

Algorithm capacitated()
{
    Parameter sites = sitesParameter();
    sites.required = false;
    sites.help = {u"恰好选这么多个点；给了预算时可以不填。"_s,
                  u"Exactly so many are chosen; may be left empty with a budget."_s};
    Parameter limit = limitParameter();
    limit.required = false;
    Algorithm made = algorithm(
        u"capacitated"_s, {u"有容量的选点（有容量 p-中位）"_s, u"Sites with capacities (capacitated p-median)"_s},
        {u"选点并分配：每个需求点整体去一个点，各点不超容量，加权路程之和最小；若做不到，说明差在哪里、差多少、怎样放宽。"_s,
         u"Chooses sites and who goes where: each demand whole to one site, no site above its capacity, the weighted "
         u"distances least in sum; where that cannot be, what is in the way, by how much, and which smallest change "
         u"would do."_s},
        with({sites, limit},
             {capacityParameters(), budgetParameters(), wishParameters(true), {splitParameter()}, levelParameters()}));
    made.run = runCapacitated;
    return made;
}

/// The search minimises what is left out; people ask what is served.
Result<Outcome> runMaxCoverage(const AlgorithmInput &input, const JobContext &job)
{
    const SitingTerms terms = termsOf(input.parameters);
    if (!terms.sites && !input.parameters.isGiven(u"budget"_s)) {
        return needsSitesOrBudget();
    }
    const auto siting = readReached(input, job);
    if (!siting) {
        return siting.error();
    }
    const WishedSiting wishes = wished(*siting, terms.limit);
    const auto solution = solveMaxCoverage(wishes.input, terms.sites, *wishes.limit, limitsOf(input.parameters), job);
    if (!solution) {
        return solution.error();
    }
    double total = 0;
    for (const double weight : siting->weights) {
        total += weight;
    }
    auto outcome = chosen(input, *siting, assigned(wishes, *solution, true), job);
    if (outcome) {
        showObjective(*outcome, total - solution->objective, total - solution->bound);
        outcome->figures[u"total_weight"_s] = total;
        outcome->figures[u"beyond_limit"_s] = solution->objective;
    }
    return outcome;
}

Algorithm maxCoverage()
{
    Parameter sites = sitesParameter();
    sites.required = false;
    sites.help = {u"恰好选这么多个点；给了预算时可以不填。"_s,
                  u"Exactly so many are chosen; may be left empty with a budget."_s};
    Algorithm made =
        algorithm(u"max_coverage"_s, {u"覆盖最多（最大覆盖）"_s, u"Most served (maximal coverage)"_s},
                  {u"选出指定数量的点，或预算之内的点，使服务范围内的户数或人数最多。"_s,
                   u"Chooses so many sites, or what a budget allows, that the weight within their reach is "
                   u"greatest."_s},
                  with({sites, limitParameter()}, {budgetParameters(), wishParameters(true)}), Better::More);
    made.run = runMaxCoverage;
    return made;
}

} // namespace

void addAlgorithms(Registry &draft)
{
    draft.algorithms.push_back(pMedian());
    draft.algorithms.push_back(maxCoverage());
    draft.algorithms.push_back(setCover());
    draft.algorithms.push_back(pCentre());
    draft.algorithms.push_back(capacitated());
}

} // namespace cuntu::relocation
