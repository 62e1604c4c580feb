// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/import_columns.h"
#include "ui/panels/shape_preview.h"

#include "tests/gui/window_fixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTreeWidget>

namespace cuntu::test {

/// Files on their way into the project, step by step, with real widgets.
class TestImport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatAFileChangesIsShownBeforeItIsWritten();
    void anUnknownPlaceIsReviewedOnce();
    void aColumnIsTakenForAnotherField();
    void aProfileIsKeptAndRecognised();
    void anImportIsTakenBackByUndo();
    void aTerrainThatIsDroppedLiesBelowTheMap();

private:
    QString write(const WindowFixture &fixture, const QString &name, const QByteArray &text);
    /// Opens the dialog on a file and waits until it is understood.
    static bool open(WindowFixture &fixture, const QString &file);
    /// To the next step, and waits until it is worked out.
    static bool goOn(WindowFixture &fixture);
    static bool finish(WindowFixture &fixture);
};

constexpr const char *k_head = "village_code,code,name,hh_registered,lon,lat\n";

QString TestImport::write(const WindowFixture &fixture, const QString &name, const QByteArray &text)
{
    const QString path = fixture.folder() + QLatin1Char('/') + name;
    QFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(text);
    }
    return path;
}

bool TestImport::open(WindowFixture &fixture, const QString &file)
{
    fixture.window().takeFiles({file});
    return QTest::qWaitFor(
        [&] {
            auto *accept = fixture.find<QPushButton>(QStringLiteral("importAccept"));
            return accept && accept->isEnabled();
        },
        20000);
}

bool TestImport::goOn(WindowFixture &fixture)
{
    auto *accept = fixture.find<QPushButton>(QStringLiteral("importAccept"));
    QTest::mouseClick(accept, Qt::LeftButton);
    return QTest::qWaitFor([accept] { return accept->isEnabled(); }, 20000);
}

bool TestImport::finish(WindowFixture &fixture)
{
    QTest::mouseClick(fixture.find<QPushButton>(QStringLiteral("importAccept")), Qt::LeftButton);
    const bool shown =
        QTest::qWaitFor([&] { return fixture.find<QDialog>(QStringLiteral("importResult")) != nullptr; }, 20000);
    if (shown) {
        fixture.find<QDialog>(QStringLiteral("importResult"))->reject();
    }
    return shown && QTest::qWaitFor([&] { return fixture.isSettled(); }, 20000);
}

void TestImport::whatAFileChangesIsShownBeforeItIsWritten()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    const auto project = fixture.bench().session.project();
    const auto old = project->findFeature(QStringLiteral("settlements"), QStringLiteral("N01"));
    QVERIFY(old);
    const qint64 revision = project->revision();
    QVERIFY(open(fixture, write(fixture, QStringLiteral("settlements.csv"),
                                QByteArray(k_head) + "361199001001,N01,One more,99,116.1075,27.509\n"
                                                     "361199001001,S99,New,7,116.11,27.51\n")));
    QVERIFY(goOn(fixture));
    const QString figures = fixture.find<QLabel>(QStringLiteral("importProposal"))->text();
    QVERIFY2(figures.contains(QStringLiteral("<b>1</b> new, <b>1</b> changed")), qPrintable(figures));
    auto *changes = fixture.find<QTreeWidget>(QStringLiteral("importChanges"));
    QVERIFY(changes->topLevelItemCount() >= 2);
    QCOMPARE(project->revision(), revision);

    changes->topLevelItem(0)->setCheckState(0, Qt::Unchecked); // the change is not wanted
    auto *again = fixture.find<QPushButton>(QStringLiteral("importAgain"));
    QVERIFY(again->isVisible());
    QTest::mouseClick(again, Qt::LeftButton);
    auto *accept = fixture.find<QPushButton>(QStringLiteral("importAccept"));
    QTRY_VERIFY(accept->isEnabled());
    QVERIFY(finish(fixture));
    const auto row = project->feature(QStringLiteral("settlements"), *old);
    QVERIFY(row);
    QVERIFY(valueText(row->values[1]) != QStringLiteral("One more"));
    QVERIFY(project->findFeature(QStringLiteral("settlements"), QStringLiteral("S99")));
}

void TestImport::anUnknownPlaceIsReviewedOnce()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    QVERIFY(open(fixture, write(fixture, QStringLiteral("自然村.csv"),
                                "行政村,自然村名称,户数,经度,纬度\n东善村,新屯,30,116.11,27.51\n")));
    auto *accept = fixture.find<QPushButton>(QStringLiteral("importAccept"));
    QTest::mouseClick(accept, Qt::LeftButton);
    auto *places = fixture.find<QTreeWidget>(QStringLiteral("importPlaces"));
    QTRY_COMPARE(places->topLevelItemCount(), 1);
    QVERIFY2(!accept->isEnabled(), "no row can be taken yet");
    auto *box = qobject_cast<QComboBox *>(places->itemWidget(places->topLevelItem(0), 2));
    QVERIFY(box->count() > 1);
    QVERIFY(box->itemText(1).startsWith(QStringLiteral("东山村"))); // sounds the same
    box->setCurrentIndex(1);
    Q_EMIT box->activated(1);
    QTest::mouseClick(fixture.find<QPushButton>(QStringLiteral("importAgain")), Qt::LeftButton);
    QTRY_VERIFY(accept->isEnabled());
    QVERIFY(finish(fixture));
    const auto names = fixture.bench().session.project()->placeNames();
    QCOMPARE(names->size(), std::size_t{1});
    QCOMPARE(names->front().village, QStringLiteral("东善村"));
}

void TestImport::aColumnIsTakenForAnotherField()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    QVERIFY(open(fixture, write(fixture, QStringLiteral("settlements.csv"),
                                "village_code,code,name,hh_registered,people at home,lon,lat\n"
                                "361199001001,S98,New,7,21,116.11,27.51\n")));
    auto *columns = fixture.find<ui::ImportColumns>(QStringLiteral("importColumns"));
    QCOMPARE(columns->rowCount(), 7);
    auto *box = qobject_cast<QComboBox *>(columns->cellWidget(4, 2));
    QCOMPARE(box->currentData().toString(), QString());
    box->setCurrentIndex(box->findData(QStringLiteral("pop_resident")));
    Q_EMIT box->activated(box->currentIndex());
    auto *accept = fixture.find<QPushButton>(QStringLiteral("importAccept"));
    QTRY_VERIFY(accept->isEnabled());
    QVERIFY(goOn(fixture));
    QVERIFY(finish(fixture));
    const auto project = fixture.bench().session.project();
    const auto id = project->findFeature(QStringLiteral("settlements"), QStringLiteral("S98"));
    QVERIFY(id);
    const auto schema = fixture.bench().session.registry().layerSchema(QStringLiteral("settlements"));
    const auto row = project->feature(QStringLiteral("settlements"), *id);
    for (std::size_t i = 0; i < schema->fields.size(); ++i) {
        if (schema->fields[i].id == QStringLiteral("pop_resident")) {
            QCOMPARE(valueText(row->values[i]), QStringLiteral("21"));
        }
    }
}

void TestImport::aProfileIsKeptAndRecognised()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    const QByteArray head = "village_code,code,name,hh_registered,lon,lat,extra\n";
    QVERIFY(open(fixture,
                 write(fixture, QStringLiteral("settlements.csv"), head + "361199001001,S97,New,7,116.11,27.51,x\n")));
    QVERIFY(goOn(fixture));
    fixture.find<QCheckBox>(QStringLiteral("importKeep"))->setChecked(true);
    auto *name = fixture.find<QLineEdit>(QStringLiteral("importProfileName"));
    QVERIFY(name->isEnabled());
    name->setText(QStringLiteral("monthly"));
    QVERIFY(finish(fixture));
    QTRY_COMPARE(fixture.bench().session.project()->importProfiles()->front().id, QStringLiteral("monthly"));

    QVERIFY(open(fixture,
                 write(fixture, QStringLiteral("something.csv"), head + "361199001001,S96,Newer,8,116.112,27.51,y\n")));
    QCOMPARE(fixture.find<QComboBox>(QStringLiteral("importProfile"))->currentData().toString(),
             QStringLiteral("monthly"));
    QCOMPARE(fixture.find<QComboBox>(QStringLiteral("importRole"))->currentData().toString(),
             QStringLiteral("settlements"));
    fixture.find<QDialog>(QStringLiteral("importDialog"))->reject();
}

void TestImport::anImportIsTakenBackByUndo()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    QVERIFY(open(fixture, write(fixture, QStringLiteral("settlements.csv"),
                                QByteArray(k_head) + "361199001001,S95,New,7,116.11,27.51\n")));
    QVERIFY(goOn(fixture));
    QVERIFY(finish(fixture));
    QTRY_COMPARE(fixture.bench().session.state()->findLayer(QStringLiteral("settlements"))->features, 13);
    QVERIFY(fixture.trigger(QStringLiteral("undo")));
    QTRY_COMPARE(fixture.bench().session.state()->findLayer(QStringLiteral("settlements"))->features, 12);
}

void TestImport::aTerrainThatIsDroppedLiesBelowTheMap()
{
    const QString terrain = QStringLiteral(CUNTU_SOURCE_DIR "/../shared/data/terrain/dem_small.tif");
    if (!QFileInfo::exists(terrain)) {
        QSKIP("the terrain of the shared data is not there");
    }
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    fixture.window().takeFiles({terrain});
    QTRY_COMPARE(fixture.window().map().request().rasters.size(), std::size_t{1});
    QVERIFY(fixture.window().map().request().rasters.front().hillshade);
    auto *tree = fixture.find<QTreeWidget>(QStringLiteral("layerTree"));
    const auto items = tree->findItems(QStringLiteral("dem_small.tif"), Qt::MatchExactly | Qt::MatchRecursive);
    QCOMPARE(items.size(), 1);
    items.front()->setCheckState(0, Qt::Unchecked);
    QTRY_VERIFY(fixture.window().map().request().rasters.empty());
}

} // namespace cuntu::test

QTEST_MAIN(cuntu::test::TestImport)
#include "test_import.moc"
