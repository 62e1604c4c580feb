// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/roads/connection.h"
#include "plugins/roads/reasons.h"
#include "plugins/roads/stretches.h"
#include "tests/plugins/roads/small_county.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {
namespace {

Connection judged(const SmallCounty &county, const char *on = "2020-06-30")
{
    auto result = connect(county, {}, day(on), Detail::Reasons, {}, {}, segmentNameFields());
    EXPECT_TRUE(result);
    return std::move(*result);
}

/// A county road along y = 0, and at x = 5000 a gravel road of 2 km from it to the north.
SmallCounty withGravelRoad()
{
    SmallCounty county;
    county.goodRoad(u"X001"_s, {{0, 0}, {5000, 0}, {10000, 0}}, {{u"admin_class"_s, u"COUNTY"_s}});
    county.road(u"C001"_s, {{5000, 0}, {5000, 2000}}, {{u"surface_type"_s, u"GRAVEL"_s}});
    return county;
}

TEST(RoadStretches, SpeakOfTheirKilometresFromTheirDayOn)
{
    SmallCounty county = withGravelRoad();
    const std::size_t near = county.settlement({5000, 1200}, 30);
    const std::size_t far = county.settlement({5000, 1900}, 30);
    const std::size_t done = county.stretch(u"C001"_s, 0, 1.25, {{u"surface_type"_s, u"CEMENT_CONC"_s}});
    county.mark(u"road_stretches"_s, done, u"CONSTRUCTING"_s, u"2019-01-01"_s);
    county.mark(u"road_stretches"_s, done, u"ACCEPTED"_s, u"2019-10-01"_s);
    const Connection before = judged(county, "2019-09-30");
    EXPECT_EQ(reasonId(before, near), u"BROKEN_UNHARDENED"_s) << "while it is built it is as the road is";
    EXPECT_NEAR(before.accesses[far].toHarden_km, 1.9, 1e-9);
    const Connection after = judged(county, "2019-10-01");
    EXPECT_EQ(reasonId(after, near), u"BY_NETWORK"_s);
    EXPECT_EQ(reasonId(after, far), u"BROKEN_UNHARDENED"_s);
    EXPECT_NEAR(after.accesses[far].toHarden_km, 0.65, 1e-9);
    EXPECT_NEAR(after.accesses[far].leftShare_km, 0.65, 1e-9);
    EXPECT_NEAR(after.accesses[far].doneShare_km + after.accesses[near].doneShare_km, 1.25, 1e-9);
}

TEST(RoadStretches, NameTheStretchAtWhichAPathBreaks)
{
    SmallCounty county = withGravelRoad();
    const std::size_t village = county.settlement({5000, 1900}, 30);
    const std::size_t all = county.stretch(u"C001"_s, 0, 2, {{u"surface_type"_s, u"CEMENT_CONC"_s}});
    county.mark(u"road_stretches"_s, all, u"ACCEPTED"_s, u"2019-01-01"_s);
    EXPECT_EQ(reasonId(judged(county), village), u"BY_NETWORK"_s);
    const std::size_t flood = county.stretch(u"C001"_s, 0.5, 0.75);
    county.mark(u"road_stretches"_s, flood, u"DEFECTIVE"_s, u"2020-06-20"_s);
    const Connection result = judged(county);
    // The later stretch says nothing of its surface: under it is the road's own, gravel.
    EXPECT_EQ(reasonId(result, village), u"BROKEN_UNHARDENED"_s);
    EXPECT_NEAR(result.accesses[village].toHarden_km, 0.25, 1e-9);
    EXPECT_NEAR(result.accesses[village].breakAt_km, 1.15, 1e-9);
    setLanguage(Language::English);
    EXPECT_EQ(settlementReason(result, {}, village),
              u"the path breaks 1.15 km away at segment C001 K0+500–K0+750: not hardened; 0.25 km left to harden"_s);
    setLanguage(Language::Chinese);
}

TEST(RoadStretches, AreLeftOutWhereTheyWereCancelledOrSayNothing)
{
    SmallCounty county = withGravelRoad();
    const std::size_t village = county.settlement({5000, 1900}, 30);
    county.stretch(u"C001"_s, 0, 1, {{u"surface_type"_s, u"CEMENT_CONC"_s}});
    const std::size_t cancelled = county.stretch(u"C001"_s, 1, 2, {{u"surface_type"_s, u"CEMENT_CONC"_s}});
    county.mark(u"road_stretches"_s, cancelled, u"CANCELLED"_s, u"2019-01-01"_s);
    const std::size_t nowhere = county.stretch(u"C999"_s, 0, 1);
    county.mark(u"road_stretches"_s, nowhere, u"ACCEPTED"_s, u"2019-01-01"_s);
    const Connection result = judged(county);
    EXPECT_TRUE(result.stretches.empty());
    EXPECT_NEAR(result.accesses[village].toHarden_km, 1.9, 1e-9);
}

TEST(RoadStretches, AreAlongTheDrawnLineScaledToTheReportedLength)
{
    SmallCounty county;
    county.goodRoad(u"X001"_s, {{0, 0}, {10000, 0}}, {{u"admin_class"_s, u"COUNTY"_s}});
    county.road(u"C001"_s, {{5000, 0}, {5000, 2000}}, {{u"surface_type"_s, u"GRAVEL"_s}, {u"length_km"_s, u"2.5"_s}});
    const std::size_t village = county.settlement({5000, 2000}, 30);
    county.stretch(u"C001"_s, 0, 1.25, {{u"surface_type"_s, u"CEMENT_CONC"_s}, {u"accepted_on"_s, u"2019-01-01"_s}});
    EXPECT_NEAR(judged(county).accesses[village].toHarden_km, 1.0, 1e-9);
    EXPECT_NEAR(judged(county, "2018-12-31").accesses[village].toHarden_km, 2.0, 1e-9);
}

TEST(RoadStretches, DoNotJoinWhatOnlyCrossesWhereARoadIsCut)
{
    SmallCounty county = withGravelRoad();
    county.goodRoad(u"C002"_s, {{4000, 1000}, {4990, 1000}, {6000, 1000}}); // crosses C001 on a bridge
    const std::size_t village = county.settlement({6000, 1000}, 30);
    const std::size_t done = county.stretch(u"C001"_s, 0, 1, {{u"surface_type"_s, u"CEMENT_CONC"_s}});
    county.mark(u"road_stretches"_s, done, u"ACCEPTED"_s, u"2019-01-01"_s);
    EXPECT_EQ(reasonId(judged(county), village), u"ISOLATED"_s);
}

TEST(RoadStretches, CountAsTheLatestOverEachKilometre)
{
    SmallCounty county = withGravelRoad();
    const std::map<QString, QString> cement{{u"surface_type"_s, u"CEMENT_CONC"_s}};
    const auto said = [&](double from, double to, const char16_t *status, const char16_t *on) {
        const std::size_t row = county.stretch(u"C001"_s, from, to, cement);
        county.mark(u"road_stretches"_s, row, QString::fromUtf16(status), QString::fromUtf16(on));
    };
    said(1.5, 1.75, u"DEFECTIVE", u"2019-03-01"); // the latest, though it was entered first
    said(0, 2, u"ACCEPTED", u"2019-01-01");
    said(1, 2, u"COMPLETED", u"2019-02-01");
    const Connection result = judged(county);
    std::map<int, SegmentState> states; // by station in metres
    for (std::size_t line = 0; line < result.stretchOfLine.size(); ++line) {
        if (result.stretchOfLine[line] != k_noIndex) {
            states[static_cast<int>(std::lround(result.network->plane.stationOfLine[line] * 1000))] =
                result.stretches[result.stretchOfLine[line]].state;
        }
    }
    const std::map<int, SegmentState> expected{{500, SegmentState::Usable},
                                               {1250, SegmentState::NotAccepted},
                                               {1625, SegmentState::Defective},
                                               {1875, SegmentState::NotAccepted}};
    EXPECT_EQ(states, expected);
}

/// A piece of a road with one state, cut by the test itself.
struct Piece {
    std::vector<Point> line;
    std::size_t road = 0;
    bool usable = false;
    bool first = false; ///< begins where its road does
    bool last = false;
};

double distanceTo(Point p, const std::vector<Point> &line)
{
    double best = std::numeric_limits<double>::infinity();
    for (std::size_t k = 1; k < line.size(); ++k) {
        const Point a = line[k - 1];
        const Point d{line[k].x - a.x, line[k].y - a.y};
        const double squared = d.x * d.x + d.y * d.y;
        const double t = squared > 0 ? std::clamp(((p.x - a.x) * d.x + (p.y - a.y) * d.y) / squared, 0.0, 1.0) : 0;
        best = std::min(best, std::hypot(a.x + t * d.x - p.x, a.y + t * d.y - p.y));
    }
    return best;
}

/// Whether two pieces meet, as the rule is worded: pieces of one road where it was cut, others as roads do.
bool meet(const Piece &a, const Piece &b, double tolerance)
{
    const bool shared = std::any_of(a.line.begin(), a.line.end(), [&](const Point &p) {
        return std::find(b.line.begin(), b.line.end(), p) != b.line.end();
    });
    if (a.road == b.road || shared) {
        return shared;
    }
    const auto endsAt = [&](const Piece &piece, const Piece &other) {
        return (piece.first && distanceTo(piece.line.front(), other.line) <= tolerance) ||
               (piece.last && distanceTo(piece.line.back(), other.line) <= tolerance);
    };
    return endsAt(a, b) || endsAt(b, a);
}

/// Roads along a grid with a vertex every 10 m, so that stations in tens of metres are vertices; a part of them
/// with stretches. The network of pieces is worked out pair by pair.
TEST(RoadStretches, AgreeWithPiecesCutByHandOnRandomCounties)
{
    std::mt19937 random(1250);
    int broken = 0;
    int connected = 0;
    for (int round = 0; round < 150; ++round) {
        SmallCounty county;
        std::vector<Piece> pieces;
        county.goodRoad(u"X1"_s, {{0, 0}, {600, 0}}, {{u"admin_class"_s, u"COUNTY"_s}});
        pieces.push_back({{{0, 0}, {600, 0}}, 0, true, true, true});
        for (std::size_t road = 1; road <= 1 + random() % 8; ++road) {
            const bool north = random() % 2 == 0;
            const Point step = north ? Point{0, 10} : Point{10, 0};
            std::vector<Point> line{{static_cast<double>(random() % 30) * 20, static_cast<double>(random() % 20) * 20}};
            const std::size_t legs = 10 + random() % 30;
            for (std::size_t k = 0; k < legs; ++k) {
                line.push_back({line.back().x + step.x, line.back().y + step.y});
            }
            const bool good = random() % 2 == 0;
            const QString code = u"C%1"_s.arg(road);
            good ? county.goodRoad(code, line) : county.road(code, line, {{u"surface_type"_s, u"EARTH"_s}});
            std::vector<bool> usable(legs, good);
            for (std::size_t k = random() % 4; k > 0; --k) {
                const std::size_t from = random() % legs;
                const std::size_t to = from + 1 + random() % (legs - from);
                const bool accepted = random() % 2 == 0;
                const std::size_t row =
                    county.stretch(code, static_cast<double>(from) / 100, static_cast<double>(to) / 100,
                                   {{u"surface_type"_s, u"CEMENT_CONC"_s}});
                county.mark(u"road_stretches"_s, row, accepted ? u"ACCEPTED"_s : u"DEFECTIVE"_s,
                            u"2019-0%1-01"_s.arg(9 - k));
                for (std::size_t leg = from; leg < to; ++leg) {
                    usable[leg] = accepted;
                }
            }
            for (std::size_t begin = 0; begin < legs;) {
                std::size_t end = begin;
                while (end < legs && usable[end] == usable[begin]) {
                    ++end;
                }
                pieces.push_back({{line.begin() + static_cast<std::ptrdiff_t>(begin),
                                   line.begin() + static_cast<std::ptrdiff_t>(end) + 1},
                                  road,
                                  usable[begin],
                                  begin == 0,
                                  end == legs});
                begin = end;
            }
        }
        DisjointSets sets(pieces.size());
        for (std::uint32_t i = 0; i < pieces.size(); ++i) {
            for (std::uint32_t j = 0; j < i; ++j) {
                if (pieces[i].usable && pieces[j].usable && meet(pieces[i], pieces[j], 30)) {
                    sets.join(i, j);
                }
            }
        }
        std::vector<bool> expected;
        for (int i = 0; i < 12; ++i) {
            const Point at{static_cast<double>(random() % 900), static_cast<double>(random() % 700)};
            county.settlement(at, 30);
            bool any = false;
            for (std::uint32_t k = 0; k < pieces.size(); ++k) {
                any =
                    any || (pieces[k].usable && sets.find(k) == sets.find(0) && distanceTo(at, pieces[k].line) <= 100);
            }
            expected.push_back(any);
        }
        const Connection result = judged(county);
        for (std::size_t i = 0; i < expected.size(); ++i) {
            ASSERT_EQ(result.accesses[i].connected, expected[i]) << "round " << round << ", settlement " << i;
            (expected[i] ? connected : broken) += 1;
        }
    }
    EXPECT_GT(connected, 100);
    EXPECT_GT(broken, 100);
}

std::vector<QString> findingsOf(const SmallCounty &county, const QString &check)
{
    const Registry registry = wholeRegistry();
    const auto found = std::find_if(registry.checks.begin(), registry.checks.end(),
                                    [&](const Check &each) { return each.id == check; });
    EXPECT_NE(found, registry.checks.end());
    const auto findings = found->run(county, {});
    EXPECT_TRUE(findings);
    std::vector<QString> sentences;
    for (const CheckFinding &finding : *findings) {
        sentences.push_back(finding.sentence);
    }
    return sentences;
}

TEST(RoadStretches, AreCheckedForTheirPlaceAndForOverlaps)
{
    setLanguage(Language::English);
    SmallCounty county = withGravelRoad();
    const std::size_t first = county.stretch(u"C001"_s, 0, 1.2, {{u"surface_type"_s, u"CEMENT_CONC"_s}});
    county.mark(u"road_stretches"_s, first, u"ACCEPTED"_s, u"2019-01-01"_s);
    const std::size_t second = county.stretch(u"C001"_s, 1, 2);
    county.mark(u"road_stretches"_s, second, u"CONSTRUCTING"_s, u"2019-03-01"_s);
    county.stretch(u"C001"_s, 1.5, 2.4);
    county.stretch(u"C999"_s, 0, 1);
    county.stretch(u"C001"_s, 1, 1);
    EXPECT_EQ(findingsOf(county, u"roads.stretch_place"_s),
              (std::vector<QString>{u"C001 K1+500–K2+400: it ends behind the last station, K2+000"_s,
                                    u"C999 K0+000–K1+000: there is no such road"_s,
                                    u"C001 K1+000–K1+000: it does not begin before it ends"_s}));
    const auto overlaps = findingsOf(county, u"roads.stretch_overlap"_s);
    ASSERT_EQ(overlaps.size(), 1U);
    EXPECT_TRUE(overlaps.front().startsWith(u"C001 K0+000–K1+200 overlaps C001 K1+000–K2+000"_s))
        << overlaps.front().toStdString();
    EXPECT_EQ(findingsOf(county, u"roads.stretch_drawn"_s).size(), 3U) << "none of them is drawn, three could be";
    setLanguage(Language::Chinese);
}

TEST(AccessRoute, IsStatedOrTheRoadThatThePathBeginsOn)
{
    SmallCounty county = withGravelRoad();
    county.goodRoad(u"C002"_s, {{5000, 2000}, {5000, 3000}});
    const std::size_t derived = county.settlement({5000, 2900}, 30);
    const std::size_t stated = county.settlement({5000, 2800}, 30, {{u"access_route"_s, u"X001"_s}});
    county.settlement({5000, 2700}, 30, {{u"access_route"_s, u"C404"_s}});
    auto result = connect(county, {}, day("2020-06-30"), Detail::Reasons, {}, {u"access_route"_s}, segmentNameFields());
    ASSERT_TRUE(result);
    EXPECT_EQ(accessRoute(*result, derived), u"C002"_s);
    EXPECT_EQ(accessRoute(*result, stated), u"X001"_s);
    EXPECT_EQ(result->accesses[derived].route, (std::vector<std::uint32_t>{2, 1}));
    setLanguage(Language::English);
    EXPECT_EQ(findingsOf(county, u"roads.access_route"_s),
              (std::vector<QString>{u"its path does not lead over the stated access route X001"_s,
                                    u"its access route C404 is not among the roads"_s}));
    setLanguage(Language::Chinese);
}

} // namespace
} // namespace cuntu::roads
