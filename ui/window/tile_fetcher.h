// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/basemap/tile_service.h"
#include "maps/view/map_view.h"
#include "ui/window/workbench.h"

#include <QElapsedTimer>
#include <QTimer>

#include <map>

namespace cuntu::ui {

/// Fetches the tiles of online maps that are missing where the map is, off the GUI thread, and has the map drawn again
/// when they are there. The map itself only draws tiles that were fetched before, so that it never waits for a server.
/// A server that does not answer is left alone for a while, longer each time, and is named once. GUI thread.
class TileFetcher : public QObject {
    Q_OBJECT

public:
    TileFetcher(Workbench &bench, MapView &map);

private:
    /// What a server did lately.
    struct Standing {
        QElapsedTimer since; ///< the last failure
        qint64 rest_ms = 0;  ///< how long it is left alone; 0: it answers
    };
    void fetch();
    std::vector<TileService> due();
    void take(const std::map<QString, QString> &failures, const QStringList &asked, bool isNew);

    Workbench &m_bench;
    MapView &m_map;
    LatestJob m_fetching;
    QTimer m_settle;
    std::map<QString, Standing> m_standing; ///< by address
    MapExtent m_done;                       ///< where everything was fetched
    QStringList m_doneOf;
    bool m_isFetching = false;
    bool m_hasUnseen = false; ///< tiles came that the map may not show yet
};

} // namespace cuntu::ui
