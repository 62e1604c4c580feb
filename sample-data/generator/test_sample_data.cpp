// SPDX-License-Identifier: GPL-3.0-or-later
#include "county.hpp"
#include "progress.hpp"
#include "settlements.hpp"
#include "writers/writers.hpp"

#include <cmath>
#include <fstream>
#include <gdal_priv.h>
#include <gtest/gtest.h>
#include <iterator>
#include <map>
#include <memory>
#include <ogrsf_frmts.h>
#include <set>
#include <unistd.h>

namespace {

using namespace cuntu::sample;

/// A folder that goes away with its owner.
class Folder {
public:
    explicit Folder(const std::string &name)
        : m_path(std::filesystem::temp_directory_path() / ("cuntu_sample_" + std::to_string(getpid()) + "_" + name))
    {
    }
    ~Folder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    Folder(const Folder &) = delete;
    Folder &operator=(const Folder &) = delete;
    const Path &path() const { return m_path; }

private:
    Path m_path;
};

std::map<std::string, std::string> contents(const Path &folder)
{
    std::map<std::string, std::string> files;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file())
            continue;
        std::ifstream in(entry.path(), std::ios::binary);
        files[entry.path().lexically_relative(folder).string()] = {std::istreambuf_iterator<char>(in), {}};
    }
    return files;
}

const County &smallCounty()
{
    static const County county = makeCounty({3, 240, 9600});
    return county;
}

const County &fullCounty()
{
    static const County county = makeCounty({});
    return county;
}

/// Sum of the villages' areas, area of their union and number of invalid polygons.
struct Cover {
    double sum = 0;
    double united = 0;
    int invalid = 0;
};

Cover coverOf(const Path &shp)
{
    GDALAllRegister();
    const std::unique_ptr<GDALDataset> dataset(GDALDataset::Open(shp.c_str(), GDAL_OF_VECTOR));
    Cover cover;
    if (!dataset)
        return cover;
    OGRMultiPolygon all;
    for (const auto &feature : dataset->GetLayer(0)) {
        const OGRGeometry *geometry = feature->GetGeometryRef();
        cover.invalid += geometry->IsValid() ? 0 : 1;
        const OGRPolygon *polygon = geometry->toPolygon();
        cover.sum += polygon->get_Area();
        all.addGeometry(polygon);
    }
    const std::unique_ptr<OGRGeometry> united(all.UnionCascaded());
    if (united)
        cover.united = united->getGeometryType() == wkbPolygon ? united->toPolygon()->get_Area()
                                                               : united->toMultiPolygon()->get_Area();
    return cover;
}

TEST(SampleData, SameSeedGivesTheSameBytes)
{
    const Folder first("first");
    const Folder second("second");
    writeCounty(makeCounty({5, 120, 4000}), first.path());
    writeCounty(makeCounty({5, 120, 4000}), second.path());
    const auto a = contents(first.path());
    const auto b = contents(second.path());
    ASSERT_EQ(a.size(), b.size());
    for (const auto &[name, bytes] : a)
        EXPECT_TRUE(b.contains(name) && b.at(name) == bytes) << name;
}

TEST(SampleData, AnotherSeedGivesAnotherCounty)
{
    EXPECT_NE(makeCounty({5, 60, 2000}).settlements.front().position,
              makeCounty({6, 60, 2000}).settlements.front().position);
}

TEST(SampleData, VillagesCoverTheCountyWithoutOverlapOrGap)
{
    const Folder folder("villages");
    std::filesystem::create_directories(folder.path());
    Truth truth;
    for (const County *county : {&smallCounty(), &fullCounty()}) {
        writeVillages(*county, folder.path() / "v.shp", truth);
        const Cover cover = coverOf(folder.path() / "v.shp");
        EXPECT_EQ(cover.invalid, 0);
        EXPECT_GT(cover.sum, 0);
        EXPECT_NEAR(cover.sum / cover.united, 1.0, 1e-9);
    }
}

TEST(SampleData, TheDefaultCountyIsAsLargeAsPromised)
{
    const Folder folder("full");
    const Truth truth = writeCounty(fullCounty(), folder.path());
    EXPECT_EQ(fullCounty().settlements.size(), 1500U);
    EXPECT_EQ(fullCounty().households.size(), 60000U);
    EXPECT_EQ(fullCounty().areas.villages.size(), 130U);
    EXPECT_EQ(truth.badSettlements.size(), 20U);
    std::size_t bytes = 0;
    for (const auto &[name, content] : contents(folder.path()))
        bytes += content.size();
    EXPECT_LT(bytes, 9'000'000U);
}

TEST(SampleData, ASmallCountyIsWhole)
{
    const Folder folder("small");
    const County county = makeCounty({1, 60, 2400});
    writeCounty(county, folder.path());
    EXPECT_EQ(county.settlements.size(), 60U);
    EXPECT_EQ(county.households.size(), 2400U);
    for (const char *name :
         {"行政村.shp",   "乡镇.csv",     "自然村.xlsx",  "农户.csv",     "道路.kml",     "道路进度.csv", "目标.csv",
          "水源工程.csv", "停水记录.csv", "水利项目.csv", "饮水目标.csv", "光伏电站.csv", "安置点.xlsx",  "搬迁户.csv",
          "搬迁进度.csv", "旧宅基地.csv", "旧宅进度.csv", "搬迁目标.csv", "河流.geojson", "地形.tif",     "truth.json"})
        EXPECT_TRUE(std::filesystem::exists(folder.path() / name)) << name;
}

TEST(SampleData, TownshipsAreConnectedGroupsOfVillages)
{
    const County &county = fullCounty();
    const Frame &frame = county.land.frame;
    for (std::size_t t = 0; t < county.areas.townships.size(); ++t) {
        std::set<int> cells;
        for (int cell = 0; cell < county.areas.village.size(); ++cell)
            if (county.areas.village[cell] >= 0 &&
                county.areas.villages[static_cast<std::size_t>(county.areas.village[cell])].township ==
                    static_cast<int>(t))
                cells.insert(cell);
        std::vector<int> open{*cells.begin()};
        cells.erase(cells.begin());
        while (!open.empty()) {
            const int cell = open.back();
            open.pop_back();
            frame.neighbours(cell, 4, [&](int next, double) {
                if (cells.erase(next) > 0)
                    open.push_back(next);
            });
        }
        EXPECT_TRUE(cells.empty()) << county.areas.townships[t].code;
    }
}

TEST(SampleData, RoadHistoriesGoForwardInTime)
{
    for (const Road &road : fullCounty().roads) {
        ASSERT_FALSE(road.history.empty());
        for (std::size_t i = 1; i < road.history.size(); ++i)
            EXPECT_LE(road.history[i - 1].date, road.history[i].date) << road.code;
        EXPECT_LE(road.history.back().date, handOver());
    }
}

TEST(SampleData, ConnectionIsNoMatterOfRounding)
{
    const County &county = fullCounty();
    const RoadIndex index(county.land.frame, county.roads);
    int unsure = 0;
    for (const Settlement &settlement : county.settlements)
        unsure += index.within(settlement.position, 105).size() != index.within(settlement.position, 95).size() ? 1 : 0;
    EXPECT_EQ(unsure, 0);
}

TEST(SampleData, SettlementsLieInTheirVillage)
{
    const County &county = fullCounty();
    for (const Settlement &settlement : county.settlements)
        EXPECT_TRUE(contains(county.areas.villages[static_cast<std::size_t>(settlement.village)].rings,
                             county.land.frame.point(settlement.position)))
            << settlement.name;
}

TEST(SampleData, CheckDigitsFollowTheStandard)
{
    EXPECT_EQ(checkDigit("11010519491231002"), 'X');
    EXPECT_EQ(checkDigit("44052418800101001"), '4');
}

TEST(SampleData, ShiftAgreesWithPublishedPairs)
{
    const LonLat shifted = gcj02({117.45, 28.40});
    EXPECT_NEAR(shifted.lon, 117.455390, 1e-6);
    EXPECT_NEAR(shifted.lat, 28.396856, 1e-6);
}

} // namespace
