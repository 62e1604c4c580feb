// SPDX-License-Identifier: GPL-3.0-or-later
#include "moves.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace cuntu::sample {

namespace {

/// A site of the table, as far as its movers need it.
struct Site {
    std::string code;
    int township = 0;
    bool county = false; ///< in the county seat
    int dwellings = 0;
    Date started;
    bool livedIn = false;
};

std::vector<Site> sitesOf(const Areas &areas, const Table &table)
{
    const auto column = [&](const char *heading) {
        return static_cast<std::size_t>(std::find(table.heading.begin(), table.heading.end(), heading) -
                                        table.heading.begin());
    };
    std::vector<Site> sites;
    for (const auto &row : table.rows) {
        const auto village = std::find_if(areas.villages.begin(), areas.villages.end(),
                                          [&](const Village &each) { return each.code == row[column("行政村代码")]; });
        const std::string &started = row[column("开工日期")];
        sites.push_back({row[column("安置点编号")], village->township, row[column("梯度")] == "县城",
                         std::stoi(row[column("规划户数(户)")]),
                         Date::of(std::stoi(started.substr(0, 4)), std::stoi(started.substr(5, 2)),
                                  std::stoi(started.substr(8, 2))),
                         row[column("状态")] == "入住"});
    }
    return sites;
}

/// Numbers of the households of each settlement.
std::vector<std::vector<std::size_t>> householdsOf(std::size_t settlements, const std::vector<Household> &households)
{
    std::vector<std::vector<std::size_t>> of(settlements);
    for (std::size_t i = 0; i < households.size(); ++i)
        of[static_cast<std::size_t>(households[i].settlement)].push_back(i);
    return of;
}

/// Small settlements that are not livable first, then small ones.
std::vector<std::size_t> orderOfLeaving(const std::vector<Settlement> &settlements)
{
    std::vector<std::size_t> order(settlements.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return std::pair(settlements[a].livable, settlements[a].households) <
               std::pair(settlements[b].livable, settlements[b].households);
    });
    return order;
}

class Moving {
public:
    Moving(const std::vector<Household> &households, const std::vector<Settlement> &settlements, const Areas &areas,
           std::uint64_t seed)
        : m_households(households), m_settlements(settlements), m_areas(areas), m_random(seed)
    {
        m_moves.households = {{"户编号", "搬迁对象类型", "搬迁原因", "安置方式", "安置点编号", "自愿申请", "协议编号",
                               "签约人口", "安置住房面积(平方米)", "劳动力人数", "就业人数"},
                              {}};
        m_moves.progress = {{"户编号", "状态", "日期", "经办人", "备注"}, {}};
        m_moves.homesteads = {{"宅基地编号", "户编号", "行政村代码", "旧房面积(平方米)", "旧宅基地面积(平方米)",
                               "应复垦面积(亩)", "是否应腾退", "经度", "纬度"},
                              {}};
        m_moves.homesteadProgress = {{"宅基地编号", "状态", "日期", "经办人", "备注"}, {}};
    }

    void add(std::size_t number, const Site &site)
    {
        const Household &household = m_households[number];
        const Settlement &settlement = m_settlements[static_cast<std::size_t>(household.settlement)];
        const int signing = std::max(1, household.persons + (m_random.chance(0.06) ? m_random.between(-1, 1) : 0));
        const int labour = std::clamp(m_random.between(0, 3), 0, household.persons);
        m_moves.households.rows.push_back(
            {std::to_string(number + 1), household.kind == 0 ? "同步搬迁" : "建档立卡",
             settlement.livable ? (m_random.chance(0.5) ? "偏远" : "地质灾害") : "生存条件恶劣", "集中安置", site.code,
             "是", "XY" + padded(static_cast<int>(number) + 1, 6), std::to_string(signing),
             fixed(signing * m_random.uniform(19.5, 25.2), 1), std::to_string(labour),
             std::to_string(labour == 0 ? 0 : m_random.between(m_random.chance(0.1) ? 0 : 1, labour))});
        addHomestead(number, addSteps(number, site));
    }

    Moves take()
    {
        m_moves.targets = targets();
        return std::move(m_moves);
    }

private:
    void say(Table &table, const std::string &code, const char *status, Date date, const char *note = "")
    {
        if (date <= handOver())
            table.rows.push_back({code, status, isoText(date), m_random.chance(0.5) ? "李志强" : "吴秀英", note});
    }

    /// The day on which it moved in; after the hand-over where it did not.
    Date addSteps(std::size_t number, const Site &site)
    {
        const std::string code = std::to_string(number + 1);
        static const Date never = handOver().plus(1);
        Date day = site.started.plus(-m_random.between(120, 300));
        say(m_moves.progress, code, "识别", day);
        say(m_moves.progress, code, "申请", day.plus(m_random.between(5, 40)));
        say(m_moves.progress, code, "签协议", day.plus(m_random.between(50, 110)));
        if (m_random.chance(0.015)) {
            say(m_moves.progress, code, "放弃搬迁", day.plus(m_random.between(150, 300)), "不愿离土");
            return never;
        }
        if (!site.livedIn)
            return never;
        day = site.started.plus(m_random.between(420, 620));
        say(m_moves.progress, code, "分房到户", day);
        day = day.plus(m_random.between(20, 90));
        say(m_moves.progress, code, "领钥匙", day);
        if (m_random.chance(0.08)) // keys, and nobody there
            return never;
        const Date movedIn = day.plus(m_random.between(10, 160));
        say(m_moves.progress, code, "实际入住", movedIn, "现场核实");
        if (m_random.chance(0.4))
            say(m_moves.progress, code, "稳得住", movedIn.plus(m_random.between(200, 400)));
        else if (m_random.chance(0.02))
            say(m_moves.progress, code, "回流", movedIn.plus(m_random.between(60, 300)), "回村务农");
        return movedIn;
    }

    void addHomestead(std::size_t number, Date movedIn)
    {
        const Household &household = m_households[number];
        const Settlement &settlement = m_settlements[static_cast<std::size_t>(household.settlement)];
        const std::string code = "ZJ" + padded(static_cast<int>(number) + 1, 6);
        const double plot_m2 = m_random.uniform(110, 260);
        m_moves.homesteads.rows.push_back(
            {code, std::to_string(number + 1), m_areas.villages[static_cast<std::size_t>(settlement.village)].code,
             fixed(plot_m2 * m_random.uniform(0.5, 0.8), 1), fixed(plot_m2, 1), fixed(plot_m2 / 2000 * 3, 3), "是",
             fixed(household.position.lon, 6), fixed(household.position.lat, 6)});
        Table &progress = m_moves.homesteadProgress;
        Date day = movedIn.plus(m_random.between(10, 120));
        if (m_random.chance(0.04)) {
            say(progress, code, "连体房", day, "与邻户共墙，2020年底复核");
            return;
        }
        static constexpr const char *steps[]{"签腾退协议", "腾退", "拆除", "复垦验收"};
        const int reached = m_random.chance(0.75) ? 4 : m_random.between(0, 3);
        for (int step = 0; step < reached; ++step) {
            say(progress, code, steps[step], day);
            day = day.plus(m_random.between(30, 150));
        }
    }

    static Table targets()
    {
        Table table{{"编号", "项目", "指标", "区域代码", "目标值", "单位", "开始日期", "期限", "力度", "牵头单位",
                     "配合单位", "责任人", "原文"},
                    {}};
        const auto add = [&](const char *code, const char *indicator, const char *due, const char *strength,
                             const char *text) {
            table.rows.push_back({code, "relocation", indicator, countyCode, "100", "%", "2016-06-01", due, strength,
                                  "县扶贫和移民局", "县住建局、各乡镇人民政府", "方卫东", text});
        };
        add("M05", "reloc_movein_pop_rate", "2019年底", "确保", "两年总交账，五年任务三年完");
        add("M06", "reloc_allot_rate", "2020-06-30", "确保", "已开工建设的项目上半年分房到户");
        add("M16", "reloc_movein_rate", "2020年底", "确保", "集中安置点全部入住");
        add("M16", "old_vacate_rate", "2020年底", "确保", "年底前全面完成旧宅基地腾退");
        add("M17", "reloc_site_utility_rate", "2020年底", "确保", "完善水、电、路、气、暖、讯");
        return table;
    }

    const std::vector<Household> &m_households;
    const std::vector<Settlement> &m_settlements;
    const Areas &m_areas;
    Random m_random;
    Moves m_moves;
};

} // namespace

Moves makeMoves(const Areas &areas, const std::vector<Settlement> &settlements,
                const std::vector<Household> &households, const Table &sites, const Request &request)
{
    Moving moving(households, settlements, areas, mix(request.seed + 1400));
    auto of = householdsOf(settlements.size(), households);
    const std::vector<std::size_t> order = orderOfLeaving(settlements);
    for (const Site &site : sitesOf(areas, sites)) {
        int left = site.dwellings;
        for (const std::size_t from : order) {
            const Village &village = areas.villages[static_cast<std::size_t>(settlements[from].village)];
            const bool near = site.county || village.township == site.township;
            for (; near && left > 0 && !of[from].empty(); of[from].pop_back(), --left)
                moving.add(of[from].back(), site);
        }
    }
    return moving.take();
}

} // namespace cuntu::sample
