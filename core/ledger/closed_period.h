// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"

#include <QString>

namespace cuntu {

/// A reporting period that was closed: what is entered about it later needs a reason, and stays visible as late.
struct ClosedPeriod {
    qint64 id = 0;
    Day until; ///< the last day of the period
    QString reason;
    Instant recorded;
    QString who;
};

} // namespace cuntu
