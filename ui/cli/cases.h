// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

#include <QJsonObject>

namespace cuntu::cli {

/// Days after which an alert nobody has acknowledged rises by one level (DOMAIN E.7, a suggestion): the project's
/// setting "alert.escalation_days", or 14.
int escalation_days(const Project &project);
/// Case @p item as it stands on @p day, as JSON.
QJsonObject caseJson(const Case &item, Day day, int escalation_days);
/// A table of @p items for people.
void printCases(const std::vector<Case> &items, Day day, int escalation_days);

} // namespace cuntu::cli
