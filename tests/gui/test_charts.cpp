// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/day_heat_map.h"
#include "ui/panels/xy_chart.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>

namespace cuntu::test {

/// The small charts: what they read off, and with which keys.
class TestCharts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCurveIsReadBetweenItsPoints();
    void arrowsMoveTheHairline();
    void daysStandWhereTheirWeekIs();
    void arrowsMoveOverTheDays();
};

namespace {

OutcomeCurve curve()
{
    return {QStringLiteral("c"),
            {QStringLiteral("线"), QStringLiteral("Line")},
            {QStringLiteral("距"), QStringLiteral("Station")},
            QStringLiteral("m"),
            {QStringLiteral("高"), QStringLiteral("Height")},
            QStringLiteral("m"),
            {{0, 100}, {10, 200}, {30, 200}}};
}

} // namespace

void TestCharts::aCurveIsReadBetweenItsPoints()
{
    ui::XyChart chart(ui::themeFor(false), ui::XyChart::Look::Points);
    QVERIFY(!chart.valueAt(5));
    chart.setCurve(curve());
    QCOMPARE(chart.valueAt(5), std::optional(150.0));
    QCOMPARE(chart.valueAt(30), std::optional(200.0));
    QVERIFY(!chart.valueAt(31));
    QVERIFY(chart.readingAt(5).contains(QStringLiteral("150")));
    chart.setCurve(OutcomeCurve());
    QVERIFY2(!chart.curve(), "one point is no curve");
}

void TestCharts::arrowsMoveTheHairline()
{
    ui::XyChart chart(ui::themeFor(true), ui::XyChart::Look::Ground);
    chart.setCurve(curve());
    chart.show();
    QSignalSpy moved(&chart, &ui::XyChart::hairlineMoved);
    QTest::keyClick(&chart, Qt::Key_Right);
    QCOMPARE(moved.size(), 1);
    QVERIFY(std::abs(*chart.hairline() - 0.3) < 1e-9);
    QTest::keyClick(&chart, Qt::Key_Left);
    QTest::keyClick(&chart, Qt::Key_Left);
    QCOMPARE(chart.hairline(), std::optional(0.0));
    QVERIFY(!chart.image({400, 200}, 2).isNull());
}

void TestCharts::daysStandWhereTheirWeekIs()
{
    ui::DayHeatMap map(ui::themeFor(false));
    map.resize(760, 150);
    std::vector<double> values(366, 0);
    values[1] = 3;
    values[2] = std::nan("");
    map.setValues(2020, values, QStringLiteral("kWh"));
    QVERIFY(map.readingOn(*Day::fromIso(QStringLiteral("2020-01-02"))).contains(QStringLiteral("3 kWh")));
    QVERIFY(!map.readingOn(*Day::fromIso(QStringLiteral("2020-01-03"))).contains(QStringLiteral("kWh")));
    QVERIFY(map.readingOn(*Day::fromIso(QStringLiteral("2021-01-01"))).isEmpty());
    int found = 0;
    for (int x = 0; x < map.width(); x += 3) { // no two days at one place, none lost
        for (int y = 0; y < map.height(); y += 3) {
            found += map.dayAt(QPointF(x, y)) ? 1 : 0;
        }
    }
    QVERIFY(found > 366);
    QVERIFY(!map.grab().isNull());
}

void TestCharts::arrowsMoveOverTheDays()
{
    ui::DayHeatMap map(ui::themeFor(true));
    map.setValues(2019, std::vector<double>(365, 1), {});
    map.show();
    QTest::keyClick(&map, Qt::Key_Right);
    QCOMPARE(map.pickedDay()->toIso(), QStringLiteral("2019-01-01"));
    QTest::keyClick(&map, Qt::Key_Right);
    QCOMPARE(map.pickedDay()->toIso(), QStringLiteral("2019-01-08"));
    QTest::keyClick(&map, Qt::Key_Up);
    QCOMPARE(map.pickedDay()->toIso(), QStringLiteral("2019-01-07"));
    for (int i = 0; i < 60; ++i) {
        QTest::keyClick(&map, Qt::Key_Right);
    }
    QCOMPARE(map.pickedDay()->toIso(), QStringLiteral("2019-12-31"));
}

} // namespace cuntu::test

QTEST_MAIN(cuntu::test::TestCharts)
#include "test_charts.moc"
