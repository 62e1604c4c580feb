// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugin/registry.h"
#include "core/progress/figure_change.h"
#include "core/progress/milestone.h"
#include "core/snapshot/project_snapshot.h"
#include "core/solve/cheapest_set.h"

namespace cuntu {

/// A figure of one indicator, with the parameters that are given and the defaults of the others.
struct FigureQuestion {
    QString indicator;
    QMap<QString, QString> parameters;
    AreaCode area;               ///< empty: the whole project
    std::vector<AreaCode> scope; ///< only these areas inside `area`; empty: all of it
    std::optional<Day> baseline; ///< the denominator is frozen as it was on this day; empty: it moves
};
/// The figure that @p target is judged by.
CUNTU_CORE_EXPORT FigureQuestion questionOf(const Target &target);

/// The features that make a figure up on @p day: those with a part in the denominator or the numerator, inside the
/// area; with a baseline those of that day, as far as they are done now. NotFound for an unknown indicator; what its
/// parameters or itself report.
CUNTU_CORE_EXPORT Result<IndicatorSet> featuresBehind(const ProjectSnapshot &project, const Registry &registry,
                                                      const FigureQuestion &question, Day day, const JobContext &job);

/// Why the figure changed between two days; with @p known the earlier one is as it was known at the end of that moment
/// (else as it is known now, so that nothing is late or corrected). See whyChanged().
CUNTU_CORE_EXPORT Result<FigureChange> explainChange(const Immutable<ProjectSnapshot> &project,
                                                     const Registry &registry, const FigureQuestion &question, Day from,
                                                     std::optional<Instant> known, Day to, const JobContext &job);

/// A feature whose part in a figure differs by definition.
struct Flip {
    FeatureId feature;
    Contribution before; ///< zeros: it did not count
    Contribution after;
};
/// What another definition changes.
struct Trial {
    Immutable<LayerSnapshot> layer;
    double numerator = 0; ///< by the usual definition
    double denominator = 0;
    std::optional<double> value;
    double tried_numerator = 0; ///< by the one that is tried
    double tried_denominator = 0;
    std::optional<double> tried_value;
    std::vector<Flip> flips;                      ///< in the order of the layer
    std::vector<std::pair<Figure, Figure>> areas; ///< of the level below the area, usual and tried, where they differ
};
/// The figure of @p question beside that with @p tried laid over its parameters.
CUNTU_CORE_EXPORT Result<Trial> tryDefinition(const ProjectSnapshot &project, const Registry &registry,
                                              const FigureQuestion &question, const QMap<QString, QString> &tried,
                                              Day day, const JobContext &job);

/// A target whose light or value another definition changes.
struct LightFlip {
    Milestone before;
    Milestone after;
};
/// The targets of @p indicator among @p targets that are judged otherwise with @p tried laid over their parameters: by
/// their state or their value.
CUNTU_CORE_EXPORT Result<std::vector<LightFlip>>
flippedLights(const ProjectSnapshot &project, const Registry &registry, const std::vector<Target> &targets,
              const QString &indicator, const QMap<QString, QString> &tried, Day day, const JobContext &job);

/// What would have to be done for a target, and where it is done cheapest.
struct CheapestPlan {
    Immutable<LayerSnapshot> layer; ///< of the features
    double missing = 0;             ///< things to the target
    std::vector<Offer> offers;      ///< all that could be done, in the order of the layer
    CheapestSet set;                ///< those to do
    std::size_t unpriced = 0;       ///< features left out because the cost field says nothing of them
};
/// The cheapest features to do so that @p target is reached by the figures of @p day. @p costField: a number field of
/// the indicator's layer; empty: every feature costs 1. Invalid for indicators that shall fall and for sums.
CUNTU_CORE_EXPORT Result<CheapestPlan> cheapestPlan(const ProjectSnapshot &project, const Registry &registry,
                                                    const Target &target, const QString &costField,
                                                    std::optional<double> budget, Day day, const JobContext &job);

/// A part of a target, and what counts there.
struct TargetPart {
    Target target;
    double counted = 0; ///< the indicator's denominator in its area
};
/// @p target split among the areas of @p level inside its own: a share is asked of each alike, an amount is apportioned
/// (largest remainders) by what each has in the denominator on @p day, or alike where there is none. Areas in which
/// nothing counts, or that are not in its scope, get no part. Parts carry the target's bodies, dates and curve, and
/// name it as their parent.
CUNTU_CORE_EXPORT Result<std::vector<TargetPart>> splitTarget(const ProjectSnapshot &project, const Registry &registry,
                                                              const Target &target, AreaLevel level, Day day,
                                                              const JobContext &job);

} // namespace cuntu
