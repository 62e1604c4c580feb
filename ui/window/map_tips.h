// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/map_controller.h"

#include <QTimer>

namespace cuntu::ui {

struct PlaceCard;

/// Says what is under the pointer where it rests: name, layer, area, and the status on the shown day. GUI thread.
class MapTips : public QObject {
    Q_OBJECT

public:
    MapTips(Workbench &bench, MapController &controller, MapView &map);

    bool areShown() const { return m_shown; }
    /// Remembered.
    void setShown(bool shown);
    /// The words for a place: a line each.
    static QString text(const PlaceCard &card);

private:
    bool isFree() const;
    void ask();

    Workbench &m_bench;
    MapController &m_controller;
    MapView &m_map;
    LatestJob m_asking;
    QTimer m_rest;
    Point m_position;
    bool m_shown = true;
};

} // namespace cuntu::ui
