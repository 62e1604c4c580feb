// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/roads/declare.h"
#include "tests/plugins/roads/small_county.h"

#include <gtest/gtest.h>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {
namespace {

/// Four settlements: connected, not connected, too small, and one with figures of its own in the table.
SmallCounty example()
{
    SmallCounty county;
    county.goodRoad(u"X001"_s, {{0, 0}, {5000, 0}, {10000, 0}}, {{u"admin_class"_s, u"COUNTY"_s}});
    county.goodRoad(u"C001"_s, {{0, 0}, {0, 2000}});
    county.road(u"C002"_s, {{5000, 0}, {5000, 3000}}, {{u"surface_type"_s, u"GRAVEL"_s}});
    county.settlement({0, 2000}, 40, {{u"pop_registered"_s, u"160"_s}});
    county.settlement({5000, 3000}, 25, {{u"pop_registered"_s, u"90"_s}});
    county.settlement({5000, 3000}, 24, {{u"pop_registered"_s, u"80"_s}});
    county.settlement({9000, 9000}, 35,
                      {{u"pop_registered"_s, u"150"_s}, {u"needed_km"_s, u"4.2"_s}, {u"hardened_km"_s, u"1.2"_s}});
    return county;
}

/// Numerator and denominator summed up.
std::pair<double, double> sums(const SmallCounty &county, const QString &indicator,
                               const QMap<QString, QString> &given = {})
{
    const Registry registry = wholeRegistry();
    const auto set = registry.findIndicator(indicator)->evaluate({county, values(given), day("2020-06-30")}, {});
    EXPECT_TRUE(set);
    EXPECT_NE(set->layer->column(u"village_code"_s), nullptr) << "the area field must be loaded";
    std::pair<double, double> total;
    std::uint32_t next = 0;
    for (const Contribution &item : set->items) {
        EXPECT_GE(item.row, next) << "ascending";
        next = item.row + 1;
        total.first += item.numerator;
        total.second += item.denominator;
    }
    return total;
}

TEST(RoadIndicators, CountSettlementsHouseholdsAndPersons)
{
    const SmallCounty county = example();
    EXPECT_EQ(sums(county, u"road_nv_rate"_s), std::pair(1.0, 3.0));
    EXPECT_EQ(sums(county, u"road_hh_rate"_s), std::pair(40.0, 100.0));
    EXPECT_EQ(sums(county, u"road_pop_rate"_s), std::pair(160.0, 400.0));
    EXPECT_EQ(sums(county, u"road_nv_rate"_s, {{u"min_hh"_s, u"20"_s}}), std::pair(1.0, 4.0));
}

TEST(RoadIndicators, SumKilometresByTheTableElseByTheMap)
{
    const SmallCounty county = example();
    const auto left = sums(county, u"road_km_left"_s);
    EXPECT_DOUBLE_EQ(left.first, 3.0 + 3.0) << "3 km of C002, and 4.2 - 1.2 of the table";
    EXPECT_DOUBLE_EQ(left.second, 2.0 + 3.0 + 4.2);
    EXPECT_DOUBLE_EQ(sums(county, u"road_km_done"_s).first, 2.0 + 1.2);
}

TEST(RoadIndicators, OfAnEmptyProjectAreEmpty)
{
    EXPECT_EQ(sums(SmallCounty(), u"road_nv_rate"_s), std::pair(0.0, 0.0));
    EXPECT_EQ(sums(SmallCounty(), u"road_km_left"_s), std::pair(0.0, 0.0));
}

TEST(RoadIndicators, CanBeCancelled)
{
    JobContext job;
    job.cancel.cancel();
    const Registry registry = wholeRegistry();
    const auto set = registry.findIndicator(u"road_nv_rate"_s)->evaluate({example(), values(), day("2020-06-30")}, job);
    ASSERT_FALSE(set);
    EXPECT_EQ(set.error().code, ErrorCode::Cancelled);
}

TEST(RoadOverlay, TellsDoneBuildingLeftAndNotCounted)
{
    SmallCounty county = example();
    const std::size_t building = county.settlement({9000, 9000}, 30);
    county.mark(u"settlements"_s, building, u"CONSTRUCTING"_s, u"2020-01-01"_s);
    const Registry registry = wholeRegistry();
    const auto drawn = registry.findOverlay(u"roads.access"_s)->classify({county, values(), day("2020-06-30")}, {});
    ASSERT_TRUE(drawn);
    ASSERT_EQ(drawn->size(), 2U);
    EXPECT_EQ((*drawn)[0].classes, (std::vector<std::uint8_t>{4, 4, 6})) << "roads";
    EXPECT_EQ((*drawn)[1].classes, (std::vector<std::uint8_t>{0, 2, 3, 2, 1})) << "settlements";
    for (const QString &reason : (*drawn)[1].reasons) {
        EXPECT_FALSE(reason.isEmpty());
    }
}

TEST(RoadOverlay, ShowsWorksOnTheSegmentWhereThePathBreaks)
{
    SmallCounty county = example();
    county.mark(u"roads"_s, 2, u"CONSTRUCTING"_s, u"2020-01-01"_s);
    const Registry registry = wholeRegistry();
    const auto drawn = registry.findOverlay(u"roads.access"_s)->classify({county, values(), day("2020-06-30")}, {});
    EXPECT_EQ((*drawn)[1].classes[1], 1);
    const auto before = registry.findOverlay(u"roads.access"_s)->classify({county, values(), day("2019-12-31")}, {});
    EXPECT_EQ((*before)[1].classes[1], 2);
}

TEST(RoadAlgorithms, ConnectionGivesFiguresAndOneRowForEachSettlement)
{
    const Registry registry = wholeRegistry();
    const SmallCounty county = example();
    const auto outcome = registry.findAlgorithm(u"roads.connection"_s)->run({county, values(), day("2020-06-30")}, {});
    ASSERT_TRUE(outcome);
    EXPECT_EQ(outcome->figures[u"eligible"_s].toInt(), 3);
    EXPECT_EQ(outcome->figures[u"connected"_s].toInt(), 1);
    EXPECT_EQ(outcome->figures[u"destination"_s].toString(), u"classified"_s);
    ASSERT_EQ(outcome->layers.size(), 1U);
    const OutcomeLayer &layer = outcome->layers.front();
    ASSERT_EQ(layer.rows.size(), 4U);
    for (const FeatureRow &row : layer.rows) {
        EXPECT_EQ(row.values.size(), layer.schema.fields.size());
        EXPECT_FALSE(row.geometry.isEmpty());
    }
}

TEST(RoadAlgorithms, GapsAreEndsThatNearlyTouch)
{
    SmallCounty county;
    county.goodRoad(u"A"_s, {{0, 0}, {1000, 0}});
    county.goodRoad(u"B"_s, {{1100, 0}, {2000, 0}});    // 100 m from A
    county.goodRoad(u"C"_s, {{1990, 20}, {1990, 900}}); // joins B
    const Registry registry = wholeRegistry();
    const Algorithm *gaps = registry.findAlgorithm(u"roads.gaps"_s);
    const auto found = gaps->run({county, *ParameterValues::parse(gaps->parameters, {}), day("2020-06-30")}, {});
    ASSERT_TRUE(found);
    EXPECT_EQ(found->figures[u"gaps"_s].toInt(), 1) << "two ends that face each other are one gap";
    EXPECT_EQ(std::get<double>(found->layers.front().rows.front().values[2]), 100.0);
}

/// A county with a layer of tracks beside its own.
class WithTracks : public ProjectSnapshot {
public:
    WithTracks(const SmallCounty &county, const std::vector<Point> &track) : m_county(county)
    {
        Geometry line;
        line.type = GeometryType::Line;
        line.addPart(track);
        PackedGeometry packed;
        packed.type = GeometryType::Line;
        packed.append(line);
        packed.finish();
        LayerSchema schema;
        schema.id = u"tracks"_s;
        schema.geometry = GeometryType::Line;
        m_tracks =
            std::make_shared<const LayerSnapshot>(schema, county.crs(), 1, freeze(std::vector<FeatureId>{{1}}),
                                                  freeze(std::move(packed)), std::map<QString, Immutable<Column>>());
    }
    qint64 revision() const override { return 1; }
    QString projectName() const override { return u"tracks"_s; }
    const Crs &crs() const override { return m_county.crs(); }
    QStringList layers() const override { return m_county.layers() << u"tracks"_s; }
    qint64 featureCount(const QString &layer) const override { return m_county.featureCount(layer); }
    Result<Immutable<LayerSnapshot>> layer(const QString &id, const QStringList &fields,
                                           const JobContext &job) const override
    {
        return id == u"tracks"_s ? Result<Immutable<LayerSnapshot>>(m_tracks) : m_county.layer(id, fields, job);
    }
    const LedgerView &ledger() const override { return m_county.ledger(); }
    const AreaTree &areas() const override { return m_county.areas(); }
    QString setting(const QString &key) const override { return m_county.setting(key); }

private:
    const SmallCounty &m_county;
    Immutable<LayerSnapshot> m_tracks;
};

TEST(RoadAlgorithms, ATrackIsMatchedToTheSegmentsItCoversAndTheRestIsNew)
{
    SmallCounty county;
    county.goodRoad(u"A"_s, {{0, 0}, {1000, 0}});
    county.goodRoad(u"B"_s, {{1000, 0}, {1000, 800}});
    std::vector<Point> track;
    for (int x = 200; x <= 1000; x += 25) {
        track.push_back({x * 1.0, x % 2 == 0 ? 3.0 : -3.0});
    }
    for (int y = 25; y <= 400; y += 25) {
        track.push_back({1003, y * 1.0});
    }
    for (int x = 1100; x <= 1500; x += 25) {
        track.push_back({x * 1.0, 400});
    }
    const WithTracks project(county, track);
    const Registry registry = wholeRegistry();
    const Algorithm *match = registry.findAlgorithm(u"roads.match"_s);
    ASSERT_NE(match, nullptr);
    const auto values = ParameterValues::parse(match->parameters, {{u"tracks"_s, u"tracks"_s}});
    ASSERT_TRUE(values) << values.error().toText().toStdString();
    const auto found = match->run({project, *values, day("2020-06-30")}, {});
    ASSERT_TRUE(found) << found.error().toText().toStdString();
    ASSERT_EQ(found->layers.size(), 2U);
    const auto &covered = found->layers[0].rows;
    ASSERT_EQ(covered.size(), 2U);
    EXPECT_NEAR(std::get<double>(covered[0].values[2]), 0.2, 0.002) << "from km";
    EXPECT_NEAR(std::get<double>(covered[0].values[3]), 1.0, 0.002) << "to km";
    EXPECT_NEAR(std::get<double>(covered[1].values[3]), 0.4, 0.002);
    EXPECT_NEAR(found->figures[u"new_km"_s].toDouble(), 0.45, 0.06);
    EXPECT_EQ(found->layers[1].rows.size(), 1U);
}

std::vector<CheckFinding> found(const SmallCounty &county, const QString &id)
{
    const Registry registry = wholeRegistry();
    for (const Check &check : registry.checks) {
        if (check.id == id) {
            auto result = check.run(county, {});
            EXPECT_TRUE(result);
            return *result;
        }
    }
    ADD_FAILURE() << "no such check";
    return {};
}

TEST(RoadChecks, FindStatusesThatTheNetworkContradicts)
{
    SmallCounty county = example();
    EXPECT_TRUE(found(county, u"roads.status_and_network"_s).empty());
    county.mark(u"settlements"_s, 0, u"CONSTRUCTING"_s, u"2019-01-01"_s);
    county.mark(u"settlements"_s, 1, u"ACCEPTED"_s, u"2019-01-01"_s);
    const auto contradictions = found(county, u"roads.status_and_network"_s);
    ASSERT_EQ(contradictions.size(), 2U);
    EXPECT_EQ(contradictions[1].feature, FeatureId{2});
}

TEST(RoadChecks, FindHardenedSegmentsWithoutAStatus)
{
    SmallCounty county = example();
    county.road(u"C009"_s, {{0, 0}, {1, 1}}, {{u"surface_type"_s, u"CEMENT_CONC"_s}});
    ASSERT_EQ(found(county, u"roads.no_status"_s).size(), 1U);
}

TEST(RoadChecks, FindAcceptanceBeforeBuilding)
{
    SmallCounty county = example();
    county.road(u"C009"_s, {{0, 0}, {1, 1}}, {{u"built_on"_s, u"2019-05-01"_s}, {u"accepted_on"_s, u"2019-04-01"_s}});
    county.road(u"C010"_s, {{0, 0}, {1, 1}}, {{u"built_on"_s, u"2019-05-01"_s}, {u"accepted_on"_s, u"2019-05-01"_s}});
    ASSERT_EQ(found(county, u"roads.dates"_s).size(), 1U);
}

TEST(RoadChecks, FindReportedLengthsFarFromTheDrawnOnes)
{
    SmallCounty county;
    county.setCrs(*Crs::fromEpsg(4527));
    const std::vector<Point> line{{39544000, 3142000}, {39545000, 3142000}};
    county.road(u"right"_s, line, {{u"length_km"_s, u"1.04"_s}});
    county.road(u"wrong"_s, line, {{u"length_km"_s, u"1.06"_s}});
    county.road(u"silent"_s, line);
    const auto findings = found(county, u"roads.length"_s);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().feature, FeatureId{2});
}

} // namespace
} // namespace cuntu::roads
