// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/roads/network.h"

#include "core/snapshot/layer_memo.h"
#include "plugins/roads/stretches.h"

#include <cmath>

namespace cuntu::roads {

namespace {

constexpr std::size_t k_settlementsBetweenCancelChecks = 1024;

/// What the network of a revision of the roads depends on.
struct NetworkKey {
    using Value = Network;
    Immutable<PackedGeometry> settlements;
    Tolerances tolerances;
    Immutable<std::vector<FeatureId>> stretches; ///< null: there are none
    qint64 stretchRevision = 0;

    bool operator==(const NetworkKey &) const = default;
};

/// The nearest place on each segment around the settlements.
Result<void> locate(double snap_m, Network &network, const JobContext &job)
{
    std::vector<LineLocation> found;
    const std::vector<Point> &positions = network.plane.positions;
    network.firstPlace.reserve(positions.size() + 1);
    network.firstPlace.push_back(0);
    for (std::size_t i = 0; i < positions.size(); ++i) {
        if (i % k_settlementsBetweenCancelChecks == 0 && job.isCancelled()) {
            return cancelledError();
        }
        if (std::isfinite(positions[i].x) && std::isfinite(positions[i].y)) {
            network.locator.within(positions[i], snap_m, found);
            network.places.insert(network.places.end(), found.begin(), found.end());
        }
        network.firstPlace.push_back(static_cast<std::uint32_t>(network.places.size()));
    }
    network.lineOfPlace.reserve(network.places.size());
    for (const LineLocation &place : network.places) {
        network.lineOfPlace.push_back(place.line);
    }
    return {};
}

} // namespace

Result<Network> buildNetwork(Plane plane, const Tolerances &tolerances, const JobContext &job)
{
    LineLocator locator(plane.lines());
    Network network{std::move(plane), std::move(locator), {}, {}, {}, {}, {}, nullptr};
    if (auto located = locate(tolerances.snap_m, network, job); !located) {
        return located.error();
    }
    auto lines =
        buildLineNetwork(network.locator, {tolerances.endSnap_m, network.places, network.plane.sourceOfLine}, job);
    if (!lines) {
        return lines.error();
    }
    network.lines = std::move(*lines);
    network.adjacency = LineAdjacency(network.lines);
    return network;
}

Result<Immutable<Network>> networkOf(const LayerSnapshot &roads, const LayerSnapshot &settlements,
                                     const LayerSnapshot *stretches, const Tolerances &tolerances,
                                     const JobContext &job)
{
    NetworkKey key{settlements.sharedGeometry(), tolerances, {}, 0};
    if (stretches != nullptr) {
        key.stretches = stretches->sharedIds();
        key.stretchRevision = stretches->revision();
    }
    return roads.memo().get(key, job, [&]() -> Result<Network> {
        auto plane = layOut(roads, settlements);
        if (!plane) {
            return plane.error();
        }
        if (stretches != nullptr) {
            if (auto cut = cutAtStretches(*plane, roads, boundsOf(*stretches, roads)); !cut) {
                return cut.error();
            }
        }
        auto network = buildNetwork(std::move(*plane), tolerances, job);
        if (network) {
            network->roads = roads.sharedGeometry();
        }
        return network;
    });
}

} // namespace cuntu::roads
