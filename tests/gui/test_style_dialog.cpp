// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/window_fixture.h"
#include "ui/dialogs/style_dialog.h"
#include "ui/dialogs/symbol_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTreeWidget>

namespace cuntu::test {

/// How a layer is drawn, chosen in the dialog and seen on the map.
class TestStyleDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void classesAreCutAndToldApart();
    void sizesKeepTheirProportions();
    void rulesAreMadeOrderedAndRemoved();
    void symbolsTakePicturesAndSizesFollowFields();
    void labelsMayStandAwayAndUpright();
    void aStyleOfQgisIsRead();
    void whatIsCancelledLeavesNoTrace();
};

namespace {

const QString k_layer = QStringLiteral("settlements");

/// Chooses the entry with @p data, as a user does.
void choose(QDialog &dialog, const char *name, int data)
{
    auto *box = dialog.findChild<QComboBox *>(QString::fromLatin1(name));
    box->setCurrentIndex(box->findData(data));
    Q_EMIT box->activated(box->currentIndex());
}

void chooseField(QDialog &dialog, const QString &field)
{
    auto *box = dialog.findChild<QComboBox *>(QStringLiteral("styleField"));
    box->setCurrentIndex(box->findData(field));
    Q_EMIT box->activated(box->currentIndex());
}

LayerStyle trial(WindowFixture &fixture)
{
    const auto found = fixture.bench().view.trials().find(k_layer);
    if (found == fixture.bench().view.trials().end()) {
        return {};
    }
    const auto style = LayerStyle::fromJson(found->second);
    return style ? *style : LayerStyle();
}

} // namespace

void TestStyleDialog::classesAreCutAndToldApart()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    ui::StyleDialog dialog(fixture.bench(), k_layer);
    choose(dialog, "styleKind", static_cast<int>(LayerStyle::Kind::Graduated));
    chooseField(dialog, QStringLiteral("hh_registered"));
    dialog.findChild<QSpinBox *>(QStringLiteral("styleCount"))->setValue(3);
    choose(dialog, "styleMethod", static_cast<int>(Classification::RoundNumbers));
    QVERIFY(QTest::qWaitFor([&] { return trial(fixture).classes.size() >= 2; }, 5000));
    const LayerStyle byColour = trial(fixture);
    QCOMPARE(byColour.kind, LayerStyle::Kind::Graduated);
    QVERIFY(byColour.classes.front().symbol.fill != byColour.classes.back().symbol.fill);
    QCOMPARE(byColour.classes.front().symbol.size_mm, byColour.classes.back().symbol.size_mm);
    auto *list = dialog.findChild<QTreeWidget *>(QStringLiteral("styleClasses"));
    QCOMPARE(list->topLevelItemCount(), static_cast<int>(byColour.classes.size()));
    choose(dialog, "styleVary", static_cast<int>(ClassPlan::Vary::Size));
    QVERIFY(QTest::qWaitFor(
        [&] {
            const LayerStyle now = trial(fixture);
            return now.classes.front().symbol.fill == now.classes.back().symbol.fill;
        },
        5000));
    const LayerStyle bySize = trial(fixture);
    QVERIFY(bySize.classes.front().symbol.size_mm < bySize.classes.back().symbol.size_mm);
}

void TestStyleDialog::sizesKeepTheirProportions()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    ui::StyleDialog dialog(fixture.bench(), k_layer);
    choose(dialog, "styleKind", static_cast<int>(LayerStyle::Kind::Graduated));
    chooseField(dialog, QStringLiteral("hh_registered"));
    choose(dialog, "styleVary", static_cast<int>(ClassPlan::Vary::Both));
    QVERIFY(QTest::qWaitFor([&] { return trial(fixture).classes.size() >= 2; }, 5000));
    const LayerStyle before = trial(fixture);
    auto *size = dialog.findChild<QDoubleSpinBox *>(QStringLiteral("styleSize"));
    size->setValue(size->value() * 2);
    const LayerStyle after = trial(fixture);
    for (std::size_t i = 0; i < before.classes.size(); ++i) {
        QVERIFY(std::abs(after.classes[i].symbol.size_mm - 2 * before.classes[i].symbol.size_mm) < 0.02);
    }
}

void TestStyleDialog::rulesAreMadeOrderedAndRemoved()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    ui::StyleDialog dialog(fixture.bench(), k_layer);
    choose(dialog, "styleKind", static_cast<int>(LayerStyle::Kind::Rules));
    QCOMPARE(trial(fixture).classes.size(), std::size_t{1}); // all features, to begin with
    const auto press = [&](const char *name) { dialog.findChild<QPushButton *>(QString::fromLatin1(name))->click(); };
    press("ruleAdd");
    auto *rule = dialog.findChild<QDialog *>(QStringLiteral("ruleDialog"));
    QVERIFY(rule != nullptr);
    auto *field = rule->findChild<QComboBox *>(QStringLiteral("whereField0"));
    field->setCurrentIndex(field->findData(QStringLiteral("hh_registered")));
    auto *comparison = rule->findChild<QComboBox *>(QStringLiteral("whereComparison0"));
    comparison->setCurrentIndex(comparison->findData(static_cast<int>(Condition::Comparison::AtLeast)));
    rule->findChild<QComboBox *>(QStringLiteral("whereOperand0"))->setEditText(QStringLiteral("25"));
    rule->findChild<QDoubleSpinBox *>(QStringLiteral("ruleMinScale"))->setValue(100000);
    rule->accept();
    LayerStyle style = trial(fixture);
    QCOMPARE(style.classes.size(), std::size_t{2});
    QCOMPARE(style.classes[0].conditions.size(), std::size_t{1}); // before the one for all others
    QCOMPARE(style.classes[0].conditions[0].operand, QStringLiteral("25"));
    QCOMPARE(style.classes[0].minScale, 100000.0);
    auto *list = dialog.findChild<QTreeWidget *>(QStringLiteral("styleClasses"));
    QCOMPARE(list->topLevelItemCount(), 2);
    QVERIFY2(list->topLevelItem(0)->text(0).contains(QStringLiteral("25")), qPrintable(list->topLevelItem(0)->text(0)));
    list->setCurrentItem(list->topLevelItem(0));
    press("ruleDown");
    QVERIFY(trial(fixture).classes[0].conditions.empty());
    press("ruleUp");
    QCOMPARE(trial(fixture), style);
    list->setCurrentItem(list->topLevelItem(1));
    press("ruleRemove");
    QCOMPARE(trial(fixture).classes.size(), std::size_t{1});
    press("ruleRemove"); // the last one stays
    QCOMPARE(trial(fixture).classes.size(), std::size_t{1});
}

void TestStyleDialog::symbolsTakePicturesAndSizesFollowFields()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    ui::StyleDialog dialog(fixture.bench(), k_layer);
    choose(dialog, "styleKind", static_cast<int>(LayerStyle::Kind::Single));
    auto *list = dialog.findChild<QTreeWidget *>(QStringLiteral("styleClasses"));
    Q_EMIT list->itemActivated(list->topLevelItem(0), 0);
    auto *symbol = dialog.findChild<ui::SymbolDialog *>();
    QVERIFY(symbol != nullptr);
    const QString path = fixture.folder() + QStringLiteral("/图标.svg");
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><rect width="4" height="4"/></svg>)");
    file.close();
    symbol->readPicture(fixture.folder() + QStringLiteral("/nowhere.svg"));
    QVERIFY(!symbol->findChild<QLabel *>(QStringLiteral("symbolProblem"))->text().isEmpty());
    QCOMPARE(trial(fixture).symbol.shape, MarkerShape::Circle);
    symbol->readPicture(path);
    QVERIFY(symbol->findChild<QLabel *>(QStringLiteral("symbolProblem"))->text().isEmpty());
    QCOMPARE(trial(fixture).symbol.shape, MarkerShape::Picture);
    QVERIFY(trial(fixture).symbol.picture.contains("rect"));
    symbol->accept();

    auto *sizes = dialog.findChild<QComboBox *>(QStringLiteral("styleSizeField"));
    sizes->setCurrentIndex(sizes->findData(QStringLiteral("hh_registered")));
    Q_EMIT sizes->activated(sizes->currentIndex());
    dialog.findChild<QDoubleSpinBox *>(QStringLiteral("styleSizeFull"))->setValue(50);
    QCOMPARE(trial(fixture).sizeField, QStringLiteral("hh_registered"));
    QCOMPARE(trial(fixture).sizeFull, 50.0);
    choose(dialog, "styleKind", static_cast<int>(LayerStyle::Kind::Cluster));
    QCOMPARE(trial(fixture).kind, LayerStyle::Kind::Cluster);
    QVERIFY(dialog.findChild<QDoubleSpinBox *>(QStringLiteral("styleRadius"))->isEnabled());
}

void TestStyleDialog::labelsMayStandAwayAndUpright()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    ui::StyleDialog dialog(fixture.bench(), k_layer);
    choose(dialog, "styleKind", static_cast<int>(LayerStyle::Kind::Single));
    auto *leader = dialog.findChild<QCheckBox *>(QStringLiteral("styleLeader"));
    QVERIFY(leader->isEnabled() && !leader->isChecked());
    leader->click();
    QVERIFY(trial(fixture).label.leader);
    leader->click();
    QVERIFY(!trial(fixture).label.leader);
    auto *standing = dialog.findChild<QCheckBox *>(QStringLiteral("styleStanding"));
    QVERIFY(standing->isChecked());
    standing->setChecked(false);
    QCOMPARE(trial(fixture).label.vertical, LabelStyle::Vertical::Never);
}

void TestStyleDialog::aStyleOfQgisIsRead()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    const QString path = fixture.folder() + QStringLiteral("/样式.qml");
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"(<qgis version="3.22"><renderer-v2 type="singleSymbol"><symbols><symbol type="marker" name="0">
        <layer class="SimpleMarker"><Option type="Map"><Option name="color" value="10,20,30,255"/>
        <Option name="name" value="star"/><Option name="size" value="4"/></Option></layer></symbol></symbols>
        </renderer-v2></qgis>)");
    file.close();
    ui::StyleDialog dialog(fixture.bench(), k_layer);
    dialog.read(path);
    auto *said = dialog.findChild<QLabel *>(QStringLiteral("styleLeftOut"));
    QVERIFY(QTest::qWaitFor([&] { return !said->text().isEmpty(); }, 5000));
    QVERIFY2(said->text().contains(QStringLiteral("star")), qPrintable(said->text()));
    QCOMPARE(trial(fixture).symbol.fill, QColor(10, 20, 30));
    dialog.accept();
    QVERIFY(QTest::qWaitFor([&] { return fixture.isSettled() && fixture.bench().view.trials().empty(); }, 10000));
    const auto stored = fixture.bench().session.project()->style(k_layer);
    QVERIFY(stored);
    QCOMPARE(LayerStyle::fromJson(*stored)->symbol.size_mm, 4.0);
    ui::StyleDialog again(fixture.bench(), k_layer);
    again.read(fixture.folder() + QStringLiteral("/nowhere.qml"));
    auto *wrong = again.findChild<QLabel *>(QStringLiteral("styleLeftOut"));
    QVERIFY(QTest::qWaitFor([&] { return !wrong->text().isEmpty(); }, 5000));
    QCOMPARE(trial(fixture).symbol.fill, LayerStyle().symbol.fill); // nothing is tried
}

void TestStyleDialog::whatIsCancelledLeavesNoTrace()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    const QString before = *fixture.bench().session.project()->style(k_layer);
    ui::StyleDialog dialog(fixture.bench(), k_layer);
    choose(dialog, "styleKind", static_cast<int>(LayerStyle::Kind::Single));
    QVERIFY(!fixture.bench().view.trials().empty());
    dialog.reject();
    QVERIFY(fixture.bench().view.trials().empty());
    QCOMPARE(*fixture.bench().session.project()->style(k_layer), before);
}

} // namespace cuntu::test

QTEST_MAIN(cuntu::test::TestStyleDialog)
#include "test_style_dialog.moc"
