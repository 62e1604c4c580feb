// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/what_if.h"
#include "ui/window/project_state.h"

namespace cuntu::ui {

/// A target among the areas below its own. A value.
struct TargetSplit {
    Target whole;
    Indicator::Kind kind = Indicator::Kind::Ratio;
    bool higherIsBetter = true;
    QString unit;
    std::vector<TargetPart> parts; ///< by area
};

/// Splits @p whole among the areas of @p level by what each has on @p day, as splitTarget() does. On a job's thread;
/// cancelled.
Result<TargetSplit> workOutSplit(const ProjectState &state, const Target &whole, AreaLevel level, Day day,
                                 const JobContext &job);

/// What the parts of @p split come to: of a sum their sum; of a share or mean that of all by what each area counts.
double sumOfParts(const TargetSplit &split);
/// Whether the parts keep the promise of the whole: a sum is met exactly, a share is reached.
bool addsUp(const TargetSplit &split);

} // namespace cuntu::ui
