// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/view/map_view.h"
#include "ui/window/window_actions.h"

class QMenu;

namespace cuntu::ui {

/// The menu of the right button on the map: what can be done with what is picked, where to go, and the position for the
/// clipboard, in the map's system and as longitude and latitude. GUI thread.
class MapMenu : public QObject {
    Q_OBJECT

public:
    MapMenu(Workbench &bench, MapView &map, const WindowActions &actions);

private:
    void show(Point position, const QPoint &place);
    void addPosition(QMenu &menu, const QString &text);

    Workbench &m_bench;
    MapView &m_map;
    const WindowActions &m_actions;
};

} // namespace cuntu::ui
