// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/water/pipe_tables.h"

#include "core/algorithm/outcome_cell.h"

#include <cmath>
#include <numbers>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::water {

namespace {

LayerSchema schemaOf(const QString &layerId, const Text &name, GeometryType geometry, const QString &nameField,
                     std::vector<Field> fields)
{
    LayerSchema layer;
    layer.id = layerId;
    layer.name = name;
    layer.geometry = geometry;
    layer.nameField = nameField;
    layer.fields = std::move(fields);
    return layer;
}

Field number(const QString &fieldId, const Text &name, const QString &unit)
{
    return outcomeField(fieldId, name, FieldType::Real, unit);
}

Field words(const QString &fieldId, const Text &name)
{
    return outcomeField(fieldId, name, FieldType::Text);
}

Value yearCell(int year)
{
    return year == 0 ? Value() : Value(std::int64_t{year});
}

FeatureRow pipeRow(const SupplyResult &result, const PlannedPipe &pipe, const PipeUse &use)
{
    const PipeNetwork::Way &way = result.choice.network.ways[pipe.route];
    std::vector<Point> points = way.points;
    result.plane.unflatten(points);
    FeatureRow row;
    row.geometry.type = GeometryType::Line;
    row.geometry.addPart(points);
    row.values = {yearCell(use.year),
                  outcomeCell(systemName(result.choice, pipe.system)),
                  outcomeCell(modeText(result.choice.sites[pipe.system].mode).toString()),
                  outcomeCell(way.length_m),
                  outcomeCell(std::round(pipe.cost)),
                  outcomeCell(std::round(use.persons)),
                  outcomeCell(use.flow_m3d),
                  Value(std::int64_t{diameterFor(use.flow_m3d)}),
                  outcomeCell(std::round(use.spent_yuan))};
    return row;
}

QString chosenMode(const SupplyResult &result, std::uint32_t number)
{
    const std::uint32_t system = result.plan.systemOf[number];
    if (system != k_noIndex) {
        return modeText(result.choice.sites[system].mode).toString();
    }
    const auto &ways = result.choice.alternatives[number];
    const bool isLeft = ways[UrbanClass].isFeasible() || ways[CentralClass].isFeasible();
    return isLeft ? Text{u"未安排"_s, u"left"_s}.toString() : modeText(Mode::Dispersed).toString();
}

} // namespace

int diameterFor(double flow_m3d)
{
    static constexpr int k_series[]{32, 40, 50, 63, 75, 90, 110, 125, 160, 200, 250, 315, 400, 500, 630};
    constexpr double k_hourFactor = 2;
    constexpr double k_daySeconds = 86400;
    const double flow_m3s = flow_m3d * k_hourFactor / k_daySeconds;
    const double wanted_mm = 1000 * std::sqrt(4 * flow_m3s / std::numbers::pi);
    for (const int diameter : k_series) {
        if (diameter >= wanted_mm) {
            return diameter;
        }
    }
    return 630;
}

QString systemName(const SupplyChoice &choice, std::uint32_t number)
{
    return choice.sites[number].name;
}

std::vector<PipeUse> pipeUses(const SupplyResult &result)
{
    const SupplyPlan &plan = result.plan;
    std::vector<PipeUse> uses(plan.pipes.size());
    for (std::size_t i = uses.size(); i-- > 0;) { // parents come first, so that all that hangs on a pipe is added up
        const PlannedPipe &pipe = plan.pipes[i];
        if (pipe.settlement != k_noIndex) {
            uses[i].persons += result.choice.unserved[pipe.settlement].persons;
            uses[i].flow_m3d += result.choice.unserved[pipe.settlement].need_m3d;
        }
        if (pipe.parent != k_noIndex) {
            uses[pipe.parent].persons += uses[i].persons;
            uses[pipe.parent].flow_m3d += uses[i].flow_m3d;
        }
    }
    for (std::size_t i = 0; i < uses.size(); ++i) {
        const double own = uses[i].persons > 0 ? plan.pipes[i].cost / uses[i].persons : 0;
        uses[i].perPerson_yuan =
            own + (plan.pipes[i].parent != k_noIndex ? uses[plan.pipes[i].parent].perPerson_yuan : 0);
    }
    double spent = 0;
    for (const std::uint32_t pipe : plan.order) {
        spent += plan.pipes[pipe].cost;
        uses[pipe].spent_yuan = spent;
        uses[pipe].year = result.request.yearOf(spent);
    }
    return uses;
}

OutcomeLayer pipesLayer(const SupplyResult &result, const std::vector<PipeUse> &uses)
{
    OutcomeLayer layer{
        schemaOf(u"water_plan_pipes"_s, {u"供水方案：管道"_s, u"Water plan: pipes"_s}, GeometryType::Line, u"works"_s,
                 {outcomeField(u"year"_s, {u"年度"_s, u"Year"_s}, FieldType::Integer),
                  words(u"works"_s, {u"供水工程"_s, u"Works"_s}), words(u"mode"_s, {u"供水方式"_s, u"Supply mode"_s}),
                  number(u"length_m"_s, {u"长度"_s, u"Length"_s}, u"m"_s),
                  number(u"cost"_s, {u"造价"_s, u"Cost"_s}, u"元"_s),
                  number(u"persons"_s, {u"经此供水人口"_s, u"Persons behind it"_s}, u"人"_s),
                  number(u"flow_m3d"_s, {u"最高日流量"_s, u"Flow on the largest day"_s}, u"m³/d"_s),
                  outcomeField(u"diameter_mm"_s, {u"参考管径"_s, u"Diameter to go by"_s}, FieldType::Integer, u"mm"_s),
                  number(u"spent"_s, {u"累计造价"_s, u"Cost so far"_s}, u"元"_s)}),
        {}};
    for (std::size_t i = 0; i < uses.size(); ++i) {
        if (result.plan.pipes[i].route != k_noIndex) {
            layer.rows.push_back(pipeRow(result, result.plan.pipes[i], uses[i]));
        }
    }
    return layer;
}

OutcomeLayer suppliedLayer(const SupplyResult &result, const std::vector<PipeUse> &uses)
{
    OutcomeLayer layer{
        schemaOf(u"water_plan_settlements"_s, {u"供水方案：自然村"_s, u"Water plan: settlements"_s},
                 GeometryType::Point, u"name"_s,
                 {words(u"code"_s, {u"自然村编号"_s, u"Settlement code"_s}), words(u"name"_s, {u"名称"_s, u"Name"_s}),
                  words(u"mode"_s, {u"方式"_s, u"Way"_s}), words(u"works"_s, {u"供水工程"_s, u"Works"_s}),
                  outcomeField(u"year"_s, {u"年度"_s, u"Year"_s}, FieldType::Integer),
                  number(u"persons"_s, {u"未通自来水人口"_s, u"Persons without a tap"_s}, u"人"_s),
                  number(u"households"_s, {u"户数"_s, u"Households"_s}, u"户"_s),
                  number(u"cost"_s, {u"投资（分摊管道）"_s, u"Cost, with its share of pipes"_s}, u"元"_s),
                  number(u"cost_per_household"_s, {u"每户投资"_s, u"Cost a household"_s}, u"元"_s),
                  number(u"urban_alone"_s, {u"单独接城镇管网"_s, u"Urban network, alone"_s}, u"元"_s),
                  number(u"central_alone"_s, {u"单独集中供水"_s, u"Centralised works, alone"_s}, u"元"_s),
                  number(u"dispersed_cost"_s, {u"分散供水"_s, u"Dispersed supply"_s}, u"元"_s),
                  words(u"explanation"_s, {u"理由"_s, u"Reason"_s})}),
        {}};
    std::vector<std::size_t> linkOf(result.choice.unserved.size(), uses.size());
    for (std::size_t i = 0; i < uses.size(); ++i) {
        if (result.plan.pipes[i].settlement != k_noIndex) {
            linkOf[result.plan.pipes[i].settlement] = i;
        }
    }
    const LayerSnapshot &settlements = *result.survey.layer;
    const auto alone = [](const Alternative &way) {
        return way.isFeasible() ? std::round(way.alone_yuan) : std::nan("");
    };
    for (std::uint32_t i = 0; i < result.choice.unserved.size(); ++i) {
        const Unserved &who = result.choice.unserved[i];
        const std::uint32_t system = result.plan.systemOf[i];
        const bool isServed = linkOf[i] < uses.size();
        const double cost = isServed ? uses[linkOf[i]].perPerson_yuan * who.persons
                            : result.choice.alternatives[i][UrbanClass].isFeasible() ||
                                    result.choice.alternatives[i][CentralClass].isFeasible() || who.unsupplied <= 0
                                ? std::nan("")
                                : result.choice.dispersed_yuan[i];
        FeatureRow row;
        row.geometry = Geometry::point(who.position);
        row.values = {outcomeCell(stringAt(settlements.column(u"code"_s), who.row)),
                      outcomeCell(stringAt(settlements.column(u"name"_s), who.row)),
                      outcomeCell(chosenMode(result, i)),
                      outcomeCell(system == k_noIndex ? QString() : systemName(result.choice, system)),
                      yearCell(isServed ? uses[linkOf[i]].year : 0),
                      outcomeCell(std::round(who.persons)),
                      outcomeCell(who.households),
                      outcomeCell(std::round(cost)),
                      outcomeCell(who.households > 0 ? std::round(cost / who.households) : std::nan("")),
                      outcomeCell(alone(result.choice.alternatives[i][UrbanClass])),
                      outcomeCell(alone(result.choice.alternatives[i][CentralClass])),
                      outcomeCell(std::round(result.choice.dispersed_yuan[i])),
                      outcomeCell(supplyChoiceReason(result, i))};
        layer.rows.push_back(std::move(row));
    }
    return layer;
}

OutcomeLayer systemsLayer(const SupplyResult &result)
{
    OutcomeLayer layer{
        schemaOf(u"water_plan_works"_s, {u"供水方案：工程"_s, u"Water plan: works"_s}, GeometryType::Point, u"works"_s,
                 {words(u"works"_s, {u"供水工程"_s, u"Works"_s}), words(u"mode"_s, {u"供水方式"_s, u"Supply mode"_s}),
                  words(u"what"_s, {u"做法"_s, u"What is done"_s}),
                  number(u"cost"_s, {u"工程投资"_s, u"Cost of the works"_s}, u"元"_s),
                  number(u"yield_m3d"_s, {u"水源可供水量"_s, u"Yield of its sources"_s}, u"m³/d"_s),
                  number(u"capacity_m3d"_s, {u"供水能力"_s, u"Capacity"_s}, u"m³/d"_s),
                  number(u"now_m3d"_s, {u"现状需水量"_s, u"Demand now"_s}, u"m³/d"_s),
                  number(u"target_m3d"_s, {u"设计年需水量"_s, u"Demand in the target year"_s}, u"m³/d"_s),
                  number(u"added_m3d"_s, {u"方案增加"_s, u"Added by the plan"_s}, u"m³/d"_s),
                  number(u"load"_s, {u"方案负荷"_s, u"Load with the plan"_s}, u"%"_s),
                  number(u"added_persons"_s, {u"新增人口"_s, u"Persons added"_s}, u"人"_s)}),
        {}};
    const SupplyChoice &choice = result.choice;
    std::vector<double> added(choice.sites.size(), 0.0);
    std::vector<double> persons(choice.sites.size(), 0.0);
    for (std::size_t i = 0; i < choice.unserved.size(); ++i) {
        if (const std::uint32_t system = result.plan.systemOf[i]; system != k_noIndex) {
            added[system] += choice.unserved[i].need_m3d;
            persons[system] += choice.unserved[i].persons;
        }
    }
    for (std::size_t i = 0; i < choice.sites.size(); ++i) {
        const SystemSite &site = choice.sites[i];
        const bool isOpened = added[i] > 0 && !site.isThere;
        const Text what = added[i] <= 0   ? Text{u"不变"_s, u"as it is"_s}
                          : site.isThere  ? Text{u"延伸"_s, u"extended"_s}
                          : site.isBroken ? Text{u"修复"_s, u"repaired"_s}
                                          : Text{u"新建"_s, u"built"_s};
        FeatureRow row;
        row.geometry = std::isfinite(site.position.x) ? Geometry::point(site.position) : Geometry();
        row.values = {
            outcomeCell(site.name),
            outcomeCell(modeText(site.mode).toString()),
            outcomeCell(what.toString()),
            outcomeCell(isOpened ? std::round(site.opening_yuan) : 0.0),
            outcomeCell(site.yield_m3d),
            outcomeCell(site.capacity_m3d),
            outcomeCell(site.now_m3d),
            outcomeCell(site.target_m3d),
            outcomeCell(added[i]),
            outcomeCell(site.capacity_m3d > 0 ? 100 * (site.target_m3d + added[i]) / site.capacity_m3d : std::nan("")),
            outcomeCell(std::round(persons[i]))};
        layer.rows.push_back(std::move(row));
    }
    return layer;
}

} // namespace cuntu::water
