// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/text.h"
#include "core/base/work_calendar.h"
#include "core/progress/target.h"

#include <array>

namespace cuntu {

/// Share of the time from @p start to @p due, both included, that has passed on @p on: (on - start) / (due - start +
/// 1), within 0..1 (DOMAIN E.2); 1 where @p due is before @p start. With @p workingDays only those are counted, above
/// and below the line; where there is none from start to due, all days are.
CUNTU_CORE_EXPORT double timeShare(Day start, Day due, Day on, const WorkCalendar *workingDays = nullptr);

/// Share of the work that @p curve wants done by the end of @p on, 0..1 (DOMAIN E.2). SCurve is
/// (s(k(u - 1/2)) - s(-k/2)) / (s(k/2) - s(-k/2)) with s the logistic function and u = timeShare().
/// What is planned by points goes by their dates, whatever the @p workingDays.
CUNTU_CORE_EXPORT double plannedShare(const PlannedCurve &curve, Day start, Day due, Day on,
                                      const WorkCalendar *workingDays = nullptr);

/// How a year's work of some kind is usually spread: cumulative shares at the ends of the quarters (DOMAIN E.4, a
/// suggestion there).
struct SeasonalTable {
    QString id;
    Text name;
    std::array<double, 4> shares;
};
/// The tables that a target's work can be spread by.
CUNTU_CORE_EXPORT const std::vector<SeasonalTable> &seasonalTables();

/// The curve that spreads each calendar year from @p start to @p due as @p shares say; a year that begins or ends in
/// between has the quarters it has. Years weigh by the days they have of the whole.
CUNTU_CORE_EXPORT PlannedCurve curveFromQuarters(const std::array<double, 4> &shares, Day start, Day due);

/// Parts of @p whole in proportion to @p weights, whole numbers that add up to it: largest remainders (Hamilton), ties
/// to the first. Weights that are not above 0 get nothing; without any above 0 all are taken alike. @p whole >= 0.
CUNTU_CORE_EXPORT std::vector<qint64> apportion(qint64 whole, const std::vector<double> &weights);

} // namespace cuntu
