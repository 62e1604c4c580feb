// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/window_fixture.h"
#include "tests/support/terrain_file.h"
#include "ui/panels/measure_bar.h"
#include "ui/panels/overview_panel.h"
#include "ui/panels/profile_panel.h"
#include "ui/window/bookmarks.h"
#include "ui/window/edit_sheet.h"
#include "ui/window/graticule_sheet.h"
#include "ui/window/map_tips.h"
#include "ui/window/measure_text.h"
#include "ui/window/place_card.h"
#include "ui/window/position_text.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDockWidget>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QToolButton>

#include <cmath>

namespace cuntu::test {

/// What the map itself offers: measuring, going to a position, bookmarks, names, meridians.
class TestCanvas : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void positionsAreReadInAllTheirForms_data();
    void positionsAreReadInAllTheirForms();
    void whatIsNoPositionIsNone();
    void aPositionThatIsTypedIsGoneTo();
    void aLineIsMeasuredOnTheEllipsoid();
    void anAreaIsMeasuredWithItsOutline();
    void onlyOneSheetTakesTheMouse();
    void bookmarksComeBackAndGo();
    void everythingHereIsOffered();
    void tipsNamePlaceAndStatus();
    void meridiansFollowTheMap();
    void aDrawnLineHasAProfile();
    void daysAreReadOnlyWhileTheyAreLookedAt();
    void theOverviewShowsAndMovesTheView();
    void theMagnifierIsRemembered();
    void fullScreenComesAndGoes();
};

namespace {

/// Clicks on the sheet of @p fixture's measuring bar at map positions.
void clickAt(WindowFixture &fixture, std::initializer_list<Point> places)
{
    auto *sheet = fixture.find<ui::EditSheet>(QStringLiteral("measureSheet"));
    for (const Point place : places) {
        const QPoint at = fixture.window().map().toWidget(place).toPoint();
        QTest::mouseMove(sheet, at);
        QTest::mouseClick(sheet, Qt::LeftButton, Qt::ControlModifier, at);
    }
}

/// A position @p right and @p down pixels from the middle of the map: exactly what a click there means.
Point fromMiddle(WindowFixture &fixture, int right, int down)
{
    MapView &map = fixture.window().map();
    return map.toMap(QPointF(map.width() / 2 + right, map.height() / 2 + down));
}

QString reading(WindowFixture &fixture)
{
    return fixture.find<QLabel>(QStringLiteral("measureReading"))->text();
}

} // namespace

void TestCanvas::positionsAreReadInAllTheirForms_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"117.5, 28.25", "28.25 117.5", "117.5°, 28.25°", "117°30′00.0″E 28°15′00.0″N",
                             "28°15'N, 117°30'E", "N28.25 E117.5", "北纬28度15分，东经117度30分", "117.5E,28.25N",
                             "１１７.５，２８.２５", "28° 15' 0\" 117° 30' 0\""}) {
        QTest::newRow(text) << QString::fromUtf8(text);
    }
}

void TestCanvas::positionsAreReadInAllTheirForms()
{
    QFETCH(QString, text);
    const Crs degrees = *Crs::fromEpsg(4490);
    const auto position = ui::positionFromText(text, degrees, {});
    QVERIFY(position);
    QVERIFY(std::abs(position->x - 117.5) < 1e-9 && std::abs(position->y - 28.25) < 1e-9);
    // In a zone with its number: the same place, with and without the number, in either order.
    const Crs zone = *Crs::fromEpsg(4527);
    const auto there = ui::positionFromText(text, zone, {39'500'000, 3'000'000});
    QVERIFY(there);
    QVERIFY(there->x > 39e6);
    const QString east = QString::number(there->x, 'f', 4);
    const QString north = QString::number(there->y, 'f', 4);
    const QString bare = QString::number(there->x - 39e6, 'f', 4);
    for (const QString &typed :
         {east + QStringLiteral(", ") + north, north + QLatin1Char(' ') + east, bare + QStringLiteral("，") + north,
          north + QStringLiteral(", ") + bare, ui::projectedText(*there)}) {
        const auto again = ui::positionFromText(typed, zone, {39'500'000, 3'000'000});
        QVERIFY2(again && std::abs(again->x - there->x) < 0.06 && std::abs(again->y - there->y) < 0.06,
                 qPrintable(typed));
    }
}

void TestCanvas::whatIsNoPositionIsNone()
{
    const Crs zone = *Crs::fromEpsg(4527);
    for (const char *text :
         {"", "28", "360924001", "L02", "桃源村 3", "3 组", "117.5,", "N28 N29 E3", "95N 200E", "1-2", "3,4,5"}) {
        QVERIFY2(!ui::positionFromText(QString::fromUtf8(text), zone, {39'500'000, 3'000'000}), text);
    }
}

void TestCanvas::aPositionThatIsTypedIsGoneTo()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    MapView &map = fixture.window().map();
    const Point target = fromMiddle(fixture, 60, -40);
    const auto degrees = ui::toLonLat(target, map.request().crs);
    QVERIFY(degrees);
    QVERIFY(fixture.trigger(QStringLiteral("find")));
    auto *box = fixture.find<QLineEdit>(QStringLiteral("searchBox"));
    QTest::keyClicks(box, ui::lonLatText(*degrees));
    QTest::qWait(200);
    QTest::keyClick(box, Qt::Key_Return);
    const Point centre = map.extent().centre;
    QVERIFY(std::hypot(centre.x - target.x, centre.y - target.y) < 2); // five decimals of a degree are a metre
    QVERIFY(map.scaleDenominator() < 20'000);
}

void TestCanvas::aLineIsMeasuredOnTheEllipsoid()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    QVERIFY(fixture.trigger(QStringLiteral("measure")));
    const Point a = fromMiddle(fixture, -80, 0);
    const Point b = fromMiddle(fixture, 60, 0);
    const Point c = fromMiddle(fixture, 60, -90);
    clickAt(fixture, {a, b, c});
    auto geodesic = *Geodesic::create(fixture.window().map().request().crs);
    const std::vector<Point> line{a, b, c};
    QVERIFY2(reading(fixture).contains(ui::lengthText(geodesic.length_m(line))), qPrintable(reading(fixture)));
    const Geodesic::Leg last = geodesic.leg(b, c);
    QVERIFY(reading(fixture).contains(ui::lengthText(last.distance_m)));
    QVERIFY(reading(fixture).contains(ui::bearingText(last.bearing_deg)));
    QVERIFY(last.bearing_deg < 3 || last.bearing_deg > 357); // straight up on the screen: north but for the meridians

    QTest::keyClick(&fixture.window().map(), Qt::Key_Backspace);
    QTest::keyClick(&fixture.window().map(), Qt::Key_Return);
    QVERIFY(!reading(fixture).contains(ui::lengthText(last.distance_m)));
    QVERIFY(reading(fixture).contains(ui::lengthText(geodesic.leg(a, b).distance_m)));
    fixture.find<QToolButton>(QStringLiteral("measureCopy"))->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), reading(fixture)); // what was ended stays
}

void TestCanvas::anAreaIsMeasuredWithItsOutline()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    QVERIFY(fixture.trigger(QStringLiteral("measure")));
    fixture.find<QToolButton>(QStringLiteral("measureArea"))->click();
    const std::vector<Point> ring{fromMiddle(fixture, -60, -60), fromMiddle(fixture, 60, -60),
                                  fromMiddle(fixture, 60, 60)};
    clickAt(fixture, {ring[0], ring[1], ring[2]});
    QTest::keyClick(&fixture.window().map(), Qt::Key_Return);
    auto geodesic = *Geodesic::create(fixture.window().map().request().crs);
    QVERIFY2(reading(fixture).contains(ui::areaText(geodesic.area_m2(ring))), qPrintable(reading(fixture)));
    QTest::keyClick(&fixture.window().map(), Qt::Key_Escape);
    fixture.find<QToolButton>(QStringLiteral("measureLine"))->click();
    QVERIFY(!reading(fixture).contains(QStringLiteral("m²")));
}

void TestCanvas::onlyOneSheetTakesTheMouse()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    auto *measure = fixture.window().findChild<QAction *>(QStringLiteral("measure"));
    auto *edit = fixture.window().findChild<QAction *>(QStringLiteral("editMode"));
    QVERIFY(fixture.trigger(QStringLiteral("measure")));
    QVERIFY(measure->isChecked());
    QVERIFY(fixture.trigger(QStringLiteral("editMode")));
    QVERIFY(!measure->isChecked() && edit->isChecked());
    QVERIFY(fixture.find<ui::EditSheet>(QStringLiteral("measureSheet"))->isHidden());
    QVERIFY(fixture.trigger(QStringLiteral("measure")));
    QVERIFY(measure->isChecked() && !edit->isChecked());
    QVERIFY(fixture.trigger(QStringLiteral("toolPan")));
    QVERIFY(!measure->isChecked());
    QCOMPARE(fixture.window().map().tool(), MapView::Tool::Pan);
}

void TestCanvas::bookmarksComeBackAndGo()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    auto *bookmarks = fixture.window().findChild<ui::Bookmarks *>(QStringLiteral("bookmarks"));
    MapView &map = fixture.window().map();
    map.zoomIn();
    map.zoomIn();
    map.setCentre(fromMiddle(fixture, 50, 50));
    const Point there = map.extent().centre;
    QVERIFY(fixture.trigger(QStringLiteral("addBookmark")));
    auto *dialog = fixture.window().findChild<QInputDialog *>(QStringLiteral("bookmarkDialog"));
    QVERIFY(dialog != nullptr);
    dialog->setTextValue(QStringLiteral("桥 & 坝"));
    dialog->accept();
    QCOMPARE(bookmarks->all().size(), 1);
    map.zoomToFull();
    QMenu menu;
    bookmarks->fill(menu, fixture.window().findChild<QAction *>(QStringLiteral("addBookmark")));
    QAction *go = menu.actions().at(2);
    QCOMPARE(go->text(), QStringLiteral("桥 && 坝"));
    go->trigger();
    QVERIFY(std::hypot(map.extent().centre.x - there.x, map.extent().centre.y - there.y) <
            map.extent().unitsPerPixel * 2);
    bookmarks->remove(QStringLiteral("桥 & 坝"));
    QVERIFY(bookmarks->all().empty());
}

void TestCanvas::everythingHereIsOffered()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    MapView &map = fixture.window().map();
    // A place where several layers lie one upon another.
    std::vector<ui::Selection> places;
    Point position;
    for (int x = 10; x < map.width() && places.size() < 2; x += 6) {
        for (int y = 10; y < map.height() && places.size() < 2; y += 6) {
            position = map.toMap(QPointF(x, y));
            places = fixture.window().mapController().placesAt(position);
        }
    }
    QVERIFY(places.size() >= 2);
    Q_EMIT map.contextMenuRequested(position, map.mapToGlobal(map.toWidget(position).toPoint()));
    QMenu *here = nullptr;
    for (QWidget *widget : QApplication::allWidgets()) {
        here = widget->objectName() == QStringLiteral("mapMenuHere") ? qobject_cast<QMenu *>(widget) : here;
    }
    QVERIFY(here != nullptr);
    QCOMPARE(here->actions().size(), static_cast<qsizetype>(places.size()));
    QVERIFY(QTest::qWaitFor([&] { return here->actions()[1]->text().contains(QLatin1Char('(')); }, 5000));
    here->actions()[1]->trigger();
    const ui::Selection &picked = fixture.bench().view.selection();
    QCOMPARE(picked.layer, places[1].layer);
    QCOMPARE(picked.features, places[1].features);
    QApplication::activePopupWidget()->close();
}

void TestCanvas::tipsNamePlaceAndStatus()
{
    ui::PlaceCard card;
    card.title = QStringLiteral("Upper village");
    card.schema.name = {QStringLiteral("自然村"), QStringLiteral("Settlements")};
    card.area = QStringLiteral("North, East");
    card.statuses.push_back(
        {QString(), QStringLiteral("DONE"), QStringLiteral("Done"), Qt::green, 1, *Day::fromIso(u"2020-05-01")});
    const QStringList lines = ui::MapTips::text(card).split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[0], QStringLiteral("Upper village"));
    QVERIFY(lines[1].endsWith(QStringLiteral("North, East")));
    QVERIFY(lines[2].contains(QStringLiteral("Done")) && lines[2].contains(Day::fromIso(u"2020-05-01")->toText()));
}

void TestCanvas::meridiansFollowTheMap()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    QVERIFY(fixture.trigger(QStringLiteral("graticule")));
    auto *sheet = fixture.find<ui::GraticuleSheet>(QStringLiteral("graticuleSheet"));
    QVERIFY(sheet->isVisible());
    const double step = sheet->graticule().step_deg;
    QVERIFY(step > 0);
    QVERIFY(sheet->graticule().lines.size() >= 5);
    fixture.window().map().zoomAbout(QPointF(100, 100), 8);
    QVERIFY(sheet->graticule().step_deg < step);
    QVERIFY(fixture.trigger(QStringLiteral("graticule")));
    QVERIFY(!sheet->isVisible());
}

void TestCanvas::aDrawnLineHasAProfile()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    MapView &map = fixture.window().map();
    const Box box = map.extent().box();
    const double cell = box.width() / 40;
    const QString terrain = writeTerrain(fixture.folder(), QStringLiteral("地形"),
                                         {{box.minX - 2 * cell, box.centre().y - 22 * cell}, cell, 44, 44},
                                         [](int column, int) { return 10.0 * column; }); // rises to the east
    fixture.bench().actions.addRasters({terrain});
    auto *panel = fixture.find<ui::ProfilePanel>(QStringLiteral("profilePanel"));
    auto *dock = fixture.find<QDockWidget>(QStringLiteral("profileDock"));
    dock->show();
    dock->raise();
    QTRY_COMPARE(fixture.find<QComboBox>(QStringLiteral("profileTerrain"))->count(), 1);

    auto *draw = fixture.find<QPushButton>(QStringLiteral("profileDraw"));
    QVERIFY(fixture.trigger(QStringLiteral("measure")));
    draw->click();
    QVERIFY(!fixture.window().findChild<QAction *>(QStringLiteral("measure"))->isChecked());
    const Point west = fromMiddle(fixture, -70, 0);
    const Point east = fromMiddle(fixture, 70, 0);
    auto *sheet = fixture.find<ui::EditSheet>(QStringLiteral("profileSheet"));
    for (const Point place : {west, east}) {
        QTest::mouseClick(sheet, Qt::LeftButton, Qt::ControlModifier, map.toWidget(place).toPoint());
    }
    QTest::keyClick(&map, Qt::Key_Return);
    QTRY_VERIFY2(panel->profile(), qPrintable(fixture.find<QLabel>(QStringLiteral("profileEmpty"))->text()));
    QVERIFY(!draw->isChecked());
    const HeightProfile &profile = *panel->profile();
    auto geodesic = *Geodesic::create(map.request().crs);
    const std::vector<Point> line{west, east};
    QVERIFY(std::abs(profile.length_m - geodesic.length_m(line)) < 0.01 * profile.length_m);
    const double rise = 10 * (east.x - west.x) / cell;
    QVERIFY2(std::abs(profile.ascent_m - rise) < 0.02 * rise, qPrintable(QString::number(profile.ascent_m)));
    QCOMPARE(profile.descent_m, 0.0);
    QVERIFY(panel->csv().count(QLatin1Char('\n')) == static_cast<qsizetype>(profile.samples.size()) + 1);
    QVERIFY(fixture.trigger(QStringLiteral("measure")));
    draw->click();
    QVERIFY(fixture.trigger(QStringLiteral("toolPan")));
    QVERIFY(!draw->isChecked());
}

void TestCanvas::daysAreReadOnlyWhileTheyAreLookedAt()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    auto *empty = fixture.find<QLabel>(QStringLiteral("dayCalendarEmpty"));
    empty->setText(QStringLiteral("untouched"));
    QVERIFY(fixture.pick(QStringLiteral("demo_lines"), {QStringLiteral("L02")}));
    QCOMPARE(empty->text(), QStringLiteral("untouched"));
    auto *dock = fixture.find<QDockWidget>(QStringLiteral("dayCalendarDock"));
    dock->show();
    dock->raise();
    QTRY_VERIFY(empty->text() != QStringLiteral("untouched"));
}

void TestCanvas::theOverviewShowsAndMovesTheView()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    auto *dock = fixture.window().findChild<QDockWidget *>(QStringLiteral("overviewDock"));
    QVERIFY(dock->isHidden());
    dock->toggleViewAction()->trigger();
    auto *overview = dock->findChild<ui::OverviewPanel *>(QStringLiteral("overview"));
    QTRY_VERIFY(overview->isVisible() && overview->drawings() > 0 && !overview->isDrawing());
    MapView &map = fixture.window().map();
    map.zoomAbout({map.width() / 2.0, map.height() / 2.0}, 4);
    const int drawn = overview->drawings();
    // The frame lies where the view is: the full extent fits the panel as MapExtent::fitting() has it.
    const MapExtent whole = MapExtent::fitting(map.fullExtent(), overview->size(), 1);
    const Box seen = map.extent().box();
    const Point corner = whole.toPixel({seen.minX, seen.maxY});
    QVERIFY(std::abs(overview->frame().left() - corner.x) < 0.5);
    QVERIFY(std::abs(overview->frame().top() - corner.y) < 0.5);
    QVERIFY(std::abs(overview->frame().width() - seen.width() / whole.unitsPerPixel) < 0.5);
    // A click beside the frame brings its middle there, a drag moves it by as much.
    const QPoint beside = overview->frame().topLeft().toPoint() - QPoint(6, 4);
    QTest::mouseClick(overview, Qt::LeftButton, {}, beside);
    QVERIFY((overview->frame().center() - beside).manhattanLength() < 1);
    const QPointF held = overview->frame().center() + QPointF(3, 2);
    QTest::mousePress(overview, Qt::LeftButton, {}, held.toPoint());
    const QPointF before = overview->frame().center();
    QMouseEvent move(QEvent::MouseMove, held.toPoint() + QPoint(9, 5),
                     overview->mapToGlobal(held.toPoint() + QPoint(9, 5)), Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(overview, &move);
    QTest::mouseRelease(overview, Qt::LeftButton, {}, held.toPoint() + QPoint(9, 5));
    QVERIFY((overview->frame().center() - before - QPointF(9, 5)).manhattanLength() < 1.5);
    // By keys too.
    const double left = map.extent().centre.x;
    QTest::keyClick(overview, Qt::Key_Right);
    QVERIFY(map.extent().centre.x > left);
    QTest::qWait(300);
    QCOMPARE(overview->drawings(), drawn); // moving is no reason to draw it again
    fixture.bench().view.setAsOf(fixture.bench().view.asOf().plusDays(-400));
    QTRY_VERIFY(overview->drawings() > drawn);
}

void TestCanvas::theMagnifierIsRemembered()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    MapView &map = fixture.window().map();
    map.setScaleDenominator(25000);
    QVERIFY(fixture.trigger(QStringLiteral("magnifier")));
    auto *percent = fixture.find<QSpinBox>(QStringLiteral("statusMagnifier"));
    QTest::keyClicks(percent, QStringLiteral("150"));
    QTest::keyClick(percent, Qt::Key_Return);
    QCOMPARE(map.magnification(), 1.5);
    QVERIFY(std::abs(map.scaleDenominator() - 25000) < 1);
    QVERIFY(fixture.find<QComboBox>(QStringLiteral("statusScale"))->currentText().contains(QStringLiteral("25,000")));
    fixture.restart();
    QCOMPARE(fixture.window().map().magnification(), 1.5);
    QCOMPARE(fixture.find<QSpinBox>(QStringLiteral("statusMagnifier"))->value(), 150);
}

void TestCanvas::fullScreenComesAndGoes()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    QVERIFY(fixture.activate());
    QTest::keyClick(&fixture.window(), Qt::Key_F11);
    QTRY_VERIFY(fixture.window().isFullScreen());
    QVERIFY(fixture.window().actions().find(QStringLiteral("fullScreen"))->isChecked());
    QTest::keyClick(&fixture.window(), Qt::Key_F11);
    QTRY_VERIFY(!fixture.window().isFullScreen());
    QVERIFY(!fixture.window().actions().find(QStringLiteral("fullScreen"))->isChecked());
}

} // namespace cuntu::test

QTEST_MAIN(cuntu::test::TestCanvas)
#include "test_canvas.moc"
