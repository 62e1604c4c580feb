// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/window_fixture.h"
#include "ui/panels/photo_strip.h"
#include "ui/window/photo_marks.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QFileDialog>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QTreeWidget>

namespace cuntu::test {

/// What leaves the project, and photos that come in, as a user does it.
class TestExport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLayerIsExportedAndRecorded();
    void theFormIsRememberedButNotThatItWasUnmasked();
    void whatIsMissingIsSaid();
    void onlyWhatIsPicked();
    void figuresByTownship();
    void theQgisFolder();
    void photosAreAddedAndShown();
    void photosStandOnTheMap();
};

namespace {

const QString k_lines = QStringLiteral("demo_lines");

template <class Widget> Widget &get(WindowFixture &fixture, const char *name)
{
    return *fixture.find<Widget>(QString::fromLatin1(name));
}

void choose(WindowFixture &fixture, const char *box, const QVariant &data)
{
    QComboBox &chosen = get<QComboBox>(fixture, box);
    chosen.setCurrentIndex(chosen.findData(data));
}

bool accept(WindowFixture &fixture, const char *button)
{
    QPushButton &ok = get<QPushButton>(fixture, button);
    if (!ok.isEnabled()) {
        return false;
    }
    QTest::mouseClick(&ok, Qt::LeftButton);
    return QTest::qWaitFor([&] { return fixture.isSettled(); }, 20000);
}

bool openDialog(WindowFixture &fixture, const char *action, const char *dialog)
{
    return fixture.trigger(QString::fromLatin1(action)) &&
           QTest::qWaitFor([&] { return fixture.find<QDialog>(QString::fromLatin1(dialog)) != nullptr; }, 5000);
}

QByteArray contents(const QString &file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

} // namespace

void TestExport::aLayerIsExportedAndRecorded()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    QVERIFY(openDialog(fixture, "exportLayer", "exportDialog"));
    choose(fixture, "exportWhat", k_lines);
    choose(fixture, "exportFormat", QStringLiteral("csv"));
    choose(fixture, "exportEncoding", QStringLiteral("UTF-8"));
    QVERIFY(get<QComboBox>(fixture, "exportEncoding").isVisible());
    const QString file = fixture.folder() + QStringLiteral("/工程.csv");
    get<QLineEdit>(fixture, "exportFile").setText(file);
    get<QLineEdit>(fixture, "exportWho").setText(QStringLiteral("李工"));
    QVERIFY(accept(fixture, "exportAccept"));
    QTRY_VERIFY(QFile::exists(file));
    QVERIFY(contents(file).startsWith("\xEF\xBB\xBF"));
    QVERIFY(openDialog(fixture, "exportList", "exportListDialog"));
    QTreeWidget &table = get<QTreeWidget>(fixture, "exportTable");
    QTRY_COMPARE(table.topLevelItemCount(), 1);
    QCOMPARE(table.topLevelItem(0)->text(1), QStringLiteral("李工"));
    QCOMPARE(table.topLevelItem(0)->text(2), k_lines);
    QCOMPARE(table.topLevelItem(0)->text(5), file);
    qobject_cast<QDialog *>(QApplication::activeModalWidget())->reject();
}

void TestExport::theFormIsRememberedButNotThatItWasUnmasked()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    QVERIFY(openDialog(fixture, "exportLayer", "exportDialog"));
    choose(fixture, "exportWhat", k_lines);
    choose(fixture, "exportFormat", QStringLiteral("geojson"));
    choose(fixture, "exportCrs", QStringLiteral("gcj02"));
    choose(fixture, "exportPrivacy", static_cast<int>(Privacy::Full));
    QVERIFY(!get<QPushButton>(fixture, "exportAccept").isEnabled()); // no reason yet
    QVERIFY(get<QLineEdit>(fixture, "exportReason").isVisible());
    get<QLineEdit>(fixture, "exportReason").setText(QStringLiteral("入户核查"));
    const QString file = fixture.folder() + QStringLiteral("/a.geojson");
    get<QLineEdit>(fixture, "exportFile").setText(file);
    get<QLineEdit>(fixture, "exportWho").setText(QStringLiteral("李工"));
    QVERIFY(accept(fixture, "exportAccept"));
    QTRY_VERIFY(QFile::exists(file));
    QVERIFY(contents(file).contains("GCJ-02"));
    const auto records = fixture.bench().session.project()->exports();
    QVERIFY(records);
    QCOMPARE(records->size(), std::size_t{2});
    QVERIFY(openDialog(fixture, "exportLayer", "exportDialog"));
    QCOMPARE(get<QComboBox>(fixture, "exportFormat").currentData().toString(), QStringLiteral("geojson"));
    QCOMPARE(get<QComboBox>(fixture, "exportCrs").currentData().toString(), QStringLiteral("gcj02"));
    QCOMPARE(get<QComboBox>(fixture, "exportPrivacy").currentData().toInt(), static_cast<int>(Privacy::Masked));
    QCOMPARE(QFileInfo(get<QLineEdit>(fixture, "exportFile").text()).absolutePath(), fixture.folder());
    get<QDialog>(fixture, "exportDialog").reject();
}

void TestExport::whatIsMissingIsSaid()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    QVERIFY(openDialog(fixture, "exportLayer", "exportDialog"));
    QLabel &problem = get<QLabel>(fixture, "exportProblem");
    QPushButton &ok = get<QPushButton>(fixture, "exportAccept");
    get<QLineEdit>(fixture, "exportWho").setText(QStringLiteral("李工"));
    get<QLineEdit>(fixture, "exportFile").setText(QStringLiteral("/no/such/folder/a.csv"));
    QVERIFY(!ok.isEnabled());
    QVERIFY(!problem.text().isEmpty());
    get<QLineEdit>(fixture, "exportFile").setText(fixture.folder() + QStringLiteral("/a.csv"));
    QVERIFY(ok.isEnabled());
    get<QComboBox>(fixture, "exportCrs").setEditText(QStringLiteral("nonsense"));
    QVERIFY(!ok.isEnabled());
    get<QComboBox>(fixture, "exportCrs").setEditText(QStringLiteral("EPSG:4527"));
    QVERIFY(ok.isEnabled());
    get<QComboBox>(fixture, "exportArea").setEditText(QStringLiteral("没有的村"));
    QVERIFY(!ok.isEnabled());
    get<QComboBox>(fixture, "exportArea").setEditText({});
    QVERIFY(ok.isEnabled());
    get<QDialog>(fixture, "exportDialog").reject();
}

void TestExport::onlyWhatIsPicked()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    const auto features = fixture.bench().session.project()->features(k_lines);
    FeatureRow row;
    QVERIFY(features && *(*features)(row));
    fixture.bench().view.select(k_lines, {row.id}, ui::SelectMode::Replace);
    QVERIFY(openDialog(fixture, "exportLayer", "exportDialog"));
    choose(fixture, "exportWhat", k_lines);
    choose(fixture, "exportFormat", QStringLiteral("csv"));
    auto &only = get<QAbstractButton>(fixture, "exportPickedOnly");
    QVERIFY(only.isVisible());
    QTest::mouseClick(&only, Qt::LeftButton, {}, QPoint(8, only.height() / 2));
    QVERIFY(only.isChecked());
    const QString file = fixture.folder() + QStringLiteral("/one.csv");
    get<QLineEdit>(fixture, "exportFile").setText(file);
    get<QLineEdit>(fixture, "exportWho").setText(QStringLiteral("李工"));
    QVERIFY(accept(fixture, "exportAccept"));
    QTRY_VERIFY(QFile::exists(file));
    QCOMPARE(contents(file).count('\n'), 2);
}

void TestExport::figuresByTownship()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    QVERIFY(openDialog(fixture, "exportLayer", "exportDialog"));
    choose(fixture, "exportWhat", QStringLiteral("indicators:"));
    QVERIFY(get<QComboBox>(fixture, "exportLevel").isVisible());
    choose(fixture, "exportLevel", static_cast<int>(AreaLevel::Township));
    choose(fixture, "exportFormat", QStringLiteral("xlsx"));
    const QString file = fixture.folder() + QStringLiteral("/figures.xlsx");
    get<QLineEdit>(fixture, "exportFile").setText(file);
    get<QLineEdit>(fixture, "exportWho").setText(QStringLiteral("李工"));
    QVERIFY(accept(fixture, "exportAccept"));
    QTRY_VERIFY(QFile::exists(file));
}

void TestExport::theQgisFolder()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    const QString folder = fixture.folder() + QStringLiteral("/qgis");
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(openDialog(fixture, "exportQgis", "fileDialog"));
    auto &dialog = get<QFileDialog>(fixture, "fileDialog");
    dialog.setDirectory(folder);
    dialog.selectFile(folder);
    QMetaObject::invokeMethod(&dialog, "accept");
    QTRY_VERIFY(QFile::exists(folder + QStringLiteral("/data.gpkg")));
    QTRY_VERIFY(fixture.isSettled());
    QCOMPARE(QDir(folder).entryList({QStringLiteral("*.qgs")}).size(), 1);
}

void TestExport::photosAreAddedAndShown()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    const auto features = fixture.bench().session.project()->features(k_lines);
    FeatureRow row;
    QVERIFY(features && *(*features)(row));
    fixture.bench().view.select(k_lines, {row.id}, ui::SelectMode::Replace);
    const QString folder = fixture.folder() + QStringLiteral("/photos");
    QVERIFY(QDir().mkpath(folder));
    QImage image(64, 48, QImage::Format_RGB32);
    image.fill(Qt::darkGreen);
    QVERIFY(image.save(folder + QStringLiteral("/one.jpg")));
    fixture.window().takeFiles({folder});
    QTRY_VERIFY(fixture.find<QDialog>(QStringLiteral("photoDialog")) != nullptr);
    QTreeWidget &table = get<QTreeWidget>(fixture, "photoTable");
    QTRY_COMPARE(table.topLevelItemCount(), 1);
    auto &toPicked = get<QAbstractButton>(fixture, "photoToPicked");
    QVERIFY(toPicked.isVisible());
    QTest::mouseClick(&toPicked, Qt::LeftButton, {}, QPoint(8, toPicked.height() / 2));
    QTRY_VERIFY(table.topLevelItemCount() == 1 && !table.topLevelItem(0)->text(2).isEmpty());
    get<QLineEdit>(fixture, "photoWho").setText(QStringLiteral("李工"));
    QVERIFY(accept(fixture, "photoAccept"));
    QTRY_COMPARE(fixture.bench().session.state()->photos.size(), std::size_t{1});
    QCOMPARE(fixture.bench().session.state()->photos.front().feature, row.id);
    auto *strip = fixture.window().findChild<ui::PhotoStrip *>();
    QTRY_VERIFY(strip->isVisible());
    auto *small = strip->findChild<QToolButton *>(QStringLiteral("photo"));
    QVERIFY(small != nullptr);
    QTest::mouseClick(small, Qt::LeftButton);
    QTRY_VERIFY(fixture.find<QDialog>(QStringLiteral("photoView")) != nullptr);
    get<QDialog>(fixture, "photoView").reject();
    QVERIFY(fixture.trigger(QStringLiteral("undo")));
    QTRY_VERIFY(fixture.bench().session.state()->photos.empty());
}

void TestExport::photosStandOnTheMap()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    fixture.window().takeFiles({QStringLiteral(CUNTU_SOURCE_DIR "/sample-data/county/照片")});
    QTRY_VERIFY(fixture.find<QDialog>(QStringLiteral("photoDialog")) != nullptr);
    QTRY_COMPARE(get<QTreeWidget>(fixture, "photoTable").topLevelItemCount(), 6);
    get<QLineEdit>(fixture, "photoWho").setText(QStringLiteral("李工"));
    QVERIFY(accept(fixture, "photoAccept"));
    auto *marks = fixture.window().findChild<ui::PhotoMarks *>();
    QTRY_COMPARE(marks->marks().size(), std::size_t{5}); // one of them does not say where it was taken
    const Point at = marks->marks().front().position;
    fixture.window().map().zoomTo(Box{at.x - 500, at.y - 500, at.x + 500, at.y + 500});
    QTRY_VERIFY(fixture.isSettled());
    QAction *action = fixture.window().actions().find(QStringLiteral("photosOnMap"));
    QVERIFY(marks->isVisible());
    const QImage with = fixture.window().map().grab().toImage();
    action->trigger();
    QVERIFY(!marks->isVisible());
    QVERIFY(fixture.window().map().grab().toImage() != with);
}

} // namespace cuntu::test

QTEST_MAIN(cuntu::test::TestExport)
#include "test_export.moc"
