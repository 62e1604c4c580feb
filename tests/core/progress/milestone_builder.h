// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress/milestone.h"

namespace cuntu::test {

inline Day day(int year, int month, int dayOfMonth)
{
    return *Day::fromYmd(year, month, dayOfMonth);
}

/// A target with its indicator and what was observed.
class Promise {
public:
    /// So much of @p unit; an indicator that sums up.
    Promise(double value, const char16_t *unit)
    {
        m_target.value = value;
        m_target.commitment = Commitment::Ensure;
        m_indicator.kind = Indicator::Kind::Sum;
        m_indicator.unit = QString::fromUtf16(unit);
    }
    Promise &percent(double value, const char16_t *thing)
    {
        m_target.value = value;
        m_indicator.kind = Indicator::Kind::Ratio;
        m_indicator.unit = QStringLiteral("%");
        m_indicator.countedThing = QString::fromUtf16(thing);
        return *this;
    }
    Promise &falling()
    {
        m_indicator.higherIsBetter = false;
        return *this;
    }
    Promise &from(Day start)
    {
        m_target.start = start;
        return *this;
    }
    Promise &due(Day day)
    {
        m_target.due = day;
        return *this;
    }
    Promise &dueText(const char16_t *words)
    {
        m_target.dueText = QString::fromUtf16(words);
        return *this;
    }
    Promise &strive()
    {
        m_target.commitment = Commitment::Strive;
        return *this;
    }
    Promise &ensure()
    {
        m_target.commitment = Commitment::Ensure;
        return *this;
    }
    Promise &saw(Day day, double numerator, double denominator = 0)
    {
        m_series.push_back({day, numerator, denominator});
        return *this;
    }
    Promise &along(PlannedCurve curve)
    {
        m_target.curve = std::move(curve);
        return *this;
    }
    /// A mean, in @p unit per thing.
    Promise &mean(const char16_t *unit)
    {
        m_indicator.kind = Indicator::Kind::Mean;
        m_indicator.unit = QString::fromUtf16(unit);
        m_indicator.countedThing = QStringLiteral("户");
        return *this;
    }
    Promise &monthly()
    {
        m_target.cadence = Cadence::Monthly;
        return *this;
    }
    Milestone judgedOn(Day asOf, const JudgeContext &context = {}) const
    {
        return judge(m_target, m_indicator, m_series, asOf, MilestoneRules(), context);
    }

private:
    Target m_target;
    Indicator m_indicator;
    std::vector<Observation> m_series;
};

} // namespace cuntu::test
