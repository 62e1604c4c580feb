// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/row_cells.h"
#include "plugins/roads/declare.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {

namespace {

void warn(const FeatureRow &row, const LayerSchema &schema, QStringView fieldId, const QString &reason,
          std::vector<RowFinding> &findings)
{
    const Field *about = schema.findField(fieldId);
    findings.push_back({row.sourceRow, about == nullptr ? fieldId.toString() : about->name.toString(), reason, false});
}

/// DOMAIN B.1: 1.0 to 12.0 m, roadbed at least as wide as the surface.
void checkWidths(const LayerSchema &schema, const FeatureRow &row, std::vector<RowFinding> &findings)
{
    const auto surface = numberOf(schema, row, u"surface_width_m");
    const auto roadbed = numberOf(schema, row, u"roadbed_width_m");
    for (const auto &[fieldId, width] :
         {std::pair(u"surface_width_m"_s, surface), std::pair(u"roadbed_width_m"_s, roadbed)}) {
        if (width && (*width < 1.0 || *width > 12.0)) {
            warn(row, schema, fieldId,
                 Text{u"宽度 %1 米不在 1.0–12.0 米之间"_s, u"a width of %1 m is not between 1.0 and 12.0 m"_s}
                     .toString()
                     .arg(*width),
                 findings);
        }
    }
    if (surface && roadbed && *roadbed < *surface) {
        warn(row, schema, u"roadbed_width_m",
             Text{u"路基宽 %1 米，小于路面宽 %2 米"_s, u"the roadbed (%1 m) is narrower than the surface (%2 m)"_s}
                 .toString()
                 .arg(*roadbed)
                 .arg(*surface),
             findings);
    }
}

void checkDates(const LayerSchema &schema, const FeatureRow &row, std::vector<RowFinding> &findings)
{
    const QString built = textOf(schema, row, u"built_on");
    const QString accepted = textOf(schema, row, u"accepted_on");
    if (!built.isEmpty() && !accepted.isEmpty() && accepted < built) {
        warn(row, schema, u"accepted_on",
             Text{u"验收日期 %1 早于建成日期 %2"_s, u"accepted on %1, before it was built on %2"_s}.toString().arg(
                 accepted, built),
             findings);
    }
}

} // namespace

void addRowChecks(Registry &draft)
{
    auto &checks = draft.rowChecks[id(k_roads)];
    checks.emplace_back(checkWidths);
    checks.emplace_back(checkDates);
    draft.rowChecks[id(k_stretches)].emplace_back(checkWidths);
}

} // namespace cuntu::roads
