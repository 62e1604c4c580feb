// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project.h"
#include "plugins/relocation/declare.h"
#include "tests/support/scratch.h"

#include <gtest/gtest.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {
namespace {

Immutable<Registry> registry()
{
    Registry registry = hostRegistry();
    addAll(registry);
    EXPECT_TRUE(registry.problems().empty());
    return freeze(std::move(registry));
}

/// A place, or a line where it has two positions or more; degrees.
struct Thing {
    std::vector<std::pair<double, double>> positions;
    QJsonObject fields;
};

QByteArray geoJson(const std::vector<Thing> &things)
{
    QJsonArray features;
    for (const Thing &thing : things) {
        QJsonArray positions;
        for (const auto &[lon, lat] : thing.positions) {
            positions.append(QJsonArray{lon, lat});
        }
        const bool isPoint = thing.positions.size() == 1;
        features.append(QJsonObject{
            {u"type"_s, u"Feature"_s},
            {u"geometry"_s, QJsonObject{{u"type"_s, isPoint ? u"Point"_s : u"LineString"_s},
                                        {u"coordinates"_s, isPoint ? positions.first() : QJsonValue(positions)}}},
            {u"properties"_s, thing.fields}});
    }
    return QJsonDocument(QJsonObject{{u"type"_s, u"FeatureCollection"_s}, {u"features"_s, features}}).toJson();
}

/// Five places in a row, 0.01 degrees apart, with a road between neighbours that costs 10, 1, 1 and 10:
///
///     0 ----10---- 1 --1-- 2 --1-- 3 ----10---- 4
class SitingAlgorithmTest : public testing::Test {
protected:
    void SetUp() override
    {
        setLanguage(Language::English);
        auto made = Project::create({m_scratch.path(u"p.cuntu"_s), {}, {}}, m_registry);
        ASSERT_TRUE(made);
        m_project = std::move(*made);
        for (int i = 0; i < 5; ++i) {
            m_places.push_back({{at(i)}, {{u"code"_s, i}, {u"people"_s, 1}}});
            if (i > 0) {
                m_roads.push_back({{at(i - 1), at(i)}, {{u"cost"_s, i == 1 || i == 4 ? 10 : 1}}});
            }
        }
    }

    static std::pair<double, double> at(int place) { return {117 + 0.01 * place, 28.0}; }

    void load(const QString &layer, const std::vector<Thing> &things) const
    {
        ImportRequest request;
        request.file = m_scratch.write(layer + u".geojson"_s, geoJson(things));
        request.role = u"layer:"_s + layer;
        const auto report = m_project->import(request, {});
        ASSERT_TRUE(report) << report.error().toText().toStdString();
        ASSERT_EQ(report->taken, static_cast<qint64>(things.size()));
    }

    Result<Outcome> run(QMap<QString, QString> given)
    {
        given.insert(u"model"_s, given.value(u"model"_s, u"p_median"_s));
        if (m_project->layers()->empty()) {
            load(u"places"_s, m_places);
            load(u"ways"_s, m_roads);
        }
        given.insert(u"demand"_s, given.value(u"demand"_s, u"places"_s));
        given.insert(u"candidates"_s, u"places"_s);
        given.insert(u"network"_s, u"ways"_s);
        const Algorithm *algorithm = m_registry->findAlgorithm(u"relocation."_s + given.take(u"model"_s));
        auto values = ParameterValues::parse(algorithm->parameters, given);
        if (!values) {
            return values.error();
        }
        auto snapshot = m_project->snapshot();
        return algorithm->run({**snapshot, *values, Day::today()}, {});
    }

    /// Runs and expects to be refused with the words.
    void expectRefusal(const QMap<QString, QString> &given, const char *words)
    {
        const auto outcome = run(given);
        ASSERT_FALSE(outcome) << words;
        EXPECT_NE(outcome.error().toText().toStdString().find(words), std::string::npos)
            << outcome.error().toText().toStdString();
    }

    /// The chosen places, by their numbers from 0.
    static std::vector<qint64> chosen(const Outcome &outcome)
    {
        std::vector<qint64> numbers;
        for (const QJsonValue &name : outcome.figures[u"sites"_s].toArray()) {
            numbers.push_back(name.toString().toLongLong() - 1);
        }
        EXPECT_EQ(numbers.size(), outcome.layers.front().rows.size());
        return numbers;
    }

    test::Scratch m_scratch;
    Immutable<Registry> m_registry = registry();
    std::unique_ptr<Project> m_project;
    std::vector<Thing> m_places;
    std::vector<Thing> m_roads;
};

TEST_F(SitingAlgorithmTest, ChoosesTheMiddleAndSaysWhoGoesThere)
{
    const auto outcome = run({{u"sites"_s, u"1"_s}, {u"cost"_s, u"cost"_s}});
    ASSERT_TRUE(outcome) << outcome.error().toText().toStdString();
    EXPECT_EQ(outcome->figures[u"objective"_s].toDouble(), 11 + 1 + 0 + 1 + 11);
    EXPECT_EQ(outcome->figures[u"bound"_s].toDouble(), 24);
    EXPECT_TRUE(outcome->figures[u"optimal"_s].toBool());
    EXPECT_EQ(outcome->figures[u"gap"_s].toDouble(), 0);
    EXPECT_EQ(outcome->figures[u"max_distance"_s].toDouble(), 11);
    EXPECT_EQ(chosen(*outcome), (std::vector<qint64>{2}));
    ASSERT_EQ(outcome->layers.size(), 2U);
    EXPECT_EQ(outcome->layers[1].rows.size(), 5U);
    const auto adopted =
        m_project->adopt(u"relocation.p_median"_s, ParameterValues(), Outcome{outcome->figures, outcome->layers});
    EXPECT_TRUE(adopted) << adopted.error().toText().toStdString();
}

TEST_F(SitingAlgorithmTest, EveryModelIsOffered)
{
    const QMap<QString, QString> one{{u"sites"_s, u"1"_s}, {u"cost"_s, u"cost"_s}};
    const auto with = [](QMap<QString, QString> given, const QString &model, const QString &limit = {}) {
        given.insert(u"model"_s, model);
        if (!limit.isEmpty()) {
            given.insert(u"limit"_s, limit);
        }
        return given;
    };
    const auto coverage = run(with(one, u"max_coverage"_s, u"1"_s));
    ASSERT_TRUE(coverage) << coverage.error().toText().toStdString();
    EXPECT_EQ(coverage->figures[u"objective"_s].toDouble(), 3);
    EXPECT_EQ(chosen(*coverage), (std::vector<qint64>{2}));
    const auto centre = run(with(one, u"p_center"_s));
    ASSERT_TRUE(centre) << centre.error().toText().toStdString();
    EXPECT_EQ(centre->figures[u"objective"_s].toDouble(), 11);
    QMap<QString, QString> cover = with(one, u"set_cover"_s, u"1"_s);
    cover.remove(u"sites"_s);
    const auto fewest = run(cover);
    ASSERT_TRUE(fewest) << fewest.error().toText().toStdString();
    EXPECT_EQ(fewest->figures[u"objective"_s].toDouble(), 3);
    EXPECT_EQ(chosen(*fewest), (std::vector<qint64>{0, 2, 4}));
}

TEST_F(SitingAlgorithmTest, WeightsAndRulesCount)
{
    m_places[0].fields[u"people"_s] = 100;
    m_places[3].fields[u"people"_s] = 0;
    EXPECT_EQ(chosen(*run({{u"sites"_s, u"1"_s}, {u"cost"_s, u"cost"_s}, {u"weight"_s, u"people"_s}})),
              (std::vector<qint64>{0}));
    const auto ruled = run({{u"sites"_s, u"2"_s},
                            {u"cost"_s, u"cost"_s},
                            {u"weight"_s, u"people"_s},
                            {u"fixed"_s, u"5"_s},
                            {u"forbidden"_s, u"1"_s}});
    ASSERT_TRUE(ruled) << ruled.error().toText().toStdString();
    EXPECT_EQ(chosen(*ruled), (std::vector<qint64>{1, 4}));
    EXPECT_EQ(ruled->figures[u"objective"_s].toDouble(), 1000 + 0 + 1 + 0) << "who weighs nothing has no say";
}

TEST_F(SitingAlgorithmTest, WithoutCostsTheLengthCounts)
{
    const auto outcome = run({{u"sites"_s, u"1"_s}});
    ASSERT_TRUE(outcome) << outcome.error().toText().toStdString();
    EXPECT_EQ(chosen(*outcome), (std::vector<qint64>{2}));
    // 0.01 degrees of longitude at 28 degrees north are 983.3 m on the ellipsoid of CGCS2000.
    EXPECT_NEAR(outcome->figures[u"objective"_s].toDouble(), 6 * 983.3, 6);
}

TEST_F(SitingAlgorithmTest, CrossingsAreJoinedOnRequestOnly)
{
    m_roads = {{{at(0), at(4)}, {}}, {{{117.02, 27.99}, {117.02, 28.001}}, {}}};
    m_places = {{{at(0)}, {}}, {{at(4)}, {}}, {{{117.02, 27.99}}, {}}};
    expectRefusal({{u"sites"_s, u"1"_s}}, "2 separate parts");
    const auto joined = run({{u"sites"_s, u"1"_s}, {u"split_at_crossings"_s, u"true"_s}});
    ASSERT_TRUE(joined) << joined.error().toText().toStdString();
    EXPECT_EQ(chosen(*joined), (std::vector<qint64>{2}));
}

TEST_F(SitingAlgorithmTest, WhatCannotBeIsNamedWithItsMeasure)
{
    m_places[1].fields[u"people"_s] = -3;
    m_roads[2].fields[u"bad"_s] = -1;
    expectRefusal({{u"sites"_s, u"1"_s}, {u"weight"_s, u"people"_s}}, "negative or empty in 1 rows (least value -3)");
    expectRefusal({{u"sites"_s, u"1"_s}, {u"cost"_s, u"bad"_s}}, "negative or empty");
    expectRefusal({{u"sites"_s, u"9"_s}}, "4 too few");
    expectRefusal({{u"sites"_s, u"1"_s}, {u"fixed"_s, u"2"_s}, {u"forbidden"_s, u"2"_s}}, "both fixed and forbidden");
    expectRefusal({{u"sites"_s, u"1"_s}, {u"fixed"_s, u"77"_s}}, "no candidate 77");
    expectRefusal({{u"sites"_s, u"1"_s}, {u"demand"_s, u"nowhere"_s}}, "nowhere");
    expectRefusal({{u"sites"_s, u"1"_s}, {u"weight"_s, u"no_such"_s}}, "no_such");
    EXPECT_FALSE(run({{u"sites"_s, u"0"_s}}));
    load(u"far"_s, {{{{117.5, 28.0}}, {}}});
    expectRefusal({{u"sites"_s, u"1"_s}, {u"demand"_s, u"far"_s}}, "too far from the network");
}

} // namespace
} // namespace cuntu::relocation
