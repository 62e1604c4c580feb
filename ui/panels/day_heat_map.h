// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "ui/window/theme.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace cuntu::ui {

/// The days of a year as squares, a column a week and a row a day of the week, the darker the larger their number. Days
/// of which nothing is known are hollow. The pointer, or the arrow keys, read a day off.
class DayHeatMap : public QWidget {
    Q_OBJECT

public:
    explicit DayHeatMap(const Theme &theme, QWidget *parent = nullptr);

    /// @p values from 1 January of @p year on; not-a-number: unknown. @p unit as people read it.
    void setValues(int year, std::vector<double> values, const QString &unit);
    const std::vector<double> &values() const { return m_values; }
    std::optional<Day> dayAt(QPointF position) const;
    std::optional<Day> pickedDay() const { return m_picked; }
    QString readingOn(Day day) const;
    QSize sizeHint() const override { return {760, 150}; }
    QSize minimumSizeHint() const override { return {420, 130}; }

Q_SIGNALS:
    void dayPicked(const QString &reading);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    double cell() const;
    QRectF place(int day) const;
    QColor colourOf(double value) const;
    void pick(std::optional<Day> day);
    void paintLegend(QPainter &painter) const;

    Theme m_theme;
    int m_year = 0;
    std::vector<double> m_values;
    QString m_unit;
    double m_highest = 0;
    std::optional<Day> m_picked;
};

} // namespace cuntu::ui
