// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/cover_reduction.h"

#include <algorithm>
#include <map>

namespace cuntu {

namespace {

using Sets = std::vector<std::vector<std::uint32_t>>; ///< ascending

/// Which sites serve which demands, both ways.
class Reduction {
public:
    explicit Reduction(const SitingProblem &problem)
        : m_rules(problem.rules), m_sites(problem.sites), m_prices(problem.prices), m_budget(problem.budget)
    {
        m_opening = problem.opening;
        m_prices.resize(m_rules.size(), 0);
        for (std::size_t demand = 0; demand < problem.demandCount(); ++demand) {
            std::vector<std::uint32_t> sites;
            for (const SitingProblem::Entry &entry : problem.entriesOf(demand)) {
                if (m_rules[entry.site] != SiteRule::Forbidden) {
                    sites.push_back(entry.site);
                }
            }
            std::sort(sites.begin(), sites.end());
            m_sitesOf.push_back(std::move(sites));
            m_weights.push_back(problem.otherwise[demand]);
            m_mustServe =
                m_mustServe && !problem.sites && !problem.budget && problem.otherwise[demand] > problem.openingOf(0);
        }
    }

    SitingProblem reduce()
    {
        for (bool changed = true; changed;) {
            mergeDemands();
            changed = forbidDominated();
            changed = (m_mustServe && dropImplied()) || changed;
        }
        return problem();
    }

private:
    Sets demandsOf() const;
    void mergeDemands();
    bool forbidDominated();
    bool dropImplied();
    SitingProblem problem() const;

    std::vector<SiteRule> m_rules;
    std::vector<double> m_opening;
    std::optional<std::uint32_t> m_sites;
    std::vector<double> m_prices;
    std::optional<double> m_budget;
    Sets m_sitesOf;                ///< per demand
    std::vector<double> m_weights; ///< per demand
    bool m_mustServe = true;
};

Sets Reduction::demandsOf() const
{
    Sets demands(m_rules.size());
    for (std::uint32_t demand = 0; demand < m_sitesOf.size(); ++demand) {
        for (const std::uint32_t site : m_sitesOf[demand]) {
            demands[site].push_back(demand);
        }
    }
    return demands;
}

/// Where all must be served, one of several is enough to say so; its weight stays as it is.
void Reduction::mergeDemands()
{
    std::map<std::vector<std::uint32_t>, std::size_t> first;
    Sets kept;
    std::vector<double> weights;
    for (std::size_t demand = 0; demand < m_sitesOf.size(); ++demand) {
        const auto [entry, isNew] = first.try_emplace(m_sitesOf[demand], kept.size());
        if (isNew) {
            kept.push_back(m_sitesOf[demand]);
            weights.push_back(m_weights[demand]);
        } else if (!m_mustServe || m_sitesOf[demand].empty()) {
            weights[entry->second] += m_weights[demand];
        }
    }
    m_sitesOf = std::move(kept);
    m_weights = std::move(weights);
}

/// Looks for the dominating site among those of the demand that has the fewest.
bool Reduction::forbidDominated()
{
    if (m_sites && m_budget) {
        return false; // a cheap site that serves little may be what makes up the number
    }
    const Sets demands = demandsOf();
    auto left = static_cast<std::size_t>(m_rules.size()) -
                static_cast<std::size_t>(std::count(m_rules.begin(), m_rules.end(), SiteRule::Forbidden));
    bool changed = false;
    for (std::uint32_t site = 0; site < m_rules.size(); ++site) {
        if (m_rules[site] != SiteRule::Free || demands[site].empty() || (m_sites && left <= *m_sites)) {
            continue;
        }
        const std::uint32_t rare =
            *std::min_element(demands[site].begin(), demands[site].end(), [&](std::uint32_t a, std::uint32_t b) {
                return m_sitesOf[a].size() < m_sitesOf[b].size();
            });
        const bool isDominated = std::any_of(m_sitesOf[rare].begin(), m_sitesOf[rare].end(), [&](std::uint32_t other) {
            return other != site && m_rules[other] != SiteRule::Forbidden &&
                   (!m_budget || m_prices[other] <= m_prices[site]) && demands[other].size() >= demands[site].size() &&
                   std::includes(demands[other].begin(), demands[other].end(), demands[site].begin(),
                                 demands[site].end());
        });
        if (isDominated) {
            m_rules[site] = SiteRule::Forbidden;
            --left;
            changed = true;
        }
    }
    for (auto &sites : m_sitesOf) {
        std::erase_if(sites, [&](std::uint32_t site) { return m_rules[site] == SiteRule::Forbidden; });
    }
    return changed;
}

/// A demand is implied by another one whose sites all serve it, too.
bool Reduction::dropImplied()
{
    const Sets demands = demandsOf();
    std::vector<bool> isDropped(m_sitesOf.size(), false);
    for (std::uint32_t demand = 0; demand < m_sitesOf.size(); ++demand) {
        const auto &sites = m_sitesOf[demand];
        if (sites.empty() || isDropped[demand]) {
            continue;
        }
        const std::uint32_t rare = *std::min_element(sites.begin(), sites.end(), [&](std::uint32_t a, std::uint32_t b) {
            return demands[a].size() < demands[b].size();
        });
        for (const std::uint32_t other : demands[rare]) {
            isDropped[other] = isDropped[other] || (other != demand && m_sitesOf[other].size() >= sites.size() &&
                                                    std::includes(m_sitesOf[other].begin(), m_sitesOf[other].end(),
                                                                  sites.begin(), sites.end()));
        }
    }
    Sets kept;
    std::vector<double> weights;
    for (std::size_t demand = 0; demand < m_sitesOf.size(); ++demand) {
        if (!isDropped[demand]) {
            kept.push_back(std::move(m_sitesOf[demand]));
            weights.push_back(m_weights[demand]);
        }
    }
    const bool changed = kept.size() < m_sitesOf.size();
    m_sitesOf = std::move(kept);
    m_weights = std::move(weights);
    return changed;
}

SitingProblem Reduction::problem() const
{
    SitingProblem problem;
    problem.rules = m_rules;
    problem.opening = m_opening;
    problem.sites = m_sites;
    problem.prices = m_prices;
    problem.budget = m_budget;
    problem.otherwise = m_weights;
    problem.start = {0};
    for (const auto &sites : m_sitesOf) {
        for (const std::uint32_t site : sites) {
            problem.entries.push_back({site, 0});
        }
        problem.start.push_back(static_cast<std::uint32_t>(problem.entries.size()));
    }
    return problem;
}

} // namespace

SitingProblem reducedCover(const SitingProblem &problem)
{
    return Reduction(problem).reduce();
}

} // namespace cuntu
