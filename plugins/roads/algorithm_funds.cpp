// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/outcome_cell.h"
#include "core/algorithm/parameter_makers.h"
#include "core/snapshot/known_columns.h"
#include "plugins/roads/declare.h"
#include "plugins/roads/funds.h"
#include "plugins/roads/lengths.h"
#include "plugins/roads/reasons.h"
#include "plugins/roads/surfaces.h"

#include <QJsonObject>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {

namespace {

/// What a class of roads costs.
struct ClassCost {
    int roads = 0;
    double km = 0;
    double budget = 0;
    double issued = 0;
    double paid = 0;
};

/// The table of the run: what is known of the money of every road.
struct Table {
    Funds funds;
    std::vector<double> built;
    std::vector<double> km;
};

double share(double part, double whole)
{
    return whole > 0 ? 100 * part / whole : std::nan("");
}

LayerSchema roadSchema()
{
    LayerSchema layer;
    layer.id = u"roads_funds"_s;
    layer.name = {u"道路资金"_s, u"Funds of roads"_s};
    layer.geometry = GeometryType::Line;
    layer.nameField = u"segment"_s;
    const auto yuan = [](const QString &name, const Text &title) {
        return outcomeField(name, title, FieldType::Real, u"元"_s);
    };
    const auto percent = [](const QString &name, const Text &title) {
        return outcomeField(name, title, FieldType::Real, u"%"_s);
    };
    layer.fields = {outcomeField(u"segment"_s, {u"路段"_s, u"Segment"_s}, FieldType::Text),
                    outcomeField(u"admin_class"_s, {u"行政等级"_s, u"Administrative class"_s}, FieldType::Text),
                    outcomeField(u"km"_s, {u"里程"_s, u"Kilometres"_s}, FieldType::Real, u"km"_s),
                    yuan(u"budget"_s, {u"预算"_s, u"Budget"_s}),
                    yuan(u"issued"_s, {u"已下达"_s, u"Issued"_s}),
                    yuan(u"paid"_s, {u"已支付"_s, u"Paid"_s}),
                    percent(u"issued_rate"_s, {u"下达比例"_s, u"Issued share"_s}),
                    percent(u"fund_rate"_s, {u"支付比例（占预算）"_s, u"Paid share"_s}),
                    percent(u"payment_rate"_s, {u"支付率（占下达）"_s, u"Payment rate"_s}),
                    percent(u"built"_s, {u"形象进度"_s, u"Built"_s}),
                    percent(u"paid_less_built"_s, {u"支付减进度"_s, u"Paid less built"_s}),
                    outcomeField(u"flag"_s, {u"提示"_s, u"Flag"_s}, FieldType::Text),
                    outcomeField(u"cost_per_km"_s, {u"每公里预算"_s, u"Budget per km"_s}, FieldType::Real, u"元/km"_s)};
    return layer;
}

LayerSchema classSchema()
{
    LayerSchema layer;
    layer.id = u"roads_cost"_s;
    layer.name = {u"各等级道路造价"_s, u"Cost by class of road"_s};
    layer.nameField = u"admin_class"_s;
    layer.fields = {
        outcomeField(u"admin_class"_s, {u"行政等级"_s, u"Administrative class"_s}, FieldType::Text),
        outcomeField(u"roads"_s, {u"路段数"_s, u"Segments"_s}, FieldType::Integer, u"条"_s),
        outcomeField(u"km"_s, {u"里程"_s, u"Kilometres"_s}, FieldType::Real, u"km"_s),
        outcomeField(u"budget"_s, {u"预算"_s, u"Budget"_s}, FieldType::Real, u"元"_s),
        outcomeField(u"issued"_s, {u"已下达"_s, u"Issued"_s}, FieldType::Real, u"元"_s),
        outcomeField(u"paid"_s, {u"已支付"_s, u"Paid"_s}, FieldType::Real, u"元"_s),
        outcomeField(u"cost_per_km"_s, {u"每公里预算"_s, u"Budget per km"_s}, FieldType::Real, u"元/km"_s),
        outcomeField(u"subsidy_per_km"_s, {u"每公里补助标准"_s, u"Subsidy per km"_s}, FieldType::Real, u"元/km"_s),
        outcomeField(u"subsidy_share"_s, {u"补助占预算"_s, u"Subsidy by budget"_s}, FieldType::Real, u"%"_s)};
    return layer;
}

QString flagOf(double ahead_pp, double limit_pp)
{
    if (ahead_pp > limit_pp) {
        return Text{u"支付超前"_s, u"paid ahead of the works"_s}.toString();
    }
    return ahead_pp < -limit_pp ? Text{u"支付滞后"_s, u"works ahead of payment"_s}.toString() : QString();
}

/// The subsidies are for the roads to villages and their groups; other classes have rules of their own.
double subsidyFor(const QString &adminClass, const ParameterValues &parameters)
{
    if (adminClass != u"VILLAGE"_s && adminClass != u"GROUP"_s) {
        return std::nan("");
    }
    return parameters.number(u"subsidy_province"_s) + parameters.number(u"subsidy_city"_s) +
           parameters.number(u"subsidy_county"_s);
}

Result<Table> load(const AlgorithmInput &input, const JobContext &job)
{
    auto funds =
        fundsOn(input.project, input.asOf, job, segmentNameFields() + QStringList{u"length_km"_s, u"admin_class"_s});
    auto built = funds ? builtShares(input.project, input.asOf, job) : Result<std::vector<double>>(funds.error());
    auto km = built ? segmentLengths_km(*funds->roads, job) : Result<std::vector<double>>(built.error());
    return km ? Result<Table>(Table{std::move(*funds), std::move(*built), std::move(*km)}) : Result<Table>(km.error());
}

bool hasMoney(const RoadFunds &road)
{
    return road.budget > 0 || road.issued != 0 || road.paid != 0;
}

FeatureRow roadRow(const Table &table, std::size_t row, double limit_pp, QString &flag)
{
    const LayerSnapshot &roads = *table.funds.roads;
    const RoadFunds &money = table.funds.byRoad[row];
    const double built = 100 * table.built[row];
    const double ahead = share(money.paid, money.budget) - built;
    flag = flagOf(ahead, limit_pp);
    const Column *classes = roads.column(u"admin_class"_s);
    FeatureRow made;
    made.values = {outcomeCell(segmentName(roads, row)),
                   outcomeCell(stringAt(classes, row)),
                   outcomeCell(table.km[row]),
                   outcomeCell(money.budget),
                   outcomeCell(money.issued),
                   outcomeCell(money.paid),
                   outcomeCell(share(money.issued, money.budget)),
                   outcomeCell(share(money.paid, money.budget)),
                   outcomeCell(share(money.paid, money.issued)),
                   outcomeCell(built),
                   outcomeCell(ahead),
                   outcomeCell(flag),
                   outcomeCell(table.km[row] > 0 && money.budget > 0 ? money.budget / table.km[row] : std::nan(""))};
    made.geometry = roads.geometry().geometry(row);
    return made;
}

OutcomeLayer costLayer(const std::map<QString, ClassCost> &classes, const ParameterValues &parameters)
{
    OutcomeLayer layer{classSchema(), {}};
    for (const Choice &choice : adminClassChoices()) {
        const auto found = classes.find(choice.id);
        if (found == classes.end()) {
            continue;
        }
        const ClassCost &cost = found->second;
        const double perKm = cost.km > 0 ? cost.budget / cost.km : std::nan("");
        const double subsidy = subsidyFor(choice.id, parameters);
        FeatureRow row;
        row.values = {outcomeCell(choice.name.toString()),
                      Value(std::int64_t{cost.roads}),
                      outcomeCell(cost.km),
                      outcomeCell(cost.budget),
                      outcomeCell(cost.issued),
                      outcomeCell(cost.paid),
                      outcomeCell(perKm),
                      outcomeCell(subsidy),
                      outcomeCell(share(subsidy, perKm))};
        layer.rows.push_back(std::move(row));
    }
    return layer;
}

Result<Outcome> run(const AlgorithmInput &input, const JobContext &job)
{
    job.report(0, Text{u"汇总道路资金"_s, u"adding up the funds of roads"_s}.toString());
    const auto table = load(input, job);
    if (!table) {
        return table.error();
    }
    const double limit_pp = input.parameters.number(u"ahead_pp"_s);
    const Column *classColumn = table->funds.roads->column(u"admin_class"_s);
    Outcome outcome;
    outcome.layers.push_back({roadSchema(), {}});
    std::map<QString, ClassCost> classes;
    ClassCost all;
    int flagged = 0;
    for (std::size_t row = 0; row < table->funds.byRoad.size(); ++row) {
        const RoadFunds &money = table->funds.byRoad[row];
        if (!hasMoney(money)) {
            continue;
        }
        QString flag;
        outcome.layers.front().rows.push_back(roadRow(*table, row, limit_pp, flag));
        flagged += flag.isEmpty() ? 0 : 1;
        for (ClassCost *cost : {&all, &classes[stringAt(classColumn, row)]}) {
            ++cost->roads;
            cost->km += money.budget > 0 ? table->km[row] : 0;
            cost->budget += money.budget;
            cost->issued += money.issued;
            cost->paid += money.paid;
        }
    }
    outcome.layers.push_back(costLayer(classes, input.parameters));
    outcome.figures = {{u"segments"_s, all.roads},     {u"km"_s, all.km},     {u"budget"_s, all.budget},
                       {u"issued"_s, all.issued},      {u"paid"_s, all.paid}, {u"flagged"_s, flagged},
                       {u"subsidies_checked"_s, false}};
    return outcome;
}

Parameter subsidy(const QString &parameterId, const Text &name, double yuan)
{
    return numberParameter(parameterId, name,
                           {u"通村、通组路每公里补助（江西省级政策，未经核实）。"_s,
                            u"Subsidy per km of roads to villages and groups (policy of Jiangxi, unchecked)."_s},
                           u"元/km"_s, 0, 10'000'000, yuan);
}

} // namespace

Algorithm fundsAlgorithm()
{
    Algorithm algorithm;
    algorithm.id = u"roads.funds"_s;
    algorithm.programme = id(k_programme);
    algorithm.name = {u"道路资金与造价"_s, u"Funds and cost of roads"_s};
    algorithm.help = {
        u"到当日逐路段的预算、下达、支付与形象进度，支付明显超前或滞后于进度的予以提示；各行政等级的每公里预算与补助标准比较。"_s,
        u"For each segment its budget, what was issued and paid up to the day and how much is built, with a flag where "
        u"payment and works are far apart; and the budget per kilometre of each class beside the subsidies."_s};
    algorithm.parameters = {paidAheadParameter(),
                            subsidy(u"subsidy_province"_s, {u"省级补助"_s, u"Subsidy of the province"_s}, 80000),
                            subsidy(u"subsidy_city"_s, {u"市级补助"_s, u"Subsidy of the city"_s}, 20000),
                            subsidy(u"subsidy_county"_s, {u"县级补助"_s, u"Subsidy of the county"_s}, 20000)};
    algorithm.run = run;
    return algorithm;
}

} // namespace cuntu::roads
