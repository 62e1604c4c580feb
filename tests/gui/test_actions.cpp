// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/window_fixture.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QPushButton>
#include <QTabBar>
#include <QToolButton>

namespace cuntu::test {

/// Walks every action and looks at every widget, with no project, an empty one and a small one.
class TestActions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyActionWithoutAProject();
    void everyActionWithAnEmptyProject();
    void everyActionWithTheSample();
    void shortcutsAreUnique();
    void buttonsHaveNames();

private:
    void walk(WindowFixture &fixture, const QStringList &except);
};

namespace {

void closeDialogs()
{
    while (auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget())) {
        dialog->reject();
        QCoreApplication::processEvents();
    }
}

} // namespace

void TestActions::walk(WindowFixture &fixture, const QStringList &except)
{
    QStringList names;
    for (const QAction *action : fixture.window().actions().findChildren<QAction *>()) {
        names << action->objectName();
    }
    QVERIFY(names.size() > 30);
    for (const QString &name : names) {
        if (except.contains(name)) {
            continue;
        }
        QAction *action = fixture.window().actions().find(name);
        if (!action->isEnabled()) {
            QVERIFY2(action->toolTip().contains(QLatin1Char('\n')),
                     qPrintable(name + QStringLiteral(" does not say why it is off")));
            continue;
        }
        action->trigger();
        QCoreApplication::processEvents();
        closeDialogs();
        QVERIFY(QTest::qWaitFor([&] { return !fixture.bench().jobs.isBusy(); }, 10000));
    }
}

void TestActions::everyActionWithoutAProject()
{
    WindowFixture fixture;
    const QStringList opening{QStringLiteral("quit"),        QStringLiteral("openSample"),
                              QStringLiteral("tour_read"),   QStringLiteral("tour_mark"),
                              QStringLiteral("tour_import"), QStringLiteral("tour_behind")};
    walk(fixture, opening);
}

void TestActions::everyActionWithAnEmptyProject()
{
    WindowFixture fixture;
    fixture.bench().session.create({fixture.folder() + QStringLiteral("/empty.cuntu"), {}, {}});
    QTRY_VERIFY(fixture.isSettled());
    walk(fixture, {QStringLiteral("quit"), QStringLiteral("openSample"), QStringLiteral("closeProject")});
    QVERIFY(fixture.bench().session.hasProject());
    QVERIFY(fixture.trigger(QStringLiteral("closeProject")));
    QVERIFY(!fixture.bench().session.hasProject());
}

void TestActions::everyActionWithTheSample()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    QVERIFY(fixture.pick(QStringLiteral("demo_lines"), {QStringLiteral("L02")}));
    walk(fixture, {QStringLiteral("quit"), QStringLiteral("openSample"), QStringLiteral("closeProject")});
    QVERIFY(fixture.bench().session.hasProject());
}

void TestActions::shortcutsAreUnique()
{
    WindowFixture fixture;
    QMap<QString, QString> owner;
    for (const QAction *action : fixture.window().findChildren<QAction *>()) {
        for (const QKeySequence &keys : action->shortcuts()) {
            const QString text = keys.toString();
            QVERIFY2(!owner.contains(text), qPrintable(text + QStringLiteral(": ") + owner.value(text) +
                                                       QStringLiteral(", ") + action->text()));
            owner.insert(text, action->text());
        }
    }
}

void TestActions::buttonsHaveNames()
{
    WindowFixture fixture;
    QVERIFY(fixture.openSample());
    for (const QToolButton *button : fixture.window().findChildren<QToolButton *>()) {
        const bool ours = button->isVisible() && !button->objectName().startsWith(QStringLiteral("qt_"));
        const bool named =
            !button->text().isEmpty() || !button->accessibleName().isEmpty() || !button->toolTip().isEmpty();
        QVERIFY2(!ours || named || button->defaultAction() != nullptr ||
                     qobject_cast<QTabBar *>(button->parentWidget()) != nullptr,
                 qPrintable(button->objectName()));
    }
}

} // namespace cuntu::test

QTEST_MAIN(cuntu::test::TestActions)
#include "test_actions.moc"
