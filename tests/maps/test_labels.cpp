// SPDX-License-Identifier: GPL-3.0-or-later
#include "map_fixture.h"
#include "maps/label/anchors.h"
#include "maps/label/map_font.h"
#include "maps/label/placer.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace cuntu {
namespace {

using namespace test;

LayerStyle labelled(const char *field = "name")
{
    LayerStyle style;
    style.label.field = QString::fromUtf8(field);
    return style;
}

std::vector<Label> labelsOf(const RenderRequest &request)
{
    const auto result = render(request, {});
    return result ? result->labels : std::vector<Label>();
}

TEST(Labels, StandRightOfThePointWhenThereIsRoom)
{
    SnapshotBuilder builder("points", GeometryType::Point);
    builder.text("name").point(100, 120).cells({"王家湾"});
    const auto labels = labelsOf(mapOf({layerOf(std::move(builder), labelled())}));
    ASSERT_EQ(labels.size(), 1U);
    EXPECT_EQ(labels[0].text, QStringLiteral("王家湾"));
    EXPECT_GT(labels[0].box.left(), 100);
    EXPECT_NEAR(labels[0].box.center().y(), 120, 2);
}

TEST(Labels, NeverOverlapNorLeaveThePicture)
{
    SnapshotBuilder builder("points", GeometryType::Point);
    builder.text("name");
    for (int i = 0; i < 400; ++i) {
        builder.point((i * 37) % 320, (i * 53) % 240).cells({"石桥头村"});
    }
    const auto labels = labelsOf(mapOf({layerOf(std::move(builder), labelled())}));
    ASSERT_GT(labels.size(), 10U);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        EXPECT_TRUE(QRectF(0, 0, 320, 240).contains(labels[i].box));
        for (std::size_t j = i + 1; j < labels.size(); ++j) {
            EXPECT_FALSE(labels[i].box.intersects(labels[j].box)) << i << " and " << j;
        }
    }
}

TEST(Labels, HigherPriorityIsPlacedFirst)
{
    const auto labels = labelsOf(lowAndHigh(labelled()));
    ASSERT_EQ(labels.size(), 2U);
    EXPECT_EQ(labels[0].text, QStringLiteral("高"));
    EXPECT_GT(labels[0].centre.x(), 160) << "the best place";
    EXPECT_LT(labels[1].centre.x(), 160) << "the second best one";
}

TEST(Labels, KeepStillWhileTheMapMoves)
{
    SnapshotBuilder builder("areas", GeometryType::Polygon);
    builder.text("name");
    builder.polygon({{{20, 20}, {280, 60}, {300, 200}, {150, 230}, {30, 180}, {20, 20}}}).cells({"上田村"});
    RenderRequest request = mapOf({layerOf(std::move(builder), labelled())});
    const auto before = labelsOf(request);
    request.extent.centre.x += 40;
    request.extent.centre.y -= 17;
    const auto after = labelsOf(request);
    ASSERT_EQ(before.size(), 1U);
    ASSERT_EQ(after.size(), 1U);
    EXPECT_NEAR(after[0].centre.x(), before[0].centre.x() - 40, 1e-6);
    EXPECT_NEAR(after[0].centre.y(), before[0].centre.y() - 17, 1e-6);
}

TEST(Labels, AreTurnedAlongLinesAndNeverUpsideDown)
{
    SnapshotBuilder builder("lines", GeometryType::Line);
    builder.text("name").line({{300, 30}, {20, 200}}).cells({"某某线"});
    const auto labels = labelsOf(mapOf({layerOf(std::move(builder), labelled())}));
    ASSERT_EQ(labels.size(), 1U);
    // The line rises to the left: on the screen it falls to the right by atan(170 / 280).
    EXPECT_NEAR(labels[0].angle_deg, 31.3, 0.5);
}

TEST(Labels, PersonalNamesAreMasked)
{
    SnapshotBuilder builder("homes", GeometryType::Point);
    builder.text("head").point(100, 100).cells({"张三丰"});
    builder.schema().fields[0].personal = Personal::Name;
    const auto labels = labelsOf(mapOf({layerOf(std::move(builder), labelled("head"))}));
    ASSERT_EQ(labels.size(), 1U);
    EXPECT_EQ(labels[0].text, QStringLiteral("张**"));
}

TEST(Labels, NoGlyphIsCut)
{
    SnapshotBuilder builder("points", GeometryType::Point);
    builder.text("name").point(60, 120).cells({"gjÅ鬱y"});
    LayerStyle style = labelled();
    style.label.size_mm = 12;
    style.label.haloWidth_mm = 0;
    style.symbol.size_mm = 0.1;
    RenderRequest request = mapOf({layerOf(std::move(builder), style)});
    const auto result = render(request, {});
    ASSERT_TRUE(result);
    ASSERT_EQ(result->labels.size(), 1U);
    // The window in which the text was set is a quarter em larger than its box: were a glyph cut, ink would stand at
    // that border.
    const double air = result->labels[0].look.font.pixelSize() * 0.25;
    const QRect window = result->labels[0].box.adjusted(-air, -air, air, air).toAlignedRect();
    for (int x = window.left(); x <= window.right(); ++x) {
        EXPECT_EQ(result->image.pixel(x, window.top()), qRgb(255, 255, 255));
        EXPECT_EQ(result->image.pixel(x, window.bottom()), qRgb(255, 255, 255));
    }
}

TEST(Labels, ChineseWrapsWithoutMarksAtTheBeginningOfALine)
{
    EXPECT_EQ(wrapped(QStringLiteral("上田村"), 8), QStringList{QStringLiteral("上田村")});
    EXPECT_EQ(wrapped(QStringLiteral("云溪县城关镇居民委员会"), 8).size(), 2);
    for (const QString &line : wrapped(QStringLiteral("云溪县（城关）镇，居民委员会、一组"), 5)) {
        EXPECT_FALSE(QStringLiteral("），、").contains(line.front())) << line.toStdString();
        EXPECT_FALSE(QStringLiteral("（").contains(line.back())) << line.toStdString();
    }
    EXPECT_EQ(wrapped(QStringLiteral("Nether Wallop"), 8),
              (QStringList{QStringLiteral("Nether"), QStringLiteral("Wallop")}));
}

TEST(Anchors, LieInsideAreasOfAwkwardShape)
{
    // A U: the middle of its box is outside.
    const std::vector<QPointF> u{{0, 0}, {30, 0}, {30, 80}, {90, 80}, {90, 0}, {120, 0}, {120, 100}, {0, 100}, {0, 0}};
    const auto place = anchors::insideArea({u}, 10);
    ASSERT_TRUE(place);
    EXPECT_GT(place->centre.y(), 80);
    EXPECT_NEAR(place->centre.x(), 60, 1);
    EXPECT_FALSE(anchors::insideArea({}, 10));
}

TEST(Anchors, RepeatAlongLongLinesOnly)
{
    const std::vector<QPointF> straight{{0, 0}, {3000, 0}};
    EXPECT_EQ(anchors::alongLine(straight, 60, 600, 4).size(), 5U);
    EXPECT_EQ(anchors::alongLine(std::vector<QPointF>{{0, 0}, {500, 0}}, 60, 600, 4).size(), 1U);
    EXPECT_TRUE(anchors::alongLine(std::vector<QPointF>{{0, 0}, {50, 0}}, 60, 600, 4).empty());
    std::vector<QPointF> zigzag;
    for (int i = 0; i < 40; ++i) {
        zigzag.emplace_back(i * 10, i % 2 * 20);
    }
    EXPECT_TRUE(anchors::alongLine(zigzag, 60, 600, 4).empty());
}

} // namespace
} // namespace cuntu
