// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/roads/funds.h"
#include "tests/plugins/roads/small_county.h"

#include <gtest/gtest.h>

#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {
namespace {

std::pair<double, double> figure(const SmallCounty &county, const QString &indicatorId, const char *on,
                                 const QMap<QString, QString> &given = {})
{
    const Registry registry = wholeRegistry();
    const Indicator *indicator = registry.findIndicator(indicatorId);
    EXPECT_NE(indicator, nullptr);
    const ParameterValues parameters = *ParameterValues::parse(indicator->parameters, given);
    const auto set = indicator->evaluate({county, parameters, day(on)}, {});
    EXPECT_TRUE(set);
    std::pair<double, double> sum;
    for (const Contribution &item : set->items) {
        sum.first += item.numerator;
        sum.second += item.denominator;
    }
    return sum;
}

QStringList findings(const SmallCounty &county, const QString &checkId)
{
    const Registry registry = wholeRegistry();
    const auto check = std::find_if(registry.checks.begin(), registry.checks.end(),
                                    [&](const Check &each) { return each.id == checkId; });
    EXPECT_NE(check, registry.checks.end());
    QStringList sentences;
    const auto found = check->run(county, {});
    EXPECT_TRUE(found);
    for (const CheckFinding &finding : *found) {
        sentences << finding.sentence;
    }
    return sentences;
}

/// Two roads of one and two kilometres with budgets of 400,000 and 600,000 yuan, and one without.
SmallCounty withMoney()
{
    SmallCounty county;
    county.road(u"C001"_s, {{0, 0}, {1000, 0}},
                {{u"fund_province"_s, u"80000"_s},
                 {u"fund_village"_s, u"320000"_s},
                 {u"length_km"_s, u"1"_s},
                 {u"admin_class"_s, u"GROUP"_s}});
    county.road(u"C002"_s, {{0, 100}, {2000, 100}},
                {{u"fund_county"_s, u"600000"_s}, {u"length_km"_s, u"2"_s}, {u"admin_class"_s, u"VILLAGE"_s}});
    county.road(u"C003"_s, {{0, 200}, {1000, 200}});
    county.payment(u"C001"_s, u"2019-01-10"_s, u"ISSUED"_s, 240'000);
    county.payment(u"C001"_s, u"2019-03-01"_s, u"PAID"_s, 120'000);
    county.payment(u"C002"_s, u"2019-02-01"_s, u"ISSUED"_s, 300'000);
    return county;
}

TEST(RoadFunds, AreThoseOfTheDay)
{
    const SmallCounty county = withMoney();
    EXPECT_EQ(figure(county, u"road_fund_rate"_s, "2019-02-28"), std::pair(0.0, 1e6));
    EXPECT_EQ(figure(county, u"road_fund_rate"_s, "2019-03-01"), std::pair(120e3, 1e6));
    EXPECT_EQ(figure(county, u"road_issued_rate"_s, "2019-01-31"), std::pair(240e3, 1e6));
    EXPECT_EQ(figure(county, u"road_issued_rate"_s, "2019-02-01"), std::pair(540e3, 1e6));
    EXPECT_EQ(figure(county, u"road_payment_rate"_s, "2019-01-31"), std::pair(0.0, 240e3));
    EXPECT_EQ(figure(county, u"road_payment_rate"_s, "2019-12-31"), std::pair(120e3, 540e3));
    EXPECT_EQ(figure(county, u"road_cost_per_km"_s, "2019-12-31"), std::pair(1e6, 3.0));
    EXPECT_EQ(figure(county, u"road_cost_per_km"_s, "2019-12-31", {{u"road_class"_s, u"GROUP"_s}}),
              std::pair(400e3, 1.0));
}

TEST(RoadFunds, AreFlaggedWherePaymentRunsAheadOfTheWorks)
{
    SmallCounty county = withMoney();
    // 30 % of C001 is paid, nothing is built.
    EXPECT_EQ(figure(county, u"road_paid_ahead"_s, "2019-03-01"), std::pair(1.0, 2.0));
    EXPECT_EQ(figure(county, u"road_paid_ahead"_s, "2019-03-01", {{u"ahead_pp"_s, u"30"_s}}), std::pair(0.0, 2.0));
    county.mark(u"roads"_s, 0, u"CONSTRUCTING"_s, u"2019-02-01"_s); // 10 %, as nothing is measured
    EXPECT_EQ(figure(county, u"road_paid_ahead"_s, "2019-03-01"), std::pair(0.0, 2.0));
    EXPECT_EQ(figure(county, u"road_paid_ahead"_s, "2019-03-01", {{u"ahead_pp"_s, u"19"_s}}), std::pair(1.0, 2.0));
}

TEST(RoadFunds, AreCheckedAgainstEachOther)
{
    setLanguage(Language::English);
    SmallCounty county = withMoney();
    for (const char *check : {"payment_route", "paid_over_issued", "issued_over_budget", "payment_negative"}) {
        EXPECT_EQ(findings(county, u"roads."_s + QString::fromLatin1(check)), QStringList()) << check;
    }
    county.payment(u"C001"_s, u"2019-04-01"_s, u"PAID"_s, 130'000);
    county.payment(u"C001"_s, u"2019-05-01"_s, u"ISSUED"_s, 170'000);
    county.payment(u"C404"_s, u"2019-05-01"_s, u"PAID"_s, -5);
    EXPECT_EQ(findings(county, u"roads.paid_over_issued"_s),
              QStringList{u"C001: up to %1 250000 yuan were paid, but only 240000 yuan issued"_s.arg(
                  day("2019-04-01").toText())});
    EXPECT_EQ(findings(county, u"roads.issued_over_budget"_s),
              QStringList{u"C001: 410000 yuan were issued, but the budget is 400000 yuan"_s});
    EXPECT_EQ(findings(county, u"roads.payment_route"_s), QStringList{u"there is no road C404"_s});
    EXPECT_EQ(findings(county, u"roads.payment_negative"_s),
              QStringList{u"an amount of -5 yuan: was it taken back, or is it a slip?"_s});
    setLanguage(Language::Chinese);
}

TEST(RoadFunds, AreNotPaidBeforeTheApproval)
{
    setLanguage(Language::English);
    SmallCounty county = withMoney();
    EXPECT_EQ(findings(county, u"roads.payment_approval"_s), QStringList()) << "the ledger knows nothing of the road";
    county.mark(u"roads"_s, 0, u"PLANNED"_s, u"2018-01-01"_s);
    EXPECT_EQ(findings(county, u"roads.payment_approval"_s),
              QStringList{u"C001: paid on %1, and the ledger knows of no approval"_s.arg(day("2019-03-01").toText())});
    county.mark(u"roads"_s, 0, u"APPROVED"_s, u"2019-03-02"_s);
    EXPECT_EQ(findings(county, u"roads.payment_approval"_s),
              QStringList{u"C001: paid on %1, approved on %2 only"_s.arg(day("2019-03-01").toText(),
                                                                         day("2019-03-02").toText())});
    county.mark(u"roads"_s, 0, u"APPROVED"_s, u"2019-02-01"_s);
    EXPECT_EQ(findings(county, u"roads.payment_approval"_s), QStringList());
    setLanguage(Language::Chinese);
}

TEST(RoadFunds, AlgorithmComparesTheCostOfAClassWithTheSubsidies)
{
    const SmallCounty county = withMoney();
    const Registry registry = wholeRegistry();
    const Algorithm *algorithm = registry.findAlgorithm(u"roads.funds"_s);
    ASSERT_NE(algorithm, nullptr);
    const ParameterValues parameters = *ParameterValues::parse(algorithm->parameters, {});
    const auto outcome = algorithm->run({county, parameters, day("2019-12-31")}, {});
    ASSERT_TRUE(outcome);
    EXPECT_EQ(outcome->figures[u"budget"_s].toDouble(), 1e6);
    EXPECT_EQ(outcome->figures[u"paid"_s].toDouble(), 120e3);
    EXPECT_EQ(outcome->figures[u"flagged"_s].toInt(), 1);
    ASSERT_EQ(outcome->layers.size(), 2U);
    EXPECT_EQ(outcome->layers[0].rows.size(), 2U) << "the road without money is left out";
    ASSERT_EQ(outcome->layers[1].rows.size(), 2U);
    const auto &village = outcome->layers[1].rows[0].values;
    EXPECT_EQ(std::get<double>(village[6]), 300e3);
    EXPECT_EQ(std::get<double>(village[7]), 120e3);
    EXPECT_DOUBLE_EQ(std::get<double>(village[8]), 40);
}

} // namespace
} // namespace cuntu::roads
