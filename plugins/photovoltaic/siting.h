// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/solve/cheapest_set.h"
#include "plugins/photovoltaic/modelled.h"

#include <limits>

namespace cuntu::photovoltaic {

/// What a new array must give, and what it costs.
struct ArrayTerms {
    double leastYuan = 1500;    ///< a year for each household
    double netYuanPerKwh = 0.7; ///< that reach the households
    double leastKw = 5;         ///< a household
    double mostKw = 7;
    double yuanPerKw = 5000;
    double yuanPerLineMetre = 150;
    double mostKwOfVillage = 500;
};

/// An array for the households of a village.
struct ArrayPlan {
    int households = 0;
    double kwPerHousehold = 0;
    double kw = 0;
    double cost = 0;     ///< yuan
    bool enough = false; ///< within mostKw each household gets leastYuan
};

/// A line from a place to the grid.
struct SiteLine {
    std::vector<Point> points; ///< in the project's CRS, from the place on; empty: there is none to draw
    double length_m = 0;
    double cost_m = 0;                                        ///< metres of a plain line that cost as much
    double free_kW = std::numeric_limits<double>::infinity(); ///< that the grid takes where it ends
};

/// A place where an array may stand.
struct Site {
    Point position; ///< in the project's CRS
    double slope_deg = 0;
    double aspect_deg = 0;
    double house_m = 0;                                      ///< to the nearest settlement
    double line_m = 0;                                       ///< of the line to the grid, else to a settlement
    double lineFactor = 1;                                   ///< what a metre of it costs against a plain one
    std::vector<Point> line;                                 ///< as it is drawn
    double shade = 0;                                        ///< share of the light lost to the land
    double hours = 0;                                        ///< modelled, a year
    bool roof = false;                                       ///< the roofs of a village; else land
    double mostKw = std::numeric_limits<double>::infinity(); ///< that fit: roofs, and what the grid can take; land has
                                                             ///< no limit of its own
};

/// As many of @p households as fit the village's limit, of which @p existing_kW are taken, and the site's; each gets as
/// much as leastYuan needs, within the usual. O(1).
ArrayPlan planArray(int households, const Site &site, double existing_kW, const ArrayTerms &terms);
/// True where @p a is the better plan of two for one village: more households, else the cheaper one.
bool isBetter(const ArrayPlan &a, const ArrayPlan &b);

/// What land will do.
struct SiteRules {
    double lattice_m = 150; ///< between the places that are looked at
    double mostSlope_deg = 20;
    double flat_deg = 5; ///< below it the aspect does not matter
    double leastHouse_m = 20;
    double mostHouse_m = 1000;
};

/// True where land of this kind may carry an array: not too steep, falling to the south half.
bool isFit(const Ground &ground, const SiteRules &rules);

} // namespace cuntu::photovoltaic
