// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugin/registry.h"
#include "core/snapshot/layer_snapshot.h"
#include "core/solve/network_defects.h"

namespace cuntu {

/// The lines of a layer in metres in one plane, and the way back to its features. The layer must outlive it. Not
/// thread-safe.
class LayerNetwork {
public:
    /// UnknownCrs where the layer's positions cannot be laid out in a plane.
    static Result<std::unique_ptr<LayerNetwork>> of(const LayerSnapshot &layer);

    const LineLocator &locator() const { return *m_locator; }
    /// Row of the feature that a line is a part of.
    std::span<const std::uint32_t> rows() const { return m_rowOfLine; }
    std::uint32_t rowOf(std::uint32_t line) const { return m_rowOfLine[line]; }
    /// A position of the plane, in the layer's CRS.
    Point toLayer(Point plane) const;

    /// The features as mending @p defects leaves them, each with a sentence.
    std::vector<CheckFix> fixes(std::span<const NetworkDefect> defects) const;

private:
    explicit LayerNetwork(const LayerSnapshot &layer) : m_layer(layer) {}

    const LayerSnapshot &m_layer;
    std::vector<Point> m_points; ///< in the plane, where the CRS is longitude and latitude
    std::optional<CrsTransform> m_toPlane;
    std::vector<std::uint32_t> m_rowOfLine;
    std::unique_ptr<LineLocator> m_locator;
};

} // namespace cuntu
