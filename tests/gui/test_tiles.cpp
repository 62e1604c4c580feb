// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/basemap/map_rasters.h"
#include "tests/gui/tile_server.h"
#include "tests/gui/window_fixture.h"
#include "ui/dialogs/tiles_dialog.h"
#include "ui/window/tile_fetcher.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace cuntu::test {

/// Online maps below the map: fetched beside the window, kept for when there is no server.
class TestTiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tilesComeAfterTheMapAndStay();
    void tilesOfAFetchThatWasDroppedAreSeenToo();
    void aServerThatFailsIsNamedOnceAndLeftAlone();
    void theDialogAsksForWhatIsMissing();
    void addressesSurviveTheProject();
};

namespace {

TileService serviceOf(const TileServer &server)
{
    return {QStringLiteral("测试图"), server.url(), TileService::Matrix::Mercator, 18};
}

/// How many pixels in the middle of the map have a colour of the server's.
int tilePixels(WindowFixture &fixture)
{
    const QImage image = fixture.window().map().grab().toImage();
    int count = 0;
    for (int y = 0; y < image.height(); y += 4) {
        for (int x = 0; x < image.width(); x += 4) {
            const QColor colour = image.pixelColor(x, y);
            count += std::abs(colour.red() - 200) < 3 &&
                             (std::abs(colour.green() - 40) < 3 || std::abs(colour.green() - 200) < 3) &&
                             (std::abs(colour.blue() - 40) < 3 || std::abs(colour.blue() - 200) < 3)
                         ? 1
                         : 0;
        }
    }
    return count;
}

} // namespace

void TestTiles::tilesComeAfterTheMapAndStay()
{
    TileServer server;
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    fixture.bench().settings.setTileKey(QStringLiteral("my-key"));
    fixture.bench().actions.addRasters({tileAddress(serviceOf(server))});
    QVERIFY(QTest::qWaitFor([&] { return tilePixels(fixture) > 200; }, 20000));
    QVERIFY(server.asked() > 0);
    QVERIFY(server.paths().front().startsWith(QStringLiteral("/my-key/")));
    QVERIFY(QTest::qWaitFor([&] { return fixture.isSettled(); }, 10000));
    QTest::qWait(600);
    const int asked = server.asked();

    // The server is gone: what was seen is still there, also in a program that is started again.
    server.close();
    fixture.restart();
    QVERIFY(fixture.openSample());
    QVERIFY(QTest::qWaitFor([&] { return tilePixels(fixture) > 200; }, 20000));
    QCOMPARE(server.asked(), asked);
}

void TestTiles::tilesOfAFetchThatWasDroppedAreSeenToo()
{
    TileServer server;
    server.setDelay_ms(300);
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    fixture.bench().actions.addRasters({tileAddress(serviceOf(server))});
    // Each time the map is drawn anew while tiles are under way, their fetch is dropped for another one.
    for (int i = 0; i < 4; ++i) {
        const int asked = server.asked();
        QVERIFY(QTest::qWaitFor([&] { return server.asked() > asked || tilePixels(fixture) > 200; }, 10000));
        fixture.window().map().refresh();
        QTest::qWait(400);
    }
    QVERIFY(QTest::qWaitFor([&] { return tilePixels(fixture) > 200; }, 20000));
}

void TestTiles::aServerThatFailsIsNamedOnceAndLeftAlone()
{
    TileServer server;
    server.setBroken(true);
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    QStringList warnings;
    QObject::connect(&fixture.bench().log, &ui::MessageLog::added, &server, [&](const ui::Message &message) {
        if (message.text.contains(QStringLiteral("测试图"))) {
            warnings << message.text;
        }
    });
    fixture.bench().actions.addRasters({tileAddress(serviceOf(server))});
    QVERIFY(QTest::qWaitFor([&] { return warnings.size() == 1; }, 20000));
    const int asked = server.asked();
    QVERIFY(asked <= 6); // the middle is tried before anything else
    for (int i = 0; i < 3; ++i) {
        fixture.window().map().zoomIn();
        QTest::qWait(500);
    }
    QCOMPARE(server.asked(), asked);
    QCOMPARE(warnings.size(), 1);
}

void TestTiles::theDialogAsksForWhatIsMissing()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    fixture.bench().settings.setTileKey({});
    ui::TilesDialog dialog(fixture.bench());
    QVERIFY(!dialog.service()); // Tianditu wants a key
    QVERIFY(!dialog.findChild<QLabel *>(QStringLiteral("tilesMissing"))->text().isEmpty());
    dialog.findChild<QLineEdit *>(QStringLiteral("tilesKey"))->setText(QStringLiteral("abc"));
    QVERIFY(dialog.service());
    auto *known = dialog.findChild<QComboBox *>(QStringLiteral("tilesKnown"));
    known->setCurrentIndex(known->count() - 1);
    QVERIFY(!dialog.service());
    dialog.findChild<QLineEdit *>(QStringLiteral("tilesName"))->setText(QStringLiteral("ours"));
    auto *url = dialog.findChild<QLineEdit *>(QStringLiteral("tilesUrl"));
    for (const char *wrong :
         {"https://maps.example/{z}/{x}.png", "file:///etc/{z}/{x}/{y}", "maps.example/{z}/{x}/{y}"}) {
        url->setText(QString::fromLatin1(wrong));
        QVERIFY(!dialog.service());
    }
    url->setText(QStringLiteral("https://maps.example/{z}/{x}/{y}.png"));
    QVERIFY(dialog.service());
    QCOMPARE(dialog.service()->name, QStringLiteral("ours"));
    dialog.accept();
    QCOMPARE(fixture.bench().settings.tileKey(), QString()); // the address has no key in it: nothing to remember
}

void TestTiles::addressesSurviveTheProject()
{
    const TileService service{QStringLiteral("天地图：影像"),
                              QStringLiteral("https://a.example/c/{z}/{x}/{y}?tk={key}&a=b:c"),
                              TileService::Matrix::Degrees, 16};
    const MapRaster raster{tileAddress(service), false, 0.5, true};
    const QString project = QStringLiteral("/some/where/p.cuntu");
    const auto back = rastersFromSetting(rastersToSetting({raster}, project), project);
    QCOMPARE(back.size(), 1U);
    QCOMPARE(back.front(), raster);
    QCOMPARE(*tileServiceFrom(back.front().file), service);
    QVERIFY(!tileServiceFrom(QStringLiteral("/some/file.tif")));
    QVERIFY(!tileServiceFrom(QStringLiteral("tiles:w:18:/etc/passwd{z}{x}{y}")));
}

} // namespace cuntu::test

QTEST_MAIN(cuntu::test::TestTiles)
#include "test_tiles.moc"
