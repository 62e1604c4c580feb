// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/photovoltaic/siting.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

namespace cuntu::photovoltaic {
namespace {

/// A site with so many equivalent hours and so far from the grid.
Site siteWith(double hours, double line_m)
{
    Site site;
    site.hours = hours;
    site.line_m = line_m;
    return site;
}

TEST(PhotovoltaicSiting, AnArrayGivesEachHouseholdEnough)
{
    ArrayTerms terms;
    terms.netYuanPerKwh = 0.6;
    const ArrayPlan usual = planArray(30, siteWith(1000, 200), 0, terms);
    EXPECT_TRUE(usual.enough);
    EXPECT_EQ(usual.kwPerHousehold, 5) << "2.5 kW would do, but no less than usual is built";
    EXPECT_EQ(usual.kw, 150);
    EXPECT_EQ(usual.cost, 150 * 5000 + 200 * 150);
    terms.netYuanPerKwh = 0.3; // DOMAIN B.4: 5 kW give 1,500 at 300 yuan a kW and year
    EXPECT_NEAR(planArray(30, siteWith(1000, 0), 0, terms).kwPerHousehold, 5, 1e-9);
    EXPECT_NEAR(planArray(30, siteWith(800, 0), 0, terms).kwPerHousehold, 6.25, 1e-9);
    EXPECT_FALSE(planArray(30, siteWith(700, 0), 0, terms).enough) << "7.1 kW";
    EXPECT_FALSE(planArray(30, siteWith(0, 0), 0, terms).enough);
    EXPECT_EQ(planArray(300, siteWith(1000, 0), 0, terms).households, 100) << "500 kW is the most of a village";
    EXPECT_EQ(planArray(300, siteWith(1000, 0), 400, terms).households, 20) << "of which 400 are there";
    EXPECT_EQ(planArray(300, siteWith(1000, 0), 600, terms).households, 0);
    Site roof = siteWith(1000, 0);
    roof.mostKw = 52;
    EXPECT_EQ(planArray(300, roof, 0, terms).households, 10) << "what fits on the roofs";
    EXPECT_TRUE(isBetter(planArray(30, siteWith(1000, 900), 0, terms), planArray(30, roof, 0, terms)));
    EXPECT_FALSE(isBetter(planArray(30, siteWith(1000, 900), 0, terms), planArray(30, siteWith(1000, 800), 0, terms)));
}

TEST(PhotovoltaicSiting, LandIsFitWhereItIsFlatOrFallsToTheSouth)
{
    const SiteRules rules;
    EXPECT_TRUE(isFit({100, 3, 0}, rules)) << "flat";
    EXPECT_TRUE(isFit({100, 15, 200}, rules));
    EXPECT_FALSE(isFit({100, 15, 20}, rules)) << "falls to the north";
    EXPECT_FALSE(isFit({100, 25, 180}, rules)) << "too steep";
    EXPECT_FALSE(isFit({100, std::numeric_limits<double>::quiet_NaN(), 180}, rules)) << "beyond the terrain";
}

/// Every set of villages: the cheapest that reaches what is wanted.
TEST(PhotovoltaicSiting, TheVillagesTakenAreTheCheapest)
{
    for (unsigned seed = 1; seed <= 30; ++seed) {
        std::mt19937 random(seed);
        std::uniform_real_distribution<double> share(0, 1);
        std::vector<Offer> offers;
        double all = 0;
        for (std::uint32_t row = 0; row < 10; ++row) {
            const ArrayPlan plan = planArray(5 + static_cast<int>(random() % 60),
                                             siteWith(800 + 400 * share(random), 1000 * share(random)), 0, {});
            offers.push_back({row, plan.cost, static_cast<double>(plan.households)});
            all += plan.households;
        }
        const double wanted = std::ceil(0.6 * all);
        double least = std::numeric_limits<double>::infinity();
        for (unsigned set = 0; set < 1024; ++set) {
            double cost = 0;
            double gain = 0;
            for (std::uint32_t row = 0; row < 10; ++row) {
                cost += (set >> row & 1U) != 0 ? offers[row].cost : 0;
                gain += (set >> row & 1U) != 0 ? offers[row].gain : 0;
            }
            least = gain >= wanted ? std::min(least, cost) : least;
        }
        const CheapestSet found = cheapestSet(offers, wanted, std::nullopt);
        EXPECT_TRUE(found.optimal);
        EXPECT_NEAR(found.cost, least, 1e-6 * least) << "seed " << seed;
    }
}

} // namespace
} // namespace cuntu::photovoltaic
