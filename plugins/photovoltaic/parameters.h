// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/algorithm/parameter.h"
#include "core/algorithm/parameter_makers.h"

namespace cuntu::photovoltaic {

/// Which stations are looked at, and when one is connected (README.md has the rule in words).
struct StationRule {
    QString batch;          ///< of the plan; empty: all
    QString type;           ///< id of a station type; empty: all
    bool needMeter = false; ///< without a meter number a station is not connected

    static std::vector<Parameter> parameters();
    /// From values that were checked against parameters().
    static StationRule from(const ParameterValues &values);
};

/// least_peers: how many stations of a kind are compared at least.
Parameter peersParameter();

/// Months that energy is summed over.
struct MonthWindow {
    int first = 0; ///< number of a month (period.h)
    int last = -1;

    int months() const { return last - first + 1; }
    static Parameter parameter();
    /// Of the months that are over on @p day.
    static MonthWindow from(const ParameterValues &values, Day day);
};

/// Money of a year: by the day it was paid, or by the year in which it was earned.
struct MoneyWindow {
    Day first;
    Day last;                  ///< nothing that was paid later counts
    std::optional<int> earned; ///< the year; empty: by the day it was paid
    int year = 0;              ///< the year that is meant

    static Parameter parameter();
    static MoneyWindow from(const ParameterValues &values, Day day);
    /// @p paid: number of a day; @p earnedYear: not-a-number where it is not known, then the year of payment.
    bool holds(double paid, double earnedYear) const;
};

} // namespace cuntu::photovoltaic
