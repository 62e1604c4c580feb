// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress/target.h"

#include <vector>

namespace cuntu::ui {

/// Words for what is said of a target.
QString targetStateName(TargetState state);
QString cadenceName(Cadence cadence);
QString commitmentName(Commitment commitment);
/// The due day, or how the plan words it, or that it gives no year.
QString dueText(const Target &target);

/// A way to lay the work of a target out over its time.
struct CurveChoice {
    QString id; ///< "even", "s_curve", or that of a seasonal table
    QString name;
};
/// All there are, the usual one first.
std::vector<CurveChoice> curveChoices();
/// The curve that is called @p id, for work from @p start to @p due; empty where a seasonal table has no days to be
/// laid between.
std::optional<PlannedCurve> curveCalled(const QString &id, const std::optional<Day> &start,
                                        const std::optional<Day> &due);

} // namespace cuntu::ui
