// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/roads/isolines.h"
#include "tests/plugins/roads/small_county.h"

#include "core/geo/clean.h"
#include "core/geo/coverage.h"

#include <gtest/gtest.h>

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <random>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {
namespace {

constexpr double k_infinity = std::numeric_limits<double>::infinity();

/// Roads along a grid of 10 m whose points are all 10 m apart: each is a node of the brute force's own graph.
struct GridWorld {
    std::vector<Point> points;
    std::vector<std::uint32_t> start{0};
    std::vector<bool> open;
    std::vector<Point> targets;
    std::vector<Point> places;

    std::span<const Point> line(std::size_t i) const
    {
        return std::span(points).subspan(start[i], start[i + 1] - start[i]);
    }
};

GridWorld randomWorld(std::mt19937 &random)
{
    GridWorld world;
    const auto coordinate = [&] { return static_cast<double>(random() % 60) * 10; };
    for (std::size_t road = 2 + random() % 10; road > 0; --road) {
        Point at{coordinate(), coordinate()};
        bool north = random() % 2 == 0;
        const double sign = random() % 2 == 0 ? 10 : -10;
        world.points.push_back(at);
        for (std::size_t k = 5 + random() % 40; k > 0; --k) {
            north = random() % 12 == 0 ? !north : north;
            at = north ? Point{at.x, at.y + sign} : Point{at.x + sign, at.y};
            world.points.push_back(at);
        }
        world.start.push_back(static_cast<std::uint32_t>(world.points.size()));
        world.open.push_back(random() % 5 != 0);
    }
    for (std::size_t i = 1 + random() % 3; i > 0; --i) {
        world.targets.push_back({coordinate(), coordinate()});
    }
    for (int i = 0; i < 10; ++i) {
        world.places.push_back({coordinate(), coordinate()});
    }
    return world;
}

/// Shortest distances from one point to all points of open roads, by relaxing until nothing changes. Points at exactly
/// the same place are one; the ends do not reach over gaps.
std::vector<double> bruteForce(const GridWorld &world, const std::vector<bool> &isSource)
{
    std::vector<double> cost(world.points.size(), k_infinity);
    for (std::size_t i = 0; i < cost.size(); ++i) {
        cost[i] = isSource[i] ? 0 : k_infinity;
    }
    for (bool changed = true; changed;) {
        changed = false;
        const auto relax = [&](std::size_t from, std::size_t to, double length) {
            if (cost[from] + length < cost[to]) {
                cost[to] = cost[from] + length;
                changed = true;
            }
        };
        for (std::size_t road = 0; road < world.open.size(); ++road) {
            for (std::size_t k = world.start[road]; world.open[road] && k < world.start[road + 1]; ++k) {
                if (k + 1 < world.start[road + 1]) {
                    relax(k, k + 1, 10);
                    relax(k + 1, k, 10);
                }
                for (std::size_t other = 0; other < world.open.size(); ++other) {
                    for (std::size_t m = world.start[other]; world.open[other] && m < world.start[other + 1]; ++m) {
                        if (world.points[m] == world.points[k]) {
                            relax(k, m, 0);
                        }
                    }
                }
            }
        }
    }
    return cost;
}

double distance(Point a, Point b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

/// The points of each open road nearest to @p at, within @p limit: on this grid the nearest place of a road is one.
std::vector<std::size_t> nearestPoints(const GridWorld &world, Point at, double limit)
{
    std::vector<std::size_t> found;
    for (std::size_t road = 0; road < world.open.size(); ++road) {
        std::size_t best = world.start[road];
        for (std::size_t k = world.start[road]; k < world.start[road + 1]; ++k) {
            best = distance(world.points[k], at) < distance(world.points[best], at) ? k : best;
        }
        if (world.open[road] && distance(world.points[best], at) <= limit) {
            found.push_back(best);
        }
    }
    return found;
}

TEST(Isolines, AgreeWithDijkstraFromEachPlaceAndAlongTheRoads)
{
    std::mt19937 random(12510);
    const std::vector<double> limits{35, 80, 155, 333};
    std::vector<bool> none;
    int unreached = 0;
    int reached = 0;
    for (int round = 0; round < 120; ++round) {
        const GridWorld world = randomWorld(random);
        const auto result = isolines(
            {{world.points, world.start}, world.open, {}, world.targets, none, world.places, 45, 0, limits}, {});
        ASSERT_TRUE(result);
        std::vector<bool> isSource(world.points.size(), false);
        for (const Point &target : world.targets) {
            for (const std::size_t point : nearestPoints(world, target, 45)) {
                isSource[point] = true;
            }
        }
        const std::vector<double> cost = bruteForce(world, isSource);
        for (std::size_t place = 0; place < world.places.size(); ++place) {
            const auto near = nearestPoints(world, world.places[place], 45);
            double best = near.empty() ? std::nan("") : k_infinity;
            for (const std::size_t point : near) {
                best = std::min(best, cost[point]);
            }
            if (std::isnan(best)) {
                EXPECT_TRUE(std::isnan(result->distances_m[place]));
            } else {
                EXPECT_DOUBLE_EQ(result->distances_m[place], best) << "round " << round << ", place " << place;
                (std::isinf(best) ? unreached : reached) += 1;
            }
        }
        // Along the roads, between the points too: each sample is in the piece that says its band.
        double covered = 0;
        double whole = 0;
        for (const IsolinePiece &piece : result->pieces) {
            covered += piece.to_m - piece.from_m;
        }
        for (std::uint32_t road = 0; road < world.open.size(); ++road) {
            for (std::size_t k = world.start[road]; world.open[road] && k + 1 < world.start[road + 1]; ++k) {
                whole += 10;
                const double x = static_cast<double>(random() % 1000) / 100;
                const double far = std::min(cost[k] + x, cost[k + 1] + 10 - x);
                const double at = static_cast<double>(k - world.start[road]) * 10 + x;
                const bool atLimit = std::any_of(limits.begin(), limits.end(),
                                                 [&](double limit) { return std::abs(limit - far) < 1e-6; });
                const auto piece = std::find_if(result->pieces.begin(), result->pieces.end(), [&](const auto &each) {
                    return each.line == road && each.from_m <= at && at <= each.to_m;
                });
                ASSERT_NE(piece, result->pieces.end());
                if (!atLimit && at - piece->from_m > 1e-6 && piece->to_m - at > 1e-6) {
                    EXPECT_EQ(piece->reached, far < k_infinity);
                    EXPECT_EQ(piece->band, bandOf(far, limits))
                        << "round " << round << ", road " << road << " at " << at;
                }
            }
        }
        EXPECT_NEAR(covered, whole, 1e-6);
    }
    EXPECT_GT(reached, 100);
    EXPECT_GT(unreached, 50);
}

/// A road of 3 km to a clinic, with a village at each kilometre.
SmallCounty withClinic()
{
    SmallCounty county;
    county.goodRoad(u"C001"_s, {{0, 0}, {3000, 0}});
    county.road(u"C002"_s, {{3000, 0}, {3000, 1000}}, {{u"surface_type"_s, u"EARTH"_s}});
    county.settlement({0, 0}, 10, {{u"has_committee"_s, u"1"_s}});
    county.settlement({900, 10}, 20);
    county.settlement({3000, 0}, 30);
    county.settlement({3000, 1000}, 40);
    county.settlement({9000, 9000}, 50);
    return county;
}

Outcome ran(const SmallCounty &county, const QMap<QString, QString> &given)
{
    const Registry registry = wholeRegistry();
    const Algorithm *algorithm = registry.findAlgorithm(u"roads.isolines"_s);
    const auto parameters = ParameterValues::parse(algorithm->parameters, given);
    EXPECT_TRUE(parameters);
    auto outcome = algorithm->run({county, *parameters, day("2020-06-30")}, {});
    EXPECT_TRUE(outcome);
    return std::move(*outcome);
}

double households(const QJsonValue &sum)
{
    return sum[u"households"_s].toDouble();
}

TEST(Isolines, CountTheHouseholdsOfEachBand)
{
    const SmallCounty county = withClinic();
    const Outcome usable = ran(county, {{u"target"_s, u"committees"_s}});
    const QJsonArray bands = usable.figures[u"bands"_s].toArray();
    EXPECT_EQ(households(bands[0]), 30); // at the seat, and 900 m away
    EXPECT_EQ(households(bands[1]), 0);
    EXPECT_EQ(households(bands[2]), 30);
    EXPECT_EQ(households(usable.figures[u"no_road_near"_s]), 90) << "the earth road may not be used";
    EXPECT_DOUBLE_EQ(bands[0][u"road_km"_s].toDouble(), 1);
    EXPECT_DOUBLE_EQ(bands[2][u"road_km"_s].toDouble(), 1);
    const Outcome all =
        ran(county, {{u"target"_s, u"committees"_s}, {u"over"_s, u"all"_s}, {u"limits_km"_s, u"2,4"_s}});
    EXPECT_EQ(households(all.figures[u"bands"_s].toArray()[0]), 30);
    EXPECT_EQ(households(all.figures[u"bands"_s].toArray()[1]), 70);
    EXPECT_EQ(households(all.figures[u"no_road_near"_s]), 50);
}

TEST(Isolines, DrawBandsBesideTheRoadsThatDoNotOverlap)
{
    const Outcome outcome =
        ran(withClinic(), {{u"target"_s, u"committees"_s}, {u"limits_km"_s, u"1,3"_s}, {u"band_width_m"_s, u"100"_s}});
    ASSERT_EQ(outcome.layers.size(), 3U);
    const auto &areas = outcome.layers[2].rows;
    ASSERT_EQ(areas.size(), 2U);
    // A kilometre of road: a strip 200 m wide with half circles of 100 m at its ends (as polygons: 0.6 % less).
    EXPECT_NEAR(planarArea(areas[0].geometry), 1000 * 200 + M_PI * 100 * 100, 300);
    EXPECT_NEAR(planarArea(areas[1].geometry), 2000 * 200, 300);
    EXPECT_TRUE(containsPoint(areas[0].geometry, {1050, 0}));
    EXPECT_FALSE(containsPoint(areas[1].geometry, {1050, 0}));
}

TEST(Isolines, RefuseLimitsThatAreNone)
{
    const Registry registry = wholeRegistry();
    const Algorithm *algorithm = registry.findAlgorithm(u"roads.isolines"_s);
    const SmallCounty county = withClinic();
    for (const QString &limits : {u"5,2"_s, u"1,x"_s, u"0"_s}) {
        const auto parameters = ParameterValues::parse(algorithm->parameters, {{u"limits_km"_s, limits}});
        const auto outcome = algorithm->run({county, *parameters, day("2020-06-30")}, {});
        ASSERT_FALSE(outcome) << limits.toStdString();
        EXPECT_EQ(outcome.error().code, ErrorCode::Misused);
    }
    const auto noLayer = ParameterValues::parse(algorithm->parameters, {{u"target"_s, u"layer"_s}});
    EXPECT_FALSE(algorithm->run({county, *noLayer, day("2020-06-30")}, {}));
}

} // namespace
} // namespace cuntu::roads
