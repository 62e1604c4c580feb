// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/graph.h"
#include "core/solve/p_median.h"
#include "core/solve/shortest_paths.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <fstream>
#include <map>
#include <random>

namespace cuntu {
namespace {

/// A table with a cost for each pair; not-a-number: cannot be served.
using Table = std::vector<std::vector<double>>;

ServiceCosts costsOf(const Table &table)
{
    ServiceCosts costs(table.front().size());
    for (const std::vector<double> &row : table) {
        std::vector<ServiceCosts::Offer> offers;
        for (std::uint32_t site = 0; site < row.size(); ++site) {
            if (!std::isnan(row[site])) {
                offers.push_back({row[site], site});
            }
        }
        costs.addCustomer(std::move(offers));
    }
    return costs;
}

double costOf(const Table &table, unsigned open, double unserved)
{
    double total = 0;
    for (const std::vector<double> &row : table) {
        double best = unserved;
        for (std::size_t site = 0; site < row.size(); ++site) {
            if ((open >> site & 1U) != 0 && row[site] < best) {
                best = row[site];
            }
        }
        total += best;
    }
    return total;
}

/// Tries every choice.
double bruteForce(const Table &table, std::size_t count, const std::vector<SiteRule> &rules, double unserved)
{
    const std::size_t sites = table.front().size();
    double best = std::numeric_limits<double>::infinity();
    for (unsigned open = 0; open < 1U << sites; ++open) {
        bool fits = static_cast<std::size_t>(std::popcount(open)) == count;
        for (std::size_t site = 0; site < rules.size(); ++site) {
            const bool isOpen = (open >> site & 1U) != 0;
            fits = fits && (rules[site] == SiteRule::Free || isOpen == (rules[site] == SiteRule::Open));
        }
        best = fits ? std::min(best, costOf(table, open, unserved)) : best;
    }
    return best;
}

unsigned openSites(const SiteChoice &choice)
{
    unsigned open = 0;
    for (const std::uint32_t site : choice.sites) {
        open |= 1U << site;
    }
    return open;
}

/// Few customers and ties, pairs that cannot be served, whole and broken costs.
Table randomTable(std::mt19937 &random, bool whole)
{
    Table table(1 + random() % 14, std::vector<double>(2 + random() % 8));
    for (std::vector<double> &row : table) {
        for (double &cost : row) {
            cost = static_cast<double>(random() % 20) * (whole ? 1 : 0.37);
            cost = random() % 9 == 0 ? std::nan("") : cost;
        }
    }
    return table;
}

TEST(PMedian, EqualsBruteForceOnRandomCases)
{
    const unsigned seed = 20200630;
    SCOPED_TRACE(seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 1000; ++round) {
        const Table table = randomTable(random, round % 2 == 0);
        const std::size_t sites = table.front().size();
        SiteSearch search;
        std::size_t open = 0;
        std::size_t closed = 0;
        for (std::size_t site = 0; site < sites && round % 3 == 0; ++site) {
            const auto rule = static_cast<SiteRule>(random() % 5 < 3 ? 0 : random() % 3);
            search.rules.push_back(rule);
            open += rule == SiteRule::Open ? 1 : 0;
            closed += rule == SiteRule::Closed ? 1 : 0;
        }
        const std::size_t least = std::max<std::size_t>(open, 1);
        if (least > sites - closed) {
            continue;
        }
        const std::size_t count = least + random() % (sites - closed - least + 1);
        const ServiceCosts costs = costsOf(table);
        const auto choice = solvePMedian(costs, count, search, {});
        ASSERT_TRUE(choice) << "round " << round;
        const double best = bruteForce(table, count, search.rules, costs.unserved());
        EXPECT_NEAR(choice->objective, best, 1e-9 * best) << "round " << round;
        EXPECT_TRUE(choice->optimal) << "round " << round;
        EXPECT_EQ(choice->sites.size(), count);
        EXPECT_NEAR(costOf(table, openSites(*choice), costs.unserved()), choice->objective, 1e-9 * best);
        EXPECT_LE(choice->bound, choice->objective);
        ASSERT_FALSE(testing::Test::HasFailure()) << "round " << round;
    }
}

TEST(PMedian, SaysWhoServesWhom)
{
    const auto choice =
        solvePMedian(costsOf({{0, 9, 9}, {1, 9, 5}, {9, 9, 0}, {std::nan(""), 1, std::nan("")}}), 2, {}, {});
    EXPECT_EQ(choice->sites, (std::vector<std::uint32_t>{0, 1})) << "0 and 2 would be cheaper, but leave one out";
    EXPECT_EQ(choice->servedBy, (std::vector<std::uint32_t>{0, 0, 0, 1}));
    EXPECT_EQ(choice->objective, 0 + 1 + 9 + 1);
    const auto one = solvePMedian(costsOf({{0, std::nan("")}, {std::nan(""), 0}}), 1, {}, {});
    EXPECT_EQ(std::count(one->servedBy.begin(), one->servedBy.end(), k_noIndex), 1);
}

TEST(PMedian, RefusesWhatTheRulesDoNotAllow)
{
    const ServiceCosts costs = costsOf({{1, 2, 3}});
    EXPECT_EQ(solvePMedian(costs, 0, {}, {}).error().code, ErrorCode::Invalid);
    EXPECT_EQ(solvePMedian(costs, 4, {}, {}).error().code, ErrorCode::Invalid);
    SiteSearch search;
    search.rules = {SiteRule::Open, SiteRule::Open, SiteRule::Closed};
    EXPECT_EQ(solvePMedian(costs, 1, search, {}).error().code, ErrorCode::Invalid);
    EXPECT_EQ(solvePMedian(costs, 3, search, {}).error().code, ErrorCode::Invalid);
    EXPECT_EQ(solvePMedian(costs, 2, search, {})->sites, (std::vector<std::uint32_t>{0, 1}));
}

/// Points in a square, every fifth a site; costs are distances.
Table plane(std::size_t customers)
{
    std::mt19937 random(5);
    std::vector<std::pair<double, double>> places(customers);
    for (auto &[x, y] : places) {
        x = static_cast<double>(random() % 10000);
        y = static_cast<double>(random() % 10000);
    }
    Table table(customers);
    for (std::size_t i = 0; i < customers; ++i) {
        for (std::size_t j = 0; j < customers; j += 5) {
            table[i].push_back(std::hypot(places[i].first - places[j].first, places[i].second - places[j].second));
        }
    }
    return table;
}

TEST(PMedian, ACancelledSearchKeepsTheBestSoFarAndItsBound)
{
    const ServiceCosts costs = costsOf(plane(400));
    const auto whole = solvePMedian(costs, 12, {}, {});
    ASSERT_TRUE(whole->optimal);
    JobContext job;
    int reports = 0;
    job.progress = [&](double, const QString &) {
        ++reports;
        job.cancel.cancel();
    };
    const auto cut = solvePMedian(costs, 12, {}, job);
    EXPECT_GT(reports, 0);
    ASSERT_TRUE(cut);
    EXPECT_EQ(cut->sites.size(), 12U);
    EXPECT_GE(cut->objective, whole->objective * (1 - 1e-12));
    EXPECT_LE(cut->bound, whole->objective * (1 + 1e-12));
    EXPECT_FALSE(cut->optimal);
}

TEST(PMedian, AGapThatIsAskedForIsProven)
{
    const ServiceCosts costs = costsOf(plane(400));
    const double optimum = solvePMedian(costs, 12, {}, {})->objective;
    SiteSearch search;
    search.gap = 0.02;
    const auto near = solvePMedian(costs, 12, search, {});
    EXPECT_LE(near->gap(), 0.02 + 1e-12);
    EXPECT_LE(near->bound, optimum * (1 + 1e-12));
    EXPECT_LE(near->objective, optimum * 1.02);
}

struct Instance {
    Table table;
    std::size_t sites = 0;
};

/// An instance of the OR-Library (Beasley 1990, doi:10.1057/jors.1990.166): a graph, of a doubled edge the last cost
/// counts.
Instance readInstance(const std::string &path)
{
    std::ifstream file(path);
    std::size_t nodes = 0;
    std::size_t lines = 0;
    Instance instance;
    file >> nodes >> lines >> instance.sites;
    std::map<std::pair<std::uint32_t, std::uint32_t>, double> costs;
    for (std::size_t i = 0; i < lines; ++i) {
        std::uint32_t a = 0;
        std::uint32_t b = 0;
        double cost = 0;
        file >> a >> b >> cost;
        costs[std::minmax(a - 1, b - 1)] = cost;
    }
    std::vector<GraphEdge> edges;
    std::vector<double> edgeCosts;
    for (const auto &[ends, cost] : costs) {
        edges.push_back({ends.first, ends.second, cost});
        edgeCosts.push_back(cost);
    }
    const Graph graph(nodes, std::move(edges));
    for (std::uint32_t node = 0; node < nodes; ++node) {
        const PathSource source{node, 0};
        instance.table.push_back(shortestPaths(graph, edgeCosts, std::span(&source, 1), {})->cost);
    }
    return instance;
}

TEST(PMedianOrLibrary, AllTwentyOptimaAreReachedAndProven)
{
    const std::string folder = CUNTU_SHARED_DATA "/p_median/";
    std::ifstream optima(folder + "optima.csv");
    if (!optima) {
        GTEST_SKIP() << "the shared data are not there";
    }
    std::string line;
    std::getline(optima, line);
    int solved = 0;
    while (std::getline(optima, line)) {
        const std::size_t comma = line.find(',');
        const Instance instance = readInstance(folder + line.substr(0, comma) + ".txt");
        const auto choice = solvePMedian(costsOf(instance.table), instance.sites, {}, {});
        EXPECT_EQ(choice->objective, std::stod(line.substr(comma + 1))) << line;
        EXPECT_TRUE(choice->optimal) << line;
        ++solved;
    }
    EXPECT_EQ(solved, 20);
}

} // namespace
} // namespace cuntu
