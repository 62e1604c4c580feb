// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/board_model.h"
#include "ui/window/explain.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QSortFilterProxyModel;
class QTableView;

namespace cuntu::ui {

/// Areas against promises: each cell a colour, a shape and a figure. A click or the arrow keys pick an area, a double
/// click or Return goes into it, Backspace and the crumbs above lead back up, Ctrl+C copies the table.
class MilestoneBoard : public QWidget {
    Q_OBJECT

public:
    explicit MilestoneBoard(Workbench &bench, QWidget *parent = nullptr);

    /// Puts the shown table on the clipboard: of each promise the figure and the state in words.
    void copy() const;

Q_SIGNALS:
    void areaPicked(const cuntu::AreaCode &area);
    /// A figure was pointed at.
    void figurePicked(const cuntu::ui::FigurePick &pick);
    /// The promise of the cell that was picked.
    void targetPicked(qint64 target);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeBar();
    QTableView *makeTable();
    void reload();
    /// As reload(), but waits for its turn, as the day may be moving.
    void followDay();
    void show(Board board);
    void showCrumbs();
    void showFooter();
    void addCrumb(const AreaCode &area, const QString &name, bool last);
    void goInside(const AreaCode &area);
    void goDown(const QModelIndex &index);
    void goUp();
    void onCurrent(const QModelIndex &index);
    /// The figure of @p column for @p area, with the promise it is held against.
    FigurePick pickOf(const BoardColumn &column, const AreaCode &area) const;
    AreaCode areaOf(const QModelIndex &index) const;

    Workbench &m_bench;
    PacedJob m_working;
    BoardModel *m_model;
    QSortFilterProxyModel *m_sorted;
    QHBoxLayout *m_crumbs = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_empty = nullptr;
    QLabel *m_footer = nullptr;
    AreaCode m_inside;
};

} // namespace cuntu::ui
