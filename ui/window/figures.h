// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress/roll_up.h"
#include "core/project/figures.h"
#include "ui/window/project_state.h"

namespace cuntu::ui {

/// Which figures the table shows. A value.
struct TableRequest {
    Immutable<ProjectState> state;
    QStringList indicators; ///< ids
    AreaLevel level = AreaLevel::County;
    AreaCode inside; ///< empty: everywhere
    Day asOf;
};

/// Figures, and what could not be worked out.
struct FigureTable {
    std::vector<Figure> figures; ///< by indicator, then by area
    std::vector<Error> problems;
};

/// Works out figures with the default parameters of their indicators; an indicator that fails leaves the others alone.
/// On a job's thread; cancelled.
Result<FigureTable> workOutFigures(const TableRequest &request, const JobContext &job);

/// Milestones, and what could not be judged.
struct MilestoneTable {
    std::vector<Milestone> milestones; ///< in the order of the targets
    std::map<qint64, RollUp> parts;    ///< of those that were split, by the number of the target
    std::vector<Error> problems;
};

/// Judges all targets of the project on @p asOf; a target that fails leaves the others alone. On a job's thread;
/// cancelled.
Result<MilestoneTable> workOutMilestones(const ProjectState &state, Day asOf, const JobContext &job);

} // namespace cuntu::ui
