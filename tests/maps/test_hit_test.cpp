// SPDX-License-Identifier: GPL-3.0-or-later
#include "map_fixture.h"
#include "maps/render/hit_test.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace cuntu {
namespace {

using namespace test;

TEST(HitTest, TopmostLayerAndNearestFeatureComeFirst)
{
    SnapshotBuilder areas("areas", GeometryType::Polygon);
    areas.box({0, 0, 200, 200});
    SnapshotBuilder points("points", GeometryType::Point);
    points.point(50, 50).point(53, 50).point(150, 150);
    const RenderRequest map = mapOf({layerOf(std::move(areas)), layerOf(std::move(points))});
    const MapFeature first{QStringLiteral("points"), 0};
    const MapFeature second{QStringLiteral("points"), 1};
    const MapFeature area{QStringLiteral("areas"), 0};
    EXPECT_EQ(featuresAt(map, {51, 50}, 6), (std::vector{first, second, area}));
    EXPECT_EQ(topFeatureAt(map, {100, 100}, 6), area);
    EXPECT_EQ(topFeatureAt(map, {300, 230}, 6), std::nullopt);
}

TEST(HitTest, HoleIsNotInside)
{
    SnapshotBuilder areas("areas", GeometryType::Polygon);
    areas.polygon(
        {{{0, 0}, {200, 0}, {200, 200}, {0, 200}, {0, 0}}, {{50, 50}, {150, 50}, {150, 150}, {50, 150}, {50, 50}}});
    const RenderRequest map = mapOf({layerOf(std::move(areas))});
    EXPECT_FALSE(topFeatureAt(map, {100, 100}, 6));
    EXPECT_TRUE(topFeatureAt(map, {25, 100}, 6));
    EXPECT_TRUE(topFeatureAt(map, {54, 100}, 6)) << "within reach of the hole's border";
}

TEST(HitTest, WhatIsNotDrawnIsNotHit)
{
    SnapshotBuilder points("points", GeometryType::Point);
    points.point(50, 50);
    RenderLayer layer = layerOf(std::move(points));
    auto overlay = std::make_shared<OverlayFeatures>();
    overlay->classes = {OverlayFeatures::k_noClass};
    layer.overlay = overlay;
    layer.overlayClasses.resize(1);
    EXPECT_FALSE(topFeatureAt(mapOf({layer}), {50, 50}, 6));
    layer.overlay.reset();
    layer.style.minScale = 1;
    EXPECT_FALSE(topFeatureAt(mapOf({layer}), {50, 50}, 6));
}

TEST(HitTest, EqualsBruteForceOnRandomLines)
{
    const unsigned seed = std::random_device()();
    RecordProperty("seed", std::to_string(seed));
    std::mt19937 random(seed);
    const auto number = [&](double most) { return std::uniform_real_distribution<double>(0, most)(random); };
    SnapshotBuilder builder("lines", GeometryType::Line);
    for (int i = 0; i < 300; ++i) {
        const Point a{number(320), number(240)};
        builder.line({a, {a.x + number(40) - 20, a.y + number(40) - 20}, {number(320), number(240)}});
    }
    const RenderLayer layer = layerOf(std::move(builder));
    const RenderRequest map = mapOf({layer});
    const PackedGeometry &geometry = layer.snapshot->geometry();
    for (int i = 0; i < 200; ++i) {
        const Point position{number(320), number(240)};
        std::vector<std::uint32_t> expected;
        for (std::uint32_t row = 0; row < geometry.size(); ++row) {
            if (featureDistance(geometry, row, position) <= 6) {
                expected.push_back(row);
            }
        }
        std::vector<std::uint32_t> found;
        for (const MapFeature &feature : featuresAt(map, position, 6)) {
            found.push_back(feature.row);
        }
        std::sort(found.begin(), found.end());
        ASSERT_EQ(found, expected) << "seed " << seed;
    }
}

TEST(HitTest, BoxFindsWhatItTouches)
{
    SnapshotBuilder builder("lines", GeometryType::Line);
    builder
        .line({{0, 0}, {100, 100}})      // through the box
        .line({{0, 50}, {45, 100}})      // its bounding box touches, the line does not
        .line({{50, 50}, {55, 55}})      // inside
        .line({{200, 200}, {210, 210}}); // elsewhere
    EXPECT_EQ(featuresIn(layerOf(std::move(builder)), {40, 40, 60, 60}), (std::vector<std::uint32_t>{0, 2}));
    SnapshotBuilder areas("areas", GeometryType::Polygon);
    areas.box({0, 0, 300, 300}).box({45, 45, 46, 46}).box({100, 100, 110, 110});
    EXPECT_EQ(featuresIn(layerOf(std::move(areas)), {40, 40, 60, 60}), (std::vector<std::uint32_t>{0, 1}))
        << "an area that surrounds the box, and one in it";
}

} // namespace
} // namespace cuntu
