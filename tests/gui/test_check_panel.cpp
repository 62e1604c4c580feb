// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project_check.h"
#include "tests/gui/window_fixture.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDockWidget>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeWidget>

namespace cuntu::test {

/// The panel of findings, as a user goes through it.
class TestCheckPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEmptyPanelSaysWhatToDo();
    void findingsAreGroupedAndLeadToTheirPlace();
    void findingsAreFilteredBySeverityAndWords();
    void whatCanBePutRightIsPutRightAndTakenBack();
    void aFindingBecomesAWorkOrder();
    void theRunCanBeStopped();
    void theListIsSaved();
    void aChangeAfterwardsIsSaid();
};

namespace {

class CheckFixture : public WindowFixture {
public:
    using WindowFixture::WindowFixture;

    bool open()
    {
        if (!openSample()) {
            return false;
        }
        find<QDockWidget>(QStringLiteral("checkDock"))->raise();
        return QTest::qWaitFor([&] { return isSettled(); }, 10000);
    }
    QTreeWidget &tree() { return *find<QTreeWidget>(QStringLiteral("checkTree")); }
    QPushButton &button(const char *name) { return *find<QPushButton>(QString::fromLatin1(name)); }
    QString text(const char *label) { return find<QLabel>(QString::fromLatin1(label))->text(); }
    /// Changes the project itself, and waits until the window has seen it.
    bool change(const std::function<bool(Project &)> &how)
    {
        const auto before = bench().session.state();
        return how(*bench().session.project()) &&
               QTest::qWaitFor([&] { return bench().session.state() != before && isSettled(); }, 10000);
    }
    /// A village code that no list has, in the first settlement.
    bool spoilACode()
    {
        return change([](Project &project) {
            return project
                .setField(QStringLiteral("settlements"), {1}, QStringLiteral("village_code"),
                          std::string("361199001999"), {})
                .has_value();
        });
    }
    /// A plain layer with an area whose border crosses itself.
    bool addBowTie()
    {
        QFile file(folder() + QStringLiteral("/plots.csv"));
        if (!file.open(QIODevice::WriteOnly)) {
            return false;
        }
        file.write("wkt,name\n\"POLYGON((117.40 28.40,117.41 28.41,117.41 28.40,117.40 28.41,117.40 28.40))\",a\n");
        file.close();
        return change([&](Project &project) {
            ImportRequest request;
            request.file = file.fileName();
            request.role = QStringLiteral("layer:plots");
            return project.import(request, {}).has_value();
        });
    }
    bool run()
    {
        QTest::mouseClick(&button("checkRun"), Qt::LeftButton);
        return wait();
    }
    bool wait()
    {
        return QTest::qWaitFor([&] { return button("checkRun").isVisible() && isSettled(); }, 20000);
    }
    /// The row of a rule, by a word of its name; null where it found nothing.
    QTreeWidgetItem *rule(const QString &word)
    {
        for (int i = 0; i < tree().topLevelItemCount(); ++i) {
            if (tree().topLevelItem(i)->text(0).contains(word)) {
                return tree().topLevelItem(i);
            }
        }
        return nullptr;
    }
};

} // namespace

void TestCheckPanel::anEmptyPanelSaysWhatToDo()
{
    CheckFixture fixture;
    QVERIFY(fixture.open());
    QVERIFY(fixture.text("checkEmpty").contains(QStringLiteral("'Check the data' looks for")));
    QVERIFY(fixture.button("checkRun").isEnabled());
    QVERIFY(!fixture.button("checkFix").isEnabled());
    QVERIFY(!fixture.button("checkFix").toolTip().isEmpty());
    QVERIFY(!fixture.button("checkSave").isEnabled());
    fixture.bench().session.close();
    QTRY_VERIFY(fixture.text("checkEmpty").contains(QStringLiteral("Open a project")));
    QVERIFY(!fixture.button("checkRun").isEnabled());
}

void TestCheckPanel::findingsAreGroupedAndLeadToTheirPlace()
{
    CheckFixture fixture;
    QVERIFY(fixture.open());
    QVERIFY(fixture.spoilACode());
    QVERIFY(fixture.trigger(QStringLiteral("checkData"))); // as by F8
    QVERIFY(fixture.wait());
    QTreeWidgetItem *rule = fixture.rule(QStringLiteral("not in the list of areas"));
    QVERIFY(rule != nullptr);
    QVERIFY2(rule->text(0).startsWith(QStringLiteral("Error: ")), qPrintable(rule->text(0)));
    QVERIFY(rule->text(0).endsWith(QStringLiteral("1")));
    QVERIFY(!rule->toolTip(0).isEmpty());
    QCOMPARE(rule->childCount(), 1);
    QVERIFY(rule->child(0)->text(0).contains(QStringLiteral("361199001999")));
    QCOMPARE(rule->child(0)->text(2), QStringLiteral("1"));
    QVERIFY(fixture.text("checkFooter").contains(QStringLiteral("errors")));

    rule->setExpanded(true);
    fixture.tree().scrollToItem(rule->child(0));
    fixture.window().map().zoomToFull();
    QTRY_VERIFY(fixture.isSettled());
    const double before = fixture.window().map().extent().unitsPerPixel;
    const QPoint row = fixture.tree().visualItemRect(rule->child(0)).center();
    QTest::mouseClick(fixture.tree().viewport(), Qt::LeftButton, {}, row);
    QTest::mouseDClick(fixture.tree().viewport(), Qt::LeftButton, {}, row);
    QTRY_COMPARE(fixture.bench().view.selection().layer, QStringLiteral("settlements"));
    QCOMPARE(fixture.bench().view.selection().features, std::vector<FeatureId>{{1}});
    QTRY_VERIFY(fixture.window().map().extent().unitsPerPixel < before / 2);
    const auto layer = fixture.bench().session.state()->snapshot->layer(QStringLiteral("settlements"), {}, {}).value();
    const Point place = layer->geometry().firstPoint(*layer->rowOf({1}));
    const MapExtent extent = fixture.window().map().extent();
    QVERIFY(std::abs(extent.centre.x - place.x) < extent.unitsPerPixel * 2);
    QVERIFY(std::abs(extent.centre.y - place.y) < extent.unitsPerPixel * 2);
}

void TestCheckPanel::findingsAreFilteredBySeverityAndWords()
{
    CheckFixture fixture;
    QVERIFY(fixture.open());
    QVERIFY(fixture.spoilACode());
    QVERIFY(fixture.run());
    const int all = fixture.tree().topLevelItemCount();
    QVERIFY(all >= 1);
    auto *severity = fixture.find<QComboBox>(QStringLiteral("checkSeverity"));
    severity->setCurrentIndex(2);
    for (int i = 0; i < fixture.tree().topLevelItemCount(); ++i) {
        QVERIFY(fixture.tree().topLevelItem(i)->text(0).startsWith(QStringLiteral("Warning")));
    }
    QVERIFY(fixture.tree().topLevelItemCount() < all);
    severity->setCurrentIndex(1);
    QVERIFY(fixture.rule(QStringLiteral("not in the list of areas")) != nullptr);
    severity->setCurrentIndex(0);
    auto *filter = fixture.find<QLineEdit>(QStringLiteral("checkFilter"));
    QTest::keyClicks(filter, QStringLiteral("361199001999"));
    QCOMPARE(fixture.tree().topLevelItemCount(), 1);
    filter->setText(QStringLiteral("no such words"));
    QCOMPARE(fixture.tree().topLevelItemCount(), 0);
    QVERIFY(fixture.text("checkEmpty").contains(QStringLiteral("No finding fits")));
}

void TestCheckPanel::whatCanBePutRightIsPutRightAndTakenBack()
{
    CheckFixture fixture;
    QVERIFY(fixture.open());
    QVERIFY(fixture.addBowTie());
    QVERIFY(fixture.run());
    QTreeWidgetItem *rule = fixture.rule(QStringLiteral("Invalid geometry"));
    QVERIFY(rule != nullptr);
    fixture.tree().setCurrentItem(rule);
    QVERIFY2(fixture.button("checkFix").isEnabled(), qPrintable(fixture.button("checkFix").toolTip()));
    QTest::mouseClick(&fixture.button("checkFix"), Qt::LeftButton);
    auto *question = fixture.find<QMessageBox>(QStringLiteral("question"));
    QVERIFY(question != nullptr);
    QVERIFY(question->text().contains(QStringLiteral("1 feature")));
    for (QAbstractButton *each : question->buttons()) {
        if (question->buttonRole(each) == QMessageBox::AcceptRole) {
            QTest::mouseClick(each, Qt::LeftButton);
        }
    }
    // The rules run again by themselves, and the finding is gone.
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isSettled() && fixture.rule(QStringLiteral("Invalid geometry")) == nullptr, 20000);
    QCOMPARE(fixture.bench().session.state()->actions.front().kind, QStringLiteral("repair"));
    QVERIFY(fixture.trigger(QStringLiteral("undo")));
    QTRY_VERIFY(fixture.isSettled() && fixture.text("checkFooter").contains(QStringLiteral("check again")));
    QVERIFY(fixture.run());
    QVERIFY(fixture.rule(QStringLiteral("Invalid geometry")) != nullptr);
}

void TestCheckPanel::aFindingBecomesAWorkOrder()
{
    CheckFixture fixture;
    QVERIFY(fixture.open());
    QVERIFY(fixture.spoilACode());
    QVERIFY(fixture.run());
    QTreeWidgetItem *rule = fixture.rule(QStringLiteral("not in the list of areas"));
    QVERIFY(rule != nullptr);
    QVERIFY(!fixture.button("checkList").isEnabled());
    fixture.tree().expandAll();
    fixture.tree().setCurrentItem(rule->child(0));
    QVERIFY(fixture.button("checkList").isEnabled());
    const QString finding = rule->child(0)->text(0);
    QTest::mouseClick(&fixture.button("checkList"), Qt::LeftButton);
    QTRY_VERIFY(fixture.find<QCheckBox>(QStringLiteral("caseAboutPicked"))->isVisible());
    QCOMPARE(fixture.find<QPlainTextEdit>(QStringLiteral("caseText"))->toPlainText(), finding);
    fixture.find<QLineEdit>(QStringLiteral("caseWho"))->setText(QStringLiteral("王五"));
    QTest::mouseClick(fixture.find<QPushButton>(QStringLiteral("caseAccept")), Qt::LeftButton);
    QTRY_COMPARE(fixture.bench().session.state()->ledger.size(), std::size_t{1});
    const Case listed = fixture.bench().session.state()->ledger.front();
    QCOMPARE(listed.text, finding);
    QCOMPARE(listed.layer, QStringLiteral("settlements"));
    QCOMPARE(listed.feature, FeatureId{1});
}

void TestCheckPanel::theRunCanBeStopped()
{
    CheckFixture fixture;
    QVERIFY(fixture.open());
    QTest::mouseClick(&fixture.button("checkRun"), Qt::LeftButton);
    QVERIFY(fixture.button("checkStop").isVisible());
    QVERIFY(!fixture.button("checkRun").isVisible());
    QTest::mouseClick(&fixture.button("checkStop"), Qt::LeftButton);
    QVERIFY(fixture.wait());
    QVERIFY2(fixture.text("checkEmpty").contains(QStringLiteral("'Check the data' looks for")),
             qPrintable(fixture.text("checkEmpty")));
    QCOMPARE(fixture.tree().topLevelItemCount(), 0);
}

void TestCheckPanel::theListIsSaved()
{
    CheckFixture fixture;
    QVERIFY(fixture.open());
    QVERIFY(fixture.spoilACode());
    QVERIFY(fixture.run());
    QTest::mouseClick(&fixture.button("checkSave"), Qt::LeftButton);
    auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
    QVERIFY(dialog != nullptr);
    const QString path = fixture.folder() + QStringLiteral("/问题.csv");
    dialog->selectFile(path);
    QVERIFY(QMetaObject::invokeMethod(dialog, "accept", Qt::DirectConnection));
    QTRY_VERIFY(QFile::exists(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.startsWith("\xEF\xBB\xBF"));
    QVERIFY(text.contains("code_unknown") && text.contains("361199001999"));
}

void TestCheckPanel::aChangeAfterwardsIsSaid()
{
    CheckFixture fixture;
    QVERIFY(fixture.open());
    QVERIFY(fixture.run());
    QVERIFY(!fixture.text("checkFooter").contains(QStringLiteral("check again")));
    QVERIFY(fixture.spoilACode());
    QTRY_VERIFY(fixture.text("checkFooter").contains(QStringLiteral("check again")));
}

} // namespace cuntu::test

QTEST_MAIN(cuntu::test::TestCheckPanel)
#include "test_check_panel.moc"
