// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/view/map_view.h"
#include "ui/window/look_keeper.h"
#include "ui/window/map_scene.h"
#include "ui/window/workbench.h"

namespace cuntu::ui {

/// Keeps the map showing what the session and the view state say, and turns clicks into selections. GUI thread.
class MapController : public QObject {
    Q_OBJECT

public:
    MapController(Workbench &bench, LookKeeper &look, MapView &map);

    /// Zooms to all of @p layer.
    void zoomToLayer(const QString &layer);
    /// Zooms to the ground of an area; does nothing where no layer of areas knows it.
    void zoomToArea(const AreaCode &area);
    /// As zoomToArea(), and picks the area's own feature where a layer has one.
    void pickArea(const AreaCode &area);
    /// Shows what lies some 300 m around @p place, in the project's CRS.
    void zoomToPlace(cuntu::Point place);
    void zoomToSelection();
    /// As zoomToSelection(), once the map shows what is picked.
    void zoomToSelectionSoon();
    /// Picks every feature of the layer that is picked in now, else of the topmost layer.
    void selectAll();
    /// Picks what lies in the line drawn around @p ring, as a box does.
    void pickInside(const std::vector<Point> &ring, Qt::KeyboardModifiers modifiers);
    /// Picks at @p widget, as a click with the Select tool does.
    void pickAt(QPointF widget, Qt::KeyboardModifiers modifiers);
    /// What can be picked at @p position, within a click's reach: one feature each, topmost first.
    std::vector<Selection> placesAt(Point position) const;
    /// Only features of @p layer are picked on the map; empty: of all.
    void setOnlyLayer(const QString &layer) { m_onlyLayer = layer; }
    /// Shows @p raster above the project's own ones; empty: none any more.
    void setPassingRaster(std::optional<RenderRaster> raster);
    /// Legends of what is shown now, by layer or overlay id.
    const std::map<QString, std::vector<LegendLine>> &legends() const { return m_legends; }
    /// True once the newest state is on the map.
    bool isUpToDate() const { return m_upToDate; }

Q_SIGNALS:
    void legendsChanged();
    /// The user pointed at these on the map just now, whatever was picked before.
    void picked(const cuntu::ui::Selection &features);
    /// The user pointed at @p place with the Select tool, whatever lies there.
    void pointedAt(cuntu::Point place);

private:
    /// Zooms to the ground of @p area, and selects the area itself where it is to be picked.
    void lookFor(const AreaCode &area, bool pick);
    void rebuildSoon();
    void rebuild();
    void followDay();
    void onDrawn();
    void show(Scene scene);
    void showRasters();
    void markSelection();
    /// True where the features of a layer on the map can be picked.
    bool isPickable(const QString &layer) const;
    void onBoxed(std::vector<MapFeature> features, Qt::KeyboardModifiers modifiers);
    enum class By { Pointing, Command };
    void rowsPicked(const QString &layer, const std::vector<std::uint32_t> &rows, SelectMode mode, By by);
    const RenderLayer *shownLayer(const QString &id) const;

    Workbench &m_bench;
    LookKeeper &m_look;
    MapView &m_map;
    LatestJob m_building;
    LatestJob m_looking;
    std::map<QString, std::vector<LegendLine>> m_legends;
    std::optional<RenderRaster> m_passing; ///< not of the project
    QString m_onlyLayer;
    QString m_projectPath; ///< of what is on the map, to see when another project comes
    bool m_upToDate = false;
    bool m_rebuildQueued = false;
    bool m_isBuilding = false;
    bool m_followsDay = false;    ///< what is built only shows another day
    bool m_dayWaits = false;      ///< another day has come meanwhile
    std::optional<Scene> m_ready; ///< of a day, until the picture before it is drawn
    bool m_zoomWhenShown = false;
};

} // namespace cuntu::ui
