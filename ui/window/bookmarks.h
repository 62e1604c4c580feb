// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/view/map_view.h"
#include "ui/window/workbench.h"

class QMenu;

namespace cuntu::ui {

/// A part of the map with a name.
struct Bookmark {
    QString name;
    Box box; ///< in the project's CRS
};

/// The bookmarks of the open project, in the user's settings, as a project may be read-only or shared. GUI thread.
class Bookmarks : public QObject {
    Q_OBJECT

public:
    Bookmarks(Workbench &bench, MapView &map, QObject *parent);

    std::vector<Bookmark> all() const;
    /// Keeps what is in view as @p name; a bookmark of the same name is replaced.
    void add(const QString &name);
    void remove(const QString &name);
    void goTo(const QString &name);
    /// Puts the bookmarks into @p menu: to go there, and to remove them. @p add is the action that makes one.
    void fill(QMenu &menu, QAction *add);

private:
    QString key() const;
    void store(const std::vector<Bookmark> &bookmarks);

    Workbench &m_bench;
    MapView &m_map;
};

} // namespace cuntu::ui
