// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"
#include "maps/render/render_request.h"

namespace cuntu {

/// What a map shows.
struct MapContent {
    QStringList layers; ///< ids, drawn in this order from the bottom; empty: all, areas first, then lines, then points
    QString overlay;    ///< id; empty: none. Its classes replace the symbols of the layers it is about
    Day asOf;
    QMap<QString, QString> overlayParameters;
};

/// Loads what @p content needs and gives it ready to draw. NotFound for a layer or an overlay that does not exist.
/// With an overlay and no list of layers, only areas are drawn beneath it: one overlay, one message. Any thread.
Result<std::vector<RenderLayer>> renderLayers(const Project &project, const ProjectSnapshot &snapshot,
                                              const MapContent &content, const JobContext &job);

/// The rasters of the project that are shown, the lowest first.
std::vector<RenderRaster> shownRasters(const ProjectSnapshot &snapshot, const QString &projectFile);

/// The style of a layer: the project's, else the programme's, else the default.
Result<LayerStyle> layerStyle(const Project &project, const LayerSchema &schema, int place);

/// @p layers as they lie on a map unless somebody moved them, bottom first: areas, then lines, then points.
std::vector<LayerInfo> inDrawingOrder(std::vector<LayerInfo> layers);

/// Box around everything in @p layers; empty where nothing has a position.
Box contentExtent(const std::vector<RenderLayer> &layers);

} // namespace cuntu
