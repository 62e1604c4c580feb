// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/water/plan_outcome.h"

#include "core/algorithm/figure_makers.h"
#include "plugins/water/declare.h"
#include "plugins/water/pipe_tables.h"
#include "plugins/water/units.h"

#include <QJsonArray>
#include <QLocale>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::water {

namespace {

QString yuanText(double yuan)
{
    const QString number = QLocale().toString(std::round(yuan), 'f', 0);
    return Text{number + u" 元"_s, number + u" yuan"_s}.toString();
}

QString metresText(double metres)
{
    return QLocale().toString(std::round(metres), 'f', 0) + u" m"_s;
}

QString headText(const Alternative &way)
{
    if (std::isnan(way.lift_m)) {
        return Text{u"高程不明，按自流"_s, u"heights unknown, taken to flow by itself"_s}.toString();
    }
    return way.lift_m > 0 ? Text{u"提水 %1"_s, u"pumped up %1"_s}.toString().arg(metresText(way.lift_m))
                          : Text{u"自流，余水头 %1"_s, u"by gravity, %1 of head to spare"_s}.toString().arg(
                                metresText(-way.lift_m));
}

QString obstacleText(const SupplyResult &result, const Alternative &way)
{
    switch (way.obstacle) {
    case Obstacle::TooFar:
        return std::isfinite(way.pipe_m)
                   ? Text{u"最近处需新管 %1，过远"_s, u"the nearest takes %1 of new pipe: too far"_s}.toString().arg(
                         metresText(way.pipe_m))
                   : Text{u"没有管线走得到"_s, u"no way for a pipe leads there"_s}.toString();
    case Obstacle::TooHigh:
        return Text{u"需提水 %1，过高"_s, u"must be pumped up %1: too high"_s}.toString().arg(metresText(way.lift_m));
    case Obstacle::TooLittle: {
        const SystemSite &site = result.choice.sites[way.system];
        return std::isnan(site.capacity_m3d)
                   ? Text{u"%1 的供水能力不明"_s, u"the capacity of %1 is not known"_s}.toString().arg(site.name)
                   : Text{u"%1 设计年只余 %2 m³/d"_s, u"%1 has only %2 m³/d left in the target year"_s}
                         .toString()
                         .arg(site.name)
                         .arg(site.spare_m3d(), 0, 'f', 1);
    }
    case Obstacle::TooFew:
        return Text{u"可及人口太少，不足以新建集中供水"_s, u"too few persons in reach for new works"_s}.toString();
    case Obstacle::TooDear:
        return Text{u"单独 %1，超过每户最高投资"_s, u"%1 alone: more than the most a household"_s}.toString().arg(
            yuanText(way.alone_yuan));
    case Obstacle::NoSystem:
    case Obstacle::None:
        break;
    }
    return Text{u"没有这样的工程"_s, u"there are no such works"_s}.toString();
}

QString alternativeText(const SupplyResult &result, const Text &name, const Alternative &way)
{
    if (!way.isFeasible()) {
        return Text{u"%1：不可行，%2"_s, u"%1: not possible, %2"_s}.toString().arg(name.toString(),
                                                                                   obstacleText(result, way));
    }
    return Text{u"%1：由 %2，新管 %3，%4，单独 %5"_s, u"%1: from %2, %3 of new pipe, %4, alone %5"_s}.toString().arg(
        name.toString(), systemName(result.choice, way.system), metresText(way.pipe_m), headText(way),
        yuanText(way.alone_yuan));
}

QString decisionText(const SupplyResult &result, std::uint32_t number)
{
    const std::uint32_t system = result.plan.systemOf[number];
    const auto &ways = result.choice.alternatives[number];
    if (system != k_noIndex) {
        const SystemSite &site = result.choice.sites[system];
        return Text{u"由 %1 供水（%2）"_s, u"gets water from %1 (%2)"_s}.toString().arg(site.name,
                                                                                        modeText(site.mode).toString());
    }
    if (!ways[UrbanClass].isFeasible() && !ways[CentralClass].isFeasible()) {
        return result.choice.unserved[number].unsupplied > 0
                   ? Text{u"不具备集中供水条件，分散供水"_s, u"no conditions for works: dispersed supply"_s}.toString()
                   : Text{u"不具备集中供水条件，维持现有供水"_s, u"no conditions for works: keeps the supply it has"_s}
                         .toString();
    }
    return Text{u"本方案不安排：其他村更省或能力已用完"_s,
                u"left by this plan: others cost less, or the capacity is used up"_s}
        .toString();
}

/// Pipes by kind, and settlements by what they get.
struct Sums {
    double pipe_km = 0;
    double pipes_yuan = 0;
    double ends_yuan = 0;
    double works_yuan = 0;
    qint64 opened = 0;
    qint64 urban = 0;
    qint64 central = 0;
    qint64 dispersed = 0;
    qint64 left = 0;
    double dispersed_yuan = 0;
    double dispersedPersons = 0;
    double households = 0;
};

Sums sumsOf(const SupplyResult &result)
{
    Sums sums;
    const SupplyChoice &choice = result.choice;
    for (const PlannedPipe &pipe : result.plan.pipes) {
        if (pipe.route != k_noIndex) {
            sums.pipe_km += choice.network.ways[pipe.route].length_m / k_metresInKm;
            sums.pipes_yuan += pipe.cost;
        } else if (pipe.link != k_noIndex) {
            sums.ends_yuan += pipe.cost;
        } else {
            sums.works_yuan += pipe.cost;
            ++sums.opened;
        }
    }
    for (std::uint32_t i = 0; i < choice.unserved.size(); ++i) {
        const std::uint32_t system = result.plan.systemOf[i];
        const bool isPossible =
            choice.alternatives[i][UrbanClass].isFeasible() || choice.alternatives[i][CentralClass].isFeasible();
        if (system != k_noIndex) {
            ++(choice.sites[system].mode == Mode::UrbanExtension ? sums.urban : sums.central);
            sums.households += std::isnan(choice.unserved[i].households) ? 0 : choice.unserved[i].households;
        } else if (isPossible) {
            ++sums.left;
        } else {
            ++sums.dispersed;
            if (choice.unserved[i].unsupplied > 0) {
                sums.dispersed_yuan += choice.dispersed_yuan[i];
                sums.dispersedPersons += choice.unserved[i].unsupplied;
            }
        }
    }
    return sums;
}

QJsonArray programmeOf(const SupplyResult &result, const std::vector<PipeUse> &uses)
{
    QJsonArray programme;
    double persons = result.before;
    for (int i = 0; i < result.request.yearCount; ++i) {
        const int year = result.request.firstYear + i;
        double yuan = 0;
        double km = 0;
        qint64 settlements = 0;
        for (std::size_t k = 0; k < uses.size(); ++k) {
            const PlannedPipe &pipe = result.plan.pipes[k];
            if (uses[k].year == year) {
                yuan += pipe.cost;
                km += pipe.route != k_noIndex ? result.choice.network.ways[pipe.route].length_m / k_metresInKm : 0;
                settlements += pipe.settlement != k_noIndex ? 1 : 0;
                persons += pipe.settlement != k_noIndex ? result.choice.unserved[pipe.settlement].persons : 0;
            }
        }
        programme.push_back(QJsonObject{{u"year"_s, QString::number(year)},
                                        {u"km"_s, km},
                                        {u"cost"_s, std::round(yuan)},
                                        {u"settlements"_s, settlements},
                                        {u"rate"_s, result.counted > 0 ? 100 * persons / result.counted : 0}});
    }
    return programme;
}

QJsonObject figuresOf(const SupplyResult &result, const std::vector<PipeUse> &uses)
{
    const SupplyPlan &plan = result.plan;
    const Sums sums = sumsOf(result);
    const bool byBudget = result.request.goal.budget.has_value();
    const double base = byBudget ? result.before : 0;
    const auto rate = [&](double persons) { return result.counted > 0 ? 100 * persons / result.counted : 0; };
    qint64 unknown = 0;
    for (const SystemSite &site : result.choice.sites) {
        unknown += std::isnan(site.capacity_m3d) ? 1 : 0;
    }
    QJsonObject figures{{u"objective_in"_s, byBudget ? u"人"_s : u"元"_s},
                        {u"objective"_s, byBudget ? std::round(base + plan.weight) : std::round(plan.cost)},
                        {u"bound"_s, std::round(base + plan.bound)},
                        {u"gap"_s, plan.gap(result.request.goal)},
                        {u"optimal"_s, plan.optimal},
                        {u"stopped"_s, plan.isStopped},
                        {u"enough"_s, plan.isEnough},
                        {u"cost"_s, std::round(plan.cost)},
                        {u"cost_pipes"_s, std::round(sums.pipes_yuan)},
                        {u"cost_ends"_s, std::round(sums.ends_yuan)},
                        {u"cost_works"_s, std::round(sums.works_yuan)},
                        {u"cost_dispersed"_s, std::round(sums.dispersed_yuan)},
                        {u"population"_s, std::round(result.counted)},
                        {u"before"_s, std::round(result.before)},
                        {u"after"_s, std::round(result.before + plan.weight)},
                        {u"rate_before"_s, rate(result.before)},
                        {u"rate_after"_s, rate(result.before + plan.weight)},
                        {u"households"_s, std::round(sums.households)},
                        {u"pipe_km"_s, sums.pipe_km},
                        {u"works_opened"_s, sums.opened},
                        {u"settlements_urban"_s, sums.urban},
                        {u"settlements_central"_s, sums.central},
                        {u"settlements_dispersed"_s, sums.dispersed},
                        {u"dispersed_persons"_s, std::round(sums.dispersedPersons)},
                        {u"settlements_left"_s, sums.left},
                        {u"works_without_capacity"_s, unknown},
                        {u"settlements_without_position"_s, static_cast<qint64>(result.withoutPosition)},
                        {u"settlements_withdrawn"_s, static_cast<qint64>(result.withdrawn)}};
    if (!plan.isEnough) {
        figures[u"rate_most"_s] = rate(result.before + plan.mostWeight);
    }
    if (byBudget) {
        figures[u"budget"_s] = *result.request.goal.budget;
    }
    if (result.request.yearCount > 0) {
        figures[u"programme"_s] = programmeOf(result, uses);
    }
    return figures;
}

/// Works that are to be built and of which the ledger says nothing yet, or only that there is a need.
std::vector<ProposedMark> marksOf(const SupplyResult &result, Day asOf)
{
    const LifeCycle cycle = worksLifeCycle();
    const std::vector<const Status *> statuses = cycle.findStatuses(result.works.statuses());
    const auto numbers = result.works.statusesOn(*result.survey.works.layer->sharedIds(), asOf);
    std::vector<ProposedMark> marks;
    for (const PlannedPipe &pipe : result.plan.pipes) {
        const std::uint32_t row = result.choice.sites[pipe.system].works;
        const bool isOpening = pipe.route == k_noIndex && pipe.link == k_noIndex;
        if (!isOpening || row == k_noIndex) {
            continue;
        }
        const Status *status = statuses[numbers[row]];
        if (status == nullptr || status->countsAs == StatusClass::Need) {
            marks.push_back(
                {id(k_works), result.survey.works.layer->id(row), u"PLANNED"_s, asOf,
                 Text{u"供水方案：新建，%1"_s, u"water plan: to be built, %1"_s}.toString().arg(yuanText(pipe.cost))});
        }
    }
    return marks;
}

} // namespace

QString supplyChoiceReason(const SupplyResult &result, std::uint32_t number)
{
    const auto &ways = result.choice.alternatives[number];
    QStringList parts{decisionText(result, number)};
    parts << alternativeText(result, modeText(Mode::UrbanExtension), ways[UrbanClass])
          << alternativeText(result, {u"集中供水"_s, u"centralised works"_s}, ways[CentralClass])
          << Text{u"分散供水：%1"_s, u"dispersed: %1"_s}.toString().arg(yuanText(result.choice.dispersed_yuan[number]));
    return parts.join(Text{u"；"_s, u"; "_s}.toString());
}

std::vector<OutcomeFigure> supplyFigures()
{
    return joined(
        boundedPlanFigures(),
        {
            {u"cost"_s, {u"通自来水投资"_s, u"Cost of the taps"_s}, u"元"_s},
            {u"cost_pipes"_s, {u"其中管道"_s, u"Pipes of it"_s}, u"元"_s},
            {u"cost_ends"_s, {u"其中泵站、水池、入户"_s, u"Pumps, tanks, taps of it"_s}, u"元"_s},
            {u"cost_works"_s, {u"其中水厂"_s, u"Works of it"_s}, u"元"_s},
            {u"cost_dispersed"_s, {u"另：分散供水投资"_s, u"Besides: dispersed supply"_s}, u"元"_s},
            {u"population"_s, {u"农村供水人口"_s, u"Rural supply population"_s}, u"人"_s},
            {u"before"_s, {u"现有自来水人口"_s, u"Persons with a tap now"_s}, u"人"_s},
            {u"after"_s, {u"方案后自来水人口"_s, u"Persons with a tap by the plan"_s}, u"人"_s},
            {u"rate_before"_s, {u"现普及率"_s, u"Share now"_s}, u"%"_s},
            {u"rate_after"_s, {u"方案后普及率"_s, u"Share with the plan"_s}, u"%"_s},
            {u"rate_most"_s, {u"最高可达普及率"_s, u"No plan reaches more"_s}, u"%"_s},
            {u"households"_s, {u"新通户数"_s, u"Households given a tap"_s}, u"户"_s},
            {u"pipe_km"_s, {u"新建管长"_s, u"New pipe"_s}, u"km"_s},
            {u"works_opened"_s, {u"新建或修复水厂"_s, u"Works built or repaired"_s}, u"处"_s},
            {u"settlements_urban"_s, {u"城镇管网延伸到的自然村"_s, u"Settlements on an urban network"_s}, u"个"_s},
            {u"settlements_central"_s, {u"集中供水的自然村"_s, u"Settlements on centralised works"_s}, u"个"_s},
            {u"settlements_dispersed"_s, {u"只能分散供水的自然村"_s, u"Settlements for dispersed supply"_s}, u"个"_s},
            {u"dispersed_persons"_s, {u"需新增分散供水人口"_s, u"Persons who need dispersed supply"_s}, u"人"_s},
            {u"settlements_left"_s, {u"未安排的自然村"_s, u"Settlements left"_s}, u"个"_s},
            {u"works_without_capacity"_s, {u"供水能力不明的工程"_s, u"Works of unknown capacity"_s}, u"处"_s},
            {u"settlements_without_position"_s, {u"没有位置的自然村"_s, u"Settlements without a position"_s}, u"个"_s},
            {u"settlements_withdrawn"_s, {u"拟撤并、不安排的自然村"_s, u"Settlements to be withdrawn"_s}, u"个"_s},
            {u"programme"_s, {u"分年计划"_s, u"By year"_s}},
        });
}

Outcome supplyOutcome(const SupplyResult &result, Day asOf)
{
    const std::vector<PipeUse> uses = pipeUses(result);
    Outcome outcome;
    outcome.figures = figuresOf(result, uses);
    outcome.layers.push_back(pipesLayer(result, uses));
    outcome.layers.push_back(suppliedLayer(result, uses));
    outcome.layers.push_back(systemsLayer(result));
    outcome.marks = marksOf(result, asOf);
    return outcome;
}

} // namespace cuntu::water
