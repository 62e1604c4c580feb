// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/figures.h"
#include "ui/window/project_state.h"

namespace cuntu::ui {

/// Which areas are held against which promises.
struct BoardRequest {
    Immutable<ProjectState> state;
    AreaCode inside; ///< its areas of the next level; empty: the counties
    Day asOf;
};

/// One promise, or a figure that nothing was promised about.
struct BoardColumn {
    QString indicator; ///< id
    QString title;
    QString detail; ///< the promise in words
    QString unit;
    std::optional<Target> target; ///< empty: nothing was promised
};

/// How one area stands to one promise.
struct BoardCell {
    std::optional<double> value; ///< empty: nothing to divide by
    double numerator = 0;
    double denominator = 0;
    std::optional<MilestoneState> state; ///< empty: not judged
    double promised = 0;
    bool stale = false; ///< nobody reported in time
    QString reason;
};

/// One area.
struct BoardRow {
    AreaCode area; ///< empty: what belongs to no area
    QString name;
    std::vector<BoardCell> cells; ///< by column
};

/// Areas against promises, on one day. A value.
struct Board {
    AreaCode inside;
    AreaLevel level = AreaLevel::County; ///< of the rows
    std::vector<BoardColumn> columns;    ///< in the order of the targets, then the programmes without one
    std::vector<BoardRow> rows;          ///< by code
    std::vector<Error> problems;         ///< of columns that could not be worked out; the others are there
};

/// Judges each area inside an area by what was promised. A ratio that was promised for an area is held against each
/// area in it; a sum is not, as nobody promised a part of it (it is shown without a state). What was promised to an
/// area itself, under the same label and indicator, goes before. On a job's thread; cancelled.
Result<Board> workOutBoard(const BoardRequest &request, const JobContext &job);

/// How often each state occurs on the board, by urgency; those that do not occur are left out.
std::vector<std::pair<MilestoneState, int>> stateCounts(const Board &board);

} // namespace cuntu::ui
