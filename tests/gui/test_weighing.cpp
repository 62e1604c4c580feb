// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/view/map_view.h"
#include "tests/gui/window_fixture.h"
#include "ui/dialogs/pairs_dialog.h"
#include "ui/panels/weighing_panel.h"
#include "ui/window/analysis_desk.h"

#include <QApplication>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSlider>
#include <QTreeWidget>

#include <cmath>

namespace cuntu::test {

/// Land weighed by hand, as a user does it: measured, dragged, clicked at, judged in pairs, kept.
class TestWeighing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void measuringShowsTheCriteria();
    void theScoresAreSeenThroughTheAreas();
    void draggingAWeightChangesTheMapAndTheRanking();
    void exclusionsAreSwitchedAndTakenBack();
    void aPlaceSaysWhatItIsMadeOf();
    void pairsGiveWeightsAndTheirConsistency();
    void pairsOfLandThatIsGoneAreForgotten();
    void weightsAreRememberedAndKeptAsAResult();
};

namespace {

class WeighingFixture : public WindowFixture {
public:
    using WindowFixture::WindowFixture;

    bool open()
    {
        if (!openSample() || !activate() || !trigger(QStringLiteral("weighing"))) {
            return false;
        }
        return QTest::qWaitFor([&] { return isSettled(); }, 10000);
    }
    bool measure()
    {
        QTest::mouseClick(find<QPushButton>(QStringLiteral("weighingMeasure")), Qt::LeftButton);
        return QTest::qWaitFor([&] { return weighing().land() != nullptr && isSettled(); }, 10000);
    }
    ui::LandWeighing &weighing() { return window().panels().analysis().weighing(); }
    QSlider &slider(const char *id)
    {
        return *find<QSlider>(QStringLiteral("weighingSlider_") + QString::fromLatin1(id));
    }
    QString text(const char *label) { return find<QLabel>(QString::fromLatin1(label))->text(); }
    MapView &map() { return *window().findChild<MapView *>(); }
    QStringList rasters()
    {
        QStringList files;
        for (const RenderRaster &raster : map().request().rasters) {
            files << raster.file;
        }
        return files;
    }
};

} // namespace

void TestWeighing::measuringShowsTheCriteria()
{
    WeighingFixture fixture;
    QVERIFY(fixture.open());
    QVERIFY(fixture.find<QSlider>(QStringLiteral("weighingSlider_east")) == nullptr);
    QVERIFY(fixture.measure());
    QVERIFY(fixture.slider("east").isVisible());
    QCOMPARE(fixture.slider("east").value(), 100);
    QTRY_COMPARE(fixture.rasters().size(), 1);
    QVERIFY(fixture.rasters().front().startsWith(QStringLiteral("/vsimem/")));
    QTRY_COMPARE(fixture.text("weighingSentence"), QStringLiteral("the east weighs 0.5"));
}

void TestWeighing::draggingAWeightChangesTheMapAndTheRanking()
{
    WeighingFixture fixture;
    QVERIFY(fixture.open() && fixture.measure());
    QTRY_COMPARE(fixture.rasters().size(), 1);
    const QString before = fixture.rasters().front();
    fixture.slider("south").setFocus();
    for (int i = 0; i < 10; ++i) {
        QTest::keyClick(&fixture.slider("south"), Qt::Key_PageDown); // 100 to 0 by tens
    }
    QCOMPARE(fixture.slider("south").value(), 0);
    QCOMPARE(fixture.weighing().weights()[1], 0.0);
    QTRY_VERIFY(!fixture.rasters().isEmpty() && fixture.rasters().front() != before);
    QTRY_COMPARE(fixture.text("weighingSentence"), QStringLiteral("the east weighs 1"));
    auto *patches = fixture.find<QTreeWidget>(QStringLiteral("weighingPatches"));
    QTRY_COMPARE(patches->topLevelItemCount(), 1);
    QCOMPARE(patches->topLevelItem(0)->text(0), QStringLiteral("1"));
    // The whole drag is one step to take back.
    QTest::mouseClick(fixture.find<QPushButton>(QStringLiteral("weighingUndo")), Qt::LeftButton);
    QCOMPARE(fixture.slider("south").value(), 100);
}

/// Townships and villages lie over the land that is weighed, and leave it to be seen; so are the shares of the weights.
void TestWeighing::theScoresAreSeenThroughTheAreas()
{
    WeighingFixture fixture;
    QVERIFY(fixture.open() && fixture.measure());
    const auto picture = [&] {
        return QTest::qWaitFor([&] { return fixture.isSettled() && !fixture.map().isRendering(); }, 10000)
                   ? (QTest::qWait(300), fixture.map().grab().toImage())
                   : QImage();
    };
    const auto &layers = fixture.map().request().layers;
    QVERIFY(std::any_of(layers.begin(), layers.end(),
                        [](const RenderLayer &layer) { return layer.id == QStringLiteral("townships"); }));
    QTRY_VERIFY(!fixture.rasters().isEmpty());
    const QImage after = picture();
    Q_EMIT fixture.weighing().cleared(); // the same map without the scores
    QTRY_VERIFY(fixture.rasters().isEmpty());
    const QImage before = picture();
    QCOMPARE(after.size(), before.size());
    QVERIFY(!after.isNull());
    const GridFrame &frame = fixture.weighing().land()->frame;
    int seen = 0;
    int known = 0;
    for (std::size_t cell = 0; cell < frame.size(); cell += 7) {
        const QPoint at = fixture.map().toWidget(frame.centre(cell)).toPoint();
        const bool isOpen = frame.columnOf(cell) >= 10; // the rest is taken out
        if (isOpen && after.rect().contains(at)) {
            ++known;
            seen += after.pixel(at) != before.pixel(at) ? 1 : 0;
        }
    }
    QVERIFY(known > 20);
    QVERIFY2(seen > known / 2, qPrintable(QStringLiteral("%1 of %2 places changed").arg(seen).arg(known)));
    auto *criteria = fixture.find<QScrollArea>(QStringLiteral("weighingCriteria"));
    QCOMPARE(criteria->horizontalScrollBar()->maximum(), 0);
}

void TestWeighing::exclusionsAreSwitchedAndTakenBack()
{
    WeighingFixture fixture;
    QVERIFY(fixture.open() && fixture.measure());
    auto *west = fixture.find<QCheckBox>(QStringLiteral("weighingExclusion_west"));
    QVERIFY(west->isChecked());
    west->setFocus();
    QTest::keyClick(west, Qt::Key_Space);
    QVERIFY(!fixture.weighing().exclusions()[0]);
    QCOMPARE(fixture.weighing().given()[QStringLiteral("without")], QStringLiteral("west"));
    QTest::mouseClick(fixture.find<QPushButton>(QStringLiteral("weighingUndo")), Qt::LeftButton);
    QVERIFY(west->isChecked());
}

void TestWeighing::aPlaceSaysWhatItIsMadeOf()
{
    WeighingFixture fixture;
    QVERIFY(fixture.open() && fixture.measure());
    const GridFrame &frame = fixture.weighing().land()->frame;
    auto &panel = fixture.window().panels().analysis().weighingPanel();
    panel.showPlace(frame.centre(39, 15));
    const double expected = (1 + 15.0 / 29) / 2;
    QVERIFY2(fixture.text("weighingPlace").contains(QString::number(expected, 'f', 3)),
             qPrintable(fixture.text("weighingPlace")));
    QVERIFY(fixture.text("weighingPart_east").contains(QStringLiteral("1.00")));
    panel.showPlace(frame.centre(2, 15));
    QVERIFY(fixture.text("weighingPlace").contains(QStringLiteral("In the west")));
    panel.showPlace({frame.corner.x - 10 * frame.stepX, frame.corner.y});
    QVERIFY(fixture.text("weighingPlace").contains(QStringLiteral("outside")));
    // By a click on the map.
    const QPointF at = fixture.map().toWidget(frame.centre(39, 15));
    fixture.map().setTool(MapView::Tool::Select);
    if (fixture.map().rect().contains(at.toPoint())) {
        QTest::mouseClick(&fixture.map(), Qt::LeftButton, {}, at.toPoint());
        QTRY_VERIFY(fixture.text("weighingPlace").contains(QStringLiteral("Score here")));
    }
}

void TestWeighing::pairsGiveWeightsAndTheirConsistency()
{
    WeighingFixture fixture;
    QVERIFY(fixture.open() && fixture.measure());
    QTest::mouseClick(fixture.find<QPushButton>(QStringLiteral("weighingPairs")), Qt::LeftButton);
    auto *dialog = fixture.window().findChild<ui::PairsDialog *>();
    QVERIFY(dialog != nullptr);
    auto *pair = dialog->findChild<QSlider *>(QStringLiteral("pair_0_1"));
    pair->setValue(2); // to the right: the second counts three times as much
    QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("pairsConsistency"))->text().contains(QStringLiteral("0.000")));
    QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok), Qt::LeftButton);
    QTRY_COMPARE(fixture.weighing().weights()[1], 100.0);
    QVERIFY(std::abs(fixture.weighing().weights()[0] - 100.0 / 3) < 1e-6);
    // The judgements are there when the dialog is opened again, also after the land was measured again.
    QTRY_VERIFY(fixture.window().findChild<ui::PairsDialog *>() == nullptr);
    QVERIFY(fixture.measure());
    QTest::mouseClick(fixture.find<QPushButton>(QStringLiteral("weighingPairs")), Qt::LeftButton);
    dialog = fixture.window().findChild<ui::PairsDialog *>();
    QVERIFY(dialog != nullptr);
    QCOMPARE(dialog->findChild<QSlider *>(QStringLiteral("pair_0_1"))->value(), 2);
    QCOMPARE(dialog->judgements().front().ratio, 1.0 / 3);
    dialog->reject();
    // Three that contradict each other are named.
    ui::PairsDialog three({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
    three.findChild<QSlider *>(QStringLiteral("pair_0_1"))->setValue(-8);
    three.findChild<QSlider *>(QStringLiteral("pair_1_2"))->setValue(-8);
    three.findChild<QSlider *>(QStringLiteral("pair_0_2"))->setValue(8);
    QVERIFY(
        three.findChild<QLabel *>(QStringLiteral("pairsConsistency"))->text().contains(QStringLiteral("contradict")));
}

void TestWeighing::pairsOfLandThatIsGoneAreForgotten()
{
    WeighingFixture fixture;
    QVERIFY(fixture.open() && fixture.measure());
    fixture.weighing().keepJudgements(2, {{0, 1, 5}});
    fixture.weighing().keepJudgements(3, {{0, 2, 7}}); // there are two criteria
    QCOMPARE(fixture.weighing().judgements().size(), std::size_t(1));
    QTest::mouseClick(fixture.find<QPushButton>(QStringLiteral("weighingPairs")), Qt::LeftButton);
    auto *dialog = fixture.window().findChild<ui::PairsDialog *>();
    QVERIFY(dialog != nullptr);
    dialog->findChild<QSlider *>(QStringLiteral("pair_0_1"))->setValue(2);
    fixture.weighing().clear();
    QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok), Qt::LeftButton);
    QVERIFY(fixture.measure());
    QCOMPARE(fixture.weighing().judgements().front().ratio, 5.0);
}

void TestWeighing::weightsAreRememberedAndKeptAsAResult()
{
    WeighingFixture fixture;
    QVERIFY(fixture.open() && fixture.measure());
    auto *weight = fixture.find<QDoubleSpinBox>(QStringLiteral("weighingWeight_south"));
    weight->setValue(25);
    QTRY_VERIFY(fixture.isSettled());
    const std::size_t before = fixture.window().panels().analysis().analysis().runs().size();
    QTest::mouseClick(fixture.find<QPushButton>(QStringLiteral("weighingKeep")), Qt::LeftButton);
    QTRY_COMPARE(fixture.window().panels().analysis().analysis().runs().size(), before + 1);
    const KeptRun &run = fixture.window().panels().analysis().analysis().runs().back().run;
    QCOMPARE(run.parameters[QStringLiteral("weights")], QStringLiteral("east=100; south=25"));
    QVERIFY(fixture.measure());
    QCOMPARE(fixture.slider("south").value(), 25);
}

} // namespace cuntu::test

QTEST_MAIN(cuntu::test::TestWeighing)
#include "test_weighing.moc"
