// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/window_fixture.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFile>
#include <QMenu>
#include <QTreeWidget>

#include <chrono>

namespace cuntu::test {

/// How the map looks when a project comes up, and what of it is remembered.
class TestLook : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mainOverlayAndItsLegendAreThereAtOnce();
    void anEmptyProjectGetsItsOverlayWithItsFirstData();
    void whatIsNotCertifiedIsPaler();
    void whatTheUserChoseIsThereTheNextTime();
    void everyProjectHasItsOwnLook();
    void everythingIsInViewWhenItWasWhenTheProjectWasLeft();
    void menuOfALayerPutsItOnTop();
    void menuOfTheMapCopiesThePosition();
    void firstMapIsStamped();
    void noStampWithoutAProject();
};

namespace {

const QString k_overlay = QStringLiteral("demo.done");
const QString k_lines = QStringLiteral("demo_lines");
const QString k_demo = QStringLiteral("demo");

QTreeWidgetItem *lineOf(WindowFixture &fixture, const QString &text)
{
    const auto *tree = fixture.find<QTreeWidget>(QStringLiteral("layerTree"));
    return tree->findItems(text, Qt::MatchExactly | Qt::MatchRecursive).value(0);
}

QTreeWidgetItem *lineOfVillages(WindowFixture &fixture)
{
    return lineOf(fixture,
                  fixture.bench().session.state()->findLayer(QStringLiteral("villages"))->schema.name.toString());
}

QStringList drawn(WindowFixture &fixture)
{
    QStringList ids;
    for (const RenderLayer &layer : fixture.window().map().request().layers) {
        ids << layer.id;
    }
    return ids;
}

/// Chooses @p text in the menu that opens when the right button is pressed at @p position of @p widget.
bool chooseInMenu(QWidget &widget, const QPoint &position, const QString &text)
{
    bool chosen = false;
    // The menu of the tree waits inside for a choice.
    QTimer::singleShot(50, &widget, [&chosen, text] {
        if (auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget())) {
            for (QAction *action : menu->actions()) {
                if (action->text().startsWith(text) && action->isEnabled()) {
                    chosen = true;
                    action->trigger();
                }
            }
            menu->close();
        }
    });
    QContextMenuEvent event(QContextMenuEvent::Mouse, position, widget.mapToGlobal(position));
    QApplication::sendEvent(&widget, &event);
    QTest::qWait(100);
    return chosen;
}

bool openAgain(WindowFixture &fixture, const QString &path)
{
    fixture.bench().session.open(path);
    return QTest::qWaitFor([&] { return fixture.isSettled() && !drawn(fixture).isEmpty(); }, 20000);
}

} // namespace

void TestLook::mainOverlayAndItsLegendAreThereAtOnce()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    QCOMPARE(fixture.bench().view.overlay(), k_overlay);
    const QTreeWidgetItem *item = lineOf(fixture, QStringLiteral("Finished or not"));
    QVERIFY(item != nullptr);
    QCOMPARE(item->checkState(0), Qt::Checked);
    QCOMPARE(item->childCount(), 2);
    QCOMPARE(item->child(0)->text(0), QStringLiteral("done"));
    QCOMPARE(item->child(0)->text(1), QStringLiteral("5"));
    const RenderLayer &top = fixture.window().map().request().layers.back();
    QCOMPARE(top.id, k_lines);
    QVERIFY(top.overlay != nullptr);
}

void TestLook::anEmptyProjectGetsItsOverlayWithItsFirstData()
{
    WindowFixture fixture;
    fixture.bench().session.create({fixture.folder() + QStringLiteral("/empty.cuntu"), {}, {}});
    QTRY_VERIFY(fixture.isSettled());
    QCOMPARE(fixture.bench().view.overlay(), QString());
    ImportRequest request;
    for (const auto &[role, file] :
         {std::pair("villages", "villages.geojson"), std::pair("demo_lines", "lines.geojson")}) {
        request.file = WindowFixture::data(QString::fromLatin1(file));
        request.role = QString::fromLatin1(role);
        auto report = fixture.bench().session.project()->import(request, {});
        QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().toText()));
    }
    QTRY_COMPARE(fixture.bench().view.overlay(), k_overlay);
}

void TestLook::whatIsNotCertifiedIsPaler()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    const auto marked = [&] {
        const QTreeWidgetItem *item = lineOf(fixture, QStringLiteral("Finished or not"));
        QMap<QString, QString> lines;
        for (int i = 0; i < item->childCount(); ++i) {
            lines[item->child(i)->text(0)] = item->child(i)->text(1);
        }
        return lines;
    };
    QVERIFY(fixture.trigger(QStringLiteral("byDoubt")));
    QTRY_VERIFY(fixture.isSettled() && marked().contains(QStringLiteral("done (reported only)")));
    QCOMPARE(marked()[QStringLiteral("done (reported only)")], QStringLiteral("5"));
    QVERIFY(!marked().contains(QStringLiteral("done")));
    // One of them is certified: it stands in full colour.
    const auto &layer = *fixture.window().map().request().layers.back().snapshot;
    const auto entries = fixture.bench().session.state()->snapshot->ledger().track({k_demo, k_lines, {}});
    const Day day = fixture.bench().view.asOf();
    std::size_t done = 0;
    while (entries.statuses().value(static_cast<int>(entries.statusOn(layer.id(done), day))) !=
           QStringLiteral("DONE")) {
        ++done;
    }
    MarkRequest request;
    request.programme = k_demo;
    request.layer = k_lines;
    request.features = {layer.id(done)};
    request.status = QStringLiteral("DONE");
    request.effective = entries.standingOn(layer.id(done), day)->effective;
    request.rung = Rung::Certified;
    request.document = QStringLiteral("验收〔2020〕1号");
    request.who = QStringLiteral("赵");
    const auto certified = fixture.bench().session.project()->mark(request);
    QVERIFY2(certified.has_value(), qPrintable(certified ? QString() : certified.error().toText()));
    fixture.bench().session.refresh();
    QTRY_VERIFY(fixture.isSettled() && marked().contains(QStringLiteral("done")));
    QCOMPARE(marked()[QStringLiteral("done (reported only)")], QStringLiteral("4"));
    QVERIFY(fixture.trigger(QStringLiteral("byDoubt")));
    QTRY_VERIFY(fixture.isSettled() && marked()[QStringLiteral("done")] == QStringLiteral("5"));
}

void TestLook::whatTheUserChoseIsThereTheNextTime()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    const QString path = fixture.bench().session.state()->path;
    lineOf(fixture, QStringLiteral("Finished or not"))->setCheckState(0, Qt::Unchecked);
    QTRY_COMPARE(fixture.bench().view.overlay(), QString());
    lineOfVillages(fixture)->setCheckState(0, Qt::Unchecked);
    QTRY_VERIFY(!fixture.bench().view.isVisible(QStringLiteral("villages")));
    fixture.bench().view.setOrder({k_lines, QStringLiteral("settlements")});
    QTRY_VERIFY(fixture.isSettled());
    const QStringList order = drawn(fixture);
    QVERIFY(order.indexOf(k_lines) < order.indexOf(QStringLiteral("settlements")));
    fixture.window().map().zoomIn();
    const Point centre = fixture.window().map().extent().centre;
    const double scale = fixture.window().map().scaleDenominator();

    fixture.restart();
    QVERIFY(openAgain(fixture, path));
    QCOMPARE(fixture.bench().view.overlay(), QString());
    QVERIFY(!fixture.bench().view.isVisible(QStringLiteral("villages")));
    QCOMPARE(drawn(fixture), order);
    QCOMPARE(lineOfVillages(fixture)->checkState(0), Qt::Unchecked);
    QVERIFY(fixture.window().map().extent().centre == centre);
    QVERIFY(std::abs(fixture.window().map().scaleDenominator() / scale - 1) < 1e-6);
}

void TestLook::everyProjectHasItsOwnLook()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    const QString path = fixture.bench().session.state()->path;
    const QString other = fixture.folder() + QStringLiteral("/副本 of it.cuntu");
    fixture.bench().view.setOverlay({});
    QVERIFY(fixture.trigger(QStringLiteral("closeProject")));
    QTRY_VERIFY(!fixture.bench().jobs.isBusy());
    QVERIFY(QFile::copy(path, other));
    QVERIFY(openAgain(fixture, other));
    QCOMPARE(fixture.bench().view.overlay(), k_overlay);
    QVERIFY(openAgain(fixture, path));
    QCOMPARE(fixture.bench().view.overlay(), QString());
}

void TestLook::everythingIsInViewWhenItWasWhenTheProjectWasLeft()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    const QString path = fixture.bench().session.state()->path;
    fixture.window().map().zoomIn();
    QVERIFY(!fixture.window().map().showsEverything());
    QVERIFY(fixture.trigger(QStringLiteral("zoomFull")));
    QVERIFY(fixture.window().map().showsEverything());
    fixture.restart();
    fixture.window().resize(900, 640);
    QVERIFY(openAgain(fixture, path));
    QVERIFY(fixture.window().map().showsEverything());
    const Box full = fixture.window().map().fullExtent();
    const Box shown = fixture.window().map().extent().box();
    QVERIFY(shown.contains({full.minX, full.minY}) && shown.contains({full.maxX, full.maxY}));
}

void TestLook::menuOfALayerPutsItOnTop()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    fixture.bench().view.setOverlay({});
    QTRY_VERIFY(fixture.isSettled());
    auto *tree = fixture.find<QTreeWidget>(QStringLiteral("layerTree"));
    const QPoint place = tree->visualItemRect(lineOfVillages(fixture)).center();
    QVERIFY(drawn(fixture).back() != QStringLiteral("villages"));
    QVERIFY(chooseInMenu(*tree->viewport(), place, QStringLiteral("Draw on top")));
    QTRY_COMPARE(drawn(fixture).back(), QStringLiteral("villages"));
}

void TestLook::menuOfTheMapCopiesThePosition()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    MapView &map = fixture.window().map();
    const QPoint place = map.rect().center();
    const Point centre = map.toMap(place);
    QVERIFY(chooseInMenu(map, place, QStringLiteral("Copy %1").arg(centre.x, 0, 'f', 1)));
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(QString::number(centre.x, 'f', 1)));
    QVERIFY(QGuiApplication::clipboard()->text().endsWith(QStringLiteral(" m")));
}

void TestLook::firstMapIsStamped()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("stamp"));
    qputenv("CUNTU_FIRST_MAP_STAMP", QFile::encodeName(file));
    const auto now = [] {
        return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
    };
    const double before = now();
    WindowFixture fixture;
    qunsetenv("CUNTU_FIRST_MAP_STAMP");
    QVERIFY(fixture.openSample());
    QTRY_VERIFY(QFile(file).size() > 0);
    QFile stamp(file);
    QVERIFY(stamp.open(QIODevice::ReadOnly));
    const QByteArray first = stamp.readAll();
    const double time = first.trimmed().toDouble();
    QVERIFY2(time > before && time <= now(), first.constData());
    // Once only: a later picture leaves it alone.
    fixture.window().map().zoomIn();
    QTRY_VERIFY(!fixture.window().map().isRendering());
    stamp.seek(0);
    QCOMPARE(stamp.readAll(), first);
}

void TestLook::noStampWithoutAProject()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("stamp"));
    qputenv("CUNTU_FIRST_MAP_STAMP", QFile::encodeName(file));
    WindowFixture fixture;
    qunsetenv("CUNTU_FIRST_MAP_STAMP");
    fixture.window().map().refresh();
    QTest::qWait(200);
    QVERIFY(!QFile::exists(file));
}

} // namespace cuntu::test

QTEST_MAIN(cuntu::test::TestLook)
#include "test_look.moc"
