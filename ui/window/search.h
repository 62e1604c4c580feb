// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/project_state.h"

namespace cuntu::ui {

/// A place that was found: an area, or a feature of a layer.
struct Finding {
    QString text;  ///< name
    QString where; ///< layer, or the area above
    AreaCode area; ///< empty: a feature
    QString layer;
    FeatureId feature;
    std::optional<Point> position; ///< where coordinates were typed; in the project's CRS
};

/// Areas and features whose name or key begins with or holds @p words, or whose pinyin initials do (tyc: 桃源村),
/// beginnings first, at most @p most. Fields that identify a person are not searched. On a job's thread; cancelled.
Result<std::vector<Finding>> search(const ProjectState &state, const QString &words, std::size_t most,
                                    const JobContext &job);

} // namespace cuntu::ui
