// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geo/station_text.h"
#include "tests/gui/window_fixture.h"
#include "ui/panels/stretch_bar.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace cuntu::test {

/// Recording stretches of lines on the map.
class TestStretches : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ticksFollowTheScale();
    void aDragAlongALineIsRecordedAsOneAction();
    void stationsNearATickAreTakenForIt();
    void stationsMayBeTyped();
    void theSameStretchIsMarkedNotAddedAgain();
    void escapeForgetsTheLineAndOffMeansOff();
    void inBothLanguages_data();
    void inBothLanguages();
};

namespace {

const QString k_lines = QStringLiteral("demo_lines");
const QString k_stretches = QStringLiteral("demo_stretches");
const char *const k_code = "L03";

ui::StretchSheet &sheet(WindowFixture &fixture)
{
    return *fixture.find<ui::StretchSheet>(QStringLiteral("stretchSheet"));
}

const LayerSnapshot &lines(WindowFixture &fixture)
{
    const auto &layers = fixture.window().map().request().layers;
    return *std::find_if(layers.begin(), layers.end(), [](const RenderLayer &each) {
                return each.id == k_lines;
            })->snapshot;
}

/// Zooms to the line, switches the mode on and clicks it.
bool openLine(WindowFixture &fixture)
{
    fixture.bench().settings.setWho(QStringLiteral("Li Si"));
    if (!fixture.openSample() || !fixture.trigger(QStringLiteral("markStretch")) || !sheet(fixture).isVisible()) {
        return false;
    }
    const LayerSnapshot &layer = lines(fixture);
    const FeatureId id = fixture.bench().session.project()->findFeature(k_lines, QString::fromLatin1(k_code)).value();
    const std::size_t row = *layer.rowOf(id);
    fixture.window().map().zoomTo(layer.geometry().boxes[row]);
    if (!QTest::qWaitFor([&] { return fixture.isSettled() && !fixture.window().map().isRendering(); }, 10000)) {
        return false;
    }
    const auto part = layer.geometry().part(layer.geometry().firstPart(row));
    const Point middle{(part[0].x + part[1].x) / 2, (part[0].y + part[1].y) / 2};
    QTest::mouseClick(&sheet(fixture), Qt::LeftButton, {}, fixture.window().map().toWidget(middle).toPoint());
    return QTest::qWaitFor([&] { return sheet(fixture).line().has_value(); }, 10000);
}

/// Where a station of the line is on the sheet.
QPoint at(WindowFixture &fixture, double station_km)
{
    return fixture.window().map().toWidget(sheet(fixture).line()->stations->pointAt(station_km)).toPoint();
}

void dragTo(WindowFixture &fixture, const QList<QPoint> &path)
{
    ui::StretchSheet &target = sheet(fixture);
    QTest::mousePress(&target, Qt::LeftButton, {}, path.first());
    for (const QPoint &point : path) {
        QMouseEvent move(QEvent::MouseMove, point, target.mapToGlobal(point), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(&target, &move);
    }
    QTest::mouseRelease(&target, Qt::LeftButton, {}, path.last());
}

double length(WindowFixture &fixture)
{
    return sheet(fixture).line()->stations->length_km();
}

qint64 stretchCount(WindowFixture &fixture)
{
    return fixture.bench().session.state()->snapshot->featureCount(k_stretches);
}

bool record(WindowFixture &fixture)
{
    QSignalSpy recorded(fixture.find<ui::StretchBar>(QStringLiteral("stretchBar")), &ui::StretchBar::recorded);
    QTest::mouseClick(fixture.find<QPushButton>(QStringLiteral("stretchRecord")), Qt::LeftButton);
    return (!recorded.isEmpty() || recorded.wait(10000)) && QTest::qWaitFor([&] { return fixture.isSettled(); }, 10000);
}

} // namespace

void TestStretches::ticksFollowTheScale()
{
    QCOMPARE(ui::StretchSheet::tickStep_km(1000), 0.1); // 100 px each
    QCOMPARE(ui::StretchSheet::tickStep_km(100), 0.5);  // 100 m would be 10 px
    QCOMPARE(ui::StretchSheet::tickStep_km(30), 1.0);
    QCOMPARE(ui::StretchSheet::tickStep_km(5), 5.0);
    QCOMPARE(ui::StretchSheet::tickStep_km(0.1), 10.0);
}

void TestStretches::aDragAlongALineIsRecordedAsOneAction()
{
    WindowFixture fixture;
    QVERIFY(openLine(fixture));
    const double whole = length(fixture);
    QVERIFY(whole > 0.2);
    const double middle = whole / 2;
    dragTo(fixture, {at(fixture, 0), at(fixture, middle / 2), at(fixture, middle)});
    const auto drawn = sheet(fixture).stretch();
    QVERIFY(drawn.has_value());
    QCOMPARE(drawn->from_km, 0.0);
    QVERIFY(std::abs(drawn->to_km - middle) < 0.06 * whole + 0.05);
    QCOMPARE(fixture.find<QLineEdit>(QStringLiteral("stretchFrom"))->text(), QStringLiteral("K0+000"));
    QCOMPARE(fixture.find<QLineEdit>(QStringLiteral("stretchTo"))->text(), stationText(drawn->to_km));
    auto *material = fixture.find<QComboBox>(QStringLiteral("stretchField_kind"));
    QVERIFY(material != nullptr);
    material->setCurrentIndex(material->findData(QStringLiteral("STEEL")));
    const std::size_t actions = fixture.bench().session.state()->actions.size();
    QVERIFY(record(fixture));
    QTRY_COMPARE(stretchCount(fixture), 1);
    const auto &state = *fixture.bench().session.state();
    QCOMPARE(state.actions.size(), actions + 1);
    const auto layer = *state.snapshot->layer(
        k_stretches, {QStringLiteral("code"), QStringLiteral("to_km"), QStringLiteral("kind")}, {});
    QCOMPARE(layer->column(QStringLiteral("code"))->display(0), QString::fromLatin1(k_code));
    QVERIFY(std::abs(layer->column(QStringLiteral("to_km"))->number(0) - drawn->to_km) < 1e-9);
    QCOMPARE(layer->column(QStringLiteral("kind"))->display(0), QStringLiteral("STEEL"));
    QVERIFY(layer->geometry().hasGeometry(0));
    QCOMPARE(state.snapshot->ledger().statusOn({QStringLiteral("demo"), k_stretches, {}}, layer->id(0),
                                               fixture.bench().view.asOf()),
             QStringLiteral("DONE"));
    QVERIFY(fixture.trigger(QStringLiteral("undo")));
    QTRY_COMPARE(stretchCount(fixture), 0);
}

void TestStretches::stationsNearATickAreTakenForIt()
{
    WindowFixture fixture;
    QVERIFY(openLine(fixture));
    const double whole = length(fixture);
    const QPoint end = at(fixture, whole);
    dragTo(fixture, {end + QPoint(3, -3), at(fixture, whole / 3), at(fixture, 0) + QPoint(3, 3)});
    QVERIFY(sheet(fixture).stretch().has_value());
    QCOMPARE(sheet(fixture).stretch()->from_km, 0.0); // dragged backwards: still from the smaller station
    QCOMPARE(sheet(fixture).stretch()->to_km, whole);
}

void TestStretches::stationsMayBeTyped()
{
    WindowFixture fixture;
    QVERIFY(openLine(fixture));
    auto *from = fixture.find<QLineEdit>(QStringLiteral("stretchFrom"));
    auto *to = fixture.find<QLineEdit>(QStringLiteral("stretchTo"));
    auto *button = fixture.find<QPushButton>(QStringLiteral("stretchRecord"));
    QVERIFY(!button->isEnabled());
    QTest::keyClicks(from, QStringLiteral("K0+050"));
    QTest::keyClicks(to, QStringLiteral("150m"));
    QTest::keyClick(to, Qt::Key_Return);
    QVERIFY(sheet(fixture).stretch().has_value());
    QCOMPARE(sheet(fixture).stretch()->from_km, 0.05);
    QCOMPARE(sheet(fixture).stretch()->to_km, 0.15);
    QVERIFY(button->isEnabled());
    from->clear();
    QTest::keyClicks(from, QStringLiteral("K0+200"));
    QTest::keyClick(from, Qt::Key_Return);
    QTRY_VERIFY(fixture.find<QLabel>(QStringLiteral("statusMessage"))->text().contains(QStringLiteral("K0+200")));
    QCOMPARE(sheet(fixture).stretch()->from_km, 0.05);
}

void TestStretches::theSameStretchIsMarkedNotAddedAgain()
{
    WindowFixture fixture;
    QVERIFY(openLine(fixture));
    auto *status = fixture.find<QComboBox>(QStringLiteral("stretchStatus"));
    for (const char *step : {"PLANNED", "BUILDING"}) {
        sheet(fixture).setStretch({0.05, 0.15});
        status->setCurrentIndex(status->findData(QString::fromLatin1(step)));
        QVERIFY(record(fixture));
        QTRY_COMPARE(stretchCount(fixture), 1);
    }
    const auto &state = *fixture.bench().session.state();
    const auto layer = *state.snapshot->layer(k_stretches, {}, {});
    QTRY_COMPARE(fixture.bench().session.state()->snapshot->ledger().statusOn(
                     {QStringLiteral("demo"), k_stretches, {}}, layer->id(0), fixture.bench().view.asOf()),
                 QStringLiteral("BUILDING"));
}

void TestStretches::escapeForgetsTheLineAndOffMeansOff()
{
    WindowFixture fixture;
    QVERIFY(openLine(fixture));
    QTest::keyClick(&fixture.window().map(), Qt::Key_Escape);
    QVERIFY(!sheet(fixture).line().has_value());
    QVERIFY(fixture.trigger(QStringLiteral("editMode"))); // one mode at a time
    QVERIFY(!sheet(fixture).isVisible());
    QVERIFY(fixture.trigger(QStringLiteral("markStretch")));
    QVERIFY(sheet(fixture).isVisible());
    QVERIFY(!fixture.window().actions().find(QStringLiteral("editMode"))->isChecked());
    QVERIFY(fixture.trigger(QStringLiteral("markStretch")));
    QVERIFY(!sheet(fixture).isVisible());
    QVERIFY(!fixture.window().actions().find(QStringLiteral("markStretch"))->isChecked());
}

void TestStretches::inBothLanguages_data()
{
    QTest::addColumn<int>("language");
    QTest::newRow("zh") << static_cast<int>(Language::Chinese);
    QTest::newRow("en") << static_cast<int>(Language::English);
}

/// With CUNTU_PICTURES the window is kept as a picture, to be looked at.
void TestStretches::inBothLanguages()
{
    QFETCH(int, language);
    WindowFixture fixture(static_cast<Language>(language));
    QVERIFY(openLine(fixture));
    const double whole = length(fixture);
    dragTo(fixture, {at(fixture, 0), at(fixture, whole / 4), at(fixture, whole / 2)});
    QVERIFY(!fixture.find<QLabel>(QStringLiteral("stretchLine"))->text().isEmpty());
    // The stretch is drawn over the line in its own colour.
    const QImage image = fixture.window().map().grab().toImage();
    const QPoint on = at(fixture, sheet(fixture).stretch()->to_km / 2);
    bool found = false;
    for (int dx = -3; dx <= 3; ++dx) {
        for (int dy = -3; dy <= 3; ++dy) {
            const QColor colour = image.pixelColor(on + QPoint(dx, dy));
            found = found || colour == QColor(0xD5, 0x5E, 0x00);
        }
    }
    QVERIFY(found);
    if (const QString folder = qEnvironmentVariable("CUNTU_PICTURES"); !folder.isEmpty()) {
        fixture.window().grab().save(QStringLiteral("%1/stretch-%2.png").arg(folder).arg(language));
    }
}

} // namespace cuntu::test

QTEST_MAIN(cuntu::test::TestStretches)
#include "test_stretches.moc"
