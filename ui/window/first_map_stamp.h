// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/map_controller.h"

namespace cuntu::ui {

/// Writes the time at which the first complete map of the opened project stood on the screen, in seconds since 1970,
/// into the file that the environment variable CUNTU_FIRST_MAP_STAMP names, once. Without the variable it does nothing.
/// For bench/start.sh. GUI thread.
class FirstMapStamp : public QObject {
    Q_OBJECT

public:
    FirstMapStamp(const Session &session, const MapController &controller, MapView &map);

private:
    void onRendered();
    bool eventFilter(QObject *watched, QEvent *event) override;
    void write();

    const Session &m_session;
    const MapController &m_controller;
    MapView &m_map;
    QString m_file;       ///< empty: not asked for, or done
    bool m_ready = false; ///< the picture is there; it is on the screen after the next painting
};

} // namespace cuntu::ui
