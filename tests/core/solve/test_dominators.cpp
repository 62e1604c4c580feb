// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/dominators.h"

#include "tests/support/rounds.h"

#include <gtest/gtest.h>

#include <random>
#include <stdexcept>

namespace cuntu {
namespace {

using Arcs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

std::vector<bool> reached(std::uint32_t nodes, const Arcs &arcs, std::uint32_t root, std::uint32_t without)
{
    std::vector<bool> seen(nodes);
    seen[root] = root != without;
    for (bool changed = true; changed;) {
        changed = false;
        for (const auto &[from, to] : arcs) {
            if (seen[from] && !seen[to] && to != without) {
                seen[to] = changed = true;
            }
        }
    }
    return seen;
}

TEST(Dominators, AreWhatCutsANodeOff)
{
    std::mt19937 random(17);
    for (int round = 0; round < test::rounds(1000); ++round) {
        SCOPED_TRACE(round);
        const auto nodes = static_cast<std::uint32_t>(1 + random() % 14);
        Arcs arcs;
        for (std::size_t i = random() % (2 * nodes + 1); i > 0; --i) {
            const auto from = static_cast<std::uint32_t>(random() % nodes);
            const auto to = static_cast<std::uint32_t>(random() % nodes);
            arcs.emplace_back(from, to);
            if (round % 2 == 0) {
                arcs.emplace_back(to, from);
            }
        }
        const auto root = static_cast<std::uint32_t>(random() % nodes);
        const auto found = immediateDominators(nodes, arcs, root);
        const auto all = reached(nodes, arcs, root, k_noIndex);
        for (std::uint32_t cut = 0; cut < nodes; ++cut) {
            const auto left = reached(nodes, arcs, root, cut);
            for (std::uint32_t node = 0; node < nodes; ++node) {
                bool isAbove = false;
                for (std::uint32_t up = found[node]; up != k_noIndex; up = found[up]) {
                    isAbove = isAbove || up == cut;
                }
                EXPECT_EQ(isAbove, node != cut && all[node] && !left[node]) << cut << ' ' << node;
            }
        }
    }
}

TEST(Dominators, OfALongWay)
{
    Arcs arcs;
    constexpr std::uint32_t k_count = 200000;
    for (std::uint32_t i = 0; i + 1 < k_count; ++i) {
        arcs.emplace_back(i, i + 1);
        arcs.emplace_back(i + 1, i);
    }
    const auto found = immediateDominators(k_count, arcs, 0);
    EXPECT_EQ(found[0], k_noIndex);
    for (std::uint32_t i = 1; i < k_count; ++i) {
        ASSERT_EQ(found[i], i - 1);
    }
}

TEST(Dominators, RefuseArcsToNowhere)
{
    EXPECT_THROW(immediateDominators(2, Arcs{{0, 2}}, 0), std::out_of_range);
    EXPECT_THROW(immediateDominators(2, Arcs{}, 2), std::out_of_range);
}

} // namespace
} // namespace cuntu
