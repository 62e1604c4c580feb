// SPDX-License-Identifier: GPL-3.0-or-later
#include "../random.hpp"
#include "../settlements.hpp"
#include "writers.hpp"

#include <algorithm>
#include <cpl_conv.h>
#include <cpl_string.h>
#include <fstream>
#include <stdexcept>
#include <tuple>

namespace cuntu::sample {

std::string gbk(const std::string &utf8)
{
    char *text = CPLRecode(utf8.c_str(), "UTF-8", "CP936");
    std::string result(text ? text : "");
    CPLFree(text);
    text = CPLRecode(result.c_str(), "CP936", "UTF-8");
    const bool same = text && utf8 == text;
    CPLFree(text);
    if (!same)
        throw std::runtime_error("a text has characters that GBK lacks");
    return result;
}

void writeFile(const Path &path, const std::string &bytes)
{
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out)
        throw std::runtime_error("cannot write " + path.string());
}

namespace {

std::string joined(const std::vector<std::string> &cells)
{
    std::string line;
    for (const std::string &cell : cells)
        line += (&cell == &cells.front() ? "" : ",") + cell;
    return line + "\n";
}

} // namespace

void writeGbkTable(const Table &table, const Path &path, Truth &truth)
{
    std::string text = joined(table.heading);
    for (const auto &row : table.rows)
        text += joined(row);
    writeFile(path, gbk(text));
    truth.counts[path.filename().string()] = static_cast<int>(table.rows.size());
}

void writeTownships(const County &county, const Path &path, Truth &truth)
{
    std::string text = "code,name,county_code,county_name\n";
    for (const Township &township : county.areas.townships)
        text += joined({township.code, township.name, countyCode, countyName});
    writeFile(path, text);
    truth.counts[path.filename().string()] = static_cast<int>(county.areas.townships.size());
}

void writeHouseholds(const County &county, const Path &path, Truth &truth)
{
    std::string text = "户编号,户主姓名,身份证号,行政村代码,自然村,户类型,家庭人口,经度,纬度\n";
    int number = 0;
    for (const Household &household : county.households) {
        const Settlement &settlement = county.settlements[static_cast<std::size_t>(household.settlement)];
        text += joined({std::to_string(++number), household.head, household.idNumber,
                        county.areas.villages[static_cast<std::size_t>(settlement.village)].code, settlement.name,
                        word(householdKinds, household.kind), std::to_string(household.persons),
                        fixed(household.position.lon, 6), fixed(household.position.lat, 6)});
        if (household.idNumber.back() != checkDigit(household.idNumber))
            truth.badIdentityLines.push_back(number + 1);
    }
    writeFile(path, gbk(text));
    truth.counts[path.filename().string()] = number;
}

void writeBuses(const County &county, const Path &path, Truth &truth)
{
    Random random(mix(county.request.seed + 1320));
    Table table{{"村代码", "村名", "是否通客车", "通客车日期"}, {}};
    for (const Village &village : county.areas.villages) {
        const bool bus = random.chance(village.poor ? 0.8 : 0.95);
        const Date since{Date::of(2014, 1, 1).days + random.below(2300)};
        table.rows.push_back(
            {village.code, village.name, bus ? "是" : "否", bus && random.chance(0.8) ? isoText(since) : ""});
    }
    writeGbkTable(table, path, truth);
}

void writeEntryRoads(const County &county, const Path &path, Truth &truth)
{
    Random random(mix(county.request.seed + 1330));
    Table table{{"户编号", "入户路已硬化"}, {}};
    for (std::size_t i = 0; i < county.households.size(); ++i)
        if (random.chance(0.1))
            table.rows.push_back({std::to_string(i + 1), random.chance(0.7) ? "是" : "否"});
    writeGbkTable(table, path, truth);
}

void writeRoadProgress(const County &county, const Path &path, Truth &truth)
{
    Names names(mix(county.request.seed + 1200));
    std::vector<std::array<std::string, 3>> officers(county.areas.townships.size());
    for (auto &group : officers)
        for (std::string &name : group)
            name = names.person(true);
    std::vector<std::tuple<Date, std::string, const WorkEvent *, int>> events;
    for (const Road &road : county.roads)
        if (road.registered)
            for (const WorkEvent &event : road.history)
                events.emplace_back(event.date, road.code, &event, road.township);
    std::stable_sort(events.begin(), events.end(), [](const auto &a, const auto &b) {
        return std::tie(std::get<0>(a), std::get<1>(a)) < std::tie(std::get<0>(b), std::get<1>(b));
    });
    Table table{{"路线编号", "状态", "日期", "经办人", "备注"}, {}};
    for (const auto &[date, code, event, township] : events)
        table.rows.push_back({code, word(workStateWords, event->state), isoText(date),
                              officers[static_cast<std::size_t>(township)][table.rows.size() % 3], event->note});
    writeGbkTable(table, path, truth);
}

void writeTargets(const Path &path, Truth &truth)
{
    const std::string lead = "县交通运输局";
    const std::string help = "县扶贫办、各乡镇人民政府";
    Table table;
    table.heading = {"编号", "项目",     "指标", "区域代码", "最少户数", "仅宜居自然村", "仅贫困村", "目标值",
                     "单位", "开始日期", "期限", "力度",     "牵头单位", "配合单位",     "责任人",   "原文"};
    const auto add = [&](const char *code, const char *least, const char *livable, const char *poor, const char *due,
                         const char *strength, const char *person, const char *text) {
        table.rows.push_back({code, "roads", "road_nv_rate", countyCode, least, livable, poor, "100", "%", "2016-01-01",
                              due, strength, lead, help, person, text});
    };
    add("R01", "25", "是", "是", "2018年底", "确保", "余建平",
        "省定贫困村25户以上宜居自然村的通村道路2018年底前全部硬化");
    add("R02", "25", "否", "否", "2020年底", "力争", "余建平", "力争到2020年底全县25户以上自然村道路全部硬化");
    add("R03", "20", "是", "是", "2019-12-31", "确保", "程志华",
        "省定贫困村20户以上宜居自然村的道路2019年12月31日前硬化到位");
    add("R04", "25", "是", "否", "2020年底", "确保", "程志华", "到2020年底全县25户以上宜居自然村实现通水泥路");
    writeGbkTable(table, path, truth);
}

} // namespace cuntu::sample
