// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/window_fixture.h"
#include "ui/window/target_split.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDialog>
#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QTreeWidget>

namespace cuntu::test {

/// Targets that are made, adjusted and split in the window.
class TestTargetDialogs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTargetIsMadeWithAllThatBelongsToIt();
    void aPlanWithoutAYearSaysSo();
    void adjustingAsksAReasonAndKeepsTheOldVersion();
    void oneEnteredByMistakeGoes();
    void aPeriodIsClosedWithAReason();
    void contradictionsAreShown();
    void aSumIsSplitAndAddsUp();
    void aShareIsSplitAndReached();
    void splittingKeepsToTheScope();
    void partsAddUpOrDoNot();
    void whatCannotBeIsSaidInWords();
};

namespace {

Day day(const char *iso)
{
    return Day::fromIso(QString::fromLatin1(iso)).value();
}

QString text(const char *ascii)
{
    return QString::fromLatin1(ascii);
}

bool openTargets(WindowFixture &fixture)
{
    if (!fixture.openSample()) {
        return false;
    }
    fixture.find<QDockWidget>(text("milestonesDock"))->raise();
    return QTest::qWaitFor(
        [&] {
            return fixture.isSettled() && fixture.find<QTreeWidget>(text("milestoneTable"))->topLevelItemCount() > 0;
        },
        10000);
}

void click(WindowFixture &fixture, const char *name)
{
    QTest::mouseClick(fixture.find<QPushButton>(text(name)), Qt::LeftButton);
}

bool isEnabled(WindowFixture &fixture, const char *name)
{
    return fixture.find<QPushButton>(text(name))->isEnabled();
}

void type(WindowFixture &fixture, const char *name, const QString &content)
{
    fixture.find<QLineEdit>(text(name))->setText(content);
}

void choose(WindowFixture &fixture, const char *name, const QVariant &data)
{
    auto *box = fixture.find<QComboBox>(text(name));
    box->setCurrentIndex(box->findData(data));
}

void give(WindowFixture &fixture, const char *name, QDate date)
{
    fixture.find<QCheckBox>(text(name) + text("Given"))->setChecked(true);
    fixture.find<QDateEdit>(text(name))->setDate(date);
}

std::vector<Target> stored(WindowFixture &fixture)
{
    return fixture.bench().session.project()->targets().value();
}

/// Presses @p button of an open question and waits until the answer is on the screen.
bool accept(WindowFixture &fixture, const char *button)
{
    const auto before = fixture.bench().session.state();
    click(fixture, button);
    return QTest::qWaitFor([&] { return fixture.bench().session.state() != before && fixture.isSettled(); }, 10000);
}

bool pickRow(WindowFixture &fixture, int row)
{
    auto *table = fixture.find<QTreeWidget>(text("milestoneTable"));
    table->setCurrentItem(table->topLevelItem(row));
    return table->currentItem() != nullptr;
}

Target demoTarget(WindowFixture &fixture, const char *label, double value)
{
    Target target = stored(fixture).front();
    target.id = 0;
    target.label = text(label);
    target.value = value;
    return target;
}

/// Adds @p target by the project itself; false where it does not come into the table.
bool add(WindowFixture &fixture, const Target &target)
{
    const int before = fixture.find<QTreeWidget>(text("milestoneTable"))->topLevelItemCount();
    return fixture.bench().session.project()->addTargets({target}, text("t")).has_value() &&
           QTest::qWaitFor(
               [&] {
                   return fixture.isSettled() &&
                          fixture.find<QTreeWidget>(text("milestoneTable"))->topLevelItemCount() == before + 1;
               },
               10000);
}

/// Opens the splitting of the target in @p row and waits for its parts.
bool openSplit(WindowFixture &fixture, int row)
{
    if (!pickRow(fixture, row)) {
        return false;
    }
    click(fixture, "targetSplit");
    return QTest::qWaitFor(
        [&] {
            auto *table = fixture.find<QTableWidget>(text("splitTable"));
            return table != nullptr && table->rowCount() > 0;
        },
        10000);
}

} // namespace

void TestTargetDialogs::aTargetIsMadeWithAllThatBelongsToIt()
{
    WindowFixture fixture;
    QVERIFY(openTargets(fixture));
    click(fixture, "targetNew");
    QVERIFY(!isEnabled(fixture, "targetAccept"));
    type(fixture, "targetLabel", text("T9"));
    type(fixture, "targetPlan", QStringLiteral("三年行动方案"));
    fixture.find<QPlainTextEdit>(text("targetClause"))->setPlainText(QStringLiteral("到2030年完成6个"));
    choose(fixture, "targetIndicator", text("demo_done_count"));
    type(fixture, "targetParameter_min_km", text("0.5"));
    fixture.find<QComboBox>(text("targetArea"))->setEditText(text("361199100"));
    fixture.find<QDoubleSpinBox>(text("targetValue"))->setValue(6);
    choose(fixture, "targetCommitment", static_cast<int>(Commitment::Strive));
    give(fixture, "targetStart", {2020, 1, 1});
    give(fixture, "targetDue", {2030, 12, 31});
    type(fixture, "targetDueText", QStringLiteral("2030年底"));
    give(fixture, "targetBaseline", {2019, 12, 31});
    choose(fixture, "targetCadence", static_cast<int>(Cadence::Monthly));
    choose(fixture, "targetCurve", text("outdoor_south"));
    type(fixture, "targetResponsible", QStringLiteral("李四"));
    type(fixture, "targetLeadUnit", QStringLiteral("县建设局"));
    type(fixture, "targetOtherUnits", QStringLiteral("财政局、审计局"));
    fixture.find<QCheckBox>(text("targetSeparateChecker"))->setChecked(true);
    fixture.find<QCheckBox>(text("targetVeto"))->setChecked(true);
    auto *scope = fixture.find<QListWidget>(text("targetScope"));
    QCOMPARE(scope->count(), 2); // the villages of that township
    scope->item(0)->setCheckState(Qt::Checked);
    type(fixture, "targetScopeFilter", text("nothing")); // what is checked stays so while others are looked for
    QCOMPARE(scope->count(), 0);
    type(fixture, "targetWho", QStringLiteral("王五"));
    QVERIFY2(isEnabled(fixture, "targetAccept"), qPrintable(fixture.find<QLabel>(text("targetProblem"))->text()));
    QVERIFY(accept(fixture, "targetAccept"));

    QCOMPARE(stored(fixture).size(), std::size_t{2});
    const Target made = stored(fixture).back();
    QCOMPARE(made.label, text("T9"));
    QCOMPARE(made.plan, QStringLiteral("三年行动方案"));
    QCOMPARE(made.clause, QStringLiteral("到2030年完成6个"));
    QCOMPARE(made.programme, text("demo"));
    QCOMPARE(made.indicator, text("demo_done_count"));
    QCOMPARE(made.parameters.value(text("min_km")), text("0.5"));
    QCOMPARE(made.area.toString(), text("361199100"));
    QCOMPARE(made.scope.size(), std::size_t{1});
    QCOMPARE(made.scope.front().toString(), text("361199100001"));
    QCOMPARE(made.value, 6.0);
    QVERIFY(made.commitment == Commitment::Strive);
    QCOMPARE(made.start, std::optional(day("2020-01-01")));
    QCOMPARE(made.due, std::optional(day("2030-12-31")));
    QCOMPARE(made.dueText, QStringLiteral("2030年底"));
    QCOMPARE(made.baseline, std::optional(day("2019-12-31")));
    QVERIFY(made.cadence == Cadence::Monthly);
    QVERIFY(made.curve.kind == PlannedCurve::Kind::Points && made.curve.points.size() > 8);
    QCOMPARE(made.responsible, QStringLiteral("李四"));
    QCOMPARE(made.leadUnit, QStringLiteral("县建设局"));
    QCOMPARE(made.otherUnits, QStringList({QStringLiteral("财政局"), QStringLiteral("审计局")}));
    QVERIFY(made.separateChecker && made.isVeto);
    QVERIFY(made.state == TargetState::Active);
    QCOMPARE(fixture.bench().settings.who(), QStringLiteral("王五"));
    QTRY_COMPARE(fixture.find<QTreeWidget>(text("milestoneTable"))->topLevelItemCount(), 2);
    QVERIFY(fixture.trigger(text("undo")));
    QTRY_COMPARE(stored(fixture).size(), std::size_t{1});
}

void TestTargetDialogs::aPlanWithoutAYearSaysSo()
{
    WindowFixture fixture;
    QVERIFY(openTargets(fixture));
    click(fixture, "targetNew");
    type(fixture, "targetLabel", text("T9"));
    type(fixture, "targetDueText", QStringLiteral("20xx年底"));
    choose(fixture, "targetCurve", text("outdoor_south")); // quarters of no year
    QVERIFY(!isEnabled(fixture, "targetAccept"));
    choose(fixture, "targetCurve", text("even"));
    QVERIFY(accept(fixture, "targetAccept"));
    QVERIFY(!stored(fixture).back().due);
    QCOMPARE(stored(fixture).back().dueText, QStringLiteral("20xx年底"));
}

void TestTargetDialogs::adjustingAsksAReasonAndKeepsTheOldVersion()
{
    WindowFixture fixture;
    QVERIFY(openTargets(fixture));
    QVERIFY(!isEnabled(fixture, "targetAdjust"));
    QVERIFY(pickRow(fixture, 0));
    const Target before = stored(fixture).front();
    click(fixture, "targetAdjust");
    // Nothing is lost of what is not touched.
    fixture.find<QDoubleSpinBox>(text("targetValue"))->setValue(80);
    QVERIFY(!isEnabled(fixture, "targetAccept"));
    type(fixture, "targetReason", text("less money"));
    QVERIFY(accept(fixture, "targetAccept"));
    QCOMPARE(stored(fixture).size(), std::size_t{1});
    const Target after = stored(fixture).front();
    QCOMPARE(after.value, 80.0);
    QCOMPARE(after.reason, text("less money"));
    QCOMPARE(after.replaces, before.id);
    QVERIFY(after.state == TargetState::Adjusted);
    QCOMPARE(after.clause, before.clause);
    QCOMPARE(after.due, before.due);
    QCOMPARE(after.dueText, before.dueText);
    QCOMPARE(after.leadUnit, before.leadUnit);
    QVERIFY(after.curve == before.curve);
    QCOMPARE(fixture.bench().session.project()->targetVersions(after.id).value().size(), std::size_t{2});

    QVERIFY(pickRow(fixture, 0));
    click(fixture, "targetHistory");
    auto *versions = fixture.find<QTreeWidget>(text("targetVersions"));
    QTRY_COMPARE(versions->topLevelItemCount(), 2);
    QVERIFY(versions->topLevelItem(0)->text(2).startsWith(text("80")));
    QCOMPARE(versions->topLevelItem(0)->text(6), text("less money"));
    QVERIFY(versions->topLevelItem(1)->text(2).startsWith(text("100")));
    qobject_cast<QDialog *>(QApplication::activeModalWidget())->reject();
    QVERIFY(fixture.trigger(text("undo")));
    QTRY_COMPARE(stored(fixture).front().value, 100.0);
}

void TestTargetDialogs::oneEnteredByMistakeGoes()
{
    WindowFixture fixture;
    QVERIFY(openTargets(fixture));
    QVERIFY(!isEnabled(fixture, "targetRemove"));
    QVERIFY(add(fixture, demoTarget(fixture, "S5", 60)));
    QVERIFY(pickRow(fixture, 1));
    click(fixture, "targetRemove");
    auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
    QVERIFY(box != nullptr && box->text().contains(text("S5")));
    box->reject();
    QCOMPARE(stored(fixture).size(), std::size_t{2});
    click(fixture, "targetRemove");
    QVERIFY(accept(fixture, "targetRemoveAccept"));
    QCOMPARE(stored(fixture).size(), std::size_t{1});
    QVERIFY(fixture.trigger(text("undo")));
    QTRY_COMPARE(stored(fixture).size(), std::size_t{2});
}

void TestTargetDialogs::aPeriodIsClosedWithAReason()
{
    WindowFixture fixture;
    QVERIFY(openTargets(fixture));
    click(fixture, "periodClose");
    fixture.find<QDateEdit>(text("periodUntil"))->setDate({2018, 6, 30});
    type(fixture, "periodWho", QStringLiteral("王五"));
    QVERIFY(!isEnabled(fixture, "periodAccept"));
    type(fixture, "periodReason", text("reported"));
    QVERIFY2(isEnabled(fixture, "periodAccept"), qPrintable(fixture.find<QLabel>(text("periodProblem"))->text()));
    QVERIFY(accept(fixture, "periodAccept"));
    const auto periods = fixture.bench().session.project()->closedPeriods();
    QVERIFY(periods && periods->size() == 1);
    QCOMPARE(periods->front().until, day("2018-06-30"));
    QCOMPARE(periods->front().reason, text("reported"));
    QCOMPARE(periods->front().who, QStringLiteral("王五"));

    click(fixture, "periodClose"); // what is closed is shown, and is not closed again
    QTRY_COMPARE(fixture.find<QTreeWidget>(text("periodTable"))->topLevelItemCount(), 1);
    type(fixture, "periodReason", text("again"));
    fixture.find<QDateEdit>(text("periodUntil"))->setDate({2018, 5, 31});
    QVERIFY(!isEnabled(fixture, "periodAccept"));
    fixture.find<QDateEdit>(text("periodUntil"))->setDate({2018, 7, 31});
    QVERIFY(isEnabled(fixture, "periodAccept"));
    qobject_cast<QDialog *>(QApplication::activeModalWidget())->reject();
}

void TestTargetDialogs::contradictionsAreShown()
{
    WindowFixture fixture;
    QVERIFY(openTargets(fixture));
    QVERIFY(!fixture.find<QPushButton>(text("targetContradictions"))->isVisible());
    click(fixture, "targetNew");
    type(fixture, "targetLabel", text("T2"));
    choose(fixture, "targetIndicator", text("demo_done_rate"));
    fixture.find<QComboBox>(text("targetArea"))->setEditText(text("361199"));
    fixture.find<QDoubleSpinBox>(text("targetValue"))->setValue(90);
    give(fixture, "targetDue", {2020, 12, 31});
    QVERIFY(fixture.find<QLabel>(text("targetConflicts"))->text().contains(text("T1")));
    QVERIFY(accept(fixture, "targetAccept")); // it is said, and left to the user
    auto *button = fixture.find<QPushButton>(text("targetContradictions"));
    QTRY_VERIFY(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
    QVERIFY(box != nullptr && box->text().contains(text("T2")));
    box->reject();
}

void TestTargetDialogs::aSumIsSplitAndAddsUp()
{
    WindowFixture fixture;
    QVERIFY(openTargets(fixture));
    Target sum = demoTarget(fixture, "S1", 7);
    sum.indicator = text("demo_done_count");
    QVERIFY(add(fixture, sum));
    QVERIFY(openSplit(fixture, 1));
    auto *table = fixture.find<QTableWidget>(text("splitTable"));
    double total = 0;
    for (int row = 0; row < table->rowCount(); ++row) {
        total += table->item(row, 2)->text().toDouble();
    }
    QCOMPARE(total, 7.0);
    QVERIFY(isEnabled(fixture, "splitAccept"));
    const double first = table->item(0, 2)->text().toDouble();
    table->item(0, 2)->setText(QString::number(first + 1));
    QVERIFY(!isEnabled(fixture, "splitAccept"));
    QVERIFY(!fixture.find<QLabel>(text("splitProblem"))->text().isEmpty());
    table->item(0, 2)->setText(text("many")); // no number: put back
    QCOMPARE(table->item(0, 2)->text().toDouble(), first + 1);
    const double second = table->item(1, 2)->text().toDouble();
    table->item(1, 2)->setText(QString::number(second - 1));
    QVERIFY(isEnabled(fixture, "splitAccept"));
    choose(fixture, "splitSeason", text("outdoor_north"));
    QCOMPARE(fixture.find<QSpinBox>(text("splitQuarter2"))->value(), 40);
    fixture.find<QSpinBox>(text("splitQuarter2"))->setValue(3); // less than the first
    QCOMPARE(fixture.find<QComboBox>(text("splitSeason"))->currentData().toString(), text("*own"));
    QVERIFY(!isEnabled(fixture, "splitAccept"));
    fixture.find<QSpinBox>(text("splitQuarter2"))->setValue(50);
    type(fixture, "splitWho", QStringLiteral("王五"));
    const qint64 whole = stored(fixture).back().id;
    QVERIFY(accept(fixture, "splitAccept"));
    double kept = 0;
    int parts = 0;
    for (const Target &each : stored(fixture)) {
        if (each.parent == whole) {
            kept += each.value;
            ++parts;
            QVERIFY(each.curve.kind == PlannedCurve::Kind::Points);
            QVERIFY(each.area.level() == AreaLevel::Township);
            QCOMPARE(each.label, text("S1"));
        }
    }
    QCOMPARE(parts, 2);
    QCOMPARE(kept, 7.0);
    // The parts stand under the whole, which says how they stand; it is there again after the next change.
    auto *milestones = fixture.find<QTreeWidget>(text("milestoneTable"));
    QTRY_COMPARE(milestones->topLevelItem(1)->childCount(), 2);
    QCOMPARE(milestones->topLevelItemCount(), 2);
    QVERIFY(milestones->topLevelItem(0)->text(9).isEmpty());
    QVERIFY(!milestones->topLevelItem(1)->text(9).isEmpty());
    milestones->topLevelItem(1)->setExpanded(true);
    milestones->setCurrentItem(milestones->topLevelItem(1)->child(1));
    QVERIFY(isEnabled(fixture, "targetAdjust"));
    QVERIFY(add(fixture, demoTarget(fixture, "S9", 50)));
    QVERIFY(milestones->topLevelItem(1)->isExpanded());
    QCOMPARE(milestones->currentItem(), milestones->topLevelItem(1)->child(1));
    QVERIFY(openSplit(fixture, 1)); // a second time is said
    QVERIFY(fixture.find<QLabel>(text("splitSum"))->text().contains(text("2 parts already")));
}

void TestTargetDialogs::aShareIsSplitAndReached()
{
    WindowFixture fixture;
    QVERIFY(openTargets(fixture));
    QVERIFY(add(fixture, demoTarget(fixture, "S2", 60)));
    QVERIFY(openSplit(fixture, 1));
    choose(fixture, "splitLevel", static_cast<int>(AreaLevel::Village));
    QVERIFY(!isEnabled(fixture, "splitAccept")); // until the parts are there
    auto *table = fixture.find<QTableWidget>(text("splitTable"));
    QTRY_VERIFY(isEnabled(fixture, "splitAccept"));
    for (int row = 0; row < table->rowCount(); ++row) {
        QCOMPARE(table->item(row, 2)->text(), text("60"));
    }
    table->item(0, 2)->setText(text("50"));
    QVERIFY(!isEnabled(fixture, "splitAccept"));
    table->item(1, 2)->setText(text("100"));
    QVERIFY(isEnabled(fixture, "splitAccept"));
    QVERIFY(accept(fixture, "splitAccept"));
    QVERIFY(stored(fixture).back().area.level() == AreaLevel::Village);
}

void TestTargetDialogs::splittingKeepsToTheScope()
{
    WindowFixture fixture;
    QVERIFY(openTargets(fixture));
    Target sum = demoTarget(fixture, "S3", 3);
    sum.indicator = text("demo_done_count");
    sum.scope = {AreaCode::parse(u"361199100").value()};
    QVERIFY(add(fixture, sum));
    QVERIFY(openSplit(fixture, 1));
    auto *table = fixture.find<QTableWidget>(text("splitTable"));
    QCOMPARE(table->rowCount(), 1);
    QCOMPARE(table->item(0, 2)->text(), text("3"));
    QVERIFY(accept(fixture, "splitAccept"));
    QCOMPARE(stored(fixture).back().area.toString(), text("361199100"));
}

void TestTargetDialogs::partsAddUpOrDoNot()
{
    ui::TargetSplit split;
    split.whole.value = 10;
    QVERIFY(!ui::addsUp(split)); // no parts at all
    const auto part = [](double value, double counted) {
        TargetPart made;
        made.target.value = value;
        made.counted = counted;
        return made;
    };
    split.kind = Indicator::Kind::Sum;
    split.parts = {part(4, 1), part(6, 100)};
    QVERIFY(ui::addsUp(split));
    split.parts[0].target.value = 5; // more is promised twice
    QVERIFY(!ui::addsUp(split));
    split.kind = Indicator::Kind::Ratio;
    split.parts = {part(4, 30), part(12, 90)};
    QCOMPARE(ui::sumOfParts(split), 10.0);
    QVERIFY(ui::addsUp(split));
    split.parts[1].target.value = 11.9;
    QVERIFY(!ui::addsUp(split));
    split.higherIsBetter = false; // a share that shall fall
    QVERIFY(ui::addsUp(split));
}

void TestTargetDialogs::whatCannotBeIsSaidInWords()
{
    WindowFixture fixture;
    QVERIFY(openTargets(fixture));
    click(fixture, "targetNew");
    type(fixture, "targetLabel", text("T9"));
    const auto problem = [&] { return fixture.find<QLabel>(text("targetProblem"))->text(); };
    give(fixture, "targetStart", {2021, 1, 1});
    give(fixture, "targetDue", {2020, 1, 1});
    QVERIFY2(problem().contains(text("2020-01-01")), qPrintable(problem()));
    give(fixture, "targetDue", {2022, 1, 1});
    choose(fixture, "targetIndicator", text("demo_done_count"));
    type(fixture, "targetParameter_min_km", text("-5"));
    QVERIFY(!problem().isEmpty());
    type(fixture, "targetParameter_min_km", {});
    QVERIFY(problem().isEmpty());
    fixture.find<QComboBox>(text("targetArea"))->setEditText(text("nowhere"));
    QVERIFY(!problem().isEmpty());
    fixture.find<QComboBox>(text("targetArea"))->setEditText(text("361199"));
    type(fixture, "targetWho", {});
    QVERIFY(!problem().isEmpty());
    qobject_cast<QDialog *>(QApplication::activeModalWidget())->reject();
    QCOMPARE(stored(fixture).size(), std::size_t{1});
}

} // namespace cuntu::test

QTEST_MAIN(cuntu::test::TestTargetDialogs)
#include "test_target_dialogs.moc"
