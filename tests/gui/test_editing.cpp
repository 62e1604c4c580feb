// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/window_fixture.h"
#include "ui/window/edit_sheet.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QToolButton>

namespace cuntu::test {

/// Drawing and changing features with the mouse.
class TestEditing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDrawnLineSnapsIsAddedAndTakenBack();
    void aDrawingIsTakenBackStepByStepAndGivenUp();
    void aLineIsSplitMergedAndTurned();
    void aSharedVertexTakesItsNeighbourAlong();
    void whatIsDraggedOrRemovedComesBackWithUndo();
    void theMapsOwnToolsPutTheSheetAway();
};

namespace {

const QString k_streets = QStringLiteral("streets");

class EditFixture : public WindowFixture {
public:
    using WindowFixture::WindowFixture;

    /// The sample with two streets that meet, and editing switched on for them.
    bool open()
    {
        if (!openSample() || !addStreets()) {
            return false;
        }
        window().mapController().zoomToLayer(k_streets);
        QTest::qWait(50);
        if (!trigger(QStringLiteral("editMode")) || !QTest::qWaitFor([&] { return isSettled(); }, 10000)) {
            return false;
        }
        auto *layer = find<QComboBox>(QStringLiteral("editLayer"));
        layer->setCurrentIndex(layer->findData(k_streets));
        return layer->currentIndex() >= 0;
    }
    ui::EditSheet &sheet() { return *find<ui::EditSheet>(QStringLiteral("editSheet")); }
    void choose(const char *tool) { find<QToolButton>(QString::fromLatin1(tool))->click(); }
    /// Where a vertex of a street is on the screen, (@p dx, @p dy) pixels off.
    QPoint at(qint64 feature, std::size_t point, int dx = 0, int dy = 0)
    {
        return window().map().toWidget(geometry(feature).points.at(point)).toPoint() + QPoint(dx, dy);
    }
    QPoint between(qint64 feature, std::size_t point) { return (at(feature, point) + at(feature, point + 1)) / 2; }
    void click(QPoint place, Qt::KeyboardModifiers modifiers = {}, Qt::MouseButton button = Qt::LeftButton)
    {
        QTest::mouseMove(&sheet(), place);
        QTest::mouseClick(&sheet(), button, modifiers, place);
    }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = Qt::ControlModifier)
    {
        QTest::mousePress(&sheet(), Qt::LeftButton, {}, from);
        QTest::mouseMove(&sheet(), to);
        QTest::mouseRelease(&sheet(), Qt::LeftButton, modifiers, to);
    }
    void key(Qt::Key key) { QTest::keyClick(&window().map(), key); }
    Geometry geometry(qint64 feature)
    {
        const auto row = bench().session.project()->feature(k_streets, {feature});
        return row ? row->geometry : Geometry();
    }
    qint64 count()
    {
        const LayerInfo *layer = bench().session.state()->findLayer(k_streets);
        return layer != nullptr ? layer->features : -1;
    }
    /// Waits until @p count streets are there and shown.
    bool waitFor(qint64 wanted)
    {
        return QTest::qWaitFor([&] { return isSettled() && count() == wanted; }, 10000);
    }
    /// Waits until the project's revision is another one than @p before.
    bool waitForChange(qint64 before)
    {
        return QTest::qWaitFor(
            [&] {
                return bench().session.project()->revision() != before && isSettled() &&
                       bench().session.state()->snapshot->revision() == bench().session.project()->revision();
            },
            10000);
    }
    qint64 revision() { return bench().session.project()->revision(); }
    bool undo()
    {
        const qint64 before = revision();
        return QTest::qWaitFor([&] { return trigger(QStringLiteral("undo")); }, 5000) && waitForChange(before);
    }

private:
    bool addStreets()
    {
        QFile file(folder() + QStringLiteral("/streets.csv"));
        if (!file.open(QIODevice::WriteOnly)) {
            return false;
        }
        file.write("wkt,name\n\"LINESTRING(117.40 28.40,117.41 28.40,117.42 28.41)\",a\n"
                   "\"LINESTRING(117.41 28.40,117.41 28.39)\",b\n");
        file.close();
        ImportRequest request;
        request.file = file.fileName();
        request.role = QStringLiteral("layer:streets");
        const qint64 before = revision();
        return bench().session.project()->import(request, {}).has_value() && waitForChange(before);
    }
};

} // namespace

void TestEditing::aDrawnLineSnapsIsAddedAndTakenBack()
{
    EditFixture fixture;
    QVERIFY(fixture.open());
    fixture.choose("editDraw");
    fixture.click(fixture.at(1, 2, 5, -4)); // near the end of a: it snaps
    QVERIFY(fixture.sheet().snapped());
    QCOMPARE(fixture.sheet().sketch().size(), std::size_t{1});
    fixture.click(fixture.at(1, 2, 5, 60), Qt::ControlModifier);
    QTest::mouseMove(&fixture.sheet(), fixture.at(1, 2, 70, 60));
    QTRY_VERIFY(fixture.sheet().measureText().contains(QStringLiteral("m")));
    fixture.click(fixture.at(1, 2, 70, 60), Qt::ControlModifier);
    fixture.click(fixture.at(1, 2, 70, 60), {}, Qt::RightButton);
    QTRY_VERIFY(fixture.find<QPushButton>(QStringLiteral("newFeatureOk")) != nullptr);
    fixture.find<QLineEdit>(QStringLiteral("newField_name"))->setText(QStringLiteral("丙路"));
    QTest::mouseClick(fixture.find<QPushButton>(QStringLiteral("newFeatureOk")), Qt::LeftButton);
    QVERIFY(fixture.waitFor(3));
    const Geometry drawn = fixture.geometry(3);
    QCOMPARE(drawn.points.size(), std::size_t{3});
    QVERIFY(drawn.points.front() == fixture.geometry(1).points.back());
    QVERIFY(fixture.sheet().sketch().empty());
    const auto row = fixture.bench().session.project()->feature(k_streets, {3});
    QVERIFY(std::find(row->values.begin(), row->values.end(), Value(std::string("丙路"))) != row->values.end());
    QVERIFY(fixture.undo());
    QVERIFY(fixture.waitFor(2));
}

void TestEditing::aDrawingIsTakenBackStepByStepAndGivenUp()
{
    EditFixture fixture;
    QVERIFY(fixture.open());
    fixture.choose("editDraw");
    fixture.click(fixture.at(1, 0, 0, 80));
    fixture.click(fixture.at(1, 0, 0, 80), {}, Qt::RightButton); // too early: the drawing goes on
    QCOMPARE(fixture.sheet().sketch().size(), std::size_t{1});
    QVERIFY(fixture.find<QLabel>(QStringLiteral("editHint"))->text().contains(QStringLiteral("Not enough")));
    fixture.click(fixture.at(1, 0, 60, 83), Qt::ShiftModifier | Qt::ControlModifier);
    const auto &sketch = fixture.sheet().sketch();
    QCOMPARE(sketch.size(), std::size_t{2});
    QVERIFY2(std::abs(sketch[0].y - sketch[1].y) < 1e-6, "in steps of 45 degrees");
    fixture.key(Qt::Key_Backspace);
    QCOMPARE(sketch.size(), std::size_t{1});
    fixture.key(Qt::Key_Escape);
    QVERIFY(sketch.empty());
    QCOMPARE(fixture.count(), 2);
}

void TestEditing::aLineIsSplitMergedAndTurned()
{
    EditFixture fixture;
    QVERIFY(fixture.open());
    const Geometry before = fixture.geometry(1);
    fixture.choose("editSplit");
    fixture.click(fixture.at(1, 1));
    QVERIFY(fixture.waitFor(3));
    QCOMPARE(fixture.geometry(1).points.size(), std::size_t{2});
    QVERIFY(fixture.geometry(3).points.front() == before.points[1]);
    fixture.choose("editMerge");
    fixture.click(fixture.between(1, 0));
    fixture.click(fixture.between(3, 0));
    QVERIFY(fixture.waitFor(2));
    QVERIFY(fixture.geometry(1) == before);
    const qint64 revision = fixture.revision();
    fixture.choose("editReverse");
    fixture.click(fixture.between(1, 0));
    QVERIFY(fixture.waitForChange(revision));
    QVERIFY(fixture.geometry(1).points.front() == before.points.back());
    QVERIFY(fixture.undo() && fixture.undo() && fixture.undo());
    QVERIFY(fixture.waitFor(2));
    QVERIFY(fixture.geometry(1) == before);
}

void TestEditing::aSharedVertexTakesItsNeighbourAlong()
{
    EditFixture fixture;
    QVERIFY(fixture.open());
    fixture.choose("editVertices");
    const Geometry before = fixture.geometry(1);
    QVERIFY(fixture.geometry(2).points.front() == before.points[1]);
    qint64 revision = fixture.revision();
    fixture.drag(fixture.at(1, 1), fixture.at(1, 1, -30, -40));
    QVERIFY(fixture.waitForChange(revision));
    QVERIFY(!(fixture.geometry(1).points[1] == before.points[1]));
    QVERIFY(fixture.geometry(2).points.front() == fixture.geometry(1).points[1]);
    QVERIFY(fixture.undo());
    QVERIFY(fixture.geometry(1) == before);
    fixture.find<QToolButton>(QStringLiteral("editShared"))->setChecked(false);
    revision = fixture.revision();
    fixture.drag(fixture.at(2, 1), fixture.at(2, 1, 30, 0));
    QVERIFY(fixture.waitForChange(revision));
    QVERIFY(fixture.geometry(1) == before);
    revision = fixture.revision();
    fixture.drag(fixture.between(1, 0), fixture.between(1, 0) + QPoint(0, -25)); // a new vertex
    QVERIFY(fixture.waitForChange(revision));
    QCOMPARE(fixture.geometry(1).points.size(), std::size_t{4});
    revision = fixture.revision();
    QTest::mouseMove(&fixture.sheet(), fixture.at(1, 1));
    fixture.key(Qt::Key_Delete);
    QVERIFY(fixture.waitForChange(revision));
    QVERIFY(fixture.geometry(1) == before);
}

void TestEditing::whatIsDraggedOrRemovedComesBackWithUndo()
{
    EditFixture fixture;
    QVERIFY(fixture.open());
    const Geometry before = fixture.geometry(2);
    const qint64 revision = fixture.revision();
    fixture.choose("editMove");
    fixture.drag(fixture.between(2, 0), fixture.between(2, 0) + QPoint(50, 10));
    QVERIFY(fixture.waitForChange(revision));
    const Geometry moved = fixture.geometry(2);
    QVERIFY(std::abs((moved.points[0].x - before.points[0].x) - (moved.points[1].x - before.points[1].x)) < 1e-6);
    QVERIFY(!(moved == before));
    fixture.choose("editRemove");
    fixture.click(fixture.between(2, 0));
    QVERIFY(fixture.waitFor(1));
    QVERIFY(fixture.undo() && fixture.undo());
    QVERIFY(fixture.waitFor(2));
    QVERIFY(fixture.geometry(2) == before);
}

void TestEditing::theMapsOwnToolsPutTheSheetAway()
{
    EditFixture fixture;
    QVERIFY(fixture.open());
    QVERIFY(fixture.sheet().isVisible());
    QVERIFY(fixture.trigger(QStringLiteral("toolPan")));
    QVERIFY(!fixture.sheet().isVisible());
    QVERIFY(fixture.find<QComboBox>(QStringLiteral("editLayer"))->isVisible());
    fixture.choose("editDraw");
    QVERIFY(fixture.sheet().isVisible());
    fixture.find<QToolButton>(QStringLiteral("editClose"))->click();
    QVERIFY(!fixture.sheet().isVisible());
    QVERIFY(!fixture.window().actions().find(QStringLiteral("editMode"))->isChecked());
}

} // namespace cuntu::test

QTEST_MAIN(cuntu::test::TestEditing)
#include "test_editing.moc"
