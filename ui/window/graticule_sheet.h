// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/compose/graticule.h"
#include "maps/view/map_view.h"

namespace cuntu::ui {

/// A sheet over the map with meridians and parallels. In nobody's way: the mouse goes through it.
class GraticuleSheet : public QWidget {
    Q_OBJECT

public:
    explicit GraticuleSheet(MapView &map);

    /// The net over what is in view.
    const Graticule &graticule() const { return m_graticule; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void follow();

    MapView &m_map;
    Graticule m_graticule;
};

} // namespace cuntu::ui
