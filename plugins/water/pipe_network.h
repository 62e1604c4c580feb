// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/geo/crs.h"
#include "core/snapshot/layer_snapshot.h"
#include "core/solve/graph.h"
#include "core/solve/line_network.h"

#include <optional>

namespace cuntu::water {

/// Positions of a project in metres.
class MetrePlane {
public:
    /// The plane system that fits @p points where @p crs is longitude and latitude, else the CRS itself. UnknownCrs.
    static Result<MetrePlane> fitting(const Crs &crs, std::span<const Point> points);

    void flatten(std::span<Point> places) const;
    void unflatten(std::span<Point> places) const;

private:
    std::optional<CrsTransform> m_toPlane; ///< empty: nothing moves
};

/// A line that is there: a main of a system, or something that pipes may be laid along.
struct PipeLine {
    std::vector<Point> points;
    std::uint32_t owner = k_noIndex; ///< whose main it is: number of the system; none: a route
    std::uint32_t row = k_noIndex;   ///< of the layer of mains
};

/// How lines and places become ways for pipes.
struct PipeOptions {
    double link_m = 3000; ///< farthest way across country
    double detour = 1.2;  ///< of such a way to the straight line
    std::size_t neighbours = 6;
    double joint_m = 10;   ///< an end of a line joins another that is so near
    double beside_m = 100; ///< a main can be joined from a route that is so near
};

/// Places and the ways that a pipe can take between them. First the nodes of the lines, then the places that were
/// given.
struct PipeNetwork {
    struct Way {
        std::uint32_t from = 0;
        std::uint32_t to = 0;
        double length_m = 0;
        std::uint32_t owner = k_noIndex; ///< of a main
        std::uint32_t row = k_noIndex;   ///< of a main
        std::vector<Point> points;       ///< in metres
    };
    std::vector<Way> ways;
    std::vector<Point> nodes;
    std::uint32_t firstPlace = 0; ///< node of the first place

    std::uint32_t nodeOf(std::size_t place) const { return firstPlace + static_cast<std::uint32_t>(place); }
    /// The ways as a graph; edge i is way i.
    Graph graph() const;
};

/// Lays out the ways: along the lines; from each place to the nearest line of every owner, anywhere along it; between
/// mains and routes that run beside each other; between each place and its nearest neighbours. @p places in metres;
/// those that are not finite have no ways. Cancelled, OutOfRange as buildLineNetwork().
Result<PipeNetwork> buildPipeNetwork(const std::vector<PipeLine> &lines, const std::vector<Point> &places,
                                     const PipeOptions &options, const JobContext &job);

} // namespace cuntu::water
