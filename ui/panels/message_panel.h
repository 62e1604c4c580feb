// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/workbench.h"

#include <QFrame>

class QLabel;
class QPlainTextEdit;
class QToolButton;
class QTreeWidget;

namespace cuntu::ui {

/// Everything the user was told, newest on top; details below a line.
class MessagePanel : public QWidget {
    Q_OBJECT

public:
    explicit MessagePanel(Workbench &bench, QWidget *parent = nullptr);

private:
    void add(const Message &message);

    Workbench &m_bench;
    QLabel *m_empty;
    QTreeWidget *m_list;
};

/// A bar above the map for warnings and failures, which waits to be closed and blocks nothing.
class MessageBar : public QFrame {
    Q_OBJECT

public:
    explicit MessageBar(Workbench &bench, QWidget *parent = nullptr);

    /// What it says now; empty while it is hidden.
    QString text() const;

private:
    void say(const Message &message);

    Workbench &m_bench;
    QLabel *m_sign;
    QLabel *m_text;
    QToolButton *m_more;
    QPlainTextEdit *m_details;
};

} // namespace cuntu::ui
