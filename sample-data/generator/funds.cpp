// SPDX-License-Identifier: GPL-3.0-or-later
#include "funds.hpp"

#include "random.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace cuntu::sample {

namespace {

/// Budget of one road in yuan, by source.
struct Budget {
    double province = 0;
    double city = 0;
    double county = 0;
    double town = 0;
    double village = 0;
    double whole() const { return province + city + county + town + village; }
};

double hundreds(double yuan)
{
    return std::round(yuan / 100) * 100;
}

/// Subsidies by the kilometre (DOMAIN B.1, Jiangxi), the rest from the township and the village.
Budget budgetOf(const Road &road, Random &random)
{
    const double km = road.length_m / 1000;
    const double cost = km * (road.roadClass == RoadClass::Group ? 330'000 : 420'000) * random.uniform(0.85, 1.2);
    Budget budget{hundreds(km * 80'000), hundreds(km * 20'000), hundreds(km * 20'000), 0, 0};
    const double rest = std::max(0.0, cost - budget.whole());
    budget.town = hundreds(rest * random.uniform(0.5, 0.8));
    budget.village = hundreds(rest - budget.town);
    return budget;
}

std::optional<Date> dayOf(const Road &road, WorkState state)
{
    for (const WorkEvent &event : road.history)
        if (event.state == state)
            return event.date;
    return std::nullopt;
}

/// Writes the payments of one road.
class Payments {
public:
    Payments(Table &table, const Road &road) : m_table(table), m_road(road) {}

    void add(Date date, bool paid, double yuan, const std::string &remark = {})
    {
        if (date > handOver() || yuan == 0)
            return;
        const std::string number = std::to_string(m_table.rows.size() + 1);
        m_table.rows.push_back(
            {m_road.code, isoText(date), paid ? "支付" : "下达", fixed(yuan, 0),
             paid ? "凭证" + number : "云财农〔" + std::to_string(date.year()) + "〕" + number + "号", remark});
    }

private:
    Table &m_table;
    const Road &m_road;
};

/// Half of the budget after the approval, the rest when the works are finished; paid as they go on.
void addPayments(const Road &road, double budget, Random &random, Table &table)
{
    Payments payments(table, road);
    const auto started = dayOf(road, WorkState::Constructing);
    const auto finished = dayOf(road, WorkState::Completed);
    const auto accepted = dayOf(road, WorkState::Accepted);
    const double first = hundreds(budget * 0.6);
    if (const auto approved = dayOf(road, WorkState::Approved))
        payments.add(approved->plus(random.between(5, 40)), false, first);
    if (started)
        payments.add(started->plus(random.between(10, 40)), true, hundreds(budget * 0.3));
    if (finished) {
        payments.add(finished->plus(random.between(-20, 20)), false, budget - first);
        payments.add(finished->plus(random.between(25, 60)), true, hundreds(budget * 0.5));
    }
    if (accepted)
        payments.add(accepted->plus(random.between(60, 120)), true, hundreds(budget * 0.17));
}

/// Mistakes: more paid than issued, more issued than the budget, money before the approval, an amount below 0.
void addMistake(const Road &road, double budget, int number, Table &table)
{
    Payments payments(table, road);
    const auto approved = dayOf(road, WorkState::Approved);
    const auto started = dayOf(road, WorkState::Constructing);
    if (number % 4 == 0 && started)
        payments.add(started->plus(45), true, budget, "重复支付");
    else if (number % 4 == 1 && started)
        payments.add(started->plus(5), false, hundreds(budget * 1.1), "追加");
    else if (number % 4 == 2 && approved)
        payments.add(approved->plus(-40), true, 20'000, "预付");
    else if (started)
        payments.add(started->plus(50), true, -5'000, "收回");
}

std::string station(double metres)
{
    const int whole = static_cast<int>(metres);
    return "K" + std::to_string(whole / 1000) + "+" + padded(whole % 1000, 3);
}

/// A part of a road that is under construction, and what is planned behind it.
void addStretches(const Road &road, Random &random, Table &table)
{
    const auto started = dayOf(road, WorkState::Constructing);
    const double at = std::floor(road.length_m * random.uniform(0.3, 0.8) / 50) * 50;
    if (!started || road.length_m < 600 || at < 200)
        return;
    const std::string width = fixed(road.roadClass == RoadClass::Group ? 3.5 : 4.5, 1);
    table.rows.push_back({road.code, station(0), station(at), "水泥混凝土", width, "在建", isoText(*started)});
    table.rows.push_back({road.code, station(at), station(std::floor(road.length_m)), "水泥混凝土", width, "已列入计划",
                          isoText(*started)});
}

} // namespace

RoadTables makeRoadTables(const std::vector<Road> &roads, const Request &request)
{
    Random random(mix(request.seed + 1500));
    RoadTables tables;
    tables.budgets.heading = {"路线编号", "省级资金", "市级资金", "县级资金", "乡镇资金", "村自筹资金"};
    tables.payments.heading = {"路线编号", "日期", "资金环节", "金额(元)", "文号或凭证号", "备注"};
    tables.stretches.heading = {"路线编号", "起点桩号", "止点桩号", "路面类型", "路面宽度", "状态", "状态日期"};
    int number = 0;
    for (const Road &road : roads) {
        if (!road.registered || !dayOf(road, WorkState::Approved))
            continue;
        const Budget budget = budgetOf(road, random);
        tables.budgets.rows.push_back({road.code, fixed(budget.province, 0), fixed(budget.city, 0),
                                       fixed(budget.county, 0), fixed(budget.town, 0), fixed(budget.village, 0)});
        addPayments(road, budget.whole(), random, tables.payments);
        if (++number % 97 == 0)
            addMistake(road, budget.whole(), number / 97, tables.payments);
        if (stateOn(road, handOver()) == WorkState::Constructing)
            addStretches(road, random, tables.stretches);
    }
    return tables;
}

} // namespace cuntu::sample
