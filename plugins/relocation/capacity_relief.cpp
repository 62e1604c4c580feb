// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/relocation/capacity_relief.h"

#include "plugins/relocation/obstacle_words.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {

CapacitatedProblem CapacityRelief::problem(const SitingInput &siting, const SitingTerms &terms) const
{
    std::vector<std::size_t> rows;
    CapacitatedProblem made = capacitatedProblem(siting, terms, rows);
    for (double &cost : made.costs) {
        cost = std::isfinite(cost) ? 0 : cost;
    }
    return made;
}

CapacityRelief::Answer CapacityRelief::isSolvable(const SitingInput &siting, const SitingTerms &terms) const
{
    const CapacitatedSolution solution = solveCapacitated(problem(siting, terms), m_limits, m_job);
    return solution.isFound() ? Answer::Yes : solution.cancelled ? Answer::Unknown : Answer::No;
}

std::size_t CapacityRelief::sitesAllowed() const
{
    return m_terms.sites.value_or(
        static_cast<std::uint32_t>(m_siting.candidateCount() - count(m_siting, SiteRule::Forbidden)));
}

/// What the largest @p sites sites hold, the fixed ones among them.
double CapacityRelief::mostRoom(std::size_t sites) const
{
    std::vector<double> free;
    double room = 0;
    for (std::size_t site = 0; site < m_siting.candidateCount(); ++site) {
        if (m_siting.rules[site] == SiteRule::Fixed) {
            room += m_siting.capacities[site];
            sites -= sites > 0 ? 1 : 0;
        } else if (m_siting.rules[site] == SiteRule::Free) {
            free.push_back(m_siting.capacities[site]);
        }
    }
    std::sort(free.rbegin(), free.rend());
    for (std::size_t k = 0; k < std::min(sites, free.size()); ++k) {
        room += free[k];
    }
    return room;
}

double CapacityRelief::leastPrice(std::size_t sites) const
{
    std::vector<double> free;
    double price = 0;
    for (std::size_t site = 0; site < m_siting.candidateCount(); ++site) {
        if (m_siting.rules[site] == SiteRule::Fixed) {
            price += m_siting.prices[site];
            sites -= sites > 0 ? 1 : 0;
        } else if (m_siting.rules[site] == SiteRule::Free) {
            free.push_back(m_siting.prices[site]);
        }
    }
    std::sort(free.begin(), free.end());
    for (std::size_t k = 0; k < std::min(sites, free.size()); ++k) {
        price += free[k];
    }
    return price;
}

void CapacityRelief::addViolations(Obstacle &obstacle) const
{
    if (m_terms.limit) {
        const Unserved unserved = unservedWithin(m_siting, *m_terms.limit);
        if (!unserved.beyond.empty()) {
            obstacle.violations.push_back(
                {u"reach"_s, unserved.longest - *m_terms.limit,
                 filled({u"%1 个需求点在 %2 以内没有候选点，最远的要 %3"_s,
                         u"%1 demands have no candidate within %2; the farthest needs %3"_s},
                        {shown(unserved.beyond.size()), shown(*m_terms.limit), shown(unserved.longest)})});
        }
    }
    const double room = mostRoom(sitesAllowed());
    if (total() > room * (1 + 1e-9)) {
        obstacle.violations.push_back(
            {u"capacity"_s, total() - room,
             filled({u"需安置 %1，允许的 %2 个点最多容纳 %3，差 %4"_s,
                     u"%1 must find a place, and the %2 sites allowed hold %3 at most: %4 too few"_s},
                    {shown(total()), shown(sitesAllowed()), shown(room), shown(total() - room)})});
    }
    double largest = 0;
    for (std::size_t site = 0; site < m_siting.candidateCount(); ++site) {
        largest = m_siting.rules[site] == SiteRule::Forbidden ? largest : std::max(largest, m_siting.capacities[site]);
    }
    std::vector<std::size_t> tooLarge;
    double over = 0;
    for (std::size_t demand = 0; demand < m_siting.demandCount(); ++demand) {
        if (m_siting.sizes[demand] > largest * (1 + 1e-9)) {
            tooLarge.push_back(demand);
            over = std::max(over, m_siting.sizes[demand] - largest);
        }
    }
    if (!tooLarge.empty()) {
        obstacle.violations.push_back(
            {u"size"_s, over,
             filled({u"%1 个需求点比最大的容量 %2 还大，最多超出 %3：%4"_s,
                     u"%1 demands are larger than the largest capacity of %2, by %3 at most: %4"_s},
                    {shown(tooLarge.size()), shown(largest), shown(over), nameDemands(m_siting, tooLarge)})});
    }
    if (m_siting.budget) {
        const double least = leastPrice(m_terms.sites ? *m_terms.sites : count(m_siting, SiteRule::Fixed));
        if (least > *m_siting.budget * (1 + 1e-9)) {
            obstacle.violations.push_back(
                {u"budget"_s, least - *m_siting.budget,
                 filled({u"最便宜的选法也要 %1，预算 %2，差 %3"_s,
                         u"the cheapest sites cost %1, the budget is %2: %3 short"_s},
                        {shown(least), shown(*m_siting.budget), shown(least - *m_siting.budget)})});
        }
    }
}

void CapacityRelief::addSites(Obstacle &obstacle) const
{
    if (!m_terms.sites) {
        return;
    }
    const std::size_t usable = m_siting.candidateCount() - count(m_siting, SiteRule::Forbidden);
    bool proven = true;
    for (std::size_t sites = *m_terms.sites + 1; sites <= usable; ++sites) {
        SitingTerms more = m_terms;
        more.sites = static_cast<std::uint32_t>(sites);
        const Answer answer = isSolvable(m_siting, more);
        if (answer == Answer::Yes) {
            addMoreSites(sites - *m_terms.sites, sites, proven, obstacle);
            return;
        }
        proven = proven && answer == Answer::No;
    }
}

/// One site made larger: it takes whatever the others cannot, and what it must take at least is the least cost of a
/// problem in which going there costs the size. Sites that can do no better than the best so far are not looked at.
void CapacityRelief::addPlaces(Obstacle &obstacle) const
{
    std::vector<std::pair<double, std::uint32_t>> order;
    for (std::uint32_t site = 0; site < m_siting.candidateCount(); ++site) {
        if (m_siting.rules[site] == SiteRule::Forbidden) {
            continue;
        }
        // Beside it, the largest others.
        SitingInput alone = m_siting;
        alone.rules[site] = SiteRule::Fixed;
        order.emplace_back(total() - CapacityRelief(alone, m_terms, m_limits, m_job).mostRoom(sitesAllowed()), site);
    }
    std::sort(order.begin(), order.end());
    double best = k_never;
    std::uint32_t at = 0;
    bool proven = true;
    for (const auto &[least, site] : order) {
        if (std::max(least, 0.0) >= best) {
            break;
        }
        CapacitatedProblem larger = problem(m_siting, m_terms);
        larger.rules[site] = SiteRule::Fixed;
        larger.capacities[site] = total() + 1;
        for (std::size_t demand = 0; demand < larger.demandCount(); ++demand) {
            double &cost = larger.costs[demand * larger.candidateCount() + site];
            cost = std::isfinite(cost) ? larger.sizes[demand] : cost;
        }
        SitingLimits limits = m_limits;
        const CapacitatedSolution solution = solveCapacitated(larger, limits, m_job);
        proven = proven && !solution.cancelled;
        const double more = solution.objective - m_siting.capacities[site];
        if (solution.isFound() && more < best) {
            best = more;
            at = site;
        }
    }
    if (std::isfinite(best) && best > 0) {
        const QString name = nameCandidate(m_siting, at);
        obstacle.relaxations.push_back(
            {u"places"_s, best, m_siting.capacities[at] + best, name, proven,
             filled({u"%2 增加 %1 个容量"_s, u"%1 more places at %2"_s}, {shown(best), name})});
    }
}

void CapacityRelief::addLimit(Obstacle &obstacle) const
{
    if (!m_terms.limit) {
        return;
    }
    std::vector<double> ways;
    for (std::size_t demand = 0; demand < m_siting.demandCount(); ++demand) {
        for (std::size_t site = 0; site < m_siting.candidateCount() && isCounted(m_siting, demand); ++site) {
            const double way = m_siting.distance(demand, site);
            if (m_siting.rules[site] != SiteRule::Forbidden && std::isfinite(way) && way > *m_terms.limit) {
                ways.push_back(way);
            }
        }
    }
    std::sort(ways.begin(), ways.end());
    ways.erase(std::unique(ways.begin(), ways.end()), ways.end());
    bool proven = true;
    const auto isEnough = [&](double way) {
        SitingTerms farther = m_terms;
        farther.limit = way;
        const Answer answer = isSolvable(m_siting, farther);
        proven = proven && answer != Answer::Unknown;
        return answer == Answer::Yes;
    };
    if (ways.empty() || !isEnough(ways.back())) {
        return;
    }
    std::size_t low = 0;
    std::size_t high = ways.size() - 1;
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        isEnough(ways[middle]) ? high = middle : low = middle + 1;
    }
    addReach(ways[high], *m_terms.limit, proven, obstacle);
}

void CapacityRelief::addBudget(Obstacle &obstacle) const
{
    if (!m_siting.budget) {
        return;
    }
    bool proven = true;
    SitingInput richer = m_siting;
    const auto isEnough = [&](double budget) {
        richer.budget = budget;
        const Answer answer = isSolvable(richer, m_terms);
        proven = proven && answer != Answer::Unknown;
        return answer == Answer::Yes;
    };
    const bool isWhole = std::all_of(m_siting.prices.begin(), m_siting.prices.end(),
                                     [](double price) { return price == std::floor(price); });
    double high = std::accumulate(m_siting.prices.begin(), m_siting.prices.end(), 0.0);
    double low = isWhole ? std::floor(*m_siting.budget) : *m_siting.budget; // not enough
    if (high <= low || !isEnough(high)) {
        return;
    }
    while (high - low > (isWhole ? 1 : 1e-6 * high)) {
        const double middle = isWhole ? std::floor((low + high) / 2) : (low + high) / 2;
        (isEnough(middle) ? high : low) = middle;
    }
    obstacle.relaxations.push_back({u"budget"_s,
                                    high - *m_siting.budget,
                                    high,
                                    {},
                                    proven,
                                    filled({u"预算增加 %1，到 %2"_s, u"%1 more budget, %2 in all"_s},
                                           {shown(high - *m_siting.budget), shown(high)})});
}

/// Candidates that were fixed or forbidden become free: one that is enough, else all.
void CapacityRelief::addRule(SiteRule rule, const QString &kind, const Text &one, const Text &all,
                             Obstacle &obstacle) const
{
    std::vector<std::size_t> ruled;
    for (std::size_t site = 0; site < m_siting.candidateCount(); ++site) {
        if (m_siting.rules[site] == rule) {
            ruled.push_back(site);
        }
    }
    SitingInput freed = m_siting;
    for (const std::size_t site : ruled) {
        freed.rules[site] = SiteRule::Free;
    }
    if (ruled.empty() || isSolvable(freed, m_terms) != Answer::Yes) {
        return;
    }
    for (const std::size_t site : ruled) {
        freed.rules = m_siting.rules;
        freed.rules[site] = SiteRule::Free;
        if (isSolvable(freed, m_terms) == Answer::Yes) {
            const QString name = nameCandidate(m_siting, site);
            obstacle.relaxations.push_back({kind, 1, 0, name, true, filled(one, {name})});
            return;
        }
    }
    obstacle.relaxations.push_back(
        {kind, static_cast<double>(ruled.size()), 0, {}, false, filled(all, {shown(ruled.size())})});
}

void CapacityRelief::addRelaxations(Obstacle &obstacle)
{
    const std::size_t before = obstacle.relaxations.size();
    addPlaces(obstacle);
    if (obstacle.violations.empty() && obstacle.relaxations.size() > before) {
        const double short_ = obstacle.relaxations.back().amount;
        obstacle.violations.push_back({u"packing"_s, short_,
                                       filled({u"总容量够，但各需求点须整体安置，怎样分都有一处装不下，至少差 %1"_s,
                                               u"there is room enough in all, but demands stay whole, and however they "
                                               u"are put together, %1 places are missing at least"_s},
                                              {shown(short_)})});
    }
    addSites(obstacle);
    addLimit(obstacle);
    addBudget(obstacle);
    addRule(SiteRule::Fixed, u"unfix"_s, {u"不再必选 %1"_s, u"do not fix %1"_s},
            {u"放开全部 %1 个必选点"_s, u"fix none of the %1"_s}, obstacle);
    addRule(SiteRule::Forbidden, u"release"_s, {u"放开禁选点 %1"_s, u"allow the forbidden candidate %1"_s},
            {u"放开全部 %1 个禁选点"_s, u"allow all %1 forbidden candidates"_s}, obstacle);
    if (obstacle.violations.empty()) {
        obstacle.violations.push_back({u"together"_s, 0,
                                       Text{u"各项条件单独都能满足，合在一起不能"_s,
                                            u"each condition could be kept alone, but not all of them together"_s}
                                           .toString()});
    }
    if (obstacle.relaxations.size() > before || (!m_terms.limit && !m_siting.budget)) {
        return;
    }
    // No single change is enough: reach and budget given up together, what is still missing besides.
    SitingInput richer = m_siting;
    richer.budget.reset();
    SitingTerms farther = m_terms;
    farther.limit.reset();
    Obstacle beside;
    CapacityRelief both(richer, farther, m_limits, m_job);
    if (both.isSolvable(richer, farther) != Answer::Yes) {
        both.addPlaces(beside);
        both.addSites(beside);
        if (beside.relaxations.empty()) {
            return;
        }
    }
    QStringList others;
    for (const Relaxation &each : beside.relaxations) {
        others << each.sentence;
    }
    const QString list = others.join(Text{u"，或"_s, u", or "_s}.toString());
    obstacle.relaxations.push_back(
        {u"combined"_s,
         0,
         0,
         {},
         false,
         others.isEmpty()
             ? Text{u"服务范围和预算都不限"_s, u"neither reach nor budget limited"_s}.toString()
             : filled({u"服务范围和预算都不限，并且 %1"_s, u"neither reach nor budget limited, and besides %1"_s},
                      {list})});
}

} // namespace cuntu::relocation
