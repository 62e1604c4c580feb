// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/map_controller.h"
#include "ui/window/window_actions.h"

class QMenu;

namespace cuntu::ui {

/// The menu of the right button on the map: everything that lies there, what can be done with what is picked, where to
/// go, and the position for the clipboard, in the map's system and as longitude and latitude. GUI thread.
class MapMenu : public QObject {
    Q_OBJECT

public:
    MapMenu(Workbench &bench, MapController &controller, MapView &map, const WindowActions &actions);

private:
    void show(Point position, const QPoint &place);
    void addHere(QMenu &menu, Point position);
    void nameHere(const std::vector<Selection> &places, const std::vector<QAction *> &entries, QMenu *menu);
    void addPosition(QMenu &menu, const QString &text);

    Workbench &m_bench;
    MapController &m_controller;
    MapView &m_map;
    LatestJob m_naming;
    const WindowActions &m_actions;
};

} // namespace cuntu::ui
