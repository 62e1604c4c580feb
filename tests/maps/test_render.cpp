// SPDX-License-Identifier: GPL-3.0-or-later
#include "map_fixture.h"
#include "maps/render/map_renderer.h"
#include "maps/render/row_classes.h"

#include <QElapsedTimer>
#include <QSignalSpy>

#include <gtest/gtest.h>

#include <random>
#include <thread>

namespace cuntu {
namespace {

using namespace test;

int colouredPixels(const QImage &image, QRgb background = qRgb(255, 255, 255))
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            count += image.pixel(x, y) != background ? 1 : 0;
        }
    }
    return count;
}

RenderRequest crowd(int points, QSize size = {320, 240})
{
    SnapshotBuilder builder("crowd", GeometryType::Point);
    std::mt19937 random(7);
    for (int i = 0; i < points; ++i) {
        const double x = static_cast<double>(random() % 3200) / 10;
        builder.point(x, static_cast<double>(random() % 2400) / 10);
    }
    return mapOf({layerOf(std::move(builder))}, size);
}

TEST(MapExtent, PixelAndMapAreInverse)
{
    MapExtent extent;
    extent.centre = {39500000, 3100000};
    extent.unitsPerPixel = 12.5;
    const Point pixel = extent.toPixel(extent.toMap({17.25, 599}));
    EXPECT_NEAR(pixel.x, 17.25, 1e-6);
    EXPECT_NEAR(pixel.y, 599, 1e-6);
    EXPECT_EQ(extent.toMap({400, 300}), extent.centre);
}

TEST(MapExtent, FittingShowsTheWholeBox)
{
    const Box box{100, 100, 500, 200};
    const MapExtent extent = MapExtent::fitting(box, {800, 600}, 4);
    EXPECT_LE(extent.box().minX, 100);
    EXPECT_GE(extent.box().maxX, 500);
    EXPECT_NEAR(extent.box().width() * 0.92, 400, 1e-9);
    EXPECT_GT(MapExtent::fitting({5, 5, 5, 5}, {800, 600}, 4).unitsPerPixel, 0);
}

TEST(MapExtent, ScaleIsThatOfTheGround)
{
    MapExtent extent;
    extent.pixelsPerMm = 4;
    extent.unitsPerPixel = 2.5; // metres: 4 pixels are 10 m and 1 mm
    EXPECT_DOUBLE_EQ(extent.scaleDenominator(false), 10000);
    extent.unitsPerPixel = 2.5 / 111319.49;
    extent.centre = {114, 60};
    EXPECT_NEAR(extent.scaleDenominator(true), 5000, 5);
}

TEST(Render, RefusesSizesThatCannotBeDrawn)
{
    RenderRequest request = crowd(1);
    request.extent.size = {0, 10};
    EXPECT_EQ(render(request, {}).error().code, ErrorCode::OutOfRange);
    request.extent.size = {100000, 10};
    EXPECT_EQ(render(request, {}).error().code, ErrorCode::OutOfRange);
}

TEST(Render, DrawsNothingForLayersWithoutFeaturesOrGeometry)
{
    SnapshotBuilder builder("empty", GeometryType::Polygon);
    builder.add(Geometry());
    const QImage image =
        pictureOf(mapOf({layerOf(std::move(builder)), layerOf(SnapshotBuilder("none", GeometryType::Line))}));
    EXPECT_EQ(colouredPixels(image), 0);
}

TEST(Render, IdenticalPointsCostAndShowOnce)
{
    SnapshotBuilder many("many", GeometryType::Point);
    for (int i = 0; i < 1000; ++i) {
        many.point(100.25, 100.25);
    }
    SnapshotBuilder one("one", GeometryType::Point);
    one.point(100.25, 100.25);
    EXPECT_EQ(pictureOf(mapOf({layerOf(std::move(many))})), pictureOf(mapOf({layerOf(std::move(one))})));
}

TEST(Render, TinyAreasAndLinesAreStillSeen)
{
    SnapshotBuilder areas("areas", GeometryType::Polygon);
    areas.box({10.1, 10.1, 10.2, 10.2}).box({20.1, 20.1, 20.2, 20.2});
    EXPECT_EQ(colouredPixels(pictureOf(mapOf({layerOf(std::move(areas))}))), 2);
    SnapshotBuilder lines("lines", GeometryType::Line);
    lines.line({{30.1, 30.1}, {30.4, 30.4}});
    EXPECT_EQ(colouredPixels(pictureOf(mapOf({layerOf(std::move(lines))}))), 1);
}

TEST(Render, ShapesFarLargerThanThePictureAreCutRight)
{
    SnapshotBuilder areas("areas", GeometryType::Polygon);
    areas.box({-1e9, -1e9, 1e9, 100});
    LayerStyle style;
    style.symbol.fill = Qt::red;
    style.symbol.stroke = Qt::black;
    const QImage image = pictureOf(mapOf({layerOf(std::move(areas), style)}));
    EXPECT_EQ(image.pixel(160, 239), qRgb(255, 0, 0));
    EXPECT_EQ(image.pixel(2, 150), qRgb(255, 0, 0));
    EXPECT_EQ(image.pixel(160, 100), qRgb(255, 255, 255));
}

TEST(Render, ClassesFollowValuesOfTextAndNumber)
{
    SnapshotBuilder builder("kinds", GeometryType::Polygon);
    builder.text("kind").number("size");
    builder.box({0, 0, 100, 240})
        .cells({"a", 5})
        .box({100, 0, 200, 240})
        .cells({"b", 15})
        .box({200, 0, 320, 240})
        .cells({"c", 25});
    LayerStyle style;
    style.kind = LayerStyle::Kind::Categorised;
    style.field = QStringLiteral("kind");
    style.classes.resize(2);
    style.classes[0].value = QStringLiteral("b");
    style.classes[0].symbol.fill = Qt::red;
    style.classes[1].symbol.fill = Qt::blue; // all others
    const RenderLayer layer = layerOf(std::move(builder), style);
    const QImage byText = pictureOf(mapOf({layer}));
    EXPECT_EQ(byText.pixel(50, 100), qRgb(0, 0, 255));
    EXPECT_EQ(byText.pixel(150, 100), qRgb(255, 0, 0));
    RenderLayer graduated = layer;
    graduated.style.kind = LayerStyle::Kind::Graduated;
    graduated.style.field = QStringLiteral("size");
    graduated.style.classes[0].from = 5;
    graduated.style.classes[0].to = 15;
    graduated.style.classes[1].from = 15;
    graduated.style.classes[1].to = 25;
    const QImage bySize = pictureOf(mapOf({graduated}));
    EXPECT_EQ(bySize.pixel(50, 100), qRgb(255, 0, 0));
    EXPECT_EQ(bySize.pixel(150, 100), qRgb(0, 0, 255)) << "an upper bound belongs to the next class";
    EXPECT_EQ(bySize.pixel(250, 100), qRgb(0, 0, 255)) << "but to the last class where there is no next one";
}

TEST(Render, MissingFieldIsSaidAndTheLayerDrawnPlain)
{
    RenderRequest request = crowd(5);
    request.layers[0].style.kind = LayerStyle::Kind::Categorised;
    request.layers[0].style.field = QStringLiteral("nowhere");
    request.layers[0].style.classes.resize(1);
    const auto result = render(request, {});
    ASSERT_TRUE(result);
    ASSERT_EQ(result->errors.size(), 1U);
    EXPECT_EQ(result->errors[0].code, ErrorCode::NotFound);
    EXPECT_GT(colouredPixels(result->image), 0);
}

TEST(Render, OverlayClassesDecideAndNoClassIsNotDrawn)
{
    SnapshotBuilder builder("areas", GeometryType::Polygon);
    builder.box({0, 0, 100, 240}).box({100, 0, 200, 240}).box({200, 0, 320, 240});
    RenderLayer layer = layerOf(std::move(builder));
    auto overlay = std::make_shared<OverlayFeatures>();
    overlay->classes = {0, OverlayFeatures::k_noClass, 1};
    layer.overlay = overlay;
    layer.overlayClasses.resize(2);
    layer.overlayClasses[0].colour = 0xFF0000;
    layer.overlayClasses[1].colour = 0x0000FF;
    const auto result = render(mapOf({layer}), {});
    ASSERT_TRUE(result);
    EXPECT_EQ(result->image.pixel(50, 100), qRgb(255, 0, 0));
    EXPECT_EQ(result->image.pixel(150, 100), qRgb(255, 255, 255));
    EXPECT_EQ(result->image.pixel(260, 100), qRgb(0, 0, 255));
    EXPECT_EQ(result->layers.at(0).features, 2U);
}

TEST(Render, LayerBeyondItsScaleIsNotDrawn)
{
    RenderRequest request = crowd(5);
    request.layers[0].style.minScale = request.extent.scaleDenominator(false) * 0.9;
    EXPECT_EQ(colouredPixels(pictureOf(request)), 0);
}

TEST(Render, MovingByWholePixelsMovesThePicture)
{
    SnapshotBuilder builder("lines", GeometryType::Line);
    builder.line({{13.3, 20.7}, {400.1, 190.2}, {100, 500}});
    LayerStyle style;
    style.symbol.marking = Marking::Dashed;
    style.symbol.strokeWidth_mm = 0.7;
    RenderRequest request = mapOf({layerOf(std::move(builder), style)});
    const QImage before = pictureOf(request);
    request.extent.centre.x += 32;
    const QImage after = pictureOf(request);
    EXPECT_EQ(before.copy(64, 20, 240, 200), after.copy(32, 20, 240, 200));
}

TEST(Render, StopsSoonWhenCancelled)
{
    RenderRequest request = crowd(400000, {1600, 1200});
    request.extent = MapExtent::fitting({0, 0, 320, 240}, {1600, 1200}, 4);
    request.layers[0].style.symbol.size_mm = 8;
    JobContext job;
    QElapsedTimer sinceCancel;
    std::thread canceller([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
        sinceCancel.start();
        job.cancel.cancel();
    });
    const auto result = render(request, job);
    const qint64 waited = sinceCancel.elapsed();
    canceller.join();
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::Cancelled);
    EXPECT_LT(waited, 500) << "50 ms on an idle machine";
}

TEST(MapRenderer, LatestRequestWins)
{
    MapRenderer renderer;
    QSignalSpy finished(&renderer, &MapRenderer::finished);
    RenderRequest last;
    for (int i = 1; i <= 5; ++i) {
        last = crowd(2000);
        last.extent.unitsPerPixel = i;
        renderer.start(last);
    }
    EXPECT_TRUE(renderer.isRunning());
    ASSERT_TRUE(finished.wait(10000));
    EXPECT_EQ(finished.count(), 1);
    EXPECT_EQ(finished.at(0).at(0).value<RenderResult>().extent, last.extent);
    EXPECT_FALSE(renderer.isRunning());
}

TEST(MapRenderer, CancelledRequestSaysNothingMore)
{
    MapRenderer renderer;
    QSignalSpy finished(&renderer, &MapRenderer::finished);
    QSignalSpy failed(&renderer, &MapRenderer::failed);
    renderer.start(crowd(50000));
    renderer.cancel();
    EXPECT_FALSE(finished.wait(200));
    EXPECT_EQ(failed.count(), 0);
    EXPECT_FALSE(renderer.isRunning());
}

} // namespace

TEST(MarkerShare, IsWholeToOneIn100000AndNeverLessThanAHalf)
{
    EXPECT_EQ(markerShareAt(5000), 1.0);
    EXPECT_EQ(markerShareAt(100000), 1.0);
    EXPECT_NEAR(markerShareAt(200000), 0.7071, 1e-4);
    EXPECT_EQ(markerShareAt(400000), 0.5);
    EXPECT_EQ(markerShareAt(4e6), 0.5);
}

} // namespace cuntu
