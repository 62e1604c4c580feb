// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/window_fixture.h"
#include "ui/window/case_marks.h"
#include "ui/window/casework.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDateEdit>
#include <QDialog>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QTreeWidget>

namespace cuntu::test {

/// Alerts and the rectification ledger, as a user goes through them.
class TestCases : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void alertsAreLookedForAndAnswered();
    void anAlertIsVerifiedBySomebodyElse();
    void lookingDoesNotEndRedo();
    void aProblemIsListedAboutWhatIsPicked();
    void anItemGoesToTheEndAndBack();
    void overdueOnesAreMarkedAndCounted();
    void pinsStandWhereCasesAreOpen();
    void whatIsNotAllowedIsSaidInWords();
    void emptyPanelsSayWhatToDo();
};

namespace {

const QString k_lines = QStringLiteral("demo_lines");

Day day(const char *iso)
{
    return Day::fromIso(QString::fromLatin1(iso)).value();
}

QTreeWidget &table(WindowFixture &fixture, const char *name)
{
    return *fixture.find<QTreeWidget>(QString::fromLatin1(name));
}

QPushButton &button(WindowFixture &fixture, const QString &name)
{
    return *fixture.find<QPushButton>(name);
}

void click(WindowFixture &fixture, const QString &name)
{
    QTest::mouseClick(&button(fixture, name), Qt::LeftButton);
}

bool openDock(WindowFixture &fixture, const char *name)
{
    if (!fixture.openSample()) {
        return false;
    }
    fixture.find<QDockWidget>(QString::fromLatin1(name))->raise();
    return QTest::qWaitFor([&] { return fixture.isSettled(); }, 10000);
}

std::vector<Case> stored(WindowFixture &fixture, CaseKind kind)
{
    return fixture.bench().session.project()->cases(kind).value();
}

void type(WindowFixture &fixture, const char *name, const QString &text)
{
    if (auto *line = fixture.find<QLineEdit>(QString::fromLatin1(name))) {
        line->setText(text);
    } else {
        fixture.find<QPlainTextEdit>(QString::fromLatin1(name))->setPlainText(text);
    }
}

/// Answers the question about a step that is open; false where it cannot be accepted.
bool answerStep(WindowFixture &fixture, const QString &who, const QString &note = {}, const QString &evidence = {})
{
    type(fixture, "stepWho", who);
    type(fixture, "stepNote", note);
    type(fixture, "stepEvidence", evidence);
    QPushButton &accept = button(fixture, QStringLiteral("stepAccept"));
    if (!accept.isEnabled()) {
        return false;
    }
    const auto before = fixture.bench().session.state();
    QTest::mouseClick(&accept, Qt::LeftButton);
    return QTest::qWaitFor([&] { return fixture.bench().session.state() != before && fixture.isSettled(); }, 10000);
}

bool look(WindowFixture &fixture)
{
    click(fixture, QStringLiteral("alertLook"));
    return QTest::qWaitFor([&] { return fixture.isSettled() && !stored(fixture, CaseKind::Alert).empty(); }, 10000);
}

/// Lists a problem by the project itself.
qint64 list(WindowFixture &fixture, const char *text, const char *line, const char *deadline)
{
    Case item;
    item.text = QString::fromLatin1(text);
    item.area = AreaCode::parse(u"361199001001").value();
    item.responsible = QStringLiteral("Li Si");
    item.firstSeen = item.lastSeen = day("2020-03-01");
    item.deadline = day(deadline);
    if (line != nullptr) {
        item.layer = k_lines;
        item.feature = fixture.bench().session.project()->findFeature(k_lines, QString::fromLatin1(line)).value();
    }
    const auto before = fixture.bench().session.state();
    const qint64 id = fixture.bench().session.project()->listCase(item, QStringLiteral("Zhao Liu")).value();
    return QTest::qWaitFor([&] { return fixture.bench().session.state() != before && fixture.isSettled(); }, 10000) ? id
                                                                                                                    : 0;
}

} // namespace

void TestCases::alertsAreLookedForAndAnswered()
{
    WindowFixture fixture;
    QVERIFY(openDock(fixture, "alertsDock"));
    QTRY_VERIFY(fixture.find<QLabel>(QStringLiteral("alertEmpty"))->text().contains(QStringLiteral("1 target")));
    QVERIFY(stored(fixture, CaseKind::Alert).empty()); // opening writes nothing
    QVERIFY(look(fixture));
    QTreeWidget &alerts = table(fixture, "alertTable");
    QTRY_COMPARE(alerts.topLevelItemCount(), 1);
    QVERIFY(alerts.topLevelItem(0)->text(0).startsWith(QStringLiteral("T1")));
    QVERIFY(alerts.topLevelItem(0)->text(5).contains(QStringLiteral("李四")));
    QVERIFY(!alerts.topLevelItem(0)->icon(2).isNull());

    QVERIFY(!button(fixture, QStringLiteral("alertVERIFIED")).isVisible());
    click(fixture, QStringLiteral("alertACKNOWLEDGED"));
    QVERIFY(answerStep(fixture, QStringLiteral("李四"), QStringLiteral("seen")));
    const Case alert = stored(fixture, CaseKind::Alert).front();
    QCOMPARE(alert.state(), QStringLiteral("ACKNOWLEDGED"));
    QCOMPARE(alert.steps.back().who, QStringLiteral("李四"));
    QCOMPARE(alert.steps.back().note, QStringLiteral("seen"));
    QCOMPARE(fixture.bench().settings.who(), QStringLiteral("李四"));
    QTRY_COMPARE(table(fixture, "alertSteps").topLevelItemCount(), 2);
    QVERIFY(fixture.trigger(QStringLiteral("undo")));
    QTRY_COMPARE(stored(fixture, CaseKind::Alert).front().state(), QStringLiteral("OPEN"));
    QTRY_VERIFY(fixture.isSettled());

    // The place is shown, as other panels do.
    const MapExtent before = fixture.window().map().extent();
    fixture.window().map().zoomAbout(QPointF(10, 10), 8);
    const QPoint row = alerts.visualItemRect(alerts.topLevelItem(0)).center();
    QTest::mouseClick(alerts.viewport(), Qt::LeftButton, {}, {30, row.y()});
    QTest::mouseDClick(alerts.viewport(), Qt::LeftButton, {}, {30, row.y()});
    QTRY_VERIFY(fixture.isSettled());
    QTRY_VERIFY(std::abs(fixture.window().map().extent().centre.x - before.centre.x) < before.unitsPerPixel * 60);
}

void TestCases::anAlertIsVerifiedBySomebodyElse()
{
    WindowFixture fixture;
    QVERIFY(openDock(fixture, "alertsDock"));
    QVERIFY(look(fixture));
    QTRY_COMPARE(table(fixture, "alertTable").topLevelItemCount(), 1);
    click(fixture, QStringLiteral("alertSUPERVISED"));
    QVERIFY(answerStep(fixture, QStringLiteral("王五")));
    click(fixture, QStringLiteral("alertRESOLVED"));
    QVERIFY(!answerStep(fixture, QStringLiteral("李四"))); // a reason is asked for
    QVERIFY(!fixture.find<QLabel>(QStringLiteral("stepProblem"))->text().isEmpty());
    QVERIFY(answerStep(fixture, QStringLiteral("李四"), QStringLiteral("another road was built")));
    click(fixture, QStringLiteral("alertVERIFIED"));
    QVERIFY(!answerStep(fixture, QStringLiteral("李四")));
    QVERIFY(answerStep(fixture, QStringLiteral("王五")));
    QCOMPARE(stored(fixture, CaseKind::Alert).front().state(), QStringLiteral("VERIFIED"));
    QTRY_VERIFY(table(fixture, "alertTable").isHidden() || table(fixture, "alertTable").topLevelItemCount() == 0);
    auto *filter = fixture.find<QComboBox>(QStringLiteral("alertFilter"));
    filter->setCurrentIndex(1);
    Q_EMIT filter->activated(1);
    QCOMPARE(table(fixture, "alertTable").topLevelItemCount(), 1);
    // Still in danger: looking says so before it does anything, and then opens it again.
    QTRY_VERIFY(fixture.find<QLabel>(QStringLiteral("alertFooter"))->text().contains(QStringLiteral("1 more")));
    click(fixture, QStringLiteral("alertLook"));
    QTRY_COMPARE(stored(fixture, CaseKind::Alert).front().state(), QStringLiteral("OPEN"));
}

void TestCases::lookingDoesNotEndRedo()
{
    WindowFixture fixture;
    QVERIFY(openDock(fixture, "alertsDock"));
    const auto before = fixture.bench().session.state();
    QVERIFY(list(fixture, "no drain", nullptr, "2020-04-01") != 0);
    QVERIFY(fixture.trigger(QStringLiteral("undo")));
    QTRY_VERIFY(stored(fixture, CaseKind::Rectification).empty());
    QTRY_VERIFY(fixture.isSettled());
    fixture.bench().view.setAsOf(day("2020-05-01")); // the panel looks at it, and writes nothing
    QTRY_VERIFY(fixture.isSettled());
    QVERIFY(fixture.trigger(QStringLiteral("redo")));
    QTRY_COMPARE(stored(fixture, CaseKind::Rectification).size(), std::size_t{1});
}

void TestCases::aProblemIsListedAboutWhatIsPicked()
{
    WindowFixture fixture;
    QVERIFY(openDock(fixture, "casesDock"));
    QVERIFY(fixture.pick(k_lines, {QStringLiteral("L02")}));
    click(fixture, QStringLiteral("caseNew"));
    auto *picked = fixture.find<QCheckBox>(QStringLiteral("caseAboutPicked"));
    QTRY_VERIFY(picked->isVisible() && picked->isChecked());
    QVERIFY(!button(fixture, QStringLiteral("caseAccept")).isEnabled());
    type(fixture, "caseText", QStringLiteral("The surface breaks up"));
    type(fixture, "caseMeasure", QStringLiteral("Lay it anew"));
    type(fixture, "caseNumber", QStringLiteral("2020-7"));
    type(fixture, "caseResponsible", QStringLiteral("李四"));
    type(fixture, "caseLeadUnit", QStringLiteral("县建设局"));
    type(fixture, "caseOtherUnits", QStringLiteral("财政局、审计局;水务局"));
    type(fixture, "caseWho", QStringLiteral("王五"));
    fixture.find<QComboBox>(QStringLiteral("caseLevel"))->setCurrentIndex(1);
    fixture.find<QComboBox>(QStringLiteral("caseSource"))->setEditText(QStringLiteral("audit"));
    fixture.find<QDateEdit>(QStringLiteral("caseDeadline"))->setDate({2030, 6, 30}); // deadlines lie ahead
    QVERIFY(button(fixture, QStringLiteral("caseAccept")).isEnabled());
    click(fixture, QStringLiteral("caseAccept"));
    QTRY_COMPARE(stored(fixture, CaseKind::Rectification).size(), std::size_t{1});
    const Case item = stored(fixture, CaseKind::Rectification).front();
    QCOMPARE(item.layer, k_lines);
    QCOMPARE(item.feature, fixture.bench().session.project()->findFeature(k_lines, QStringLiteral("L02")).value());
    QVERIFY(item.area.level() == AreaLevel::Village);
    QCOMPARE(item.text, QStringLiteral("The surface breaks up"));
    QCOMPARE(item.measure, QStringLiteral("Lay it anew"));
    QCOMPARE(item.number, QStringLiteral("2020-7"));
    QCOMPARE(item.otherUnits,
             QStringList({QStringLiteral("财政局"), QStringLiteral("审计局"), QStringLiteral("水务局")}));
    QCOMPARE(item.level, 2);
    QCOMPARE(item.deadline, day("2030-06-30"));
    QCOMPARE(item.steps.front().who, QStringLiteral("王五"));
    // In the table by its name, and a double click leads there.
    QTRY_COMPARE(table(fixture, "caseTable").topLevelItemCount(), 1);
    QTRY_VERIFY(!table(fixture, "caseTable").topLevelItem(0)->text(1).isEmpty());
    fixture.bench().view.clearSelection();
    QVERIFY(fixture.activate());
    table(fixture, "caseTable").setFocus();
    QTest::keyClick(&table(fixture, "caseTable"), Qt::Key_Return);
    QCOMPARE(fixture.bench().view.selection().layer, k_lines);
    QCOMPARE(fixture.bench().view.selection().features, std::vector<FeatureId>{item.feature});
    QTRY_VERIFY(fixture.isSettled());
    click(fixture, QStringLiteral("caseNew")); // an area alone will do
    QTRY_VERIFY(fixture.find<QCheckBox>(QStringLiteral("caseAboutPicked"))->isVisible());
    fixture.find<QCheckBox>(QStringLiteral("caseAboutPicked"))->setChecked(false);
    type(fixture, "caseText", QStringLiteral("No list of households"));
    fixture.find<QComboBox>(QStringLiteral("caseArea"))->setEditText(QStringLiteral("nowhere"));
    QVERIFY(!button(fixture, QStringLiteral("caseAccept")).isEnabled());
    fixture.find<QComboBox>(QStringLiteral("caseArea"))->setEditText(QStringLiteral("361199100"));
    QVERIFY(button(fixture, QStringLiteral("caseAccept")).isEnabled());
    click(fixture, QStringLiteral("caseAccept"));
    QTRY_COMPARE(stored(fixture, CaseKind::Rectification).size(), std::size_t{2});
    QCOMPARE(stored(fixture, CaseKind::Rectification).back().area.toString(), QStringLiteral("361199100"));
    QVERIFY(stored(fixture, CaseKind::Rectification).back().layer.isEmpty());
    QTRY_COMPARE(table(fixture, "caseTable").topLevelItemCount(), 2);
    QTest::mouseClick(fixture.find<QToolButton>(QStringLiteral("caseCopy")), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text().split(QLatin1Char('\n')).size(), 3);
}

void TestCases::anItemGoesToTheEndAndBack()
{
    WindowFixture fixture;
    QVERIFY(openDock(fixture, "casesDock"));
    QVERIFY(list(fixture, "no drain", "L02", "2020-04-01") != 0);
    const auto state = [&] { return stored(fixture, CaseKind::Rectification).front().state(); };
    const auto next = [&](const QString &who, const QString &note = {}, const QString &file = {}) {
        click(fixture, QStringLiteral("caseNext"));
        return answerStep(fixture, who, note, file);
    };
    QVERIFY(next(QStringLiteral("王五"), QStringLiteral("to Li Si")));
    QCOMPARE(state(), QStringLiteral("ASSIGNED"));
    QVERIFY(next(QStringLiteral("Li Si")));
    QVERIFY(next(QStringLiteral("Li Si"), {}, WindowFixture::data(QStringLiteral("targets.csv"))));
    QCOMPARE(state(), QStringLiteral("SUBMITTED"));
    QVERIFY(stored(fixture, CaseKind::Rectification).front().steps.back().evidence != 0);
    QVERIFY(!next(QStringLiteral("Li Si"))); // the checker is not the executor
    QVERIFY(fixture.find<QLabel>(QStringLiteral("stepProblem"))->text().contains(QStringLiteral("Li Si")));
    QVERIFY(answerStep(fixture, QStringLiteral("王五")));
    QCOMPARE(state(), QStringLiteral("CHECKED"));
    QVERIFY(button(fixture, QStringLiteral("caseOther")).isVisible()); // it may also be sent back
    click(fixture, QStringLiteral("caseOther"));
    QVERIFY(answerStep(fixture, QStringLiteral("王五"), QStringLiteral("not deep enough")));
    QCOMPARE(state(), QStringLiteral("RECTIFYING"));
    QVERIFY(next(QStringLiteral("Li Si")));
    QVERIFY(next(QStringLiteral("王五")));
    QVERIFY(next(QStringLiteral("王五")));
    QCOMPARE(state(), QStringLiteral("CLOSED"));
    QTRY_VERIFY(fixture.find<QLabel>(QStringLiteral("caseFooter"))->text().contains(QStringLiteral("1 struck off")));
    auto *filter = fixture.find<QComboBox>(QStringLiteral("caseFilter"));
    filter->setCurrentIndex(2);
    Q_EMIT filter->activated(2);
    QCOMPARE(table(fixture, "caseSteps").topLevelItemCount(), 9);
    QVERIFY(next(QStringLiteral("王五"), QStringLiteral("it broke again")));
    QCOMPARE(state(), QStringLiteral("REOPENED"));
    // The menu of the table offers the same.
    Q_EMIT table(fixture, "caseTable").customContextMenuRequested({5, 5});
    auto *menu = fixture.window().findChild<QMenu *>(QStringLiteral("caseMenu"));
    QVERIFY(menu != nullptr);
    menu->actions().front()->trigger();
    menu->close();
    QTRY_VERIFY(QApplication::activeModalWidget() != nullptr);
    QVERIFY(answerStep(fixture, QStringLiteral("Li Si")));
    QCOMPARE(state(), QStringLiteral("RECTIFYING"));
}

void TestCases::overdueOnesAreMarkedAndCounted()
{
    WindowFixture fixture;
    QVERIFY(openDock(fixture, "casesDock"));
    QVERIFY(list(fixture, "no drain", "L02", "2020-04-01") != 0);
    QVERIFY(list(fixture, "no sign", nullptr, "2020-12-01") != 0);
    fixture.bench().view.setAsOf(day("2020-05-01"));
    QTRY_VERIFY(fixture.isSettled());
    QTreeWidget &cases = table(fixture, "caseTable");
    QCOMPARE(cases.topLevelItemCount(), 2);
    QCOMPARE(cases.topLevelItem(0)->text(5), QStringLiteral("30"));
    QVERIFY(!cases.topLevelItem(0)->icon(4).isNull());
    QVERIFY(cases.topLevelItem(1)->text(5).isEmpty());
    QVERIFY(fixture.find<QLabel>(QStringLiteral("caseFooter"))->text().contains(QStringLiteral("1 overdue")));
    auto *filter = fixture.find<QComboBox>(QStringLiteral("caseFilter"));
    filter->setCurrentIndex(1);
    Q_EMIT filter->activated(1);
    QCOMPARE(cases.topLevelItemCount(), 1);
    fixture.bench().view.setAsOf(day("2021-05-01"));
    QTRY_COMPARE(cases.topLevelItemCount(), 2);
}

void TestCases::pinsStandWhereCasesAreOpen()
{
    WindowFixture fixture;
    QVERIFY(openDock(fixture, "casesDock"));
    fixture.bench().view.setAsOf(day("2020-05-01"));
    const auto *pins = fixture.find<ui::CaseMarks>(QStringLiteral("caseMarks"));
    QVERIFY(pins->marks().empty());
    QVERIFY(list(fixture, "no drain", "L02", "2020-04-01") != 0);
    QVERIFY(list(fixture, "no sign", "L02", "2020-12-01") != 0);
    QVERIFY(list(fixture, "no list", nullptr, "2020-12-01") != 0);
    QTRY_COMPARE(pins->marks().size(), std::size_t{2});
    int cases = 0;
    int overdue = 0;
    for (const ui::CaseMark &mark : pins->marks()) {
        cases += mark.cases;
        overdue += mark.overdue;
    }
    QCOMPARE(cases, 3);
    QCOMPARE(overdue, 1);
    // The one at the feature lies on it: picking there picks it.
    const auto &late = pins->marks().front().overdue > 0 ? pins->marks().front() : pins->marks().back();
    fixture.window().mapController().pickAt(fixture.window().map().toWidget(late.position), {});
    QCOMPARE(fixture.bench().view.selection().layer, k_lines);
    const QPoint head = fixture.window().map().toWidget(late.position).toPoint() - QPoint(6, 19);
    QTRY_VERIFY(fixture.isSettled() && !fixture.window().map().isRendering());
    QCOMPARE(fixture.window().map().grab().toImage().pixelColor(head), QColor(0xD5, 0x5E, 0x00));
    QTest::mouseClick(fixture.find<QCheckBox>(QStringLiteral("caseOnMap")), Qt::LeftButton, {}, {8, 8});
    QVERIFY(pins->isHidden());
    QVERIFY(fixture.window().map().grab().toImage().pixelColor(head) != QColor(0xD5, 0x5E, 0x00));
}

void TestCases::whatIsNotAllowedIsSaidInWords()
{
    WindowFixture fixture;
    QVERIFY(openDock(fixture, "casesDock"));
    QVERIFY(list(fixture, "no drain", "L02", "2020-04-01") != 0);
    fixture.bench().view.setAsOf(day("2020-01-01"));
    click(fixture, QStringLiteral("caseNext"));
    // Not before it was listed, though an earlier day is shown.
    QCOMPARE(fixture.find<QDateEdit>(QStringLiteral("stepDate"))->date(), QDate(2020, 3, 1));
    fixture.find<QDateEdit>(QStringLiteral("stepDate"))->setDate({2020, 2, 1});
    QVERIFY(!button(fixture, QStringLiteral("stepAccept")).isEnabled());
    QVERIFY(fixture.find<QLabel>(QStringLiteral("stepProblem"))->text().contains(QStringLiteral("2020-03-01")));
    fixture.find<QDateEdit>(QStringLiteral("stepDate"))->setDate({2020, 3, 2});
    type(fixture, "stepWho", {});
    QVERIFY(!button(fixture, QStringLiteral("stepAccept")).isEnabled());
    type(fixture, "stepWho", QStringLiteral("王五"));
    type(fixture, "stepEvidence", QStringLiteral("/nowhere/photo.jpg"));
    QVERIFY(!button(fixture, QStringLiteral("stepAccept")).isEnabled());
    QVERIFY(fixture.find<QLabel>(QStringLiteral("stepProblem"))->text().contains(QStringLiteral("photo.jpg")));
    qobject_cast<QDialog *>(QApplication::activeModalWidget())->reject();
    QCOMPARE(stored(fixture, CaseKind::Rectification).front().steps.size(), std::size_t{1});
}

void TestCases::emptyPanelsSayWhatToDo()
{
    WindowFixture fixture;
    fixture.bench().session.create({fixture.folder() + QStringLiteral("/empty.cuntu"), {}, {}});
    QTRY_VERIFY(fixture.isSettled());
    fixture.find<QDockWidget>(QStringLiteral("alertsDock"))->raise();
    QTRY_VERIFY(fixture.find<QLabel>(QStringLiteral("alertEmpty"))->isVisible());
    QVERIFY(fixture.find<QLabel>(QStringLiteral("alertEmpty"))->text().contains(QStringLiteral("Ctrl+I")));
    QVERIFY(!button(fixture, QStringLiteral("alertLook")).isEnabled());
    fixture.find<QDockWidget>(QStringLiteral("casesDock"))->raise();
    QTRY_VERIFY(fixture.find<QLabel>(QStringLiteral("caseEmpty"))->isVisible());
    QVERIFY(button(fixture, QStringLiteral("caseNew")).isEnabled());
    fixture.bench().session.close();
    QTRY_VERIFY(!button(fixture, QStringLiteral("caseNew")).isEnabled());
}

} // namespace cuntu::test

QTEST_MAIN(cuntu::test::TestCases)
#include "test_cases.moc"
