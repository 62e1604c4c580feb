// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugin/registry.h"
#include "core/project/project.h"

#include <map>

namespace cuntu {

/// Which figures are wanted.
struct FigureRequest {
    QString programme; ///< empty: all
    QString indicator; ///< empty: all of the programme
    Day asOf;
    AreaLevel by = AreaLevel::County;
    AreaCode where;             ///< empty: everywhere
    std::optional<Day> areasOn; ///< whose areas: those of this day; empty: those of `asOf`
};

/// Evaluates indicators with the defaults of their parameters and sums them up by area. Any thread.
/// Cancelled, or the first failure of an indicator.
CUNTU_CORE_EXPORT Result<std::vector<Figure>> computeFigures(const ProjectSnapshot &project, const Registry &registry,
                                                             const FigureRequest &request, const JobContext &job);

/// As computeFigures(), on each of @p days instead of FigureRequest::asOf: the same figures, day by day. Cheaper than
/// asking day by day, and on two threads.
CUNTU_CORE_EXPORT Result<std::vector<std::vector<Figure>>>
computeSeries(const ProjectSnapshot &project, const Registry &registry, const FigureRequest &request,
              const std::vector<Day> &days, const JobContext &job);

/// Where the project's targets stand on @p asOf. The observed rate comes from the indicator's values on the days of
/// DOMAIN E.2: the start, and seven evenly spread over the window that ends on @p asOf. @p programme narrows them down;
/// empty: all. Lights are held back to what is confirmed where the rules say so (holdBack()); what late reports will
/// add stands beside (Milestone::expected), as the ledger shows it on the day as which it is known, and changes no
/// light.
CUNTU_CORE_EXPORT Result<std::vector<Milestone>>
computeMilestones(const ProjectSnapshot &project, const Registry &registry, const std::vector<Target> &targets,
                  const QString &programme, Day asOf, const JobContext &job);

/// The newest day up to @p asOf about which anything was reported for a target with a cadence: entries of its
/// programme's features inside its area; those of layers that have no areas count for all. Empty: nothing was, or the
/// target has no cadence.
CUNTU_CORE_EXPORT Result<std::optional<Day>> lastReport(const ProjectSnapshot &project, const Target &target, Day asOf,
                                                        const JobContext &job);

/// The days whose figures judge @p target on @p asOf (DOMAIN E.2): its start, and seven evenly spread over the window
/// that ends on @p asOf.
CUNTU_CORE_EXPORT std::vector<Day> observationDays(const Target &target, Day asOf, const MilestoneRules &rules);

/// What @p target's indicator, which is @p indicator, gives for its area on each of @p days, with the parameters of the
/// target. Any thread. Invalid parameters, cancelled, whatever the indicator reports.
CUNTU_CORE_EXPORT Result<std::vector<Observation>> observe(const ProjectSnapshot &project, const Indicator &indicator,
                                                           const Target &target, const std::vector<Day> &days,
                                                           const JobContext &job);

/// As observe(), for each area of @p level inside @p inside (empty: everywhere) as they are on @p areasOn; under an
/// empty code what belongs to none of them. One evaluation a day, however many areas.
CUNTU_CORE_EXPORT Result<std::map<AreaCode, std::vector<Observation>>>
observeByArea(const ProjectSnapshot &project, const Indicator &indicator, const Target &target,
              const std::vector<Day> &days, AreaLevel level, const AreaCode &inside, Day areasOn,
              const JobContext &job);

/// The thresholds of the colour rule: the project's settings "milestone.NAME" over the defaults.
CUNTU_CORE_EXPORT MilestoneRules milestoneRules(const ProjectSnapshot &project);

} // namespace cuntu
