// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/workbench.h"

#include <QDialog>

class QTreeWidget;

namespace cuntu::ui {

/// What was promised by a target from when on: all its versions, the newest first, with who adjusted it and why.
class TargetVersionsDialog : public QDialog {
    Q_OBJECT

public:
    TargetVersionsDialog(Workbench &bench, const Target &target, QWidget *parent = nullptr);

private:
    void show(const std::vector<TargetVersion> &versions);

    Workbench &m_bench;
    LatestJob m_reading;
    QTreeWidget *m_table;
};

} // namespace cuntu::ui
