// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/photovoltaic/modelled.h"

#include "core/algorithm/parameter_makers.h"
#include "plugins/photovoltaic/declare.h"
#include "plugins/photovoltaic/words.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <numbers>
#include <thread>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {

namespace {

constexpr double k_margin_m = 20500; // HorizonSearch::reach_m and a little

Result<Climate> readClimate(const ProjectSnapshot &project, const JobContext &job)
{
    const auto layer =
        layerWith(project, id(k_climate),
                  {u"month"_s, u"ghi_kwh_m2"_s, u"temperature_c"_s, u"wind_m_s"_s, u"temperature_range_k"_s}, job);
    if (!layer) {
        return layer.error();
    }
    Climate climate;
    std::array<bool, 12> known{};
    for (std::size_t row = 0; row < (*layer)->size(); ++row) {
        const double month = numberAt((*layer)->column(u"month"_s), row);
        if (month >= 1 && month <= 12) {
            const auto m = static_cast<std::size_t>(month) - 1;
            climate[m] = {numberAt((*layer)->column(u"ghi_kwh_m2"_s), row),
                          numberAt((*layer)->column(u"temperature_c"_s), row),
                          numberAt((*layer)->column(u"wind_m_s"_s), row),
                          numberAt((*layer)->column(u"temperature_range_k"_s), row)};
            known[m] = !std::isnan(climate[m].ground_kWh_m2);
        }
    }
    if (std::find(known.begin(), known.end(), false) != known.end()) {
        return Error{ErrorCode::NotFound,
                     Text{u"没有太阳能资源数据"_s, u"there is no solar climate"_s}.toString(),
                     {},
                     Text{u"导入 12 个月的 pv_climate，或用 climate_file 指定典型气象年文件。"_s,
                          u"Import the twelve months as pv_climate, or name a typical year by climate_file."_s}
                         .toString(),
                     {},
                     {}};
    }
    return climate;
}

SunPlace middleOf(const std::vector<SunPlace> &places)
{
    SunPlace middle;
    double count = 0;
    for (const SunPlace &place : places) {
        if (std::isfinite(place.latitude)) {
            middle.latitude += place.latitude;
            middle.longitude += place.longitude;
            ++count;
        }
    }
    return count > 0 ? SunPlace{middle.latitude / count, middle.longitude / count, 0} : middle;
}

Result<std::optional<HeightGrid>> readTerrain(const QString &path, const std::vector<SunPlace> &places)
{
    Box window;
    for (const SunPlace &place : places) {
        window.add(Point{place.longitude, place.latitude});
    }
    if (path.isEmpty() || window.isEmpty()) {
        return std::optional<HeightGrid>();
    }
    constexpr double k_metresPerDegree = 111320;
    const double north = k_margin_m / k_metresPerDegree;
    const double east = north / std::cos(window.centre().y * std::numbers::pi / 180);
    const Box around{window.minX - east, window.minY - north, window.maxX + east, window.maxY + north};
    const auto geographic = Crs::fromEpsg(4490);
    if (!geographic) {
        return geographic.error();
    }
    auto grid = readHeights(path, around, *geographic);
    if (!grid) {
        return grid.error();
    }
    return std::optional(std::move(*grid));
}

} // namespace

std::vector<Parameter> modelParameters()
{
    Parameter year =
        numberParameter(u"model_year"_s, {u"模拟年份"_s, u"Year of the sun"_s},
                        {u"太阳位置的年份。"_s, u"The year whose sun is taken."_s}, u"年"_s, 1990, 2100, 2019);
    year.type = ParameterType::Integer;
    std::vector<Parameter> all{
        plainParameter(u"climate_file"_s, ParameterType::File, {u"典型气象年文件"_s, u"Typical year"_s},
                       {u"PVGIS 的 TMY（CSV）或 TMY3 文件；空着时用 pv_climate 图层的月辐照量。"_s,
                        u"PVGIS's TMY as CSV, or a TMY3 file; empty: the months of layer pv_climate."_s}),
        plainParameter(u"terrain_file"_s, ParameterType::File, {u"地形文件"_s, u"Terrain model"_s},
                       {u"高程栅格，用于计算山体遮挡；空着时不计遮挡。"_s,
                        u"Heights, for the shade of the land; empty: it shades nothing."_s})};
    const std::vector<Parameter> shade = Obstacles::parameters();
    all.insert(all.end(), shade.begin(), shade.end());
    all.push_back(year);
    all.push_back(choiceParameter(u"sky_model"_s, {u"天空散射模型"_s, u"Light of the sky"_s},
                                  {u"天空散射光在斜面上的分布。"_s, u"How the light of the sky is spread over it."_s},
                                  {{u"HAY_DAVIES"_s, {u"Hay–Davies（1980）"_s, u"Hay & Davies (1980)"_s}, {}},
                                   {u"PEREZ"_s, {u"Perez（1990）"_s, u"Perez (1990)"_s}, {}}}));
    all.push_back(choiceParameter(u"module_model"_s, {u"组件模型"_s, u"Modules"_s},
                                  {u"PVWatts 只随温度变化；Huld（PVGIS 用的晶体硅组件）在弱光和高温下损失更多。"_s,
                                   u"PVWatts's change with the temperature alone; Huld's (crystalline, as PVGIS has "
                                   u"them) lose more in weak light "
                                   u"and heat."_s},
                                  {{u"PVWATTS"_s, {u"PVWatts 5（2014）"_s, u"PVWatts 5 (2014)"_s}, {}},
                                   {u"HULD"_s, {u"Huld（2011）"_s, u"Huld (2011)"_s}, {}}}));
    return all;
}

HorizonFinder::HorizonFinder(const ModelInput &model) : m_model(model)
{
    const auto geographic = Crs::fromEpsg(4490);
    const auto lead = [&](const Crs &crs, std::optional<CrsTransform> &transform) {
        if (auto made = CrsTransform::create(*geographic, crs)) {
            transform.emplace(std::move(*made));
        }
    };
    if (model.terrain && geographic) {
        lead(model.terrain->crs, m_toGrid);
    }
    if (model.obstacles && geographic) {
        lead(model.obstacles->crs(), m_toObstacles);
    }
}

Horizon HorizonFinder::at(SunPlace &place) const
{
    Horizon horizon;
    std::optional<MetreSteps> ground;
    double height_m = std::nan("");
    if (m_toGrid) {
        ground = metreSteps(*m_toGrid, place);
        height_m = m_model.terrain->heightAt(ground->at);
        place.elevation_m = std::isnan(height_m) ? 0 : height_m;
        horizon = horizonAt(*m_model.terrain, *m_toGrid, place);
    }
    if (m_toObstacles) {
        m_model.obstacles->raise(horizon, place, *m_toObstacles, [&](double east_m, double north_m) {
            const double there_m = ground ? m_model.terrain->heightAt(ground->moved(east_m, north_m)) : height_m;
            const double rise_m = there_m - height_m;
            return std::isnan(rise_m) ? 0 : rise_m; // where either is not known the ground is level
        });
    }
    return horizon;
}

Result<ModelInput> readModel(const ProjectSnapshot &project, const ParameterValues &given,
                             const std::vector<SunPlace> &places, const JobContext &job)
{
    ModelInput input;
    input.sky = given.text(u"sky_model"_s) == u"PEREZ"_s ? SkyModel::Perez : SkyModel::HayDavies;
    input.module = given.text(u"module_model"_s) == u"HULD"_s ? ModuleModel::Huld : ModuleModel::PvWatts;
    const int year = static_cast<int>(given.integer(u"model_year"_s));
    const QString file = given.text(u"climate_file"_s);
    if (!file.isEmpty()) {
        auto typical = readTypicalYear(file);
        if (!typical) {
            return typical.error();
        }
        input.sun = yearSun(year, typical->minute);
        input.weather = std::move(typical->hours);
        input.source = file;
    } else {
        const auto climate = readClimate(project, job);
        if (!climate) {
            return climate.error();
        }
        input.sun = yearSun(year);
        input.weather = hoursOf(*climate, middleOf(places), input.sun);
        input.source = id(k_climate);
    }
    auto terrain = readTerrain(given.text(u"terrain_file"_s), places);
    if (!terrain) {
        return terrain.error();
    }
    input.terrain = std::move(*terrain);
    auto obstacles = Obstacles::read(project, given, job);
    if (!obstacles) {
        return obstacles.error();
    }
    input.obstacles = std::move(*obstacles);
    return input;
}

Result<std::vector<SunPlace>> placesOf(const LayerSnapshot &layer)
{
    std::vector<Point> points;
    for (std::size_t row = 0; row < layer.size(); ++row) {
        const Box &box = row < layer.geometry().size() ? layer.geometry().boxes[row] : Box();
        points.push_back(box.isEmpty() ? Point{std::nan(""), std::nan("")} : box.centre());
    }
    const auto geographic = Crs::fromEpsg(4490);
    if (!geographic) {
        return geographic.error();
    }
    if (layer.crs().isValid()) {
        const auto transform = CrsTransform::create(layer.crs(), *geographic);
        if (!transform) {
            return transform.error();
        }
        transform->apply(points);
    }
    std::vector<SunPlace> places;
    for (const Point point : points) {
        places.push_back({point.y, point.x, 0});
    }
    return places;
}

QStringList systemFields()
{
    return {u"tilt_deg"_s, u"azimuth_deg"_s, u"inverter_kw"_s, u"losses"_s};
}

PvSystem systemOf(const Stations &stations, std::size_t row)
{
    const auto given = [&](const QString &field, double otherwise) {
        const double value = numberAt(stations.layer->column(field), row);
        return std::isnan(value) ? otherwise : value;
    };
    PvSystem system;
    system.kw = std::isnan(stations.kw[row]) ? 0 : stations.kw[row];
    system.plane = {given(u"tilt_deg"_s, 20), given(u"azimuth_deg"_s, 180)};
    system.inverterKw = given(u"inverter_kw"_s, 0);
    system.losses = given(u"losses"_s, 100 * system.losses) / 100;
    return system;
}

Result<std::vector<YearYield>> yieldsOf(const ModelInput &model, const std::vector<PvSystem> &systems,
                                        std::vector<SunPlace> places, const JobContext &job)
{
    std::vector<YearYield> yields(systems.size());
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        const HorizonFinder horizons(model);
        for (std::size_t i = next++; i < systems.size() && !job.isCancelled(); i = next++) {
            if (std::isfinite(places[i].latitude) && systems[i].kw > 0) {
                const Horizon horizon = horizons.at(places[i]);
                PvSystem system = systems[i];
                system.sky = model.sky;
                system.module = model.module;
                yields[i] = yearYield(system, places[i], model.sun, model.weather, horizon);
            }
        }
    };
    {
        std::vector<std::jthread> threads;
        for (unsigned i = 1; i < std::thread::hardware_concurrency(); ++i) {
            threads.emplace_back(work);
        }
        work();
    }
    if (job.isCancelled()) {
        return cancelledError();
    }
    return yields;
}

} // namespace cuntu::photovoltaic
