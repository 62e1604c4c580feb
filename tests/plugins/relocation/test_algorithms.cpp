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

TEST_F(SitingAlgorithmTest, ServicesNearTheSitesAreAFigureOfTheChoice)
{
    load(u"places"_s, m_places);
    load(u"ways"_s, m_roads);
    load(u"schools"_s, {{{at(0)}, {{u"code"_s, 1}}}, {{at(4)}, {{u"code"_s, 2}}}});
    const auto outcome =
        run({{u"sites"_s, u"2"_s}, {u"cost"_s, u"cost"_s}, {u"fixed"_s, u"2,4"_s}, {u"school"_s, u"schools"_s}});
    ASSERT_TRUE(outcome) << outcome.error().toText().toStdString();
    // Place 1 serves places 0, 1 and, at the same distance, 2; its school is 10 away. Place 3 is 10 from the other one.
    EXPECT_EQ(outcome->figures[u"school"_s].toDouble(), 10);
    EXPECT_EQ(outcome->figures[u"school_cut_off"_s].toDouble(), 0);
    EXPECT_FALSE(outcome->figures.contains(u"clinic"_s)) << "nobody asked for clinics";
    const auto middle =
        run({{u"sites"_s, u"2"_s}, {u"cost"_s, u"cost"_s}, {u"fixed"_s, u"1,3"_s}, {u"school"_s, u"schools"_s}});
    ASSERT_TRUE(middle) << middle.error().toText().toStdString();
    // Places 0 has its school at 0; 1 to 4 go to place 2, which is 11 from either.
    EXPECT_NEAR(middle->figures[u"school"_s].toDouble(), (1 * 0 + 4 * 11) / 5.0, 1e-9);
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

TEST_F(SitingAlgorithmTest, APreferredLevelIsWorthItsFactorAndGroupsStayTogether)
{
    for (int i = 0; i < 5; ++i) {
        m_places[static_cast<std::size_t>(i)].fields[u"level"_s] = i == 4 ? 1 : 3;
        m_places[static_cast<std::size_t>(i)].fields[u"village"_s] = i < 3 ? u"A"_s : u"B"_s;
        m_places[static_cast<std::size_t>(i)].fields[u"mu"_s] = 10 + i;
    }
    const auto plain = run({{u"cost"_s, u"cost"_s}, {u"sites"_s, u"1"_s}});
    ASSERT_TRUE(plain) << plain.error().toText().toStdString();
    EXPECT_EQ(chosen(*plain), std::vector<qint64>{2});
    // To place 4: 22 + 12 + 11 + 10 = 55 at factor 1; to place 2: 11 + 1 + 1 + 11 = 24, times 3.
    const auto levels = run({{u"cost"_s, u"cost"_s},
                             {u"sites"_s, u"1"_s},
                             {u"level"_s, u"level"_s},
                             {u"level_factors"_s, u"1,2,3"_s},
                             {u"site_land"_s, u"mu"_s}});
    ASSERT_TRUE(levels) << levels.error().toText().toStdString();
    EXPECT_EQ(chosen(*levels), std::vector<qint64>{4});
    EXPECT_NEAR(levels->figures[u"objective"_s].toDouble(), 55, 1e-9);
    EXPECT_EQ(levels->figures[u"land_mu"_s].toDouble(), 14);
    EXPECT_EQ(levels->figures[u"site_count"_s].toInt(), 1);
    const auto first =
        run({{u"cost"_s, u"cost"_s}, {u"sites"_s, u"1"_s}, {u"level"_s, u"level"_s}, {u"level_rule"_s, u"FIRST"_s}});
    ASSERT_TRUE(first);
    EXPECT_EQ(chosen(*first), std::vector<qint64>{4});
    expectRefusal({{u"cost"_s, u"cost"_s}, {u"sites"_s, u"1"_s}, {u"level"_s, u"village"_s}},
                  "5 candidates have no level in field village");
    expectRefusal(
        {{u"cost"_s, u"cost"_s}, {u"sites"_s, u"1"_s}, {u"level"_s, u"level"_s}, {u"level_factors"_s, u"1,x"_s}},
        "'x'");

    // Villages A (0 1 2) and B (3 4): at 1 and 3 each group goes whole.
    const auto together =
        run({{u"cost"_s, u"cost"_s}, {u"sites"_s, u"2"_s}, {u"together"_s, u"village"_s}, {u"fixed"_s, u"2,4"_s}});
    ASSERT_TRUE(together) << together.error().toText().toStdString();
    const auto &lines = together->layers[1].rows; // demand, site, distance, weight, reason
    EXPECT_EQ(lines[0].values[1], lines[1].values[1]);
    EXPECT_EQ(lines[1].values[1], lines[2].values[1]);
    EXPECT_EQ(lines[3].values[1], lines[4].values[1]);
    EXPECT_NE(lines[2].values[1], lines[3].values[1]);
}

TEST_F(SitingAlgorithmTest, AGroupIsSplitWhereThePriceIsLessThanWhatItSaves)
{
    for (const std::size_t i : {0U, 1U, 2U, 3U, 4U}) {
        m_places[i].fields[u"village"_s] = i == 2 || i == 4 ? u"B"_s : u"A"_s;
        m_places[i].fields[u"room"_s] = 4;
    }
    // Sites at 0 and 4. Whole, A (0 1 3) goes to 0 for 0 + 10 + 12, B (2 4) to 4 for 11 + 0; place 3 would save 2 at 4.
    QMap<QString, QString> asked{
        {u"cost"_s, u"cost"_s}, {u"sites"_s, u"2"_s}, {u"together"_s, u"village"_s}, {u"fixed"_s, u"1,5"_s}};
    for (const QString &model : {u"p_median"_s, u"capacitated"_s}) {
        asked[u"model"_s] = model;
        if (model == u"capacitated"_s) {
            asked[u"capacity"_s] = u"room"_s;
        }
        asked[u"split_cost"_s] = u"3"_s;
        const auto whole = run(asked);
        ASSERT_TRUE(whole) << whole.error().toText().toStdString();
        EXPECT_EQ(whole->figures[u"objective"_s].toDouble(), 33);
        EXPECT_EQ(whole->figures[u"split_groups"_s].toInt(), 0);
        asked[u"split_cost"_s] = u"1"_s;
        const auto split = run(asked);
        ASSERT_TRUE(split) << split.error().toText().toStdString();
        EXPECT_EQ(split->figures[u"objective"_s].toDouble(), 32);
        EXPECT_EQ(split->figures[u"bound"_s].toDouble(), 32);
        EXPECT_TRUE(split->figures[u"optimal"_s].toBool());
        EXPECT_EQ(split->figures[u"split_groups"_s].toInt(), 1);
        EXPECT_FALSE(split->figures[u"proven_by"_s].toString().isEmpty());
        const auto &lines = split->layers[1].rows; // demand, site, distance, weight, reason
        EXPECT_EQ(lines[3].values[1], lines[4].values[1]);
        EXPECT_NE(lines[3].values[1], lines[0].values[1]);
    }
    asked.remove(u"together"_s);
    asked.remove(u"capacity"_s);
    asked[u"model"_s] = u"p_median"_s;
    expectRefusal(asked, "not who stays together");
}

TEST_F(SitingAlgorithmTest, ALayerOfPointsIsNoNetwork)
{
    m_roads = m_places; // what somebody took by mistake
    expectRefusal({{u"sites"_s, u"2"_s}}, "layer ways has no lines");
}

TEST_F(SitingAlgorithmTest, WhatMustBeGivenComesFirst)
{
    for (const Algorithm &algorithm : m_registry->algorithms) {
        const auto &all = algorithm.parameters;
        const bool isSiting =
            std::any_of(all.begin(), all.end(), [](const auto &each) { return each.id == u"solver"; });
        EXPECT_TRUE(!isSiting || std::is_partitioned(all.begin(), all.end(), [](const auto &each) {
            return each.required;
        })) << algorithm.id.toStdString();
    }
}

TEST_F(SitingAlgorithmTest, TheResultSaysWhoProvedIt)
{
    const auto outcome = run({{u"sites"_s, u"2"_s}, {u"cost"_s, u"cost"_s}, {u"solver"_s, u"OWN"_s}});
    ASSERT_TRUE(outcome) << outcome.error().toText().toStdString();
    EXPECT_EQ(outcome->figures[u"proven_by"_s].toString(), u"the search of this program");
    EXPECT_FALSE(outcome->figures.contains(u"solver_note"_s));
    expectRefusal({{u"sites"_s, u"2"_s}, {u"solver"_s, u"HIGHS"_s}}, "HIGHS");
}

TEST_F(SitingAlgorithmTest, TheDistanceToTheOldLandIsKeptOrSaidByHowMuchItIsMissed)
{
    const auto kept = run({{u"cost"_s, u"cost"_s}, {u"sites"_s, u"3"_s}, {u"land_limit"_s, u"5"_s}});
    ASSERT_TRUE(kept) << kept.error().toText().toStdString();
    EXPECT_LE(kept->figures[u"max_distance"_s].toDouble(), 5);
    const auto missed = run({{u"cost"_s, u"cost"_s}, {u"sites"_s, u"1"_s}, {u"land_limit"_s, u"5"_s}});
    ASSERT_TRUE(missed) << missed.error().toText().toStdString();
    EXPECT_FALSE(missed->figures[u"feasible"_s].toBool(true));
    std::map<QString, double> amounts;
    for (const QJsonValue &each : missed->figures[u"relaxations"_s].toArray()) {
        amounts[each[u"kind"_s].toString()] = each[u"amount"_s].toDouble();
    }
    EXPECT_EQ(amounts[u"sites"_s], 2) << "one for each end, one for the middle";
    EXPECT_EQ(amounts[u"reach"_s], 6) << "11 from the middle to the ends";
}

TEST_F(SitingAlgorithmTest, MinutesBeforeAndAfterFollowRoadsAndWalks)
{
    for (Thing &place : m_places) {
        place.fields[u"goes"_s] = 3;
    }
    m_places[4].fields.remove(u"goes"_s);
    m_places[2].fields[u"goes"_s] = 77;
    load(u"places"_s, m_places);
    load(u"ways"_s, m_roads);
    load(u"markets"_s, {{{at(4)}, {{u"code"_s, 1}}}});
    const Algorithm *algorithm = m_registry->findAlgorithm(u"relocation.minutes"_s);
    const auto values = ParameterValues::parse(algorithm->parameters, {{u"demand"_s, u"places"_s},
                                                                       {u"weight"_s, u"people"_s},
                                                                       {u"site_field"_s, u"goes"_s},
                                                                       {u"sites"_s, u"places"_s},
                                                                       {u"network"_s, u"ways"_s},
                                                                       {u"class_field"_s, u"cost"_s},
                                                                       {u"speeds"_s, u"10=60,1=20"_s},
                                                                       {u"market"_s, u"markets"_s}});
    ASSERT_TRUE(values) << values.error().toText().toStdString();
    const auto outcome = algorithm->run({**m_project->snapshot(), *values, Day::today()}, {});
    ASSERT_TRUE(outcome) << outcome.error().toText().toStdString();
    // 0.01 degrees of longitude at 28 degrees are 983.9 m: 0.984 minutes at 60 km/h, 2.952 at 20 km/h.
    const double quick = 0.984;
    const double slow = 2.952;
    const auto &rows = outcome->layers.front().rows; // demand, site, weight, land_km, fields, then old and new of each
    ASSERT_EQ(rows.size(), 5u);
    const auto minutes = [](const Value &value) {
        return std::holds_alternative<double>(value) ? std::get<double>(value) : -1;
    };
    constexpr std::size_t k_oldMarket = 9; // school and clinic come first
    EXPECT_NEAR(minutes(rows[0].values[k_oldMarket]), 2 * quick + 2 * slow, 0.06);
    EXPECT_NEAR(minutes(rows[0].values[k_oldMarket + 1]), slow + quick, 0.06) << "site 3 is place 2";
    EXPECT_NEAR(minutes(rows[0].values[3]), 1.968, 0.01) << "km to the old land";
    EXPECT_NEAR(minutes(rows[0].values[4]), quick + slow, 0.06);
    EXPECT_EQ(minutes(rows[4].values[4]), -1) << "goes nowhere";
    EXPECT_EQ(minutes(rows[0].values[5]), -1) << "nobody asked for schools";
    EXPECT_EQ(outcome->figures[u"unknown_site"_s].toInt(), 1);
    EXPECT_EQ(outcome->figures[u"without_site"_s].toDouble(), 2);
    EXPECT_EQ(outcome->figures[u"beyond_5km"_s].toDouble(), 0);
    EXPECT_EQ(outcome->figures[u"market_longer"_s].toDouble(), 1) << "place 3 moves away from the market";
}

/// Level land from 116.98 to 117.06 east, in cells of 0.0005 degrees.
QString levelTerrain(const test::Scratch &scratch)
{
    QByteArray text = "ncols 160\nnrows 80\nxllcorner 116.98\nyllcorner 27.98\ncellsize 0.0005\n";
    for (int row = 0; row < 80; ++row) {
        text += QByteArray("50 ").repeated(160) + '\n';
    }
    scratch.write(u"level.prj"_s,
                  "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
                  "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]");
    return scratch.write(u"level.asc"_s, text);
}

TEST_F(SitingAlgorithmTest, MinutesOverTheTerrainAreAWayToMeasure)
{
    m_roads.resize(2); // from place 0 to place 2
    const QString terrain = levelTerrain(m_scratch);
    load(u"places"_s, m_places);
    load(u"ways"_s, m_roads);
    const Algorithm *algorithm = m_registry->findAlgorithm(u"relocation.p_median"_s);
    const auto solve = [&](const QMap<QString, QString> &more) {
        QMap<QString, QString> given{{u"demand"_s, u"places"_s},
                                     {u"candidates"_s, u"places"_s},
                                     {u"sites"_s, u"1"_s},
                                     {u"distance"_s, u"TERRAIN"_s},
                                     {u"terrain"_s, terrain}};
        given.insert(more);
        const auto values = ParameterValues::parse(algorithm->parameters, given);
        return values ? algorithm->run({**m_project->snapshot(), *values, Day::today()}, {})
                      : Result<Outcome>(values.error());
    };
    // Between neighbours 983.9 m, on the level 5.0367 km/h, off paths 0.6 of it; places lie up to half a cell beside.
    const double walk = 983.9 / (0.6 * 5036.7 / 60);
    const auto onFoot = solve({});
    ASSERT_TRUE(onFoot) << onFoot.error().toText().toStdString();
    EXPECT_EQ(chosen(*onFoot), std::vector<qint64>{2});
    EXPECT_NEAR(onFoot->figures[u"objective"_s].toDouble(), 6 * walk, 6 * 0.7);
    EXPECT_TRUE(onFoot->figures[u"optimal"_s].toBool());
    EXPECT_EQ(onFoot->layers.front().schema.fields[3].unit, u"min"_s);
    const double ride = 983.9 / 500; // 30 km/h
    const auto riding = solve({{u"network"_s, u"ways"_s}});
    ASSERT_TRUE(riding) << riding.error().toText().toStdString();
    EXPECT_NEAR(riding->figures[u"objective"_s].toDouble(), 3 * ride + 3 * walk, 6 * 0.7);
    load(u"outside"_s, {{{{117.5, 28.0}}, {{u"code"_s, 9}}}});
    const auto outside = solve({{u"demand"_s, u"outside"_s}});
    ASSERT_FALSE(outside);
    EXPECT_TRUE(outside.error().toText().contains(u"1 demands"_s)) << outside.error().toText().toStdString();
    const auto without = solve({{u"terrain"_s, QString()}});
    ASSERT_FALSE(without);
    EXPECT_EQ(without.error().code, ErrorCode::Misused);
    EXPECT_TRUE(without.error().toText().contains(u"terrain"_s)) << without.error().toText().toStdString();
}

TEST_F(SitingAlgorithmTest, ServicesOverTheTerrainAreMinutesAndMayLieBeyondIt)
{
    const double walk = 983.9 / (0.6 * 5036.7 / 60); // between neighbours
    const QString terrain = levelTerrain(m_scratch);
    m_places.push_back({{{118.0, 28.0}}, {{u"code"_s, 9}, {u"people"_s, 0}, {u"no"_s, u"6"_s}}}); // of no weight
    load(u"places"_s, m_places);
    load(u"ways"_s, m_roads);
    load(u"schools"_s, {{{at(0)}, {}}, {{{118.5, 28.0}}, {}}});
    load(u"clinics"_s, {{{{118.5, 28.0}}, {}}});
    const QMap<QString, QString> given{
        {u"sites"_s, u"1"_s},    {u"weight"_s, u"people"_s},  {u"forbidden"_s, u"6"_s},   {u"distance"_s, u"TERRAIN"_s},
        {u"terrain"_s, terrain}, {u"school"_s, u"schools"_s}, {u"clinic"_s, u"clinics"_s}};
    const Algorithm *algorithm = m_registry->findAlgorithm(u"relocation.p_median"_s);
    QMap<QString, QString> onFoot = given;
    onFoot.insert(u"demand"_s, u"places"_s);
    onFoot.insert(u"candidates"_s, u"places"_s);
    const auto values = ParameterValues::parse(algorithm->parameters, onFoot);
    ASSERT_TRUE(values) << values.error().toText().toStdString();
    const auto outcome = algorithm->run({**m_project->snapshot(), *values, Day::today()}, {});
    ASSERT_TRUE(outcome) << outcome.error().toText().toStdString();
    EXPECT_EQ(chosen(*outcome), std::vector<qint64>{2});
    EXPECT_NEAR(outcome->figures[u"school"_s].toDouble(), 2 * walk, 1.4) << "the one beyond the terrain is no help";
    EXPECT_EQ(outcome->figures[u"clinic_cut_off"_s].toDouble(), 5);
}

TEST_F(SitingAlgorithmTest, ATableHasNoWaysToServices)
{
    load(u"places"_s, m_places);
    load(u"ways"_s, m_roads);
    load(u"schools"_s, {{{at(0)}, {}}});
    const auto outcome = run({{u"sites"_s, u"1"_s},
                              {u"distance"_s, u"TABLE"_s},
                              {u"table"_s, u"ways"_s},
                              {u"table_demand"_s, u"code"_s},
                              {u"table_candidate"_s, u"code"_s},
                              {u"cost"_s, u"cost"_s},
                              {u"school"_s, u"schools"_s}});
    ASSERT_FALSE(outcome);
    EXPECT_TRUE(outcome.error().toText().contains(u"leave school out"_s)) << outcome.error().toText().toStdString();
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
