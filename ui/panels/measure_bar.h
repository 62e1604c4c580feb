// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geo/geodesic.h"
#include "ui/window/edit_sheet.h"
#include "ui/window/workbench.h"

#include <QFrame>
#include <QPointer>

class QLabel;
class QToolButton;

namespace cuntu::ui {

/// The bar above the map while something is measured: a line with its length, its last leg and that leg's bearing, or
/// an area with its outline. Everything is measured on the ellipsoid. What was measured last stays on the map until the
/// next is begun or the bar is closed.
class MeasureBar : public QFrame {
    Q_OBJECT

public:
    MeasureBar(Workbench &bench, MapView &map, QWidget *parent = nullptr);
    ~MeasureBar() override;

    bool isOn() const { return m_on; }
    /// What is measured so far, in one sentence; empty: nothing.
    QString reading() const;

public Q_SLOTS:
    void setOn(bool on);
    /// Lines or areas; what was measured is forgotten.
    void setKind(cuntu::GeometryType kind);
    /// Puts the reading into the clipboard.
    void copy();

Q_SIGNALS:
    void onChanged(bool on);

private:
    void makeWidgets();
    void onSketch();
    void onDrawn(const Geometry &geometry);
    void show();
    QString lineReading() const;
    QString areaReading() const;

    Workbench &m_bench;
    MapView &m_map;
    QPointer<EditSheet> m_sheet; ///< a child of the map
    std::optional<Geodesic> m_geodesic;
    std::vector<Point> m_points; ///< what the reading is of
    GeometryType m_kind = GeometryType::Line;
    bool m_isFinished = false; ///< the drawing was ended, not given up
    bool m_on = false;
    QToolButton *m_line = nullptr;
    QToolButton *m_area = nullptr;
    QToolButton *m_copy = nullptr;
    QLabel *m_reading = nullptr;
};

} // namespace cuntu::ui
