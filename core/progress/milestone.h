// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "core/base/work_calendar.h"
#include "core/progress/indicator.h"
#include "core/progress/target.h"

#include <optional>
#include <utility>
#include <vector>

namespace cuntu {

/// State of a milestone (DESIGN 6). Thresholds: DOMAIN E.3, as settings.
enum class MilestoneState { Done, OnTrack, AtRisk, Behind, Overdue, NoYear };

/// Stable text form: done, on_track, at_risk, behind, overdue, no_year.
CUNTU_CORE_EXPORT QString toString(MilestoneState state);

/// Thresholds of the colour rule (DOMAIN E.3, marked as a suggestion there, hence settings).
struct MilestoneRules {
    double riskGap_pp = 5;    ///< behind the plan by more than this: at risk
    double behindGap_pp = 15; ///< behind the plan by more than this: behind; for Ensure targets ensureBehindGap_pp
    double ensureBehindGap_pp = 10;
    double riskSpeedUp = 1.0;    ///< required over observed rate above this: at risk
    double behindSpeedUp = 1.25; ///< above this: behind
    int standstill_days = 60;    ///< no progress for so long with work left: behind
    double earlyShare = 0.10;    ///< before this share of the time only the deadline counts
    int window_days = 90;        ///< window of the observed rate
    int fewPieces = 10;          ///< below so many pieces the gap is counted in pieces
    /// A light gets better only by what stands on this rung or a higher one; it gets worse at once, whoever says so.
    /// Reported: any report is enough.
    Rung improvementRung = Rung::Reported;
    std::optional<WorkCalendar> workingDays; ///< time progress counts these days only; empty: all (DOMAIN E.2)

    const WorkCalendar *calendar() const { return workingDays ? &*workingDays : nullptr; }
};

/// One observation of an indicator.
struct Observation {
    Day day;
    double numerator = 0;
    double denominator = 0;
};

/// What a figure will be when late reports are in. To be shown beside the reported one: nothing is judged by it.
struct ExpectedFigure {
    double numerator = 0;
    double added = 0;            ///< of it, what is still to be reported
    std::optional<double> value; ///< in the indicator's unit
    int events = 0;              ///< past reports from which it was learnt how late they come
};

/// Where a target stands on a day.
struct Milestone {
    Target target;
    Day asOf;
    std::optional<double> value;
    double numerator = 0;
    double denominator = 0;
    double addedNumerator = 0; ///< of what came after the target's baseline and is left out above
    double addedDenominator = 0;
    MilestoneState state = MilestoneState::NoYear;
    std::optional<double> timeShare;    ///< of the time from start to due, 0..1
    std::optional<double> plannedShare; ///< of the work that the target's curve wants done by now, 0..1
    std::optional<double> spi;          ///< doneShare over plannedShare; empty where nothing is planned yet
    std::optional<double> doneShare;    ///< of the way from the baseline to the target; may be below 0 or above 1
    std::optional<double> gap_pp;       ///< doneShare less plannedShare, percentage points; negative: behind the plan
    std::optional<double>
        shortage; ///< by how many things, or how much of the unit, it is behind the plan; 0: not behind
    std::optional<double> requiredRate; ///< units of the indicator per year
    std::optional<double>
        observedRate;                 ///< units per year, Theil-Sen over the window, else the mean; empty: too few data
    std::optional<double> speedUp;    ///< requiredRate over observedRate
    std::optional<Day> projected;     ///< day the target is reached at the observed rate
    std::optional<Day> projectedLow;  ///< with the 80 % quantile of the slopes; empty where the rate is a mean
    std::optional<Day> projectedHigh; ///< with the 20 % quantile of the slopes
    bool stale = false;               ///< nobody reported for longer than one and a half times the cadence
    bool late = false;                ///< reached, but only after the due day: made good, not in time
    bool lost = false;                ///< was reached on the due day and is not any more
    std::optional<ExpectedFigure> expected;    ///< empty: too few past reports to say, or nothing can be late any more
    std::optional<MilestoneState> unconfirmed; ///< by all reports, where that is better than what is confirmed
    QString reason;                            ///< why this state, one sentence with the figures, in language()
};

/// What else is known of a target than its series.
struct JudgeContext {
    std::optional<Day> lastReport;    ///< newest day not after asOf about which anything was reported
    std::optional<Observation> atDue; ///< the figure on the due day, where that has passed
};

/// Holds the light of @p milestone, judged by all reports, back to @p confirmed, that of the reports on @p rung, where
/// that one is worse, and says so in the reason (DOMAIN E.3: worsening is immediate, improvement after a confirmed
/// report).
CUNTU_CORE_EXPORT void holdBack(Milestone &milestone, MilestoneState confirmed, Rung rung);

/// Judges @p target, whose figures are those of @p indicator, from @p series by DOMAIN E.2 and E.3.
///
///     start        first obs.                           asOf                 due
///       |------------*---------*-----*--*------*----*-----*-------------------|
///       baseline                     |<--- window_days -->|   required rate   |
///
/// - @p series: one observation per day on which somebody looked, cumulative, ascending; what lies after @p asOf is
/// left out,
///   of one day the last counts. Regular days are best (month or week ends since the start, and @p asOf): a series with
///   points only where something was finished makes the rate look better than it is.
/// - What is planned follows the target's curve (plannedShare()); the gap is measured against it.
/// - A target with a cadence of which nobody reported for one and a half times as long is stale, and never on track.
/// - Lights remember: reached after the due day is done, and late.
/// - Time progress is linear from start to due, both included, by days or working days; without a start the first
/// observation is taken and said so.
/// - The baseline is the last observation on or before the start, else 0 (for indicators that shall fall: the first
///   observation). Done is the share of the way from baseline to target. Values are compared unrounded.
/// - The observed rate is the Theil-Sen slope of the observations of the last window_days (the day asOf - window_days
///   included). With fewer than three there, or where the slope is 0 although something was done in the window
///   (finished in one lump), it is the mean since the baseline, without an interval; with fewer than two days there is
///   none.
/// - State: done (reached); no_year (no due day: no forecast); overdue (due day passed); else the worst of gap and
/// speed-up.
///   Before the start and in the first earlyShare of the time nothing but the deadline counts. No progress for
///   standstill_days with work left is behind; no progress for less than that is at risk; no figure at all is at risk.
/// - Work of fewer than fewPieces things, all counts being whole numbers, is judged by the things that are missing to
/// the plan:
///   one is at risk, two are behind.
///
/// Any thread; reads only its arguments and language(). O(n log n), the slope O(n^2) for up to 1,000 points in the
/// window.
CUNTU_CORE_EXPORT Milestone judge(const Target &target, const Indicator &indicator,
                                  const std::vector<Observation> &series, Day asOf, const MilestoneRules &rules,
                                  const JudgeContext &context = {});

/// Median of the pairwise slopes (Theil 1950, Sen 1968, doi:10.1080/01621459.1968.10480934) and their 20 % and 80 %
/// quantiles (interpolated linearly between the two nearest), per day. Of more than 1,000 points 1,000 evenly spread
/// ones are taken, the first and the last among them. Empty for fewer than three points or when all lie on one day.
struct RobustSlope {
    double median = 0;
    double low = 0;
    double high = 0;
};
/// The slopes of @p points (day, value), per day; see RobustSlope. Any thread.
CUNTU_CORE_EXPORT std::optional<RobustSlope> theilSen(const std::vector<std::pair<Day, double>> &points);

} // namespace cuntu
