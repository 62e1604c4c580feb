// SPDX-License-Identifier: GPL-3.0-or-later
// Line layers as networks: ends that nearly meet another line, and lines that are there twice.
#include "core/check/check_defaults.h"
#include "core/check/rules.h"

#include <cmath>

namespace cuntu {

namespace {

constexpr double k_meets_m = 0.05; ///< what rounding to centimetres leaves apart
constexpr double k_same_m = 1;     ///< two lines nowhere farther apart are one

std::optional<QStringList> lineLayers(const LayerSchema &schema)
{
    if (schema.geometry != GeometryType::Line) {
        return std::nullopt;
    }
    QStringList fields;
    for (const QString &field : {schema.nameField, schema.keyField}) {
        if (!field.isEmpty()) {
            fields << field;
        }
    }
    return fields;
}

Box around(Point position, double reach_m, const UnitMetres &unit)
{
    const double east = reach_m / unit.east;
    const double north = reach_m / unit.north;
    return {position.x - east, position.y - north, position.x + east, position.y + north};
}

/// Distance from @p position to line @p row, in metres.
double toLine_m(const PackedGeometry &lines, std::size_t row, Point position, const UnitMetres &unit)
{
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t part = lines.firstPart(row); part < lines.endPart(row); ++part) {
        const auto points = lines.part(part);
        for (std::size_t i = 1; i < points.size() && least > 0; ++i) {
            least = std::min(least, unit.toSegment_m(position, points[i - 1], points[i]));
        }
    }
    return least;
}

/// The line nearest to an end of line @p row, other than itself, within @p reach_m.
struct Neighbour {
    std::uint32_t row = 0;
    double distance_m = std::numeric_limits<double>::infinity();
};

Neighbour nearestLine(const LayerSnapshot &layer, std::size_t row, Point end, double reach_m)
{
    const UnitMetres unit = UnitMetres::at(layer.crs(), end);
    Neighbour nearest;
    layer.geometry().index.search(around(end, reach_m, unit), [&](std::uint32_t other) {
        const double apart_m = other == row ? nearest.distance_m : toLine_m(layer.geometry(), other, end, unit);
        if (apart_m < nearest.distance_m) {
            nearest = {other, apart_m};
        }
        return nearest.distance_m > 0;
    });
    return nearest;
}

void reportDangling(const LayerSnapshot &layer, std::size_t row, double reach_m, FindingList &findings)
{
    const PackedGeometry &lines = layer.geometry();
    for (std::size_t part = lines.firstPart(row); part < lines.endPart(row); ++part) {
        const auto points = lines.part(part);
        if (points.size() < 2 || points.front() == points.back()) {
            continue;
        }
        for (const Point end : {points.front(), points.back()}) {
            const Neighbour nearest = nearestLine(layer, row, end, reach_m);
            if (nearest.distance_m > k_meets_m && nearest.distance_m <= reach_m) {
                findings.add(layer, row,
                             Core::tr("an end lies %1 m from %2 and does not meet it")
                                 .arg(nearest.distance_m, 0, 'f', 1)
                                 .arg(calledAs(layer, nearest.row)),
                             end);
            }
        }
    }
}

/// True where no vertex of line @p one is farther than k_same_m from line @p other.
bool liesOn(const LayerSnapshot &layer, std::size_t one, std::size_t other)
{
    const PackedGeometry &lines = layer.geometry();
    for (std::size_t part = lines.firstPart(one); part < lines.endPart(one); ++part) {
        for (const Point &vertex : lines.part(part)) {
            if (toLine_m(lines, other, vertex, UnitMetres::at(layer.crs(), vertex)) > k_same_m) {
                return false;
            }
        }
    }
    return true;
}

/// The boxes of two lines that are one differ by less than k_same_m on each side.
bool haveOneBox(const Box &one, const Box &other, const UnitMetres &unit)
{
    const double east = k_same_m / unit.east;
    const double north = k_same_m / unit.north;
    return std::abs(one.minX - other.minX) <= east && std::abs(one.maxX - other.maxX) <= east &&
           std::abs(one.minY - other.minY) <= north && std::abs(one.maxY - other.maxY) <= north;
}

void reportRepeated(const LayerSnapshot &layer, std::uint32_t row, FindingList &findings)
{
    const PackedGeometry &lines = layer.geometry();
    const Box &box = lines.boxes[row];
    const UnitMetres unit = UnitMetres::at(layer.crs(), box.centre());
    const Box corner = around({box.minX, box.minY}, k_same_m, unit);
    std::optional<std::uint32_t> first;
    lines.index.search(corner, [&](std::uint32_t other) {
        if (other < row && haveOneBox(box, lines.boxes[other], unit) && liesOn(layer, row, other) &&
            liesOn(layer, other, row)) {
            first = other;
        }
        return !first;
    });
    if (first) {
        findings.add(
            layer, row,
            Core::tr("the same line as %1 (feature %2)").arg(calledAs(layer, *first)).arg(layer.id(*first).value));
    }
}

FoundResult overLines(const ProjectSnapshot &project, const JobContext &job,
                      const std::function<void(const LayerSnapshot &, std::size_t, FindingList &)> &report)
{
    return findInLayers(project, job, lineLayers,
                        [&](const LayerSnapshot &layer, FindingList &findings) -> Result<void> {
                            for (std::size_t row = 0; row < layer.size(); ++row) {
                                if (row % 256 == 0 && job.isCancelled()) {
                                    return cancelledError();
                                }
                                if (layer.geometry().hasGeometry(row)) {
                                    report(layer, row, findings);
                                }
                            }
                            return {};
                        });
}

} // namespace

FoundResult checkDanglingEnds(const ProjectSnapshot &project, const JobContext &job)
{
    const double reach_m = settingOr(project, u"check.dangling_m", k_dangling_m);
    return overLines(project, job, [&](const LayerSnapshot &layer, std::size_t row, FindingList &findings) {
        reportDangling(layer, row, reach_m, findings);
    });
}

FoundResult checkRepeatedLines(const ProjectSnapshot &project, const JobContext &job)
{
    return overLines(project, job, [](const LayerSnapshot &layer, std::size_t row, FindingList &findings) {
        reportRepeated(layer, static_cast<std::uint32_t>(row), findings);
    });
}

} // namespace cuntu
