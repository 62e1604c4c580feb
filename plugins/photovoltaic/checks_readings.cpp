// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/photovoltaic/declare.h"
#include "plugins/photovoltaic/doubts.h"
#include "plugins/photovoltaic/modelled.h"
#include "plugins/photovoltaic/words.h"

#include <set>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {

namespace {

using Findings = Result<std::vector<CheckFinding>>;

/// What is odd, and what it is odd about.
struct Looked {
    Stations stations;
    Readings readings;
    std::vector<Doubt> doubts;
};

Result<Looked> look(const ProjectSnapshot &project, const JobContext &job)
{
    auto stations = readStations(project, StationRule{}, Day::today(), job);
    if (!stations) {
        return stations.error();
    }
    auto readings = readReadings(project, *stations, job);
    const auto places = placesOf(*stations->layer);
    if (!readings || !places) {
        return !readings ? readings.error() : places.error();
    }
    auto doubts = doubtsOf(*readings, *stations, *places);
    return Looked{std::move(*stations), std::move(*readings), std::move(doubts)};
}

template <Doubt::Kind kind> Findings check(const ProjectSnapshot &project, const JobContext &job)
{
    const auto looked = look(project, job);
    if (!looked) {
        return looked.error();
    }
    std::vector<CheckFinding> findings;
    for (const Doubt &doubt : looked->doubts) {
        const bool isOneOfMany = kind == Doubt::Kind::Zone && doubt.row != doubt.run; // the first stands for all
        if (doubt.kind == kind && !isOneOfMany) {
            findings.push_back({id(k_readings),
                                looked->readings.layer->id(doubt.row),
                                doubtSentence(doubt, looked->stations),
                                {},
                                proposesItself(doubt)});
        }
    }
    return findings;
}

/// Of the rows that were found, and of those that can only be put right with them.
template <Doubt::Kind kind>
Result<std::vector<CheckFix>> fix(const ProjectSnapshot &project, const std::vector<CheckFinding> &findings,
                                  const JobContext &job)
{
    const auto looked = look(project, job);
    if (!looked) {
        return looked.error();
    }
    std::set<FeatureId> wanted;
    for (const CheckFinding &finding : findings) {
        wanted.insert(finding.feature);
    }
    std::set<std::uint32_t> runs;
    for (const Doubt &doubt : looked->doubts) {
        if (doubt.kind == kind && wanted.contains(looked->readings.layer->id(doubt.row))) {
            runs.insert(doubt.run);
        }
    }
    std::vector<CheckFix> fixes;
    for (const Doubt &doubt : looked->doubts) {
        if (doubt.kind == kind && runs.contains(doubt.run)) {
            fixes.push_back(fixOf(doubt, looked->readings, looked->stations));
        }
    }
    return fixes;
}

Findings checkStations(const ProjectSnapshot &project, const JobContext &job)
{
    const auto stations = readStations(project, StationRule{}, Day::today(), job);
    if (!stations) {
        return stations.error();
    }
    std::vector<CheckFinding> findings;
    for (const char16_t *layerId : {k_readings, k_received, k_paid, k_beneficiaries, k_shares, k_faults}) {
        const auto layer = layerWith(project, id(layerId), {u"station_code"_s}, job);
        if (!layer) {
            return layer.error();
        }
        for (std::size_t row = 0; row < (*layer)->size(); ++row) {
            const QString code = stringAt((*layer)->column(u"station_code"_s), row);
            if (!stations->find(code)) {
                findings.push_back(
                    {id(layerId), (*layer)->id(row),
                     Text{u"没有电站 %1；此行不计"_s, u"there is no station %1; the row does not count"_s}
                         .toString()
                         .arg(code)});
            }
        }
    }
    return findings;
}

} // namespace

void addReadingChecks(Registry &draft)
{
    const auto add = [&](const QString &rule, const Text &name, const Text &help, auto run, auto fix,
                         Severity severity = Severity::Warning) {
        Check made{u"photovoltaic."_s + rule, id(k_programme), name, run};
        made.help = help;
        made.fix = fix;
        made.severity = severity;
        draft.checks.push_back(made);
    };
    using Kind = Doubt::Kind;
    add(u"unknown_station"_s, {u"电站不存在"_s, u"Unknown stations"_s}, {}, checkStations, nullptr, Severity::Error);
    add(u"repeated"_s, {u"重复的读数"_s, u"Readings that are there twice"_s},
        {u"同一期间只计最后一行。改正会删去前面的行。"_s,
         u"Of a period the last row counts. Putting right takes the earlier ones out."_s},
        check<Kind::Repeated>, fix<Kind::Repeated>, Severity::Error);
    add(u"negative"_s, {u"负的电量"_s, u"Negative energy"_s}, {}, check<Kind::Negative>, nullptr, Severity::Error);
    add(u"impossible"_s, {u"超出物理可能的电量"_s, u"More energy than is possible"_s}, {}, check<Kind::Impossible>,
        nullptr, Severity::Error);
    add(u"much"_s, {u"电量偏高"_s, u"Suspiciously much energy"_s}, {}, check<Kind::Much>, nullptr);
    add(u"unit"_s, {u"电量单位可疑"_s, u"Readings in another unit"_s},
        {u"像是 Wh 或 MWh。改正会换算成 kWh。"_s, u"As if in Wh or MWh. Putting right makes kWh of them."_s},
        check<Kind::Unit>, fix<Kind::Unit>);
    add(u"cumulated"_s, {u"电量像是累计数"_s, u"Readings that look cumulated"_s},
        {u"连续只升不降。改正把整段改作电表示数，各月电量由相邻示数之差得出。"_s,
         u"They only rise. Putting right takes the whole row of months for what the meter shows; the energy of a month "
         u"is "
         u"then the difference."_s},
        check<Kind::Cumulated>, fix<Kind::Cumulated>);
    add(u"meter_fell"_s, {u"电表示数变小"_s, u"Meters that show less than before"_s},
        {u"没有换表记录。改正记下换表：旧表止于上次示数，新表从 0 起。"_s,
         u"No change of the meter is recorded. Putting right records one: the old meter stopped at what it showed "
         u"before, "
         u"the new one began with 0."_s},
        check<Kind::MeterFell>, fix<Kind::MeterFell>);
    add(u"meter_jumped"_s, {u"电表示数跳升"_s, u"Meters that jumped"_s}, {}, check<Kind::MeterJumped>, nullptr);
    add(u"zone"_s, {u"时刻像是别的时区"_s, u"Hours of another zone"_s},
        {u"逐时电量的中间时刻不在正午。改正给该站没有注明时区的时刻注明时区。"_s,
         u"The middle of the energy is not at noon. Putting right writes the zone to all hours of the station that "
         u"name "
         u"none."_s},
        check<Kind::Zone>, fix<Kind::Zone>);
    add(u"gaps"_s, {u"缺少月份的读数"_s, u"Months without a reading"_s}, {}, check<Kind::Gap>, nullptr);
}

} // namespace cuntu::photovoltaic
