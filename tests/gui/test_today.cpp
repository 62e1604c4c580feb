// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/window_fixture.h"
#include "ui/panels/history_timeline.h"
#include "ui/panels/inspector_panel.h"
#include "ui/panels/today_panel.h"
#include "ui/panels/war_board.h"

#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QTreeWidget>

namespace cuntu::test {

/// What wants to be looked at, the wall board, and the history of one feature on a time axis.
class TestToday : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void unprovedAndContradictoryAreFound();
    void lateTargetsAreUnderTheirPerson();
    void aClickGoesToThePlace();
    void evidenceEndsTheDoubt();
    void nothingToDoSaysWhatComesHere();
    void wallBoardPutsLightsWhereTheyAreDue();
    void wallBoardColumnsFit();
    void wallBoardTurnsPages();
    void wallBoardWithoutTargets();
    void timelineShowsWhatHoldsAndWhatDoesNot();
    void timelineMovesTheDay();
};

namespace {

const QString k_lines = QStringLiteral("demo_lines");

Day day(const char *iso)
{
    return Day::fromIso(QString::fromLatin1(iso)).value();
}

QTreeWidget &tree(WindowFixture &fixture)
{
    return *fixture.find<QTreeWidget>(QStringLiteral("todayTree"));
}

bool openToday(WindowFixture &fixture)
{
    if (!fixture.openSample()) {
        return false;
    }
    fixture.find<QDockWidget>(QStringLiteral("todayDock"))->raise();
    return QTest::qWaitFor([&] { return fixture.isSettled() && tree(fixture).topLevelItemCount() > 0; }, 10000);
}

ui::Today today(WindowFixture &fixture)
{
    const auto &session = fixture.bench().session;
    return ui::workOutToday(*session.project(), *session.state(), fixture.bench().view.asOf(), {}).value();
}

int count(const ui::Today &today, ui::TodayKind kind)
{
    const auto found = today.counts.find(kind);
    return found == today.counts.end() ? 0 : found->second;
}

FeatureId idOf(WindowFixture &fixture, const char *code)
{
    return fixture.bench().session.project()->findFeature(k_lines, QString::fromLatin1(code)).value();
}

/// Marks by the project itself.
bool mark(WindowFixture &fixture, const char *code, const char *status, const char *on, EntryId supersedes = {},
          const QString &document = {})
{
    MarkRequest request;
    request.layer = k_lines;
    request.features = {idOf(fixture, code)};
    request.status = QString::fromLatin1(status);
    request.effective = day(on);
    request.who = QStringLiteral("Zhao Liu");
    request.note = QStringLiteral("a reason");
    request.document = document;
    request.supersedes = supersedes;
    const auto before = fixture.bench().session.state();
    return fixture.bench().session.project()->mark(request).has_value() &&
           QTest::qWaitFor([&] { return fixture.bench().session.state() != before && fixture.isSettled(); }, 10000);
}

Milestone milestone(const char *due, const char *asOf)
{
    Milestone made;
    made.asOf = day(asOf);
    if (due != nullptr) {
        made.target.due = day(due);
    }
    return made;
}

} // namespace

void TestToday::unprovedAndContradictoryAreFound()
{
    WindowFixture fixture;
    QVERIFY(openToday(fixture));
    // By another way: all entries of all features, asked of the project.
    int unproved = 0;
    const auto &state = *fixture.bench().session.state();
    const auto layer = state.snapshot->layer(k_lines, {}, {});
    QVERIFY(layer.has_value());
    for (std::size_t row = 0; row < (*layer)->size(); ++row) {
        const auto standing = state.snapshot->ledger().standingOn({QStringLiteral("demo"), k_lines, {}},
                                                                  (*layer)->id(row), fixture.bench().view.asOf());
        unproved += standing && standing->status == QStringLiteral("DONE") && !standing->documented;
    }
    QVERIFY(unproved > 0);
    QCOMPARE(count(today(fixture), ui::TodayKind::Unproved), unproved);
    QCOMPARE(count(today(fixture), ui::TodayKind::Contradictory), 0);
    QVERIFY(fixture.find<QLabel>(QStringLiteral("todaySummary"))->text().contains(QStringLiteral("unproved")));
}

void TestToday::lateTargetsAreUnderTheirPerson()
{
    WindowFixture fixture;
    QVERIFY(openToday(fixture));
    const ui::Today found = today(fixture);
    QCOMPARE(count(found, ui::TodayKind::Late), 1); // a third is done, five sixths of the time have passed
    auto *grouping = fixture.find<QComboBox>(QStringLiteral("todayGrouping"));
    grouping->setCurrentIndex(1);
    Q_EMIT grouping->activated(1);
    QStringList groups;
    for (int i = 0; i < tree(fixture).topLevelItemCount(); ++i) {
        groups << tree(fixture).topLevelItem(i)->text(0);
    }
    QVERIFY2(groups.contains(QStringLiteral("李四  (1)")), qPrintable(groups.join(QLatin1Char('|'))));
    // Before it is due it is due soon, once it is nearly reached or late all the same.
    fixture.bench().view.setAsOf(day("2020-12-10"));
    QCOMPARE(count(today(fixture), ui::TodayKind::Late) + count(today(fixture), ui::TodayKind::DueSoon), 1);
}

void TestToday::aClickGoesToThePlace()
{
    WindowFixture fixture;
    QVERIFY(openToday(fixture));
    auto *kind = fixture.find<QComboBox>(QStringLiteral("todayKind"));
    kind->setCurrentIndex(kind->findData(static_cast<int>(ui::TodayKind::Unproved)));
    Q_EMIT kind->activated(kind->currentIndex());
    QTreeWidgetItem *group = tree(fixture).topLevelItem(0);
    QVERIFY(group != nullptr && group->childCount() > 0);
    Q_EMIT tree(fixture).itemClicked(group, 0); // a heading leads nowhere
    QVERIFY(fixture.bench().view.selection().isEmpty());
    Q_EMIT tree(fixture).itemClicked(group->child(0), 0);
    QCOMPARE(fixture.bench().view.selection().layer, k_lines);
    QTRY_COMPARE(fixture.find<QLabel>(QStringLiteral("inspectorTitle"))->text(), group->child(0)->text(0));
}

void TestToday::evidenceEndsTheDoubt()
{
    WindowFixture fixture;
    QVERIFY(openToday(fixture));
    const int before = count(today(fixture), ui::TodayKind::Unproved);
    QVERIFY(mark(fixture, "L02", "DONE", "2020-06-20"));
    QCOMPARE(count(today(fixture), ui::TodayKind::Unproved), before + 1);
    QVERIFY(mark(fixture, "L02", "DONE", "2020-06-21", {}, QStringLiteral("No. 12")));
    QCOMPARE(count(today(fixture), ui::TodayKind::Unproved), before);
    // Work that was planned in April 'again' after it had been built: no such step, but a correction can say it.
    const auto &ledger = fixture.bench().session.state()->snapshot->ledger();
    const auto standing =
        ledger.standingOn({QStringLiteral("demo"), k_lines, {}}, idOf(fixture, "L02"), day("2020-06-30"));
    QVERIFY(standing.has_value());
    QVERIFY(mark(fixture, "L02", "PLANNED", "2020-06-22", standing->id));
    QCOMPARE(count(today(fixture), ui::TodayKind::Contradictory), 1);
    const ui::Today found = today(fixture);
    const auto item = std::find_if(found.items.begin(), found.items.end(),
                                   [](const ui::TodayItem &each) { return each.kind == ui::TodayKind::Contradictory; });
    QVERIFY(item->reason.contains(QStringLiteral("'planned' does not follow on 'finished'")));
    QCOMPARE(item->person, QStringLiteral("Zhao Liu"));
}

void TestToday::nothingToDoSaysWhatComesHere()
{
    WindowFixture fixture;
    fixture.bench().session.create({fixture.folder() + QStringLiteral("/empty.cuntu"), {}, {}});
    QTRY_VERIFY(fixture.isSettled());
    fixture.find<QDockWidget>(QStringLiteral("todayDock"))->raise();
    QTRY_VERIFY(fixture.find<QLabel>(QStringLiteral("todayEmpty"))->isVisible());
    QVERIFY(fixture.find<QLabel>(QStringLiteral("todayEmpty"))->text().contains(QStringLiteral("30 days")));
}

void TestToday::wallBoardPutsLightsWhereTheyAreDue()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    QVERIFY(fixture.trigger(QStringLiteral("warBoard")));
    auto *board = fixture.find<ui::WarBoard>(QStringLiteral("warBoard"));
    QVERIFY(board != nullptr && board->isVisible());
    QTRY_COMPARE(board->milestones().size(), std::size_t{1});
    QCOMPARE(board->columns().front().title, QStringLiteral("2020-06"));
    QCOMPARE(board->columns().back().title, QStringLiteral("2020-12"));
    const QRectF light = board->lightAt(0);
    const double width = light.width();
    QVERIFY(std::abs(light.right() + width - (board->width() * 0.85)) < 1); // last but the column without a year
    // The light has the colour of its state.
    const QColor colour = ui::stateColour(board->milestones().front().state, fixture.bench().theme);
    const QImage image = board->grab().toImage();
    QVERIFY(image.pixelColor((light.center() - QPointF(0, light.height() * 0.13)).toPoint()) == colour);
    QTest::keyClick(board, Qt::Key_F11);
    QVERIFY(board->isFullScreen());
    QTest::keyClick(board, Qt::Key_Escape);
    QVERIFY(!board->isFullScreen());
    QTest::keyClick(board, Qt::Key_Escape);
    QTRY_VERIFY(fixture.find<ui::WarBoard>(QStringLiteral("warBoard")) == nullptr);
}

void TestToday::wallBoardColumnsFit()
{
    const auto columns = [](std::initializer_list<const char *> dues) {
        std::vector<Milestone> milestones;
        for (const char *due : dues) {
            milestones.push_back(milestone(due, "2019-05-20"));
        }
        const auto made = ui::warColumns(milestones);
        for (std::size_t i = 1; i < made.size(); ++i) {
            if (made[i].first != made[i - 1].last.plusDays(1)) {
                return std::vector<ui::WarColumn>();
            }
        }
        return made;
    };
    QVERIFY(columns({nullptr}).empty());
    QCOMPARE(columns({"2019-05-31"}).size(), std::size_t{1});
    QCOMPARE(columns({"2020-10-31"}).size(), std::size_t{18});
    QCOMPARE(columns({"2020-11-30"}).front().title, QStringLiteral("2019 Q2"));
    QCOMPARE(columns({"2020-11-30", "2018-12-31"}).front().title, QStringLiteral("2018 Q4"));
    QCOMPARE(columns({"2030-12-31", "2018-12-31"}).front().title, QStringLiteral("2018"));
    QCOMPARE(columns({"2030-12-31", "2018-12-31"}).back().last, day("2030-12-31"));
}

void TestToday::wallBoardTurnsPages()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    Target target = fixture.bench().session.state()->targets.front();
    for (int i = 0; i < 24; ++i) {
        target.label = QStringLiteral("X%1").arg(i);
        QVERIFY(fixture.bench().session.project()->addTargets({target}, QStringLiteral("t")).has_value());
    }
    QVERIFY(fixture.trigger(QStringLiteral("warBoard")));
    auto *board = fixture.find<ui::WarBoard>(QStringLiteral("warBoard"));
    QTRY_COMPARE(board->milestones().size(), std::size_t{25});
    QVERIFY(board->pages() > 1);
    QTest::keyClick(board, Qt::Key_PageDown);
    QCOMPARE(board->page(), 1);
    for (int i = 0; i < 30; ++i) {
        QTest::keyClick(board, Qt::Key_PageDown);
    }
    QCOMPARE(board->page(), board->pages() - 1);
    QVERIFY(!board->lightAt(0).isEmpty());
    QTest::keyClick(board, Qt::Key_PageUp);
    QCOMPARE(board->page(), board->pages() - 2);
}

void TestToday::wallBoardWithoutTargets()
{
    WindowFixture fixture;
    fixture.bench().session.create({fixture.folder() + QStringLiteral("/empty.cuntu"), {}, {}});
    QTRY_VERIFY(fixture.isSettled());
    QVERIFY(fixture.trigger(QStringLiteral("warBoard")));
    auto *board = fixture.find<ui::WarBoard>(QStringLiteral("warBoard"));
    QTRY_VERIFY(fixture.isSettled());
    QVERIFY(!board->grab().isNull());
    QVERIFY(board->columns().empty());
    fixture.bench().session.close();
    QTRY_VERIFY(fixture.find<ui::WarBoard>(QStringLiteral("warBoard")) == nullptr);
}

void TestToday::timelineShowsWhatHoldsAndWhatDoesNot()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    QVERIFY(mark(fixture, "L02", "DONE", "2020-06-20"));
    const auto standing = fixture.bench().session.state()->snapshot->ledger().standingOn(
        {QStringLiteral("demo"), k_lines, {}}, idOf(fixture, "L02"), day("2020-06-30"));
    QVERIFY(mark(fixture, "L02", "DONE", "2020-05-10", standing->id)); // it was earlier
    QVERIFY(fixture.pick(k_lines, {QStringLiteral("L02")}));
    const auto *line = fixture.find<ui::HistoryTimeline>(QStringLiteral("historyTimeline"));
    QVERIFY(line->isVisible());
    const auto &history = fixture.window().panels().inspector().card()->history;
    QVERIFY(history.size() >= 2);
    double held = 0;
    double old = 0;
    for (std::size_t i = 0; i < history.size(); ++i) {
        (history[i].holds ? held : old) = line->dotAt(i).y();
        QCOMPARE(line->lineAt(line->dotAt(i)).has_value(), true);
        if (i > 0) {
            QVERIFY(line->dotAt(i).x() <= line->dotAt(i - 1).x());
        }
    }
    QVERIFY(held > 0 && old > held); // what was replaced lies below
    QVERIFY(!line->lineAt(QPointF(-50, -50)).has_value());
}

void TestToday::timelineMovesTheDay()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    QVERIFY(mark(fixture, "L02", "DONE", "2020-06-20"));
    QVERIFY(fixture.pick(k_lines, {QStringLiteral("L02")}));
    auto *line = fixture.find<ui::HistoryTimeline>(QStringLiteral("historyTimeline"));
    const auto history = fixture.window().panels().inspector().card()->history;
    QVERIFY(history.size() >= 2);
    QTest::mouseClick(line, Qt::LeftButton, {}, line->dotAt(history.size() - 1).toPoint());
    QCOMPARE(fixture.bench().view.asOf(), history.back().entry.effective);
    QTest::keyClick(line, Qt::Key_Right);
    QVERIFY(fixture.bench().view.asOf() > history.back().entry.effective);
    QTest::keyClick(line, Qt::Key_Left);
    QCOMPARE(fixture.bench().view.asOf(), history.back().entry.effective);
    QTRY_VERIFY(fixture.isSettled());
}

} // namespace cuntu::test

QTEST_MAIN(cuntu::test::TestToday)
#include "test_today.moc"
