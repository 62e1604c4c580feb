// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/suitability/weighed_land.h"

namespace cuntu::test {

/// Land of @p columns x @p rows cells of 100 m whose criteria have the given values, row by row.
inline WeighedLand landOf(int columns, int rows, const std::vector<std::vector<float>> &criteria)
{
    WeighedLand land;
    land.frame = {*Crs::fromEpsg(4527), {39'500'000, 3'000'000}, 100, -100, columns, rows};
    for (const std::vector<float> &values : criteria) {
        WeighedCriterion made;
        made.id = QStringLiteral("c%1").arg(land.criteria.size() + 1);
        made.name = {made.id, made.id};
        made.values = values;
        made.measures = values;
        land.criteria.push_back(made);
    }
    return land;
}

/// Adds an exclusion of what @p measures say is above @p limit.
inline void excludeAbove(WeighedLand &land, const QString &id, double limit, const std::vector<float> &measures)
{
    WeighedExclusion made{id, {id, id}, {}, CellMask(measures.size()), limit, true, measures};
    for (std::size_t i = 0; i < measures.size(); ++i) {
        made.cells[i] = measures[i] > limit ? 1 : 0;
    }
    land.exclusions.push_back(made);
}

} // namespace cuntu::test
