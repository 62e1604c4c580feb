// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"
#include "core/report/report.h"

#include <QSize>

namespace cuntu {

/// A report that is wanted.
struct ReportRequest {
    std::optional<ReportPeriod> period; ///< empty: the state on `asOf` without a comparison
    Day asOf;                           ///< the period's last day, or the day asked for
    AreaCode where;                     ///< empty: everywhere
    QSize mapSize{1600, 1100};          ///< pixels
};

/// Collects what the report says: milestones, the indicators of each programme by township (villages, inside a
/// township) now and on the eve of the period, what is left, and the main overlay's map. Needs a QGuiApplication for
/// the map. Any thread.
Result<ReportInput> reportInput(const Project &project, const ProjectSnapshot &snapshot, const ReportRequest &request,
                                const JobContext &job);

} // namespace cuntu
