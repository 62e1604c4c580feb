// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/snapshot/layer_snapshot.h"
#include "core/solve/line_locator.h"

namespace cuntu::roads {

/// Roads and settlements in metres in one plane. Borrows the roads' points where the project's CRS is a plane already.
struct Plane {
    std::vector<Point> transformed; ///< the roads' points, where the CRS is longitude and latitude or lines were cut
    std::span<const Point> points;
    std::span<const std::uint32_t> start;
    std::vector<std::uint32_t> rowOfLine;    ///< a feature of several parts is several lines
    std::vector<Point> positions;            ///< of settlements; not-a-number where there is none
    std::vector<std::uint32_t> sourceOfLine; ///< where lines were cut: the line it is a piece of; else empty
    std::vector<double> stationOfLine;   ///< likewise: station of its middle in km; not-a-number: its road was not cut
    std::vector<std::uint32_t> starts;   ///< what `start` refers to where lines were cut
    std::optional<CrsTransform> toPlane; ///< empty: the project's CRS is the plane

    LineSet lines() const { return {points, start}; }
    /// Brings @p places of the project's CRS into the plane, or from there back.
    void flatten(std::span<Point> places) const;
    void unflatten(std::span<Point> places) const;
};

/// Lays out both layers; they must outlive the result. UnknownCrs.
Result<Plane> layOut(const LayerSnapshot &roads, const LayerSnapshot &settlements);

/// Roads and the features of another layer in one plane.
struct LaidOut {
    Immutable<Plane> plane;           ///< the roads
    std::span<const Point> positions; ///< of the features; not-a-number where there is none
};

/// Lays both out; what must be transformed or picked out is so once for each revision of the layers (LayerMemo). The
/// layers must outlive the result. UnknownCrs, cancelled.
Result<LaidOut> layOutOnce(const LayerSnapshot &roads, const LayerSnapshot &features, const JobContext &job);

} // namespace cuntu::roads
