// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/photovoltaic/declare.h"
#include "plugins/photovoltaic/doubts.h"
#include "plugins/photovoltaic/words.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {

namespace {

using Findings = Result<std::vector<CheckFinding>>;

Findings checkDoubts(const ProjectSnapshot &project, const JobContext &job, Doubt::Kind kind)
{
    const auto stations = readStations(project, StationRule{}, Day::today(), job);
    if (!stations) {
        return stations.error();
    }
    const auto readings = readReadings(project, *stations, job);
    if (!readings) {
        return readings.error();
    }
    std::vector<CheckFinding> findings;
    for (const Doubt &doubt : doubtsOf(*readings, *stations)) {
        if (doubt.kind == kind) {
            findings.push_back({id(k_readings), readings->layer->id(doubt.row), doubtSentence(doubt, *stations)});
        }
    }
    return findings;
}

template <Doubt::Kind kind> Findings check(const ProjectSnapshot &project, const JobContext &job)
{
    return checkDoubts(project, job, kind);
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
    const auto add = [&](const QString &rule, const Text &name,
                         Findings (*run)(const ProjectSnapshot &, const JobContext &)) {
        draft.checks.push_back({u"photovoltaic."_s + rule, id(k_programme), name, run});
    };
    add(u"unknown_station"_s, {u"电站不存在"_s, u"Unknown stations"_s}, checkStations);
    add(u"repeated"_s, {u"重复的读数"_s, u"Readings that are there twice"_s}, check<Doubt::Kind::Repeated>);
    add(u"impossible"_s, {u"超出物理可能的电量"_s, u"More energy than is possible"_s}, check<Doubt::Kind::Impossible>);
    add(u"much"_s, {u"电量偏高"_s, u"Suspiciously much energy"_s}, check<Doubt::Kind::Much>);
    add(u"unit"_s, {u"电量单位可疑"_s, u"Readings in another unit"_s}, check<Doubt::Kind::Unit>);
    add(u"cumulated"_s, {u"电量像是累计数"_s, u"Readings that look cumulated"_s}, check<Doubt::Kind::Cumulated>);
    add(u"gaps"_s, {u"缺少月份的读数"_s, u"Months without a reading"_s}, check<Doubt::Kind::Gap>);
}

} // namespace cuntu::photovoltaic
