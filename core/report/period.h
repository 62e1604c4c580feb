// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "core/base/result.h"

namespace cuntu {

/// The time a report is about (DOMAIN E.8).
struct CUNTU_CORE_EXPORT ReportPeriod {
    enum class Kind { Week, Month, Quarter, HalfYear, Year };
    Kind kind = Kind::Year;
    Day first;
    Day last;     ///< the cut-off, included
    int part = 1; ///< number of the week (ISO 8601), month, quarter or half year

    /// From 2018, 2018-H1, 2018-Q2, 2018-06, 2018-W23 and 2018年, 2018年上半年, 2018年第2季度, 2018年6月. Invalid for
    /// else.
    static Result<ReportPeriod> parse(QStringView text);
    /// As people of the program's language say it.
    QString toText() const;
    /// The day whose figures are the 'before' of this period.
    Day eve() const { return first.plusDays(-1); }
};

} // namespace cuntu
