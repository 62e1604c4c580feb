// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/roads/reach.h"
#include "tests/plugins/roads/repair.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace cuntu::roads {
namespace {

/// Arrays that a ReachInput borrows.
struct World {
    std::vector<Point> points;
    std::vector<std::uint32_t> start{0};
    std::vector<std::uint32_t> rowOfLine;
    Segments segments;
    std::vector<Point> positions;
    std::vector<OwnStatus> statuses;
    std::vector<bool> asked;
    std::vector<bool> committees;
    std::vector<std::uint32_t> villages;
    Rule rule;

    void road(const std::vector<Point> &line, SegmentState state, bool classified)
    {
        points.insert(points.end(), line.begin(), line.end());
        start.push_back(static_cast<std::uint32_t>(points.size()));
        rowOfLine.push_back(static_cast<std::uint32_t>(rowOfLine.size()));
        segments.states.push_back(state);
        segments.classified.push_back(classified);
        segments.anyClassified = segments.anyClassified || classified;
    }
    void settlement(Point at, bool committee)
    {
        positions.push_back(at);
        statuses.push_back(OwnStatus::None);
        asked.push_back(true);
        committees.push_back(committee);
        villages.push_back(static_cast<std::uint32_t>(positions.size() % 3));
    }
    std::span<const Point> line(std::size_t i) const
    {
        return std::span(points).subspan(start[i], start[i + 1] - start[i]);
    }
    bool open(std::size_t i) const { return segments.states[i] == SegmentState::Usable; }
    Network network() const
    {
        auto built = buildNetwork({{}, points, start, rowOfLine, positions}, {rule.endSnap_m, rule.snap_m}, {});
        EXPECT_TRUE(built);
        return std::move(*built);
    }
    ReachInput on(const Network &built) const { return {built, segments, statuses, asked, committees, villages, rule}; }
    Reach reached(Detail detail) const
    {
        const Network built = network();
        auto result = reach(on(built), detail, {});
        EXPECT_TRUE(result);
        return std::move(*result);
    }
};

double distanceTo(Point p, std::span<const Point> line)
{
    double best = std::numeric_limits<double>::infinity();
    for (std::size_t k = 1; k < line.size(); ++k) {
        const Point a = line[k - 1];
        const Point d{line[k].x - a.x, line[k].y - a.y};
        const double squared = d.x * d.x + d.y * d.y;
        const double t = squared > 0 ? std::clamp(((p.x - a.x) * d.x + (p.y - a.y) * d.y) / squared, 0.0, 1.0) : 0;
        best = std::min(best, std::hypot(a.x + t * d.x - p.x, a.y + t * d.y - p.y));
    }
    return best;
}

bool meet(std::span<const Point> a, std::span<const Point> b, double tolerance)
{
    const bool shared =
        std::any_of(a.begin(), a.end(), [&](const Point &p) { return std::find(b.begin(), b.end(), p) != b.end(); });
    return shared || distanceTo(a.front(), b) <= tolerance || distanceTo(a.back(), b) <= tolerance ||
           distanceTo(b.front(), a) <= tolerance || distanceTo(b.back(), a) <= tolerance;
}

/// The rule as it is worded, settlement by settlement and pair by pair.
std::vector<bool> bruteForce(const World &world)
{
    const std::size_t n = world.rowOfLine.size();
    DisjointSets sets(n);
    for (std::uint32_t i = 0; i < n; ++i) {
        for (std::uint32_t j = 0; j < i; ++j) {
            if (world.open(i) && world.open(j) && meet(world.line(i), world.line(j), world.rule.endSnap_m)) {
                sets.join(i, j);
            }
        }
    }
    const auto at = [&](std::size_t settlement, std::uint32_t i) {
        return distanceTo(world.positions[settlement], world.line(i)) <= world.rule.snap_m;
    };
    // Whether segment i is a destination of the settlement.
    const auto leadsThere = [&](std::uint32_t i, std::size_t settlement) {
        if (world.rule.destination == Destination::Classified) {
            return bool(world.segments.classified[i]);
        }
        const bool own = world.rule.destination == Destination::OwnCommittee;
        bool any = false;
        for (std::size_t s = 0; s < world.positions.size(); ++s) {
            any = any || (world.committees[s] && at(s, i) && (!own || world.villages[s] == world.villages[settlement]));
        }
        return any;
    };
    std::vector<bool> connected;
    for (std::size_t s = 0; s < world.positions.size(); ++s) {
        bool any = false;
        for (std::uint32_t i = 0; i < n; ++i) {
            for (std::uint32_t j = 0; !any && world.open(i) && at(s, i) && j < n; ++j) {
                any = world.open(j) && sets.find(i) == sets.find(j) && leadsThere(j, s);
            }
        }
        connected.push_back(any);
    }
    return connected;
}

World randomWorld(std::mt19937 &random)
{
    static constexpr std::array<SegmentState, 6> states{SegmentState::Usable,     SegmentState::Usable,
                                                        SegmentState::Usable,     SegmentState::AcceptanceUnknown,
                                                        SegmentState::Unhardened, SegmentState::Impassable};
    World world;
    const auto coordinate = [&] { return static_cast<double>(random() % 30) * 20; };
    const std::size_t roads = 1 + random() % 30;
    for (std::size_t i = 0; i < roads; ++i) {
        std::vector<Point> line{{coordinate(), coordinate()}};
        for (std::size_t k = 1 + random() % 5; k > 0; --k) {
            line.push_back({line.back().x + static_cast<double>(random() % 9) * 20 - 80,
                            line.back().y + static_cast<double>(random() % 9) * 20 - 80});
        }
        world.road(line, states[random() % states.size()], random() % 5 == 0);
    }
    const std::size_t settlements = 1 + random() % 20;
    for (std::size_t i = 0; i < settlements; ++i) {
        world.settlement({coordinate(), coordinate()}, random() % 6 == 0);
    }
    world.rule.snap_m = static_cast<double>(random() % 4) * 20;
    world.rule.endSnap_m = static_cast<double>(random() % 3) * 15;
    static constexpr std::array<Destination, 3> destinations{Destination::Classified, Destination::Committees,
                                                             Destination::OwnCommittee};
    world.rule.destination = destinations[random() % 3];
    return world;
}

TEST(RoadReach, AgreesWithTheRulePairByPairOnRandomCounties)
{
    const unsigned seed = 20201231;
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    std::size_t connected = 0;
    std::size_t left = 0;
    for (int round = 0; round < 400; ++round) {
        const World world = randomWorld(random);
        const std::vector<bool> expected = bruteForce(world);
        const Reach quick = world.reached(Detail::Connected);
        const Reach full = world.reached(Detail::Reasons);
        for (std::size_t i = 0; i < expected.size(); ++i) {
            ASSERT_EQ(quick.accesses[i].connected, expected[i]) << "round " << round << ", settlement " << i;
            ASSERT_EQ(full.accesses[i].connected, expected[i]) << "round " << round << ", settlement " << i;
            ASSERT_EQ(full.accesses[i].reason == Reason::ByNetwork, expected[i]);
            ASSERT_EQ(std::isnan(full.accesses[i].route_km), !expected[i]);
            ASSERT_TRUE(expected[i] || full.accesses[i].reason != Reason::PathBroken ||
                        world.segments.states[full.accesses[i].road] != SegmentState::Usable);
            (expected[i] ? connected : left) += 1;
        }
    }
    EXPECT_GT(connected, 200U) << "the random counties must show both answers";
    EXPECT_GT(left, 200U);
}

TEST(RoadReach, RepairingWhatTheReasonNamesConnects)
{
    const unsigned seed = 20180930;
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    int repaired = 0;
    for (int round = 0; round < 600; ++round) {
        const World world = randomWorld(random);
        const Network network = world.network();
        for (std::size_t i = 0; i < world.positions.size(); ++i) {
            repaired += expectReasonHolds(world.on(network), i);
        }
        ASSERT_FALSE(HasFailure()) << "round " << round;
    }
    EXPECT_GT(repaired, 300);
}

/// A net of straight roads between the nodes of a grid with uneven spacing; settlements are on nodes.
struct Net {
    World world;
    std::vector<Point> nodes;
    std::vector<std::vector<double>> route; ///< Floyd-Warshall over usable roads, metres
    std::vector<std::vector<double>> build; ///< and the least metres to build
    std::vector<bool> isDestination;        ///< per node
};

void allPairs(std::vector<std::vector<double>> &cost)
{
    for (std::size_t k = 0; k < cost.size(); ++k) {
        for (std::size_t i = 0; i < cost.size(); ++i) {
            for (std::size_t j = 0; j < cost.size(); ++j) {
                cost[i][j] = std::min(cost[i][j], cost[i][k] + cost[k][j]);
            }
        }
    }
}

Net randomNet(std::mt19937 &random)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    Net net;
    net.world.rule.snap_m = 10;
    net.world.rule.endSnap_m = 5;
    net.world.rule.destination = Destination::Classified;
    for (int y = 0; y < 4; ++y) {
        for (int x = 0; x < 4; ++x) {
            net.nodes.push_back(
                {x * 500.0 + static_cast<double>(random() % 200), y * 500.0 + static_cast<double>(random() % 200)});
            net.world.settlement(net.nodes.back(), false);
        }
    }
    const std::size_t n = net.nodes.size();
    net.route.assign(n, std::vector<double>(n, infinity));
    net.build = net.route;
    net.isDestination.assign(n, false);
    for (std::size_t i = 0; i < n; ++i) {
        net.route[i][i] = net.build[i][i] = 0;
    }
    for (int road = 0; road < 28; ++road) {
        const std::size_t a = random() % n;
        const std::size_t b = random() % n;
        const bool usable = random() % 3 != 0;
        const bool classified = usable && random() % 9 == 0;
        if (a != b) {
            const double length = std::hypot(net.nodes[a].x - net.nodes[b].x, net.nodes[a].y - net.nodes[b].y);
            net.world.road({net.nodes[a], net.nodes[b]}, usable ? SegmentState::Usable : SegmentState::Unhardened,
                           classified);
            net.isDestination[a] = net.isDestination[a] || classified;
            net.isDestination[b] = net.isDestination[b] || classified;
            net.route[a][b] = net.route[b][a] = std::min(net.route[a][b], usable ? length : infinity);
            net.build[a][b] = net.build[b][a] = std::min(net.build[a][b], usable ? 0 : length);
        }
    }
    allPairs(net.route);
    allPairs(net.build);
    return net;
}

/// The settlement is at every road that passes its node within snap_m; cases where a road passes by without ending
/// there are left to the test above.
bool passedBy(const Net &net, std::size_t node)
{
    for (std::size_t i = 0; i < net.world.rowOfLine.size(); ++i) {
        const auto line = net.world.line(i);
        const bool near = distanceTo(net.nodes[node], line) <= 10;
        if (near && !(line.front() == net.nodes[node]) && !(line.back() == net.nodes[node])) {
            return true;
        }
    }
    return false;
}

TEST(RoadReach, FindsTheShortestRouteAndTheLeastToBuild)
{
    const unsigned seed = 361126;
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    int routes = 0;
    int plans = 0;
    for (int round = 0; round < 200; ++round) {
        const Net net = randomNet(random);
        bool anyPassed = false;
        for (std::size_t i = 0; i < net.nodes.size(); ++i) {
            anyPassed = anyPassed || passedBy(net, i);
        }
        if (anyPassed) {
            continue;
        }
        const Reach found = net.world.reached(Detail::Reasons);
        for (std::size_t i = 0; i < net.nodes.size(); ++i) {
            double route_m = std::numeric_limits<double>::infinity();
            double build_m = route_m;
            for (std::size_t j = 0; j < net.nodes.size(); ++j) {
                if (net.isDestination[j]) {
                    route_m = std::min(route_m, net.route[i][j]);
                    build_m = std::min(build_m, net.build[i][j]);
                }
            }
            const Access &access = found.accesses[i];
            ASSERT_EQ(access.connected, std::isfinite(route_m));
            if (access.connected) {
                ASSERT_NEAR(access.route_km, route_m / 1000, 1e-9);
                ++routes;
            } else if (std::isfinite(build_m)) {
                ASSERT_EQ(access.reason, Reason::PathBroken);
                ASSERT_NEAR(access.toHarden_km, build_m / 1000, 1e-5);
                ++plans;
            } else {
                ASSERT_TRUE(std::isnan(access.toHarden_km));
            }
        }
    }
    EXPECT_GT(routes, 100);
    EXPECT_GT(plans, 100);
}

TEST(RoadReach, SharesAddUpToTheRoadsThatThereAre)
{
    World world;
    world.road({{0, 0}, {10000, 0}}, SegmentState::Usable, true);
    world.road({{5000, 0}, {5000, 1000}}, SegmentState::Unhardened, false);
    world.road({{5000, 1000}, {4000, 1000}}, SegmentState::Unhardened, false);
    world.road({{5000, 1000}, {6000, 1000}}, SegmentState::Usable, false);
    world.settlement({4000, 1000}, false); // 1 km alone, 1 km shared
    world.settlement({6000, 1000}, false); // 1 km done alone, 1 km shared
    const Reach result = world.reached(Detail::Reasons);
    EXPECT_DOUBLE_EQ(result.accesses[0].leftShare_km, 1.5);
    EXPECT_DOUBLE_EQ(result.accesses[1].leftShare_km, 0.5);
    EXPECT_DOUBLE_EQ(result.accesses[1].doneShare_km, 1.0);
    EXPECT_DOUBLE_EQ(result.accesses[0].toHarden_km, 2.0) << "alone it would need both";
}

} // namespace
} // namespace cuntu::roads
