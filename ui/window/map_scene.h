// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/render/render_request.h"
#include "ui/window/project_state.h"
#include "ui/window/view_state.h"

namespace cuntu::ui {

/// What is to be drawn. A value.
struct SceneRequest {
    Immutable<ProjectState> state;
    std::map<QString, QString> trials;
    QStringList visible;  ///< layers, bottom first
    QString overlay;      ///< id; empty: none
    bool byDoubt = false; ///< as Look::byDoubt
    Day asOf;
};

/// What is drawn of @p state with @p look.
SceneRequest sceneRequest(Immutable<ProjectState> state, const Look &look, std::map<QString, QString> trials, Day asOf);

/// One line of a legend.
struct LegendLine {
    QString text;
    QColor colour;
    Marking marking = Marking::Plain;
    GeometryType geometry = GeometryType::Point;
    qint64 count = -1; ///< features in the class; -1: not counted
};

/// A map ready to be drawn, with its legends.
struct Scene {
    std::vector<RenderLayer> layers;                    ///< bottom first
    std::map<QString, std::vector<LegendLine>> legends; ///< by layer or overlay id
    std::vector<Error> problems;                        ///< what could not be shown; the rest is
};

/// Loads the layers and classifies their features. On a job's thread; cancelled.
Result<Scene> buildScene(const SceneRequest &request, const JobContext &job);

} // namespace cuntu::ui
