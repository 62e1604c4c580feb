// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/workbench.h"

#include <QDialog>

class QTreeWidget;

namespace cuntu::ui {

/// Everything that left the project: exports and unmaskings, the latest first.
class ExportListDialog : public QDialog {
    Q_OBJECT

public:
    explicit ExportListDialog(Workbench &bench, QWidget *parent = nullptr);

private:
    void show(const std::vector<ExportRecord> &records);

    Workbench &m_bench;
    LatestJob m_reading;
    QTreeWidget *m_table = nullptr;
};

} // namespace cuntu::ui
