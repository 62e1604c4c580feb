// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/workbench.h"

#include <QKeySequence>

class QAction;
class QWidget;

namespace cuntu::ui {

/// What must be there for an action to make sense.
enum class Needs { Nothing, Project, Writable, Picked, PickedToMark, Undoable, Redoable };

/// The window's actions, by object name. A disabled one says why in its tool tip.
class WindowActions : public QObject {
    Q_OBJECT

public:
    WindowActions(Workbench &bench, QWidget *window);

    /// Makes an action; @p text with the mark of its mnemonic, @p symbol the name of an icon or empty; @p triggered may
    /// be empty where only its toggling matters.
    QAction *add(const QString &name, const QString &symbol, const QString &text, const QList<QKeySequence> &keys,
                 Needs needs, std::function<void()> triggered);
    /// Why the action with the shortcut @p keys is off; empty where there is none, or it is on.
    QString obstacleOf(const QKeySequence &keys) const;
    QAction *find(const QString &name) const;

private:
    struct Known {
        QAction *action = nullptr;
        Needs needs = Needs::Nothing;
        QString text;
    };
    void update();
    QString obstacle(Needs needs) const;

    Workbench &m_bench;
    QWidget *m_window;
    std::map<QString, Known> m_known;
};

} // namespace cuntu::ui
