// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/window_fixture.h"
#include "ui/panels/feature_list.h"
#include "ui/panels/figure_panel.h"
#include "ui/panels/inspector_panel.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDockWidget>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <QTreeWidget>

namespace cuntu::test {

/// A figure that was pointed at, taken apart.
class TestFigure : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aClickedRowIsTakenApart();
    void aPlaceBehindTheFigureIsShownOnTheMap();
    void theBoardsCellAsksForItsArea();
    void stepsOfAChangeAddUp();
    void anotherDefinitionShowsWhatFlips();
    void theCheapestListCanBeEdited();
    void aReceiptIsSavedAndProved();
    void itFollowsTheDayAndTheProject();
};

namespace {

Day day(const char *iso)
{
    return Day::fromIso(QString::fromLatin1(iso)).value();
}

QTableView *table(WindowFixture &fixture, const char *name)
{
    return fixture.find<QTableView>(QString::fromLatin1(name));
}

QString label(WindowFixture &fixture, const char *name)
{
    return fixture.find<QLabel>(QString::fromLatin1(name))->text();
}

/// The sample on a day in its middle, with the county's figure of the first milestone picked.
bool openFigure(WindowFixture &fixture)
{
    if (!fixture.openSample()) {
        return false;
    }
    fixture.bench().view.setAsOf(day("2019-06-30"));
    auto *milestones = fixture.find<QTreeWidget>(QStringLiteral("milestoneTable"));
    if (!QTest::qWaitFor([&] { return fixture.isSettled() && milestones->topLevelItemCount() == 1; }, 10000)) {
        return false;
    }
    Q_EMIT milestones->itemClicked(milestones->topLevelItem(0), 0);
    return QTest::qWaitFor([&] { return fixture.isSettled() && !label(fixture, "figureCount").isEmpty(); }, 10000);
}

bool showPage(WindowFixture &fixture, int page)
{
    fixture.find<QTabWidget>(QStringLiteral("figureTabs"))->setCurrentIndex(page);
    return QTest::qWaitFor([&] { return fixture.isSettled(); }, 10000);
}

/// Presses a button that asks for a file, and gives it @p file.
bool answerWith(WindowFixture &fixture, const QString &button, const QString &file)
{
    fixture.find<QToolButton>(button)->click();
    auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
    if (dialog == nullptr) {
        return false;
    }
    dialog->selectFile(file);
    return QMetaObject::invokeMethod(dialog, "accept", Qt::DirectConnection);
}

/// Sum of the numbers before the stroke in a column of a list.
int sumOfColumn(const QTableView &list, int column)
{
    int sum = 0;
    for (int row = 0; row < list.model()->rowCount(); ++row) {
        sum += list.model()->index(row, column).data().toString().section(QLatin1Char('/'), 0, 0).toInt();
    }
    return sum;
}

} // namespace

void TestFigure::aClickedRowIsTakenApart()
{
    WindowFixture fixture;
    QVERIFY(openFigure(fixture));
    auto *figures = table(fixture, "indicatorTable");
    Q_EMIT figures->clicked(figures->model()->index(0, 0));
    QTRY_VERIFY(fixture.isSettled());
    QVERIFY(fixture.find<QDockWidget>(QStringLiteral("figureDock"))->widget()->isVisible());
    const QString fraction = fixture.figure(2);
    const QTableView &parts = *table(fixture, "figurePartsTable");
    QTRY_COMPARE(parts.model()->rowCount(), fraction.section(QLatin1Char('/'), 1).toInt());
    const int done = fraction.section(QLatin1Char('/'), 0, 0).toInt();
    QCOMPARE(sumOfColumn(parts, ui::FeatureListModel::FirstNumber), done);
    auto *which = fixture.find<QComboBox>(QStringLiteral("figureWhich"));
    which->setCurrentIndex(1);
    QCOMPARE(parts.model()->rowCount(), done);
    which->setCurrentIndex(2);
    QCOMPARE(parts.model()->rowCount(), fraction.section(QLatin1Char('/'), 1).toInt() - done);
    QVERIFY(label(fixture, "figureRungs").contains(QStringLiteral("·")));
    fixture.find<QToolButton>(QStringLiteral("figureRuleButton"))->click();
    QVERIFY(fixture.find<QLabel>(QStringLiteral("figureRule"))->isVisible());
}

void TestFigure::aPlaceBehindTheFigureIsShownOnTheMap()
{
    WindowFixture fixture;
    QVERIFY(openFigure(fixture));
    QTRY_VERIFY(table(fixture, "figurePartsTable")->model()->rowCount() > 1);
    QTableView &parts = *table(fixture, "figurePartsTable");
    Q_EMIT parts.clicked(parts.model()->index(1, 0));
    QTRY_VERIFY(fixture.isSettled());
    const ui::Selection &selection = fixture.bench().view.selection();
    QCOMPARE(selection.features.size(), std::size_t{1});
    const auto &card = fixture.window().panels().inspector().card();
    QTRY_VERIFY(card && card->title == parts.model()->index(1, 0).data().toString());
    fixture.find<QToolButton>(QStringLiteral("figurePartsPickAll"))->click();
    QCOMPARE(static_cast<int>(fixture.bench().view.selection().features.size()), parts.model()->rowCount());
}

void TestFigure::theBoardsCellAsksForItsArea()
{
    WindowFixture fixture;
    QVERIFY(openFigure(fixture));
    fixture.find<QDockWidget>(QStringLiteral("boardDock"))->raise();
    QTableView &board = *table(fixture, "boardTable");
    QTRY_COMPARE(board.model()->rowCount(), 1);
    Q_EMIT board.doubleClicked(board.model()->index(0, 0));
    QTRY_COMPARE(board.model()->rowCount(), 2);
    Q_EMIT board.clicked(board.model()->index(1, 1));
    QTRY_VERIFY(fixture.isSettled());
    QTRY_VERIFY(label(fixture, "figureTitle").endsWith(board.model()->index(1, 0).data().toString()));
    QCOMPARE(label(fixture, "figureValue"), board.model()->index(1, 1).data().toString());
    QVERIFY(label(fixture, "figureCount").contains(QStringLiteral("T1")));
}

void TestFigure::stepsOfAChangeAddUp()
{
    WindowFixture fixture;
    QVERIFY(openFigure(fixture));
    QVERIFY(showPage(fixture, 1));
    fixture.find<QDateEdit>(QStringLiteral("changeFrom"))->setDate(QDate(2017, 1, 1));
    const auto *steps = fixture.find<QTreeWidget>(QStringLiteral("changeSteps"));
    QTRY_VERIFY(fixture.isSettled() && steps->topLevelItemCount() > 2);
    int reached = steps->topLevelItem(0)->text(1).toInt();
    const int last = steps->topLevelItemCount() - 1;
    for (int i = 1; i < last; ++i) {
        reached += steps->topLevelItem(i)->text(1).toInt();
    }
    QCOMPARE(reached, steps->topLevelItem(last)->text(1).toInt());
    QCOMPARE(table(fixture, "figureChangeTable")->model()->rowCount(), steps->topLevelItem(1)->text(1).toInt());
}

void TestFigure::anotherDefinitionShowsWhatFlips()
{
    WindowFixture fixture;
    QVERIFY(openFigure(fixture));
    QVERIFY(showPage(fixture, 2));
    QVERIFY(label(fixture, "trialSummary").contains(QStringLiteral("Nothing is stored")));
    auto *least = fixture.find<QLineEdit>(QStringLiteral("parameter_least_km"));
    QVERIFY(least != nullptr);
    least->setText(QStringLiteral("1000")); // longer than any
    Q_EMIT least->editingFinished();
    const auto *flips = fixture.find<QTreeWidget>(QStringLiteral("trialFlips"));
    QTRY_VERIFY(fixture.isSettled() && flips->topLevelItemCount() == 2);
    QCOMPARE(flips->topLevelItem(0)->childCount(), 1); // the target's light
    QCOMPARE(flips->topLevelItem(0)->child(0)->text(2), QStringLiteral("—"));
    QCOMPARE(table(fixture, "trialFeaturesTable")->model()->rowCount(),
             table(fixture, "figurePartsTable")->model()->rowCount());
    least->clear();
    Q_EMIT least->editingFinished();
    QTRY_VERIFY(flips->topLevelItemCount() == 0);
}

void TestFigure::theCheapestListCanBeEdited()
{
    WindowFixture fixture;
    QVERIFY(openFigure(fixture));
    QVERIFY(showPage(fixture, 3));
    QTableView &list = *table(fixture, "planFeaturesTable");
    QTRY_VERIFY(list.model()->rowCount() > 0);
    QVERIFY(label(fixture, "planSummary").contains(QStringLiteral("The target is reached")));
    auto *cost = fixture.find<QComboBox>(QStringLiteral("planCost"));
    cost->setCurrentIndex(cost->findData(QStringLiteral("length_km")));
    Q_EMIT cost->activated(cost->currentIndex());
    QTRY_VERIFY(fixture.isSettled());
    QVERIFY(list.model()->setData(list.model()->index(0, 0), Qt::Unchecked, Qt::CheckStateRole));
    QVERIFY(label(fixture, "planSummary").contains(QStringLiteral("The target is not reached")));
    auto *budget = fixture.find<QLineEdit>(QStringLiteral("planBudget"));
    budget->setText(QStringLiteral("0.01"));
    Q_EMIT budget->editingFinished();
    QTRY_VERIFY(fixture.isSettled() && label(fixture, "planSummary").contains(QStringLiteral("gain 0 of")));
}

void TestFigure::aReceiptIsSavedAndProved()
{
    WindowFixture fixture;
    QVERIFY(openFigure(fixture));
    const QString file = fixture.folder() + QStringLiteral("/收据.json");
    QVERIFY(answerWith(fixture, QStringLiteral("figureReceipt"), file));
    QTRY_VERIFY(fixture.isSettled() && QFile::exists(file));
    QVERIFY(answerWith(fixture, QStringLiteral("figureProve"), file));
    QTRY_VERIFY(fixture.bench().log.messages().back().text.contains(QStringLiteral("The receipt holds")));
    // A figure that somebody bettered does not hold.
    QFile receipt(file);
    QVERIFY(receipt.open(QIODevice::ReadWrite));
    QByteArray text = receipt.readAll();
    const qsizetype at = text.indexOf("\"numerator\": ");
    QVERIFY(at > 0);
    text.insert(at + 13, '9');
    receipt.resize(0);
    receipt.seek(0);
    receipt.write(text);
    receipt.close();
    QVERIFY(answerWith(fixture, QStringLiteral("figureProve"), file));
    QTRY_VERIFY(fixture.bench().log.messages().back().text.contains(QStringLiteral("The receipt does not hold")));
}

void TestFigure::itFollowsTheDayAndTheProject()
{
    WindowFixture fixture;
    QVERIFY(openFigure(fixture));
    fixture.bench().view.setAsOf(day("2018-01-31"));
    QTRY_VERIFY(label(fixture, "figureCount").contains(QStringLiteral("2018-01-31")));
    fixture.bench().session.close();
    QTRY_VERIFY(fixture.find<QLabel>(QStringLiteral("figureEmpty"))
                    ->isVisibleTo(fixture.find<ui::FigurePanel>(QStringLiteral("figurePanel"))));
}

} // namespace cuntu::test

QTEST_MAIN(cuntu::test::TestFigure)
#include "test_figure.moc"
