// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/time_axis.h"
#include "ui/window/place_card.h"
#include "ui/window/workbench.h"

#include <QWidget>

namespace cuntu::ui {

/// What was ever said about a feature's status, as dots on a time axis: filled where it holds, hollow and struck
/// through where it does not any more. A click on a dot, or the arrow keys, show its day.
class HistoryTimeline : public QWidget {
    Q_OBJECT

public:
    explicit HistoryTimeline(Workbench &bench, QWidget *parent = nullptr);

    void show(std::vector<HistoryLine> lines);
    /// Where the dot of line @p number is.
    QPointF dotAt(std::size_t number) const;
    /// Line whose dot is at @p position; empty: none.
    std::optional<std::size_t> lineAt(QPointF position) const;
    QSize sizeHint() const override { return {200, 66}; }
    QSize minimumSizeHint() const override { return {120, 66}; }

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    TimeAxis axis() const;
    QString textOf(const HistoryLine &line) const;
    void paintDot(QPainter &painter, std::size_t number) const;

    Workbench &m_bench;
    std::vector<HistoryLine> m_lines; ///< latest first
};

} // namespace cuntu::ui
