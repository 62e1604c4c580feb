// SPDX-License-Identifier: GPL-3.0-or-later
#include "county.hpp"

#include "progress.hpp"
#include "rivers.hpp"
#include "roads.hpp"
#include "settlements.hpp"
#include "writers/writers.hpp"

namespace cuntu::sample {

County makeCounty(const Request &request)
{
    County county;
    county.request = request;
    Names names(mix(request.seed + 50));
    const Frame frame = frameFor(request.settlements);
    county.land = makeTerrain(frame, request.seed);
    county.areas = makeAreas(county.land, request, names);
    traceBorders(frame, county.areas);
    setPaces(county.areas.townships, request);
    county.rivers = makeRivers(county.land, county.areas, names);
    county.settlements = makeSettlements(county.land, county.areas, request, names);
    const auto wishes = settlementWishes(county.areas, county.settlements, request);
    county.roads = makeRoads(county.land, county.areas, county.settlements, wishes, request);
    makeProgress(frame, county.settlements, request, 0.78, county.roads);
    county.households = makeHouseholds(county.settlements, county.areas.villages, request, names);
    sumUp(county.settlements, county.areas.villages);
    county.water = makeWaterWorks(county.land, county.areas, county.settlements, request);
    county.resettlement = makeResettlementSites(county.areas, county.settlements, request);
    county.moves = makeMoves(county.areas, county.settlements, county.households, county.resettlement, request);
    county.photovoltaic = makePhotovoltaics(county.areas, county.settlements, county.households, request);
    county.roadTables = makeRoadTables(county.roads, request);
    return county;
}

Truth writeCounty(const County &county, const std::filesystem::path &folder)
{
    std::filesystem::create_directories(folder);
    Truth truth;
    writeVillages(county, folder / "行政村.shp", truth);
    writeTownships(county, folder / "乡镇.csv", truth);
    writeSettlements(county, folder / "自然村.xlsx", truth);
    writeHouseholds(county, folder / "农户.csv", truth);
    writeRoads(county, folder / "道路.kml", truth);
    writeRoadProgress(county, folder / "道路进度.csv", truth);
    writeGbkTable(county.roadTables.budgets, folder / "道路资金.csv", truth);
    writeGbkTable(county.roadTables.payments, folder / "道路资金拨付.csv", truth);
    writeGbkTable(county.roadTables.stretches, folder / "道路桩号区间.csv", truth);
    writeBuses(county, folder / "客运.csv", truth);
    writeEntryRoads(county, folder / "入户路.csv", truth);
    writeTargets(folder / "目标.csv", truth);
    writeGbkTable(county.water, folder / "水源工程.csv", truth);
    writeGbkTable(makeOutages(county.water, county.request), folder / "停水记录.csv", truth);
    writeGbkTable(makeWaterProjects(county.areas, county.settlements, county.request), folder / "水利项目.csv", truth);
    writeGbkTable(makeWaterTargets(), folder / "饮水目标.csv", truth);
    writeGbkTable(county.photovoltaic.stations, folder / "光伏电站.csv", truth);
    writeGbkTable(county.photovoltaic.shares, folder / "光伏份额.csv", truth);
    writeGbkTable(county.photovoltaic.readings, folder / "光伏发电量.csv", truth);
    writeGbkTable(county.photovoltaic.received, folder / "光伏到账.csv", truth);
    writeGbkTable(county.photovoltaic.paid, folder / "光伏分配.csv", truth);
    writeGbkTable(county.photovoltaic.beneficiaries, folder / "光伏受益户.csv", truth);
    writeGbkTable(county.photovoltaic.faults, folder / "光伏故障.csv", truth);
    writeGbkTable(county.photovoltaic.climate, folder / "太阳能资源.csv", truth);
    writeGbkTable(county.photovoltaic.targets, folder / "光伏目标.csv", truth);
    writeSites(county.resettlement, folder / "安置点.xlsx", truth);
    writeGbkTable(county.moves.households, folder / "搬迁户.csv", truth);
    writeGbkTable(county.moves.progress, folder / "搬迁进度.csv", truth);
    writeGbkTable(county.moves.homesteads, folder / "旧宅基地.csv", truth);
    writeGbkTable(county.moves.homesteadProgress, folder / "旧宅进度.csv", truth);
    writeGbkTable(county.moves.targets, folder / "搬迁目标.csv", truth);
    writeRivers(county, folder / "河流.geojson", truth);
    writeTerrain(county, folder / "地形.tif", truth);
    writePhotos(county, folder / "照片", truth);
    writeTruth(county, truth, folder / "truth.json");
    return truth;
}

} // namespace cuntu::sample
