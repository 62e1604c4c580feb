// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/layer_schema.h"
#include "core/snapshot/condition.h"
#include "maps/style/style.h"

#include <optional>

namespace cuntu {

/// Conditions as an expression of QGIS: "households" >= 25 AND "land" = 'hills'. Text compares there with regard to
/// case.
QString expressionOf(const std::vector<Condition> &conditions, Match match, const LayerSchema &schema);

/// The filters by which QGIS, where every rule that fits draws a feature, draws as Cuntu does, where the first one
/// does: each leaves out what those of @p rules before it take. At scales at which one of them is not asked it leaves
/// out more.
QStringList filtersOf(const std::vector<StyleClass> &rules, const LayerSchema &schema);

/// What an expression consists of.
struct RuleConditions {
    std::vector<Condition> conditions;
    Match match = Match::All;
};

/// The conditions that expression @p text of QGIS says, for fields of @p schema; empty where it says more than that:
/// other functions, AND beside OR, a field that is not there.
std::optional<RuleConditions> conditionsOf(const QString &text, const LayerSchema &schema);

} // namespace cuntu
