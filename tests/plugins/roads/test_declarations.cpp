// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/roads/declare.h"
#include "plugins/roads/surfaces.h"
#include "tests/plugins/roads/small_county.h"

#include <gtest/gtest.h>

#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {
namespace {

TEST(RoadsDeclarations, AreFitToBeFrozen)
{
    QString all;
    for (const Error &problem : wholeRegistry().problems()) {
        all += problem.sentence + u'\n';
    }
    EXPECT_TRUE(all.isEmpty()) << all.toStdString();
}

TEST(RoadsLifeCycle, HasTheStatesAndStepsOfTheCommonWorksLifeCycle)
{
    const LifeCycle works = worksLifeCycle();
    EXPECT_EQ(works.statuses.size(), 12U);
    // DOMAIN B.0.3: 7 forward, 1 without tender, 2 of rework, 3 of defects, 3 + 3 of suspension, 6 + 1 of cancelling.
    EXPECT_EQ(works.transitions.size(), 26U);
    EXPECT_NE(works.findTransition(u"PLANNED", u"CONSTRUCTING"), nullptr);
    EXPECT_EQ(works.findTransition(u"PLANNED", u"ACCEPTED"), nullptr);
    EXPECT_EQ(works.findTransition(u"COMPLETED", u"CANCELLED"), nullptr);
    EXPECT_TRUE(works.findTransition(u"CANCELLED", u"IDENTIFIED")->needsNote);
    QSet<quint32> colours;
    for (const Status &status : works.statuses) {
        colours.insert(status.colour);
        EXPECT_EQ(works.statusFor(status.name.zh)->id, status.id);
        for (const QString &word : status.synonyms) {
            EXPECT_EQ(works.statusFor(word)->id, status.id) << word.toStdString();
        }
    }
    EXPECT_EQ(colours.size(), 12);
}

TEST(RoadsLifeCycle, EveryStatusCanBeReachedFromTheFirst)
{
    const LifeCycle works = worksLifeCycle();
    QSet<QString> reached{u"IDENTIFIED"_s};
    for (std::size_t round = 0; round < works.statuses.size(); ++round) {
        for (const Transition &step : works.transitions) {
            if (reached.contains(step.from)) {
                reached.insert(step.to);
            }
        }
    }
    EXPECT_EQ(reached.size(), 12);
}

TEST(RoadsLifeCycle, CountsAsDoneOnlyWhatWordsOfAcceptanceSay)
{
    const LifeCycle works = worksLifeCycle();
    const auto countsAs = [&](const QString &word) { return works.statusFor(word)->countsAs; };
    EXPECT_EQ(countsAs(u"已验收"_s), StatusClass::Done);
    EXPECT_EQ(countsAs(u"销号"_s), StatusClass::Done);
    EXPECT_EQ(countsAs(u"已通车"_s), StatusClass::Done);
    EXPECT_EQ(countsAs(u"已完工"_s), StatusClass::Finished);
    EXPECT_EQ(countsAs(u"已完工待验收"_s), StatusClass::Finished);
    EXPECT_EQ(works.statusFor(u"已硬化"_s), nullptr) << "says what the road is like, not that it was accepted";
}

TEST(RoadsLayer, ReadsTheWordsOfTablesForSurfaces)
{
    Field surface;
    surface.choices = surfaceChoices();
    for (const auto &[word, code] : std::map<QString, QString>{{u"水泥混凝土"_s, u"CEMENT_CONC"_s},
                                                               {u"砼"_s, u"CEMENT_CONC"_s},
                                                               {u"柏油"_s, u"ASPHALT_CONC"_s},
                                                               {u"泥结石"_s, u"GRAVEL"_s},
                                                               {u"砂石"_s, u"GRAVEL"_s},
                                                               {u"土路"_s, u"EARTH"_s}}) {
        EXPECT_EQ(surface.choiceFor(word).value_or(u""_s), code) << word.toStdString();
    }
    EXPECT_TRUE(isHardenedSurface("CEMENT_CONC"));
    EXPECT_FALSE(isHardenedSurface("GRAVEL"));
    EXPECT_FALSE(isHardenedSurface(""));
}

TEST(RoadsTargets, AreThePromisesThatHaveAFigureWithTheirOwnThresholds)
{
    const Registry registry = wholeRegistry();
    ASSERT_EQ(registry.targetTemplates.size(), 6U);
    EXPECT_EQ(registry.targetTemplates[2].parameters.value(u"min_hh"_s), u"20"_s);
    EXPECT_EQ(registry.targetTemplates[1].commitment, Commitment::Strive);
    EXPECT_FALSE(registry.targetTemplates[1].parameters.contains(u"livable_only"_s)) << "livable or not";
    for (const TargetTemplate &target : registry.targetTemplates) {
        const Indicator *indicator = registry.findIndicator(target.indicator);
        ASSERT_NE(indicator, nullptr) << target.label.toStdString();
        EXPECT_TRUE(ParameterValues::parse(indicator->parameters, target.parameters)) << target.label.toStdString();
    }
}

TEST(RoadsParameters, GiveTheRuleOfTheDomainByDefault)
{
    EXPECT_EQ(Rule::from(values()), Rule());
    EXPECT_EQ(Rule::from(values({{u"destination"_s, u"largest"_s}})).destination, Destination::Largest);
    EXPECT_EQ(Rule::from(values({{u"destination"_s, u"own_committee"_s}})).destination, Destination::OwnCommittee);
    EXPECT_EQ(Rule::from(values({{u"surfaces"_s, u"cement"_s}})).surfaces, Surfaces::Cement);
    EXPECT_FALSE(ParameterValues::parse(Rule::parameters(), {{u"min_hh"_s, u"0"_s}}));
}

TEST(RoadsRowChecks, WarnAndNeverReject)
{
    const LayerSchema roads = schemaOf(u"roads"_s);
    FeatureRow row;
    row.values.resize(roads.fields.size());
    const auto set = [&](QStringView id, Value value) {
        row.values[static_cast<std::size_t>(roads.findField(id) - roads.fields.data())] = std::move(value);
    };
    set(u"surface_width_m", 35.0);
    set(u"roadbed_width_m", 4.5);
    set(u"built_on", std::string("2019-05-01"));
    set(u"accepted_on", std::string("2018-05-01"));
    std::vector<RowFinding> findings;
    const Registry registry = wholeRegistry();
    for (const RowCheck &check : registry.rowChecks.at(u"roads"_s)) {
        check(roads, row, findings);
    }
    ASSERT_EQ(findings.size(), 3U) << "too wide, roadbed narrower, accepted before built";
    for (const RowFinding &finding : findings) {
        EXPECT_FALSE(finding.rejected);
    }
}

} // namespace
} // namespace cuntu::roads
