// SPDX-License-Identifier: GPL-3.0-or-later
#include "map_fixture.h"
#include "maps/view/map_view.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPointingDevice>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <gtest/gtest.h>

namespace cuntu {
namespace {

using namespace test;

/// A view of 400 by 300 pixels on two villages and a settlement, with its first picture drawn.
class MapViewTest : public ::testing::Test {
protected:
    MapViewTest()
    {
        SnapshotBuilder areas("villages", GeometryType::Polygon);
        areas.box({0, 0, 1000, 1000}).box({1000, 0, 2000, 1000});
        SnapshotBuilder points("settlements", GeometryType::Point);
        points.point(500, 500);
        view.resize(400, 300);
        view.show();
        view.setLayers({layerOf(std::move(areas)), layerOf(std::move(points))});
        waitForPicture();
    }

    void waitForPicture()
    {
        EXPECT_TRUE(QTest::qWaitFor([&] { return !view.isRendering(); }, 10000));
    }

    void wheel(QPointF at, int notches, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWheelEvent event(at, view.mapToGlobal(at), {}, {0, 120 * notches}, Qt::NoButton, modifiers, Qt::NoScrollPhase,
                          false);
        QApplication::sendEvent(&view, &event);
    }

    void drag(Qt::MouseButton button, QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::mousePress(&view, button, modifiers, from);
        QMouseEvent move(QEvent::MouseMove, to, view.mapToGlobal(QPointF(to)), Qt::NoButton, button, modifiers);
        QApplication::sendEvent(&view, &move);
        QTest::mouseRelease(&view, button, modifiers, to);
    }

    MapView view;
};

void expectNear(Point actual, Point expected, double tolerance)
{
    EXPECT_NEAR(actual.x, expected.x, tolerance);
    EXPECT_NEAR(actual.y, expected.y, tolerance);
}

TEST_F(MapViewTest, BeginsWithTheFullExtent)
{
    const Box box = view.extent().box();
    EXPECT_LT(box.minX, 0);
    EXPECT_GT(box.maxX, 2000);
    EXPECT_EQ(view.lastResult().layers.size(), 2U);
    view.resize(200, 300);
    EXPECT_GT(view.extent().box().maxX, 2000) << "nobody has chosen a view yet";
}

TEST_F(MapViewTest, WheelKeepsThePositionUnderTheCursor)
{
    const QPointF cursor(123, 87);
    const Point before = view.toMap(cursor);
    const double units = view.extent().unitsPerPixel;
    wheel(cursor, 3);
    EXPECT_LT(view.extent().unitsPerPixel, units);
    expectNear(view.toMap(cursor), before, units * 0.01);
    const double coarse = view.extent().unitsPerPixel;
    wheel(cursor, 1, Qt::ControlModifier);
    EXPECT_GT(view.extent().unitsPerPixel, coarse / 1.3) << "finer with Ctrl";
    expectNear(view.toMap(cursor), before, units * 0.01);
}

TEST_F(MapViewTest, WheelEndsAtSensibleLimits)
{
    for (int i = 0; i < 100; ++i) {
        wheel({200, 150}, -5);
    }
    EXPECT_LT(view.extent().unitsPerPixel, 2000);
    for (int i = 0; i < 100; ++i) {
        wheel({200, 150}, 5);
    }
    EXPECT_GT(view.extent().unitsPerPixel, 1e-6);
    waitForPicture();
}

TEST_F(MapViewTest, DraggingMovesTheMapWithTheCursor)
{
    const Point grabbed = view.toMap({100, 100});
    drag(Qt::LeftButton, {100, 100}, {160, 130});
    expectNear(view.toMap({160, 130}), grabbed, view.extent().unitsPerPixel * 1.01);
    view.setTool(MapView::Tool::Select);
    const Point again = view.toMap({100, 100});
    drag(Qt::MiddleButton, {100, 100}, {50, 60});
    expectNear(view.toMap({50, 60}), again, view.extent().unitsPerPixel * 1.01);
}

TEST_F(MapViewTest, ShiftDragZoomsToTheBoxInAnyTool)
{
    view.setTool(MapView::Tool::Select);
    QSignalSpy boxed(&view, &MapView::featuresBoxed);
    const Point corner = view.toMap({100, 100});
    const Point opposite = view.toMap({200, 175});
    drag(Qt::LeftButton, {100, 100}, {200, 175}, Qt::ShiftModifier);
    EXPECT_EQ(boxed.count(), 0);
    const Box box = view.extent().box();
    EXPECT_TRUE(box.contains(corner));
    EXPECT_TRUE(box.contains(opposite));
    EXPECT_LT(box.width(), (opposite.x - corner.x) * 1.2);
}

TEST_F(MapViewTest, GoesBackAndForth)
{
    QSignalSpy changed(&view, &MapView::historyChanged);
    const MapExtent first = view.extent();
    view.zoomTo({400, 400, 600, 600});
    const MapExtent second = view.extent();
    view.zoomTo({450, 450, 550, 550});
    EXPECT_TRUE(view.canGoBack());
    QTest::mouseClick(&view, Qt::BackButton);
    EXPECT_EQ(view.extent(), second);
    view.goBack();
    EXPECT_EQ(view.extent(), first);
    EXPECT_FALSE(view.canGoBack());
    QTest::mouseClick(&view, Qt::ForwardButton);
    EXPECT_EQ(view.extent(), second);
    view.zoomTo({0, 0, 10, 10});
    EXPECT_FALSE(view.canGoForward()) << "a new view replaces what lay ahead";
    EXPECT_GE(changed.count(), 6);
}

TEST_F(MapViewTest, ClickReportsTheTopmostFeature)
{
    view.setTool(MapView::Tool::Select);
    QSignalSpy clicked(&view, &MapView::featureClicked);
    QSignalSpy empty(&view, &MapView::emptyClicked);
    QTest::mouseClick(&view, Qt::LeftButton, Qt::ControlModifier, view.toWidget({500, 500}).toPoint());
    ASSERT_EQ(clicked.count(), 1);
    EXPECT_EQ(clicked.at(0).at(0).toString(), QStringLiteral("settlements"));
    EXPECT_EQ(clicked.at(0).at(3).value<Qt::KeyboardModifiers>(), Qt::ControlModifier);
    QTest::mouseClick(&view, Qt::LeftButton, Qt::NoModifier, view.toWidget({1500, 500}).toPoint());
    ASSERT_EQ(clicked.count(), 2);
    EXPECT_EQ(clicked.at(1).at(0).toString(), QStringLiteral("villages"));
    EXPECT_EQ(clicked.at(1).at(1).value<std::uint32_t>(), 1U);
    QTest::mouseClick(&view, Qt::LeftButton, Qt::NoModifier, {200, 3});
    EXPECT_EQ(empty.count(), 1);
}

TEST_F(MapViewTest, BoxReportsFeaturesOfAllLayers)
{
    view.setTool(MapView::Tool::Select);
    QSignalSpy boxed(&view, &MapView::featuresBoxed);
    drag(Qt::LeftButton, view.toWidget({400, 600}).toPoint(), view.toWidget({600, 400}).toPoint());
    ASSERT_EQ(boxed.count(), 1);
    const auto features = boxed.at(0).at(0).value<std::vector<MapFeature>>();
    EXPECT_EQ(features, (std::vector<MapFeature>{{QStringLiteral("villages"), 0}, {QStringLiteral("settlements"), 0}}));
}

TEST_F(MapViewTest, KeysMoveAndZoom)
{
    const MapExtent before = view.extent();
    QTest::keyClick(&view, Qt::Key_Right);
    EXPECT_NEAR(view.extent().centre.x, before.centre.x + before.box().width() / 4, 1e-6);
    QTest::keyClick(&view, Qt::Key_PageUp);
    EXPECT_LT(view.extent().unitsPerPixel, before.unitsPerPixel);
    QTest::keyClick(&view, Qt::Key_Minus);
    EXPECT_NEAR(view.extent().unitsPerPixel, before.unitsPerPixel, 1e-9);
}

TEST_F(MapViewTest, SaysWhereTheCursorIsAndAsksForTheMenu)
{
    QSignalSpy moved(&view, &MapView::cursorMoved);
    QMouseEvent move(QEvent::MouseMove, QPointF(30, 40), view.mapToGlobal(QPointF(30, 40)), Qt::NoButton, Qt::NoButton,
                     Qt::NoModifier);
    QApplication::sendEvent(&view, &move);
    ASSERT_EQ(moved.count(), 1);
    expectNear(moved.at(0).at(0).value<Point>(), view.toMap({30, 40}), 1e-9);
    QSignalSpy menu(&view, &MapView::contextMenuRequested);
    QContextMenuEvent event(QContextMenuEvent::Mouse, {30, 40}, view.mapToGlobal(QPoint(30, 40)));
    QApplication::sendEvent(&view, &event);
    EXPECT_EQ(menu.count(), 1);
}

TEST_F(MapViewTest, KeepsTheOldPictureUntilTheNewOneIsDrawn)
{
    const QRgb village = view.grab().toImage().pixel(100, 150);
    view.zoomTo({400, 400, 600, 600});
    EXPECT_EQ(view.grab().toImage().pixel(10, 150), village) << "the enlarged old picture, not an empty canvas";
    waitForPicture();
    EXPECT_EQ(view.lastResult().extent, view.extent());
}

TEST_F(MapViewTest, ZoomsToTheSelectionAndShowsIt)
{
    view.setSelected(QStringLiteral("villages"), {1});
    view.zoomToSelection();
    waitForPicture();
    const Box box = view.extent().box();
    EXPECT_NEAR(box.centre().x, 1500, 1e-6);
    EXPECT_FALSE(view.request().layers[0].selected.empty());
    view.clearSelection();
    EXPECT_TRUE(view.request().layers[0].selected.empty());
}

TEST_F(MapViewTest, TheMagnifierEnlargesEverythingButTheScale)
{
    view.zoomTo({200, 200, 800, 800});
    const double scale = view.scaleDenominator();
    const MapExtent before = view.extent();
    view.setMagnification(2.5);
    EXPECT_NEAR(view.scaleDenominator(), scale, scale * 1e-9);
    EXPECT_NEAR(view.extent().pixelsPerMm, before.pixelsPerMm * 2.5, 1e-9);
    EXPECT_NEAR(view.extent().unitsPerPixel, before.unitsPerPixel / 2.5, 1e-9);
    EXPECT_EQ(view.extent().centre, before.centre);
    view.resize(500, 400);
    EXPECT_NEAR(view.extent().pixelsPerMm, before.pixelsPerMm * 2.5, 1e-9) << "also after resizing";
    view.setMagnification(100);
    EXPECT_EQ(view.magnification(), 10);
    view.setMagnification(1);
    EXPECT_NEAR(view.extent().unitsPerPixel, before.unitsPerPixel, before.unitsPerPixel * 1e-9);
}

TEST_F(MapViewTest, TheMagnifierLeavesEverythingInViewWhereNobodyChoseAView)
{
    ASSERT_TRUE(view.showsEverything());
    const double before = view.extent().unitsPerPixel;
    view.setMagnification(3);
    EXPECT_TRUE(view.showsEverything());
    EXPECT_EQ(view.extent().unitsPerPixel, before);
}

TEST_F(MapViewTest, TwoFingersOnTheScreenMoveAndZoom)
{
    QPointingDevice *screen = QTest::createTouchDevice();
    const Point under = view.toMap({200, 150});
    const double before = view.extent().unitsPerPixel;
    QTest::touchEvent(&view, screen).press(0, {180, 150}).press(1, {220, 150});
    QTest::touchEvent(&view, screen).move(0, {170, 150}).move(1, {230, 150});
    // Each finger goes on outwards by 40, and both to the right by 30.
    QTest::touchEvent(&view, screen).move(0, {150, 150}).move(1, {250, 150});
    QTest::touchEvent(&view, screen).move(0, {160, 150}).move(1, {300, 150});
    QTest::touchEvent(&view, screen).release(0, {160, 150}).release(1, {300, 150});
    EXPECT_LT(view.extent().unitsPerPixel, before / 1.8) << "the fingers parted more than twofold";
    EXPECT_GT(view.extent().unitsPerPixel, before / 4.5);
    EXPECT_NEAR(view.toWidget(under).x(), 230, 6) << "what lay between the fingers still does";
    EXPECT_NEAR(view.toWidget(under).y(), 150, 3);
    EXPECT_TRUE(view.lastResult().extent.size.isValid());
}

TEST_F(MapViewTest, TouchpadGesturesZoomAboutTheCursorAndMove)
{
    const auto native = [&](Qt::NativeGestureType type, double value, QPointF delta) {
        QNativeGestureEvent event(type, QPointingDevice::primaryPointingDevice(), 2, {100, 80}, {100, 80},
                                  view.mapToGlobal(QPointF(100, 80)), value, delta);
        QApplication::sendEvent(&view, &event);
    };
    const Point under = view.toMap({100, 80});
    const double before = view.extent().unitsPerPixel;
    native(Qt::BeginNativeGesture, 0, {});
    native(Qt::ZoomNativeGesture, 0.5, {});
    EXPECT_NEAR(view.extent().unitsPerPixel, before / 1.5, 1e-9);
    expectNear(view.toMap({100, 80}), under, 1e-6);
    native(Qt::PanNativeGesture, 0, {30, -20});
    expectNear(view.toMap({130, 60}), under, 1e-6);
    native(Qt::EndNativeGesture, 0, {});
    EXPECT_TRUE(view.canGoBack());
}

TEST_F(MapViewTest, TwoFingersThatSlideOnATouchpadMoveTheMap)
{
    const Point under = view.toMap({100, 80});
    const double before = view.extent().unitsPerPixel;
    const auto slide = [&](Qt::KeyboardModifiers modifiers) {
        QWheelEvent event({100, 80}, view.mapToGlobal(QPointF(100, 80)), {12, 7}, {24, 14}, Qt::NoButton, modifiers,
                          Qt::ScrollUpdate, false);
        QApplication::sendEvent(&view, &event);
    };
    slide(Qt::NoModifier);
    EXPECT_EQ(view.extent().unitsPerPixel, before);
    expectNear(view.toMap({112, 87}), under, 1e-6);
    slide(Qt::ControlModifier);
    EXPECT_LT(view.extent().unitsPerPixel, before) << "Ctrl zooms";
}

TEST(MapView, EmptyOneShowsItsTextAndDoesNotCrash)
{
    MapView view;
    view.resize(300, 200);
    view.setEmptyText(QStringLiteral("Drop files here"));
    view.show();
    view.zoomToFull();
    view.zoomIn();
    view.goBack();
    EXPECT_FALSE(view.grab().isNull());
    EXPECT_FALSE(view.accessibleName().isEmpty());
    EXPECT_TRUE(view.fullExtent().isEmpty());
}

} // namespace
} // namespace cuntu
