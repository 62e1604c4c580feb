// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/window_fixture.h"
#include "ui/panels/curve_chart.h"
#include "ui/panels/milestone_board.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QTableView>
#include <QToolButton>
#include <QTreeWidget>

namespace cuntu::test {

/// The board of areas and promises, and the curve of one target.
class TestBoard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void boardAgreesWithMilestonesAndFigures();
    void doubleClickGoesDownAndCrumbsLeadUp();
    void keysDoWhatTheMouseDoes();
    void aClickPicksTheAreaOnTheMap();
    void everyCellHasASignBesideItsColour();
    void aCellThatNobodyReportedIsHatched();
    void lightsGetBetterOnlyAsTheProjectAsks();
    void copyIsATable();
    void ownPromiseGoesBefore();
    void emptyBoardSaysWhatToDo();
    void curveShowsPlanActualAndForecast();
    void curveFollowsTheDay();
    void curveReadsOff();
    void clickedMilestoneIsShownAsCurve();
    void aPlanWithoutAYearHasNoForecast();
};

namespace {

Day day(const char *iso)
{
    return Day::fromIso(QString::fromLatin1(iso)).value();
}

QTableView &table(WindowFixture &fixture)
{
    return *fixture.find<QTableView>(QStringLiteral("boardTable"));
}

bool showDock(WindowFixture &fixture, const QString &name)
{
    auto *dock = fixture.find<QDockWidget>(name);
    dock->raise();
    return QTest::qWaitFor([&] { return fixture.isSettled() && dock->widget()->isVisible(); }, 10000);
}

bool openBoard(WindowFixture &fixture)
{
    return fixture.openSample() && showDock(fixture, QStringLiteral("boardDock")) &&
           QTest::qWaitFor([&] { return table(fixture).model()->rowCount() == 1; }, 10000);
}

/// Down into the first county.
bool goToTownships(WindowFixture &fixture)
{
    Q_EMIT table(fixture).doubleClicked(table(fixture).model()->index(0, 0));
    return QTest::qWaitFor([&] { return table(fixture).model()->rowCount() == 2; }, 10000);
}

QString text(WindowFixture &fixture, int row, int column)
{
    return table(fixture).model()->index(row, column).data().toString();
}

Target target(const char *label, const char *area, double value)
{
    Target made;
    made.label = QString::fromLatin1(label);
    made.programme = QStringLiteral("demo");
    made.indicator = QStringLiteral("demo_done_rate");
    made.area = AreaCode::parse(QString::fromLatin1(area)).value();
    made.value = value;
    made.start = day("2018-01-01");
    made.due = day("2020-12-31");
    return made;
}

} // namespace

void TestBoard::boardAgreesWithMilestonesAndFigures()
{
    WindowFixture fixture;
    QVERIFY(openBoard(fixture));
    const auto *milestones = fixture.find<QTreeWidget>(QStringLiteral("milestoneTable"));
    QTRY_COMPARE(milestones->topLevelItemCount(), 1);
    QCOMPARE(table(fixture).model()->columnCount(), 2);
    const QModelIndex cell = table(fixture).model()->index(0, 1);
    const auto state = static_cast<MilestoneState>(cell.data(ui::BoardModel::k_state).toInt());
    QCOMPARE(lookOf(state).word, milestones->topLevelItem(0)->text(2));
    QCOMPARE(cell.data().toString(), milestones->topLevelItem(0)->text(3));
    // Going down, the parts make up the whole.
    QVERIFY(goToTownships(fixture));
    const ui::BoardRequest request{fixture.bench().session.state(), {}, fixture.bench().view.asOf()};
    const auto county = ui::workOutBoard(request, {});
    QVERIFY(county.has_value());
    for (AreaCode inside = county->rows.front().area;; inside = AreaCode::parse(u"361199001").value()) {
        const auto parts = ui::workOutBoard({request.state, inside, request.asOf}, {});
        const FigureRequest whole{{}, QStringLiteral("demo_done_rate"), request.asOf, inside.level(), inside, {}};
        const auto figures = computeFigures(*request.state->snapshot, *request.state->registry, whole, {});
        QVERIFY(parts.has_value() && figures.has_value());
        double done = 0;
        double all = 0;
        for (const ui::BoardRow &row : parts->rows) {
            done += row.cells.front().numerator;
            all += row.cells.front().denominator;
        }
        QCOMPARE(done, figures->front().numerator);
        QCOMPARE(all, figures->front().denominator);
        if (inside.level() == AreaLevel::Township) {
            QVERIFY(parts->level == AreaLevel::Village);
            break;
        }
    }
}

void TestBoard::doubleClickGoesDownAndCrumbsLeadUp()
{
    WindowFixture fixture;
    QVERIFY(openBoard(fixture));
    QVERIFY(goToTownships(fixture));
    QCOMPARE(text(fixture, 0, 0), QStringLiteral("青山街道"));
    Q_EMIT table(fixture).doubleClicked(table(fixture).model()->index(0, 1));
    QTRY_VERIFY(text(fixture, 0, 0) != QStringLiteral("青山街道"));
    const QString village = text(fixture, 0, 0);
    Q_EMIT table(fixture).doubleClicked(table(fixture).model()->index(0, 1)); // villages have nothing below
    QTest::qWait(50);
    QCOMPARE(text(fixture, 0, 0), village);
    auto *crumb = fixture.find<QToolButton>(QStringLiteral("boardCrumb361199"));
    QVERIFY(crumb != nullptr && crumb->isEnabled());
    QVERIFY(crumb->text().startsWith(QStringLiteral("云溪县")));
    QTest::mouseClick(crumb, Qt::LeftButton);
    QTRY_COMPARE(text(fixture, 0, 0), QStringLiteral("青山街道"));
    QTest::mouseClick(fixture.find<QToolButton>(QStringLiteral("boardCrumb")), Qt::LeftButton);
    QTRY_COMPARE(text(fixture, 0, 0), QStringLiteral("云溪县"));
}

void TestBoard::keysDoWhatTheMouseDoes()
{
    WindowFixture fixture;
    QVERIFY(openBoard(fixture));
    QVERIFY(fixture.activate());
    QTableView &view = table(fixture);
    view.setFocus();
    view.setCurrentIndex(view.model()->index(0, 1));
    QTest::keyClick(&view, Qt::Key_Return);
    QTRY_COMPARE(view.model()->rowCount(), 2);
    view.setCurrentIndex(view.model()->index(0, 1));
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(view.currentIndex().row(), 1);
    QTest::keyClick(&view, Qt::Key_Space);
    QTRY_COMPARE(fixture.bench().view.selection().layer, QStringLiteral("townships"));
    QTest::keyClick(&view, Qt::Key_Backspace);
    QTRY_COMPARE(view.model()->rowCount(), 1);
}

void TestBoard::aClickPicksTheAreaOnTheMap()
{
    WindowFixture fixture;
    QVERIFY(openBoard(fixture));
    QVERIFY(goToTownships(fixture));
    Q_EMIT table(fixture).doubleClicked(table(fixture).model()->index(0, 1));
    QTRY_VERIFY(text(fixture, 0, 0) != QStringLiteral("青山街道"));
    const QRect cell = table(fixture).visualRect(table(fixture).model()->index(0, 1));
    QTest::mouseClick(table(fixture).viewport(), Qt::LeftButton, {}, cell.center());
    QTRY_COMPARE(fixture.bench().view.selection().layer, QStringLiteral("villages"));
    QTRY_COMPARE(fixture.find<QLabel>(QStringLiteral("inspectorTitle"))->text(), text(fixture, 0, 0));
}

void TestBoard::everyCellHasASignBesideItsColour()
{
    WindowFixture fixture;
    QVERIFY(openBoard(fixture));
    QVERIFY(goToTownships(fixture));
    for (int row = 0; row < table(fixture).model()->rowCount(); ++row) {
        const QModelIndex index = table(fixture).model()->index(row, 1);
        QVERIFY(index.data(ui::BoardModel::k_state).isValid());
        QVERIFY(!index.data(Qt::DecorationRole).value<QIcon>().isNull());
        QVERIFY(index.data(Qt::DisplayRole).toString().contains(QLatin1Char('%')));
        QVERIFY(!index.data(Qt::ToolTipRole).toString().isEmpty());
    }
    QVERIFY(!fixture.find<QLabel>(QStringLiteral("boardFooter"))->text().isEmpty());
}

void TestBoard::aCellThatNobodyReportedIsHatched()
{
    WindowFixture fixture;
    QVERIFY(openBoard(fixture));
    fixture.bench().view.setAsOf(day("2020-12-30"));
    QTRY_VERIFY(fixture.isSettled());
    const auto picture = [&] {
        const QModelIndex cell = table(fixture).model()->index(0, 1);
        return table(fixture).viewport()->grab(table(fixture).visualRect(cell)).toImage();
    };
    QVERIFY(!table(fixture).model()->index(0, 1).data(ui::BoardModel::k_stale).toBool());
    const QImage before = picture();
    // The same promise, with a report every week; the last one was long ago.
    Target weekly = fixture.bench().session.state()->targets.front();
    weekly.cadence = Cadence::Weekly;
    weekly.reason = QStringLiteral("周报");
    QVERIFY(fixture.bench().session.project()->adjustTarget(weekly, QStringLiteral("王")).has_value());
    fixture.bench().session.refresh();
    QTRY_VERIFY(fixture.isSettled() && table(fixture).model()->index(0, 1).data(ui::BoardModel::k_stale).toBool());
    const QModelIndex stale = table(fixture).model()->index(0, 1);
    QVERIFY(stale.data(Qt::ToolTipRole).toString().contains(QStringLiteral("Out of date")));
    const auto state = static_cast<MilestoneState>(stale.data(ui::BoardModel::k_state).toInt());
    QVERIFY(state != MilestoneState::OnTrack);
    QVERIFY(picture() != before);
    const auto *milestones = fixture.find<QTreeWidget>(QStringLiteral("milestoneTable"));
    QVERIFY(milestones->topLevelItem(0)->text(2).contains(QStringLiteral("out of date")));
}

void TestBoard::lightsGetBetterOnlyAsTheProjectAsks()
{
    WindowFixture fixture;
    QVERIFY(openBoard(fixture));
    Target modest = fixture.bench().session.state()->targets.front();
    modest.value = 10;
    modest.reason = QStringLiteral("调低");
    QVERIFY(fixture.bench().session.project()->adjustTarget(modest, QStringLiteral("王")).has_value());
    fixture.bench().session.refresh();
    QVERIFY(goToTownships(fixture));
    fixture.bench().view.setAsOf(day("2020-06-30"));
    const auto state = [&](int row) {
        return static_cast<MilestoneState>(table(fixture).model()->index(row, 1).data(ui::BoardModel::k_state).toInt());
    };
    QTRY_VERIFY(fixture.isSettled() && state(0) == MilestoneState::Done);
    QVERIFY(fixture.bench()
                .session.project()
                ->setSetting(QStringLiteral("milestone.improvement_rung"), QStringLiteral("certified"))
                .has_value());
    fixture.bench().session.refresh();
    QTRY_VERIFY(fixture.isSettled() && state(0) != MilestoneState::Done); // nothing is certified
    QVERIFY(state(0) != MilestoneState::OnTrack);
    // The county's cell is what the milestones say.
    QTest::mouseClick(fixture.find<QToolButton>(QStringLiteral("boardCrumb")), Qt::LeftButton);
    QTRY_COMPARE(table(fixture).model()->rowCount(), 1);
    QTRY_VERIFY(fixture.isSettled());
    const auto *milestones = fixture.find<QTreeWidget>(QStringLiteral("milestoneTable"));
    QCOMPARE(lookOf(state(0)).word, milestones->topLevelItem(0)->text(2));
    QVERIFY(state(0) != MilestoneState::Done);
}

void TestBoard::copyIsATable()
{
    WindowFixture fixture;
    QVERIFY(openBoard(fixture));
    QVERIFY(goToTownships(fixture));
    QTest::keyClick(&table(fixture), Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QApplication::clipboard()->text().split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[0], QStringLiteral("Area\tT1\tState"));
    for (const QString &line : lines) {
        QCOMPARE(line.split(QLatin1Char('\t')).size(), 3);
    }
    QVERIFY(lines[1].startsWith(QStringLiteral("青山街道\t")));
}

void TestBoard::ownPromiseGoesBefore()
{
    WindowFixture fixture;
    QVERIFY(openBoard(fixture));
    QVERIFY(
        fixture.bench().session.project()->addTargets({target("T1", "361199001", 1)}, QStringLiteral("t")).has_value());
    QTRY_VERIFY(fixture.isSettled() && fixture.bench().session.state()->targets.size() == 2);
    QVERIFY(goToTownships(fixture));
    const auto board = ui::workOutBoard(
        {fixture.bench().session.state(), AreaCode::parse(u"361199").value(), fixture.bench().view.asOf()}, {});
    QVERIFY(board.has_value());
    QCOMPARE(board->columns.size(), std::size_t{1}); // one promise, in two places
    QCOMPARE(board->rows[0].cells[0].promised, 1.0);
    QCOMPARE(board->rows[1].cells[0].promised, 100.0);
    QVERIFY(board->rows[0].cells[0].state == MilestoneState::Done);
}

void TestBoard::emptyBoardSaysWhatToDo()
{
    WindowFixture fixture;
    fixture.bench().session.create({fixture.folder() + QStringLiteral("/empty.cuntu"), {}, {}});
    QTRY_VERIFY(fixture.isSettled());
    QVERIFY(showDock(fixture, QStringLiteral("boardDock")));
    QTRY_VERIFY(fixture.find<QLabel>(QStringLiteral("boardEmpty"))->isVisible());
    QVERIFY(fixture.find<QLabel>(QStringLiteral("boardEmpty"))->text().contains(QStringLiteral("Ctrl+I")));
    QVERIFY(showDock(fixture, QStringLiteral("curveDock")));
    QVERIFY(fixture.find<QLabel>(QStringLiteral("curveEmpty"))->text().contains(QStringLiteral("Ctrl+I")));
}

void TestBoard::curveShowsPlanActualAndForecast()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    const auto &state = *fixture.bench().session.state();
    const Day asOf = day("2020-06-30");
    const auto series = ui::workOutSeries(state, state.targets.front(), asOf, {});
    QVERIFY(series.has_value());
    QCOMPARE(series->start, day("2018-01-01"));
    QCOMPARE(series->planned.front().day, day("2018-01-01"));
    QCOMPARE(series->planned.back().value, 100.0);
    // Half of the time, half of the way: 548 of 1096 days.
    QVERIFY(std::abs(*series->plannedOn(day("2018-01-01").plusDays(548)) - 50.0) < 0.01);
    QVERIFY(!series->plannedOn(day("2017-12-31")).has_value());
    // Every point is what the figures say of its day.
    QCOMPARE(series->actual.back().day, asOf);
    for (const ui::DayValue &each : series->actual) {
        const FigureRequest request{{}, QStringLiteral("demo_done_rate"), each.day, AreaLevel::County, {}, {}};
        const auto figures = computeFigures(*state.snapshot, *state.registry, request, {});
        QVERIFY(figures.has_value());
        QCOMPARE(each.value, figures->front().value.value());
    }
    QVERIFY(series->actual.size() >= 30); // two and a half years of months
    const auto milestones = computeMilestones(*state.snapshot, *state.registry, state.targets, {}, asOf, {});
    QVERIFY(milestones->front().state == series->milestone.state);
}

void TestBoard::curveFollowsTheDay()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    QVERIFY(showDock(fixture, QStringLiteral("curveDock")));
    const auto *reason = fixture.find<QLabel>(QStringLiteral("curveReason"));
    QTRY_VERIFY(!reason->text().isEmpty());
    const QString before = reason->text();
    fixture.bench().view.setAsOf(day("2018-06-30"));
    QTRY_VERIFY(reason->text() != before);
    const auto *chart = fixture.find<ui::CurveChart>(QStringLiteral("curveChart"));
    QTRY_VERIFY(fixture.isSettled());
    QVERIFY(chart->axis().first() <= day("2018-01-01"));
    QVERIFY(chart->axis().last() >= day("2020-12-31"));
}

void TestBoard::curveReadsOff()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    QVERIFY(showDock(fixture, QStringLiteral("curveDock")));
    auto *chart = fixture.find<ui::CurveChart>(QStringLiteral("curveChart"));
    QTRY_VERIFY(!chart->readingOn(day("2020-06-30")).isEmpty());
    const QStringList now = chart->readingOn(day("2020-06-30"));
    QVERIFY2(now.join(QLatin1Char('|')).contains(QStringLiteral("actual 33.33 %")),
             qPrintable(now.join(QLatin1Char('|'))));
    QVERIFY(now.join(QLatin1Char('|')).contains(QStringLiteral("planned 83.")));
    const QStringList later = chart->readingOn(day("2020-10-01"));
    QVERIFY(!later.join(QLatin1Char('|')).contains(QStringLiteral("actual")));
    const auto forecast = chart->forecastOn(day("2020-10-01"));
    QCOMPARE(later.join(QLatin1Char('|')).contains(QStringLiteral("forecast")), forecast.has_value());
    if (forecast) {
        QVERIFY(forecast->early >= forecast->middle && forecast->middle >= forecast->late);
    }
    QTest::keyClick(chart, Qt::Key_Left);
    QVERIFY(chart->accessibleDescription().contains(QStringLiteral("30 May 2020")));
}

void TestBoard::clickedMilestoneIsShownAsCurve()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    const auto added =
        fixture.bench().session.project()->addTargets({target("T9", "361199100", 80)}, QStringLiteral("t"));
    QVERIFY(added.has_value());
    auto *milestones = fixture.find<QTreeWidget>(QStringLiteral("milestoneTable"));
    QTRY_COMPARE(milestones->topLevelItemCount(), 2);
    const auto *combo = fixture.find<QComboBox>(QStringLiteral("curveTarget"));
    QCOMPARE(combo->count(), 2);
    Q_EMIT milestones->itemClicked(milestones->topLevelItem(1), 0);
    QCOMPARE(combo->currentData().toLongLong(), added->front());
    QTRY_VERIFY(fixture.isSettled());
}

void TestBoard::aPlanWithoutAYearHasNoForecast()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    Target open = target("T9", "361199", 80);
    open.due.reset();
    open.start.reset();
    const auto series = ui::workOutSeries(*fixture.bench().session.state(), open, day("2020-06-30"), {});
    QVERIFY(series.has_value());
    QVERIFY(series->planned.empty());
    QVERIFY(!series->actual.empty());
    QVERIFY(series->milestone.state == MilestoneState::NoYear);
    QVERIFY(!series->milestone.projected.has_value());
}

} // namespace cuntu::test

QTEST_MAIN(cuntu::test::TestBoard)
#include "test_board.moc"
