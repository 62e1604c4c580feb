// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/progress/reporting_lag.h"

#include <algorithm>
#include <cmath>

namespace cuntu {

namespace {

/// Events by lag and by the longest lag they could have had by now.
class Truncated {
public:
    Truncated(const std::vector<ReportedEvent> &events, Day asOf, int longest_days)
        : m_withLag(index(longest_days) + 1), m_possible(index(longest_days) + 2)
    {
        for (const ReportedEvent &event : events) {
            const int possible_days = daysBetween(event.effective, asOf);
            const int lag_days = std::max(0, daysBetween(event.effective, event.recorded));
            if (event.recorded <= asOf && possible_days >= 0 && lag_days <= longest_days) {
                m_pairs.emplace_back(lag_days, std::min(possible_days, longest_days));
                ++m_withLag[index(lag_days)];
                ++m_possible[index(m_pairs.back().second)];
            }
        }
    }

    int size() const { return static_cast<int>(m_pairs.size()); }

    /// The longest lag that at least @p fewest events could have had, and that one of them, or a shorter one, did have.
    int longestLag(int fewest) const
    {
        int could = 0;
        for (int lag = static_cast<int>(m_withLag.size()) - 1; lag > 0; --lag) {
            could += m_possible[index(lag)];
            if (could >= fewest && m_withLag[index(lag)] > 0) {
                return lag;
            }
        }
        return 0;
    }

    /// Shares by lag up to @p longest, the last of which is 1.
    std::vector<double> shares(int longest) const
    {
        std::vector<int> could(index(longest) + 1);
        std::vector<int> had(index(longest) + 1);
        for (const auto &[lag, possible] : m_pairs) {
            if (lag <= longest) {
                ++could[index(std::min(possible, longest))];
                ++had[index(lag)];
            }
        }
        // From the longest lag down: those that could have had this lag come in, those that had it go out.
        std::vector<double> shares(index(longest) + 1, 1.0);
        int atRisk = 0;
        for (int lag = longest; lag > 0; --lag) {
            atRisk += could[index(lag)];
            const double hazard = atRisk > 0 ? had[index(lag)] / static_cast<double>(atRisk) : 0;
            shares[index(lag - 1)] = shares[index(lag)] * (1 - hazard);
            atRisk -= had[index(lag)];
        }
        return shares;
    }

private:
    static std::size_t index(int number) { return static_cast<std::size_t>(number); }

    std::vector<std::pair<int, int>> m_pairs; ///< lag and the longest one possible
    std::vector<int> m_withLag;
    std::vector<int> m_possible;
};

} // namespace

double ReportingLag::shareAfter(int days) const
{
    if (days < 0 || shares.empty()) {
        return days < 0 ? 0 : 1;
    }
    return shares[std::min(static_cast<std::size_t>(days), shares.size() - 1)];
}

ReportingLag lagOf(const std::vector<ReportedEvent> &events, Day asOf, const LagRules &rules)
{
    ReportingLag lag;
    lag.rules = rules;
    const Truncated seen(events, asOf, std::max(0, rules.longestLag_days));
    lag.events = seen.size();
    if (lag.events == 0) {
        return lag;
    }
    lag.shares = seen.shares(seen.longestLag(rules.fewestAtRisk));
    lag.isEnough = lag.events >= rules.fewestEvents;
    return lag;
}

Completion expectedComplete(const ReportingLag &lag, const std::vector<std::pair<Day, double>> &increments, Day asOf)
{
    Completion completion;
    double expected = 0;
    double variance = 0;
    for (const auto &[day, reported] : increments) {
        CompletedDay complete{day, reported, day > asOf ? 1 : lag.shareAfter(daysBetween(day, asOf)), std::nullopt};
        completion.reported += reported;
        if (lag.isEnough && complete.share >= lag.rules.leastShare) {
            complete.expected = reported / complete.share;
            variance += std::max(0.0, reported) * (1 - complete.share) / (complete.share * complete.share);
        } else if (!completion.uncorrectedFrom || day < *completion.uncorrectedFrom) {
            completion.uncorrectedFrom = day;
        }
        expected += complete.expected.value_or(reported);
        completion.days.push_back(complete);
    }
    if (lag.isEnough) {
        completion.expected = expected;
        completion.standardError = std::sqrt(variance);
    }
    return completion;
}

} // namespace cuntu
