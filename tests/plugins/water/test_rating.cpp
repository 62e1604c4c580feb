// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/water/rating.h"
#include "tests/plugins/water/water_county.h"

#include <gtest/gtest.h>

namespace cuntu::water {
namespace {

Supply goodSupply()
{
    Supply supply;
    supply.mode = Mode::CentralSmall;
    supply.delivery = Delivery::House;
    supply.quality = Quality::Pass;
    supply.lpcd = 60;
    supply.outage_days = 18;
    return supply;
}

/// DOMAIN B.2's table, by hand.
TEST(WaterRating, QuantityByWhetherWaterIsShort)
{
    Supply supply;
    const auto quantity = [&](double lpcd, bool scarce) {
        supply.lpcd = lpcd;
        supply.scarce = scarce;
        return rate(supply, RuleSet()).quantity;
    };
    EXPECT_EQ(quantity(60, false), Rating::Pass);
    EXPECT_EQ(quantity(59.9, false), Rating::Basic);
    EXPECT_EQ(quantity(35, false), Rating::Basic);
    EXPECT_EQ(quantity(34.9, false), Rating::Fail);
    EXPECT_EQ(quantity(40, true), Rating::Pass);
    EXPECT_EQ(quantity(20, true), Rating::Basic);
    EXPECT_EQ(quantity(19.9, true), Rating::Fail);
    EXPECT_EQ(quantity(std::nan(""), false), Rating::Unknown);
}

TEST(WaterRating, ConvenienceByTapTimeAndDistance)
{
    const auto convenience = [](Delivery delivery, double min, double h, double v, const RuleSet &set = {}) {
        Supply supply;
        supply.delivery = delivery;
        supply.fetch_min = min;
        supply.fetchH_m = h;
        supply.fetchV_m = v;
        return rate(supply, set).convenience;
    };
    const double no = std::nan("");
    EXPECT_EQ(convenience(Delivery::Yard, no, no, no), Rating::Pass);
    EXPECT_EQ(convenience(Delivery::Standpipe, no, no, no), Rating::Unknown);
    EXPECT_EQ(convenience(Delivery::Carry, 10, 5000, no), Rating::Pass) << "the time decides";
    EXPECT_EQ(convenience(Delivery::Carry, 20, no, no), Rating::Basic);
    EXPECT_EQ(convenience(Delivery::Carry, 21, no, no), Rating::Fail);
    EXPECT_EQ(convenience(Delivery::Carry, no, 800, no), Rating::Basic);
    EXPECT_EQ(convenience(Delivery::Carry, no, 400, 41), Rating::Basic) << "the worse distance";
    EXPECT_EQ(convenience(Delivery::Carry, no, 100, 81), Rating::Fail);
    EXPECT_EQ(convenience(Delivery::Carry, no, 1000, 100), Rating::Fail);
    EXPECT_EQ(convenience(Delivery::Carry, no, 1000, 100, builtInRuleSets()[1]), Rating::Basic) << "1 km, 100 m";
}

TEST(WaterRating, ReliabilityInDaysOfAYear)
{
    const auto reliability = [](double days) {
        Supply supply;
        supply.outage_days = days;
        return rate(supply, RuleSet()).reliability;
    };
    EXPECT_EQ(reliability(18), Rating::Pass);
    EXPECT_EQ(reliability(19), Rating::Basic);
    EXPECT_EQ(reliability(36), Rating::Basic);
    EXPECT_EQ(reliability(37), Rating::Fail);
}

TEST(WaterRating, BasicQualityIsForSmallAndDispersedSupplyOnly)
{
    Supply supply;
    supply.quality = Quality::Basic;
    for (const auto &[mode, wanted] :
         {std::pair(Mode::CentralSmall, Rating::Basic), std::pair(Mode::Dispersed, Rating::Basic),
          std::pair(Mode::CentralLarge, Rating::Fail), std::pair(Mode::UrbanExtension, Rating::Fail)}) {
        supply.mode = mode;
        EXPECT_EQ(rate(supply, RuleSet()).quality, wanted);
    }
    supply.quality = Quality::Untested;
    EXPECT_EQ(rate(supply, RuleSet()).quality, Rating::Unknown);
}

TEST(WaterRating, TheWorstDecidesAndUntestedIsNotSafe)
{
    Supply supply = goodSupply();
    EXPECT_EQ(rate(supply, RuleSet()).overall(), Rating::Pass);
    supply.lpcd = 40;
    EXPECT_EQ(rate(supply, RuleSet()).overall(), Rating::Basic);
    EXPECT_TRUE(rate(supply, RuleSet()).isSafe());
    supply.quality = Quality::Untested;
    EXPECT_EQ(rate(supply, RuleSet()).overall(), Rating::Unknown);
    EXPECT_FALSE(rate(supply, RuleSet()).isSafe());
    supply.outage_days = 60;
    EXPECT_EQ(rate(supply, RuleSet()).overall(), Rating::Fail) << "what fails is known, whatever was not tested";
}

TEST(WaterRating, APipeWithoutWaterIsNoTap)
{
    Supply supply = goodSupply();
    EXPECT_TRUE(supply.hasTap());
    supply.lpcd = 0;
    EXPECT_FALSE(supply.hasTap() || supply.isCentrally() || supply.isSupplied());
    supply = goodSupply();
    supply.refused = true;
    EXPECT_FALSE(supply.hasTap());
    supply = goodSupply();
    supply.mode = Mode::Dispersed;
    EXPECT_FALSE(supply.hasTap()) << "only centralised works and urban networks";
}

TEST(WaterQuality, TheNewestDatedTestDecides)
{
    const Verdict stated{Quality::Pass, {}};
    const Verdict good{Quality::Pass, day("2020-01-01")};
    const Verdict bad{Quality::Fail, day("2020-03-01")};
    const Day on = day("2020-06-30");
    EXPECT_EQ(qualityOn({stated}, on, 365).quality, Quality::Pass);
    EXPECT_EQ(qualityOn({stated, bad}, on, 365).quality, Quality::Fail) << "a day beats none";
    EXPECT_EQ(qualityOn({bad, good}, on, 365).quality, Quality::Fail);
    EXPECT_EQ(qualityOn({bad, good}, day("2020-02-01"), 365).quality, Quality::Pass) << "the bad one lies ahead";
    EXPECT_EQ(qualityOn({good, {Quality::Fail, day("2020-01-01")}}, on, 365).quality, Quality::Fail) << "of one day";
    EXPECT_EQ(qualityOn({good}, day("2020-12-31"), 365).quality, Quality::Pass);
    EXPECT_EQ(qualityOn({good}, day("2021-01-01"), 365).quality, Quality::Untested);
    EXPECT_EQ(qualityOn({good}, day("2021-01-01"), 0).quality, Quality::Pass);
    EXPECT_EQ(qualityOn({}, on, 365).quality, Quality::Unknown);
}

TEST(WaterLadder, Rungs)
{
    Supply supply = goodSupply();
    EXPECT_EQ(jmpRung(supply), JmpRung::SafelyManaged);
    supply.outage_days = 19;
    EXPECT_EQ(jmpRung(supply), JmpRung::Basic);
    supply.delivery = Delivery::Standpipe;
    EXPECT_EQ(jmpRung(supply), JmpRung::Unknown) << "how far is it?";
    supply.fetch_min = 30;
    EXPECT_EQ(jmpRung(supply), JmpRung::Basic);
    supply.fetch_min = 31;
    EXPECT_EQ(jmpRung(supply), JmpRung::Limited);
    Supply own;
    own.mode = Mode::Dispersed;
    EXPECT_EQ(jmpRung(own), JmpRung::Unknown);
    own.kind = Kind::Unprotected;
    EXPECT_EQ(jmpRung(own), JmpRung::Unimproved);
    own.kind = Kind::Surface;
    EXPECT_EQ(jmpRung(own), JmpRung::Surface);
    EXPECT_EQ(jmpRung(Supply()), JmpRung::Unknown);
}

} // namespace
} // namespace cuntu::water
