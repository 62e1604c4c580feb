// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/outcome_cell.h"
#include "plugins/photovoltaic/declare.h"
#include "plugins/photovoltaic/money.h"
#include "plugins/photovoltaic/site_search.h"
#include "plugins/photovoltaic/words.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {

namespace {

LayerSchema siteSchema()
{
    LayerSchema layer;
    layer.id = u"photovoltaic_sites"_s;
    layer.name = {u"光伏选址"_s, u"Sites for arrays"_s};
    layer.geometry = GeometryType::Point;
    layer.nameField = u"village"_s;
    layer.fields = {
        outcomeField(u"village"_s, {u"行政村"_s, u"Village"_s}, FieldType::Text),
        outcomeField(u"first"_s, {u"优先建设"_s, u"To be built first"_s}, FieldType::Boolean),
        outcomeField(u"site"_s, {u"场地"_s, u"Site"_s}, FieldType::Text),
        outcomeField(u"existing_kw"_s, {u"已有容量"_s, u"Capacity that is there"_s}, FieldType::Real, u"kW"_s),
        outcomeField(u"households"_s, {u"新增受益户"_s, u"Households"_s}, FieldType::Integer, u"户"_s),
        outcomeField(u"kw"_s, {u"容量"_s, u"Capacity"_s}, FieldType::Real, u"kW"_s),
        outcomeField(u"kw_per_hh"_s, {u"户均容量"_s, u"Capacity per household"_s}, FieldType::Real, u"kW"_s),
        outcomeField(u"eq_hours"_s, {u"模拟等效小时"_s, u"Equivalent hours"_s}, FieldType::Real, u"h"_s),
        outcomeField(u"income"_s, {u"户均年收益"_s, u"Income per household"_s}, FieldType::Real, u"元"_s),
        outcomeField(u"cost"_s, {u"投资"_s, u"Cost"_s}, FieldType::Real, u"元"_s),
        outcomeField(u"slope_deg"_s, {u"坡度"_s, u"Slope"_s}, FieldType::Real, u"°"_s),
        outcomeField(u"aspect_deg"_s, {u"坡向"_s, u"Aspect"_s}, FieldType::Real, u"°"_s),
        outcomeField(u"shade"_s, {u"遮挡损失"_s, u"Lost to shade"_s}, FieldType::Real, u"%"_s),
        outcomeField(u"house_m"_s, {u"距房屋"_s, u"To the houses"_s}, FieldType::Real, u"m"_s),
        outcomeField(u"line_m"_s, {u"接入距离"_s, u"To the grid"_s}, FieldType::Real, u"m"_s)};
    return layer;
}

LayerSchema lineSchema()
{
    LayerSchema layer;
    layer.id = u"photovoltaic_lines"_s;
    layer.name = {u"接入线路"_s, u"Lines to the grid"_s};
    layer.geometry = GeometryType::Line;
    layer.nameField = u"village"_s;
    layer.fields = {outcomeField(u"village"_s, {u"行政村"_s, u"Village"_s}, FieldType::Text),
                    outcomeField(u"first"_s, {u"优先建设"_s, u"To be built first"_s}, FieldType::Boolean),
                    outcomeField(u"line_m"_s, {u"接入距离"_s, u"To the grid"_s}, FieldType::Real, u"m"_s),
                    outcomeField(u"cost"_s, {u"线路费用"_s, u"Cost of the line"_s}, FieldType::Real, u"元"_s)};
    return layer;
}

/// The line of @p need's best site, where there is one to draw.
std::optional<FeatureRow> lineRow(const VillageNeed &need, const QString &village, bool first, const ArrayTerms &terms)
{
    if (need.best->line.size() < 2) {
        return std::nullopt;
    }
    FeatureRow row;
    row.values = {outcomeCell(village), outcomeCell(first), outcomeCell(rounded(need.best->line_m, 0)),
                  outcomeCell(rounded(need.best->line_m * need.best->lineFactor * terms.yuanPerLineMetre, 0))};
    row.geometry.type = GeometryType::Line;
    row.geometry.addPart(need.best->line);
    return row;
}

Outcome outcomeOf(const std::vector<VillageNeed> &needs, const LayerSnapshot &villages, const ArrayTerms &terms,
                  const CheapestSet &set, double wanted)
{
    Outcome outcome;
    outcome.layers = {{siteSchema(), {}}, {lineSchema(), {}}};
    for (const VillageNeed &need : needs) {
        if (!need.best) {
            continue;
        }
        const bool first = std::binary_search(set.rows.begin(), set.rows.end(), need.row);
        FeatureRow row;
        const QString village = stringAt(villages.column(u"name"_s), need.row);
        row.values = {outcomeCell(village),
                      outcomeCell(first),
                      outcomeCell(nameOf(siteChoices(), need.best->roof ? "ROOF" : "GROUND").toString()),
                      outcomeCell(rounded(need.existing_kW, 1)),
                      Value(std::int64_t{need.plan.households}),
                      outcomeCell(rounded(need.plan.kw, 1)),
                      outcomeCell(rounded(need.plan.kwPerHousehold, 2)),
                      outcomeCell(rounded(need.best->hours, 0)),
                      outcomeCell(rounded(need.plan.kwPerHousehold * need.best->hours * terms.netYuanPerKwh, 0)),
                      outcomeCell(rounded(need.plan.cost, 0)),
                      outcomeCell(rounded(need.best->slope_deg, 1)),
                      outcomeCell(rounded(need.best->aspect_deg, 0)),
                      outcomeCell(rounded(100 * need.best->shade, 1)),
                      outcomeCell(rounded(need.best->house_m, 0)),
                      outcomeCell(rounded(need.best->line_m, 0))};
        row.geometry = Geometry::point(need.best->position);
        outcome.layers.front().rows.push_back(std::move(row));
        if (auto line = lineRow(need, village, first, terms)) {
            outcome.layers.back().rows.push_back(std::move(*line));
        }
    }
    outcome.figures = {{u"villages"_s, static_cast<qint64>(set.rows.size())},
                       {u"possible_villages"_s, static_cast<qint64>(outcome.layers.front().rows.size())},
                       {u"wanted_households"_s, wanted},
                       {u"households"_s, set.gain},
                       {u"objective"_s, set.cost},
                       {u"bound"_s, set.bound},
                       {u"optimal"_s, set.optimal},
                       {u"enough"_s, set.enough}};
    return outcome;
}

/// What it costs at least that so many of the registered households have enough, in twentieths, as far as the offers
/// reach.
OutcomeCurve coverageCurve(const std::vector<Offer> &offers, double served, double registered)
{
    constexpr int k_steps = 20;
    OutcomeCurve curve{u"cost_by_coverage"_s,
                       {u"费用与覆盖率"_s, u"Cost against coverage"_s},
                       {u"达标的建档立卡户"_s, u"Registered households with enough"_s},
                       u"%"_s,
                       {u"最少费用"_s, u"Least cost"_s},
                       u"元"_s,
                       {}};
    double most = 0;
    for (const Offer &offer : offers) {
        most += offer.gain;
    }
    for (int step = 0; step <= k_steps && registered > 0; ++step) {
        const double share = static_cast<double>(step) / k_steps;
        const double wanted = std::ceil(share * registered - 1e-9) - served;
        if (wanted > most) {
            break;
        }
        curve.points.push_back({100 * share, wanted > 0 ? cheapestSet(offers, wanted, std::nullopt).cost : 0});
    }
    return curve;
}

Result<Outcome> run(const AlgorithmInput &input, const JobContext &job)
{
    const ParameterValues &given = input.parameters;
    ArrayTerms terms;
    terms.leastYuan = given.number(u"least_yuan"_s);
    terms.netYuanPerKwh = given.number(u"net_price"_s);
    terms.yuanPerKw = given.number(u"yuan_per_kw"_s);
    terms.yuanPerLineMetre = given.number(u"yuan_per_line_m"_s);
    const auto villages = layerWith(input.project, id(k_villages), {u"code"_s, u"name"_s}, job);
    if (!villages) {
        return villages.error();
    }
    auto needs = needsOf(input, **villages, terms, job);
    const auto places = placesOf(**villages);
    if (!needs || !places) {
        return !needs ? needs.error() : places.error();
    }
    const auto model = readModel(input.project, given, *places, job);
    if (!model) {
        return model.error();
    }
    SiteRules rules;
    rules.mostSlope_deg = given.number(u"most_slope"_s);
    rules.lattice_m = given.number(u"lattice_m"_s);
    if (auto found = findSites(input, *model, **villages, rules, *needs, job); !found) {
        return found.error();
    }
    if (auto chosen = chooseSites(*model, **villages, terms, *needs, job); !chosen) {
        return chosen.error();
    }
    std::vector<Offer> offers;
    double registered = 0;
    double served = 0;
    for (const VillageNeed &need : *needs) {
        registered += need.registered;
        served += need.served;
        if (need.best) {
            offers.push_back({need.row, need.plan.cost, static_cast<double>(need.plan.households)});
        }
    }
    const double wanted = std::max(0.0, std::ceil(given.number(u"cover_share"_s) / 100 * registered - 1e-9) - served);
    const auto budget = given.isGiven(u"budget"_s) ? std::optional(given.number(u"budget"_s)) : std::nullopt;
    Outcome outcome = outcomeOf(*needs, **villages, terms, cheapestSet(offers, wanted, budget), wanted);
    outcome.curves.push_back(coverageCurve(offers, served, registered));
    return outcome;
}

std::vector<Parameter> sitingParameters()
{
    std::vector<Parameter> all = modelParameters();
    for (const std::vector<Parameter> &more : {Surroundings::parameters(), LineWays::parameters()}) {
        all.insert(all.end(), more.begin(), more.end());
    }
    Parameter budget =
        numberParameter(u"budget"_s, {u"预算"_s, u"Budget"_s},
                        {u"超过时在预算内尽量多覆盖。"_s, u"Beyond it as many as it pays for."_s}, u"元"_s, 0, 1e12, 0);
    budget.defaultValue.clear();
    const std::vector<Parameter> own{
        MoneyWindow::parameter(),
        numberParameter(
            u"cover_share"_s, {u"覆盖目标"_s, u"Share to be reached"_s},
            {u"达到每户标准的建档立卡户占比（S04）。"_s, u"Registered poor households with enough income (S04)."_s},
            u"%"_s, 0, 100, 80),
        numberParameter(u"least_yuan"_s, {u"每户标准"_s, u"Enough"_s},
                        {u"每户每年的金额。"_s, u"Per household and year."_s}, u"元"_s, 1, 100000, 1500),
        numberParameter(u"net_price"_s, {u"每千瓦时到户收益"_s, u"Yuan per kWh that reach households"_s},
                        {u"扣除运维等成本后的收益。"_s, u"After operation and other costs."_s}, u"元/kWh"_s, 0.01, 10,
                        0.6),
        numberParameter(u"yuan_per_kw"_s, {u"单位造价"_s, u"Cost of capacity"_s},
                        {u"每千瓦的建设费用。"_s, u"To build a kilowatt."_s}, u"元/kW"_s, 0, 100000, 5000),
        numberParameter(u"yuan_per_line_m"_s, {u"线路造价"_s, u"Cost of the line"_s},
                        {u"平地上每米接入线路的费用。"_s, u"Of a metre of line to the grid over plain land."_s},
                        u"元/m"_s, 0, 10000, 150),
        numberParameter(u"most_slope"_s, {u"最大坡度"_s, u"Steepest slope"_s},
                        {u"更陡的地方不选。"_s, u"Nothing steeper is taken."_s}, u"°"_s, 0, 60, 20),
        numberParameter(u"lattice_m"_s, {u"候选点间距"_s, u"Distance of places"_s},
                        {u"每村按此间距取点。"_s, u"Places are looked at so far apart."_s}, u"m"_s, 20, 2000, 150),
        budget};
    all.insert(all.end(), own.begin(), own.end());
    return all;
}

} // namespace

void addSitingAlgorithm(Registry &draft)
{
    Algorithm algorithm;
    algorithm.id = u"photovoltaic.siting"_s;
    algorithm.programme = id(k_programme);
    algorithm.name = {u"光伏选址与建设次序"_s, u"Where to build, and where first"_s};
    algorithm.help = {
        u"在每个还有未达标贫困户的村里，从屋顶和坡度、坡向、地类、遮挡、接入距离合适的地块中选服务户数最多且最便宜的场地；再选出最省钱的村，使达标贫困户占比达到目标。"_s,
        u"In each village with households that have too little: of its roofs and the land that is fit by slope, "
        u"aspect, "
        u"kind, shade and way to the grid, the place that serves most of them, and cheapest; then the cheapest villages with which the wanted share of households has enough."_s};
    algorithm.parameters = sitingParameters();
    algorithm.figures = {{u"villages"_s, {u"选中的村"_s, u"Chosen villages"_s}, u"个"_s},
                         {u"possible_villages"_s, {u"有合适场地的村"_s, u"Villages with a place"_s}, u"个"_s},
                         {u"households"_s, {u"新增达标户"_s, u"Households reached"_s}, u"户"_s},
                         {u"wanted_households"_s, {u"还差的达标户"_s, u"Households wanted"_s}, u"户"_s},
                         {u"objective"_s, {u"总费用"_s, u"Cost"_s}, u"元"_s},
                         {u"bound"_s, {u"费用下界"_s, u"Bound of the cost"_s}, u"元"_s},
                         {u"enough"_s, {u"达到目标"_s, u"Target is reached"_s}},
                         {u"optimal"_s, {u"证明最优"_s, u"Proven optimal"_s}}};
    algorithm.run = run;
    draft.algorithms.push_back(algorithm);
}

} // namespace cuntu::photovoltaic
