// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/main_window.h"

#include <QTemporaryDir>
#include <QtTest>

namespace cuntu::test {

/// A main window with settings of its own and the demo programme, on tests/data/small_county as its sample.
class WindowFixture {
public:
    explicit WindowFixture(Language language = Language::English);
    ~WindowFixture();

    ui::MainWindow &window() { return *m_window; }
    ui::Workbench &bench() { return m_window->bench(); }
    QString folder() const { return m_folder.path(); }
    /// A file of the small county.
    static QString data(const QString &name);

    /// Ends the program and starts it again, with the same settings.
    void restart();
    /// Makes the window the one that gets the keys.
    bool activate();
    /// Opens the sample as a user does, on the welcome page, and waits until map and figures are there.
    bool openSample();
    /// Nothing runs and the newest state is on the map.
    bool isSettled() const;
    /// Picks features by key, as a click does, and waits for the card.
    bool pick(const QString &layer, const QStringList &keys);
    /// Triggers an action by name; false where it is disabled.
    bool trigger(const QString &action);
    /// The child called @p name of a dialog that is open, else of the window.
    template <class Widget> Widget *find(const QString &name) const { return qobject_cast<Widget *>(findWidget(name)); }
    /// Text of the first cell whose column heading is @p column in the indicator table.
    QString figure(int column) const;

private:
    void makeWindow();
    QWidget *findWidget(const QString &name) const;

    QTemporaryDir m_folder;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace cuntu::test
