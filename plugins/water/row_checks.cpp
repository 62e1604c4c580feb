// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/row_cells.h"
#include "plugins/water/declare.h"
#include "plugins/water/load.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::water {

namespace {

void warn(const LayerSchema &schema, const FeatureRow &row, QStringView fieldId, const Text &reason,
          std::vector<RowFinding> &findings)
{
    findings.push_back({row.sourceRow, schema.findField(fieldId)->name.toString(), reason.toString(), false});
}

/// water.capacity_zero and water.crowded, said already when the table is read.
void checkCapacity(const LayerSchema &schema, const FeatureRow &row, std::vector<RowFinding> &findings)
{
    if (numberOf(schema, row, u"design_m3d") == 0.0) {
        warn(schema, row, u"design_m3d", {u"设计供水规模为 0"_s, u"the design capacity is 0"_s}, findings);
    }
    const auto designed = numberOf(schema, row, u"design_pop");
    const auto served = numberOf(schema, row, u"served_pop");
    if (designed && served && *designed > 0 && *served > k_mostCrowding * *designed) {
        warn(schema, row, u"served_pop",
             {u"实际供水人口超过设计人口的 1.2 倍"_s, u"serves more than 1.2 times the persons it was designed for"_s},
             findings);
    }
}

} // namespace

void addRowChecks(Registry &draft)
{
    draft.rowChecks[id(k_works)].emplace_back(checkCapacity);
}

} // namespace cuntu::water
