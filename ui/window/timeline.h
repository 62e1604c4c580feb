// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/project_state.h"

namespace cuntu::ui {

/// A day on which something is due.
struct DueDay {
    Day day;
    QStringList targets; ///< each in words
};

/// On which days anything happened in a project, and when something is due. A value.
struct Timeline {
    std::vector<std::pair<Day, int>> entries; ///< statements that hold, by the day they are about; ascending
    std::vector<DueDay> due;                  ///< ascending
    std::optional<Day> first;                 ///< of all of these and the targets' starts; empty: there is nothing
    std::optional<Day> last;
};

/// The timeline of @p state: of the statuses and measured figures that hold, one statement a feature and day, and of
/// the targets. On a job's thread; cancelled. O(entries log entries).
Result<Timeline> makeTimeline(const ProjectState &state, const JobContext &job);

} // namespace cuntu::ui
