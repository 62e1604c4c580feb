// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/water/failures.h"
#include "tests/plugins/water/water_county.h"

#include <gtest/gtest.h>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::water {
namespace {

void addWorks(SmallCounty &county, const QString &code, double x, double y, const QString &served)
{
    const auto row = county.add(k_works, {{u"code"_s, code},
                                          {u"served"_s, served},
                                          {u"supply_mode"_s, u"CENTRAL_SMALL"_s},
                                          {u"delivery"_s, u"TAP_HOUSE"_s},
                                          {u"lpcd"_s, u"60"_s},
                                          {u"design_m3d"_s, u"10"_s},
                                          {u"@x"_s, QString::number(x)},
                                          {u"@y"_s, QString::number(y)}});
    county.mark(k_works, row, u"IN_SERVICE"_s, u"2018-01-01"_s);
}

void addPlace(SmallCounty &county, const QString &code, double x, double y, int persons, Fields more = {})
{
    more.insert({{u"code"_s, code},
                 {u"village_code"_s, u"361199100200"_s},
                 {u"pop_registered"_s, QString::number(persons)},
                 {u"@x"_s, QString::number(x)},
                 {u"@y"_s, QString::number(y)}});
    county.add(k_settlements, std::move(more));
}

/// W with a main to A, on to B, and a ring around C; V, which stands in for W at D.
SmallCounty county()
{
    SmallCounty made;
    addWorks(made, u"W"_s, 0, 0, u"A;B;C"_s);
    addWorks(made, u"V"_s, 0, 9000, u"nobody"_s);
    made.add(k_mains, {{u"code"_s, u"M1"_s}, {u"works_code"_s, u"W"_s}, {u"@points"_s, u"0 0, 1000 0"_s}});
    made.add(k_mains, {{u"code"_s, u"M2"_s}, {u"works_code"_s, u"W"_s}, {u"@points"_s, u"1000 0, 2000 0"_s}});
    made.add(k_mains, {{u"code"_s, u"R1"_s}, {u"works_code"_s, u"W"_s}, {u"@points"_s, u"0 0, 0 1000, 500 1000"_s}});
    made.add(k_mains, {{u"code"_s, u"R2"_s}, {u"works_code"_s, u"W"_s}, {u"@points"_s, u"500 1000, 1000 0"_s}});
    addPlace(made, u"A"_s, 900, 50, 100);
    addPlace(made, u"B"_s, 1900, 50, 40);
    addPlace(made, u"C"_s, 500, 1050, 30);
    addPlace(made, u"D"_s, 100, 5000, 20, {{u"works_code"_s, u"W;V"_s}, {u"delivery"_s, u"TAP_HOUSE"_s}});
    return made;
}

Failures found(const SmallCounty &county, double demand = 0.09)
{
    Rule rule;
    rule.ruleSet = RuleSet().code;
    const auto surveyed = survey(county, rule, day("2020-06-30"), {}, {}, siteFields());
    return *failures(county, *surveyed, *failureLayers(county, {}), 300, demand, {});
}

TEST(WaterFailures, AMainCutsOffWhatHangsOnItAlone)
{
    const Failures failures = found(county());
    EXPECT_EQ(failures.ofMain[0], 0) << "the ring brings water to the other end of M1";
    EXPECT_EQ(failures.ofMain[1], 40) << "B hangs on M2 alone";
    EXPECT_EQ(failures.settlementsOfMain[1], 1U);
    EXPECT_EQ(failures.ofMain[2], 0);
    EXPECT_EQ(failures.ofMain[3], 0);
}

TEST(WaterFailures, WorksThatSomebodyNamesBesideOthersAreReplaced)
{
    const Failures failures = found(county());
    EXPECT_EQ(failures.ofWorks[0], 170) << "A, B and C; D has V too";
    EXPECT_EQ(failures.ofWorks[1], 0);
    EXPECT_EQ(failures.servedBy[0], 180) << "half of D";
}

TEST(WaterFailures, ASourceCutsOffOrLeavesTooLittle)
{
    SmallCounty made = county();
    made.add(k_intakes, {{u"code"_s, u"S1"_s}, {u"works_code"_s, u"W"_s}, {u"yield_m3d"_s, u"20"_s}});
    const Failures alone = found(made);
    EXPECT_EQ(alone.ofSource[0], 170);
    EXPECT_EQ(alone.shortOfSource[0], 180) << "nothing is left";
    made.add(k_intakes, {{u"code"_s, u"S2"_s}, {u"works_code"_s, u"W"_s}, {u"yield_m3d"_s, u"8.1"_s}});
    const Failures two = found(made);
    EXPECT_EQ(two.ofSource[0], 0) << "the other one still gives water";
    EXPECT_NEAR(two.shortOfSource[0], 90, 1e-9) << "8.1 of 16.2 m3/d";
    EXPECT_EQ(two.shortOfSource[1], 0) << "20 are enough";
}

TEST(WaterFailures, RepairComesByUsersAloneAndPressure)
{
    const SmallCounty made = county();
    const Algorithm critical = criticalAlgorithm();
    const auto outcome = critical.run({made, *ParameterValues::parse(critical.parameters, {}), day("2020-06-30")}, {});
    ASSERT_TRUE(outcome);
    EXPECT_EQ(outcome->figures[u"alone"_s].toDouble(), 170);
    EXPECT_EQ(outcome->figures[u"worst_main"_s].toDouble(), 40);
    const OutcomeLayer &works = outcome->layers.front();
    ASSERT_EQ(works.rows.size(), 2U);
    EXPECT_EQ(works.rows[0].values[1], Value(std::string("W"))) << "most users without an alternative come first";
    EXPECT_NEAR(std::get<double>(works.rows[0].values[5]), 100 * 180 * 0.09 / 10, 1e-9);
}

} // namespace
} // namespace cuntu::water
