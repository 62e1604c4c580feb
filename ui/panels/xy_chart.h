// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/algorithm/algorithm.h"
#include "ui/window/theme.h"

#include <QWidget>

#include <optional>

namespace cuntu::ui {

/// One curve over a measured axis, with its grid and the names of its axes. The pointer, or the arrow keys, move a
/// hairline that reads it off.
class XyChart : public QWidget {
    Q_OBJECT

public:
    enum class Look {
        Points, ///< a line with a dot at each point, over an axis that begins at 0
        Ground  ///< the area below the line filled, over an axis about as high as the line
    };
    XyChart(const Theme &theme, Look look, QWidget *parent = nullptr);

    void setCurve(std::optional<OutcomeCurve> curve);
    const std::optional<OutcomeCurve> &curve() const { return m_curve; }
    /// Puts the hairline at @p x; empty: nowhere.
    void setHairline(std::optional<double> x);
    std::optional<double> hairline() const { return m_hairline; }
    /// The height of the curve at @p x, straight between its points; empty beyond them.
    std::optional<double> valueAt(double x) const;
    /// What the hairline reads at @p x.
    QString readingAt(double x) const;
    /// The chart as a picture of @p size.
    QImage image(QSize size, double scale);
    QSize sizeHint() const override { return {420, 200}; }
    QSize minimumSizeHint() const override { return {200, 110}; }

Q_SIGNALS:
    /// The user moved the hairline to @p x, or away.
    void hairlineMoved(std::optional<double> x);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRectF plot() const;
    QPointF place(double x, double y) const;
    void move(std::optional<double> x);
    void paintGrid(QPainter &painter) const;
    void paintCurve(QPainter &painter) const;
    void paintReading(QPainter &painter) const;

    Theme m_theme;
    Look m_look;
    std::optional<OutcomeCurve> m_curve;
    std::optional<double> m_hairline;
    double m_lowest = 0;
    double m_highest = 1;
    double m_first = 0;
    double m_last = 1;
};

} // namespace cuntu::ui
