// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/solve/p_median.h"

namespace cuntu {

/// A set of open sites that is improved by swapping one site at a time, with each customer's cheapest and second
/// cheapest open site at hand (Whitaker 1983; Resende, Werneck 2004). Not thread-safe.
class Interchange {
public:
    /// @p costs and @p rules (one a site) must outlive it. @p open: sites, which the rules allow.
    Interchange(const ServiceCosts &costs, std::span<const SiteRule> rules, std::vector<std::uint32_t> open);

    double total() const { return m_total; }
    const std::vector<std::uint32_t> &open() const { return m_open; }
    /// Per customer the cost of its second cheapest open site, of its cheapest where there is no other; 0 where none
    /// serves it.
    std::vector<double> secondCosts() const;
    /// Makes the best swap again and again until none helps, or the job is cancelled.
    void improve(const JobContext &job);

private:
    struct Swap {
        double saved = 0;
        std::uint32_t in = 0;
        std::uint32_t out = 0;
    };

    void serve(std::size_t customer);
    void serveAll();
    Swap bestSwap();

    const ServiceCosts &m_costs;
    std::span<const SiteRule> m_rules;
    std::vector<std::uint32_t> m_open;
    std::vector<std::uint32_t> m_slot; ///< per site: its place among the open ones; k_noIndex
    std::vector<std::uint32_t>
        m_first; ///< per customer: place among the offers of its cheapest open site; their number: none
    std::vector<std::uint32_t> m_second;
    std::vector<double> m_extra; ///< per closed site and open slot: what a swap of the two saves beyond gain and loss
    double m_total = 0;
};

/// The total of each customer's cheapest offer from the sites for which @p isOpen is true.
double totalCost(const ServiceCosts &costs, const std::vector<bool> &isOpen);

/// @p count sites within @p rules, each next one the one that saves most (of equal ones the lowest number).
std::vector<std::uint32_t> greedySites(const ServiceCosts &costs, std::span<const SiteRule> rules, std::size_t count,
                                       const JobContext &job);

} // namespace cuntu
