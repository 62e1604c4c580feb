// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/progress/milestone_facts.h"
#include "core/progress/pace.h"
#include "core/progress/planned_curve.h"

#include <algorithm>
#include <cmath>

namespace cuntu {

namespace {

constexpr double k_daysPerYear = 365.25;
/// A day so far off is no forecast.
constexpr double k_farthest_days = 100 * k_daysPerYear;
/// What sums of decimal fractions may be off by, in things.
constexpr double k_rounding = 1e-9;
/// DOMAIN E.3: a report may be late by half of the cadence.
constexpr double k_staleAfter = 1.5;

struct Point {
    Observation seen;
    double value = 0; ///< in the indicator's unit
};

/// Turns observations into where a target stands, step by step.
class Judgement {
public:
    Judgement(const Target &target, const Indicator &indicator, Day asOf, const MilestoneRules &rules,
              const JudgeContext &context)
        : m_indicator(indicator), m_rules(rules), m_context(context), m_sign(indicator.higherIsBetter ? 1 : -1)
    {
        m_facts.milestone.target = target;
        m_facts.milestone.asOf = asOf;
        m_facts.unit = indicator.unit;
        m_facts.countedThing = indicator.countedThing.isEmpty() ? indicator.unit : indicator.countedThing;
    }

    Milestone judge(const std::vector<Observation> &series)
    {
        takePoints(series);
        findStart();
        findBaseline();
        measureProgress();
        measurePace();
        project();
        remember();
        m_facts.milestone.state = state();
        m_facts.milestone.reason = reasonOf(m_facts, m_rules);
        return m_facts.milestone;
    }

private:
    Day asOf() const { return m_facts.milestone.asOf; }
    const Target &target() const { return m_facts.milestone.target; }
    bool isPast() const { return target().due && asOf() > *target().due; }

    void takePoints(std::vector<Observation> series);
    void findStart();
    void findBaseline();
    void measureProgress();
    void measurePieces();
    void measurePace();
    void project();
    std::optional<Day> dayReached(double slope) const;
    MilestoneState state() const;
    void remember();
    bool isReached(double value) const { return m_sign * value >= m_sign * target().value; }
    MilestoneState byGap() const;
    MilestoneState byRate() const;
    /// Units of the indicator that are left to the target; 0 when it is reached.
    double left() const { return std::max(0.0, m_sign * (target().value - m_points.back().value)); }

    const Indicator &m_indicator;
    const MilestoneRules &m_rules;
    const JudgeContext &m_context;
    double m_sign; ///< 1 where the figure shall rise, -1 where it shall fall
    MilestoneFacts m_facts;
    std::vector<Point> m_points; ///< one a day, those that have a value
    Observation m_baseline;
    double m_baselineValue = 0;
    std::optional<Pace> m_pace; ///< in the direction of the target
};

void Judgement::takePoints(std::vector<Observation> series)
{
    std::stable_sort(series.begin(), series.end(),
                     [](const Observation &a, const Observation &b) { return a.day < b.day; });
    for (const Observation &seen : series) {
        if (seen.day > asOf()) {
            break;
        }
        m_facts.milestone.numerator = seen.numerator;
        m_facts.milestone.denominator = seen.denominator;
        m_facts.milestone.value = valueOf(m_indicator, seen.numerator, seen.denominator);
        if (!m_points.empty() && m_points.back().seen.day == seen.day) {
            m_points.pop_back();
        }
        if (m_facts.milestone.value) {
            m_points.push_back({seen, *m_facts.milestone.value});
        }
    }
    const std::optional<double> value = m_facts.milestone.value;
    m_facts.reached = value && isReached(*value);
}

void Judgement::findStart()
{
    m_facts.start = target().start;
    if (!m_facts.start) {
        m_facts.startAssumed = true;
        m_facts.start = m_points.empty() ? asOf() : m_points.front().seen.day;
    }
}

void Judgement::findBaseline()
{
    bool found = false;
    for (const Point &point : m_points) {
        if (point.seen.day <= *m_facts.start || (!found && !m_indicator.higherIsBetter)) {
            m_baseline = point.seen;
            m_baselineValue = point.value;
            found = true;
        }
    }
}

void Judgement::measureProgress()
{
    Milestone &milestone = m_facts.milestone;
    if (!target().due) {
        return;
    }
    milestone.timeShare = timeShare(*m_facts.start, *target().due, asOf(), m_rules.calendar());
    milestone.plannedShare = plannedShare(target().curve, *m_facts.start, *target().due, asOf(), m_rules.calendar());
    m_facts.isEarly = asOf() < *m_facts.start || *milestone.timeShare < m_rules.earlyShare;
    if (!milestone.value) {
        return;
    }
    const double way = m_sign * (target().value - m_baselineValue);
    if (way > 0) {
        milestone.doneShare = m_sign * (*milestone.value - m_baselineValue) / way;
    } else { // it stood beyond the target once: what is there counts as it is
        milestone.doneShare = m_facts.reached ? 1 : m_sign > 0 ? *milestone.value / target().value : 0;
    }
    milestone.gap_pp = (*milestone.doneShare - *milestone.plannedShare) * 100;
    if (*milestone.plannedShare > 0) {
        milestone.spi = *milestone.doneShare / *milestone.plannedShare;
    }
    measurePieces();
}

void Judgement::measurePieces()
{
    if (m_indicator.kind == Indicator::Kind::Mean) {
        return; // a mean is not short of things
    }
    Milestone &milestone = m_facts.milestone;
    const auto isWhole = [](double number) { return number == std::floor(number); };
    const bool whole = std::all_of(m_points.begin(), m_points.end(), [&](const Point &point) {
        return isWhole(point.seen.numerator) && isWhole(point.seen.denominator);
    });
    double wanted = target().value;
    if (m_indicator.kind == Indicator::Kind::Ratio) {
        wanted = target().value / 100 * milestone.denominator;
    }
    if (whole) { // 90 % of 19 things are 18: the promise is kept with no less
        wanted = m_sign > 0 ? std::ceil(wanted - k_rounding) : std::floor(wanted + k_rounding);
    }
    const double work = m_sign * (wanted - m_baseline.numerator);
    const double done = m_sign * (milestone.numerator - m_baseline.numerator);
    const double planned = *milestone.plannedShare * std::max(0.0, work);
    milestone.shortage = std::max(0.0, (whole ? std::ceil(planned - k_rounding) : planned) - done);
    m_facts.countsPieces = whole && work > 0 && work < m_rules.fewPieces;
}

void Judgement::measurePace()
{
    DatedValues values;
    for (const Point &point : m_points) {
        values.emplace_back(point.seen.day, m_sign * point.value);
    }
    m_pace = paceOf(values, *m_facts.start, asOf().plusDays(-m_rules.window_days));
    if (m_pace) {
        m_facts.milestone.observedRate = m_sign * m_pace->slope * k_daysPerYear;
    }
    if (values.size() >= 2 && !m_facts.reached) {
        m_facts.standstill_days = daysBetween(std::max(lastRise(values), *m_facts.start), asOf());
    }
}

std::optional<Day> Judgement::dayReached(double slope) const
{
    if (slope <= 0 || left() / slope > k_farthest_days) {
        return std::nullopt;
    }
    return asOf().plusDays(static_cast<std::int32_t>(std::floor(left() / slope + k_rounding)));
}

void Judgement::project()
{
    Milestone &milestone = m_facts.milestone;
    if (m_points.empty() || m_facts.reached || !target().due) {
        return;
    }
    if (!isPast()) {
        const int days = daysBetween(std::max(asOf(), *m_facts.start), *target().due) + 1;
        if (days > 0) {
            milestone.requiredRate = m_sign * left() / days * k_daysPerYear;
        }
    }
    if (!m_pace) {
        return;
    }
    if (milestone.requiredRate && m_pace->slope > 0) {
        milestone.speedUp = *milestone.requiredRate / *milestone.observedRate;
    }
    milestone.projected = dayReached(m_pace->slope);
    if (m_pace->range) {
        milestone.projectedLow = dayReached(m_pace->range->high);
        milestone.projectedHigh = dayReached(m_pace->range->low);
    }
}

MilestoneState Judgement::byGap() const
{
    const Milestone &milestone = m_facts.milestone;
    if (!milestone.gap_pp) {
        return MilestoneState::AtRisk;
    }
    if (m_facts.countsPieces) {
        const double shortage = milestone.shortage.value_or(0);
        return shortage <= 0 ? MilestoneState::OnTrack : shortage < 2 ? MilestoneState::AtRisk : MilestoneState::Behind;
    }
    const bool ensure = target().commitment == Commitment::Ensure;
    if (*milestone.gap_pp < -(ensure ? m_rules.ensureBehindGap_pp : m_rules.behindGap_pp)) {
        return MilestoneState::Behind;
    }
    return *milestone.gap_pp < -m_rules.riskGap_pp ? MilestoneState::AtRisk : MilestoneState::OnTrack;
}

MilestoneState Judgement::byRate() const
{
    const Milestone &milestone = m_facts.milestone;
    if (m_facts.standstill_days && *m_facts.standstill_days >= m_rules.standstill_days) {
        return MilestoneState::Behind;
    }
    if (!m_pace) {
        return MilestoneState::OnTrack; // no forecast, no judgement by it
    }
    if (!milestone.speedUp) {
        return m_pace->slope < 0 ? MilestoneState::Behind : MilestoneState::AtRisk;
    }
    if (*milestone.speedUp > m_rules.behindSpeedUp) {
        return MilestoneState::Behind;
    }
    return *milestone.speedUp > m_rules.riskSpeedUp ? MilestoneState::AtRisk : MilestoneState::OnTrack;
}

void Judgement::remember()
{
    Milestone &milestone = m_facts.milestone;
    const int cadence = cadence_days(target().cadence);
    if (cadence > 0 && !m_facts.reached && asOf() >= *m_facts.start) {
        const Day last = std::max(m_context.lastReport.value_or(*m_facts.start), *m_facts.start);
        milestone.stale = daysBetween(last, asOf()) > k_staleAfter * cadence;
    }
    if (isPast() && m_context.atDue) {
        const auto value = valueOf(m_indicator, m_context.atDue->numerator, m_context.atDue->denominator);
        const bool inTime = value && isReached(*value);
        milestone.late = m_facts.reached && !inTime;
        milestone.lost = !m_facts.reached && inTime;
    }
}

MilestoneState Judgement::state() const
{
    if (m_facts.reached) {
        return MilestoneState::Done;
    }
    if (!target().due) {
        return MilestoneState::NoYear;
    }
    if (isPast()) {
        return MilestoneState::Overdue;
    }
    const MilestoneState least = m_facts.milestone.stale ? MilestoneState::AtRisk : MilestoneState::OnTrack;
    return m_facts.isEarly ? least : std::max({least, byGap(), byRate()}); // in the order of badness
}

} // namespace

Milestone judge(const Target &target, const Indicator &indicator, const std::vector<Observation> &series, Day asOf,
                const MilestoneRules &rules, const JudgeContext &context)
{
    return Judgement(target, indicator, asOf, rules, context).judge(series);
}

} // namespace cuntu
