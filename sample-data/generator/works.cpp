// SPDX-License-Identifier: GPL-3.0-or-later
#include "works.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace cuntu::sample {

namespace {

/// The settlement of each village in which its committee sits.
std::vector<const Settlement *> seatsOf(const Areas &areas, const std::vector<Settlement> &settlements)
{
    std::vector<const Settlement *> seats(areas.villages.size(), nullptr);
    for (const Settlement &settlement : settlements) {
        auto &seat = seats[static_cast<std::size_t>(settlement.village)];
        if (!seat || settlement.cell == areas.villages[static_cast<std::size_t>(settlement.village)].seatCell)
            seat = &settlement;
    }
    return seats;
}

std::string shortName(const Village &village)
{
    for (const std::string suffix : {"居委会", "村"})
        if (village.name.ends_with(suffix))
            return village.name.substr(0, village.name.size() - suffix.size());
    return village.name;
}

LonLat near(LonLat p, double reach_m, Random &random)
{
    return rounded(moved(p, random.uniform(-reach_m, reach_m), random.uniform(-reach_m, reach_m)), 6);
}

void addPosition(std::vector<std::string> &row, LonLat p)
{
    row.push_back(fixed(p.lon, 6));
    row.push_back(fixed(p.lat, 6));
}

bool isSeat(const Areas &areas, std::size_t village)
{
    return areas.townships[static_cast<std::size_t>(areas.villages[village].township)].seat ==
           static_cast<int>(village);
}

struct Job {
    std::string state;
    Date date;
    std::string builtOn;
};

/// A state of works and its day: mostly finished, some on the way.
Job jobOf(Random &random, double finished)
{
    const Date day = Date::of(2016, 5, 1).plus(random.below(1450));
    if (random.chance(finished)) {
        const bool served = random.chance(0.5);
        return {word(workStateWords, served ? WorkState::InService : WorkState::Accepted), day,
                monthText(day.plus(-60))};
    }
    const Date recent = Date::of(2019, 9, 1).plus(random.below(300));
    return {word(workStateWords, static_cast<WorkState>(random.between(1, 5))), recent, ""};
}

struct WaterKind {
    std::string mode;
    std::string source;
    std::string suffix;
    double persons;
};

std::vector<std::string> waterRow(const Village &village, const WaterKind &kind, LonLat position, int number,
                                  Random &random)
{
    const bool town = kind.mode == "规模化集中" || kind.mode == "城镇管网延伸";
    const bool dispersed = kind.mode == "分散";
    const double designed = std::ceil(kind.persons * random.uniform(1.0, 1.3) / 10) * 10;
    const double served = std::floor(kind.persons * random.uniform(0.7, 1.0));
    const double cubic = std::ceil(designed * 0.11);
    const Job job = jobOf(random, 0.86);
    const double draw = random.uniform();
    const char *quality = town          ? "达标"
                          : draw < 0.62 ? "达标"
                          : draw < 0.82 ? "基本达标"
                          : draw < 0.9  ? "不达标"
                                        : "未检测";
    const char *disinfection = dispersed ? "无" : town ? "二氧化氯" : random.chance(0.6) ? "次氯酸钠" : "紫外线";
    std::vector<std::string> row{"S" + padded(number, 3),
                                 shortName(village) + kind.suffix,
                                 kind.mode,
                                 kind.source,
                                 fixed(cubic, 0),
                                 fixed(std::floor(served * random.uniform(0.06, 0.1)), 0),
                                 fixed(designed, 0),
                                 fixed(served, 0),
                                 dispersed ? "集中供水点" : "入户",
                                 village.code,
                                 disinfection,
                                 quality,
                                 std::to_string(town ? random.between(0, 6) : random.between(2, dispersed ? 60 : 30)),
                                 job.builtOn,
                                 job.state,
                                 isoText(job.date)};
    addPosition(row, position);
    return row;
}

} // namespace

Table makeWaterWorks(const Terrain &land, const Areas &areas, const std::vector<Settlement> &settlements,
                     const Request &request)
{
    Random random(mix(request.seed + 900));
    Table table;
    table.heading = {"工程编号",
                     "工程名称",
                     "供水方式",
                     "水源类型",
                     "设计供水规模(立方米/日)",
                     "实际供水规模(立方米/日)",
                     "设计供水人口",
                     "实际供水人口",
                     "入户方式",
                     "受益村代码",
                     "消毒设备",
                     "水质结论",
                     "年停水天数",
                     "建成年月",
                     "状态",
                     "状态日期",
                     "经度",
                     "纬度"};
    const auto seats = seatsOf(areas, settlements);
    for (std::size_t v = 0; v < areas.villages.size(); ++v) {
        const Village &village = areas.villages[v];
        if (!seats[v])
            continue;
        const bool street = village.code[6] == '0';
        WaterKind kind{"小型集中", random.chance(0.5) ? "山泉" : "地表水", "供水站", village.persons * 0.6};
        if (isSeat(areas, v))
            kind = {"规模化集中", "地表水", "水厂", village.persons * 5.0};
        else if (street)
            kind = {"城镇管网延伸", "地表水", "管网延伸工程", village.persons * 1.0};
        else if (land.height_m[village.seatCell] > 260 && random.chance(0.55))
            kind = {"分散", random.chance(0.6) ? "山泉" : "地下水", "引水点", village.persons * 0.15};
        else if (random.chance(0.35))
            continue; // served by the town's works
        table.rows.push_back(waterRow(village, kind, near(seats[v]->position, 400, random),
                                      static_cast<int>(table.rows.size()) + 1, random));
    }
    return table;
}

Table makeOutages(const Table &waterWorks, const Request &request)
{
    constexpr std::size_t codeColumn = 0;
    constexpr std::size_t daysColumn = 12;
    constexpr std::size_t stateColumn = 14;
    constexpr int yearDays = 365;
    constexpr int longest = 5;
    const std::array<const char *, 4> causes{"管道爆裂", "设备检修", "停电", "水源不足"};
    Random random(mix(request.seed + 950));
    Table table;
    table.heading = {"记录编号", "工程编号", "停水开始", "恢复供水", "停水原因"};
    for (const auto &works : waterWorks.rows) {
        int left = works[stateColumn] == "已投用" ? std::stoi(works[daysColumn]) : 0;
        const int spells = (left + longest - 1) / longest;
        for (int spell = 0; spell < spells; ++spell) { // each in its own part of the year, so that none overlap
            const int days = std::min(left, longest);
            const int room = yearDays / spells;
            const Date begun = Date::of(2019, 7, 1).plus(spell * room + random.below(std::max(1, room - days)));
            table.rows.push_back({"T" + padded(static_cast<int>(table.rows.size()) + 1, 4), works[codeColumn],
                                  isoText(begun), isoText(begun.plus(days)), random.pick(causes)});
            left -= days;
        }
    }
    return table;
}

Table makeWaterProjects(const Areas &areas, const std::vector<Settlement> &settlements, const Request &request)
{
    struct Kind {
        const char *name;
        const char *unit;
        double least, most; ///< of the size
        int count;
    };
    static constexpr std::array<Kind, 6> kinds{{{"农村饮水安全", "处", 1, 4, 24},
                                                {"中小河流治理", "公里", 0.8, 6, 12},
                                                {"小型水利", "处", 1, 5, 30},
                                                {"高标准农田", "亩", 200, 2400, 26},
                                                {"土地整治", "亩", 80, 900, 14},
                                                {"农田水利", "处", 1, 8, 20}}};
    Random random(mix(request.seed + 970));
    Table table;
    table.heading = {"项目编号", "项目名称", "项目类别", "行政村代码", "建设规模",
                     "规模单位", "状态",     "状态日期", "经度",       "纬度"};
    const auto seats = seatsOf(areas, settlements);
    for (const Kind &kind : kinds) {
        for (int i = 0; i < kind.count;) {
            const auto v = static_cast<std::size_t>(random.below(static_cast<int>(areas.villages.size())));
            if (!seats[v])
                continue;
            const Job job = jobOf(random, 0.8);
            const double size = random.uniform(kind.least, kind.most);
            std::vector<std::string> row{"SL" + padded(static_cast<int>(table.rows.size()) + 1, 3),
                                         shortName(areas.villages[v]) + kind.name + "项目",
                                         kind.name,
                                         areas.villages[v].code,
                                         std::string(kind.unit) == "公里" ? fixed(size, 1) : fixed(size, 0),
                                         kind.unit,
                                         job.state,
                                         isoText(job.date)};
            addPosition(row, near(seats[v]->position, 800, random));
            table.rows.push_back(std::move(row));
            ++i;
        }
    }
    return table;
}

Table makeWaterTargets()
{
    Table table;
    table.heading = {"编号", "项目",     "指标", "区域代码", "仅贫困村", "统计单元", "项目类别", "目标值",
                     "单位", "开始日期", "期限", "力度",     "牵头单位", "配合单位", "责任人",   "原文"};
    struct Promise {
        const char *code, *indicator, *poor, *per, *kind, *value, *commitment, *text;
    };
    const auto add = [&](const Promise &each) {
        table.rows.push_back({each.code, "water", each.indicator, countyCode, each.poor, each.per, each.kind,
                              each.value, "%", "2016-01-01", "2020年底", each.commitment, "县水利局",
                              "县卫生健康委员会、各乡镇人民政府", "周长河", each.text});
    };
    const char *const projects = "water_projects_rate";
    const char *const sizes = "water_projects_size_rate";
    add({"W01", projects, "", "", "农村饮水安全", "100", "确保", "全面完成“十二五”农村安全饮水建设任务"});
    add({"W02", "safe_rate", "否", "", "", "95", "确保", "基本解决农村人口的饮水安全问题"});
    add({"W03", "central_rate", "是", "", "", "95", "争取", "优先城镇供水网管向贫困村延伸"});
    add({"W04", "safe_rate", "是", "", "", "95", "确保", "基本解决贫困村农村安全饮水问题"});
    add({"W05", "tap_rate", "否", "", "", "90", "确保", "自来水普及率达90%"});
    add({"W06", "three_checks_rate", "否", "农户", "", "100", "确保", "装的上、量保障、质达标"});
    add({"W07", "village_tap_rate", "是", "", "", "100", "确保", "贫困村自来水“村村通”"});
    add({"W08", sizes, "", "", "中小河流治理", "100", "确保", "中小河流重要河段治理"});
    add({"W09", projects, "", "", "小型水利", "100", "确保", "优先扶持贫困村小型水利建设"});
    add({"W10", sizes, "", "", "高标准农田", "100", "确保", "继续实施高标准农田建设，完成建设任务"});
    add({"W11", projects, "", "", "土地整治", "100", "确保", "土地整治项目优先向有条件的贫困村覆盖"});
    add({"W12", projects, "", "", "农田水利", "100", "确保", "农田水利"});
    return table;
}

Table makeResettlementSites(const Areas &areas, const std::vector<Settlement> &settlements, const Request &request)
{
    Random random(mix(request.seed + 1000));
    Table table;
    table.heading = {"安置点编号",
                     "安置点名称",
                     "梯度",
                     "所在乡镇",
                     "行政村代码",
                     "规划户数(户)",
                     "规划人口(人)",
                     "已入住户数(户)",
                     "住房面积(平方米)",
                     "开工日期",
                     "通水",
                     "通电",
                     "通路",
                     "通气",
                     "通暖",
                     "通讯",
                     "状态",
                     "状态日期",
                     "经度",
                     "纬度"};
    const auto seats = seatsOf(areas, settlements);
    static constexpr std::array<const char *, 5> states{"开工", "主体封顶", "竣工", "分房", "入住"};
    for (std::size_t v = 0; v < areas.villages.size(); ++v) {
        const Village &village = areas.villages[v];
        const bool seat = isSeat(areas, v);
        if (!seats[v] || !(seat || (village.poor && random.chance(0.12))))
            continue;
        const bool county = village.township == 0;
        const int households = county ? random.between(120, 320)
                               : seat ? random.between(24, 90)
                                      : random.between(8, 28);
        const int persons = static_cast<int>(households * random.uniform(3.4, 4.3));
        const std::size_t state = random.chance(0.7) ? 4 : static_cast<std::size_t>(random.below(4));
        const Date started = Date::of(2016, 6, 1).plus(random.below(700));
        const int movedIn = state == 4 ? static_cast<int>(households * random.uniform(0.86, 1.0)) : 0;
        std::vector<std::string> row{"AZ" + padded(static_cast<int>(table.rows.size()) + 1, 2),
                                     shortName(village) + (county ? "移民小区" : "安置点"),
                                     county ? "县城"
                                     : seat ? "集镇"
                                            : "中心村",
                                     areas.townships[static_cast<std::size_t>(village.township)].name,
                                     village.code,
                                     std::to_string(households),
                                     std::to_string(persons),
                                     std::to_string(movedIn),
                                     fixed(persons * random.uniform(21.0, 26.0), 0),
                                     isoText(started),
                                     state >= 2 ? "是" : "否",
                                     state >= 2 ? "是" : "否",
                                     "是",
                                     county || seat ? "是" : "否",
                                     state == 4 ? "是" : "否",
                                     state >= 2 ? "是" : "否",
                                     states[state],
                                     isoText(std::min(handOver(), started.plus(200 + static_cast<int>(state) * 180)))};
        addPosition(row, near(seats[v]->position, 300, random));
        table.rows.push_back(row);
    }
    return table;
}

} // namespace cuntu::sample
