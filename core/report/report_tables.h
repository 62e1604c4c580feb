// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"

namespace cuntu {

/// The targets, the most urgent first, then by deadline.
ReportTable milestoneTable(const std::vector<ReportMilestone> &milestones);

/// How many targets are in which state.
ReportCounts countsOf(const std::vector<ReportMilestone> &milestones);

/// One indicator by area, with its total at the end.
ReportTable indicatorTable(const ReportIndicator &indicator);

/// What is left; a row at the end says how many more there are.
ReportTable listTable(const ReportList &list);

/// The assumptions of colours and forecasts (DOMAIN E.6), one paragraph.
ReportParagraph rulesNote(const MilestoneRules &rules);

} // namespace cuntu
