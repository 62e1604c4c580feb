// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/photovoltaic/surroundings.h"
#include "tests/plugins/photovoltaic/photovoltaic_county.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {
namespace {

/// A site with so many equivalent hours and so far from the grid.
Site siteWith(double hours, double line_m)
{
    Site site;
    site.hours = hours;
    site.line_m = line_m;
    return site;
}

TEST(PhotovoltaicSiting, AnArrayGivesEachHouseholdEnough)
{
    ArrayTerms terms;
    terms.netYuanPerKwh = 0.6;
    const ArrayPlan usual = planArray(30, siteWith(1000, 200), 0, terms);
    EXPECT_TRUE(usual.enough);
    EXPECT_EQ(usual.kwPerHousehold, 5) << "2.5 kW would do, but no less than usual is built";
    EXPECT_EQ(usual.kw, 150);
    EXPECT_EQ(usual.cost, 150 * 5000 + 200 * 150);
    terms.netYuanPerKwh = 0.3; // DOMAIN B.4: 5 kW give 1,500 at 300 yuan a kW and year
    EXPECT_NEAR(planArray(30, siteWith(1000, 0), 0, terms).kwPerHousehold, 5, 1e-9);
    EXPECT_NEAR(planArray(30, siteWith(800, 0), 0, terms).kwPerHousehold, 6.25, 1e-9);
    EXPECT_FALSE(planArray(30, siteWith(700, 0), 0, terms).enough) << "7.1 kW";
    EXPECT_FALSE(planArray(30, siteWith(0, 0), 0, terms).enough);
    EXPECT_EQ(planArray(300, siteWith(1000, 0), 0, terms).households, 100) << "500 kW is the most of a village";
    EXPECT_EQ(planArray(300, siteWith(1000, 0), 400, terms).households, 20) << "of which 400 are there";
    EXPECT_EQ(planArray(300, siteWith(1000, 0), 600, terms).households, 0);
    Site around = siteWith(1000, 200);
    around.lineFactor = 1.5;
    EXPECT_EQ(planArray(30, around, 0, terms).cost - planArray(30, siteWith(1000, 0), 0, terms).cost, 200 * 1.5 * 150);
    Site roof = siteWith(1000, 0);
    roof.mostKw = 52;
    EXPECT_EQ(planArray(300, roof, 0, terms).households, 10) << "what fits on the roofs";
    EXPECT_TRUE(isBetter(planArray(30, siteWith(1000, 900), 0, terms), planArray(30, roof, 0, terms)));
    EXPECT_FALSE(isBetter(planArray(30, siteWith(1000, 900), 0, terms), planArray(30, siteWith(1000, 800), 0, terms)));
}

TEST(PhotovoltaicSiting, LandIsFitWhereItIsFlatOrFallsToTheSouth)
{
    const SiteRules rules;
    EXPECT_TRUE(isFit({100, 3, 0}, rules)) << "flat";
    EXPECT_TRUE(isFit({100, 15, 200}, rules));
    EXPECT_FALSE(isFit({100, 15, 20}, rules)) << "falls to the north";
    EXPECT_FALSE(isFit({100, 25, 180}, rules)) << "too steep";
    EXPECT_FALSE(isFit({100, std::numeric_limits<double>::quiet_NaN(), 180}, rules)) << "beyond the terrain";
}

/// Every set of villages: the cheapest that reaches what is wanted.
TEST(PhotovoltaicSiting, TheVillagesTakenAreTheCheapest)
{
    for (unsigned seed = 1; seed <= 30; ++seed) {
        std::mt19937 random(seed);
        std::uniform_real_distribution<double> share(0, 1);
        std::vector<Offer> offers;
        double all = 0;
        for (std::uint32_t row = 0; row < 10; ++row) {
            const ArrayPlan plan = planArray(5 + static_cast<int>(random() % 60),
                                             siteWith(800 + 400 * share(random), 1000 * share(random)), 0, {});
            offers.push_back({row, plan.cost, static_cast<double>(plan.households)});
            all += plan.households;
        }
        const double wanted = std::ceil(0.6 * all);
        double least = std::numeric_limits<double>::infinity();
        for (unsigned set = 0; set < 1024; ++set) {
            double cost = 0;
            double gain = 0;
            for (std::uint32_t row = 0; row < 10; ++row) {
                cost += (set >> row & 1U) != 0 ? offers[row].cost : 0;
                gain += (set >> row & 1U) != 0 ? offers[row].gain : 0;
            }
            least = gain >= wanted ? std::min(least, cost) : least;
        }
        const CheapestSet found = cheapestSet(offers, wanted, std::nullopt);
        EXPECT_TRUE(found.optimal);
        EXPECT_NEAR(found.cost, least, 1e-6 * least) << "seed " << seed;
    }
}

Geometry rectangle(double x, double y, double width, double height)
{
    Geometry made;
    made.type = GeometryType::Polygon;
    const Point ring[]{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}, {x, y}};
    made.addPart(ring);
    return made;
}

/// A village of a square kilometre with fields, waste land, two roofs and a line of the grid.
class LandCounty : public SmallCounty {
public:
    Result<Immutable<LayerSnapshot>> layer(const QString &id, const QStringList &fields,
                                           const JobContext &job) const override
    {
        if (id == u"land"_s) {
            return made(GeometryType::Polygon, {rectangle(0, 0, 500, 1000), rectangle(500, 0, 500, 1000)}, u"kind"_s,
                        {u"水田"_s, u"荒草地"_s}, {});
        }
        if (id == u"buildings"_s) {
            return made(GeometryType::Polygon,
                        {rectangle(600, 600, 10, 14), rectangle(700, 600, 20, 21), rectangle(5000, 0, 90, 90)}, {}, {},
                        {});
        }
        if (id == u"grid"_s) {
            Geometry line;
            line.type = GeometryType::Line;
            const Point ends[]{{0, 900}, {1000, 900}};
            line.addPart(ends);
            Geometry far;
            far.type = GeometryType::Line;
            const Point others[]{{0, 3000}, {1000, 3000}};
            far.addPart(others);
            return made(GeometryType::Line, {line, far}, u"free_kw"_s, {}, {120, 900});
        }
        return SmallCounty::layer(id, fields, job);
    }

private:
    static Immutable<LayerSnapshot> made(GeometryType type, const std::vector<Geometry> &shapes, const QString &field,
                                         const QStringList &texts, const std::vector<double> &numbers)
    {
        LayerSchema schema;
        schema.id = u"made"_s;
        schema.geometry = type;
        PackedGeometry geometry;
        geometry.type = type;
        std::vector<FeatureId> ids;
        Column column(texts.isEmpty() ? Column::Kind::Number : Column::Kind::Text);
        for (std::size_t i = 0; i < shapes.size(); ++i) {
            geometry.append(shapes[i]);
            ids.push_back({static_cast<std::int64_t>(i) + 1});
            if (!texts.isEmpty()) {
                column.appendText(texts[static_cast<qsizetype>(i)].toStdString());
            } else if (!numbers.empty()) {
                column.appendNumber(numbers[i]);
            }
        }
        geometry.finish();
        column.finish();
        std::map<QString, Immutable<Column>> columns;
        if (!field.isEmpty()) {
            columns.emplace(field, freeze(std::move(column)));
        }
        return freeze(
            LayerSnapshot(schema, Crs(), 1, freeze(std::move(ids)), freeze(std::move(geometry)), std::move(columns)));
    }
};

TEST(PhotovoltaicSiting, LooksAtLandRoofsAndTheGrid)
{
    LandCounty county;
    county.add(u"settlements", {{u"name"_s, u"湾"_s}, {u"@x"_s, u"300"_s}, {u"@y"_s, u"500"_s}});
    const auto read = [&](QMap<QString, QString> given) {
        return Surroundings::read(
            {county, *ParameterValues::parse(Surroundings::parameters(), given), day("2020-06-30")}, JobContext());
    };
    const auto around = read({{u"land_layer"_s, u"land"_s},
                              {u"land_field"_s, u"kind"_s},
                              {u"building_layer"_s, u"buildings"_s},
                              {u"grid_layer"_s, u"grid"_s},
                              {u"grid_kw_field"_s, u"free_kw"_s}});
    ASSERT_TRUE(around) << around.error().toText().toStdString();
    EXPECT_TRUE(around->isExcluded({250, 250})) << "fields are left out unless somebody says otherwise";
    EXPECT_FALSE(around->isExcluded({750, 250}));
    EXPECT_FALSE(around->isExcluded({1500, 250})) << "of no known kind";
    EXPECT_EQ(around->landOfKinds(u"水域 草地"_s), (std::vector<bool>{false, true}));
    EXPECT_NEAR(around->house_m({300, 600}, 1000), 100, 1e-9) << "to the settlement";
    EXPECT_NEAR(around->house_m({650, 610}, 1000), 40, 1e-9) << "to the nearer wall";
    EXPECT_TRUE(std::isinf(around->house_m({300, 5000}, 1000)));
    const auto grid = around->grid({500, 600});
    ASSERT_TRUE(grid);
    EXPECT_NEAR(grid->line_m, 300, 1e-9) << "to the line, not to its ends";
    EXPECT_EQ(grid->position, (Point{500, 900}));
    EXPECT_EQ(grid->free_kW, 120);
    EXPECT_EQ(around->house({650, 610}, 1000), (Point{610, 610}));
    const Geometry village = rectangle(0, 0, 1000, 1000);
    const auto roofs = around->roofsIn(village, Box{0, 0, 1000, 1000});
    ASSERT_TRUE(roofs);
    EXPECT_TRUE(roofs->roof);
    EXPECT_NEAR(roofs->mostKw, (140 + 420) * 0.4 / 7, 1e-9) << "the one outside does not count";
    EXPECT_NEAR(roofs->position.x, 710, 1e-9) << "at the larger";
    EXPECT_FALSE(planArray(100, *roofs, 0, {}).enough) << "no hours were modelled yet";
    const auto allowed =
        read({{u"land_layer"_s, u"land"_s}, {u"land_field"_s, u"kind"_s}, {u"land_excluded"_s, u"荒"_s}});
    ASSERT_TRUE(allowed);
    EXPECT_FALSE(allowed->isExcluded({250, 250}));
    EXPECT_TRUE(allowed->isExcluded({750, 250}));
    EXPECT_FALSE(allowed->grid({0, 0}));
    const auto unsaid = read({{u"land_layer"_s, u"land"_s}});
    ASSERT_FALSE(unsaid);
    EXPECT_EQ(unsaid.error().code, ErrorCode::Invalid);
}

} // namespace
} // namespace cuntu::photovoltaic
