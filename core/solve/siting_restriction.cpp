// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/siting_restriction.h"

#include "core/solve/cover_reduction.h"

#include <algorithm>
#include <map>

namespace cuntu {

namespace {

using Sites = std::vector<std::uint32_t>;

/// The numbers of sites that stay, as one after the other.
void renumber(const SitingProblem &whole, const std::vector<SiteRule> &rules, SitingRestriction &made, Sites &numbers)
{
    numbers.assign(rules.size(), 0);
    made.siteOf.clear();
    made.problem = {};
    for (std::uint32_t site = 0; site < rules.size(); ++site) {
        if (rules[site] == SiteRule::Forbidden) {
            continue;
        }
        numbers[site] = static_cast<std::uint32_t>(made.siteOf.size());
        made.siteOf.push_back(site);
        made.problem.rules.push_back(rules[site]);
        if (!whole.opening.empty()) {
            made.problem.opening.push_back(whole.opening[site]);
        }
        if (!whole.prices.empty()) {
            made.problem.prices.push_back(whole.prices[site]);
        }
    }
    made.problem.sites = whole.sites;
    made.problem.budget = whole.budget;
}

SitingRestriction without(const SitingProblem &whole, const std::vector<SiteRule> &rules,
                          const std::vector<double> &prices)
{
    SitingRestriction made;
    Sites numbers;
    renumber(whole, rules, made, numbers);
    std::map<Sites, std::size_t> demandOf;
    for (std::size_t demand = 0; demand < whole.demandCount(); ++demand) {
        Sites sites;
        bool isServed = false;
        for (const SitingProblem::Entry &entry : whole.entriesOf(demand)) {
            isServed = isServed || rules[entry.site] == SiteRule::Fixed;
            if (rules[entry.site] == SiteRule::Free) {
                sites.push_back(numbers[entry.site]);
            }
        }
        if (isServed) {
            continue;
        }
        std::sort(sites.begin(), sites.end());
        const auto [found, isNew] = demandOf.try_emplace(std::move(sites), made.problem.otherwise.size());
        if (isNew) {
            made.problem.otherwise.push_back(0);
            made.prices.push_back(0);
        }
        made.problem.otherwise[found->second] += whole.otherwise[demand];
        made.prices[found->second] += prices[demand];
    }
    std::vector<const Sites *> order(demandOf.size());
    for (const auto &[sites, demand] : demandOf) {
        order[demand] = &sites;
    }
    made.problem.start = {0};
    for (const Sites *sites : order) {
        for (const std::uint32_t site : *sites) {
            made.problem.entries.push_back({site, 0});
        }
        made.problem.start.push_back(static_cast<std::uint32_t>(made.problem.entries.size()));
    }
    return made;
}

} // namespace

SitingRestriction restrictedCover(const SitingProblem &problem, const std::vector<SiteRule> &rules,
                                  const std::vector<double> &prices)
{
    const SitingRestriction first = without(problem, rules, prices);
    const SitingProblem reduced = reducedCover(first.problem);
    std::vector<SiteRule> fewer = rules;
    for (std::size_t site = 0; site < first.siteOf.size(); ++site) {
        fewer[first.siteOf[site]] = reduced.rules[site];
    }
    return without(problem, fewer, prices);
}

} // namespace cuntu
