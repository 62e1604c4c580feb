// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/areas/area_tree.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/base/work_calendar.h"
#include "core/schema/life_cycle.h"

#include <optional>
#include <vector>

namespace cuntu {

/// Alerts are raised by rules and answered; items of the rectification ledger are listed by people and struck off one
/// by one (DOMAIN E.7).
enum class CaseKind { Alert, Rectification };

/// Stable text form: "alert", "rectification".
CUNTU_CORE_EXPORT QString toString(CaseKind kind);
/// The kind whose text form @p text is; empty where it is none.
CUNTU_CORE_EXPORT std::optional<CaseKind> caseKindFromString(QStringView text);

/// One step of a case: from `date` on it is in `state`.
struct CaseStep {
    QString state; ///< status id of caseLifeCycle()
    Day date;
    Instant recorded;
    QString who;
    QString note;
    qint64 evidence = 0; ///< row of the evidence table; 0: none
};

/// An alert, or an item of the rectification ledger.
struct Case {
    qint64 id = 0;
    CaseKind kind = CaseKind::Rectification;
    QString number; ///< of the list it is on; may be empty
    QString rule;   ///< of an alert: what raised it
    QString source; ///< of an item: who found it (inspection, audit, petition ...)
    QString text;
    QString layer; ///< what it is about; empty: no feature
    FeatureId feature;
    AreaCode area;
    QString target; ///< label of the target it is about; may be empty
    int level = 1;  ///< 1 hint 提示, 2 yellow card 黄牌, 3 red card 红牌
    QString leadUnit;
    QStringList otherUnits;
    QString responsible;
    std::optional<Day> deadline;
    QString measure; ///< how it is to be put right
    Day firstSeen;
    Day lastSeen;
    std::vector<CaseStep> steps; ///< never empty, in the order of recording

    const QString &state() const { return steps.back().state; }
};

/// What happens to a case.
///
///     alert           OPEN -> ACKNOWLEDGED -> SUPERVISED -> RESOLVED -> VERIFIED    (back to OPEN when seen again)
///     rectification   LISTED -> ASSIGNED -> RECTIFYING -> SUBMITTED -> CHECKED -> CLOSED -> REOPENED -> RECTIFYING
///                     CHECKED -> RECTIFYING when the check fails
CUNTU_CORE_EXPORT const LifeCycle &caseLifeCycle(CaseKind kind);
/// The state in which a case of @p kind begins.
CUNTU_CORE_EXPORT QString firstState(CaseKind kind);
/// True where nothing is left to be done.
CUNTU_CORE_EXPORT bool isSettled(const Case &item);

/// Whether @p step may follow on what happened to @p item. Invalid names the rule: "case.step", "case.nobody",
/// "case.future", "case.order" (before the last step), "case.same_checker" (who checks, closes or verifies is one who
/// put it right), "case.evidence" (closed without any piece of evidence), "case.reason" (a return or a reopening gives
/// none). @p today: the last day a step may have.
CUNTU_CORE_EXPORT Result<void> checkStep(const Case &item, const CaseStep &step, Day today);

/// Days by which @p item is late on @p day; 0: it is not, has no deadline, or is settled (then it counts up to the day
/// it was).
CUNTU_CORE_EXPORT int overdue_days(const Case &item, Day day);
/// As overdue_days(), in working days of @p calendar.
CUNTU_CORE_EXPORT int overdue_workingDays(const Case &item, Day day, const WorkCalendar &calendar);

/// How long an alert waits before it rises.
struct Escalation {
    int after_days = 14; ///< DOMAIN E.7, a suggestion there; 0: never
    bool inWorkingDays = false;
    WorkCalendar calendar;
};
/// The level @p item has on @p day: an alert nobody has acknowledged rises by one each time it has waited so long, to 3
/// at most (DOMAIN E.7, a suggestion there).
CUNTU_CORE_EXPORT int levelOn(const Case &item, Day day, const Escalation &escalation);

/// The figures of a rectification ledger on a day (DOMAIN E.7).
struct CaseFigures {
    int listed = 0;
    int closed = 0;
    int overdue = 0;                   ///< of those that are not closed
    std::optional<double> median_days; ///< from listing to closing, of the closed ones
};
/// Figures of @p items; what was listed later than @p day, or done later, does not count.
CUNTU_CORE_EXPORT CaseFigures caseFigures(const std::vector<Case> &items, Day day);

} // namespace cuntu
