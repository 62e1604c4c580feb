// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/siting_model.h"

#include <algorithm>

namespace cuntu {

SitingModel::SitingModel(const SitingProblem &siting, const std::vector<HalfCut> &cuts)
    : m_columnOf(siting.candidateCount(), k_none), m_firstStep(siting.demandCount(), k_none)
{
    addSites(siting);
    for (std::size_t demand = 0; demand < siting.demandCount(); ++demand) {
        addDemand(siting, demand);
    }
    for (const HalfCut &cut : cuts) {
        addCut(cut);
    }
}

void SitingModel::addSites(const SitingProblem &siting)
{
    MixedInteger::Row number;
    MixedInteger::Row spent;
    for (std::size_t site = 0; site < siting.candidateCount(); ++site) {
        if (siting.rules[site] == SiteRule::Forbidden) {
            continue;
        }
        const auto column = static_cast<std::uint32_t>(m_problem.columns.size());
        m_columnOf[site] = column;
        m_problem.columns.push_back(
            {siting.openingOf(site), siting.rules[site] == SiteRule::Fixed ? 1.0 : 0.0, 1, true});
        number.terms.push_back({column, 1});
        spent.terms.push_back({column, siting.priceOf(site)});
    }
    if (siting.sites) {
        number.low = number.high = *siting.sites;
        m_problem.rows.push_back(std::move(number));
    }
    if (siting.budget) {
        spent.high = *siting.budget;
        m_problem.rows.push_back(std::move(spent));
    }
}

/// From its cheapest cost upwards: it pays the next one, too, where no site of those so far is open.
void SitingModel::addDemand(const SitingProblem &siting, std::size_t demand)
{
    const auto entries = siting.entriesOf(demand);
    const double otherwise = siting.otherwise[demand];
    std::uint32_t before = k_none;
    m_problem.constant += entries.empty() ? otherwise : entries.front().cost;
    for (std::size_t k = 0; k < entries.size();) {
        MixedInteger::Row row;
        row.low = before == k_none ? 1 : 0;
        bool isServed = false;
        const double cost = entries[k].cost;
        for (; k < entries.size() && entries[k].cost == cost; ++k) {
            const std::uint32_t column = m_columnOf[entries[k].site];
            if (column != k_none) {
                row.terms.push_back({column, 1});
                isServed = isServed || siting.rules[entries[k].site] == SiteRule::Fixed;
            }
        }
        const double next = k < entries.size() ? entries[k].cost : otherwise;
        if (isServed || next <= cost) {
            return; // it never pays more than this
        }
        const auto column = static_cast<std::uint32_t>(m_problem.columns.size());
        row.terms.push_back({column, 1});
        if (before == k_none) {
            m_firstStep[demand] = column;
        } else {
            row.terms.push_back({before, -1});
        }
        m_problem.columns.push_back({next - cost, 0, 1, false});
        m_problem.rows.push_back(std::move(row));
        m_steps.push_back({demand, cost});
        before = column;
    }
}

void SitingModel::addCut(const HalfCut &cut)
{
    MixedInteger::Row row;
    row.low = 2;
    for (const std::uint32_t demand : cut.demands) {
        if (m_firstStep[demand] != k_none) {
            row.terms.push_back({m_firstStep[demand], 1});
        }
    }
    for (const HalfCut::Part &part : cut.sites) {
        if (m_columnOf[part.site] != k_none) {
            row.terms.push_back({m_columnOf[part.site], static_cast<double>(part.times)});
        }
    }
    m_problem.rows.push_back(std::move(row));
}

std::vector<double> SitingModel::valuesOf(const SitingProblem &siting, const std::vector<std::uint32_t> &sites) const
{
    std::vector<double> values(m_problem.columns.size(), 0);
    std::vector<bool> isOpen(siting.candidateCount(), false);
    for (const std::uint32_t site : sites) {
        isOpen[site] = true;
        if (m_columnOf[site] != k_none) {
            values[m_columnOf[site]] = 1;
        }
    }
    const std::size_t first = values.size() - m_steps.size();
    for (std::size_t k = 0; k < m_steps.size(); ++k) {
        const auto entries = siting.entriesOf(m_steps[k].demand);
        const bool isServed = std::any_of(entries.begin(), entries.end(), [&](const SitingProblem::Entry &entry) {
            return isOpen[entry.site] && entry.cost <= m_steps[k].cost;
        });
        values[first + k] = isServed ? 0 : 1;
    }
    return values;
}

std::vector<std::uint32_t> SitingModel::sitesOf(const std::vector<double> &values) const
{
    std::vector<std::uint32_t> sites;
    for (std::uint32_t site = 0; site < m_columnOf.size(); ++site) {
        if (m_columnOf[site] != k_none && values[m_columnOf[site]] > 0.5) {
            sites.push_back(site);
        }
    }
    return sites;
}

} // namespace cuntu
