// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/height_grid.h"
#include "plugins/photovoltaic/sun.h"

#include <vector>

namespace cuntu::photovoltaic {

/// How high the land stands around a place: degrees above the level, evenly around from north, clockwise. Empty: flat.
struct Horizon {
    std::vector<double> elevation_deg;

    /// Between two directions on a straight line.
    double at(double azimuth_deg) const;
    bool hides(const SunPosition &sun) const { return sun.elevation_deg < at(sun.azimuth_deg); }
    /// Share of an even sky that is seen from the level: the mean of cos²(horizon).
    double skyView() const;
};

/// How a horizon is looked for.
struct HorizonSearch {
    int directions = 72;
    double reach_m = 20000;
    double eye_m = 1.5; ///< above the land
};

/// The horizon of @p place (its elevation is not used) in @p grid, by walking outwards with steps that grow from a
/// quarter of a cell to 0.2 % of the distance. The earth's curve and the bending of light (k = 0.13) are taken off.
/// Land beyond the grid does not shade. @p toGrid leads from longitude and latitude to the grid's CRS. Not-a-number
/// heights are no land. About 2 ms a place.
Horizon horizonAt(const HeightGrid &grid, const CrsTransform &toGrid, const SunPlace &place,
                  const HorizonSearch &search = {});

/// The steps of the grid's CRS for a metre to the east and to the north of a place, so that directions are from true
/// north.
struct MetreSteps {
    Point at;
    Point east;
    Point north;
    Point moved(double east_m, double north_m) const
    {
        return {at.x + east.x * east_m + north.x * north_m, at.y + east.y * east_m + north.y * north_m};
    }
};
MetreSteps metreSteps(const CrsTransform &toGrid, const SunPlace &place);

/// Slope and where it falls to, by the heights a cell around; not-a-number at the edge of the grid.
struct Ground {
    double height_m = 0;
    double slope_deg = 0;
    double aspect_deg = 0; ///< from north, clockwise
};
Ground groundAt(const HeightGrid &grid, const MetreSteps &steps);

} // namespace cuntu::photovoltaic
