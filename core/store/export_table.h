// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"
#include "core/store/export_record.h"

#include <vector>

namespace cuntu {

/// Adds what left the project to the record.
Result<void> insertExport(Database &database, const ExportRecord &record);
/// Adds that personal data were shown or written unmasked.
Result<void> insertUnmasking(Database &database, Instant recorded, const QString &who, const QString &what);
/// All that left the project, and all unmaskings, the latest first.
Result<std::vector<ExportRecord>> readExports(const Database &database);

} // namespace cuntu
