// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/row_check.h"

namespace cuntu {

/// Writes rejected rows as CSV (UTF-8 with byte order mark, so that spreadsheet programs open it): row, column, reason.
/// Written beside @p file first and moved into place, so that a half-written one never stays.
CUNTU_CORE_EXPORT Result<void> writeRejects(const QString &file, const std::vector<RowFinding> &findings);

} // namespace cuntu
