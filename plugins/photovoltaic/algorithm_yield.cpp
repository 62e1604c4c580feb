// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/outcome_cell.h"
#include "plugins/photovoltaic/declare.h"
#include "plugins/photovoltaic/degradation.h"
#include "plugins/photovoltaic/modelled.h"
#include "plugins/photovoltaic/words.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {

namespace {

/// What the readings of twelve months say beside the model.
struct Compared {
    double modelled_kWh = 0; ///< of the months that have readings, less what the modules have lost since they were new
    double read_kWh = 0;
    int months = 0;
};

/// Years from the connection to the middle of @p month; 0 where that is not known.
double ageIn(const Stations &stations, std::size_t row, int month)
{
    constexpr double k_yearDays = 365.25;
    constexpr int k_middle = 15;
    const double grid = numberAt(stations.layer->column(u"grid_on"_s), row);
    return std::isnan(grid) ? 0 : std::max(0.0, (firstOfMonth(month).number() + k_middle - grid) / k_yearDays);
}

/// The share a year that station @p row loses: as declared, else as the parameter has it.
double declaredRate(const Stations &stations, std::size_t row, double otherwise)
{
    const double declared = numberAt(stations.layer->column(u"degradation"_s), row) / 100;
    return std::isnan(declared) ? otherwise : declared;
}

std::vector<Compared> compare(const std::vector<MonthEnergy> &months, const MonthWindow &window,
                              const std::vector<YearYield> &yields, const Stations &stations, double rate)
{
    std::vector<Compared> all(yields.size());
    for (const MonthEnergy &month : months) {
        if (month.month >= window.first && month.month <= window.last) {
            Compared &compared = all[month.station];
            compared.modelled_kWh +=
                yields[month.station].kwh[static_cast<std::size_t>(month.month % 12)] *
                leftAfter(ageIn(stations, month.station, month.month), declaredRate(stations, month.station, rate));
            compared.read_kWh += month.kwh;
            ++compared.months;
        }
    }
    return all;
}

LayerSchema yieldSchema()
{
    LayerSchema layer;
    layer.id = u"photovoltaic_yield"_s;
    layer.name = {u"光伏模拟发电量"_s, u"Modelled yield"_s};
    layer.geometry = GeometryType::Point;
    layer.nameField = u"station"_s;
    layer.fields = {
        outcomeField(u"station"_s, {u"电站"_s, u"Station"_s}, FieldType::Text),
        outcomeField(u"capacity_kw"_s, {u"装机容量"_s, u"Capacity"_s}, FieldType::Real, u"kW"_s),
        outcomeField(u"modelled_kwh"_s, {u"模拟年发电量"_s, u"Modelled, a year"_s}, FieldType::Real, u"kWh"_s),
        outcomeField(u"eq_hours"_s, {u"模拟等效小时"_s, u"Equivalent hours"_s}, FieldType::Real, u"h"_s),
        outcomeField(u"plane_kwh_m2"_s, {u"斜面年辐照量"_s, u"Irradiation of the plane"_s}, FieldType::Real,
                     u"kWh/m²"_s),
        outcomeField(u"shade_loss"_s, {u"遮挡损失"_s, u"Lost to shade"_s}, FieldType::Real, u"%"_s),
        outcomeField(u"model_pr"_s, {u"模拟系统效率"_s, u"Modelled performance ratio"_s}, FieldType::Real, u"%"_s),
        outcomeField(u"read_kwh"_s, {u"实际电量"_s, u"Readings"_s}, FieldType::Real, u"kWh"_s),
        outcomeField(u"read_months"_s, {u"读数月数"_s, u"Months read"_s}, FieldType::Integer, u"月"_s),
        outcomeField(u"pr"_s, {u"实际系统效率"_s, u"Performance ratio"_s}, FieldType::Real, u"%"_s),
        outcomeField(u"lost"_s, {u"少发"_s, u"Short of the model"_s}, FieldType::Real, u"%"_s),
        outcomeField(u"degradation"_s, {u"取用的年衰减率"_s, u"Degradation, as taken"_s}, FieldType::Real, u"%"_s),
        outcomeField(u"fitted"_s, {u"读数拟合的年衰减率"_s, u"Degradation, by the readings"_s}, FieldType::Real,
                     u"%"_s)};
    for (int month = 1; month <= 12; ++month) {
        layer.fields.push_back(outcomeField(u"m%1"_s.arg(month, 2, 10, QLatin1Char('0')),
                                            {u"%1月模拟"_s.arg(month), u"Modelled, month %1"_s.arg(month)},
                                            FieldType::Real, u"kWh"_s));
    }
    return layer;
}

FeatureRow rowOf(const Stations &stations, std::size_t row, const YearYield &yield, const Compared &compared,
                 double rate, double fitted)
{
    const double kw = stations.kw[row];
    const double ratio = yield.ratio(kw);
    const double read = compared.months > 0 ? compared.read_kWh : std::nan("");
    FeatureRow made;
    made.values = {outcomeCell(stationName(*stations.layer, row)),
                   outcomeCell(kw),
                   outcomeCell(rounded(yield.total(), 0)),
                   outcomeCell(rounded(yield.total() / kw, 0)),
                   outcomeCell(rounded(yield.plane(), 1)),
                   outcomeCell(rounded(100 * (1 - yield.plane() / yield.unshadedPlane_kWh_m2), 2)),
                   outcomeCell(rounded(100 * ratio, 1)),
                   outcomeCell(rounded(read, 0)),
                   Value(std::int64_t{compared.months}),
                   outcomeCell(rounded(100 * ratio * read / compared.modelled_kWh, 1)),
                   outcomeCell(rounded(100 * (1 - read / compared.modelled_kWh), 1)),
                   outcomeCell(rounded(100 * rate, 2)),
                   outcomeCell(rounded(100 * fitted, 2))};
    for (const double kwh : yield.kwh) {
        made.values.push_back(outcomeCell(rounded(kwh, 0)));
    }
    made.geometry = stations.layer->geometry().geometry(row);
    return made;
}

/// The middle of what the readings of the stations say, in % a year; null where they say nothing.
QJsonValue medianRate(const std::vector<FittedDegradation> &fitted)
{
    std::vector<double> rates;
    for (const FittedDegradation &each : fitted) {
        if (!std::isnan(each.rate)) {
            rates.push_back(100 * each.rate);
        }
    }
    return rates.empty() ? QJsonValue() : QJsonValue(medianOf(std::move(rates)));
}

Result<Outcome> run(const AlgorithmInput &input, const JobContext &job)
{
    const auto stations =
        readStations(input.project, StationRule{}, input.asOf, job, systemFields() + QStringList{u"degradation"_s});
    if (!stations) {
        return stations.error();
    }
    const auto readings = readReadings(input.project, *stations, job);
    const auto places = placesOf(*stations->layer);
    if (!readings || !places) {
        return !readings ? readings.error() : places.error();
    }
    const auto model = readModel(input.project, input.parameters, *places, job);
    if (!model) {
        return model.error();
    }
    std::vector<PvSystem> systems;
    for (std::size_t row = 0; row < stations->size(); ++row) {
        systems.push_back(systemOf(*stations, row));
    }
    const auto yields = yieldsOf(*model, systems, *places, job);
    if (!yields) {
        return yields.error();
    }
    const int last = lastWholeMonth(input.asOf);
    const double rate = input.parameters.number(u"degradation"_s) / 100;
    const auto months = energyByMonth(*readings, *stations);
    const auto compared = compare(months, {last - 11, last}, *yields, *stations, rate);
    const auto fitted = fitDegradation(months, *stations);
    Outcome outcome;
    outcome.layers.push_back({yieldSchema(), {}});
    double kwh = 0;
    double kw = 0;
    double plane = 0;
    for (std::size_t row = 0; row < yields->size(); ++row) {
        const YearYield &yield = (*yields)[row];
        if (yield.plane() > 0) {
            outcome.layers.front().rows.push_back(
                rowOf(*stations, row, yield, compared[row], declaredRate(*stations, row, rate), fitted[row].rate));
            kwh += yield.total();
            kw += systems[row].kw;
            plane += yield.plane() * systems[row].kw;
        }
    }
    const auto known = std::find_if(places->begin(), places->end(),
                                    [](const SunPlace &place) { return std::isfinite(place.latitude); });
    const ArrayPlane best =
        known == places->end() ? ArrayPlane() : bestPlane(*known, model->sun, model->weather, {}, [&] {
            PvSystem system;
            system.sky = model->sky;
            return system;
        }());
    outcome.figures = {{u"stations"_s, static_cast<qint64>(outcome.layers.front().rows.size())},
                       {u"modelled_kwh"_s, kwh},
                       {u"eq_hours"_s, kw > 0 ? kwh / kw : 0},
                       {u"performance_ratio"_s, plane > 0 ? kwh / plane : 0},
                       {u"degradation"_s, medianRate(fitted)},
                       {u"best_tilt_deg"_s, best.tilt_deg},
                       {u"best_azimuth_deg"_s, best.azimuth_deg},
                       {u"climate"_s, model->source},
                       {u"terrain"_s, model->terrain.has_value()}};
    return outcome;
}

} // namespace

void addYieldAlgorithm(Registry &draft)
{
    Algorithm algorithm;
    algorithm.id = u"photovoltaic.yield"_s;
    algorithm.programme = id(k_programme);
    algorithm.name = {u"模拟发电量"_s, u"Modelled yield"_s};
    algorithm.help = {
        u"按太阳位置（NREL SPA）、辐照、组件温度、逆变器（PVWatts）和山体、房屋、树木的遮挡，逐小时模拟每个电站一年的发电量，并与最近 12 个月的读数比较。"_s,
        u"A year of each station by the hour: position of the sun (NREL SPA), irradiance, temperature of the cells, "
        u"inverters (PVWatts) and the shade of land, houses and trees; beside the readings of the last twelve months."_s};
    algorithm.parameters = modelParameters();
    algorithm.parameters.push_back(numberParameter(
        u"degradation"_s, {u"年衰减率"_s, u"Degradation"_s},
        {u"电站没有注明时取用。默认值为实测的中位数（Jordan 和 Kurtz，2013）。"_s,
         u"Of stations that declare none. The default is the median of what was measured (Jordan & Kurtz 2013)."_s},
        u"%"_s, 0, 10, 0.5));
    algorithm.figures = {
        {u"stations"_s, {u"电站"_s, u"Stations"_s}, u"座"_s},
        {u"modelled_kwh"_s, {u"模拟年发电量"_s, u"Modelled yield of a year"_s}, u"kWh"_s},
        {u"eq_hours"_s, {u"等效利用小时"_s, u"Equivalent hours"_s}, u"h"_s},
        {u"performance_ratio"_s, {u"系统效率"_s, u"Performance ratio"_s}},
        {u"degradation"_s, {u"读数拟合的年衰减率（中位数）"_s, u"Degradation by the readings, median"_s}, u"%"_s},
        {u"best_tilt_deg"_s, {u"最佳倾角"_s, u"Best tilt"_s}, u"°"_s},
        {u"best_azimuth_deg"_s, {u"最佳方位角"_s, u"Best azimuth"_s}, u"°"_s},
        {u"climate"_s, {u"气象资料"_s, u"Climate"_s}},
        {u"terrain"_s, {u"计入地形"_s, u"With terrain"_s}}};
    algorithm.run = run;
    draft.algorithms.push_back(algorithm);
}

} // namespace cuntu::photovoltaic
