// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/window_fixture.h"
#include "ui/panels/figure_model.h"
#include "ui/panels/time_slider.h"

#include <QComboBox>
#include <QDateEdit>
#include <QHelpEvent>
#include <QPushButton>
#include <QToolButton>
#include <QToolTip>

namespace cuntu::test {

using ui::FigureModel;
using ui::TimeAxis;
using ui::TimeTrack;

/// The time slider below the map, with the mouse and the keys.
class TestTime : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void axisGoesThereAndBack();
    void axisLabelsFit_data();
    void axisLabelsFit();
    void monthsEndWhereTheyEnd();
    void trackShowsEntriesAndDueDays();
    void draggingMovesEverything();
    void dateEditAndSliderAgree();
    void keysMoveTheDay();
    void playRunsToTheEnd();
    void playStopsWhenDragged();
    void withoutDatesItSaysWhereTheyComeFrom();
    void flagsSayWhatIsDue();
    void everyMapOnTheWayIsLetThrough();
    void afterDraggingEverythingIsOfTheSameDay();
    void lookingBackShowsWhatWasKnown();
};

namespace {

Day day(const char *iso)
{
    return Day::fromIso(QString::fromLatin1(iso)).value();
}

TimeTrack &trackOf(WindowFixture &fixture)
{
    return *fixture.find<TimeTrack>(QStringLiteral("timeTrack"));
}

bool openWithTimeline(WindowFixture &fixture)
{
    return fixture.openSample() &&
           QTest::qWaitFor([&] { return trackOf(fixture).timeline().first.has_value(); }, 10000);
}

QPoint pointOf(TimeTrack &track, Day day)
{
    return {static_cast<int>(std::lround(track.axis().x(day))), 30};
}

} // namespace

void TestTime::axisGoesThereAndBack()
{
    const TimeAxis axis(day("2016-02-29"), day("2020-06-30"), 40, 640);
    QCOMPARE(axis.x(day("2016-02-29")), 40.0);
    QCOMPARE(axis.x(day("2020-06-30")), 640.0);
    const TimeAxis wide(day("2019-01-01"), day("2019-12-31"), 0, 2000);
    for (Day each = wide.first(); each <= wide.last(); each = each.plusDays(1)) {
        QCOMPARE(wide.dayAt(wide.x(each)), each);
    }
    QCOMPARE(axis.dayAt(-500), day("2016-02-29"));
    QCOMPARE(axis.dayAt(5000), day("2020-06-30"));
    const TimeAxis oneDay(day("2019-01-01"), day("2019-01-01"), 0, 100);
    QCOMPARE(oneDay.last(), day("2019-01-02"));
}

void TestTime::axisLabelsFit_data()
{
    QTest::addColumn<int>("days");
    for (const int days : {3, 20, 60, 200, 400, 1600, 9000, 40000}) {
        QTest::addRow("%d days", days) << days;
    }
}

void TestTime::axisLabelsFit()
{
    QFETCH(int, days);
    for (const int width : {200, 700, 2400}) {
        const TimeAxis axis(day("2017-03-12"), day("2017-03-12").plusDays(days), 0, width);
        const auto marks = axis.marks(52);
        QVERIFY(marks.size() <= static_cast<std::size_t>(width / 45 + 2));
        for (std::size_t i = 0; i < marks.size(); ++i) {
            QVERIFY(!marks[i].text.isEmpty());
            QVERIFY(marks[i].day >= axis.first() && marks[i].day <= axis.last());
            // Short months and years are up to a tenth narrower than the mean.
            QVERIFY(i == 0 || axis.x(marks[i].day) - axis.x(marks[i - 1].day) >= 52 * 0.9);
        }
    }
}

void TestTime::monthsEndWhereTheyEnd()
{
    QCOMPARE(day("2020-01-31").plusMonths(1), day("2020-02-29"));
    QCOMPARE(day("2020-03-31").plusMonths(-1), day("2020-02-29"));
    QCOMPARE(day("2019-11-15").plusMonths(3), day("2020-02-15"));
}

void TestTime::trackShowsEntriesAndDueDays()
{
    WindowFixture fixture;
    QVERIFY(openWithTimeline(fixture));
    const ui::Timeline &timeline = trackOf(fixture).timeline();
    // By another way: every feature of the track asked for every day on which its standing changes.
    const TrackView track = fixture.bench().session.state()->snapshot->ledger().track(
        {QStringLiteral("demo"), QStringLiteral("demo_lines"), {}});
    std::map<Day, int> expected;
    for (const FeatureId feature : track.features()) {
        std::optional<EntryId> before;
        for (Day each = day("2015-01-01"); each <= day("2021-01-01"); each = each.plusDays(1)) {
            const auto standing = track.standingOn(feature, each);
            if (standing && before != standing->id) {
                before = standing->id;
                ++expected[each];
            }
        }
    }
    QVERIFY(!expected.empty());
    QCOMPARE(timeline.entries, (std::vector<std::pair<Day, int>>(expected.begin(), expected.end())));
    QCOMPARE(timeline.due.size(), std::size_t{1});
    QCOMPARE(timeline.due.front().day, day("2020-12-31"));
    QVERIFY(timeline.due.front().targets.front().contains(QStringLiteral("Share finished")));
    QCOMPARE(*timeline.last, day("2020-12-31"));
}

void TestTime::draggingMovesEverything()
{
    WindowFixture fixture;
    QVERIFY(openWithTimeline(fixture));
    TimeTrack &track = trackOf(fixture);
    QTRY_COMPARE(fixture.figure(FigureModel::Count), QStringLiteral("5/15"));
    QTest::mousePress(&track, Qt::LeftButton, {}, pointOf(track, day("2020-06-30")));
    for (Day each = day("2020-06-01"); each > day("2018-12-31"); each = each.plusDays(-20)) {
        QMouseEvent move(QEvent::MouseMove, pointOf(track, each), track.mapToGlobal(pointOf(track, each)), Qt::NoButton,
                         Qt::LeftButton, {});
        QApplication::sendEvent(&track, &move);
    }
    QTest::mouseRelease(&track, Qt::LeftButton, {}, pointOf(track, day("2018-12-31")));
    QVERIFY(fixture.bench().view.asOf() < day("2019-02-01"));
    QTRY_COMPARE(fixture.figure(FigureModel::Count), QStringLiteral("0/15"));
    QTRY_VERIFY(fixture.isSettled());
    const auto &legend = fixture.window().mapController().legends().at(QStringLiteral("demo.done"));
    QCOMPARE(legend.front().text, QStringLiteral("left"));
    QCOMPARE(legend.front().count, 15);
}

void TestTime::dateEditAndSliderAgree()
{
    WindowFixture fixture;
    QVERIFY(openWithTimeline(fixture));
    TimeTrack &track = trackOf(fixture);
    auto *edit = fixture.find<QDateEdit>(QStringLiteral("asOf"));
    QCOMPARE(track.day(), day("2020-06-30"));
    edit->setDate(QDate(2019, 3, 4));
    QCOMPARE(track.day(), day("2019-03-04"));
    QTest::keyClick(&track, Qt::Key_Right);
    QCOMPARE(edit->date(), QDate(2019, 3, 5));
    edit->setDate(QDate(2010, 1, 2)); // before all there is: the axis grows
    QCOMPARE(track.day(), day("2010-01-02"));
    QVERIFY(track.axis().first() <= day("2010-01-02"));
}

void TestTime::keysMoveTheDay()
{
    WindowFixture fixture;
    QVERIFY(openWithTimeline(fixture));
    TimeTrack &track = trackOf(fixture);
    ui::ViewState &view = fixture.bench().view;
    QVERIFY(fixture.activate());
    QVERIFY(fixture.trigger(QStringLiteral("timeSlider")));
    QVERIFY(track.hasFocus());
    QTest::keyClick(&track, Qt::Key_Left);
    QCOMPARE(view.asOf(), day("2020-06-29"));
    QTest::keyClick(&track, Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(view.asOf(), day("2020-05-29"));
    QTest::keyClick(&track, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(&track, Qt::Key_Right);
    QCOMPARE(view.asOf(), day("2020-06-30"));
    QTest::keyClick(&track, Qt::Key_PageDown);
    QCOMPARE(view.asOf(), day("2020-03-30"));
    QTest::keyClick(&track, Qt::Key_Home);
    QCOMPARE(view.asOf(), *track.timeline().first);
    QTest::keyClick(&track, Qt::Key_Left);
    QCOMPARE(view.asOf(), *track.timeline().first);
    QTest::keyClick(&track, Qt::Key_End);
    QCOMPARE(view.asOf(), track.lastDay());
    QVERIFY(track.lastDay() <= Day::today());
}

void TestTime::playRunsToTheEnd()
{
    WindowFixture fixture;
    QVERIFY(openWithTimeline(fixture));
    TimeTrack &track = trackOf(fixture);
    auto *slider = fixture.find<ui::TimeSlider>(QStringLiteral("timeSlider"));
    auto *speed = fixture.find<QComboBox>(QStringLiteral("timeSpeed"));
    speed->setCurrentIndex(3);
    Q_EMIT speed->activated(3);
    fixture.bench().view.setAsOf(track.lastDay().plusDays(-300));
    QTest::keyClick(&track, Qt::Key_Space);
    QVERIFY(slider->isPlaying());
    QCOMPARE(fixture.find<QToolButton>(QStringLiteral("timePlay"))->accessibleName(), QStringLiteral("Pause (Space)"));
    QTRY_VERIFY(fixture.bench().view.asOf() > track.lastDay().plusDays(-250));
    QTRY_VERIFY(!slider->isPlaying());
    QCOMPARE(fixture.bench().view.asOf(), track.lastDay());
    // At the end it begins again.
    QTest::mouseClick(fixture.find<QToolButton>(QStringLiteral("timePlay")), Qt::LeftButton);
    QVERIFY(slider->isPlaying());
    QVERIFY(fixture.bench().view.asOf() < track.firstDay().plusDays(60));
    QTest::mouseClick(fixture.find<QToolButton>(QStringLiteral("timePlay")), Qt::LeftButton);
    QVERIFY(!slider->isPlaying());
}

void TestTime::playStopsWhenDragged()
{
    WindowFixture fixture;
    QVERIFY(openWithTimeline(fixture));
    TimeTrack &track = trackOf(fixture);
    auto *slider = fixture.find<ui::TimeSlider>(QStringLiteral("timeSlider"));
    QTest::keyClick(&track, Qt::Key_Space);
    QVERIFY(slider->isPlaying());
    QTest::mouseClick(&track, Qt::LeftButton, {}, pointOf(track, day("2019-05-01")));
    QVERIFY(!slider->isPlaying());
    QVERIFY(std::abs(daysBetween(track.day(), day("2019-05-01"))) < 5);
    QTest::keyClick(&track, Qt::Key_Space);
    fixture.bench().session.close();
    QVERIFY(!slider->isPlaying());
}

void TestTime::withoutDatesItSaysWhereTheyComeFrom()
{
    WindowFixture fixture;
    fixture.bench().session.create({fixture.folder() + QStringLiteral("/empty.cuntu"), {}, {}});
    QTRY_VERIFY(fixture.isSettled());
    QTRY_VERIFY(!trackOf(fixture).isEnabled());
    QVERIFY(!fixture.find<QToolButton>(QStringLiteral("timePlay"))->isEnabled());
}

void TestTime::flagsSayWhatIsDue()
{
    WindowFixture fixture;
    QVERIFY(openWithTimeline(fixture));
    TimeTrack &track = trackOf(fixture);
    const QPoint flag(pointOf(track, day("2020-12-31")).x() + 3, 6);
    QHelpEvent event(QEvent::ToolTip, flag, track.mapToGlobal(flag));
    QApplication::sendEvent(&track, &event);
    QVERIFY2(QToolTip::text().contains(QStringLiteral("T1 Share finished")), qPrintable(QToolTip::text()));
    QToolTip::hideText();
}

void TestTime::everyMapOnTheWayIsLetThrough()
{
    WindowFixture fixture;
    QVERIFY(openWithTimeline(fixture));
    QTRY_VERIFY(fixture.isSettled() && !fixture.window().map().isRendering());
    int pictures = 0;
    connect(&fixture.window().map(), &MapView::rendered, this, [&pictures] { ++pictures; });
    // Days that come faster than any map is made: some maps must be seen all the same.
    QElapsedTimer clock;
    clock.start();
    for (int step = 0; clock.elapsed() < 1500; ++step) {
        fixture.bench().view.setAsOf(day("2018-01-01").plusDays(step % 900));
        QTest::qWait(1);
    }
    QVERIFY2(pictures >= 5, qPrintable(QString::number(pictures)));
}

void TestTime::afterDraggingEverythingIsOfTheSameDay()
{
    WindowFixture fixture;
    QVERIFY(openWithTimeline(fixture));
    QTRY_COMPARE(fixture.figure(FigureModel::Count), QStringLiteral("5/15"));
    for (int step = 0; step < 40; ++step) {
        fixture.bench().view.setAsOf(day("2018-01-01").plusDays(step * 20));
        QTest::qWait(2);
    }
    fixture.bench().view.setAsOf(day("2020-06-30"));
    QTRY_COMPARE(fixture.figure(FigureModel::Count), QStringLiteral("5/15"));
    QTRY_VERIFY(fixture.isSettled());
    QCOMPARE(fixture.window().mapController().legends().at(QStringLiteral("demo.done")).front().count, 5);
}

void TestTime::lookingBackShowsWhatWasKnown()
{
    WindowFixture fixture;
    QVERIFY(openWithTimeline(fixture));
    const QString usual = fixture.figure(FigureModel::Count);
    QVERIFY(!usual.startsWith(QStringLiteral("0/")));
    auto *mark = fixture.window().actions().find(QStringLiteral("markMode"));
    QVERIFY(mark->isEnabled());
    QVERIFY(fixture.trigger(QStringLiteral("lookBack")));
    auto *known = fixture.find<QDateEdit>(QStringLiteral("knowledgeDay"));
    QVERIFY(known->isVisible());
    // The sample was recorded today: yesterday nothing of it was known.
    known->setDate(QDate::currentDate().addDays(-1));
    QTRY_VERIFY(fixture.isSettled() && fixture.figure(FigureModel::Count).startsWith(QStringLiteral("0/")));
    QVERIFY(fixture.bench().session.state()->targets.empty());
    QVERIFY(!mark->isEnabled());
    known->setDate(QDate::currentDate());
    QTRY_VERIFY(fixture.isSettled() && fixture.figure(FigureModel::Count) == usual);
    QVERIFY(!mark->isEnabled());
    auto *rung = fixture.find<QComboBox>(QStringLiteral("knowledgeRung"));
    rung->setCurrentIndex(2); // nothing is certified
    QTRY_VERIFY(fixture.isSettled() && fixture.figure(FigureModel::Count).startsWith(QStringLiteral("0/")));
    QTest::mouseClick(fixture.find<QPushButton>(QStringLiteral("knowledgeBack")), Qt::LeftButton);
    QTRY_VERIFY(fixture.isSettled() && fixture.figure(FigureModel::Count) == usual);
    QVERIFY(mark->isEnabled());
    QVERIFY(!fixture.window().actions().find(QStringLiteral("lookBack"))->isChecked());
    // In another language the window is built anew, and looks back no more.
    QVERIFY(fixture.trigger(QStringLiteral("lookBack")));
    fixture.window().switchLanguage(Language::Chinese);
    QTRY_VERIFY(fixture.isSettled());
    QCOMPARE(fixture.window().findChildren<QFrame *>(QStringLiteral("knowledgeBar")).size(), 1);
    QVERIFY(fixture.bench().session.knowledge().isAll());
    fixture.window().switchLanguage(Language::English);
}

} // namespace cuntu::test

QTEST_MAIN(cuntu::test::TestTime)
#include "test_time.moc"
