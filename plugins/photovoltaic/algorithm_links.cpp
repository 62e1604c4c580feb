// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/outcome_cell.h"
#include "plugins/photovoltaic/declare.h"
#include "plugins/photovoltaic/money.h"
#include "plugins/photovoltaic/words.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {

namespace {

/// Lines end where people live: they leave the program only when positions may.
LayerSchema linkSchema()
{
    LayerSchema layer;
    layer.id = u"photovoltaic_links"_s;
    layer.name = {u"电站与受益户"_s, u"Stations and their households"_s};
    layer.geometry = GeometryType::Line;
    layer.positionPersonal = true;
    layer.nameField = u"station"_s;
    layer.fields = {outcomeField(u"station"_s, {u"电站"_s, u"Station"_s}, FieldType::Text),
                    outcomeField(u"registered"_s, {u"建档立卡户"_s, u"Registered poor"_s}, FieldType::Boolean),
                    outcomeField(u"yuan"_s, {u"年度内发放"_s, u"Paid in the year"_s}, FieldType::Real, u"元"_s),
                    outcomeField(u"enough"_s, {u"达标"_s, u"Enough"_s}, FieldType::Boolean),
                    outcomeField(u"distance_m"_s, {u"距离"_s, u"Distance"_s}, FieldType::Real, u"m"_s)};
    return layer;
}

Result<Outcome> run(const AlgorithmInput &input, const JobContext &job)
{
    const auto stations = readStations(input.project, StationRule::from(input.parameters), input.asOf, job);
    if (!stations) {
        return stations.error();
    }
    const auto incomes = readIncomes(input.project, *stations, MoneyWindow::from(input.parameters, input.asOf), job);
    if (!incomes) {
        return incomes.error();
    }
    const double least = input.parameters.number(u"least_yuan"_s);
    Outcome outcome;
    outcome.layers.push_back({linkSchema(), {}});
    qint64 links = 0;
    qint64 enough = 0;
    double farthest_m = 0;
    for (std::size_t station = 0; station < incomes->householdsOf.size(); ++station) {
        const Point from = stations->layer->geometry().firstPoint(station);
        for (const std::uint32_t household : incomes->householdsOf[station]) {
            const Point to = incomes->layer->geometry().firstPoint(household);
            const bool has = incomes->yuan[household] >= least;
            ++links;
            enough += has ? 1 : 0;
            if (std::isnan(from.x) || std::isnan(to.x)) {
                continue;
            }
            const double distance_m = std::hypot(to.x - from.x, to.y - from.y);
            farthest_m = std::max(farthest_m, distance_m);
            FeatureRow row;
            row.values = {outcomeCell(stationName(*stations->layer, station)),
                          outcomeCell(static_cast<bool>(incomes->registered[household])),
                          outcomeCell(rounded(incomes->yuan[household], 2)), outcomeCell(has),
                          outcomeCell(rounded(distance_m, 1))};
            row.geometry.type = GeometryType::Line;
            row.geometry.points = {from, to};
            row.geometry.partEnds = {2};
            outcome.layers.front().rows.push_back(std::move(row));
        }
    }
    outcome.figures = {{u"links"_s, links},
                       {u"drawn"_s, static_cast<qint64>(outcome.layers.front().rows.size())},
                       {u"enough"_s, enough},
                       {u"farthest_m"_s, rounded(farthest_m, 1)}};
    return outcome;
}

} // namespace

void addLinksAlgorithm(Registry &draft)
{
    Algorithm algorithm;
    algorithm.id = u"photovoltaic.links"_s;
    algorithm.programme = id(k_programme);
    algorithm.name = {u"电站到户连线"_s, u"From stations to households"_s};
    algorithm.help = {u"本年度每座电站与其受益户的连线，和各户年度内得到的金额。"_s,
                      u"A line from each station to each household that is linked to it in the year, with what it was "
                      u"paid."_s};
    algorithm.parameters = StationRule::parameters();
    algorithm.parameters.push_back(MoneyWindow::parameter());
    algorithm.parameters.push_back(numberParameter(u"least_yuan"_s, {u"每户标准"_s, u"Enough"_s},
                                                   {u"每户每年的金额。"_s, u"Per household and year."_s}, u"元"_s, 1,
                                                   100000, 1500));
    algorithm.figures = {{u"links"_s, {u"受益关系"_s, u"Links"_s}, u"条"_s},
                         {u"drawn"_s, {u"有位置的"_s, u"With positions"_s}, u"条"_s},
                         {u"enough"_s, {u"达标的户次"_s, u"With enough"_s}, u"户"_s},
                         {u"farthest_m"_s, {u"最远"_s, u"Farthest"_s}, u"m"_s}};
    algorithm.run = run;
    draft.algorithms.push_back(algorithm);
}

} // namespace cuntu::photovoltaic
