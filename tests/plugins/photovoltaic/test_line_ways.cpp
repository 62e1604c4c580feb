// SPDX-License-Identifier: GPL-3.0-or-later
// Lines to the grid: straight where nothing is in the way, else around it.
#include "plugins/photovoltaic/line_ways.h"

#include "core/snapshot/made_layer.h"
#include "core/terrain/burn.h"
#include "tests/plugins/photovoltaic/photovoltaic_county.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {
namespace {

Geometry rectangle(double x, double y, double width, double height)
{
    Geometry made;
    made.type = GeometryType::Polygon;
    const Point ring[]{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}, {x, y}};
    made.addPart(ring);
    return made;
}

Geometry lineOf(const std::vector<Point> &points)
{
    Geometry made;
    made.type = GeometryType::Line;
    made.addPart(points);
    return made;
}

/// A plane with whatever lies on it.
class Land : public SmallCounty {
public:
    Land() { add(u"settlements", {{u"name"_s, u"湾"_s}, {u"@x"_s, u"-400"_s}, {u"@y"_s, u"-400"_s}}); }

    void put(const QString &layer, std::vector<Geometry> shapes) { m_shapes[layer] = std::move(shapes); }

    Result<Immutable<LayerSnapshot>> layer(const QString &id, const QStringList &fields,
                                           const JobContext &job) const override
    {
        const auto found = m_shapes.constFind(id);
        if (found == m_shapes.constEnd()) {
            return SmallCounty::layer(id, fields, job);
        }
        LayerSchema schema;
        schema.id = id;
        schema.geometry = found->front().type;
        return madeLayer(schema, *found, **SmallCounty::layer(u"settlements"_s, {}, job));
    }

private:
    QMap<QString, std::vector<Geometry>> m_shapes;
};

/// Lines over a land with a grid along the north and a village of a square kilometre.
class Lines {
public:
    explicit Lines(const Land &land, QMap<QString, QString> given = {}, ModelInput model = {})
        : m_model(std::move(model))
    {
        std::vector<Parameter> parameters = Surroundings::parameters();
        for (const Parameter &parameter : LineWays::parameters()) {
            parameters.push_back(parameter);
        }
        given.insert(u"grid_layer"_s, u"grid"_s);
        const auto values = ParameterValues::parse(parameters, given);
        const AlgorithmInput input{land, *values, day("2020-06-30")};
        m_around = *Surroundings::read(input, {});
        const std::vector<Box> villages{Box{0, 0, 1000, 1000}};
        const Crs crs = m_model.terrain ? m_model.terrain->crs : Crs();
        auto ways = LineWays::read(input, m_around, m_model, villages, crs, {});
        EXPECT_TRUE(ways) << (ways ? "" : ways.error().toText().toStdString());
        m_ways.emplace(std::move(*ways));
    }

    std::optional<SiteLine> from(Point position) const
    {
        Site site;
        site.position = position;
        const auto line = m_ways->lineFrom(site);
        EXPECT_EQ(line.has_value(), std::isfinite(m_ways->cost_m(site)));
        return line;
    }

private:
    ModelInput m_model;
    Surroundings m_around;
    std::optional<LineWays> m_ways;
};

Land landWithGrid()
{
    Land land;
    land.put(u"grid"_s, {lineOf({{0, 950}, {1000, 950}})});
    return land;
}

TEST(PhotovoltaicLines, AreStraightWhereNothingIsInTheWay)
{
    Land land = landWithGrid();
    const auto plain = Lines(land).from({512, 300});
    ASSERT_TRUE(plain);
    EXPECT_EQ(plain->points, (std::vector<Point>{{512, 300}, {512, 950}}));
    EXPECT_EQ(plain->cost_m, 650);
    land.put(u"lake"_s, {rectangle(0, 0, 200, 200)});
    const auto beside = Lines(land, {{u"water_layer"_s, u"lake"_s}}).from({512, 300});
    ASSERT_TRUE(beside);
    EXPECT_EQ(beside->points, plain->points) << "the lake lies elsewhere";
    EXPECT_NEAR(beside->cost_m, 650, 1e-6);
}

TEST(PhotovoltaicLines, GoAroundWaterHousesAndProtectedLand)
{
    Land land = landWithGrid();
    land.put(u"areas"_s, {rectangle(350, 500, 300, 200)});
    for (const QString &parameter : {u"water_layer"_s, u"protected_layer"_s, u"building_layer"_s}) {
        const auto line = Lines(land, {{parameter, u"areas"_s}}).from({510, 300});
        ASSERT_TRUE(line) << parameter.toStdString();
        // The shortest way around: to a southern corner of the area, up its side, and north.
        const double around = std::hypot(650 - 510, 500 - 300) + 450;
        EXPECT_GE(line->length_m, around - 1e-6) << parameter.toStdString();
        EXPECT_LE(line->length_m, around * 1.06) << "but for cells that are touched";
        EXPECT_EQ(line->points.front(), (Point{510, 300}));
        EXPECT_EQ(line->points.back().y, 950);
        // Nowhere inside: looked at each metre.
        for (std::size_t i = 1; i < line->points.size(); ++i) {
            const Point a = line->points[i - 1];
            const Point b = line->points[i];
            for (double at = 0; at <= 1; at += 1 / (1 + std::hypot(b.x - a.x, b.y - a.y))) {
                const Point p{a.x + at * (b.x - a.x), a.y + at * (b.y - a.y)};
                EXPECT_FALSE(p.x > 350 && p.x < 650 && p.y > 500 && p.y < 700) << p.x << ", " << p.y;
            }
        }
    }
}

TEST(PhotovoltaicLines, LeaveAHouseButNotALake)
{
    Land land = landWithGrid();
    land.put(u"houses"_s, {rectangle(490, 290, 30, 20)});
    land.put(u"lake"_s, {rectangle(300, 100, 400, 400)});
    const auto roof = Lines(land, {{u"building_layer"_s, u"houses"_s}}).from({505, 300});
    ASSERT_TRUE(roof) << "from the middle of a roof";
    EXPECT_LT(roof->length_m, 700);
    EXPECT_FALSE(Lines(land, {{u"water_layer"_s, u"lake"_s}}).from({500, 300})) << "from the middle of a lake";
}

TEST(PhotovoltaicLines, FollowRoadsAcrossWaterAndForLess)
{
    Land land = landWithGrid();
    land.put(u"lake"_s, {rectangle(-600, 500, 2200, 200)});
    EXPECT_FALSE(Lines(land, {{u"water_layer"_s, u"lake"_s}}).from({510, 300})) << "from shore to shore";
    land.put(u"roads"_s, {lineOf({{510, 0}, {510, 1000}})});
    const auto bridge =
        Lines(land, {{u"water_layer"_s, u"lake"_s}, {u"road_layer"_s, u"roads"_s}, {u"road_line_cost"_s, u"50"_s}})
            .from({510, 300});
    ASSERT_TRUE(bridge);
    EXPECT_NEAR(bridge->length_m, 650, 1e-6);
    EXPECT_NEAR(bridge->cost_m, 325, 1);
}

TEST(PhotovoltaicLines, AvoidWhatIsSteep)
{
    // A ridge of 45 degrees from x = 300 to 700 across the way, in a plane.
    ModelInput model;
    model.terrain = HeightGrid{*Crs::fromEpsg(4527), {-1500, 2500}, 25, -25, 160, 160, {}};
    for (int row = 0; row < 160; ++row) {
        for (int column = 0; column < 160; ++column) {
            const Point at = frameOf(*model.terrain).centre(column, row);
            const bool beside = at.x < 300 || at.x > 700;
            model.terrain->heights_m.push_back(
                static_cast<float>(beside ? 0 : std::max(0.0, 100 - std::abs(at.y - 600))));
        }
    }
    Land land = landWithGrid();
    land.put(u"houses"_s, {rectangle(0, 0, 10, 10)});
    const auto over = Lines(land, {{u"building_layer"_s, u"houses"_s}, {u"steep_line_cost"_s, u"100"_s}}, model);
    EXPECT_NEAR(over.from({490, 300})->length_m, 650, 1e-6) << "as if it were level";
    const auto dear = Lines(land, {{u"building_layer"_s, u"houses"_s}, {u"steep_line_cost"_s, u"1000"_s}}, model);
    const auto line = dear.from({490, 300});
    ASSERT_TRUE(line);
    EXPECT_GT(line->length_m, 700) << "around the end of the ridge";
    EXPECT_LT(line->cost_m, 650 + 9 * 200) << "which is what the straight way costs";
}

TEST(PhotovoltaicLines, CostWhatTheCheapestWayOverTheCellsCosts)
{
    // Against the cheapest of all ways over the same cells, found by going over all steps until nothing changes.
    for (unsigned seed = 1; seed <= 6; ++seed) {
        std::mt19937 random(seed);
        Land land = landWithGrid();
        std::vector<Geometry> ponds;
        for (int i = 0; i < 14; ++i) {
            const auto upTo = [&](unsigned most) { return static_cast<double>(random() % most); };
            const double x = upTo(1000);
            const double y = 250 + upTo(600);
            ponds.push_back(rectangle(x, y, 40 + upTo(200), 30 + upTo(60)));
        }
        land.put(u"ponds"_s, ponds);
        const auto line = Lines(land, {{u"water_layer"_s, u"ponds"_s}, {u"line_cell_m"_s, u"50"_s}}).from({500, 125});
        const GridFrame frame{Crs(), {-500, -500}, 50, 50, 40, 40};
        CellMask closed(frame.size());
        for (const Geometry &pond : ponds) {
            burn(pond, frame, closed, true);
        }
        CostGrid cells{frame, {}};
        for (const std::uint8_t mark : closed) {
            cells.costs.push_back(mark != 0 ? 0.0F : 1.0F);
        }
        std::vector<double> costs(frame.size(), std::numeric_limits<double>::infinity());
        for (int column = 10; column < 30; ++column) {
            const std::size_t cell = *frame.cellAt({-500 + 50 * column + 25.0, 950});
            costs[cell] = closed[cell] != 0 ? costs[cell] : 0;
        }
        for (bool changed = true; changed;) {
            changed = false;
            for (std::size_t from = 0; from < frame.size(); ++from) {
                for (int dy = -2; dy <= 2; ++dy) {
                    for (int dx = -2; dx <= 2; ++dx) {
                        const auto to = frame.cellAt({frame.centre(from).x + 50 * dx, frame.centre(from).y + 50 * dy});
                        const int squared = dx * dx + dy * dy;
                        if (!to || (squared != 1 && squared != 2 && squared != 5)) {
                            continue;
                        }
                        const double cost = costs[*to] + cells.straight(frame.centre(from), frame.centre(*to));
                        if (cost < costs[from] - 1e-9) {
                            costs[from] = cost;
                            changed = true;
                        }
                    }
                }
            }
        }
        const double least = costs[*frame.cellAt({500, 125})];
        ASSERT_EQ(line.has_value(), std::isfinite(least)) << seed;
        if (line) {
            EXPECT_LE(line->cost_m, least + 2 * 50) << "but for the two ends, seed " << seed;
            EXPECT_GE(line->cost_m, least / 1.03 - 2 * 50) << seed;
        }
    }
}

} // namespace
} // namespace cuntu::photovoltaic
