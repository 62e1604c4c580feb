// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/render/cluster.h"

#include "core/snapshot/layer_memo.h"
#include "maps/label/map_font.h"
#include "maps/render/marker.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace cuntu {
namespace {

constexpr std::size_t k_rowsBetweenChecks = 65536;
constexpr double k_number_mm = 2.6; ///< height of the numbers

const QString k_count = QStringLiteral("count");

/// A square that holds points.
struct Cell {
    std::int64_t column = 0;
    std::int64_t line = 0;
    std::uint32_t row = 0; ///< the first one
    std::uint32_t count = 0;
    Point sum;
    bool isTaken = false;

    Point mean() const { return {sum.x / count, sum.y / count}; }
    auto place() const { return std::pair(line, column); }
};

/// Positions far beyond any map fall into the cells at its rim.
std::int64_t cellNumber(double value)
{
    constexpr double k_rim = 1e15;
    return static_cast<std::int64_t>(std::floor(std::clamp(value, -k_rim, k_rim)));
}

/// The cells of the points, line by line.
Result<std::vector<Cell>> cellsOf(const PackedGeometry &geometry, double side, const JobContext &job)
{
    std::vector<Cell> points;
    points.reserve(geometry.size());
    for (std::size_t row = 0; row < geometry.size(); ++row) {
        const Point at = geometry.firstPoint(row);
        if (std::isfinite(at.x) && std::isfinite(at.y)) {
            points.push_back(
                {cellNumber(at.x / side), cellNumber(at.y / side), static_cast<std::uint32_t>(row), 1, at, false});
        }
        if (row % k_rowsBetweenChecks == 0 && job.isCancelled()) {
            return cancelledError();
        }
    }
    std::ranges::stable_sort(points, {}, &Cell::place);
    std::vector<Cell> cells;
    for (const Cell &point : points) {
        if (cells.empty() || cells.back().place() != point.place()) {
            cells.push_back(point);
            continue;
        }
        ++cells.back().count;
        cells.back().sum.x += point.sum.x;
        cells.back().sum.y += point.sum.y;
    }
    return cells;
}

/// Takes the cells around @p at whose points lie close to its own.
void takeNeighbours(std::vector<Cell> &cells, std::size_t at, double side)
{
    Cell &own = cells[at];
    const Point mean = own.mean();
    for (std::int64_t line = own.line - 1; line <= own.line + 1; ++line) {
        const auto first = std::ranges::lower_bound(cells, std::pair(line, own.column - 1), {}, &Cell::place);
        for (auto cell = first; cell != cells.end() && cell->line == line && cell->column <= own.column + 1; ++cell) {
            const Point other = cell->mean();
            if (cell->isTaken || &*cell == &own || !(std::hypot(other.x - mean.x, other.y - mean.y) < side)) {
                continue;
            }
            cell->isTaken = true;
            own.count += cell->count;
            own.sum.x += cell->sum.x;
            own.sum.y += cell->sum.y;
            own.row = std::min(own.row, cell->row);
        }
    }
}

/// The clusters of a layer at a step of the scale, and a layer of them.
struct ClusterKey {
    struct Value {
        std::vector<Cluster> clusters;
        Immutable<LayerSnapshot> snapshot;
    };
    int step = 0; ///< reach: the square root of two to this
    bool operator==(const ClusterKey &) const = default;
};

int stepOf(double reach)
{
    return static_cast<int>(std::lround(2 * std::log2(reach)));
}

LayerSchema schemaOf(const LayerSchema &from)
{
    Field count;
    count.id = k_count;
    count.name = {QStringLiteral("数量"), QStringLiteral("Number")};
    count.type = FieldType::Integer;
    LayerSchema schema;
    schema.id = from.id;
    schema.name = from.name;
    schema.geometry = GeometryType::Point;
    schema.fields = {count};
    return schema;
}

/// Single points as the layer draws them, larger discs for more digits.
LayerStyle styleOf(const LayerStyle &style)
{
    LayerStyle made = style;
    made.kind = LayerStyle::Kind::Graduated;
    made.field = k_count;
    made.label = {};
    made.sizeField.clear();
    made.turnField.clear();
    made.classes.clear();
    double from = 1;
    for (int digits = 0; digits <= 9; ++digits) {
        StyleClass entry;
        entry.symbol = style.symbol;
        entry.from = from;
        entry.to = digits == 0 ? 2 : std::pow(10.0, digits);
        from = entry.to;
        if (digits > 0) {
            entry.symbol.shape = MarkerShape::Circle;
            entry.symbol.turn_deg = 0;
            entry.symbol.size_mm = std::max(style.symbol.size_mm * 1.5, k_number_mm * (0.9 + 0.6 * digits));
        }
        made.classes.push_back(entry);
    }
    return made;
}

Immutable<LayerSnapshot> snapshotOf(const LayerSnapshot &layer, const std::vector<Cluster> &clusters)
{
    PackedGeometry geometry;
    geometry.type = GeometryType::Point;
    Column counts;
    auto ids = std::make_shared<std::vector<FeatureId>>();
    for (const Cluster &each : clusters) {
        geometry.appendPoint(each.centre);
        counts.appendNumber(each.count);
        ids->push_back(layer.id(each.row));
    }
    geometry.finish();
    counts.finish();
    return std::make_shared<const LayerSnapshot>(
        schemaOf(layer.schema()), layer.crs(), layer.revision(), std::move(ids), freeze(std::move(geometry)),
        std::map<QString, Immutable<Column>>{{k_count, freeze(std::move(counts))}});
}

} // namespace

Result<std::vector<Cluster>> joinPoints(const LayerSnapshot &layer, double reach, const JobContext &job)
{
    auto found = cellsOf(layer.geometry(), reach, job);
    if (!found) {
        return found.error();
    }
    std::vector<Cell> &cells = *found;
    std::vector<std::size_t> order(cells.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, std::greater(), [&](std::size_t i) { return cells[i].count; });
    std::vector<Cluster> result;
    for (const std::size_t i : order) {
        if (!cells[i].isTaken) {
            cells[i].isTaken = true;
            takeNeighbours(cells, i, reach);
            result.push_back({cells[i].mean(), cells[i].count, cells[i].row});
        }
    }
    std::ranges::sort(result, {}, &Cluster::row);
    return result;
}

Result<ClusterPicture> clusterPicture(const RenderLayer &layer, const MapExtent &extent, const JobContext &job)
{
    const double reach = layer.style.radius_mm * extent.pixelsPerMm * extent.unitsPerPixel;
    const ClusterKey key{stepOf(reach)};
    const auto joined = layer.snapshot->memo().get(key, job, [&]() -> Result<ClusterKey::Value> {
        auto clusters = joinPoints(*layer.snapshot, std::exp2(key.step / 2.0), job);
        if (!clusters) {
            return clusters.error();
        }
        auto snapshot = snapshotOf(*layer.snapshot, *clusters);
        return ClusterKey::Value{std::move(*clusters), std::move(snapshot)};
    });
    if (!joined) {
        return joined.error();
    }
    RenderLayer drawn = layer;
    drawn.snapshot = (*joined)->snapshot;
    drawn.style = styleOf(layer.style);
    drawn.selected.clear();
    return ClusterPicture{std::move(drawn), {*joined, &(*joined)->clusters}};
}

std::optional<Label> clusterLabel(const ClusterPicture &picture, std::size_t row, const MapExtent &extent)
{
    const Cluster &cluster = (*picture.clusters)[row];
    if (cluster.count < 2) {
        return std::nullopt;
    }
    Label label;
    label.layer = picture.layer.id;
    label.row = cluster.row;
    label.text = QString::number(cluster.count);
    label.lines = {label.text};
    label.look.font = mapFont(k_number_mm * extent.pixelsPerMm, true);
    label.look.colour = contrasting(picture.layer.style.symbol.fill);
    const Point centre = extent.toPixel(cluster.centre);
    label.centre = {std::floor(centre.x) + 0.5, std::floor(centre.y) + 0.5};
    label.size = labelSize(label.lines, label.look);
    label.box = QRectF(label.centre - QPointF(label.size.width() / 2, label.size.height() / 2), label.size);
    return label;
}

} // namespace cuntu
