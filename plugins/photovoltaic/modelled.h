// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/algorithm/algorithm.h"
#include "plugins/photovoltaic/obstacles.h"
#include "plugins/photovoltaic/stations.h"
#include "plugins/photovoltaic/weather.h"

namespace cuntu::photovoltaic {

/// Parameters of everything that models yield: climate_file, terrain_file, shade_layer, shade_height_field, model_year,
/// sky_model, module_model.
std::vector<Parameter> modelParameters();

/// What a model needs: where places are, the sky over the county, the land around.
struct ModelInput {
    YearSun sun;
    std::vector<WeatherHour> weather;
    std::optional<HeightGrid> terrain;
    std::optional<Obstacles> obstacles;
    SkyModel sky = SkyModel::HayDavies;
    ModuleModel module = ModuleModel::PvWatts;
    QString source; ///< of the weather, for people
};

/// Finds horizons of places in a model's terrain and among its obstacles, which must outlive it. One per thread: it
/// holds the transformations, which take twenty times as long to make as a horizon.
class HorizonFinder {
public:
    explicit HorizonFinder(const ModelInput &model);

    /// Horizon of @p place, whose height is set where the terrain knows it; flat without terrain and obstacles.
    Horizon at(SunPlace &place) const;

private:
    const ModelInput &m_model;
    std::optional<CrsTransform> m_toGrid;      ///< empty: flat
    std::optional<CrsTransform> m_toObstacles; ///< empty: nothing stands there
};

/// Reads the climate (the file, else layer pv_climate) and the terrain around @p places. NotFound without either
/// climate.
Result<ModelInput> readModel(const ProjectSnapshot &project, const ParameterValues &given,
                             const std::vector<SunPlace> &places, const JobContext &job);

/// Longitude and latitude of features of @p layer by row; not-a-number where they have no position.
Result<std::vector<SunPlace>> placesOf(const LayerSnapshot &layer);

/// Fields that systemOf() reads.
QStringList systemFields();
/// The array of station @p row; what its table does not say is as PvSystem has it, 20 degrees to the south.
PvSystem systemOf(const Stations &stations, std::size_t row);

/// Yields of @p systems at @p places, on all cores; where a place has no position all is 0. Cancelled as the job asks.
Result<std::vector<YearYield>> yieldsOf(const ModelInput &model, const std::vector<PvSystem> &systems,
                                        std::vector<SunPlace> places, const JobContext &job);

} // namespace cuntu::photovoltaic
