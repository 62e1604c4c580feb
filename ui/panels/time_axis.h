// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"

#include <vector>

namespace cuntu::ui {

/// A labelled day of an axis.
struct AxisMark {
    Day day;
    QString text; ///< the year at its beginning, else the month, on short axes the day
    bool isYear = false;
};

/// A stretch of days laid out from left to right. A value; positions are in logical pixels.
class TimeAxis {
public:
    TimeAxis() = default;
    /// @p last is at least a day after @p first, else it is taken so.
    TimeAxis(Day first, Day last, double left, double right);

    Day first() const { return m_first; }
    Day last() const { return m_last; }
    double left() const { return m_left; }
    double right() const { return m_right; }
    /// Where @p day is; outside the stretch also outside the axis.
    double x(Day day) const;
    /// The day nearest to @p x, within the stretch.
    Day dayAt(double x) const;
    /// Days to be labelled, each at least @p width wide, in language().
    std::vector<AxisMark> marks(double width) const;

private:
    Day m_first;
    Day m_last = Day::fromNumber(1);
    double m_left = 0;
    double m_right = 1;
};

} // namespace cuntu::ui
