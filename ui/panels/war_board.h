// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/figures.h"
#include "ui/window/workbench.h"

#include <QTimer>
#include <QWidget>

namespace cuntu::ui {

/// A stretch of time between two columns of the wall board.
struct WarColumn {
    Day first;
    Day last;
    QString title; ///< "2019 Q3", or "2019-08"
};

/// Columns from the earliest to the latest due day of @p milestones and the day they are judged on: months where at
/// most 18 of them are needed, else quarters, else years. Empty where nothing has a due day.
std::vector<WarColumn> warColumns(const std::vector<Milestone> &milestones);

/// The wall board (挂图作战): tasks down, deadlines across, a light where each is due, the shown day as a line. In a
/// window of its own, in type that grows with it. F11 fills the screen, Escape leaves it, Page up and down turn pages;
/// a filled screen turns them by itself.
class WarBoard : public QWidget {
    Q_OBJECT

public:
    explicit WarBoard(Workbench &bench, QWidget *parent);

    const std::vector<Milestone> &milestones() const { return m_milestones; }
    const std::vector<WarColumn> &columns() const { return m_columns; }
    int pages() const;
    int page() const { return m_page; }
    /// Where the light of task @p row of the present page is.
    QRectF lightAt(int row) const;

public Q_SLOTS:
    void toggleFullScreen();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    /// Where things are, in logical pixels.
    struct Plan {
        double head = 0;   ///< height of the title
        double titles = 0; ///< height of the columns' titles
        double foot = 0;
        double row = 0;     ///< height of a task
        double names = 0;   ///< width of the tasks' names
        double figures = 0; ///< width of the figures at the right
        int rows = 1;       ///< tasks a page
    };
    Plan plan() const;
    double columnWidth() const;
    QRectF cell(int row, int column) const;
    int columnOf(const Milestone &milestone) const;
    void reload();
    /// As reload(), but waits for its turn, as the day may be moving.
    void followDay();
    void take(std::vector<Milestone> milestones);
    void turn(int pages);
    void paintHead(QPainter &painter, const Plan &plan) const;
    void paintTitles(QPainter &painter, const Plan &plan) const;
    void paintTask(QPainter &painter, const Plan &plan, int row, const Milestone &milestone) const;
    void paintDay(QPainter &painter, const Plan &plan) const;
    void paintFoot(QPainter &painter, const Plan &plan) const;
    void paintEmpty(QPainter &painter) const;

    Workbench &m_bench;
    PacedJob m_judging;
    std::vector<Milestone> m_milestones; ///< by due day, those without one at the end
    std::vector<WarColumn> m_columns;
    QTimer m_turning;
    int m_page = 0;
};

} // namespace cuntu::ui
