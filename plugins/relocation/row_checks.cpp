// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/row_cells.h"
#include "plugins/relocation/declare.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {

namespace {

/// relocation.area_over, said already when the table is read. The row is taken.
void checkArea(const LayerSchema &schema, const FeatureRow &row, std::vector<RowFinding> &findings)
{
    const auto area_m2 = numberOf(schema, row, u"floor_area_m2");
    const auto persons = numberOf(schema, row, u"persons_at_signing");
    if (textOf(schema, row, u"mover_type") == u"REGISTERED"_s && area_m2 && persons && *persons >= 1 &&
        *area_m2 > k_mostArea_m2 * *persons) {
        findings.push_back(
            {row.sourceRow, schema.findField(u"floor_area_m2")->name.toString(),
             Text{u"人均住房面积 %1 平方米，超过 25 平方米"_s, u"%1 square metres a person, more than the 25 allowed"_s}
                 .toString()
                 .arg(*area_m2 / *persons, 0, 'f', 1),
             false});
    }
}

} // namespace

void addRowChecks(Registry &draft)
{
    draft.rowChecks[id(k_households)].emplace_back(checkArea);
}

} // namespace cuntu::relocation
