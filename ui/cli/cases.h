// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

#include <QJsonObject>

namespace cuntu::cli {

/// How alerts rise in @p project: its settings "alert.escalation_days" and "alert.working_days", and its calendar.
Escalation escalationOf(const Project &project);
/// Case @p item as it stands on @p day, as JSON.
QJsonObject caseJson(const Case &item, Day day, const Escalation &escalation);
/// A table of @p items for people.
void printCases(const std::vector<Case> &items, Day day, const Escalation &escalation);

} // namespace cuntu::cli
