// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/place_card.h"
#include "ui/window/workbench.h"

#include <QTreeWidget>

namespace cuntu::ui {

/// What was ever said about a feature's status, newest recording first; what does not hold any more is struck out.
class HistoryList : public QTreeWidget {
    Q_OBJECT

public:
    explicit HistoryList(Workbench &bench, QWidget *parent = nullptr);
    void show(const std::vector<HistoryLine> &lines);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

private:
    Workbench &m_bench;
};

} // namespace cuntu::ui
