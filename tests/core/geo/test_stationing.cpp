// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geo/station_text.h"
#include "core/geo/stationing.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <random>

using namespace Qt::Literals::StringLiterals;

namespace cuntu {
namespace {

Geometry lineOf(const std::vector<std::vector<Point>> &parts)
{
    Geometry line;
    line.type = GeometryType::Line;
    for (const auto &part : parts) {
        line.addPart(part);
    }
    return line;
}

double planeLength(const Geometry &line)
{
    double length = 0;
    for (std::size_t i = 0; i < line.partCount(); ++i) {
        const auto part = line.part(i);
        for (std::size_t k = 1; k < part.size(); ++k) {
            length += std::hypot(part[k].x - part[k - 1].x, part[k].y - part[k - 1].y);
        }
    }
    return length;
}

/// The same places, but for rounding.
void expectPlaces(const std::vector<Point> &places, const std::vector<Point> &expected)
{
    ASSERT_EQ(places.size(), expected.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        EXPECT_NEAR(places[i].x, expected[i].x, 1e-9) << "place " << i;
        EXPECT_NEAR(places[i].y, expected[i].y, 1e-9) << "place " << i;
    }
}

TEST(StationText, ReadsWhatDrawingsAndTablesWrite)
{
    const std::vector<std::pair<QString, double>> readable{{u"K1+250"_s, 1.25},
                                                           {u"k1+250"_s, 1.25},
                                                           {u"1+250.5"_s, 1.2505},
                                                           {u"K0+000"_s, 0},
                                                           {u"Ｋ１＋２５０"_s, 1.25},
                                                           {u" K12 + 034 "_s, 12.034},
                                                           {u"K1+5"_s, 1.005},
                                                           {u"K3"_s, 3},
                                                           {u"1250 m"_s, 1.25},
                                                           {u"1250米"_s, 1.25},
                                                           {u"1.25 km"_s, 1.25},
                                                           {u"1.25公里"_s, 1.25},
                                                           {u"1.25千米"_s, 1.25},
                                                           {u"１.２５"_s, 1.25},
                                                           {u"2"_s, 2}};
    for (const auto &[text, km] : readable) {
        const auto station = stationFromText(text);
        ASSERT_TRUE(station) << text.toStdString();
        EXPECT_NEAR(*station, km, 1e-12) << text.toStdString();
    }
    for (const QString &text : {u""_s, u"K"_s, u"K1+1250"_s, u"K-1+200"_s, u"-1"_s, u"1++2"_s, u"一公里"_s, u"K1+"_s,
                                u"1250 ft"_s, u"K1+2+3"_s}) {
        EXPECT_FALSE(stationFromText(text)) << text.toStdString();
    }
}

TEST(StationText, WritesWhatItReads)
{
    EXPECT_EQ(stationText(0), u"K0+000"_s);
    EXPECT_EQ(stationText(1.25), u"K1+250"_s);
    EXPECT_EQ(stationText(0.0075), u"K0+007.5"_s);
    EXPECT_EQ(stationText(0.99999), u"K1+000"_s);
    EXPECT_EQ(stationText(123.4561), u"K123+456.1"_s);
    std::mt19937 random(7);
    for (int i = 0; i < 1000; ++i) {
        const double km = static_cast<double>(random() % 1'000'000) / 10'000; // tenths of a metre
        EXPECT_NEAR(stationFromText(stationText(km)).value(), km, 1e-9);
    }
}

TEST(Stationing, ScalesTheDrawnLineToTheReportedLength)
{
    const Stationing drawn(lineOf({{{0, 0}, {300, 0}, {300, 500}}}), nullptr, 0);
    EXPECT_NEAR(drawn.length_km(), 0.8, 1e-12);
    expectPlaces({drawn.pointAt(0.4)}, {{300, 100}});
    const Stationing scaled(lineOf({{{0, 0}, {300, 0}, {300, 500}}}), nullptr, 1.6);
    EXPECT_DOUBLE_EQ(scaled.length_km(), 1.6);
    expectPlaces({scaled.pointAt(0.8)}, {{300, 100}});
    EXPECT_NEAR(scaled.stationNear({310, 100}), 0.8, 1e-12);
    EXPECT_DOUBLE_EQ(scaled.stationNear({-50, 20}), 0);
    EXPECT_NEAR(scaled.stationNear({300, 900}), 1.6, 1e-12);
    EXPECT_DOUBLE_EQ(Stationing(lineOf({{{0, 0}, {300, 0}}}), nullptr, std::nan("")).length_km(), 0.3);
}

TEST(Stationing, MeasuresOnTheEllipsoidWhateverTheSystemOfTheLine)
{
    const Geodesic lonLat = std::move(*Geodesic::create(*Crs::fromEpsg(4490)));
    const Geometry line = lineOf({{{117.45, 28.40}, {117.46, 28.40}, {117.46, 28.42}}});
    const Stationing stations(line, &lonLat, 0);
    const std::array<Point, 2> first{Point{117.45, 28.40}, Point{117.46, 28.40}};
    EXPECT_NEAR(stations.stationNear({117.46, 28.40}) * 1000, lonLat.length_m(first), 1e-6);
    // As many degrees from both legs: nearer to the one in the east, for a degree of longitude is shorter.
    const std::array<Point, 2> north{Point{117.46, 28.40}, Point{117.46, 28.405}};
    EXPECT_NEAR(stations.stationNear({117.455, 28.405}) * 1000, lonLat.length_m(first) + lonLat.length_m(north), 0.1);
    EXPECT_NEAR(lonLat.length_m(stations.cut(0.5, 1.5).points) / 1000, 1.0,
                1e-5); // between vertices it goes straight in degrees
}

TEST(Stationing, CutsOutWhatLiesBetweenTwoStations)
{
    const Stationing stations(lineOf({{{0, 0}, {300, 0}, {300, 500}}}), nullptr, 0);
    expectPlaces(stations.cut(0.1, 0.5).points, {{100, 0}, {300, 0}, {300, 200}});
    expectPlaces(stations.cut(0, 0.3).points, {{0, 0}, {300, 0}});
    expectPlaces(stations.cut(0.3, 99).points, {{300, 0}, {300, 500}});
    EXPECT_TRUE(stations.cut(0.5, 0.5).isEmpty());
    EXPECT_TRUE(stations.cut(0.9, 1.2).isEmpty());
    const Stationing twoParts(lineOf({{{0, 0}, {100, 0}}, {{200, 0}, {300, 0}}}), nullptr, 0);
    const Geometry over = twoParts.cut(0.05, 0.15);
    ASSERT_EQ(over.partCount(), 2U) << "the gap between the parts has no length";
    expectPlaces(over.points, {{50, 0}, {100, 0}, {200, 0}, {250, 0}});
    expectPlaces(twoParts.cut(0.1, 0.2).points, {{200, 0}, {300, 0}});
}

TEST(Stationing, PiecesAddUpToTheWholeOnRandomLines)
{
    std::mt19937 random(20260801);
    const auto coordinate = [&] { return static_cast<double>(random() % 2000); };
    for (int round = 0; round < 300; ++round) {
        std::vector<std::vector<Point>> parts(1 + random() % 3);
        for (auto &part : parts) {
            for (std::size_t k = 2 + random() % 6; k > 0; --k) {
                part.push_back({coordinate(), coordinate()});
            }
        }
        const Geometry line = lineOf(parts);
        const double scale = 0.5 + static_cast<double>(random() % 100) / 50;
        const Stationing stations(line, nullptr, planeLength(line) / 1000 * scale);
        const double at_km = stations.length_km() * static_cast<double>(random() % 1000) / 1000;
        EXPECT_NEAR(planeLength(stations.cut(0, at_km)), at_km * 1000 / scale, 1e-6);
        EXPECT_NEAR(planeLength(stations.cut(0, at_km)) + planeLength(stations.cut(at_km, stations.length_km())),
                    planeLength(line), 1e-6);
        const Point there = stations.pointAt(at_km);
        const Point near = stations.pointAt(stations.stationNear(there));
        EXPECT_NEAR(std::hypot(there.x - near.x, there.y - near.y), 0, 1e-6);
    }
}

} // namespace
} // namespace cuntu
