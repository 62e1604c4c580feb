// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/suitability/value_curve.h"
#include "ui/window/theme.h"

#include <QWidget>

namespace cuntu::ui {

/// A small drawing of a curve of values, with a mark where a place stands. GUI thread.
class ValueCurvePreview : public QWidget {
    Q_OBJECT

public:
    ValueCurvePreview(ValueCurve curve, const QString &unit, const Theme &theme, QWidget *parent = nullptr);

    /// Marks @p measure; empty: nothing.
    void setMark(std::optional<double> measure);
    QSize sizeHint() const override { return {64, 26}; }
    QSize minimumSizeHint() const override { return {48, 22}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ValueCurve m_curve;
    Theme m_theme;
    std::optional<double> m_mark;
};

} // namespace cuntu::ui
