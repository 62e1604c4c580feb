// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project_check.h"

namespace cuntu {

/// Writes all findings as CSV (UTF-8 with byte order mark, so that spreadsheet programs open it): severity, rule,
/// layer, feature, sentence, x, y in the project's CRS. Written beside @p file first and moved into place. DiskFull,
/// Unreadable where it cannot be written.
CUNTU_CORE_EXPORT Result<void> writeCheckList(const QString &file, const std::vector<RuleOutcome> &outcomes);

} // namespace cuntu
