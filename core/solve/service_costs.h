// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export.h"

#include <cstdint>
#include <span>
#include <vector>

namespace cuntu {

/// What it costs to serve each customer from each site, as a table of its own: for every customer the sites that can
/// serve it, cheapest first (of equal costs the lower number first). A pair that is not listed cannot be served.
///
/// Built row by row, then only read: any thread. 12 bytes a pair.
class CUNTU_CORE_EXPORT ServiceCosts {
public:
    /// One site that can serve a customer.
    struct Offer {
        double cost = 0;
        std::uint32_t site = 0;
    };

    explicit ServiceCosts(std::size_t sites) : m_sites(sites) {}

    /// Adds the next customer. Costs are finite and >= 0, sites below siteCount(), each at most once: anything else is
    /// a bug and throws std::invalid_argument.
    void addCustomer(std::vector<Offer> offers);

    /// The same without the pairs of sites for which @p isKept is false.
    ServiceCosts of(const std::vector<bool> &isKept) const;

    std::size_t siteCount() const { return m_sites; }
    std::size_t customerCount() const { return m_start.size() - 1; }
    /// Number of pairs.
    std::size_t size() const { return m_costs.size(); }
    /// Costs of a customer's offers, ascending, and the sites in the same order.
    std::span<const double> costs(std::size_t customer) const
    {
        return std::span(m_costs).subspan(m_start[customer], m_start[customer + 1] - m_start[customer]);
    }
    std::span<const std::uint32_t> sites(std::size_t customer) const
    {
        return std::span(m_offers).subspan(m_start[customer], m_start[customer + 1] - m_start[customer]);
    }
    /// True where all costs are whole numbers, so that every total is one.
    bool isWhole() const { return m_whole; }
    /// More than any total of real costs: what a customer counts that no open site can serve.
    double unserved() const { return m_unserved; }

private:
    std::size_t m_sites;
    std::vector<std::size_t> m_start{0};
    std::vector<double> m_costs;
    std::vector<std::uint32_t> m_offers;
    bool m_whole = true;
    double m_unserved = 1;
};

} // namespace cuntu
