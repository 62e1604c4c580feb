// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/figures.h"
#include "ui/window/project_state.h"

namespace cuntu::ui {

/// A value on a day, in the unit of the indicator.
struct DayValue {
    Day day;
    double value = 0;
};

/// What is known of one target over time: what was planned, what was done, where it goes.
struct TargetSeries {
    Milestone milestone; ///< on the day asked for
    QString name;        ///< label and indicator
    QString areaName;
    QString unit;
    Day start;                     ///< the target's, else the one that judge() assumes
    std::vector<DayValue> planned; ///< ascending; empty: the plan gives no year
    std::vector<DayValue> actual;  ///< ascending, up to the day asked for

    /// The planned value on @p day, between two points straight; empty outside the plan.
    std::optional<double> plannedOn(Day day) const;
    /// The last actual value on or before @p day.
    std::optional<DayValue> actualOn(Day day) const;
};

/// Evaluates the indicator of @p target on its start, the ends of the months since then, and @p asOf, and judges it.
/// The actual values of a target without a start begin with the first statement of the ledger, at most ten years before
/// @p asOf. On a job's thread; NotFound for an indicator of a plugin that is not there, cancelled, whatever the
/// indicator reports.
Result<TargetSeries> workOutSeries(const ProjectState &state, const Target &target, Day asOf, const JobContext &job);

} // namespace cuntu::ui
