// SPDX-License-Identifier: GPL-3.0-or-later
#include "map_fixture.h"
#include "maps/compose/map_page.h"
#include "maps/compose/north_arrow.h"
#include "maps/compose/scale_bar.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace cuntu {
namespace {

using namespace test;

RenderLayer villages()
{
    SnapshotBuilder builder("villages", GeometryType::Polygon);
    builder.text("state");
    builder.box({0, 0, 100, 100})
        .cells({"done"})
        .box({100, 0, 200, 100})
        .cells({"done"})
        .box({0, 100, 100, 200})
        .cells({"none"});
    LayerStyle style;
    style.kind = LayerStyle::Kind::Categorised;
    style.field = QStringLiteral("state");
    style.classes.resize(3);
    style.classes[0].value = QStringLiteral("done");
    style.classes[0].label = QStringLiteral("已通");
    style.classes[1].value = QStringLiteral("none");
    style.classes[1].label = QStringLiteral("未通");
    style.classes[2].value = QStringLiteral("planned");
    return layerOf(std::move(builder), style);
}

MapPage page()
{
    MapPage result;
    result.request = mapOf({villages()}, {640, 420});
    result.content = {0, 0, 200, 200};
    result.title = QStringLiteral("进度图");
    result.mark = QStringLiteral("内部使用");
    return result;
}

TEST(Legend, CountsEachClassAlsoTheEmptyOne)
{
    const auto legend = legendOf(mapOf({villages()}));
    ASSERT_EQ(legend.size(), 1U);
    ASSERT_EQ(legend[0].entries.size(), 3U);
    EXPECT_EQ(legend[0].entries[0].text, QStringLiteral("已通"));
    EXPECT_EQ(legend[0].entries[0].count, 2U);
    EXPECT_EQ(legend[0].entries[1].count, 1U);
    EXPECT_EQ(legend[0].entries[2].count, 0U);
}

TEST(Legend, CountsWithinABoxAndPutsTheUppermostLayerFirst)
{
    SnapshotBuilder points("points", GeometryType::Point);
    points.point(10, 10).point(150, 150);
    const Box corner{120, 120, 200, 200};
    const auto legend = legendOf(mapOf({villages(), layerOf(std::move(points))}), &corner);
    ASSERT_EQ(legend.size(), 2U);
    EXPECT_EQ(legend[0].layer, QStringLiteral("points"));
    EXPECT_TRUE(legend[0].title.isEmpty()) << "a single symbol needs no heading";
    EXPECT_EQ(legend[0].entries[0].count, 1U);
}

TEST(Legend, LeavesOutAHeadingWithNothingBelowIt)
{
    RenderLayer nothing = layerOf(SnapshotBuilder("nothing", GeometryType::Line));
    nothing.overlay = std::make_shared<const OverlayFeatures>(OverlayFeatures{nothing.snapshot, {}, {}});
    nothing.overlayClasses = {{QStringLiteral("a"), {QStringLiteral("甲"), QStringLiteral("A")}, 0x112233}};
    const auto legend = legendOf(mapOf({villages(), nothing}));
    ASSERT_EQ(legend.size(), 1U);
    EXPECT_EQ(legend[0].entries.size(), 3U);
}

TEST(ScaleBar, IsRoundAndNotTooLong)
{
    MapExtent extent;
    for (const double units : {0.003, 0.5, 7.0, 33.0, 480.0, 9999.0}) {
        extent.unitsPerPixel = units;
        const ScaleBar bar = scaleBarFor(extent, false, 200);
        EXPECT_LE(bar.width_px, 200);
        EXPECT_GT(bar.width_px, 79);
        EXPECT_NEAR(bar.width_px * units, bar.length_m, 1e-6 * bar.length_m);
    }
    extent.unitsPerPixel = 10;
    EXPECT_EQ(scaleBarFor(extent, false, 200).text, QStringLiteral("2 km"));
    extent.unitsPerPixel = 1;
    EXPECT_EQ(scaleBarFor(extent, false, 200).text, QStringLiteral("200 m"));
}

TEST(NorthArrow, FollowsTheGridsConvergence)
{
    const auto crs = Crs::fromEpsg(4526); // central meridian 114
    if (!crs) {
        GTEST_SKIP() << crs.error().toText().toStdString();
    }
    EXPECT_NEAR(trueNorth_deg(*crs, {38500000, 3050000}), 0, 1e-6);
    // One degree east at latitude 27.56: convergence = sin(latitude) degrees, so true north lies to the west of the
    // grid's.
    EXPECT_NEAR(trueNorth_deg(*crs, {38598700, 3050000}), -0.4627, 0.005);
    EXPECT_EQ(trueNorth_deg(Crs(), {1, 2}), 0);
}

TEST(Page, ShowsTheWholeContentBesideTheLegend)
{
    const auto result = renderPage(page());
    ASSERT_TRUE(result) << result.error().toText().toStdString();
    EXPECT_EQ(result->image.size(), QSize(640, 420));
    const MapExtent &extent = result->map.extent;
    const Point lowerRight = extent.toPixel({200, 0});
    const Point upperLeft = extent.toPixel({0, 200});
    EXPECT_GE(upperLeft.x, 0);
    EXPECT_GE(upperLeft.y, 0);
    EXPECT_LE(lowerRight.y, extent.size.height());
    EXPECT_LE(lowerRight.x + result->mapFrame.left(), result->legendBox.left());
    EXPECT_EQ(result->legend.size(), 1U);
}

TEST(Page, WithoutFrameIsTheBareMap)
{
    MapPage bare = page();
    bare.frame = false;
    bare.content = {};
    const auto result = renderPage(bare);
    ASSERT_TRUE(result);
    EXPECT_EQ(result->image, pictureOf(bare.request));
}

TEST(Page, IsWrittenAsPngSvgAndPdf)
{
    const QTemporaryDir folder;
    const std::vector<std::pair<QString, QByteArray>> kinds{{QStringLiteral("地图.png"), "\x89PNG"},
                                                            {QStringLiteral("map.SVG"), "<?xml"},
                                                            {QStringLiteral("map.pdf"), "%PDF"}};
    for (const auto &[name, beginning] : kinds) {
        const auto result = renderToFile(page(), folder.filePath(name));
        ASSERT_TRUE(result) << result.error().toText().toStdString();
        QFile file(folder.filePath(name));
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        EXPECT_TRUE(bytes.startsWith(beginning)) << name.toStdString();
        EXPECT_GT(bytes.size(), 2000);
    }
    QFile svg(folder.filePath(QStringLiteral("map.SVG")));
    ASSERT_TRUE(svg.open(QIODevice::ReadOnly));
    EXPECT_FALSE(svg.readAll().contains("<text")) << "texts are outlines and need no font";
}

TEST(Page, RefusesOtherEndingsAndUnwritablePlaces)
{
    EXPECT_EQ(renderToFile(page(), QStringLiteral("/tmp/map.gif")).error().code, ErrorCode::OutOfRange);
    EXPECT_EQ(renderToFile(page(), QStringLiteral("/nowhere/map.png")).error().code, ErrorCode::Unreadable);
}

TEST(Page, CancelLeavesNoFile)
{
    const QTemporaryDir folder;
    JobContext job;
    job.cancel.cancel();
    const auto result = renderToFile(page(), folder.filePath(QStringLiteral("map.pdf")), job);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::Cancelled);
    EXPECT_FALSE(QFile::exists(folder.filePath(QStringLiteral("map.pdf"))));
}

} // namespace
} // namespace cuntu
