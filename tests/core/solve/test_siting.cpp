// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/cover_reduction.h"
#include "core/solve/half_cuts.h"
#include "core/solve/siting.h"

#include "tests/core/solve/siting_cases.h"
#include "tests/support/rounds.h"

#include <QFile>
#include <QTextStream>

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <random>

namespace cuntu {
namespace {

using test::bruteForce;
using test::decideSome;
using test::Matrix;
using test::problemOf;
using test::randomCover;

void expectSolved(const SitingProblem &problem, unsigned seed)
{
    const auto solution = solveSiting(problem, {}, {});
    ASSERT_TRUE(solution.has_value()) << "seed " << seed << ": " << solution.error().toText().toStdString();
    EXPECT_NEAR(solution->objective, bruteForce(problem), 1e-7) << "seed " << seed;
    EXPECT_NEAR(solution->bound, solution->objective, 1e-7) << "seed " << seed;
    EXPECT_NEAR(sitingCost(problem, solution->sites), solution->objective, 1e-7) << "seed " << seed;
    EXPECT_TRUE(solution->optimal) << "seed " << seed;
    for (std::uint32_t site = 0; site < problem.candidateCount(); ++site) {
        const bool in = std::binary_search(solution->sites.begin(), solution->sites.end(), site);
        EXPECT_FALSE(in && problem.rules[site] == SiteRule::Forbidden) << "seed " << seed;
        EXPECT_FALSE(!in && problem.rules[site] == SiteRule::Fixed) << "seed " << seed;
    }
    EXPECT_TRUE(!problem.sites || solution->sites.size() == *problem.sites) << "seed " << seed;
    double spent = 0;
    for (const std::uint32_t site : solution->sites) {
        spent += problem.priceOf(site);
    }
    EXPECT_TRUE(problem.isAffordable(spent)) << "seed " << seed;
}

TEST(Siting, PMedianEqualsBruteForceOn500RandomCases)
{
    for (unsigned seed = 1; seed <= 500; ++seed) {
        std::mt19937 random(seed);
        const std::size_t candidates = 3 + random() % 8;
        Matrix costs(1 + random() % 14, std::vector<double>(candidates));
        const bool whole = random() % 2 == 0;
        for (auto &row : costs) {
            for (double &cost : row) {
                cost = static_cast<double>(random() % 50) + (whole ? 0 : static_cast<double>(random() % 1000) / 1000);
            }
        }
        auto problem = problemOf(costs, 1 + static_cast<std::uint32_t>(random() % (candidates - 2)));
        decideSome(problem, random);
        expectSolved(problem, seed);
    }
}

TEST(Siting, MaximalCoverageEqualsBruteForceOn500RandomCases)
{
    for (unsigned seed = 1; seed <= 500; ++seed) {
        std::mt19937 random(seed);
        SitingProblem problem = randomCover(random, true);
        problem.sites = 1 + static_cast<std::uint32_t>(random() % (problem.candidateCount() - 2));
        decideSome(problem, random);
        expectSolved(problem, seed);
    }
}

/// Sites cost what they cost, and all of them no more than the budget; with a number of sites or without.
/// Places at random, each demand and candidate, served within a reach: too many for brute force.
SitingProblem randomPlaces(std::mt19937 &random, std::size_t places, std::uint32_t sites)
{
    std::vector<std::pair<double, double>> at;
    for (std::size_t place = 0; place < places; ++place) {
        at.emplace_back(random() % 1000, random() % 1000);
    }
    SitingProblem problem;
    problem.start = {0};
    problem.rules.assign(places, SiteRule::Free);
    problem.sites = sites;
    for (const auto &from : at) {
        for (std::uint32_t site = 0; site < places; ++site) {
            if (std::hypot(from.first - at[site].first, from.second - at[site].second) <= 130) {
                problem.entries.push_back({site, 0});
            }
        }
        problem.start.push_back(static_cast<std::uint32_t>(problem.entries.size()));
        problem.otherwise.push_back(static_cast<double>(1 + random() % 40));
    }
    return problem;
}

TEST(Siting, CoverageOfManyPlacesIsTheSameAtThePaceOfWays)
{
    for (unsigned seed = 1; seed <= 12; ++seed) {
        std::mt19937 random(seed);
        const SitingProblem problem = randomPlaces(random, 150, 12);
        // One more demand, which pays 1 wherever it goes, makes it no coverage: prices then go at the pace of ways.
        SitingProblem plain = problem;
        for (std::uint32_t site = 0; site < plain.candidateCount(); ++site) {
            plain.entries.push_back({site, 1});
        }
        plain.start.push_back(static_cast<std::uint32_t>(plain.entries.size()));
        plain.otherwise.push_back(1);
        const auto quick = solveSiting(problem, {}, {});
        const auto slow = solveSiting(plain, {}, {});
        ASSERT_TRUE(quick && slow);
        EXPECT_TRUE(quick->optimal);
        EXPECT_EQ(quick->objective, slow->objective - 1) << "seed " << seed;
        EXPECT_EQ(quick->objective, sitingCost(problem, quick->sites)) << "seed " << seed;
    }
}

TEST(Siting, CoverageWithinABudgetEqualsBruteForceOn3000RandomCases)
{
    int solvable = 0;
    for (unsigned seed = 1; seed <= static_cast<unsigned>(test::rounds(3000)); ++seed) {
        std::mt19937 random(seed);
        SitingProblem problem = randomCover(random, true);
        for (std::size_t site = 0; site < problem.candidateCount(); ++site) {
            problem.prices.push_back(static_cast<double>(random() % 30) + (random() % 2 == 0 ? 0 : 0.5));
        }
        problem.budget = static_cast<double>(random() % 90);
        if (random() % 2 == 0) {
            problem.sites = 1 + static_cast<std::uint32_t>(random() % (problem.candidateCount() - 2));
        }
        decideSome(problem, random);
        const double optimum = bruteForce(problem);
        const auto reduced = solveSiting(reducedCover(problem), {}, {});
        ASSERT_EQ(reduced.has_value(), std::isfinite(optimum)) << "seed " << seed;
        if (!reduced) {
            EXPECT_TRUE(reduced.error().sentence.contains(QStringLiteral("budget"))) << "seed " << seed;
            continue;
        }
        ++solvable;
        expectSolved(problem, seed);
        EXPECT_NEAR(sitingCost(problem, reduced->sites), optimum, 1e-7) << "seed " << seed;
        EXPECT_TRUE(reduced->optimal) << "seed " << seed;
    }
    EXPECT_GT(solvable, test::rounds(3000) / 3);
}

TEST(Siting, PMedianWithinABudgetEqualsBruteForceOn500RandomCases)
{
    for (unsigned seed = 1; seed <= 500; ++seed) {
        std::mt19937 random(seed);
        const std::size_t candidates = 3 + random() % 8;
        Matrix costs(1 + random() % 14, std::vector<double>(candidates));
        for (auto &row : costs) {
            for (double &cost : row) {
                cost = static_cast<double>(random() % 5000) / 100;
            }
        }
        auto problem = problemOf(costs, 1 + static_cast<std::uint32_t>(random() % (candidates - 2)));
        for (std::size_t site = 0; site < candidates; ++site) {
            problem.prices.push_back(static_cast<double>(1 + random() % 30));
        }
        problem.budget = static_cast<double>(20 + random() % 60);
        if (std::isfinite(bruteForce(problem))) {
            expectSolved(problem, seed);
        }
    }
}

TEST(Siting, SetCoverEqualsBruteForceOn500RandomCases)
{
    for (unsigned seed = 1; seed <= 500; ++seed) {
        std::mt19937 random(seed);
        SitingProblem problem = randomCover(random, false);
        problem.opening.assign(problem.candidateCount(), 1);
        decideSome(problem, random);
        expectSolved(problem, seed);
    }
}

/// unserved(a) + unserved(b) + unserved(c) + sum of times x open, which a cut wants to be 2 at least.
double leftSide(const SitingProblem &problem, const HalfCut &cut, const std::vector<double> &open)
{
    double left = 0;
    for (const std::uint32_t demand : cut.demands) {
        double served = 0;
        for (const SitingProblem::Entry &entry : problem.entriesOf(demand)) {
            served += open[entry.site];
        }
        left += std::max(0.0, 1 - served);
    }
    for (const HalfCut::Part &part : cut.sites) {
        left += part.times * open[part.site];
    }
    return left;
}

TEST(HalfCuts, AreBrokenByTheSharesAndByNoChoiceOfSitesOn5000RandomCases)
{
    std::size_t found = 0;
    for (unsigned seed = 1; seed <= 5000; ++seed) {
        std::mt19937 random(seed);
        const SitingProblem problem = randomCover(random, true);
        std::vector<double> shares(problem.candidateCount());
        for (double &share : shares) {
            share = random() % 3 == 0 ? 0.5 : 0;
        }
        for (const HalfCut &cut : findHalfCuts(problem, shares, 20, [] { return false; })) {
            ++found;
            EXPECT_LT(leftSide(problem, cut, shares), 2) << "seed " << seed;
            for (std::uint32_t set = 0; set < (1U << problem.candidateCount()); ++set) {
                std::vector<double> open(problem.candidateCount());
                for (std::uint32_t site = 0; site < open.size(); ++site) {
                    open[site] = set >> site & 1U;
                }
                ASSERT_GE(leftSide(problem, cut, open), 2) << "seed " << seed << ", sites " << set;
            }
        }
    }
    EXPECT_GT(found, 100U);
}

TEST(CoverReduction, KeepsTheOptimumOn500RandomCases)
{
    std::size_t saved = 0;
    for (unsigned seed = 1; seed <= 500; ++seed) {
        std::mt19937 random(seed);
        const bool weighted = random() % 2 == 0;
        SitingProblem problem = randomCover(random, weighted);
        if (weighted) {
            problem.sites = 1 + static_cast<std::uint32_t>(random() % (problem.candidateCount() - 2));
        } else {
            problem.opening.assign(problem.candidateCount(), 1);
        }
        decideSome(problem, random);
        const SitingProblem reduced = reducedCover(problem);
        const auto solution = solveSiting(reduced, {}, {});
        ASSERT_TRUE(solution.has_value()) << "seed " << seed;
        EXPECT_NEAR(sitingCost(problem, solution->sites), bruteForce(problem), 1e-7) << "seed " << seed;
        saved += problem.demandCount() - reduced.demandCount();
    }
    EXPECT_GT(saved, 0U);
}

TEST(Siting, MoreSitesThanCandidatesSaysByHowMany)
{
    const auto problem = problemOf({{1, 2}, {2, 1}}, 5);
    const auto solution = solveSiting(problem, {}, {});
    ASSERT_FALSE(solution.has_value());
    EXPECT_EQ(solution.error().code, ErrorCode::Misused);
    EXPECT_TRUE(solution.error().sentence.contains(QStringLiteral("3"))) << solution.error().sentence.toStdString();
}

TEST(Siting, ACancelledSearchKeepsTheBestSoFarAndItsBound)
{
    std::mt19937 random(7);
    Matrix costs(60, std::vector<double>(30));
    for (auto &row : costs) {
        for (double &cost : row) {
            cost = static_cast<double>(random() % 1000);
        }
    }
    JobContext job;
    job.cancel.cancel();
    const auto solution = solveSiting(problemOf(costs, 5), {}, job);
    ASSERT_TRUE(solution.has_value());
    EXPECT_EQ(solution->sites.size(), 5U);
    EXPECT_TRUE(solution->cancelled);
    EXPECT_FALSE(solution->optimal);
    EXPECT_LT(solution->bound, solution->objective);
}

/// The graph of an OR-Library file, all ways measured by Floyd's method.
SitingProblem orLibrary(QFile &file)
{
    QTextStream text(&file);
    std::size_t nodes = 0;
    std::size_t edges = 0;
    std::uint32_t sites = 0;
    text >> nodes >> edges >> sites;
    Matrix ways(nodes, std::vector<double>(nodes, 1e9));
    for (std::size_t k = 0; k < edges; ++k) {
        std::size_t from = 0;
        std::size_t to = 0;
        double cost = 0;
        text >> from >> to >> cost;
        ways[from - 1][to - 1] = ways[to - 1][from - 1] = cost; // the last of several counts
    }
    for (std::size_t k = 0; k < nodes; ++k) {
        ways[k][k] = 0;
        for (std::size_t i = 0; i < nodes; ++i) {
            for (std::size_t j = 0; j < nodes; ++j) {
                ways[i][j] = std::min(ways[i][j], ways[i][k] + ways[k][j]);
            }
        }
    }
    return problemOf(ways, sites);
}

TEST(Siting, OrLibraryOptimaAreReachedAndProven)
{
    const QString folder = QStringLiteral(CUNTU_SHARED_DATA "/p_median/");
    QFile optima(folder + QStringLiteral("optima.csv"));
    if (!optima.open(QIODevice::ReadOnly)) {
        GTEST_SKIP() << "no OR-Library instances beside the source";
    }
    int solved = 0;
    for (const QByteArray &line : optima.readAll().split('\n')) {
        const auto cells = line.trimmed().split(',');
        QFile file(folder + QString::fromUtf8(cells.front()) + QStringLiteral(".txt"));
        if (cells.size() < 2 || !file.open(QIODevice::ReadOnly)) {
            continue;
        }
        const auto solution = solveSiting(orLibrary(file), {}, {});
        ASSERT_TRUE(solution.has_value());
        EXPECT_EQ(solution->objective, cells[1].toDouble()) << cells.front().toStdString();
        EXPECT_TRUE(solution->optimal) << cells.front().toStdString();
        ++solved;
    }
    EXPECT_EQ(solved, 20);
}

/// Parts that were left out because of the allowed gap count in the bound, also when the search ends before its time.
TEST(Siting, BoundOfACutSearchWithAGapIsNeverAboveTheOptimum)
{
    std::mt19937 random(20201231);
    for (int round = 0; round < test::rounds(100); ++round) {
        Matrix costs(50, std::vector<double>(16));
        for (auto &row : costs) {
            for (double &cost : row) {
                // Served or not, mostly: such cases have many choices that no single swap makes better.
                cost = (random() % 4 == 0 ? 0.1 : 1.1) + static_cast<double>(random() % 100) / 1000;
            }
        }
        const SitingProblem problem = problemOf(costs, 5);
        const double optimum = bruteForce(problem);
        SitingLimits limits;
        limits.gap = 0.005 * static_cast<double>(1 + random() % 12);
        JobContext job;
        int left = 1 + static_cast<int>(random() % 30);
        job.progress = [&](double, const QString &) {
            if (--left == 0) {
                job.cancel.cancel();
            }
        };
        const auto solution = solveSiting(problem, limits, job);
        ASSERT_TRUE(solution.has_value());
        EXPECT_LE(solution->bound, optimum * (1 + 1e-9)) << "round " << round << ", gap " << limits.gap;
        EXPECT_GE(solution->objective, optimum * (1 - 1e-9)) << "round " << round;
    }
}

} // namespace
} // namespace cuntu
