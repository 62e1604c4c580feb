// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/knapsack.h"

#include <algorithm>

namespace cuntu {

namespace {

constexpr int k_mostSteps = 20000;

/// What the items from @p first on bring at most in @p room, the last one cut.
double cutGain(const std::vector<KnapsackItem> &items, std::size_t first, double room, double &price)
{
    double gain = 0;
    for (std::size_t k = first; k < items.size(); ++k) {
        if (items[k].size > room) {
            price = items[k].gain / items[k].size;
            return gain + std::max(room, 0.0) * price;
        }
        room -= items[k].size;
        gain += items[k].gain;
    }
    price = 0;
    return gain;
}

} // namespace

void Knapsack::relax(std::vector<KnapsackItem> &items, double capacity)
{
    std::sort(items.begin(), items.end(), [](const KnapsackItem &a, const KnapsackItem &b) {
        const double left = a.gain * b.size;
        const double right = b.gain * a.size;
        return left > right || (left == right && a.id < b.id);
    });
    m_bound = cutGain(items, 0, roomWithSlack(capacity), m_price);
}

double Knapsack::solve(const std::vector<KnapsackItem> &items, double capacity)
{
    double price = 0;
    double room = roomWithSlack(capacity);
    double gain = 0;
    double best = -1;
    const double whole = cutGain(items, 0, room, price);
    const double least = 1e-12 * (1 + whole);
    m_stack.clear();
    m_best.clear();
    std::uint32_t k = 0;
    int steps = 0;
    for (;; ++steps) {
        const bool mayImprove = gain + cutGain(items, k, room, price) > best + least;
        while (mayImprove && k < items.size()) {
            if (items[k].size > room) {
                ++k; // left out: the bound is looked at again
                break;
            }
            room -= items[k].size;
            gain += items[k].gain;
            m_stack.push_back(k++);
        }
        if (mayImprove && k < items.size()) {
            continue;
        }
        if (mayImprove && gain > best) {
            best = gain;
            m_best = m_stack;
        }
        if (m_stack.empty() || steps > k_mostSteps) {
            break;
        }
        k = m_stack.back(); // back to the last one taken: leave it out
        m_stack.pop_back();
        room += items[k].size;
        gain -= items[k].gain;
        ++k;
    }
    m_taken.clear();
    for (const std::uint32_t each : m_best) {
        m_taken.push_back(items[each].id);
    }
    return steps > k_mostSteps ? whole : std::max(best, 0.0);
}

} // namespace cuntu
