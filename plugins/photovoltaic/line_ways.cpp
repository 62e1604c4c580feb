// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/photovoltaic/line_ways.h"

#include "core/algorithm/parameter_makers.h"
#include "core/terrain/burn.h"
#include "core/terrain/relief.h"

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {

namespace {

constexpr double k_metresInDegree = 111320;
constexpr double k_margin_m = 500; ///< around villages and grid, for detours
constexpr double k_leave_m = 60;   ///< as far a line may pass between houses, at its ends
constexpr double k_mostCells = 9e6;

double distance(Point a, Point b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

/// Cells of @p cell_m over @p villages, as far as the nearest points of the grid and a little more.
GridFrame frameOver(std::span<const Box> villages, const Surroundings &around, const Crs &crs, double cell_m)
{
    Box box;
    for (const Box &village : villages) {
        box.add(village);
        if (const auto grid = around.grid(village.centre())) {
            box.add(grid->position);
        }
    }
    const double unit = crs.isGeographic() ? 1 / k_metresInDegree : 1; // of a metre to the north
    const double squeeze = crs.isGeographic() ? std::cos(box.centre().y * std::numbers::pi / 180) : 1;
    const double margin = k_margin_m * unit;
    const double width = box.maxX - box.minX + 2 * margin / squeeze;
    const double height = box.maxY - box.minY + 2 * margin;
    const double cells = width * squeeze * height / (cell_m * cell_m * unit * unit);
    const double step = cell_m * unit * std::max(1.0, std::sqrt(cells / k_mostCells));
    return {crs,  {box.minX - margin / squeeze, box.minY - margin},    step / squeeze,
            step, static_cast<int>(std::ceil(width * squeeze / step)), static_cast<int>(std::ceil(height / step))};
}

/// Marks the cells that features of @p layer touch; of areas alone where @p areas is set, of lines and points too else.
void mark(const LayerSnapshot &layer, const GridFrame &frame, bool areas, CellMask &mask,
          const std::vector<bool> *rows = nullptr)
{
    const PackedGeometry &geometry = layer.geometry();
    for (const std::uint32_t row : geometry.index.search(frame.box())) {
        const Geometry shape = geometry.geometry(row);
        if ((rows == nullptr || (*rows)[row]) && (!areas || shape.type == GeometryType::Polygon)) {
            burn(shape, frame, mask, true);
        }
    }
}

/// Calls @p visit(cell, metres) for the cells whose centre is within k_leave_m of @p position.
template <typename Visit> void cellsAround(const GridFrame &frame, Point position, const Visit &visit)
{
    const auto middle = frame.cellAt(position);
    if (!middle) {
        return;
    }
    const CellSize size = cellSize(frame, frame.rowOf(*middle));
    const int x = static_cast<int>(std::ceil(k_leave_m / size.x_m));
    const int y = static_cast<int>(std::ceil(k_leave_m / size.y_m));
    const int column = frame.columnOf(*middle);
    const int row = frame.rowOf(*middle);
    for (int r = std::max(0, row - y); r <= std::min(frame.rows - 1, row + y); ++r) {
        for (int c = std::max(0, column - x); c <= std::min(frame.columns - 1, column + x); ++c) {
            const Point centre = frame.centre(c, r);
            const double away = std::hypot((centre.x - position.x) / frame.stepX * size.x_m,
                                           (centre.y - position.y) / frame.stepY * size.y_m);
            if (away <= k_leave_m) {
                visit(frame.index(c, r), away);
            }
        }
    }
}

/// What is in the way of lines and what they rather follow, in one grid.
class LineLand {
public:
    LineLand(const AlgorithmInput &input, const Surroundings &around, GridFrame frame, const JobContext &job)
        : m_input(input), m_around(around), m_job(job), m_closed(frame.size()), m_roads(frame.size())
    {
        m_land.frame = std::move(frame);
    }

    /// Marks what the layers close; false where none is given.
    Result<bool> close();
    Result<void> charge(const ModelInput &model);
    CostGrid take() { return std::move(m_land); }
    std::vector<CostSource> sources() const;

private:
    Result<void> chargeSteep(const HeightGrid &terrain);

    const AlgorithmInput &m_input;
    const Surroundings &m_around;
    const JobContext &m_job;
    CellMask m_closed;
    CellMask m_roads;
    CostGrid m_land;
};

Result<bool> LineLand::close()
{
    const auto water = optionalLayer(m_input, u"water_layer"_s, {}, m_job);
    const auto kept = optionalLayer(m_input, u"protected_layer"_s, {}, m_job);
    const auto roads = optionalLayer(m_input, u"road_layer"_s, {}, m_job);
    for (const auto *layer : {&water, &kept, &roads}) {
        if (!*layer) {
            return layer->error();
        }
    }
    for (const auto *layer : {&*water, &*kept, &m_around.buildings()}) {
        if (*layer) {
            mark(***layer, m_land.frame, true, m_closed);
        }
    }
    if (m_around.land()) {
        const std::vector<bool> rows = m_around.landOfKinds(m_input.parameters.text(u"line_closed_kinds"_s));
        mark(**m_around.land(), m_land.frame, true, m_closed, &rows);
    }
    if (*roads) {
        mark(***roads, m_land.frame, false, m_roads);
    }
    return *water || *kept || *roads || m_around.buildings() || m_around.land();
}

Result<void> LineLand::charge(const ModelInput &model)
{
    const auto road = static_cast<float>(m_input.parameters.number(u"road_line_cost"_s) / 100);
    m_land.costs.assign(m_land.frame.size(), 1);
    if (model.terrain) {
        if (auto charged = chargeSteep(*model.terrain); !charged) {
            return charged.error();
        }
    }
    for (std::size_t cell = 0; cell < m_land.costs.size(); ++cell) {
        float &cost = m_land.costs[cell];
        cost = m_roads[cell] != 0 ? road : m_closed[cell] != 0 ? 0 : cost;
    }
    return {};
}

Result<void> LineLand::chargeSteep(const HeightGrid &terrain)
{
    const auto slopes = slope_deg(terrain, m_job);
    const auto toTerrain = CrsTransform::create(m_land.frame.crs, terrain.crs);
    if (!slopes || !toTerrain) {
        return !slopes ? slopes.error() : toTerrain.error();
    }
    const double from = m_input.parameters.number(u"steep_from"_s);
    const auto steep = static_cast<float>(m_input.parameters.number(u"steep_line_cost"_s) / 100);
    std::vector<Point> centres(static_cast<std::size_t>(m_land.frame.columns));
    for (int row = 0; row < m_land.frame.rows && !m_job.isCancelled(); ++row) {
        for (int column = 0; column < m_land.frame.columns; ++column) {
            centres[static_cast<std::size_t>(column)] = m_land.frame.centre(column, row);
        }
        toTerrain->apply(centres);
        for (int column = 0; column < m_land.frame.columns; ++column) {
            if (slopes->at(centres[static_cast<std::size_t>(column)]) >= from) {
                m_land.costs[m_land.frame.index(column, row)] = steep;
            }
        }
    }
    return {};
}

/// The cells that the grid passes through; where one is closed, the open ones around it.
std::vector<CostSource> LineLand::sources() const
{
    CellMask ends(m_land.frame.size());
    mark(**m_around.gridLayer(), m_land.frame, false, ends);
    std::vector<CostSource> found;
    for (const std::size_t cell : markedCells(ends)) {
        if (m_land.isOpen(cell)) {
            found.push_back({cell, 0});
            continue;
        }
        cellsAround(m_land.frame, m_land.frame.centre(cell), [&](std::size_t near, double away_m) {
            if (m_land.isOpen(near)) {
                found.push_back({near, away_m});
            }
        });
    }
    return found;
}

} // namespace

std::vector<Parameter> LineWays::parameters()
{
    Parameter closed;
    closed.id = u"line_closed_kinds"_s;
    closed.name = {u"线路不能穿过的地类"_s, u"Kinds of land closed to lines"_s};
    closed.help = {u"土地利用图层中地类名称含有其中任一词的地块。"_s,
                   u"Land of the layer of kinds whose name holds one of these words."_s};
    closed.type = ParameterType::Text;
    closed.defaultValue = u"水域 河流 湖泊 水库 坑塘 保护 water river lake reservoir pond reserve"_s;
    return {plainParameter(u"water_layer"_s, ParameterType::Layer, {u"水体图层"_s, u"Layer of water"_s},
                           {u"线路绕开的水面；只看面，线状的河沟可以跨过。"_s,
                            u"Water that lines go around: areas; a brook that is a line is spanned."_s}),
            plainParameter(u"protected_layer"_s, ParameterType::Layer, {u"保护地图层"_s, u"Layer of protected land"_s},
                           {u"线路绕开的面。"_s, u"Areas that lines go around."_s}),
            closed,
            plainParameter(u"road_layer"_s, ParameterType::Layer, {u"道路图层"_s, u"Layer of roads"_s},
                           {u"沿路架线较便宜，也可以沿路穿过上面的面。"_s,
                            u"Lines along them cost less, and may follow them through the areas above."_s}),
            numberParameter(u"road_line_cost"_s, {u"沿路的线路费用"_s, u"Cost along roads"_s},
                            {u"与平地线路之比。"_s, u"Of that of a plain line."_s}, u"%"_s, 1, 100, 80),
            numberParameter(u"steep_from"_s, {u"陡坡从"_s, u"Steep from"_s},
                            {u"线路费用较高的坡度；要有地形文件。"_s,
                             u"Where lines cost more; a terrain model says where that is."_s},
                            u"°"_s, 0, 90, 25),
            numberParameter(u"steep_line_cost"_s, {u"陡坡的线路费用"_s, u"Cost over steep land"_s},
                            {u"与平地线路之比。"_s, u"Of that of a plain line."_s}, u"%"_s, 100, 10000, 200),
            numberParameter(u"line_cell_m"_s, {u"线路计算格"_s, u"Cells of lines"_s},
                            {u"线路按此大小的格子选路。"_s, u"Lines are led over cells of this size."_s}, u"m"_s, 5,
                            1000, 25)};
}

Result<LineWays> LineWays::read(const AlgorithmInput &input, const Surroundings &around, const ModelInput &model,
                                std::span<const Box> villages, const Crs &crs, const JobContext &job)
{
    LineWays made(around);
    if (!around.gridLayer() || villages.empty()) {
        return made;
    }
    LineLand land(input, around, frameOver(villages, around, crs, input.parameters.number(u"line_cell_m"_s)), job);
    const auto isAnyGiven = land.close();
    if (!isAnyGiven) {
        return isAnyGiven.error();
    }
    if (!*isAnyGiven) {
        return made;
    }
    if (auto charged = land.charge(model); !charged) {
        return charged.error();
    }
    const std::vector<CostSource> sources = land.sources();
    auto ways = LeastCostWays::find(land.take(), sources, job);
    if (!ways) {
        return ways.error();
    }
    made.m_ways = std::move(*ways);
    return made;
}

std::optional<LineWays::Exit> LineWays::exit(Point position) const
{
    const CostGrid &land = m_ways->land();
    const auto own = land.frame.cellAt(position);
    if (own && std::isfinite(m_ways->cost(*own))) {
        return Exit{*own, m_ways->cost(*own) + land.straight(position, land.frame.centre(*own))};
    }
    std::optional<Exit> best;
    cellsAround(land.frame, position, [&](std::size_t cell, double away_m) {
        const double cost_m = m_ways->cost(cell) + away_m;
        if (std::isfinite(cost_m) && (!best || cost_m < best->cost_m)) {
            best = {cell, cost_m};
        }
    });
    return best;
}

double LineWays::cost_m(const Site &site) const
{
    if (!m_ways) {
        return straight(site).cost_m;
    }
    const auto way = exit(site.position);
    return way ? way->cost_m : std::numeric_limits<double>::infinity();
}

SiteLine LineWays::straight(const Site &site) const
{
    SiteLine line;
    if (const auto grid = m_around->grid(site.position)) {
        line = {{site.position, grid->position}, grid->line_m, grid->line_m, grid->free_kW};
    } else if (const auto house = m_around->house(site.position, SiteRules().mostHouse_m); house && !site.roof) {
        line = {{site.position, *house}, site.house_m, site.house_m, line.free_kW};
    }
    return line;
}

SiteLine LineWays::led(const Site &site, std::size_t cell) const
{
    const CostGrid &land = m_ways->land();
    std::vector<Point> way = m_ways->way(cell);
    const auto grid = *m_around->grid(way.back());
    // What leads out from between houses is not made straight with the rest: it passes closed cells.
    const bool leavesOpen = std::isfinite(land.straight(site.position, way.front()));
    const bool endsOpen = std::isfinite(land.straight(way.back(), grid.position));
    if (leavesOpen) {
        way.insert(way.begin(), site.position);
    }
    if (endsOpen) {
        way.push_back(grid.position);
    }
    SiteLine line{m_ways->straightened(std::move(way)), 0, 0, grid.free_kW};
    if (!leavesOpen) {
        line.points.insert(line.points.begin(), site.position);
    }
    if (!endsOpen) {
        line.points.push_back(grid.position);
    }
    for (std::size_t i = 1; i < line.points.size(); ++i) {
        const double length_m = distance(line.points[i - 1], line.points[i]);
        const double cost_m = land.straight(line.points[i - 1], line.points[i]);
        line.length_m += length_m;
        line.cost_m += std::isfinite(cost_m) ? cost_m : length_m;
    }
    return line;
}

std::optional<SiteLine> LineWays::lineFrom(const Site &site) const
{
    const SiteLine direct = straight(site);
    if (!m_ways) {
        return direct;
    }
    const auto way = exit(site.position);
    if (!way) {
        return std::nullopt;
    }
    SiteLine line = led(site, way->cell);
    const double direct_m = m_ways->land().straight(site.position, direct.points.back());
    if (direct_m <= line.cost_m) {
        line = direct;
        line.cost_m = direct_m;
    }
    return line;
}

} // namespace cuntu::photovoltaic
