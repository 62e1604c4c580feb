// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/closed_period.h"
#include "core/oversight/case.h"
#include "core/store/database.h"

namespace cuntu {

/// Cases that hold, in the order in which they were entered, each with its steps.
Result<std::vector<Case>> readCases(const Database &database, CaseKind kind);
/// The case @p id; NotFound.
Result<Case> readCase(const Database &database, qint64 id);
/// Adds a case with its first step and gives its number.
Result<qint64> insertCase(Database &database, const Case &item, ActionId action);
/// Takes over what a rule sees of an alert that is there: text, level, bodies, deadline, lastSeen.
Result<void> updateSighting(Database &database, const Case &alert);
/// Adds a step to case @p id.
Result<void> insertCaseStep(Database &database, qint64 id, const CaseStep &step, ActionId action);

/// Periods that are closed, in the order of closing.
Result<std::vector<ClosedPeriod>> readClosedPeriods(const Database &database);
Result<void> insertClosedPeriod(Database &database, Day until, const QString &reason, ActionId action);

} // namespace cuntu
