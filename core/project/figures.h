// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugin/registry.h"
#include "core/progress/area_sums.h"
#include "core/project/project.h"

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

/// Evaluates indicators with the defaults of their parameters and sums them up by area. Any thread; two indicators at a
/// time.
/// Cancelled, or the first failure of an indicator.
CUNTU_CORE_EXPORT Result<std::vector<Figure>> computeFigures(const ProjectSnapshot &project, const Registry &registry,
                                                             const FigureRequest &request, const JobContext &job);

/// Which figures of which days are wanted.
struct SeriesRequest {
    QString indicator;
    std::vector<Day> days;
    AreaLevel by = AreaLevel::County;
    AreaCode where;                    ///< empty: everywhere
    std::optional<Day> areasOn;        ///< whose areas: those of this day; empty: those of each of the days
    QMap<QString, QString> parameters; ///< of the indicator, over its defaults
};

/// One indicator on many days, for each in the order of the request: just what computeFigures() says of that day, on
/// two threads and without a figure's texts, which figuresOf() adds. Any thread.
/// NotFound for an indicator that is not there; Invalid parameters; cancelled; the failure of the first day that fails.
CUNTU_CORE_EXPORT Result<std::vector<AreaSums>> computeSeries(const ProjectSnapshot &project, const Registry &registry,
                                                              const SeriesRequest &request, const JobContext &job);

/// Where the project's targets stand on @p asOf. The observed rate comes from the indicator's values on the days of
/// DOMAIN E.2: the start, and seven evenly spread over the window that ends on @p asOf. @p programme narrows them down;
/// empty: all.
CUNTU_CORE_EXPORT Result<std::vector<Milestone>>
computeMilestones(const ProjectSnapshot &project, const Registry &registry, const std::vector<Target> &targets,
                  const QString &programme, Day asOf, const JobContext &job);

/// The thresholds of the colour rule: the project's settings "milestone.NAME" over the defaults.
CUNTU_CORE_EXPORT MilestoneRules milestoneRules(const ProjectSnapshot &project);

} // namespace cuntu
