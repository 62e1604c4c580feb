// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/row_cells.h"
#include "plugins/photovoltaic/declare.h"
#include "plugins/photovoltaic/period.h"
#include "plugins/photovoltaic/rules.h"
#include "plugins/photovoltaic/words.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {

namespace {

void say(const LayerSchema &schema, const FeatureRow &row, QStringView fieldId, const Text &reason,
         std::vector<RowFinding> &findings, bool rejected = false)
{
    findings.push_back({row.sourceRow, schema.findField(fieldId)->name.toString(), reason.toString(), rejected});
}

/// Warns, and never rejects: the plan itself is beyond the rules (DOMAIN A.5, P1c).
void checkStation(const LayerSchema &schema, const FeatureRow &row, std::vector<RowFinding> &findings)
{
    const auto kw = numberOf(schema, row, u"capacity_kw");
    const auto households = numberOf(schema, row, u"hh_count");
    const QString type = textOf(schema, row, u"station_type");
    if (type == u"VILLAGE"_s && kw && *kw > k_mostVillageKw) {
        say(schema, row, u"capacity_kw",
            *kw > k_mostVillageNearKw
                ? Text{u"村级电站超过 500 kW"_s, u"a village station of more than 500 kW"_s}
                : Text{u"村级电站超过 300 kW；就近接入的可到 500 kW"_s,
                       u"a village station of more than 300 kW; up to 500 where the grid is near"_s},
            findings);
    }
    if (kw && households && *households > 0 && !type.isEmpty() && type != u"HOUSEHOLD"_s &&
        !usualKwPerHousehold(type == u"CENTRAL"_s).holds(*kw / *households)) {
        say(schema, row, u"hh_count",
            {u"户均容量不在通常范围内（村级 5–7 kW，集中式 25–30 kW）"_s,
             u"unusual capacity per household (5 to 7 kW for village stations, 25 to 30 for centralised ones)"_s},
            findings);
    }
    if (cellOf(schema, row, u"grid_on") != nullptr && textOf(schema, row, u"meter_no").isEmpty()) {
        say(schema, row, u"meter_no", {u"已并网而没有发电户号"_s, u"connected, but there is no meter number"_s},
            findings);
    }
}

void checkReading(const LayerSchema &schema, const FeatureRow &row, std::vector<RowFinding> &findings)
{
    const QString period = textOf(schema, row, u"period");
    if (!period.isEmpty() && !parsePeriod(period)) {
        say(schema, row, u"period",
            {u"看不懂的期间；应为 2019-06、2019-06-01 或 2019-06-01 13:00"_s,
             u"no period; 2019-06, 2019-06-01 or 2019-06-01 13:00 is expected"_s},
            findings, true);
    }
    if (cellOf(schema, row, u"kwh") == nullptr && cellOf(schema, row, u"meter_kwh") == nullptr) {
        say(schema, row, u"kwh", {u"既没有期间电量，也没有电表示数"_s, u"neither energy nor what the meter shows"_s},
            findings, true);
    }
}

} // namespace

void addRowChecks(Registry &draft)
{
    draft.rowChecks[id(k_stations)].emplace_back(checkStation);
    draft.rowChecks[id(k_readings)].emplace_back(checkReading);
}

} // namespace cuntu::photovoltaic
