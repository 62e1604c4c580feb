// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/view/map_view.h"
#include "ui/window/casework.h"
#include "ui/window/workbench.h"

namespace cuntu::ui {

/// A sheet over the map with a pin at each place that has open cases: hollow, or filled where one is overdue; with the
/// number of cases where there are several. In nobody's way: the mouse goes through it.
class CaseMarks : public QWidget {
    Q_OBJECT

public:
    CaseMarks(Workbench &bench, MapView &map);

    const std::vector<CaseMark> &marks() const { return m_marks; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void reload();
    void followDay();
    void paintPin(QPainter &painter, QPointF tip, const CaseMark &mark) const;

    Workbench &m_bench;
    MapView &m_map;
    LatestJob m_placing;
    std::vector<PlacedCase> m_cases;
    std::vector<CaseMark> m_marks;
};

} // namespace cuntu::ui
