// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project.h"

#include "core/plugin/line_references.h"
#include "core/schema/field_makers.h"
#include "tests/support/lamp_programme.h"
#include "tests/support/scratch.h"

#include <gtest/gtest.h>

using namespace Qt::Literals::StringLiterals;

namespace cuntu {
namespace {

using namespace field_makers;

/// The lamps with cables, which have a reported length, and stretches of them.
Registry cableDraft()
{
    Registry registry = test::lampDraft();
    LayerSchema cables;
    cables.id = u"cables"_s;
    cables.name = {u"电缆"_s, u"Cables"_s};
    cables.geometry = GeometryType::Line;
    cables.keyField = u"code"_s;
    cables.programme = u"lamps"_s;
    cables.fields = {field(u"code"_s, {u"编号"_s, u"Code"_s}, FieldType::Text),
                     field(u"length_km"_s, {u"长度"_s, u"Length"_s}, FieldType::Real, {}, u"km"_s)};
    LayerSchema stretches;
    stretches.id = u"cable_stretches"_s;
    stretches.name = {u"电缆区间"_s, u"Stretches of cables"_s};
    stretches.geometry = GeometryType::Line;
    stretches.keyField = u"stretch"_s;
    stretches.programme = u"lamps"_s;
    stretches.tracks = {{u"lamps"_s, u"lighting"_s}};
    stretches.fields = {field(u"stretch"_s, {u"区间"_s, u"Stretch"_s}, FieldType::Text),
                        required(field(u"code"_s, {u"编号"_s, u"Code"_s}, FieldType::Text)),
                        required(field(u"from_km"_s, {u"起点桩号"_s, u"From"_s}, FieldType::Real, {}, u"km"_s)),
                        required(field(u"to_km"_s, {u"止点桩号"_s, u"To"_s}, FieldType::Real, {}, u"km"_s))};
    registry.layers.push_back(cables);
    registry.layers.push_back(stretches);
    return registry;
}

class StretchTest : public testing::Test {
protected:
    void SetUp() override
    {
        auto project = Project::create({m_scratch.path(u"p.cuntu"_s), {}, *Crs::fromEpsg(4527)}, freeze(cableDraft()));
        ASSERT_TRUE(project);
        m_project = std::move(*project);
    }
    /// Cable A of 1,000 m as drawn, reported as 2 km, and B of 500 m without a reported length.
    void importCables()
    {
        ASSERT_TRUE(import("cables", "code,length_km,wkt\n"
                                     "A,2,\"LINESTRING(39500000 3100000, 39500600 3100000, 39500600 3100400)\"\n"
                                     "B,,\"LINESTRING(39500000 3200000, 39500500 3200000)\"\n"));
    }
    Result<ImportReport> import(const char *role, const char *csv)
    {
        ImportRequest request;
        request.role = QString::fromLatin1(role);
        request.file = m_scratch.write(request.role + u".csv"_s, csv);
        request.sourceCrs = Crs::fromEpsg(4527).value();
        return m_project->import(request, {});
    }
    Immutable<LayerSnapshot> stretches()
    {
        return *(*m_project->snapshot())->layer(u"cable_stretches"_s, {u"stretch"_s, u"to_km"_s}, {});
    }

    test::Scratch m_scratch;
    std::unique_ptr<Project> m_project;
};

TEST_F(StretchTest, AreCutOutOfTheirLinesWhereTheirStationsAre)
{
    importCables();
    const auto report = import("cable_stretches", "编号,起点桩号,止点桩号,状态,状态日期\n"
                                                  "A,K0+000,K1+200,已亮,2019-05-01\n"
                                                  "A,1.2,K2,布线,2019-06-01\n"
                                                  "B,100米,0.3公里,,\n");
    ASSERT_TRUE(report) << report.error().toText().toStdString();
    EXPECT_EQ(report->taken, 3);
    const auto layer = stretches();
    ASSERT_EQ(layer->size(), 3U);
    EXPECT_EQ(layer->column(u"stretch"_s)->display(0), u"A K0+000-K1+200"_s);
    EXPECT_EQ(layer->column(u"stretch"_s)->display(2), u"B K0+100-K0+300"_s);
    // 1,000 m are drawn for 2 km: station 1.2 is 600 m along the line, which is the corner.
    const auto first = layer->geometry().part(layer->geometry().firstPart(0));
    ASSERT_EQ(first.size(), 2U);
    EXPECT_NEAR(first.back().x, 39500600, 0.5);
    EXPECT_NEAR(first.back().y, 3100000, 0.5);
    const auto third = layer->geometry().part(layer->geometry().firstPart(2));
    EXPECT_NEAR(third.front().x, 39500100, 0.1);
    EXPECT_NEAR(third.back().x, 39500300, 0.1);
    const Track track{u"lamps"_s, u"cable_stretches"_s, {}};
    const LedgerView ledger = (*m_project->snapshot())->ledger();
    EXPECT_EQ(ledger.statusOn(track, layer->id(0), *Day::fromIso(u"2019-04-30"_s)), QString());
    EXPECT_EQ(ledger.statusOn(track, layer->id(0), *Day::fromIso(u"2019-05-01"_s)), u"LIT"_s);
    EXPECT_EQ(ledger.statusOn(track, layer->id(1), *Day::fromIso(u"2019-06-01"_s)), u"WIRED"_s);
}

TEST_F(StretchTest, AreOneActionThatCanBeTakenBackAndFoundAgainByTheirStations)
{
    importCables();
    ASSERT_TRUE(import("cable_stretches", "code,from_km,to_km\nA,0,1\n"));
    const auto again = import("cable_stretches", "code,from_km,to_km,status,date\nA,K0+000,K1+000,LIT,2019-01-01\n");
    ASSERT_TRUE(again) << again.error().toText().toStdString();
    EXPECT_EQ(again->updated, 1);
    EXPECT_EQ(stretches()->size(), 1U);
    ASSERT_TRUE(import("cable_stretches", "code,from_km,to_km\nB,0,0.2\n"));
    EXPECT_EQ(stretches()->size(), 2U);
    ASSERT_TRUE(m_project->undo(u"me"_s));
    EXPECT_EQ(stretches()->size(), 1U);
}

TEST_F(StretchTest, AreRejectedWhereTheyFitNoLine)
{
    importCables();
    const auto report = import("cable_stretches", "code,from_km,to_km\n"
                                                  "A,0,1\n"
                                                  "X,0,1\n"
                                                  "A,K1+500,K1+500\n"
                                                  "A,1.5,1\n"
                                                  "A,1,K2+500\n"
                                                  "A,1,2.015\n"
                                                  "A,K0+000,K1+000\n"
                                                  "A,nowhere,1\n"
                                                  "A,-0.5,1\n");
    ASSERT_TRUE(report) << report.error().toText().toStdString();
    EXPECT_EQ(report->taken, 2);
    EXPECT_EQ(report->rejected, 7);
    std::map<qint64, QString> reasons;
    for (const RowFinding &finding : report->findings) {
        reasons[finding.row] += finding.reason;
    }
    EXPECT_TRUE(reasons[3].contains(u"X"_s)) << reasons[3].toStdString();
    EXPECT_TRUE(reasons[4].contains(u"K1+500"_s)) << reasons[4].toStdString();
    EXPECT_TRUE(reasons[6].contains(u"K2+500"_s) && reasons[6].contains(u"K2+000"_s)) << reasons[6].toStdString();
    EXPECT_TRUE(reasons[7].contains(u"K2+015"_s)) << "taken, with a warning: " << reasons[7].toStdString();
    EXPECT_FALSE(reasons[8].isEmpty()) << "the same stretch twice";
    EXPECT_EQ(stretches()->column(u"to_km"_s)->number(1), 2);
}

TEST_F(StretchTest, NeedTheLinesFirst)
{
    const auto report = import("cable_stretches", "code,from_km,to_km\nA,0,1\n");
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, ErrorCode::NotFound);
    EXPECT_TRUE(report.error().toText().contains(u"cables"_s)) << report.error().toText().toStdString();
}

TEST(LineReferences, AreDeclaredByTheFieldsOfALayer)
{
    const auto reference = lineReferenceOf(cableDraft(), u"cable_stretches");
    ASSERT_TRUE(reference);
    EXPECT_EQ(reference->lines, u"cables"_s);
    EXPECT_EQ(reference->keyField, u"code"_s);
    EXPECT_EQ(reference->lengthField, u"length_km"_s);
    EXPECT_FALSE(lineReferenceOf(cableDraft(), u"cables"));
    EXPECT_FALSE(lineReferenceOf(cableDraft(), u"settlements"));
    EXPECT_EQ(lineReferences(cableDraft()).size(), 1U);
    const auto isOneWith = [](auto change) {
        Registry registry = cableDraft();
        change(registry.layers.back());
        return lineReferenceOf(registry, u"cable_stretches").has_value();
    };
    EXPECT_FALSE(isOneWith([](LayerSchema &layer) { layer.geometry = GeometryType::Point; }));
    EXPECT_FALSE(isOneWith([](LayerSchema &layer) { layer.fields[2].unit = u"m"_s; }));
    EXPECT_FALSE(isOneWith([](LayerSchema &layer) { layer.fields[3].id = u"end_km"_s; }));
    EXPECT_FALSE(isOneWith([](LayerSchema &layer) { layer.fields[1].id = u"cable"_s; }));
    EXPECT_FALSE(isOneWith([](LayerSchema &layer) { layer.programme.clear(); }));
}

} // namespace
} // namespace cuntu
