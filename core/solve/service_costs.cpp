// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/service_costs.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace cuntu {

void ServiceCosts::addCustomer(std::vector<Offer> offers)
{
    std::sort(offers.begin(), offers.end(),
              [](const Offer &a, const Offer &b) { return a.cost != b.cost ? a.cost < b.cost : a.site < b.site; });
    for (const Offer &offer : offers) {
        if (!(offer.cost >= 0) || !std::isfinite(offer.cost) || offer.site >= m_sites) {
            throw std::invalid_argument("a cost of service is finite and not negative, and its site exists");
        }
        m_costs.push_back(offer.cost);
        m_offers.push_back(offer.site);
        // Whole numbers up to 2^53 add up without rounding.
        m_whole = m_whole && offer.cost == std::floor(offer.cost);
    }
    m_unserved += offers.empty() ? 0 : offers.back().cost;
    m_start.push_back(m_costs.size());
}

ServiceCosts ServiceCosts::of(const std::vector<bool> &isKept) const
{
    ServiceCosts kept(m_sites);
    kept.m_whole = m_whole;
    kept.m_unserved = m_unserved;
    for (std::size_t customer = 0; customer < customerCount(); ++customer) {
        for (std::size_t i = m_start[customer]; i < m_start[customer + 1]; ++i) {
            if (isKept[m_offers[i]]) {
                kept.m_costs.push_back(m_costs[i]);
                kept.m_offers.push_back(m_offers[i]);
            }
        }
        kept.m_start.push_back(kept.m_costs.size());
    }
    return kept;
}

} // namespace cuntu
