// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/flat_array.h"
#include "core/export.h"

#include <cstddef>
#include <cstdint>

namespace cuntu {

struct PackedGeometry;

/// For each vertex of a layer's lines and rings the tolerance up to which it is needed, so that the layer can be drawn
/// simplified at any scale by leaving vertices out: what Douglas & Peucker (1973) would keep at that tolerance.
///
/// Borders that features share (the same vertices in the same order, forwards or backwards) are simplified alike, so
/// that neighbours still meet without a gap: they are cut into arcs at vertices where the neighbours of a vertex differ
/// from feature to feature, and each arc is simplified by itself, in a direction that does not depend on the feature.
/// Ends of lines and of arcs are always kept. Simplified lines may touch or cross within the tolerance. A byte a
/// vertex; build O(n log n) for usual shapes. Immutable; any thread.
class CUNTU_CORE_EXPORT VertexDetail {
public:
    explicit VertexDetail(const PackedGeometry &geometry);
    /// One that a file holds: what unit() and steps() were.
    VertexDetail(double unit, FlatArray<std::uint8_t> steps) : m_unit(unit), m_steps(std::move(steps)) {}

    /// Steps from which on vertices are kept at @p tolerance (units of the layer's CRS): what is left out lies no
    /// further than that from the simplified line. 0 (all are kept) for a tolerance too small.
    std::uint8_t leastStep(double tolerance) const;
    /// The step of vertex @p point (its number in PackedGeometry::points).
    std::uint8_t step(std::size_t point) const { return m_steps[point]; }
    /// True for a layer of points, which has no steps.
    bool isEmpty() const { return m_steps.empty(); }
    /// Number of vertices.
    std::size_t size() const { return m_steps.size(); }
    double unit() const { return m_unit; }
    const FlatArray<std::uint8_t> &steps() const { return m_steps; }

private:
    double m_unit = 0; ///< tolerance of step 1
    FlatArray<std::uint8_t> m_steps;
};

} // namespace cuntu
