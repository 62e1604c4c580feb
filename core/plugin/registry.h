// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/algorithm/algorithm.h"
#include "core/io/import_profile.h"
#include "core/io/row_check.h"
#include "core/progress/indicator.h"
#include "core/progress/milestone.h"
#include "core/schema/layer_schema.h"
#include "core/schema/life_cycle.h"

#include <map>
#include <vector>

namespace cuntu {

/// How a class of an overlay, or a status, is told apart without colour.
enum class Marking { Plain, Hatched, Crossed, Hollow, Dashed };

/// One class of an overlay.
struct OverlayClass {
    QString id;
    Text name;
    quint32 colour = 0; ///< 0xRRGGBB, safe for colour-blind eyes together with `marking`
    Marking marking = Marking::Plain;
};

/// Class of each feature of one layer on a day.
struct OverlayFeatures {
    Immutable<LayerSnapshot> layer;
    std::vector<std::uint8_t> classes; ///< per row: number of the class, or k_noClass: not drawn
    std::vector<QString> reasons;      ///< per row, may be empty as a whole: why it is in this class, one sentence
    static constexpr std::uint8_t k_noClass = 255;
};

/// Inputs of an overlay.
struct OverlayInput {
    const ProjectSnapshot &project;
    const ParameterValues &parameters;
    Day asOf;
};

/// A derived map layer: a class for each feature.
struct Overlay {
    QString id; ///< "programme.name", lower_case
    QString programme;
    Text name;
    Text help;
    std::vector<OverlayClass> classes;
    std::vector<Parameter> parameters; ///< each with a default
    /// Called on a job's thread; has no state. Several layers: drawn in this order.
    std::function<Result<std::vector<OverlayFeatures>>(const OverlayInput &, const JobContext &)> classify;
};

/// A target as a plan words it, without year and area: what the 'add target' dialog offers.
struct TargetTemplate {
    QString label; ///< the plan's number in the domain reference
    QString indicator;
    QMap<QString, QString> parameters;
    double value = 100;
    Commitment commitment = Commitment::Ensure;
    Text phrase;
};

/// A default look of a layer: a JSON text that cuntu_maps understands (maps/style/style.h).
struct DefaultStyle {
    QString layer;
    QString json;
};

/// Whether what a check finds must be wrong, or only may be.
enum class Severity { Error, Warning };

/// Something found wrong with a project's data.
struct CheckFinding {
    QString layer;     ///< empty: it is about no single layer
    FeatureId feature; ///< none: it is about no single feature
    QString sentence;
    std::optional<Point> position; ///< where, in the project's CRS; empty: where the feature begins
    bool canFix = false;           ///< the check's `fix` can put it right
};

/// How a check would put one feature right.
struct CheckFix {
    QString layer;
    FeatureId feature;
    Geometry geometry;                    ///< instead of the one it has; empty: it keeps that
    QString sentence;                     ///< what changes by it
    bool removes = false;                 ///< the feature is taken out; `geometry` and `values` say nothing then
    std::map<QString, Value> values = {}; ///< by field: instead of what stands there; others stay
};

/// A declared check of a project's data.
struct Check {
    QString id;
    QString programme;
    Text name;
    std::function<Result<std::vector<CheckFinding>>(const ProjectSnapshot &, const JobContext &)> run;
    Severity severity = Severity::Error;
    Text help; ///< what it looks at, why that matters, and what to do; may be empty
    /// Proposes corrections of what `run` found and said it can fix; empty: there are none. The host writes them, as
    /// one action that can be undone.
    std::function<Result<std::vector<CheckFix>>(const ProjectSnapshot &, const std::vector<CheckFinding> &,
                                                const JobContext &)>
        fix;
};

/// Which feature's days are asked for.
struct DayCalendarInput {
    const ProjectSnapshot &project;
    FeatureId feature; ///< of the calendar's layer
    int year = 0;
    Day asOf; ///< what happens after it is not known yet
};

/// A number for each day of a year of one feature, e.g. how much it gave: the host draws it as a heat map.
struct DayCalendar {
    QString id; ///< "programme.name", lower_case
    QString programme;
    Text name;
    Text help;
    QString layer; ///< whose features have one
    QString unit;  ///< of the number of a day; "1": none
    /// From 1 January on, 365 or 366 numbers; not-a-number: nothing is known of that day. NotFound where the feature is
    /// not there. Called on a job's thread; has no state.
    std::function<Result<std::vector<double>>(const DayCalendarInput &, const JobContext &)> values;
};

/// A thing a plugin tracks.
struct Programme {
    QString id; ///< lower_case; prefix of its algorithms and overlays
    Text name;
    Text help;
    QString mainIndicator; ///< the one number shown first
    QString mainOverlay;   ///< the one overlay shown first
    int rank = 100;        ///< where it stands among the programmes: the smallest first, of equal ones as they came
};

/// Extra columns of a host layer that belong to a programme, e.g. a settlement's part in it.
struct LayerExtension {
    QString layer; ///< id of a layer of the host
    QString programme;
    std::vector<Field> fields;
    QString lifeCycle; ///< life cycle that the features go through for this programme; empty: none
};

/// Everything the host knows of the programmes. A plugin fills a draft; the host checks all drafts together and freezes
/// the result.
struct CUNTU_CORE_EXPORT Registry {
    std::vector<Programme> programmes;
    std::vector<LifeCycle> lifeCycles;
    std::vector<LayerSchema> layers;
    std::vector<LayerExtension> extensions;
    std::vector<Indicator> indicators;
    std::vector<Overlay> overlays;
    std::vector<Algorithm> algorithms;
    std::vector<DayCalendar> dayCalendars;
    std::vector<TargetTemplate> targetTemplates;
    std::vector<DefaultStyle> defaultStyles;
    std::vector<Check> checks;
    std::map<QString, std::vector<RowCheck>> rowChecks; ///< by layer
    std::vector<ImportProfile> importProfiles;          ///< for files of known shapes, e.g. OpenStreetMap's

    const Programme *findProgramme(QStringView id) const;
    const LifeCycle *findLifeCycle(QStringView id) const;
    /// The life cycles that features of @p layer go through, those of programmes that are not there left out. Valid as
    /// long as the registry.
    std::vector<TrackCycle> tracksOf(const LayerSchema &layer) const;
    /// The layer with @p id with the fields of all extensions added; empty where there is none.
    std::optional<LayerSchema> layerSchema(QStringView id) const;
    const Indicator *findIndicator(QStringView id) const;
    const Overlay *findOverlay(QStringView id) const;
    const Algorithm *findAlgorithm(QStringView id) const;
    const DayCalendar *findDayCalendar(QStringView id) const;

    /// Adds all of @p draft.
    void merge(Registry draft);
    /// Everything that is wrong: double ids, references to what is not there, measured numbers without a unit ("1" says
    /// that there is none), texts without a translation, transitions to unknown statuses, ids that are not lower_case,
    /// functions that are missing. Empty: fit to be frozen.
    std::vector<Error> problems() const;
};

/// The layers that the host itself brings: townships, villages, settlements, households.
CUNTU_CORE_EXPORT Registry hostRegistry();

} // namespace cuntu
