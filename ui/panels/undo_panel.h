// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/workbench.h"

#include <QWidget>

class QTreeWidget;

namespace cuntu::ui {

/// What was done to the project, latest first, by whom and when; what was undone is struck out.
class UndoPanel : public QWidget {
    Q_OBJECT

public:
    explicit UndoPanel(Workbench &bench, QWidget *parent = nullptr);

private:
    void fill();

    Workbench &m_bench;
    QTreeWidget *m_list;
};

} // namespace cuntu::ui
