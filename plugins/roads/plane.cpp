// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/roads/plane.h"

#include "core/snapshot/layer_memo.h"

namespace cuntu::roads {

namespace {

/// What the layout of a revision of the roads depends on.
struct PlaneKey {
    using Value = Plane;
    Immutable<PackedGeometry> features; ///< null: the roads alone

    bool operator==(const PlaneKey &) const = default;
};

/// Tolerances are in metres, so longitude and latitude go into the plane system that fits them best.
Result<void> flattenAll(const Crs &crs, Plane &plane)
{
    plane.transformed.assign(plane.points.begin(), plane.points.end());
    plane.points = plane.transformed;
    auto transform = planeTransform(crs, plane.points);
    if (!transform) {
        return transform.error();
    }
    transform->apply(plane.transformed);
    transform->apply(plane.positions);
    plane.toPlane.emplace(std::move(*transform));
    return {};
}

} // namespace

void Plane::flatten(std::span<Point> places) const
{
    if (toPlane) {
        toPlane->apply(places);
    }
}

void Plane::unflatten(std::span<Point> places) const
{
    if (toPlane) {
        toPlane->applyInverse(places);
    }
}

Result<Plane> layOut(const LayerSnapshot &roads, const LayerSnapshot &settlements)
{
    const PackedGeometry &geometry = roads.geometry();
    Plane plane;
    plane.points = geometry.points;
    plane.start = geometry.partStart;
    plane.positions.reserve(settlements.geometry().size());
    for (std::size_t row = 0; row < settlements.geometry().size(); ++row) {
        plane.positions.push_back(settlements.geometry().firstPoint(row));
    }
    for (std::uint32_t row = 0; row < geometry.size(); ++row) {
        plane.rowOfLine.resize(geometry.endPart(row), row);
    }
    if (roads.crs().isGeographic()) {
        if (auto flat = flattenAll(roads.crs(), plane); !flat) {
            return flat.error();
        }
    }
    return plane;
}

Result<LaidOut> layOutOnce(const LayerSnapshot &roads, const LayerSnapshot &features, const JobContext &job)
{
    // Millions of points in metres already need no copy.
    const bool asTheyAre = !roads.crs().isGeographic() && features.geometry().isOnePointEach();
    const LayerSnapshot none({}, roads.crs(), 0, freeze(std::vector<FeatureId>()), freeze(PackedGeometry()), {});
    const auto plane = roads.memo().get(PlaneKey{asTheyAre ? nullptr : features.sharedGeometry()}, job,
                                        [&] { return layOut(roads, asTheyAre ? none : features); });
    if (!plane) {
        return plane.error();
    }
    return LaidOut{*plane, asTheyAre ? std::span(features.geometry().points) : std::span((*plane)->positions)};
}

} // namespace cuntu::roads
