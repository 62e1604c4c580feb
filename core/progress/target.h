// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/areas/area_tree.h"
#include "core/base/date.h"

#include <QMap>
#include <QStringList>

#include <optional>
#include <utility>
#include <vector>

namespace cuntu {

/// How firmly a target was promised: 确保 / 力争.
enum class Commitment { Ensure, Strive };

/// How often those responsible report. A figure is out of date when the newest report is older than one and a half
/// times that (DOMAIN E.3).
enum class Cadence { None, Weekly, Monthly, Quarterly, HalfYearly, Yearly };

/// Stable text form: "", "weekly", "monthly", "quarterly", "half_yearly", "yearly".
CUNTU_CORE_EXPORT QString toString(Cadence cadence);
/// The cadence whose text form @p text is; empty where it is none.
CUNTU_CORE_EXPORT std::optional<Cadence> cadenceFromString(QStringView text);
/// Days from one report to the next: 7, 31, 92, 184, 366; 0 for None.
CUNTU_CORE_EXPORT int cadence_days(Cadence cadence);

/// The share of the work that the plan wants done by when.
struct PlannedCurve {
    enum class Kind {
        Even,   ///< as the time passes (序时进度)
        SCurve, ///< slow, fast, slow: the logistic curve of DOMAIN E.2
        Points  ///< straight between `points`; before the first from 0 at the start, after the last to 1 at the due day
    };
    Kind kind = Kind::Even;
    double steepness = 6;                       ///< of SCurve: DOMAIN's k, above 0
    std::vector<std::pair<Day, double>> points; ///< of Points: day and cumulative share 0..1, both ascending

    friend bool operator==(const PlannedCurve &, const PlannedCurve &) = default;
};

/// Where a target stands in its own life (DOMAIN B.0.4). Draft and Closed ones are not judged for what is due.
enum class TargetState { Draft, Issued, Active, Adjusted, Closed, Failed, CarriedOver };

/// Stable text form: "draft", "issued", "active", "adjusted", "closed", "failed", "carried_over".
CUNTU_CORE_EXPORT QString toString(TargetState state);
/// The state whose text form @p text is; empty where it is none.
CUNTU_CORE_EXPORT std::optional<TargetState> targetStateFromString(QStringView text);

/// A promise: an indicator for an area shall reach a value by a day.
struct Target {
    qint64 id = 0;
    QString label; ///< the plan's own number, e.g. "R02"
    QString plan;  ///< name of the plan it stands in; may be empty
    QString programme;
    QString indicator;
    AreaCode area;
    std::vector<AreaCode> scope;       ///< only these areas inside `area` count; empty: all of it
    QMap<QString, QString> parameters; ///< of the indicator: thresholds and scope belong to the target
    double value = 0;                  ///< in the indicator's unit
    std::optional<Day> start;
    std::optional<Day> due; ///< empty: the plan gives no year; no forecast is made until it is filled in
    QString dueText;        ///< as the plan words it
    Commitment commitment = Commitment::Ensure;
    QString leadUnit;       ///< the first in the plan's list of bodies
    QStringList otherUnits; ///< those that co-operate
    QString responsible;    ///< the leader who answers for it
    QString clause;         ///< the sentence of the plan it came from
    Cadence cadence = Cadence::None;
    std::optional<Day> baseline; ///< the denominator is frozen as it was on this day; empty: it moves
    PlannedCurve curve;
    bool separateChecker = false; ///< who reports must not be who accepts
    bool isVeto = false;          ///< red here turns the parent red (一票否决)
    qint64 parent = 0;            ///< the target it was split from; 0: none
    TargetState state = TargetState::Active;
    qint64 replaces = 0; ///< the version before; 0: the first
    QString reason;      ///< why it was adjusted, closed, given up or carried over
};

/// A target as it was promised from a moment on.
struct TargetVersion {
    Target target;
    Instant recorded;
    QString who;
};

} // namespace cuntu
