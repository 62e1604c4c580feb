// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/track_matching.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

namespace cuntu {
namespace {

using Line = std::vector<Point>;

/// Lines with their network.
struct Roads {
    explicit Roads(const std::vector<Line> &lines)
    {
        for (const Line &line : lines) {
            points.insert(points.end(), line.begin(), line.end());
            start.push_back(static_cast<std::uint32_t>(points.size()));
        }
        locator = std::make_unique<LineLocator>(LineSet{points, start});
        auto built = buildLineNetwork(*locator, {}, {});
        EXPECT_TRUE(built);
        network = std::move(*built);
    }
    TrackMatch match(const Line &track, const TrackMatchOptions &options = {}) const
    {
        auto found = matchTrack(*locator, network, track, options, {});
        EXPECT_TRUE(found);
        return found ? *found : TrackMatch();
    }

    std::vector<Point> points;
    std::vector<std::uint32_t> start{0};
    std::unique_ptr<LineLocator> locator;
    LineNetwork network;
};

/// Every @p step metres along @p path, off by @p noise of standard deviation.
Line track(const Line &path, double step, double noise, std::mt19937 &random)
{
    std::normal_distribution<double> off(0, noise > 0 ? noise : 1);
    Line made;
    double next = 0;
    double passed = 0;
    for (std::size_t i = 1; i < path.size(); ++i) {
        const double length = std::hypot(path[i].x - path[i - 1].x, path[i].y - path[i - 1].y);
        for (; next <= passed + length; next += step) {
            const double share = (next - passed) / length;
            made.push_back({path[i - 1].x + share * (path[i].x - path[i - 1].x) + (noise > 0 ? off(random) : 0),
                            path[i - 1].y + share * (path[i].y - path[i - 1].y) + (noise > 0 ? off(random) : 0)});
        }
        passed += length;
    }
    return made;
}

/// A grid of streets, @p size by @p size blocks of 200 m: rows are lines 0..size, columns the others.
std::vector<Line> grid(int size)
{
    std::vector<Line> lines;
    for (const bool isRow : {true, false}) {
        for (int i = 0; i <= size; ++i) {
            Line line;
            for (int k = 0; k <= size; ++k) {
                line.push_back(isRow ? Point{k * 200.0, i * 200.0} : Point{i * 200.0, k * 200.0});
            }
            lines.push_back(line);
        }
    }
    return lines;
}

TEST(TrackMatching, ATrackBesideALineCoversItsStretch)
{
    const Roads roads({{{0, 0}, {1000, 0}}, {{0, 300}, {1000, 300}}});
    std::mt19937 random(1);
    const auto match = roads.match(track({{200, 4}, {700, 4}}, 30, 0, random));
    ASSERT_EQ(match.stretches.size(), 1U);
    EXPECT_EQ(match.stretches[0].line, 0U);
    EXPECT_NEAR(match.stretches[0].from, 200, 1e-6);
    EXPECT_NEAR(match.stretches[0].to, 680, 1e-6);
    EXPECT_EQ(match.unmatchedShare(), 0);
}

TEST(TrackMatching, ATrackAgainstTheLineRunsBackwards)
{
    const Roads roads({{{0, 0}, {1000, 0}}});
    std::mt19937 random(1);
    const auto match = roads.match(track({{700, -5}, {100, -5}}, 30, 0, random));
    ASSERT_EQ(match.stretches.size(), 1U);
    EXPECT_GT(match.stretches[0].from, match.stretches[0].to);
}

TEST(TrackMatching, WhatRunsAlongNoLineIsANewRoad)
{
    const Roads roads({{{0, 0}, {1000, 0}}});
    std::mt19937 random(1);
    const auto match = roads.match(track({{0, 0}, {500, 0}, {500, 800}}, 25, 0, random));
    EXPECT_NEAR(match.unmatchedShare(), 750.0 / 1300, 0.03);
    ASSERT_EQ(match.unmatched.size(), 1U);
    EXPECT_NEAR(match.unmatched[0].back().y, 800, 1);
    EXPECT_TRUE(roads.match({}).stretches.empty());
    EXPECT_EQ(roads.match({{5000, 5000}, {6000, 5000}}).unmatchedShare(), 1);
}

TEST(TrackMatching, AParallelRoadThatIsNearerNowAndThenDoesNotMislead)
{
    // Two roads 30 m apart that meet only far away: whoever is on one stays on it.
    const Roads roads({{{0, 0}, {2000, 0}}, {{0, 30}, {2000, 30}}});
    Line points;
    for (int i = 0; i <= 60; ++i) {
        points.push_back({i * 30.0, i % 9 == 4 ? 17.0 : 4.0});
    }
    const auto match = roads.match(points);
    ASSERT_EQ(match.stretches.size(), 1U);
    EXPECT_EQ(match.stretches[0].line, 0U);
}

TEST(TrackMatchingProperty, AKnownPathWithNoiseIsGivenBack)
{
    const std::vector<Line> lines = grid(6);
    const Roads roads(lines);
    for (unsigned seed = 1; seed <= 60; ++seed) {
        SCOPED_TRACE(seed);
        std::mt19937 random(seed);
        // A walk over crossings that never turns straight back.
        int x = 3;
        int y = 3;
        int dx = 1;
        int dy = 0;
        Line path{{600, 600}};
        std::vector<std::pair<std::uint32_t, double>> expected; // line and middle of each block
        for (int step = 0; step < 9; ++step) {
            const int turn = std::uniform_int_distribution<int>(-1, 1)(random);
            if (turn != 0) {
                std::swap(dx, dy);
                dx *= turn;
                dy *= turn;
            }
            if (x + dx < 0 || x + dx > 6 || y + dy < 0 || y + dy > 6) {
                break;
            }
            expected.emplace_back(dy == 0 ? y : 7 + x, dy == 0 ? (x + 0.5 * dx) * 200 : (y + 0.5 * dy) * 200);
            x += dx;
            y += dy;
            path.push_back({x * 200.0, y * 200.0});
        }
        const auto match = roads.match(track(path, 25, 8, random), {8, 50, 20});
        EXPECT_EQ(match.unmatchedShare(), 0);
        for (const auto &[line, middle] : expected) {
            const bool isCovered = std::any_of(match.stretches.begin(), match.stretches.end(),
                                               [line = line, middle = middle](const CoveredStretch &s) {
                                                   return s.line == line && std::min(s.from, s.to) < middle &&
                                                          middle < std::max(s.from, s.to);
                                               });
            EXPECT_TRUE(isCovered) << line << " at " << middle;
        }
        double covered = 0;
        const auto once = coveredOnce(match.stretches, 32);
        for (const CoveredStretch &stretch : once) {
            covered += stretch.to - stretch.from;
        }
        std::sort(expected.begin(), expected.end());
        expected.erase(std::unique(expected.begin(), expected.end()), expected.end());
        EXPECT_NEAR(covered, static_cast<double>(expected.size()) * 200, 70) << "no detours";
    }
}

/// Ways between places on two lines by trying all: on the lines of a tiny network whose crossings are all vertices.
class BruteForce {
public:
    explicit BruteForce(const Roads &roads) : m_roads(roads)
    {
        const std::size_t nodes = roads.network.nodes.size();
        m_way.assign(nodes, std::vector<double>(nodes, 1e18));
        for (std::size_t i = 0; i < nodes; ++i) {
            m_way[i][i] = 0;
        }
        for (const GraphEdge &edge : roads.network.graph.edges()) {
            m_way[edge.from][edge.to] = std::min(m_way[edge.from][edge.to], edge.length);
            m_way[edge.to][edge.from] = m_way[edge.from][edge.to];
        }
        for (std::size_t k = 0; k < nodes; ++k) { // Floyd and Warshall
            for (std::size_t i = 0; i < nodes; ++i) {
                for (std::size_t j = 0; j < nodes; ++j) {
                    m_way[i][j] = std::min(m_way[i][j], m_way[i][k] + m_way[k][j]);
                }
            }
        }
    }

    /// The least score of all sequences of places for @p track.
    double least(const Line &track, const TrackMatchOptions &options) const
    {
        std::vector<std::vector<LineLocation>> places(track.size());
        for (std::size_t i = 0; i < track.size(); ++i) {
            m_roads.locator->within(track[i], options.radius, places[i]);
        }
        return search(track, places, options, 0, nullptr, 0);
    }
    double score(const Line &track, const std::vector<LineLocation> &chosen, const TrackMatchOptions &options) const
    {
        double sum = 0;
        for (std::size_t i = 0; i < chosen.size(); ++i) {
            sum += step(track, options, i, i > 0 ? &chosen[i - 1] : nullptr, chosen[i]);
        }
        return sum;
    }

private:
    double way(const LineLocation &a, const LineLocation &b) const
    {
        double least = a.line == b.line ? std::abs(a.measure - b.measure) : 1e18;
        for (std::uint32_t p = m_roads.network.firstPiece[a.line]; p < m_roads.network.firstPiece[a.line + 1]; ++p) {
            for (std::uint32_t q = m_roads.network.firstPiece[b.line]; q < m_roads.network.firstPiece[b.line + 1];
                 ++q) {
                for (const auto &[n, atN] : ends(p)) {
                    for (const auto &[m, atM] : ends(q)) {
                        least = std::min(least, std::abs(a.measure - atN) + m_way[n][m] + std::abs(b.measure - atM));
                    }
                }
            }
        }
        return least;
    }
    std::vector<std::pair<std::uint32_t, double>> ends(std::uint32_t piece) const
    {
        const GraphEdge &edge = m_roads.network.graph.edge(piece);
        const double begin = m_roads.network.pieceMeasure[piece];
        return {{edge.from, begin}, {edge.to, begin + edge.length}};
    }
    double step(const Line &track, const TrackMatchOptions &options, std::size_t i, const LineLocation *before,
                const LineLocation &place) const
    {
        const double off = place.distance / options.sigma;
        const double straight = before ? std::hypot(track[i].x - track[i - 1].x, track[i].y - track[i - 1].y) : 0;
        return off * off / 2 + (before ? std::abs(way(*before, place) - straight) / options.beta : 0);
    }
    double search(const Line &track, const std::vector<std::vector<LineLocation>> &places,
                  const TrackMatchOptions &options, std::size_t i, const LineLocation *before, double sum) const
    {
        if (i == track.size()) {
            return sum;
        }
        double least = 1e18;
        for (const LineLocation &place : places[i]) {
            least = std::min(
                least, search(track, places, options, i + 1, &place, sum + step(track, options, i, before, place)));
        }
        return least;
    }

    const Roads &m_roads;
    std::vector<std::vector<double>> m_way;
};

TEST(TrackMatchingProperty, NoOtherChoiceOfPlacesIsLikelier)
{
    const Roads roads(grid(2));
    const BruteForce brute(roads);
    for (unsigned seed = 1; seed <= 60; ++seed) {
        SCOPED_TRACE(seed);
        std::mt19937 random(seed);
        std::uniform_real_distribution<double> place(20, 380);
        const Line path{{place(random), 200}, {200, 200}, {200, place(random)}};
        const TrackMatchOptions options{15, 150, 25};
        Line points = track(path, 60, 15, random);
        points.resize(std::min<std::size_t>(points.size(), 6));
        const auto match = roads.match(points, options);
        std::vector<LineLocation> chosen;
        Line looked;
        for (std::size_t i = 0; i < match.places.size(); ++i) {
            ASSERT_TRUE(match.places[i]);
            chosen.push_back(*match.places[i]);
            looked.push_back(points[match.looked[i]]);
        }
        EXPECT_NEAR(brute.score(looked, chosen, options), brute.least(looked, options), 1e-9);
    }
}

} // namespace
} // namespace cuntu
