// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/window_fixture.h"
#include "ui/dialogs/mark_dialog.h"
#include "ui/panels/marking_bar.h"
#include "ui/window/lasso.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDateEdit>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRandomGenerator>
#include <QToolButton>
#include <QTreeWidget>

namespace cuntu::test {

/// Marking one after the other: by click, by lasso, from a list of codes.
class TestMarking : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stepsAgreeWithTheProject();
    void codesOfAnyPasteAreRead();
    void lassoAgreesWithABox();
    void lassoOfRandomShapes();
    void aClickMarksAndUndoTakesItBack();
    void clicksBesideTheLayerDoNothing();
    void whatMayNotTakeTheStepIsSaid();
    void lassoMarksWhatIsInside();
    void whoIsAskedOnce();
    void offMeansOff();
    void aListIsMarkedWhole();
    void oneWrongCodeStopsTheList();
    void whatFulfilsAConditionIsPicked();
    void whatFulfilsAConditionIsMarked();
    void nothingToMarkSaysWhatToDo();
};

namespace {

const QString k_lines = QStringLiteral("demo_lines");

ui::MarkingBar &bar(WindowFixture &fixture)
{
    return *fixture.find<ui::MarkingBar>(QStringLiteral("markingBar"));
}

/// The sample with the marking bar, set to @p status.
bool openMarking(WindowFixture &fixture, const char *status)
{
    fixture.bench().settings.setWho(QStringLiteral("Li Si"));
    if (!fixture.openSample() || !fixture.trigger(QStringLiteral("markMode")) || !bar(fixture).isVisible()) {
        return false;
    }
    auto *box = fixture.find<QComboBox>(QStringLiteral("markingStatus"));
    box->setCurrentIndex(box->findData(QString::fromLatin1(status)));
    return QTest::qWaitFor([&] { return fixture.isSettled() && !fixture.window().map().isRendering(); }, 10000);
}

const RenderLayer &lines(WindowFixture &fixture)
{
    const auto &layers = fixture.window().map().request().layers;
    return *std::find_if(layers.begin(), layers.end(), [](const RenderLayer &each) { return each.id == k_lines; });
}

FeatureId idOf(WindowFixture &fixture, const char *code)
{
    return fixture.bench().session.project()->findFeature(k_lines, QString::fromLatin1(code)).value();
}

/// Where the middle of the first piece of a line is on the map widget.
QPoint pointOn(WindowFixture &fixture, const char *code)
{
    const LayerSnapshot &layer = *lines(fixture).snapshot;
    const auto part = layer.geometry().part(layer.geometry().firstPart(*layer.rowOf(idOf(fixture, code))));
    const Point middle{(part[0].x + part[1].x) / 2, (part[0].y + part[1].y) / 2};
    return fixture.window().map().toWidget(middle).toPoint();
}

QString statusOf(WindowFixture &fixture, const char *code)
{
    const auto &state = *fixture.bench().session.state();
    return state.snapshot->ledger().statusOn({QStringLiteral("demo"), k_lines, {}}, idOf(fixture, code),
                                             fixture.bench().view.asOf());
}

/// Codes whose features stand at @p status now.
QStringList codesAt(WindowFixture &fixture, const QString &status)
{
    QStringList codes;
    for (int i = 1; i <= 15; ++i) {
        const QByteArray code = QStringLiteral("L%1").arg(i, 2, 10, QLatin1Char('0')).toLatin1();
        if (statusOf(fixture, code.constData()) == status) {
            codes << QString::fromLatin1(code);
        }
    }
    return codes;
}

} // namespace

void TestMarking::stepsAgreeWithTheProject()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    const auto &state = *fixture.bench().session.state();
    const TrackCycle own = state.tracksOf(k_lines).front();
    const TrackView track = state.snapshot->ledger().track({own.programme, k_lines, {}});
    const Day day = fixture.bench().view.asOf();
    std::vector<FeatureId> all;
    for (std::size_t row = 0; row < lines(fixture).snapshot->size(); ++row) {
        all.push_back(lines(fixture).snapshot->id(row));
    }
    for (const Status &status : own.lifeCycle->statuses) {
        const ui::MarkSplit split = ui::splitForMark(*own.lifeCycle, track, all, status.id, day);
        QCOMPARE(split.allowed.size() + split.same.size() + split.refused.size(), all.size());
        const auto choices = ui::stepChoices(*own.lifeCycle, track, all, day);
        const auto choice = std::find_if(choices.begin(), choices.end(),
                                         [&](const ui::StepChoice &each) { return each.status == &status; });
        QCOMPARE(choice->allowed, static_cast<int>(split.allowed.size() + split.same.size()));
        for (const FeatureId refused : split.refused) { // the project says the same
            MarkRequest request;
            request.layer = k_lines;
            request.features = {refused};
            request.status = status.id;
            request.effective = day;
            request.who = QStringLiteral("t");
            QVERIFY(!fixture.bench().session.project()->mark(request).has_value());
        }
    }
}

void TestMarking::codesOfAnyPasteAreRead()
{
    const QStringList expected{QStringLiteral("L01"), QStringLiteral("L02"), QStringLiteral("L03")};
    for (const char16_t *text : {u"L01\nL02\nL03", u"L01\r\nL02\r\n\r\nL03\r\n", u"L01, L02;L03", u"L01，L02、L03",
                                 u"L01\tName one\t3\nL02\tName, two\t4\nL03\t\t", u"  L01   L02\u3000L03 "}) {
        QCOMPARE(ui::codesIn(QString::fromUtf16(text)), expected);
    }
    QVERIFY(ui::codesIn(QStringLiteral(" \n\t\n ,")).isEmpty());
}

void TestMarking::lassoAgreesWithABox()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    const quint32 seed = QRandomGenerator::global()->generate();
    QRandomGenerator random(seed);
    for (const RenderLayer &layer : fixture.window().map().request().layers) {
        const Box full = layer.snapshot->geometry().index.extent();
        for (int i = 0; i < 200; ++i) {
            const auto at = [&](double low, double high) { return low + (high - low) * random.generateDouble(); };
            Box box;
            box.add(Point{at(full.minX, full.maxX), at(full.minY, full.maxY)});
            box.add(Point{at(full.minX, full.maxX), at(full.minY, full.maxY)});
            const std::vector<Point> ring{
                {box.minX, box.minY}, {box.maxX, box.minY}, {box.maxX, box.maxY}, {box.minX, box.maxY}};
            QVERIFY2(ui::featuresInside(layer, ring) == featuresIn(layer, box),
                     qPrintable(QStringLiteral("%1, seed %2").arg(layer.id).arg(seed)));
        }
    }
}

namespace {

/// Whether a point of @p line is inside @p shape: the line is cut where it crosses the shape's edges, and Qt is asked
/// of the middle of each piece.
bool anyInside(const QLineF &line, const QPolygonF &shape)
{
    std::vector<double> cuts{0, 1};
    for (qsizetype i = 0; i < shape.size(); ++i) {
        QPointF at;
        if (line.intersects(QLineF(shape[i], shape[(i + 1) % shape.size()]), &at) == QLineF::BoundedIntersection) {
            cuts.push_back(QLineF(line.p1(), at).length() / line.length());
        }
    }
    std::sort(cuts.begin(), cuts.end());
    for (std::size_t i = 1; i < cuts.size(); ++i) {
        if (shape.containsPoint(line.pointAt((cuts[i - 1] + cuts[i]) / 2), Qt::OddEvenFill)) {
            return true;
        }
    }
    return false;
}

} // namespace

void TestMarking::lassoOfRandomShapes()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    const quint32 seed = QRandomGenerator::global()->generate();
    QRandomGenerator random(seed);
    const RenderLayer &layer = lines(fixture);
    const PackedGeometry &geometry = layer.snapshot->geometry();
    const Box full = geometry.index.extent();
    for (int i = 0; i < 60; ++i) {
        QPolygonF shape;
        std::vector<Point> ring;
        for (int corner = 0; corner < 7; ++corner) {
            const Point point{full.minX + (full.maxX - full.minX) * random.generateDouble(),
                              full.minY + (full.maxY - full.minY) * random.generateDouble()};
            ring.push_back(point);
            shape << QPointF(point.x, point.y);
        }
        std::vector<std::uint32_t> expected;
        for (std::uint32_t row = 0; row < geometry.size(); ++row) {
            bool inside = false;
            for (std::size_t part = geometry.firstPart(row); part < geometry.endPart(row); ++part) {
                const auto points = geometry.part(part);
                for (std::size_t p = 1; p < points.size(); ++p) {
                    inside =
                        inside || anyInside(QLineF(points[p - 1].x, points[p - 1].y, points[p].x, points[p].y), shape);
                }
            }
            if (inside) {
                expected.push_back(row);
            }
        }
        QVERIFY2(ui::featuresInside(layer, ring) == expected, qPrintable(QString::number(seed)));
    }
}

void TestMarking::aClickMarksAndUndoTakesItBack()
{
    WindowFixture fixture;
    QVERIFY(openMarking(fixture, "DONE"));
    const QStringList building = codesAt(fixture, QStringLiteral("BUILDING"));
    QVERIFY(!building.isEmpty());
    const QByteArray code = building.front().toLatin1();
    QTest::mouseClick(&fixture.window().map(), Qt::LeftButton, {}, pointOn(fixture, code.constData()));
    QTRY_COMPARE(statusOf(fixture, code.constData()), QStringLiteral("DONE"));
    QTRY_VERIFY(fixture.isSettled());
    QVERIFY(fixture.find<QLabel>(QStringLiteral("markingCount"))->text().startsWith(QStringLiteral("1 marked")));
    QCOMPARE(fixture.bench().session.state()->actions.front().who, QStringLiteral("Li Si"));
    QVERIFY(fixture.trigger(QStringLiteral("undo")));
    QTRY_COMPARE(statusOf(fixture, code.constData()), QStringLiteral("BUILDING"));
    QTRY_VERIFY(fixture.isSettled());
    QVERIFY(fixture.trigger(QStringLiteral("redo")));
    QTRY_COMPARE(statusOf(fixture, code.constData()), QStringLiteral("DONE"));
}

void TestMarking::clicksBesideTheLayerDoNothing()
{
    WindowFixture fixture;
    QVERIFY(openMarking(fixture, "DONE"));
    const std::size_t before = fixture.bench().session.state()->actions.size();
    QTest::mouseClick(&fixture.window().map(), Qt::LeftButton, {}, QPoint(3, 3));
    // A settlement is no work: it is not even picked while works are marked.
    QTest::qWait(100);
    QTRY_VERIFY(fixture.isSettled());
    QCOMPARE(fixture.bench().session.state()->actions.size(), before);
    QVERIFY(fixture.bench().view.selection().isEmpty());
    QVERIFY(fixture.trigger(QStringLiteral("selectAll"))); // picking by a command does not mark
    QTest::qWait(100);
    QTRY_VERIFY(fixture.isSettled());
    QCOMPARE(fixture.bench().session.state()->actions.size(), before);
}

void TestMarking::whatMayNotTakeTheStepIsSaid()
{
    WindowFixture fixture;
    QVERIFY(openMarking(fixture, "PLANNED"));
    const QStringList done = codesAt(fixture, QStringLiteral("DONE"));
    QVERIFY(!done.isEmpty());
    const QByteArray code = done.front().toLatin1();
    QTest::mouseClick(&fixture.window().map(), Qt::LeftButton, {}, pointOn(fixture, code.constData()));
    QTRY_VERIFY(fixture.find<QLabel>(QStringLiteral("statusMessage"))->text().contains(QStringLiteral("'finished'")));
    QCOMPARE(statusOf(fixture, code.constData()), QStringLiteral("DONE"));
    // Going back needs a reason; it is asked for in the bar.
    auto *box = fixture.find<QComboBox>(QStringLiteral("markingStatus"));
    box->setCurrentIndex(box->findData(QStringLiteral("BUILDING")));
    QTest::mouseClick(&fixture.window().map(), Qt::LeftButton, {}, pointOn(fixture, code.constData()));
    QTRY_VERIFY(fixture.find<QLabel>(QStringLiteral("statusMessage"))->text().contains(QStringLiteral("reason")));
    fixture.find<QLineEdit>(QStringLiteral("markingNote"))->setText(QStringLiteral("cracked"));
    QTest::mouseClick(&fixture.window().map(), Qt::LeftButton, {}, pointOn(fixture, code.constData()));
    QTRY_COMPARE(statusOf(fixture, code.constData()), QStringLiteral("BUILDING"));
}

void TestMarking::lassoMarksWhatIsInside()
{
    WindowFixture fixture;
    QVERIFY(openMarking(fixture, "DONE"));
    const qsizetype building = codesAt(fixture, QStringLiteral("BUILDING")).size();
    QVERIFY(building > 1);
    QVERIFY(fixture.trigger(QStringLiteral("toolLasso")));
    auto *lasso = fixture.find<ui::Lasso>(QStringLiteral("lasso"));
    QVERIFY(lasso->isVisible());
    QCOMPARE(lasso->size(), fixture.window().map().size());
    const QRect all = lasso->rect().adjusted(2, 2, -2, -2);
    const QList<QPoint> path{all.topLeft(), all.topRight(), all.bottomRight(), all.bottomLeft()};
    QTest::mousePress(lasso, Qt::LeftButton, {}, path[0]);
    for (const QPoint &point : path) {
        QMouseEvent move(QEvent::MouseMove, point, lasso->mapToGlobal(point), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(lasso, &move);
    }
    QTest::mouseRelease(lasso, Qt::LeftButton, {}, path[3]);
    QTRY_VERIFY(codesAt(fixture, QStringLiteral("BUILDING")).isEmpty());
    QTRY_VERIFY(fixture.isSettled());
    QVERIFY(fixture.trigger(QStringLiteral("undo"))); // all of them were one action
    QTRY_COMPARE(codesAt(fixture, QStringLiteral("BUILDING")).size(), building);
    QVERIFY(fixture.trigger(QStringLiteral("toolSelect")));
    QVERIFY(!lasso->isVisible());
}

void TestMarking::whoIsAskedOnce()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    QVERIFY(fixture.trigger(QStringLiteral("markMode")));
    auto *dialog = qobject_cast<QInputDialog *>(QApplication::activeModalWidget());
    QVERIFY(dialog != nullptr);
    QCOMPARE(dialog->textValue(), QStringLiteral("tester"));
    dialog->setTextValue(QStringLiteral("Township office"));
    dialog->accept();
    QCOMPARE(fixture.find<QLineEdit>(QStringLiteral("markingWho"))->text(), QStringLiteral("Township office"));
    QVERIFY(fixture.trigger(QStringLiteral("markMode")));
    QVERIFY(fixture.trigger(QStringLiteral("markMode")));
    QVERIFY(QApplication::activeModalWidget() == nullptr);
    QCOMPARE(fixture.bench().settings.who(), QStringLiteral("Township office"));
}

void TestMarking::offMeansOff()
{
    WindowFixture fixture;
    QVERIFY(openMarking(fixture, "DONE"));
    QTest::keyClick(&fixture.window().map(), Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    if (bar(fixture).isOn()) { // keys need an active window
        QVERIFY(fixture.trigger(QStringLiteral("markMode")));
    }
    QVERIFY(!bar(fixture).isVisible());
    const std::size_t before = fixture.bench().session.state()->actions.size();
    const QByteArray code = codesAt(fixture, QStringLiteral("BUILDING")).front().toLatin1();
    QTRY_VERIFY(fixture.isSettled() && !fixture.window().map().isRendering());
    QTest::mouseClick(&fixture.window().map(), Qt::LeftButton, {}, pointOn(fixture, code.constData()));
    QTRY_VERIFY(!fixture.bench().view.selection().isEmpty());
    QTRY_VERIFY(fixture.isSettled());
    QCOMPARE(fixture.bench().session.state()->actions.size(), before);
    fixture.bench().session.close();
    QVERIFY(!fixture.window().actions().find(QStringLiteral("markMode"))->isChecked());
}

void TestMarking::aListIsMarkedWhole()
{
    WindowFixture fixture;
    QVERIFY(openMarking(fixture, "DONE"));
    const QStringList building = codesAt(fixture, QStringLiteral("BUILDING"));
    const QStringList done = codesAt(fixture, QStringLiteral("DONE"));
    QTest::mouseClick(fixture.find<QPushButton>(QStringLiteral("markingList")), Qt::LeftButton);
    auto *accept = fixture.find<QPushButton>(QStringLiteral("markListAccept"));
    QVERIFY(accept != nullptr && !accept->isEnabled());
    fixture.find<QPlainTextEdit>(QStringLiteral("markListCodes"))
        ->setPlainText(building.join(QLatin1Char('\n')) + QStringLiteral("\n") + building.front() +
                       QStringLiteral("\n") + done.front());
    QTRY_VERIFY2(accept->isEnabled(), qPrintable(fixture.find<QLabel>(QStringLiteral("markListProblem"))->text()));
    QCOMPARE(accept->text(), QStringLiteral("Mark %1").arg(building.size()));
    const auto *preview = fixture.find<QTreeWidget>(QStringLiteral("markListPreview"));
    QCOMPARE(preview->topLevelItemCount(), static_cast<int>(building.size() + 2));
    QCOMPARE(preview->topLevelItem(preview->topLevelItemCount() - 1)->text(3), QStringLiteral("stands there already"));
    QTest::mouseClick(accept, Qt::LeftButton);
    QTRY_VERIFY(codesAt(fixture, QStringLiteral("BUILDING")).isEmpty());
    QTRY_VERIFY(fixture.isSettled());
    QVERIFY(fixture.trigger(QStringLiteral("undo")));
    QTRY_COMPARE(codesAt(fixture, QStringLiteral("BUILDING")), building);
}

void TestMarking::whatFulfilsAConditionIsPicked()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    QVERIFY(fixture.trigger(QStringLiteral("selectWhere")));
    auto *layer = fixture.find<QComboBox>(QStringLiteral("whereLayer"));
    layer->setCurrentIndex(layer->findData(k_lines));
    auto *fields = fixture.find<QComboBox>(QStringLiteral("whereField0"));
    QVERIFY(fields->findData(QStringLiteral("contact")) < 0); // personal
    fields->setCurrentIndex(fields->findData(QStringLiteral("length_km")));
    auto *accept = fixture.find<QPushButton>(QStringLiteral("whereAccept"));
    fixture.find<QComboBox>(QStringLiteral("whereOperand0"))->setEditText(QStringLiteral("long"));
    QTRY_VERIFY(fixture.find<QLabel>(QStringLiteral("whereResult"))->text().contains(QStringLiteral("long")));
    QVERIFY(!accept->isEnabled());
    auto *comparison = fixture.find<QComboBox>(QStringLiteral("whereComparison0"));
    comparison->setCurrentIndex(comparison->findText(QStringLiteral("is at least")));
    fixture.find<QComboBox>(QStringLiteral("whereOperand0"))->setEditText(QStringLiteral("0"));
    QTRY_VERIFY(accept->isEnabled());
    fixture.find<QPushButton>(QStringLiteral("whereMore"))->click();
    fixture.find<QComboBox>(QStringLiteral("whereField1"))->setCurrentIndex(0); // the code
    const QString code = codesAt(fixture, QStringLiteral("DONE")).front();
    fixture.find<QComboBox>(QStringLiteral("whereOperand1"))->setEditText(code);
    QTRY_COMPARE(accept->text(), QStringLiteral("Pick 1"));
    QTest::mouseClick(accept, Qt::LeftButton);
    QCOMPARE(fixture.bench().view.selection(), (ui::Selection{k_lines, {idOf(fixture, code.toLatin1().constData())}}));
}

void TestMarking::whatFulfilsAConditionIsMarked()
{
    WindowFixture fixture;
    QVERIFY(openMarking(fixture, "DONE"));
    const QStringList building = codesAt(fixture, QStringLiteral("BUILDING"));
    QTest::mouseClick(fixture.find<QToolButton>(QStringLiteral("markingWhere")), Qt::LeftButton);
    QVERIFY(!fixture.find<QComboBox>(QStringLiteral("whereLayer"))->isEnabled());
    auto *fields = fixture.find<QComboBox>(QStringLiteral("whereField0"));
    fields->setCurrentIndex(fields->findText(QStringLiteral("Status: Progress"))); // where it stands
    fixture.find<QComboBox>(QStringLiteral("whereOperand0"))->setEditText(QStringLiteral("being built"));
    auto *accept = fixture.find<QPushButton>(QStringLiteral("whereAccept"));
    QTRY_COMPARE(accept->text(), QStringLiteral("Pick %1").arg(building.size()));
    QTest::mouseClick(accept, Qt::LeftButton);
    auto *question = fixture.find<QMessageBox>(QStringLiteral("question"));
    QVERIFY(question != nullptr);
    for (QAbstractButton *button : question->buttons()) {
        if (button->text() == QStringLiteral("Mark")) {
            button->click();
        }
    }
    QTRY_VERIFY(codesAt(fixture, QStringLiteral("BUILDING")).isEmpty());
    QTRY_VERIFY(fixture.isSettled());
    QVERIFY(fixture.trigger(QStringLiteral("undo")));
    QTRY_COMPARE(codesAt(fixture, QStringLiteral("BUILDING")), building);
}

void TestMarking::oneWrongCodeStopsTheList()
{
    WindowFixture fixture;
    QVERIFY(openMarking(fixture, "PLANNED"));
    const QString done = codesAt(fixture, QStringLiteral("DONE")).front();
    QTest::mouseClick(fixture.find<QPushButton>(QStringLiteral("markingList")), Qt::LeftButton);
    auto *accept = fixture.find<QPushButton>(QStringLiteral("markListAccept"));
    auto *codes = fixture.find<QPlainTextEdit>(QStringLiteral("markListCodes"));
    const auto *problem = fixture.find<QLabel>(QStringLiteral("markListProblem"));
    codes->setPlainText(QStringLiteral("L99 ") + done);
    QTRY_VERIFY(problem->text().contains(QStringLiteral("1 not found.")));
    QVERIFY(problem->text().contains(QStringLiteral("1 may not take this step.")));
    QVERIFY(problem->text().contains(QStringLiteral("All or nothing")));
    QVERIFY(!accept->isEnabled());
    fixture.find<QDialog>(QStringLiteral("markListDialog"))->reject();
    QTRY_VERIFY(fixture.isSettled());
    QCOMPARE(statusOf(fixture, done.toLatin1().constData()), QStringLiteral("DONE"));
}

void TestMarking::nothingToMarkSaysWhatToDo()
{
    WindowFixture fixture;
    fixture.bench().session.create({fixture.folder() + QStringLiteral("/empty.cuntu"), {}, {}});
    QTRY_VERIFY(fixture.isSettled());
    QVERIFY(fixture.trigger(QStringLiteral("markMode")));
    QVERIFY(!bar(fixture).isVisible());
    QVERIFY(!fixture.window().actions().find(QStringLiteral("markMode"))->isChecked());
    QVERIFY(fixture.find<QLabel>(QStringLiteral("statusMessage"))->text().contains(QStringLiteral("Ctrl+I")));
}

} // namespace cuntu::test

QTEST_MAIN(cuntu::test::TestMarking)
#include "test_marking.moc"
