// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/content/map_content.h"

#include "maps/basemap/map_rasters.h"
#include "ui/content/tile_access.h"

#include <QCoreApplication>

#include <algorithm>

namespace cuntu {

namespace {

class Content {
    Q_DECLARE_TR_FUNCTIONS(cuntu::Content)
};

/// Areas at the bottom, in the order of the project: larger ones below their parts, then lines, then points;
/// households, of which there are most, below other points.
int drawingRank(const LayerSchema &schema)
{
    switch (schema.geometry) {
    case GeometryType::Polygon:
        return 1;
    case GeometryType::Line:
        return 3;
    case GeometryType::Point:
        return schema.positionPersonal ? 4 : 5;
    case GeometryType::None:
    case GeometryType::Any:
        break;
    }
    return 4;
}

Result<RenderLayer> plainLayer(const Project &project, const ProjectSnapshot &snapshot, const LayerSchema &schema,
                               int place, const JobContext &job)
{
    auto style = layerStyle(project, schema, place);
    if (!style) {
        return style.error();
    }
    auto loaded = snapshot.layer(schema.id, style->fields(), job);
    if (!loaded) {
        return loaded.error();
    }
    RenderLayer layer;
    layer.id = schema.id;
    layer.title = schema.name.toString();
    layer.snapshot = *loaded;
    layer.style = *style;
    return layer;
}

Result<std::vector<RenderLayer>> overlayLayers(const Project &project, const ProjectSnapshot &snapshot,
                                               const Overlay &overlay, const MapContent &content, const JobContext &job)
{
    auto parameters = ParameterValues::parse(overlay.parameters, content.overlayParameters);
    if (!parameters) {
        return parameters.error();
    }
    auto classified = overlay.classify({snapshot, *parameters, content.asOf}, job);
    if (!classified) {
        return classified.error().during(overlay.name.toString());
    }
    std::vector<RenderLayer> layers;
    for (OverlayFeatures &features : *classified) {
        auto style = layerStyle(project, features.layer->schema(), static_cast<int>(layers.size()));
        if (!style) {
            return style.error();
        }
        style->kind = LayerStyle::Kind::Single;
        // What an overlay makes itself, such as lines between features, is no layer of the project.
        const bool isStored = snapshot.layers().contains(features.layer->schema().id);
        auto withLabels = isStored ? snapshot.layer(features.layer->schema().id, style->fields(), job)
                                   : Result<Immutable<LayerSnapshot>>(features.layer);
        if (!withLabels) {
            return withLabels.error();
        }
        RenderLayer layer;
        layer.id = features.layer->schema().id;
        layer.title = features.layer->schema().name.toString();
        layer.snapshot = *withLabels;
        layer.style = *style;
        layer.overlay = std::make_shared<const OverlayFeatures>(std::move(features));
        layer.overlayClasses = overlay.classes;
        layers.push_back(std::move(layer));
    }
    return layers;
}

std::vector<LayerSchema> wantedLayers(std::vector<LayerInfo> infos, const MapContent &content)
{
    std::vector<LayerSchema> wanted;
    if (!content.layers.isEmpty()) {
        for (const QString &id : content.layers) {
            for (const LayerInfo &info : infos) {
                if (info.schema.id == id) {
                    wanted.push_back(info.schema);
                }
            }
        }
        return wanted;
    }
    for (const LayerInfo &info : inDrawingOrder(std::move(infos))) {
        const bool drawn = info.schema.geometry != GeometryType::None &&
                           (content.overlay.isEmpty() || info.schema.geometry == GeometryType::Polygon);
        if (drawn) {
            wanted.push_back(info.schema);
        }
    }
    return wanted;
}

} // namespace

std::vector<RenderRaster> shownRasters(const ProjectSnapshot &snapshot, const QString &projectFile)
{
    std::vector<RenderRaster> shown;
    for (const MapRaster &raster :
         rastersFromSetting(snapshot.setting(QString::fromUtf16(k_rastersSetting)), projectFile)) {
        if (raster.isShown) {
            const auto service = tileServiceFrom(raster.file);
            shown.push_back(
                {service ? tileSource(*service, tileAccess(false)) : raster.file, raster.opacity, raster.isTerrain});
        }
    }
    return shown;
}

std::vector<LayerInfo> inDrawingOrder(std::vector<LayerInfo> layers)
{
    std::stable_sort(layers.begin(), layers.end(), [](const LayerInfo &a, const LayerInfo &b) {
        return drawingRank(a.schema) < drawingRank(b.schema);
    });
    return layers;
}

Result<LayerStyle> layerStyle(const Project &project, const LayerSchema &schema, int place)
{
    auto stored = project.style(schema.id);
    if (!stored) {
        return stored.error();
    }
    if (!stored->isEmpty()) {
        return LayerStyle::fromJson(*stored);
    }
    for (const DefaultStyle &style : project.registry().defaultStyles) {
        if (style.layer == schema.id) {
            return LayerStyle::fromJson(style.json);
        }
    }
    return defaultStyle(schema, place);
}

Result<std::vector<RenderLayer>> renderLayers(const Project &project, const ProjectSnapshot &snapshot,
                                              const MapContent &content, const JobContext &job)
{
    auto infos = project.layers();
    if (!infos) {
        return infos.error();
    }
    std::vector<RenderLayer> layers;
    for (const LayerSchema &schema : wantedLayers(*infos, content)) {
        auto layer = plainLayer(project, snapshot, schema, static_cast<int>(layers.size()), job);
        if (!layer) {
            return layer.error();
        }
        layers.push_back(std::move(*layer));
    }
    if (content.overlay.isEmpty()) {
        return layers;
    }
    const Overlay *overlay = project.registry().findOverlay(content.overlay);
    if (!overlay) {
        QStringList known;
        for (const Overlay &each : project.registry().overlays) {
            known << each.id;
        }
        return Error{ErrorCode::NotFound,
                     Content::tr("there is no overlay %1").arg(content.overlay),
                     {},
                     Content::tr("Known: %1").arg(known.join(QStringLiteral(", "))),
                     {},
                     {}};
    }
    auto classified = overlayLayers(project, snapshot, *overlay, content, job);
    if (!classified) {
        return classified.error();
    }
    for (RenderLayer &layer : *classified) {
        std::erase_if(layers, [&](const RenderLayer &plain) { return plain.id == layer.id; });
        layers.push_back(std::move(layer));
    }
    return layers;
}

Box contentExtent(const std::vector<RenderLayer> &layers)
{
    Box extent;
    for (const RenderLayer &layer : layers) {
        const Box box = layer.snapshot->geometry().index.extent();
        if (!box.isEmpty()) {
            extent.add(box);
        }
    }
    return extent;
}

} // namespace cuntu
