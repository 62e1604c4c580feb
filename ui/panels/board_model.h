// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/board.h"
#include "ui/window/workbench.h"

#include <QAbstractTableModel>

namespace cuntu::ui {

/// A board as a table: the areas' names, then a column for each promise.
class BoardModel : public QAbstractTableModel {
    Q_OBJECT

public:
    /// Role of the MilestoneState of a cell as int; invalid: not judged.
    static constexpr int k_state = Qt::UserRole;
    /// Role of what a column is sorted by: the worst state first, then the lowest value.
    static constexpr int k_sort = Qt::UserRole + 1;

    /// Role of whether a cell is out of date, as nobody reported in time.
    static constexpr int k_stale = Qt::UserRole + 2;

    explicit BoardModel(Workbench &bench, QObject *parent = nullptr) : QAbstractTableModel(parent), m_bench(bench) {}

    void setBoard(Board board);
    const Board &board() const { return m_board; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString tip(const BoardRow &row, const BoardColumn &column, const BoardCell &cell) const;

    Workbench &m_bench;
    Board m_board;
};

} // namespace cuntu::ui
