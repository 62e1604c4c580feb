// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/photovoltaic/declare.h"
#include "plugins/photovoltaic/period.h"
#include "plugins/photovoltaic/words.h"
#include "tests/plugins/photovoltaic/photovoltaic_county.h"

#include <gtest/gtest.h>

#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {
namespace {

TEST(PhotovoltaicDeclarations, AreFitToBeFrozen)
{
    QString all;
    for (const Error &problem : wholeRegistry().problems()) {
        all += problem.sentence + u'\n';
    }
    EXPECT_TRUE(all.isEmpty()) << all.toStdString();
}

TEST(PhotovoltaicLifeCycle, IsThatOfTheDomainReference)
{
    const LifeCycle cycle = stationLifeCycle();
    EXPECT_NE(cycle.findTransition(u"COMPLETED", u"GRID_CONNECTED"), nullptr);
    EXPECT_EQ(cycle.findTransition(u"PLANNED", u"GRID_CONNECTED"), nullptr)
        << "nothing is connected before it is built";
    EXPECT_TRUE(cycle.findTransition(u"OPERATING", u"FAULT")->needsNote);
    EXPECT_TRUE(cycle.findTransition(u"LOW_YIELD", u"OPERATING")->needsNote);
    for (const Status &status : cycle.statuses) {
        if (status.id != u"RETIRED"_s) {
            EXPECT_NE(cycle.findTransition(status.id, u"RETIRED"), nullptr) << status.id.toStdString();
        }
        EXPECT_EQ(cycle.statusFor(status.name.zh)->id, status.id);
        for (const QString &word : status.synonyms) {
            EXPECT_EQ(cycle.statusFor(word)->id, status.id) << word.toStdString();
        }
    }
}

TEST(PhotovoltaicWords, OfTables)
{
    for (const auto &choices : {stationTypeChoices(), feedModeChoices(), ownerChoices(), siteChoices(), useChoices(),
                                receiptChoices(), faultChoices()}) {
        Field field;
        field.choices = choices;
        for (const Choice &choice : choices) {
            for (const QString &word : choice.synonyms + QStringList{choice.name.zh, choice.name.en}) {
                EXPECT_EQ(field.choiceFor(word).value_or(u""_s), choice.id) << word.toStdString();
            }
        }
    }
}

TEST(PhotovoltaicTargets, AreThoseOfThePlans)
{
    QSet<QString> labels;
    for (const TargetTemplate &target : wholeRegistry().targetTemplates) {
        labels.insert(target.label);
        const Indicator *indicator = wholeRegistry().findIndicator(target.indicator);
        ASSERT_NE(indicator, nullptr);
        EXPECT_TRUE(ParameterValues::parse(indicator->parameters, target.parameters)) << target.label.toStdString();
    }
    EXPECT_EQ(labels.size(), 7);
    EXPECT_EQ(wholeRegistry().targetTemplates[0].value, 189.392);
    EXPECT_EQ(wholeRegistry().targetTemplates[1].value, 285);
}

TEST(PhotovoltaicChecks, WhatMayBeSoWarns)
{
    QStringList errors;
    for (const Check &check : wholeRegistry().checks) {
        if (check.programme == id(k_programme) && check.severity == Severity::Error) {
            errors.push_back(check.id.mid(check.programme.size() + 1));
        }
    }
    errors.sort();
    EXPECT_EQ(errors, (QStringList{u"grid_day"_s, u"impossible"_s, u"negative"_s, u"no_meter"_s, u"repeated"_s,
                                   u"shares"_s, u"unknown_household"_s, u"unknown_station"_s}))
        << "capacities that are not usual, doubts about units and money that leaks are pointed out";
}

TEST(PhotovoltaicParameters, SharedNamesMeanTheSame)
{
    // Tables of targets have one column for each parameter id, whatever programme asks for it.
    std::map<QString, Parameter> seen;
    for (const Indicator &indicator : wholeRegistry().indicators) {
        for (const Parameter &parameter : indicator.parameters) {
            const auto [at, isNew] = seen.emplace(parameter.id, parameter);
            EXPECT_TRUE(isNew || (at->second.type == parameter.type && at->second.name == parameter.name))
                << parameter.id.toStdString();
        }
    }
}

class RowOf {
public:
    explicit RowOf(const char16_t *layer) : m_schema(wholeRegistry().layerSchema(id(layer)).value())
    {
        m_row.values.resize(m_schema.fields.size());
    }
    RowOf &set(QStringView fieldId, Value value)
    {
        m_row.values[static_cast<std::size_t>(m_schema.findField(fieldId) - m_schema.fields.data())] = std::move(value);
        return *this;
    }
    std::vector<RowFinding> checked() const
    {
        std::vector<RowFinding> findings;
        for (const RowCheck &check : wholeRegistry().rowChecks.at(m_schema.id)) {
            check(m_schema, m_row, findings);
        }
        return findings;
    }

private:
    LayerSchema m_schema;
    FeatureRow m_row;
};

TEST(PhotovoltaicRowChecks, WarnAndNeverRejectAStation)
{
    const auto findings = RowOf(k_stations)
                              .set(u"station_type", std::string("VILLAGE"))
                              .set(u"capacity_kw", 664.5)
                              .set(u"hh_count", std::int64_t{60})
                              .set(u"grid_on", std::string("2019-06-30"))
                              .checked();
    ASSERT_EQ(findings.size(), 3U) << "more than 500 kW, 11 kW a household, no meter number";
    for (const RowFinding &finding : findings) {
        EXPECT_FALSE(finding.rejected);
    }
    EXPECT_TRUE(RowOf(k_stations)
                    .set(u"station_type", std::string("VILLAGE"))
                    .set(u"capacity_kw", 300.0)
                    .set(u"hh_count", std::int64_t{60})
                    .checked()
                    .empty());
}

TEST(PhotovoltaicRowChecks, AReadingNeedsAPeriod)
{
    EXPECT_TRUE(RowOf(k_readings).set(u"period", std::string("2019年6月")).set(u"kwh", 1.0).checked().empty());
    EXPECT_TRUE(RowOf(k_readings).set(u"period", std::string("2019年6月")).set(u"meter_kwh", 1.0).checked().empty());
    EXPECT_EQ(RowOf(k_readings).set(u"period", std::string("2019年6月")).checked().size(), 1U) << "nothing was read";
    const auto findings = RowOf(k_readings).set(u"period", std::string("上月")).set(u"kwh", 1.0).checked();
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_TRUE(findings[0].rejected);
}

TEST(PhotovoltaicPeriod, IsReadAsTablesWriteIt)
{
    const auto month = parsePeriod(u"2019年2月");
    ASSERT_TRUE(month);
    EXPECT_EQ(month->days(), 28);
    EXPECT_TRUE(parsePeriod(u"201902")->isSame(*month));
    EXPECT_TRUE(parsePeriod(u"2019-02")->isSame(*month));
    EXPECT_EQ(parsePeriod(u"2019-02-03")->kind, Period::Kind::Day);
    EXPECT_EQ(parsePeriod(u"2019")->kind, Period::Kind::Year);
    EXPECT_EQ(parsePeriod(u"2019-02-03 13:30")->minute, 13 * 60 + 30);
    EXPECT_EQ(parsePeriod(u"2019-02-03 00:00")->kind, Period::Kind::Hour) << "an hour, whose energy is not the day's";
    const auto utc = parsePeriod(u"2019-02-03T18:00:00Z");
    ASSERT_TRUE(utc);
    EXPECT_EQ(utc->first.toIso(), u"2019-02-04"_s) << "2 o'clock in Beijing";
    EXPECT_EQ(utc->minute, 120);
    EXPECT_EQ(parsePeriod(u"2019-02-03 01:00-05:00")->first.toIso(), u"2019-02-03"_s) << "14 o'clock";
    EXPECT_FALSE(parsePeriod(u"2019-13"));
    EXPECT_FALSE(parsePeriod(u"合计"));
    EXPECT_EQ(lastWholeMonth(day("2019-02-28")), monthNumber(day("2019-02-01")));
    EXPECT_EQ(lastWholeMonth(day("2019-02-27")), monthNumber(day("2019-01-01")));
}

} // namespace
} // namespace cuntu::photovoltaic
