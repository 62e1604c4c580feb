// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "core/export.h"

#include <optional>
#include <utility>
#include <vector>

namespace cuntu {

/// When something happened in the field, and when it was recorded.
struct ReportedEvent {
    Day effective;
    Day recorded; ///< before `effective` counts as the same day
};

/// When a lag is too little known to be used.
struct LagRules {
    int fewestEvents = 30;     ///< fewer events in all: too few data
    int fewestAtRisk = 5;      ///< longer lags that fewer events could have had by now are left out
    double leastShare = 0.2;   ///< days of which less than this share has been reported yet are not corrected
    int longestLag_days = 731; ///< longer lags are left out: of them nothing is said
};

/// The share of what happened that has been recorded a while later.
struct CUNTU_CORE_EXPORT ReportingLag {
    std::vector<double> shares; ///< by days since it happened, ascending, the last one 1; empty: nothing is known
    int events = 0;             ///< it rests on
    bool isEnough = false;      ///< by the rules; where not, nothing is corrected
    LagRules rules;

    /// Share that has been recorded by the end of the day @p days days after it happened; 0 before, 1 after the
    /// longest lag that was seen.
    double shareAfter(int days) const;
};

/// The reporting lag that @p events show, as known on @p asOf (what was recorded later is left out).
///
/// Recent events with long lags are not there yet, so that a plain distribution is too quick; this one is corrected for
/// that right truncation: F(k) is the product over j > k of 1 - d(j) / n(j), with d(j) the events of lag j and n(j)
/// those of lag <= j that happened at least j days ago (reverse-time Kaplan-Meier: Lagakos, Barraj and De Gruttola
/// 1988, doi:10.1093/biomet/75.3.515; by days it is the chain-ladder of England and Verrall 2002,
/// doi:10.1017/S1357321700003809). It is relative to the longest lag that could be seen: what never gets reported is
/// not in it. O(n + longest lag). Any thread.
CUNTU_CORE_EXPORT ReportingLag lagOf(const std::vector<ReportedEvent> &events, Day asOf, const LagRules &rules = {});

/// What was reported about a day, and what is to be expected when all of it is in.
struct CompletedDay {
    Day day;
    double reported = 0;
    double share = 1;               ///< that has been recorded by now
    std::optional<double> expected; ///< empty: too little has been reported yet to say
};

/// A figure with what is still to come, to be shown beside the raw one.
struct Completion {
    std::vector<CompletedDay> days;      ///< in the order given
    double reported = 0;                 ///< the raw sum
    std::optional<double> expected;      ///< the sum with what is to come; empty: too few data
    std::optional<double> standardError; ///< of `expected`, for counts, the lag taken as known (binomial)
    std::optional<Day> uncorrectedFrom;  ///< the first day that is in `expected` as it was reported
};

/// Completes @p increments (what was reported as done on each day, not cumulative) by @p lag as known on @p asOf:
/// reported / share of each day. Days after @p asOf are taken as they are. Any thread.
CUNTU_CORE_EXPORT Completion expectedComplete(const ReportingLag &lag,
                                              const std::vector<std::pair<Day, double>> &increments, Day asOf);

} // namespace cuntu
