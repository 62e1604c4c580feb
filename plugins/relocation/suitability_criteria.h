// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/suitability/criterion_spec.h"

namespace cuntu::relocation {

/// The criteria and exclusions that are taken where nobody gives a table. Thresholds and weights are unchecked
/// suggestions, but for the slope above which land is not built on.
std::vector<CriterionSpec> usualCriteria();

/// Those of a table file (CSV, XLSX ...), one a row, as CriterionSpec::fromRow() reads them. Errors name the file and
/// the row. Layers of a raster are files, named from the table's folder on.
Result<std::vector<CriterionSpec>> criteriaFromFile(const QString &file, const JobContext &job);

} // namespace cuntu::relocation
