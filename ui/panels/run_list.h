// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/analysis.h"

#include <QWidget>

class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace cuntu::ui {

/// The results that are kept, the newest first: a click shows one, a double click runs it again; they are renamed and
/// removed in place, compared, and their steps adopted.
class RunList : public QWidget {
    Q_OBJECT

public:
    RunList(Workbench &bench, Analysis &analysis, QWidget *parent = nullptr);

Q_SIGNALS:
    void runPicked(qint64 run);
    void runAgainRequested(const cuntu::KeptRun &run);
    void compareRequested(const std::vector<qint64> &runs);
    void adoptRequested(qint64 run);

private:
    void fill();
    void onRunRenamed(QTreeWidgetItem *item);
    void removePicked();
    void showRunMenu(const QPoint &place);
    std::vector<qint64> pickedRuns() const;
    void updateButtons();

    Workbench &m_bench;
    Analysis &m_analysis;
    QTreeWidget *m_runs = nullptr;
    QPushButton *m_compare = nullptr;
    QPushButton *m_adopt = nullptr;
    bool m_filling = false;
};

} // namespace cuntu::ui
