// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/window_fixture.h"
#include "tests/support/scratch.h"
#include "ui/dialogs/compare_window.h"
#include "ui/panels/analysis_panel.h"
#include "ui/panels/run_panel.h"
#include "ui/window/analysis_desk.h"

#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDockWidget>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTreeWidget>

namespace cuntu::test {

/// Algorithms in the window, from the search to the ledger, as a user goes through them.
class TestAnalysis : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void algorithmsAreFoundByPinyinInitials();
    void theFormOffersWhatFits();
    void wrongInputIsSaid();
    void aResultIsKeptShownAndOnTheMap();
    void rowsAreSortedAndLeadToTheMap();
    void whatWasAskedIsRemembered();
    void stoppingKeepsTheBestSoFar();
    void aFailureSaysWhatToDo();
    void runsAreRenamedRemovedAndRunAgain();
    void adoptingIsPreviewedAndOneActionToUndo();
    void runsAreComparedFigureByFigureOnLinkedMaps();
    void twoDaysAreComparedWithAHandle();
    void aPosterIsSaved();
};

namespace {

class AnalysisFixture : public WindowFixture {
public:
    using WindowFixture::WindowFixture;

    bool open()
    {
        if (!openSample() || !activate() || !trigger(QStringLiteral("analysis"))) {
            return false;
        }
        return QTest::qWaitFor([&] { return isSettled(); }, 10000);
    }
    QTreeWidget &tree(const char *name) { return *find<QTreeWidget>(QString::fromLatin1(name)); }
    QPushButton &button(const char *name) { return *find<QPushButton>(QString::fromLatin1(name)); }
    QString text(const char *label) { return find<QLabel>(QString::fromLatin1(label))->text(); }
    ui::AnalysisDesk &desk() { return window().panels().analysis(); }
    const std::vector<ui::RunLine> &runs() { return desk().analysis().runs(); }

    bool choose()
    {
        QTreeWidgetItem *item = tree("analysisTree").topLevelItem(0)->child(0);
        tree("analysisTree").scrollToItem(item);
        const QPoint place = tree("analysisTree").visualItemRect(item).center();
        QTest::mouseClick(tree("analysisTree").viewport(), Qt::LeftButton, {}, place);
        return find<QLineEdit>(QStringLiteral("analysis_least")) != nullptr;
    }
    void set(const char *box, const QString &value)
    {
        auto *found = find<QComboBox>(QStringLiteral("analysis_") + QString::fromLatin1(box));
        found->setCurrentIndex(found->findData(value));
    }
    /// Asks for works of at least @p km and waits for the result.
    bool run(const QString &km)
    {
        const std::size_t before = runs().size();
        if (!choose()) {
            return false;
        }
        set("works", QStringLiteral("demo_lines"));
        set("measure", QStringLiteral("length_km"));
        auto *least = find<QLineEdit>(QStringLiteral("analysis_least"));
        least->clear();
        QTest::keyClicks(least, km);
        QTest::mouseClick(&button("analysisRun"), Qt::LeftButton);
        return QTest::qWaitFor([&] { return runs().size() == before + 1 && isSettled(); }, 10000);
    }
    QTreeWidgetItem *runItem(const QString &name)
    {
        const auto found = tree("analysisRuns").findItems(name, Qt::MatchExactly, 0);
        return found.value(0);
    }
    void click(QTreeWidgetItem *item, Qt::KeyboardModifiers modifiers = {})
    {
        const QPoint place = tree("analysisRuns").visualItemRect(item).center();
        QTest::mouseClick(tree("analysisRuns").viewport(), Qt::LeftButton, modifiers, place);
    }
    QString figure(const QString &name)
    {
        const auto found = tree("runFigures").findItems(name, Qt::MatchExactly, 0);
        return found.isEmpty() ? QString() : found.front()->text(1);
    }
};

const QString k_first = QStringLiteral("Choose long works 1");
const QString k_second = QStringLiteral("Choose long works 2");

} // namespace

void TestAnalysis::algorithmsAreFoundByPinyinInitials()
{
    AnalysisFixture fixture;
    QVERIFY(fixture.open());
    auto *search = fixture.find<QLineEdit>(QStringLiteral("analysisSearch"));
    QTRY_COMPARE(QApplication::focusWidget(), search);
    const auto hidden = [&] { return fixture.tree("analysisTree").topLevelItem(0)->isHidden(); };
    QVERIFY(!hidden());
    search->setText(QStringLiteral("xyz"));
    QVERIFY(hidden());
    for (const char *word : {"txdgc", "tiaoxuan", "LONG", "demo.pick", "大工程"}) {
        search->setText(QString::fromUtf8(word));
        QVERIFY2(!hidden(), word);
    }
    QCOMPARE(fixture.desk().panel().chosen(), QStringLiteral("demo.pick"));
    QVERIFY(fixture.text("analysisHelp").contains(QStringLiteral("long enough")));
}

void TestAnalysis::theFormOffersWhatFits()
{
    AnalysisFixture fixture;
    QVERIFY(fixture.open());
    QVERIFY(!fixture.button("analysisRun").isEnabled());
    QVERIFY(fixture.choose());
    auto *works = fixture.find<QComboBox>(QStringLiteral("analysis_works"));
    QVERIFY(works->findData(QStringLiteral("villages")) > 0);
    auto *measure = fixture.find<QComboBox>(QStringLiteral("analysis_measure"));
    QCOMPARE(measure->count(), 1);
    fixture.set("works", QStringLiteral("demo_lines"));
    QCOMPARE(measure->count(), 2); // the only field of numbers
    QCOMPARE(measure->itemData(1).toString(), QStringLiteral("length_km"));
    fixture.set("works", QStringLiteral("settlements"));
    QVERIFY(measure->findData(QStringLiteral("length_km")) < 0);
    QVERIFY(measure->findData(QStringLiteral("hh_registered")) > 0);
    const auto *least = fixture.find<QLineEdit>(QStringLiteral("analysis_least"));
    QVERIFY2(least->placeholderText().contains(QStringLiteral("km")), qPrintable(least->placeholderText()));
    QVERIFY(least->toolTip().contains(QStringLiteral("1000")));
}

void TestAnalysis::wrongInputIsSaid()
{
    AnalysisFixture fixture;
    QVERIFY(fixture.open());
    QVERIFY(fixture.choose());
    QTest::mouseClick(&fixture.button("analysisRun"), Qt::LeftButton);
    QVERIFY(fixture.find<QLabel>(QStringLiteral("analysisSaid"))->isVisible());
    QVERIFY2(fixture.text("analysisSaid").contains(QStringLiteral("(works)")) ||
                 fixture.text("analysisSaid").contains(QStringLiteral("(measure)")),
             qPrintable(fixture.text("analysisSaid")));
    fixture.set("works", QStringLiteral("demo_lines"));
    fixture.set("measure", QStringLiteral("length_km"));
    fixture.find<QLineEdit>(QStringLiteral("analysis_least"))->setText(QStringLiteral("2000"));
    QTest::mouseClick(&fixture.button("analysisRun"), Qt::LeftButton);
    QVERIFY2(fixture.text("analysisSaid").contains(QStringLiteral("Least length")),
             qPrintable(fixture.text("analysisSaid")));
    QVERIFY(fixture.runs().empty());
}

void TestAnalysis::aResultIsKeptShownAndOnTheMap()
{
    AnalysisFixture fixture;
    QVERIFY(fixture.open());
    QVERIFY(fixture.run(QStringLiteral("3.2")));
    QCOMPARE(fixture.runs().front().run.name, k_first);
    QCOMPARE(fixture.runs().front().run.asOf, fixture.bench().view.asOf());
    QTRY_COMPARE(fixture.figure(QStringLiteral("Works chosen")), QStringLiteral("3"));
    QCOMPARE(fixture.figure(QStringLiteral("Total length")), QStringLiteral("9.9"));
    QCOMPARE(fixture.tree("runFigures").topLevelItem(1)->text(2), QStringLiteral("km"));
    QVERIFY(fixture.text("runTitle").contains(k_first));
    // Its layer is on the map, and the map went there.
    const QString layer = QStringLiteral("demo_picked_r1");
    QTRY_VERIFY(fixture.window().mapController().legends().contains(layer));
    QVERIFY(!fixture.bench().view.overlay().isEmpty());
    QTRY_COMPARE(fixture.window().map().request().layers.back().id, layer); // not beneath the overlay
    const auto snapshot = fixture.bench().session.state()->snapshot->layer(layer, {}, {}).value();
    const Point middle = snapshot->geometry().index.extent().centre();
    const auto isThere = [&] {
        const MapExtent &shown = fixture.window().map().extent();
        return std::abs(shown.centre.x - middle.x) < shown.unitsPerPixel * 3 &&
               std::abs(shown.centre.y - middle.y) < shown.unitsPerPixel * 3;
    };
    QTRY_VERIFY(isThere());
    QVERIFY(fixture.trigger(QStringLiteral("undo")));
    QTRY_VERIFY(fixture.runs().empty());
    QTRY_VERIFY(fixture.bench().session.state()->findLayer(layer) == nullptr);
    QVERIFY(!fixture.desk().result().run().has_value());
}

void TestAnalysis::rowsAreSortedAndLeadToTheMap()
{
    AnalysisFixture fixture;
    QVERIFY(fixture.open());
    QVERIFY(fixture.run(QStringLiteral("3")));
    auto *table = fixture.find<QTableView>(QStringLiteral("runTable"));
    QTRY_COMPARE(table->model()->rowCount(), 5);
    const auto cell = [&](int row, int column) { return table->model()->index(row, column).data().toString(); };
    QCOMPARE(cell(0, 2), QStringLiteral("long enough"));
    table->sortByColumn(1, Qt::DescendingOrder);
    QCOMPARE(cell(0, 1), QStringLiteral("3.4"));
    QCOMPARE(cell(4, 1), QStringLiteral("3"));
    const QRect first = table->visualRect(table->model()->index(0, 0));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, first.center());
    QTRY_COMPARE(fixture.bench().view.selection().layer, QStringLiteral("demo_picked_r1"));
    QCOMPARE(fixture.bench().view.selection().features, std::vector<FeatureId>{{5}});
}

void TestAnalysis::whatWasAskedIsRemembered()
{
    AnalysisFixture fixture;
    QVERIFY(fixture.open());
    QVERIFY(fixture.run(QStringLiteral("2.75")));
    fixture.desk().panel().choose({});
    QVERIFY(fixture.find<QLineEdit>(QStringLiteral("analysis_least")) == nullptr);
    fixture.desk().panel().choose(QStringLiteral("demo.pick"));
    QCOMPARE(fixture.find<QLineEdit>(QStringLiteral("analysis_least"))->text(), QStringLiteral("2.75"));
    QCOMPARE(fixture.find<QComboBox>(QStringLiteral("analysis_measure"))->currentData().toString(),
             QStringLiteral("length_km"));
}

void TestAnalysis::stoppingKeepsTheBestSoFar()
{
    AnalysisFixture fixture;
    QVERIFY(fixture.open());
    QVERIFY(fixture.choose());
    fixture.set("works", QStringLiteral("demo_lines"));
    fixture.set("measure", QStringLiteral("length_km"));
    fixture.set("wait", QStringLiteral("true"));
    QTest::mouseClick(&fixture.button("analysisRun"), Qt::LeftButton);
    QVERIFY(fixture.button("analysisStop").isVisible());
    QVERIFY(!fixture.button("analysisRun").isVisible());
    QTRY_COMPARE(fixture.text("analysisSaid"), QStringLiteral("waiting"));
    QTest::mouseClick(&fixture.button("analysisStop"), Qt::LeftButton);
    QTRY_COMPARE(fixture.runs().size(), std::size_t{1});
    QTRY_COMPARE(fixture.figure(QStringLiteral("Works chosen")), QStringLiteral("15"));
    QVERIFY(fixture.button("analysisRun").isVisible());
}

void TestAnalysis::aFailureSaysWhatToDo()
{
    AnalysisFixture fixture;
    QVERIFY(fixture.open());
    QVERIFY(fixture.choose());
    fixture.set("works", QStringLiteral("demo_lines"));
    fixture.set("measure", QStringLiteral("length_km"));
    fixture.find<QLineEdit>(QStringLiteral("analysis_least"))->setText(QStringLiteral("950"));
    QTest::mouseClick(&fixture.button("analysisRun"), Qt::LeftButton);
    QTRY_VERIFY(fixture.text("analysisSaid").contains(QStringLiteral("ask for less")));
    QVERIFY(fixture.text("analysisSaid").contains(QStringLiteral("nothing is so long")));
    QVERIFY(fixture.button("analysisRun").isVisible());
    QVERIFY(fixture.runs().empty());
}

void TestAnalysis::runsAreRenamedRemovedAndRunAgain()
{
    AnalysisFixture fixture;
    QVERIFY(fixture.open());
    QVERIFY(fixture.run(QStringLiteral("3")));
    QTRY_VERIFY(fixture.runItem(k_first) != nullptr);
    fixture.click(fixture.runItem(k_first));
    fixture.runItem(k_first)->setText(0, QStringLiteral("A")); // as F2 and Enter do
    QTRY_VERIFY(!fixture.runs().empty() && fixture.runs().front().run.name == QStringLiteral("A"));
    QTRY_VERIFY(fixture.text("runTitle").startsWith(QStringLiteral("A ")));

    QTRY_VERIFY(fixture.isSettled() && fixture.runItem(QStringLiteral("A")) != nullptr);
    const QPoint place = fixture.tree("analysisRuns").visualItemRect(fixture.runItem(QStringLiteral("A"))).center();
    QTest::mouseClick(fixture.tree("analysisRuns").viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(fixture.tree("analysisRuns").viewport(), Qt::LeftButton, {}, place);
    QTRY_COMPARE(fixture.runs().size(), std::size_t{2});
    QCOMPARE(fixture.runs()[1].run.parameters, fixture.runs()[0].run.parameters);
    QCOMPARE(fixture.runs()[1].run.figures, fixture.runs()[0].run.figures);

    QTRY_VERIFY(fixture.isSettled() && fixture.runItem(QStringLiteral("A")) != nullptr);
    fixture.tree("analysisRuns").clearSelection();
    fixture.click(fixture.runItem(QStringLiteral("A")));
    fixture.tree("analysisRuns").setFocus();
    QVERIFY(fixture.activate());
    QTest::keyClick(&fixture.tree("analysisRuns"), Qt::Key_Delete);
    QTRY_COMPARE(fixture.runs().size(), std::size_t{1});
    QTRY_VERIFY(fixture.isSettled());
    QVERIFY(fixture.trigger(QStringLiteral("undo")));
    QTRY_COMPARE(fixture.runs().size(), std::size_t{2});
}

void TestAnalysis::adoptingIsPreviewedAndOneActionToUndo()
{
    AnalysisFixture fixture;
    QVERIFY(fixture.open());
    QVERIFY(fixture.run(QStringLiteral("3.2"))); // L13 is planned, L14 being built, L15 done
    QTRY_VERIFY(fixture.button("runAdopt").isVisible() && fixture.button("runAdopt").isEnabled());
    QTest::mouseClick(&fixture.button("runAdopt"), Qt::LeftButton);
    auto *ok = fixture.find<QDialog>(QStringLiteral("adoptDialog"))
                   ->findChild<QDialogButtonBox *>()
                   ->button(QDialogButtonBox::Ok);
    auto *who = fixture.find<QLineEdit>(QStringLiteral("adoptWho"));
    who->clear();
    QVERIFY(!ok->isEnabled());
    QTest::keyClicks(who, QStringLiteral("Wang"));
    QTRY_VERIFY(ok->isEnabled());
    QCOMPARE(fixture.tree("adoptSteps").topLevelItemCount(), 1);
    QCOMPARE(fixture.tree("adoptSteps").topLevelItem(0)->text(1), QStringLiteral("being built"));
    QCOMPARE(fixture.tree("adoptSteps").topLevelItem(0)->text(2), QStringLiteral("2"));
    QVERIFY(fixture.text("adoptAlready").startsWith(QStringLiteral("1 feature")));
    QTest::mouseClick(ok, Qt::LeftButton);

    const auto status = [&](qint64 feature) {
        return fixture.bench().session.state()->snapshot->ledger().statusOn(
            {QStringLiteral("demo"), QStringLiteral("demo_lines"), {}}, FeatureId{feature},
            fixture.bench().view.asOf());
    };
    QTRY_COMPARE(status(13), QStringLiteral("BUILDING"));
    QCOMPARE(status(15), QStringLiteral("BUILDING"));
    QTRY_VERIFY(!fixture.runs().empty() && fixture.runs().front().run.adopted);
    QTRY_VERIFY(fixture.text("runState").contains(QStringLiteral("in the ledger")));
    QVERIFY(fixture.trigger(QStringLiteral("undo")));
    QTRY_COMPARE(status(13), QStringLiteral("PLANNED"));
    QCOMPARE(status(15), QStringLiteral("DONE"));
    // What was entered meanwhile counts: the result is now older than the ledger.
    QTRY_VERIFY(fixture.text("runState").contains(QStringLiteral("Out of date")));
}

void TestAnalysis::runsAreComparedFigureByFigureOnLinkedMaps()
{
    AnalysisFixture fixture;
    QVERIFY(fixture.open());
    QVERIFY(fixture.run(QStringLiteral("3")));
    QVERIFY(fixture.run(QStringLiteral("3.2")));
    QTRY_VERIFY(fixture.isSettled() && fixture.runItem(k_second) != nullptr);
    QVERIFY(!fixture.button("analysisCompare").isEnabled());
    fixture.tree("analysisRuns").clearSelection();
    fixture.click(fixture.runItem(k_first));
    fixture.click(fixture.runItem(k_second), Qt::ControlModifier);
    QVERIFY(fixture.button("analysisCompare").isEnabled());
    QTest::mouseClick(&fixture.button("analysisCompare"), Qt::LeftButton);
    auto *compare = fixture.window().findChild<ui::CompareWindow *>();
    QVERIFY(compare != nullptr);
    QTRY_VERIFY(compare->isReady());
    const auto &figures = *compare->findChild<QTreeWidget *>(QStringLiteral("compareFigures"));
    QCOMPARE(figures.topLevelItemCount(), 3); // and in how many figures each is the best
    const QTreeWidgetItem *works = figures.topLevelItem(0);
    QCOMPARE(works->text(0), QStringLiteral("Works chosen"));
    const QSet<QString> values{works->text(2), works->text(3)};
    QCOMPARE(values, (QSet<QString>{QStringLiteral("★ 5"), QStringLiteral("3")}));
    const QTreeWidgetItem *totals = figures.topLevelItem(2);
    QCOMPARE((QSet<QString>{totals->text(2), totals->text(3)}),
             (QSet<QString>{QStringLiteral("1"), QStringLiteral("0")}));
    const test::Scratch scratch;
    const QString file = scratch.path(QStringLiteral("compared.csv"));
    compare->writeTable(file);
    QTRY_VERIFY(QFileInfo::exists(file));
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QVERIFY(QString::fromUtf8(written.readAll()).contains(QStringLiteral("Works chosen")));
    auto *adopt = compare->findChild<QPushButton *>(QStringLiteral("compareAdopt"));
    QVERIFY(adopt != nullptr && adopt->isEnabled());
    QVERIFY(works->text(4) == QStringLiteral("-2") || works->text(4) == QStringLiteral("+2"));

    const auto shows = [](MapView &map, const QString &layer) {
        return std::any_of(map.request().layers.begin(), map.request().layers.end(),
                           [&](const RenderLayer &each) { return each.id == layer; });
    };
    MapView &left = compare->maps().left();
    MapView &right = compare->maps().right();
    QVERIFY(shows(left, QStringLiteral("demo_picked_r1")) != shows(left, QStringLiteral("demo_picked_r2")));
    QVERIFY(shows(right, QStringLiteral("demo_picked_r1")) != shows(left, QStringLiteral("demo_picked_r1")));
    const auto areLinked = [&] {
        return std::abs(left.extent().centre.x - right.extent().centre.x) < 1e-6 &&
               std::abs(left.extent().unitsPerPixel / right.extent().unitsPerPixel - 1) < 1e-9;
    };
    QVERIFY(areLinked());
    left.zoomIn();
    QVERIFY(areLinked());
    QTest::mousePress(&right, Qt::LeftButton, {}, {60, 60});
    QTest::mouseMove(&right, {100, 90});
    QTest::mouseMove(&right, {120, 100});
    QTest::mouseRelease(&right, Qt::LeftButton, {}, {120, 100});
    QVERIFY(areLinked());
    // What happens to the results meanwhile, such as that one is adopted, leaves their figures where they are.
    QVERIFY(fixture.run(QStringLiteral("2")));
    QTRY_VERIFY(fixture.isSettled() && fixture.runs().size() == 3);
    QVERIFY(figures.isVisible());
    QCOMPARE(figures.topLevelItemCount(), 3);
}

void TestAnalysis::twoDaysAreComparedWithAHandle()
{
    AnalysisFixture fixture;
    QVERIFY(fixture.open());
    QVERIFY(fixture.trigger(QStringLiteral("compareDays")));
    auto *compare = fixture.window().findChild<ui::CompareWindow *>();
    QVERIFY(compare != nullptr);
    compare->showDays(*Day::fromIso(u"2019-03-31"), *Day::fromIso(u"2019-12-31"));
    QTRY_VERIFY(compare->isReady());
    // By the end of March three works were finished, by the end of the year five.
    const auto legend = [&](const char *name) {
        return compare->findChild<QLabel *>(QString::fromLatin1(name))->text();
    };
    QVERIFY2(legend("compareLegendLeft").contains(QStringLiteral("done 3")), qPrintable(legend("compareLegendLeft")));
    QVERIFY2(legend("compareLegendRight").contains(QStringLiteral("done 5")), qPrintable(legend("compareLegendRight")));
    QTest::mouseClick(compare->findChild<QPushButton *>(QStringLiteral("compareSwipe")), Qt::LeftButton);
    ui::CompareMaps &maps = compare->maps();
    QCOMPARE(maps.mode(), ui::CompareMaps::Mode::Swipe);
    QCOMPARE(maps.left().geometry(), maps.right().geometry());
    auto *handle = maps.findChild<QWidget *>(QStringLiteral("compareHandle"));
    QTest::mousePress(handle, Qt::LeftButton, {}, handle->rect().center());
    QTest::mouseMove(handle, handle->rect().center() + QPoint(-maps.width() / 4, 0));
    QTest::mouseRelease(handle, Qt::LeftButton);
    QVERIFY2(std::abs(maps.handle() - 0.25) < 0.02, qPrintable(QString::number(maps.handle())));
    QVERIFY(!maps.right().mask().contains(QPoint(maps.width() / 5, 20)));
    QVERIFY(maps.right().mask().contains(QPoint(maps.width() / 3, 20)));
    QTest::keyClick(handle, Qt::Key_Right);
    QVERIFY(maps.handle() > 0.25);
    fixture.bench().session.close();
    QTRY_VERIFY(fixture.window().findChild<ui::CompareWindow *>() == nullptr);
}

void TestAnalysis::aPosterIsSaved()
{
    AnalysisFixture fixture;
    QVERIFY(fixture.open());
    QVERIFY(fixture.trigger(QStringLiteral("poster")));
    auto *dialog = fixture.find<QDialog>(QStringLiteral("posterDialog"));
    QVERIFY(dialog != nullptr);
    auto *ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    fixture.find<QComboBox>(QStringLiteral("posterPaper"))->setCurrentText(QStringLiteral("A3"));
    fixture.find<QComboBox>(QStringLiteral("posterPublic"))->setCurrentIndex(1);
    QVERIFY(!ok->isEnabled());
    QTest::keyClicks(fixture.find<QLineEdit>(QStringLiteral("posterApproval")), QStringLiteral("GS(2022)1083"));
    QVERIFY(ok->isEnabled());
    QTest::mouseClick(ok, Qt::LeftButton);
    auto *question = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
    QVERIFY(question != nullptr);
    const QString path = fixture.folder() + QStringLiteral("/墙图.png");
    question->selectFile(path);
    QVERIFY(QMetaObject::invokeMethod(question, "accept", Qt::DirectConnection));
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), 20000);
    const QImage image(path);
    QCOMPARE(image.size(), QSize(3360, 2376));
}

} // namespace cuntu::test

QTEST_MAIN(cuntu::test::TestAnalysis)
#include "test_analysis.moc"
