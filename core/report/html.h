// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/report/report.h"

namespace cuntu {

/// @p report as one HTML file in UTF-8 that needs nothing else: styles inside, pictures as data, no scripts, and a rule
/// that forbids the browser to fetch anything. Prints on A4 landscape with the heads of tables repeated. States are
/// told by colour, shape and word. All texts are escaped. The same report gives the same bytes.
CUNTU_CORE_EXPORT QByteArray toHtml(const Report &report);

/// Writes toHtml() to @p path: whole or not at all. NotFound, ReadOnly or DiskFull where that cannot be done.
CUNTU_CORE_EXPORT Result<void> writeHtml(const Report &report, const QString &path);

} // namespace cuntu
