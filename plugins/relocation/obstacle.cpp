// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/relocation/obstacle.h"

#include "core/solve/cover_reduction.h"
#include "plugins/relocation/capacity_relief.h"
#include "plugins/relocation/obstacle_words.h"
#include "plugins/relocation/siting_layers.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {

namespace {

/// Fixed ones more than may be chosen, or more to be chosen than there are. False where the number is in order.
bool addNumber(const SitingInput &siting, std::uint32_t sites, bool exactly, Obstacle &obstacle)
{
    const std::size_t fixed = count(siting, SiteRule::Fixed);
    const std::size_t forbidden = count(siting, SiteRule::Forbidden);
    const std::size_t usable = siting.candidateCount() - forbidden;
    if (fixed > sites) {
        const std::size_t more = fixed - sites;
        obstacle.violations.push_back({u"fixed"_s, static_cast<double>(more),
                                       filled({u"必选 %1 个点，但只允许 %2 个，多 %3 个"_s,
                                               u"%1 sites are fixed, but %2 are allowed: %3 too many"_s},
                                              {shown(fixed), shown(std::size_t{sites}), shown(more)})});
        addMoreSites(more, fixed, true, obstacle);
        obstacle.relaxations.push_back({u"unfix"_s,
                                        static_cast<double>(more),
                                        static_cast<double>(sites),
                                        {},
                                        true,
                                        filled({u"少定 %1 个必选点"_s, u"%1 fewer fixed sites"_s}, {shown(more)})});
        return true;
    }
    if (exactly && sites > usable) {
        const std::size_t missing = sites - usable;
        obstacle.violations.push_back(
            {u"sites"_s, static_cast<double>(missing),
             filled({u"要选 %1 个点，可选的候选点只有 %2 个，差 %3 个"_s,
                     u"%1 sites are asked for, but there are %2 candidates that may be chosen: %3 too few"_s},
                    {shown(std::size_t{sites}), shown(usable), shown(missing)})});
        if (usable > 0) {
            obstacle.relaxations.push_back({u"sites"_s,
                                            -static_cast<double>(missing),
                                            static_cast<double>(usable),
                                            {},
                                            true,
                                            filled({u"少选 %1 个点"_s, u"%1 fewer sites"_s}, {shown(missing)})});
        }
        if (forbidden >= missing) {
            obstacle.relaxations.push_back(
                {u"release"_s,
                 static_cast<double>(missing),
                 static_cast<double>(forbidden - missing),
                 {},
                 true,
                 filled({u"放开 %1 个禁选点"_s, u"allow %1 forbidden candidates"_s}, {shown(missing)})});
        }
        return true;
    }
    return false;
}

/// The fewest forbidden candidates that would serve all of @p rows within @p limit.
void addRelease(const SitingInput &siting, const std::vector<std::size_t> &rows, double limit,
                const SitingLimits &limits, const JobContext &job, Obstacle &obstacle)
{
    SitingProblem problem;
    problem.start = {0};
    problem.rules.assign(siting.candidateCount(), SiteRule::Free);
    problem.opening.assign(siting.candidateCount(), 1);
    for (const std::size_t demand : rows) {
        const std::size_t before = problem.entries.size();
        for (std::uint32_t site = 0; site < siting.candidateCount(); ++site) {
            if (siting.rules[site] == SiteRule::Forbidden && siting.distance(demand, site) <= limit) {
                problem.entries.push_back({site, 0});
            }
        }
        if (problem.entries.size() == before) {
            return;
        }
        problem.start.push_back(static_cast<std::uint32_t>(problem.entries.size()));
        problem.otherwise.push_back(2);
    }
    const auto solution = solveSiting(reducedCover(problem), limits, job);
    if (!solution || rows.empty()) {
        return;
    }
    QStringList names;
    for (const std::uint32_t site : solution->sites) {
        names << nameCandidate(siting, site);
    }
    const QString list = names.join(Text{u"、"_s, u", "_s}.toString());
    obstacle.relaxations.push_back({u"release"_s, static_cast<double>(names.size()), 0, list, solution->optimal,
                                    filled({u"放开禁选点 %1"_s, u"allow the forbidden candidates %1"_s}, {list})});
}

/// Weight and number of demands that the best choice of @p sites leaves unserved.
void addLeaveOut(const SitingInput &siting, std::uint32_t sites, double limit, const SitingLimits &limits,
                 const JobContext &job, Obstacle &obstacle)
{
    const auto covered = solveMaxCoverage(siting, sites, limit, limits, job);
    if (!covered) {
        return;
    }
    std::vector<std::size_t> rows;
    for (std::size_t demand = 0; demand < siting.demandCount(); ++demand) {
        const bool isServed = std::any_of(covered->sites.begin(), covered->sites.end(),
                                          [&](std::uint32_t site) { return siting.distance(demand, site) <= limit; });
        if (isCounted(siting, demand) && !isServed) {
            rows.push_back(demand);
        }
    }
    obstacle.relaxations.push_back(
        {u"leave_out"_s, covered->objective, static_cast<double>(rows.size()), nameDemands(siting, rows),
         covered->optimal,
         filled({u"留下 %1 个需求点（权重 %2）在范围之外"_s, u"leave %1 demands (weight %2) beyond the reach"_s},
                {shown(rows.size()), shown(covered->objective)})});
}

/// Parts of the network that have a demand: per part its weight, and whether a fixed site is in it.
struct Part {
    double weight = 0;
    std::size_t demands = 0;
    bool hasFixed = false;
};

std::vector<Part> partsOf(const SitingInput &siting)
{
    std::vector<Part> parts;
    std::vector<bool> isDone(siting.demandCount(), false);
    for (std::size_t demand = 0; demand < siting.demandCount(); ++demand) {
        std::size_t site = 0;
        while (site < siting.candidateCount() &&
               (siting.rules[site] == SiteRule::Forbidden || std::isinf(siting.distance(demand, site)))) {
            ++site;
        }
        if (isDone[demand] || !isCounted(siting, demand) || site == siting.candidateCount()) {
            continue;
        }
        Part part;
        for (std::size_t other = demand; other < siting.demandCount(); ++other) {
            if (isCounted(siting, other) && std::isfinite(siting.distance(other, site))) {
                isDone[other] = true;
                part.weight += siting.weights[other];
                ++part.demands;
            }
        }
        for (std::size_t fixed = 0; fixed < siting.candidateCount(); ++fixed) {
            part.hasFixed = part.hasFixed ||
                            (siting.rules[fixed] == SiteRule::Fixed && std::isfinite(siting.distance(demand, fixed)));
        }
        parts.push_back(part);
    }
    return parts;
}

void addParts(const SitingInput &siting, std::uint32_t sites, Obstacle &obstacle)
{
    std::vector<Part> parts = partsOf(siting);
    std::erase_if(parts, [](const Part &part) { return part.hasFixed; });
    const std::size_t needed = count(siting, SiteRule::Fixed) + parts.size();
    if (needed <= sites) {
        return;
    }
    const std::size_t missing = needed - sites;
    obstacle.violations.push_back(
        {u"parts"_s, static_cast<double>(missing),
         filled({u"路网分为互不相通的部分，至少需要 %1 个点，只允许 %2 个，差 %3 个"_s,
                 u"the network falls into separate parts: at least %1 sites are needed, %2 are allowed, %3 too few"_s},
                {shown(needed), shown(std::size_t{sites}), shown(missing)})});
    addMoreSites(missing, needed, true, obstacle);
    std::sort(parts.begin(), parts.end(), [](const Part &a, const Part &b) { return a.weight < b.weight; });
    double weight = 0;
    std::size_t demands = 0;
    for (std::size_t k = 0; k < missing; ++k) {
        weight += parts[k].weight;
        demands += parts[k].demands;
    }
    obstacle.relaxations.push_back({u"leave_out"_s,
                                    weight,
                                    static_cast<double>(demands),
                                    {},
                                    true,
                                    filled({u"不计最小的 %1 个部分：%2 个需求点（权重 %3）"_s,
                                            u"leave the %1 lightest parts out: %2 demands (weight %3)"_s},
                                           {shown(missing), shown(demands), shown(weight)})});
}

QJsonValue finite(double number)
{
    return std::isfinite(number) ? QJsonValue(number) : QJsonValue();
}

} // namespace

Obstacle obstacleOfSetCover(const SitingInput &siting, const SitingTerms &terms, const SitingLimits &limits,
                            const JobContext &job)
{
    Obstacle obstacle;
    const double limit = *terms.limit;
    const Unserved unserved = unservedWithin(siting, limit);
    addCutOff(siting, unserved.cutOff, obstacle);
    if (terms.sites && addNumber(siting, *terms.sites, false, obstacle)) {
        return obstacle;
    }
    if (!unserved.beyond.empty()) {
        obstacle.violations.push_back({u"reach"_s, unserved.longest - limit,
                                       filled({u"%1 个需求点在 %2 以内没有候选点，最远的要 %3：%4"_s,
                                               u"%1 demands have no candidate within %2; the farthest needs %3: %4"_s},
                                              {shown(unserved.beyond.size()), shown(limit), shown(unserved.longest),
                                               nameDemands(siting, unserved.beyond)})});
    }
    std::vector<std::size_t> rows = unserved.beyond;
    rows.insert(rows.end(), unserved.cutOff.begin(), unserved.cutOff.end());
    addRelease(siting, rows, limit, limits, job, obstacle);
    if (!terms.sites) {
        if (!unserved.beyond.empty()) {
            addReach(unserved.longest, limit, true, obstacle);
            addLeaveOut(siting,
                        static_cast<std::uint32_t>(siting.candidateCount() - count(siting, SiteRule::Forbidden)), limit,
                        limits, job, obstacle);
        }
        return obstacle;
    }
    SitingInput rest = siting; // those that are cut off have been spoken of
    for (const std::size_t demand : unserved.cutOff) {
        rest.weights[demand] = 0;
    }
    std::optional<Result<SitingSolution>> fewest;
    if (unserved.beyond.empty()) {
        fewest = solveSetCover(rest, limit, limits, job);
        if (!*fewest || (*fewest)->bound <= *terms.sites + 1e-6) {
            return obstacle;
        }
        const auto needed = static_cast<std::size_t>((*fewest)->objective + 0.5);
        obstacle.violations.push_back(
            {u"sites"_s, static_cast<double>(needed - *terms.sites),
             filled({u"全部覆盖需要 %1 个点，只允许 %2 个"_s, u"serving all takes %1 sites, %2 are allowed"_s},
                    {shown(needed), shown(std::size_t{*terms.sites})})});
        addMoreSites(needed - *terms.sites, needed, (*fewest)->optimal, obstacle);
    }
    const auto centre = obstacleOfPCentre(rest, terms).isEmpty() ? solvePCentre(rest, *terms.sites, limits, job)
                                                                 : Result<SitingSolution>(cancelledError());
    if (centre && centre->objective > limit) {
        addReach(centre->objective, limit, centre->optimal, obstacle);
    }
    addLeaveOut(rest, *terms.sites, limit, limits, job, obstacle);
    return obstacle;
}

Obstacle obstacleOfPCentre(const SitingInput &siting, const SitingTerms &terms)
{
    Obstacle obstacle;
    addCutOff(siting, unservedWithin(siting, k_never).cutOff, obstacle);
    if (!addNumber(siting, *terms.sites, true, obstacle)) {
        addParts(siting, *terms.sites, obstacle);
    }
    return obstacle;
}

Obstacle obstacleOfCapacitated(const SitingInput &siting, const SitingTerms &terms, const SitingLimits &limits,
                               const JobContext &job)
{
    Obstacle obstacle;
    SitingInput rest = siting;
    const Unserved unserved = unservedWithin(siting, k_never);
    addCutOff(siting, unserved.cutOff, obstacle);
    for (const std::size_t demand : unserved.cutOff) {
        rest.weights[demand] = 0;
        rest.sizes[demand] = 0;
    }
    if (terms.sites && addNumber(siting, *terms.sites, true, obstacle)) {
        return obstacle;
    }
    CapacityRelief relief(rest, terms, limits, job);
    relief.addViolations(obstacle);
    const bool isAllSaid = !unserved.cutOff.empty() && solveCapacitatedMedian(rest, terms, limits, job).isFound();
    if (!isAllSaid) {
        relief.addRelaxations(obstacle);
    }
    return obstacle;
}

Obstacle undecidedCapacitated(const SitingInput &siting, const SitingTerms &terms, const SitingLimits &limits,
                              const JobContext &job)
{
    Obstacle obstacle;
    obstacle.violations.push_back(
        {u"undecided"_s, limits.seconds.value_or(0),
         filled({u"%1 秒内没有找到符合各项条件的方案，也没有证明不存在；以下改变已找到方案"_s,
                 u"in %1 s no choice was found that keeps all conditions, nor was it proven that there is none; with "
                 u"these changes there is one"_s},
                {shown(limits.seconds.value_or(0))})});
    CapacityRelief(siting, terms, limits, job).addOverflow(obstacle);
    return obstacle;
}

Outcome undecidedOutcome(const Obstacle &obstacle)
{
    Outcome outcome = obstacleOutcome(obstacle);
    outcome.figures[u"feasible"_s] = QJsonValue();
    return outcome;
}

Outcome obstacleOutcome(const Obstacle &obstacle)
{
    QJsonArray violations;
    QJsonArray relaxations;
    QStringList sentences;
    for (const Violation &each : obstacle.violations) {
        violations.append(QJsonObject{
            {u"constraint"_s, each.constraint}, {u"amount"_s, finite(each.amount)}, {u"sentence"_s, each.sentence}});
        sentences << each.sentence;
    }
    QStringList offers;
    for (const Relaxation &each : obstacle.relaxations) {
        relaxations.append(QJsonObject{{u"kind"_s, each.kind},
                                       {u"amount"_s, finite(each.amount)},
                                       {u"value"_s, finite(each.value)},
                                       {u"at"_s, each.at},
                                       {u"proven"_s, each.proven},
                                       {u"sentence"_s, each.sentence}});
        offers << each.sentence;
    }
    const QString stop = Text{u"；"_s, u"; "_s}.toString();
    QString sentence = sentences.join(stop);
    if (!offers.isEmpty()) {
        sentence += filled({u"。任选一项即可：%1"_s, u". Any one of these would do: %1"_s}, {offers.join(stop)});
    }
    Outcome outcome;
    outcome.figures = {{u"feasible"_s, false},
                       {u"violations"_s, violations},
                       {u"relaxations"_s, relaxations},
                       {u"sentence"_s, sentence}};
    return outcome;
}

} // namespace cuntu::relocation
