// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/water/declare.h"
#include "plugins/water/words.h"
#include "tests/plugins/water/water_county.h"

#include <gtest/gtest.h>

#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::water {
namespace {

TEST(WaterDeclarations, AreFitToBeFrozen)
{
    QString all;
    for (const Error &problem : wholeRegistry().problems()) {
        all += problem.sentence + u'\n';
    }
    EXPECT_TRUE(all.isEmpty()) << all.toStdString();
}

TEST(WaterLifeCycle, OfWorksHasTheStepsOfTheCommonOne)
{
    const LifeCycle works = worksLifeCycle();
    EXPECT_EQ(works.statuses.size(), 12U);
    EXPECT_EQ(works.transitions.size(), 26U); // DOMAIN B.0.3
    EXPECT_NE(works.findTransition(u"PLANNED", u"CONSTRUCTING"), nullptr);
    EXPECT_EQ(works.findTransition(u"PLANNED", u"ACCEPTED"), nullptr);
    EXPECT_EQ(works.findTransition(u"COMPLETED", u"CANCELLED"), nullptr);
    EXPECT_TRUE(works.findTransition(u"CANCELLED", u"IDENTIFIED")->needsNote);
}

TEST(WaterLifeCycle, OfTheServiceGoesThroughTheTest)
{
    const LifeCycle service = serviceLifeCycle();
    EXPECT_EQ(service.findTransition(u"NOT_COVERED", u"SAFE"), nullptr) << "not without a test";
    EXPECT_FALSE(service.findTransition(u"NOT_COVERED", u"COVERED_NOT_TESTED")->needsNote);
    for (const QString &rated : {u"SAFE"_s, u"BASIC_SAFE"_s, u"UNSAFE"_s}) {
        EXPECT_NE(service.findTransition(u"COVERED_NOT_TESTED", rated), nullptr);
        EXPECT_EQ(service.findTransition(rated, u"COVERED_NOT_TESTED"), nullptr);
        EXPECT_TRUE(service.findTransition(rated, u"NOT_COVERED")->needsNote);
    }
    EXPECT_TRUE(service.findTransition(u"SAFE", u"UNSAFE")->needsNote);
    EXPECT_TRUE(service.findTransition(u"UNSAFE", u"SAFE")->needsNote) << "the new report";
}

TEST(WaterLifeCycle, WordsLeadToOneStatus)
{
    for (const LifeCycle &cycle : {worksLifeCycle(), serviceLifeCycle()}) {
        QSet<quint32> colours;
        for (const Status &status : cycle.statuses) {
            colours.insert(status.colour);
            EXPECT_EQ(cycle.statusFor(status.name.zh)->id, status.id);
            for (const QString &word : status.synonyms) {
                EXPECT_EQ(cycle.statusFor(word)->id, status.id) << word.toStdString();
            }
        }
        EXPECT_EQ(colours.size(), static_cast<qsizetype>(cycle.statuses.size()));
    }
}

TEST(WaterWords, OfTables)
{
    Field mode;
    mode.choices = modeChoices();
    EXPECT_EQ(mode.choiceFor(u"城镇管网延伸").value_or(u""_s), u"URBAN_EXT"_s);
    EXPECT_EQ(mode.choiceFor(u"千吨万人").value_or(u""_s), u"CENTRAL_LARGE"_s);
    EXPECT_EQ(mode.choiceFor(u"decentralised").value_or(u""_s), u"DISPERSED"_s);
    Field delivery;
    delivery.choices = deliveryChoices();
    EXPECT_EQ(delivery.choiceFor(u"集中供水点").value_or(u""_s), u"STANDPIPE"_s);
    for (const auto &choices : {modeChoices(), deliveryChoices(), qualityChoices(), kindChoices(), sourceChoices(),
                                disinfectionChoices(), projectChoices()}) {
        Field field;
        field.choices = choices;
        for (const Choice &choice : choices) {
            for (const QString &word : choice.synonyms + QStringList{choice.name.zh, choice.name.en}) {
                EXPECT_EQ(field.choiceFor(word).value_or(u""_s), choice.id) << word.toStdString();
            }
        }
    }
}

TEST(WaterTargets, AreTheTwelvePromises)
{
    const std::vector<TargetTemplate> &targets = wholeRegistry().targetTemplates;
    ASSERT_EQ(targets.size(), 12U);
    EXPECT_EQ(targets[4].label, u"W05"_s);
    EXPECT_EQ(targets[4].value, 90);
    EXPECT_LT(targets[1].value, 100) << "basically solved is never all";
    for (const TargetTemplate &target : targets) {
        const Indicator *indicator = wholeRegistry().findIndicator(target.indicator);
        EXPECT_TRUE(ParameterValues::parse(indicator->parameters, target.parameters)) << target.label.toStdString();
    }
}

TEST(WaterParameters, SharedNamesMeanTheSame)
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

TEST(WaterRowChecks, WarnAndNeverReject)
{
    const LayerSchema works = wholeRegistry().layerSchema(id(k_works)).value();
    FeatureRow row;
    row.values.resize(works.fields.size());
    const auto set = [&](QStringView fieldId, Value value) {
        row.values[static_cast<std::size_t>(works.findField(fieldId) - works.fields.data())] = std::move(value);
    };
    set(u"design_m3d", 0.0);
    set(u"design_pop", std::int64_t{100});
    set(u"served_pop", std::int64_t{121});
    std::vector<RowFinding> findings;
    for (const RowCheck &check : wholeRegistry().rowChecks.at(id(k_works))) {
        check(works, row, findings);
    }
    ASSERT_EQ(findings.size(), 2U);
    EXPECT_FALSE(findings[0].rejected || findings[1].rejected);
}

} // namespace
} // namespace cuntu::water
