// SPDX-License-Identifier: GPL-3.0-or-later
// Lines that cannot be what they are said to be: without length, closed as the outline of something, away from all
// areas, hanging together with nothing.
#include "core/check/layer_network.h"
#include "core/check/rules.h"
#include "core/geo/clean.h"
#include "core/solve/line_network.h"
#include "core/solve/shortest_paths.h"

#include <cmath>
#include <map>
#include <numbers>

namespace cuntu {

namespace {

constexpr double k_length_m = 0.05; ///< what is shorter is a place
constexpr double k_roundness = 0.3; ///< 4 pi area / perimeter^2 of an outline: a square's is 0.79, a there-and-back's 0
constexpr double k_outline_m2 = 100; ///< a smaller one may be a roundabout
constexpr double k_joins_m = 30;     ///< ends so near are joined when the network is looked at as a whole

std::optional<QStringList> linesOfProgrammes(const LayerSchema &schema)
{
    if (schema.geometry != GeometryType::Line || schema.programme.isEmpty()) {
        return std::nullopt;
    }
    QStringList fields{schema.nameField, schema.keyField};
    fields.removeAll(QString());
    fields.removeDuplicates();
    return fields;
}

double length_m(const LayerNetwork &network, const LayerSnapshot &layer, std::size_t row)
{
    double length = 0;
    for (std::size_t part = layer.geometry().firstPart(row); part < layer.geometry().endPart(row); ++part) {
        length += network.locator().length(part);
    }
    return length;
}

double area_m2(std::span<const Point> ring)
{
    double twice = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        twice += (ring[i - 1].x - ring[0].x) * (ring[i].y - ring[0].y) -
                 (ring[i].x - ring[0].x) * (ring[i - 1].y - ring[0].y);
    }
    return std::abs(twice) / 2;
}

using Visit = std::function<Result<void>(const LayerSnapshot &, const LayerNetwork &, FindingList &)>;

FoundResult overNetworks(const ProjectSnapshot &project, const JobContext &job, const Visit &visit)
{
    return findInLayers(project, job, linesOfProgrammes,
                        [&](const LayerSnapshot &layer, FindingList &findings) -> Result<void> {
                            const auto network = LayerNetwork::of(layer);
                            return network ? visit(layer, **network, findings) : Result<void>(network.error());
                        });
}

/// Components of the network by their smallest node: how long each is, and one line of each.
struct Island {
    double length_m = 0;
    std::size_t lines = 0;
    std::uint32_t first = k_noIndex;
};

Result<std::map<std::uint32_t, Island>> islandsOf(const LayerNetwork &network, const JobContext &job)
{
    LineNetworkOptions options;
    options.tolerance = k_joins_m;
    const auto built = buildLineNetwork(network.locator(), options, job);
    if (!built) {
        return built.error();
    }
    const auto component = connectedComponents(built->graph, std::vector<bool>(built->graph.edgeCount(), true));
    std::map<std::uint32_t, Island> islands;
    for (std::uint32_t line = 0; line < built->anyNode.size(); ++line) {
        if (built->anyNode[line] != k_noIndex) {
            Island &island = islands[component[built->anyNode[line]]];
            island.length_m += network.locator().length(line);
            island.first = std::min(island.first, line);
            ++island.lines;
        }
    }
    return islands;
}

} // namespace

FoundResult checkEmptyLines(const ProjectSnapshot &project, const JobContext &job)
{
    return overNetworks(project, job,
                        [](const LayerSnapshot &layer, const LayerNetwork &network, FindingList &findings) {
                            for (std::size_t row = 0; row < layer.size(); ++row) {
                                if (layer.geometry().hasGeometry(row) && length_m(network, layer, row) < k_length_m) {
                                    findings.add(layer, row, Core::tr("the line has no length"), {}, true);
                                }
                            }
                            return Result<void>();
                        });
}

FoundResult checkOutlines(const ProjectSnapshot &project, const JobContext &job)
{
    return overNetworks(
        project, job, [](const LayerSnapshot &layer, const LayerNetwork &network, FindingList &findings) {
            const LineSet &lines = network.locator().lines();
            for (std::uint32_t line = 0; line < lines.size(); ++line) {
                const auto points = lines.line(line);
                if (points.size() < 4 || !(points.front() == points.back())) {
                    continue;
                }
                const double around_m = network.locator().length(line);
                const double inside_m2 = area_m2(points);
                if (inside_m2 > k_outline_m2 && 4 * std::numbers::pi * inside_m2 > k_roundness * around_m * around_m) {
                    findings.add(
                        layer, network.rowOf(line),
                        Core::tr("closed around %1 m2: the outline of an area, or a ring?").arg(inside_m2, 0, 'f', 0));
                }
            }
            return Result<void>();
        });
}

FoundResult checkIslands(const ProjectSnapshot &project, const JobContext &job)
{
    return overNetworks(
        project, job,
        [&](const LayerSnapshot &layer, const LayerNetwork &network, FindingList &findings) -> Result<void> {
            const auto islands = islandsOf(network, job);
            if (!islands) {
                return islands.error();
            }
            const auto largest = std::max_element(islands->begin(), islands->end(), [](const auto &a, const auto &b) {
                return a.second.length_m < b.second.length_m;
            });
            for (auto it = islands->begin(); it != islands->end(); ++it) {
                if (it != largest) {
                    findings.add(layer, network.rowOf(it->second.first),
                                 Core::tr("%1 lines, %2 km, that hang together with no others")
                                     .arg(it->second.lines)
                                     .arg(it->second.length_m / 1000, 0, 'f', 3));
                }
            }
            return {};
        });
}

FoundResult checkLinesOutside(const ProjectSnapshot &project, const JobContext &job)
{
    const QString areas = QStringLiteral("townships");
    const auto townships =
        project.layers().contains(areas) ? project.layer(areas, {}, job) : Result<Immutable<LayerSnapshot>>(Error{});
    if (!townships || (*townships)->size() == 0) {
        return std::vector<CheckFinding>();
    }
    const PackedGeometry &ground = (*townships)->geometry();
    return findInLayers(
        project, job, linesOfProgrammes, [&](const LayerSnapshot &layer, FindingList &findings) -> Result<void> {
            for (std::size_t row = 0; row < layer.size(); ++row) {
                if (row % 256 == 0 && job.isCancelled()) {
                    return cancelledError();
                }
                const Geometry line = layer.geometry().geometry(row);
                const bool isInside = std::any_of(line.points.begin(), line.points.end(), [&](Point point) {
                    const auto near = ground.index.search({point.x, point.y, point.x, point.y});
                    return std::any_of(near.begin(), near.end(),
                                       [&](std::uint32_t area) { return containsPoint(ground.geometry(area), point); });
                });
                if (!line.isEmpty() && !isInside) {
                    findings.add(layer, row, Core::tr("no vertex of it lies in any township"));
                }
            }
            return {};
        });
}

} // namespace cuntu
