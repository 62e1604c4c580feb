// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/window_fixture.h"
#include "ui/panels/figure_model.h"
#include "ui/panels/indicator_panel.h"
#include "ui/panels/inspector_panel.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDateEdit>
#include <QDialog>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>
#include <QTreeWidget>

#include <algorithm>

namespace cuntu::test {

using ui::FigureModel;

/// The window as a user goes through it: welcome page, sample, marking, importing, undo, language, look.
class TestWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void welcomePageOpensTheSample();
    void markingChangesCardFiguresAndMap();
    void undoTakesAMarkBack();
    void undoKeysPassAFieldThatHasNothingToTakeBack();
    void afterASearchTheKeysAreForTheMap();
    void keysOfAnActionThatIsOffSayWhy();
    void aStepThatIsNotNextCannotBeChosen();
    void manyAreMarkedAtOnce();
    void personalFieldsAreMaskedUntilAsked();
    void editedFieldIsKept();
    void droppedFileIsImportedAndBadRowsAreListed();
    void asOfDateGoesBackInTime();
    void doubleClickGoesDownALevel();
    void languageSwitchesEverything();
    void lookIsRemembered();
    void overlayReplacesTheLayer();
    void milestonesAreListed();
    void windowKeepsTheSizeItWasGiven();

private:
    void mark(WindowFixture &fixture, const QString &status, const QString &note);
    void puttingPanelsBackLeavesOneTabBar();
};

namespace {

void drop(QWidget &widget, const QStringList &files)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString &file : files) {
        urls << QUrl::fromLocalFile(file);
    }
    data.setUrls(urls);
    QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&widget, &enter);
    QDropEvent event(QPointF(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&widget, &event);
}

void choose(QListWidget &list, const QString &id)
{
    for (int row = 0; row < list.count(); ++row) {
        if (list.item(row)->data(Qt::UserRole).toString() == id) {
            list.setCurrentRow(row);
        }
    }
}

} // namespace

void TestWindow::mark(WindowFixture &fixture, const QString &status, const QString &note)
{
    QVERIFY(fixture.trigger(QStringLiteral("mark")));
    choose(*fixture.find<QListWidget>(QStringLiteral("markStatus")), status);
    fixture.find<QPlainTextEdit>(QStringLiteral("markNote"))->setPlainText(note);
    auto *accept = fixture.find<QPushButton>(QStringLiteral("markAccept"));
    QVERIFY2(accept->isEnabled(), qPrintable(accept->toolTip()));
    QTest::mouseClick(accept, Qt::LeftButton);
    QTRY_VERIFY(fixture.isSettled());
}

void TestWindow::welcomePageOpensTheSample()
{
    WindowFixture fixture;
    QVERIFY(fixture.find<QWidget>(QStringLiteral("welcomePage"))->isVisible());
    QVERIFY(fixture.openSample());
    QVERIFY(fixture.find<QWidget>(QStringLiteral("map"))->isVisible());
    QCOMPARE(fixture.bench().view.asOf().toIso(), QStringLiteral("2020-06-30"));
    QTRY_COMPARE(fixture.figure(FigureModel::Count), QStringLiteral("5/15"));
    QCOMPARE(fixture.bench().settings.recentProjects().size(), 1);
    const auto *tree = fixture.find<QTreeWidget>(QStringLiteral("layerTree"));
    QCOMPARE(tree->findItems(QStringLiteral("Works"), Qt::MatchExactly | Qt::MatchRecursive).size(), 1);
}

void TestWindow::markingChangesCardFiguresAndMap()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    QVERIFY(fixture.pick(QStringLiteral("demo_lines"), {QStringLiteral("L02")}));
    mark(fixture, QStringLiteral("DONE"), {});
    QTRY_COMPARE(fixture.figure(FigureModel::Count), QStringLiteral("6/15"));
    const auto &card = fixture.window().panels().inspector().card();
    QTRY_COMPARE(card->statuses.front().name, QStringLiteral("finished"));
    QCOMPARE(card->history.front().entry.who, QStringLiteral("tester"));
    const auto &legends = fixture.window().mapController().legends();
    QCOMPARE(legends.at(QStringLiteral("demo.done")).front().count, 6);
}

void TestWindow::undoTakesAMarkBack()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    QVERIFY(fixture.pick(QStringLiteral("demo_lines"), {QStringLiteral("L02")}));
    mark(fixture, QStringLiteral("DONE"), {});
    QTRY_COMPARE(fixture.figure(FigureModel::Count), QStringLiteral("6/15"));
    QVERIFY(fixture.activate());
    const auto press = [&fixture](Qt::Key key, Qt::KeyboardModifiers modifiers) {
        QTRY_VERIFY(fixture.isSettled());
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    };
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(fixture.figure(FigureModel::Count), QStringLiteral("5/15"));
    press(Qt::Key_Y, Qt::ControlModifier);
    QTRY_COMPARE(fixture.figure(FigureModel::Count), QStringLiteral("6/15"));
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(fixture.figure(FigureModel::Count), QStringLiteral("5/15"));
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(fixture.figure(FigureModel::Count), QStringLiteral("6/15"));
}

void TestWindow::undoKeysPassAFieldThatHasNothingToTakeBack()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    QVERIFY(fixture.pick(QStringLiteral("demo_lines"), {QStringLiteral("L02")}));
    mark(fixture, QStringLiteral("DONE"), {});
    QTRY_COMPARE(fixture.figure(FigureModel::Count), QStringLiteral("6/15"));
    QVERIFY(fixture.activate());
    auto *search = fixture.find<QLineEdit>(QStringLiteral("searchBox"));
    search->setFocus();
    QTest::keyClicks(search, QStringLiteral("x"));
    QTest::keyClick(search, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(search->text(), QString()); // first what was typed ...
    QTRY_VERIFY(fixture.isSettled());
    QCOMPARE(fixture.figure(FigureModel::Count), QStringLiteral("6/15"));
    QTest::keyClick(search, Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(fixture.figure(FigureModel::Count), QStringLiteral("5/15")); // ... then what was marked
    QTRY_VERIFY(fixture.isSettled());
    auto *day = fixture.find<QDateEdit>(QStringLiteral("asOf"));
    day->setFocus();
    QTest::keyClick(day, Qt::Key_Y, Qt::ControlModifier);
    QTRY_COMPARE(fixture.figure(FigureModel::Count), QStringLiteral("6/15"));
}

void TestWindow::afterASearchTheKeysAreForTheMap()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    QVERIFY(fixture.activate());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F, Qt::ControlModifier);
    auto *search = fixture.find<QLineEdit>(QStringLiteral("searchBox"));
    QCOMPARE(QApplication::focusWidget(), search);
    QTest::keyClicks(search, QStringLiteral("L02"));
    const QListWidget *list = nullptr;
    for (const QWidget *widget : QApplication::topLevelWidgets()) { // the list is a window of its own
        list = widget->objectName() == QStringLiteral("searchList") ? qobject_cast<const QListWidget *>(widget) : list;
    }
    QVERIFY(list != nullptr);
    QTRY_COMPARE(list->count(), 1);
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_COMPARE(fixture.bench().view.selection().layer, QStringLiteral("demo_lines"));
    QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(&fixture.window().map()));
}

void TestWindow::keysOfAnActionThatIsOffSayWhy()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    QVERIFY(fixture.activate());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_M, Qt::ControlModifier);
    QCOMPARE(fixture.find<QLabel>(QStringLiteral("statusMessage"))->text(),
             QStringLiteral("Pick something on the map first."));
}

void TestWindow::aStepThatIsNotNextCannotBeChosen()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    QVERIFY(fixture.pick(QStringLiteral("demo_lines"), {QStringLiteral("L01")}));
    QVERIFY(fixture.trigger(QStringLiteral("mark")));
    auto *list = fixture.find<QListWidget>(QStringLiteral("markStatus"));
    QVERIFY(list->currentItem() == nullptr || list->currentItem()->flags().testFlag(Qt::ItemIsEnabled));
    list->setCurrentRow(2);
    QVERIFY(!list->item(2)->flags().testFlag(Qt::ItemIsEnabled));
    QVERIFY(!list->item(2)->toolTip().isEmpty());
    QVERIFY(!fixture.find<QPushButton>(QStringLiteral("markAccept"))->isEnabled());
    QVERIFY(!fixture.find<QLabel>(QStringLiteral("markProblem"))->text().isEmpty());
    fixture.find<QDialog>(QStringLiteral("markDialog"))->reject();
}

void TestWindow::manyAreMarkedAtOnce()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    QVERIFY(fixture.pick(QStringLiteral("demo_lines"),
                         {QStringLiteral("L02"), QStringLiteral("L05"), QStringLiteral("L08")}));
    mark(fixture, QStringLiteral("DONE"), QStringLiteral("checked together"));
    QTRY_COMPARE(fixture.figure(FigureModel::Count), QStringLiteral("8/15"));
    QTRY_VERIFY(fixture.isSettled());
    QVERIFY(fixture.trigger(QStringLiteral("undo")));
    QTRY_COMPARE(fixture.figure(FigureModel::Count), QStringLiteral("5/15"));
}

void TestWindow::personalFieldsAreMaskedUntilAsked()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    QVERIFY(fixture.pick(QStringLiteral("demo_lines"), {QStringLiteral("L01")}));
    const auto *form = fixture.find<QTreeWidget>(QStringLiteral("fieldForm"));
    QVERIFY(form->findItems(QStringLiteral("张三丰"), Qt::MatchExactly, 1).isEmpty());
    QTest::mouseClick(fixture.find<QPushButton>(QStringLiteral("inspectorUnmask")), Qt::LeftButton);
    QTRY_COMPARE(form->findItems(QStringLiteral("张三丰"), Qt::MatchExactly, 1).size(), 1);
}

void TestWindow::editedFieldIsKept()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    QVERIFY(fixture.pick(QStringLiteral("demo_lines"), {QStringLiteral("L01")}));
    auto *form = fixture.find<QTreeWidget>(QStringLiteral("fieldForm"));
    form->editItem(form->topLevelItem(1), 1);
    auto *line = form->findChild<QLineEdit *>();
    QVERIFY(line != nullptr);
    line->selectAll();
    QTest::keyClicks(line, QStringLiteral("Bridge"));
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_COMPARE(fixture.find<QLabel>(QStringLiteral("inspectorTitle"))->text(), QStringLiteral("Bridge"));
}

void TestWindow::droppedFileIsImportedAndBadRowsAreListed()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    drop(fixture.window(), {WindowFixture::data(QStringLiteral("settlements_bad.csv"))});
    auto *accept = fixture.find<QPushButton>(QStringLiteral("importAccept"));
    QVERIFY(accept != nullptr);
    QTRY_VERIFY2(accept->isEnabled(), qPrintable(fixture.find<QLabel>(QStringLiteral("importProblem"))->text()));
    QCOMPARE(fixture.find<QComboBox>(QStringLiteral("importRole"))->currentData().toString(),
             QStringLiteral("settlements"));
    QTest::mouseClick(accept, Qt::LeftButton); // what it would change is shown first
    QTRY_VERIFY(accept->isEnabled());
    QCOMPARE(fixture.find<QTreeWidget>(QStringLiteral("importProposalFindings"))->topLevelItemCount(), 2);
    QVERIFY(fixture.find<QDialog>(QStringLiteral("importResult")) == nullptr);
    QTest::mouseClick(accept, Qt::LeftButton);
    QTRY_VERIFY(fixture.find<QDialog>(QStringLiteral("importResult")) != nullptr);
    QCOMPARE(fixture.find<QTreeWidget>(QStringLiteral("importFindings"))->topLevelItemCount(), 2);
    QVERIFY(fixture.find<QWidget>(QStringLiteral("importFigures"))
                ->accessibleName()
                .startsWith(QStringLiteral("3 read, 2 taken")));
    fixture.find<QDialog>(QStringLiteral("importResult"))->reject();
    QTRY_COMPARE(fixture.bench().session.state()->findLayer(QStringLiteral("settlements"))->features,
                 14); // an unknown village is a warning
}

void TestWindow::asOfDateGoesBackInTime()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    fixture.find<QDateEdit>(QStringLiteral("asOf"))->setDate(QDate(2018, 12, 31));
    QTRY_COMPARE(fixture.figure(FigureModel::Count), QStringLiteral("0/15"));
    QCOMPARE(fixture.find<QDateEdit>(QStringLiteral("indicatorAsOf"))->date(), QDate(2018, 12, 31));
}

void TestWindow::doubleClickGoesDownALevel()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    auto *table = fixture.find<QTableView>(QStringLiteral("indicatorTable"));
    QTRY_COMPARE(table->model()->rowCount(), 1);
    Q_EMIT table->doubleClicked(table->model()->index(0, 0));
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QVERIFY(fixture.find<QLabel>(QStringLiteral("indicatorFooter"))->text().contains(QStringLiteral("5/15")));
}

void TestWindow::languageSwitchesEverything()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    QVERIFY(fixture.trigger(QStringLiteral("languageZh")));
    QTRY_COMPARE(fixture.figure(FigureModel::IndicatorName), QStringLiteral("完成率"));
    for (const QAction *action : fixture.window().menuBar()->actions()) {
        QVERIFY2(action->text().at(0).unicode() > 0x2000, qPrintable(action->text()));
    }
    QTRY_VERIFY(fixture.isSettled());
    const auto *tree = fixture.find<QTreeWidget>(QStringLiteral("layerTree"));
    QTRY_COMPARE(tree->findItems(QStringLiteral("工程"), Qt::MatchExactly | Qt::MatchRecursive).size(), 1);
    QCOMPARE(fixture.bench().settings.language(), Language::Chinese);
    QVERIFY(fixture.trigger(QStringLiteral("languageEn")));
    QTRY_COMPARE(fixture.figure(FigureModel::IndicatorName), QStringLiteral("Share finished"));
}

void TestWindow::lookIsRemembered()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    const QColor before = QApplication::palette().color(QPalette::Window);
    QVERIFY(fixture.trigger(QStringLiteral("themeDark")));
    QTRY_VERIFY(QApplication::palette().color(QPalette::Window) != before);
    QVERIFY(fixture.bench().settings.isDark());
}

void TestWindow::overlayReplacesTheLayer()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    auto *tree = fixture.find<QTreeWidget>(QStringLiteral("layerTree"));
    const auto items = tree->findItems(QStringLiteral("Finished or not"), Qt::MatchExactly | Qt::MatchRecursive);
    QCOMPARE(items.size(), 1);
    items.front()->setCheckState(0, Qt::Unchecked);
    QTRY_COMPARE(fixture.bench().view.overlay(), QString());
    QTRY_VERIFY(fixture.isSettled());
    QCOMPARE(fixture.window().mapController().legends().count(QStringLiteral("demo_lines")), std::size_t{1});
    tree->findItems(QStringLiteral("Finished or not"), Qt::MatchExactly | Qt::MatchRecursive)
        .front()
        ->setCheckState(0, Qt::Checked);
    QTRY_COMPARE(fixture.bench().view.overlay(), QStringLiteral("demo.done"));
    QTRY_VERIFY(fixture.isSettled());
    const auto &legend = fixture.window().mapController().legends().at(QStringLiteral("demo.done"));
    QCOMPARE(legend.size(), std::size_t{2});
    QCOMPARE(legend.front().count, 5);
    QCOMPARE(std::count_if(fixture.window().map().request().layers.begin(),
                           fixture.window().map().request().layers.end(),
                           [](const RenderLayer &layer) { return layer.id == QStringLiteral("demo_lines"); }),
             1);
}

void TestWindow::milestonesAreListed()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    const auto *table = fixture.find<QTreeWidget>(QStringLiteral("milestoneTable"));
    QTRY_COMPARE(table->topLevelItemCount(), 1);
    QVERIFY(!table->topLevelItem(0)->toolTip(2).isEmpty());
}

void TestWindow::windowKeepsTheSizeItWasGiven()
{
    WindowFixture fixture;
    fixture.window().resize(1280, 800); // an office notebook's
    QVERIFY(fixture.openSample());
    QCOMPARE(fixture.window().size(), QSize(1280, 800));
    fixture.bench().view.setAsOf(*Day::fromIso(u"2018-09-15")); // longer words in every panel
    QTRY_VERIFY(fixture.isSettled());
    QVERIFY(fixture.trigger(QStringLiteral("markMode")));
    QTest::qWait(50);
    QCOMPARE(fixture.window().size(), QSize(1280, 800));
}

void TestWindow::puttingPanelsBackLeavesOneTabBar()
{
    WindowFixture fixture;
    fixture.window().resize(1440, 900);
    QVERIFY(fixture.openSample());
    const auto bars = [&] {
        const auto all = fixture.window().findChildren<QTabBar *>(QString(), Qt::FindDirectChildrenOnly);
        return std::count_if(all.begin(), all.end(), [](const QTabBar *bar) { return bar->isVisible(); });
    };
    QTRY_COMPARE(bars(), 1);
    fixture.find<QDockWidget>(QStringLiteral("milestonesDock"))->raise();
    fixture.window().panels().showGuide(QStringLiteral("behind"));
    QTest::qWait(300); // the panels have moved
    fixture.window().panels().resetLayout();
    QTest::qWait(300);
    QCOMPARE(bars(), 1);
    fixture.bench().view.setAsOf(Day::fromYmd(2018, 9, 15).value());
    QTRY_VERIFY(fixture.isSettled());
    QCOMPARE(bars(), 1);
    QCOMPARE(fixture.window().width(), 1440);
}

} // namespace cuntu::test

QTEST_MAIN(cuntu::test::TestWindow)
#include "test_window.moc"
