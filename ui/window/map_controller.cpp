// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/map_controller.h"

#include "ui/content/map_content.h"

#include "ui/window/ground.h"
#include "ui/window/lasso.h"

#include <numeric>
#include <utility>

namespace cuntu::ui {
namespace {

constexpr double k_reach_px = 6; ///< as the map's Select tool

SelectMode modeOf(Qt::KeyboardModifiers modifiers)
{
    if (modifiers & Qt::ControlModifier) {
        return SelectMode::Toggle;
    }
    return modifiers & Qt::ShiftModifier ? SelectMode::Add : SelectMode::Replace;
}

} // namespace

MapController::MapController(Workbench &bench, LookKeeper &look, MapView &map)
    : m_bench(bench), m_look(look), m_map(map), m_building(bench.jobs), m_looking(bench.jobs)
{
    connect(&bench.session, &Session::stateChanged, this, &MapController::rebuildSoon);
    connect(&bench.session, &Session::closed, this, [this] {
        m_building.stop();
        m_isBuilding = m_followsDay = m_dayWaits = false;
        m_ready.reset();
        m_projectPath.clear();
        m_legends.clear();
        m_map.setLayers({});
        Q_EMIT legendsChanged();
    });
    connect(&bench.view, &ViewState::asOfChanged, this, &MapController::followDay);
    connect(&bench.view, &ViewState::lookChanged, this, &MapController::rebuildSoon);
    connect(&bench.view, &ViewState::selectionChanged, this, &MapController::markSelection);
    connect(&map, &MapView::featureClicked, this,
            [this](const QString &, std::uint32_t, Point position, Qt::KeyboardModifiers modifiers) {
                pickAt(m_map.toWidget(position), modifiers);
                Q_EMIT pointedAt(position);
            });
    connect(&map, &MapView::emptyClicked, this, [this](Point position, Qt::KeyboardModifiers modifiers) {
        Q_EMIT pointedAt(position);
        if (modeOf(modifiers) == SelectMode::Replace) {
            m_bench.view.clearSelection();
        }
    });
    connect(&map, &MapView::featuresBoxed, this,
            [this](const std::vector<MapFeature> &features, const Box &, Qt::KeyboardModifiers modifiers) {
                onBoxed(features, modifiers);
            });
    connect(&map, &MapView::renderFailed, this, [this](const QString &text) {
        m_bench.log.warn(text);
        onDrawn();
    });
    connect(&map, &MapView::rendered, this, &MapController::onDrawn);
}

void MapController::followDay()
{
    // A day that is dragged or played comes faster than maps are drawn. Each scene is let through to the screen, as one
    // that is dropped for the next is seen by nobody; meanwhile one more is built.
    if (m_isBuilding || m_ready) {
        m_dayWaits = true;
        m_upToDate = false;
        return;
    }
    m_followsDay = true;
    rebuildSoon();
}

void MapController::onDrawn()
{
    if (m_ready && !m_map.isRendering()) {
        show(*std::exchange(m_ready, std::nullopt));
    }
}

void MapController::rebuildSoon()
{
    m_upToDate = !m_bench.session.state() && m_upToDate;
    if (std::exchange(m_rebuildQueued, true)) {
        return;
    }
    // A new state comes with a new day and a new look: one drawing for all three.
    QMetaObject::invokeMethod(this, &MapController::rebuild, Qt::QueuedConnection);
}

void MapController::rebuild()
{
    m_rebuildQueued = false;
    const Immutable<ProjectState> state = m_bench.session.state();
    if (!state) {
        return;
    }
    m_upToDate = false;
    m_ready.reset();
    m_isBuilding = true;
    const ViewState &view = m_bench.view;
    SceneRequest request = sceneRequest(state, view.look(), view.trials(), view.asOf());
    m_building.run(
        tr("Drawing"), this, [request](const JobContext &job) { return buildScene(request, job); },
        [this](Result<Scene> scene) {
            m_isBuilding = false;
            if (scene && m_followsDay && m_map.isRendering()) {
                m_ready = std::move(*scene); // onDrawn() shows it
            } else if (scene) {
                show(std::move(*scene));
            } else if (scene.error().code != ErrorCode::Cancelled) {
                m_bench.log.fail(scene.error());
            }
        });
}

void MapController::show(Scene scene)
{
    const Immutable<ProjectState> &state = m_bench.session.state();
    const bool isNew = state->path != m_projectPath;
    const bool wasEmpty = m_map.request().layers.empty();
    m_projectPath = state->path;
    for (const Error &problem : scene.problems) {
        m_bench.log.fail(problem);
    }
    if (!(m_map.request().crs == state->crs)) {
        m_map.setCrs(state->crs);
    }
    m_legends = std::move(scene.legends);
    showRasters();
    m_map.setLayers(std::move(scene.layers));
    if ((isNew || wasEmpty) && !(isNew && m_look.restorePlace())) {
        m_map.zoomToFull();
    }
    markSelection();
    m_upToDate = true;
    m_followsDay = false;
    if (std::exchange(m_zoomWhenShown, false)) {
        zoomToSelection();
    }
    Q_EMIT legendsChanged();
    if (std::exchange(m_dayWaits, false)) {
        followDay();
    }
}

void MapController::setPassingRaster(std::optional<RenderRaster> raster)
{
    m_passing = std::move(raster);
    if (m_bench.session.state()) {
        showRasters();
    }
}

void MapController::showRasters()
{
    const Immutable<ProjectState> &state = m_bench.session.state();
    std::vector<RenderRaster> rasters = shownRasters(*state->snapshot, state->path);
    if (m_passing) {
        rasters.push_back(*m_passing);
    }
    m_map.setRasters(std::move(rasters));
}

const RenderLayer *MapController::shownLayer(const QString &id) const
{
    for (const RenderLayer &layer : m_map.request().layers) {
        if (layer.id == id) {
            return &layer;
        }
    }
    return nullptr;
}

void MapController::markSelection()
{
    m_map.clearSelection();
    const Selection &selection = m_bench.view.selection();
    const RenderLayer *layer = shownLayer(selection.layer);
    if (layer == nullptr) {
        return;
    }
    std::vector<std::uint32_t> rows;
    for (const FeatureId id : selection.features) {
        if (const auto row = layer->snapshot->rowOf(id)) {
            rows.push_back(static_cast<std::uint32_t>(*row));
        }
    }
    m_map.setSelected(selection.layer, std::move(rows));
}

void MapController::rowsPicked(const QString &layer, const std::vector<std::uint32_t> &rows, SelectMode mode, By by)
{
    const RenderLayer *shown = shownLayer(layer);
    if (shown == nullptr) {
        return;
    }
    std::vector<FeatureId> ids;
    for (const std::uint32_t row : rows) {
        ids.push_back(shown->snapshot->id(row));
    }
    m_bench.view.select(layer, ids, mode);
    if (by == By::Pointing) {
        Q_EMIT picked({layer, std::move(ids)});
    }
}

bool MapController::isPickable(const QString &layer) const
{
    // What an overlay draws beside the project's layers, such as lines between them, has no card.
    return m_onlyLayer.isEmpty() ? m_bench.session.state()->findLayer(layer) != nullptr : layer == m_onlyLayer;
}

std::vector<Selection> MapController::placesAt(Point position) const
{
    std::vector<Selection> places;
    if (!m_bench.session.state()) {
        return places;
    }
    const double reach = k_reach_px * m_map.devicePixelRatioF() * m_map.extent().unitsPerPixel;
    for (const MapFeature &feature : featuresAt(m_map.request(), position, reach)) {
        const RenderLayer *shown = isPickable(feature.layer) ? shownLayer(feature.layer) : nullptr;
        if (shown != nullptr) {
            places.push_back({feature.layer, {shown->snapshot->id(feature.row)}});
        }
    }
    return places;
}

void MapController::pickAt(QPointF widget, Qt::KeyboardModifiers modifiers)
{
    const std::vector<Selection> places = placesAt(m_map.toMap(widget));
    if (!places.empty()) {
        m_bench.view.select(places.front().layer, places.front().features, modeOf(modifiers));
        Q_EMIT picked(places.front());
    } else if (modeOf(modifiers) == SelectMode::Replace) {
        m_bench.view.clearSelection();
    }
}

void MapController::pickInside(const std::vector<Point> &ring, Qt::KeyboardModifiers modifiers)
{
    std::vector<MapFeature> features;
    for (const RenderLayer &layer : m_map.request().layers) {
        for (const std::uint32_t row : featuresInside(layer, ring)) {
            features.push_back({layer.id, row});
        }
    }
    onBoxed(features, modifiers);
}

void MapController::onBoxed(std::vector<MapFeature> features, Qt::KeyboardModifiers modifiers)
{
    std::erase_if(features, [this](const MapFeature &feature) { return !isPickable(feature.layer); });
    if (features.empty()) {
        if (modeOf(modifiers) == SelectMode::Replace) {
            m_bench.view.clearSelection();
        }
        return;
    }
    // A box picks in one layer: the one already picked in when that goes on, else the topmost that has a life cycle,
    // else the topmost.
    QString layer = features.back().layer;
    for (const MapFeature &feature : features) {
        if (!m_bench.session.state()->tracksOf(feature.layer).empty()) {
            layer = feature.layer;
        }
    }
    if (!m_onlyLayer.isEmpty()) {
        layer = m_onlyLayer;
    } else if (modeOf(modifiers) != SelectMode::Replace && !m_bench.view.selection().isEmpty()) {
        layer = m_bench.view.selection().layer;
    }
    std::vector<std::uint32_t> rows;
    for (const MapFeature &feature : features) {
        if (feature.layer == layer) {
            rows.push_back(feature.row);
        }
    }
    rowsPicked(layer, rows, modeOf(modifiers), By::Pointing);
}

void MapController::selectAll()
{
    QString layer = m_bench.view.selection().layer;
    if (layer.isEmpty() && !m_map.request().layers.empty()) {
        layer = m_map.request().layers.back().id;
    }
    if (const RenderLayer *shown = shownLayer(layer)) {
        std::vector<std::uint32_t> rows(shown->snapshot->size());
        std::iota(rows.begin(), rows.end(), 0U);
        rowsPicked(layer, rows, SelectMode::Replace, By::Command);
    }
}

void MapController::zoomToLayer(const QString &layer)
{
    if (const RenderLayer *shown = shownLayer(layer)) {
        m_map.zoomTo(shown->snapshot->geometry().index.extent());
    }
}

void MapController::zoomToArea(const AreaCode &area)
{
    lookFor(area, false);
}

void MapController::pickArea(const AreaCode &area)
{
    lookFor(area, true);
}

void MapController::lookFor(const AreaCode &area, bool pick)
{
    const Immutable<ProjectState> state = m_bench.session.state();
    if (!state) {
        return;
    }
    m_looking.run(
        tr("Looking for the area"), this,
        [state, area](const JobContext &job) { return groundsOf(*state, std::span(&area, 1), job); },
        [this, pick](const Result<std::vector<Ground>> &grounds) {
            if (!grounds || grounds->front().box.isEmpty()) {
                return;
            }
            const Ground &ground = grounds->front();
            m_map.zoomTo(ground.box);
            if (pick && !ground.itself.isEmpty()) {
                m_bench.view.select(ground.itself.layer, ground.itself.features, SelectMode::Replace);
            }
        });
}

void MapController::zoomToPlace(Point place)
{
    constexpr double k_around_m = 300;
    constexpr double k_metresPerDegree = 111'320;
    const Immutable<ProjectState> state = m_bench.session.state();
    const bool inDegrees = state && state->crs.isGeographic();
    const double around = inDegrees ? k_around_m / k_metresPerDegree : k_around_m;
    m_map.zoomTo({place.x - around, place.y - around, place.x + around, place.y + around});
}

void MapController::zoomToSelectionSoon()
{
    m_zoomWhenShown = !m_upToDate;
    if (m_upToDate) {
        zoomToSelection();
    }
}

void MapController::zoomToSelection()
{
    m_map.zoomToSelection();
}

} // namespace cuntu::ui
