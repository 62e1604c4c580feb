// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/project_state.h"

namespace cuntu::ui {

/// A step that may follow on where a case stands.
struct NextStep {
    QString state; ///< status id
    QString verb;  ///< as on a button: "Acknowledge"
    bool needsNote = false;
};

/// The steps that may follow on where @p item stands, the usual one first.
std::vector<NextStep> nextSteps(const Case &item);
/// Name of the state @p item is in.
QString stateName(const Case &item);
/// Word for a level: hint, yellow card, red card.
QString caseLevelName(int level);
/// Number of the list it is on, else that of the project.
QString caseNumber(const Case &item);
/// Those who answer for it, "leader · unit", else what was said when it was assigned last; empty: nobody was named.
QString answerable(const Case &item);
/// Who must act now: those who answer for it, or, once it was put right, somebody who did not.
QString mustAct(const Case &item);
/// What happened last, in a line: "2020-06-30 Acknowledged, Li Si: note".
QString lastStepText(const Case &item);
/// The first day the next step of @p item may have, if it is after @p shown; else @p shown, today at the latest.
Day stepDay(const Case &item, Day shown);

/// What looking for alerts would change. Nothing of it is kept.
struct AlertOutlook {
    int unrecorded = 0; ///< in danger, and either not among the alerts or settled there
    int gone = 0;       ///< open, and not in danger any more
};
/// Compares @p alerts with where targets stand.
AlertOutlook alertOutlook(const std::vector<Case> &alerts, const std::vector<Milestone> &milestones, Day day);

/// Names of the features that the items of the ledger are about, by case; those without one are left out. On a job's
/// thread; cancelled.
Result<std::map<qint64, QString>> casePlaces(const ProjectState &state, const JobContext &job);

/// An open item of the ledger with its place on the map.
struct PlacedCase {
    Case item;
    Point position; ///< in the project's CRS
};
/// The items of the ledger that are open, each in the middle of its feature, else of its area. Those whose place no
/// layer knows are left out. On a job's thread; cancelled.
Result<std::vector<PlacedCase>> placeCases(const ProjectState &state, const JobContext &job);

/// A place on the map with open cases.
struct CaseMark {
    Point position;
    int cases = 0;
    int overdue = 0;
};
/// One mark for each place of @p cases, by position; what is overdue is so on @p day.
std::vector<CaseMark> caseMarks(const std::vector<PlacedCase> &cases, Day day);

} // namespace cuntu::ui
