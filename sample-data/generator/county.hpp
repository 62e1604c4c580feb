// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "access.hpp"
#include "areas.hpp"
#include "funds.hpp"
#include "moves.hpp"
#include "photovoltaic.hpp"
#include "works.hpp"

#include <filesystem>
#include <map>
#include <string>

namespace cuntu::sample {

/// Everything that the county holds.
struct County {
    Request request;
    Terrain land;
    Areas areas;
    std::vector<River> rivers;
    std::vector<Settlement> settlements;
    std::vector<Household> households;
    std::vector<Road> roads;
    Table water;
    Table resettlement;
    Moves moves;
    PhotovoltaicTables photovoltaic;
    RoadTables roadTables;
};

/// What the writers learn while they spoil the files on purpose; goes into truth.json.
struct BadRow {
    int row = 0; ///< row of the sheet, 1 the title
    std::string name;
    std::string fault;
};
struct Truth {
    std::map<std::string, int> counts; ///< rows or features for each file
    std::vector<BadRow> badSettlements;
    std::vector<int> badIdentityLines; ///< lines of 农户.csv, 1 the heading
    int settlementRows = 0;
    int totalHouseholds = 0; ///< as the sheet's 合计 says
    int totalPersons = 0;
};

County makeCounty(const Request &request);

/// Writes all files into @p folder, which is made if need be.
/// @throws std::runtime_error when a file cannot be written.
Truth writeCounty(const County &county, const std::filesystem::path &folder);

} // namespace cuntu::sample
