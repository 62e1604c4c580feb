// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/flat_array.h"
#include "core/geo/crs.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace cuntu {

/// A static, packed R-tree over boxes: two flat arrays, sorted along a Hilbert curve (after Roussopoulos & Leifker
/// 1985, Kamel & Faloutsos 1993). Built in its constructor, then only read: any thread. At most 2^31 items; 40 bytes an
/// item; build O(n log n). Items with an empty box are never found.
class CUNTU_CORE_EXPORT PackedIndex {
public:
    PackedIndex() = default;
    explicit PackedIndex(std::span<const Box> boxes);

    /// What an index consists of, for files that hold one.
    struct Parts {
        std::size_t count = 0;             ///< of boxes it was built from
        FlatArray<Box> boxes;              ///< leaves first, then each level up to the root
        FlatArray<std::uint32_t> children; ///< leaf: item number; inner: position of the first child
        FlatArray<std::uint64_t> levelEnds;
    };
    const Parts &parts() const { return m_parts; }
    /// The index that consists of @p parts; empty where they are none: what they say would lead out of them.
    static std::optional<PackedIndex> fromParts(Parts parts);

    /// Number of boxes it was built from, empty ones included.
    std::size_t size() const { return m_parts.count; }
    /// Box around everything.
    Box extent() const { return m_extent; }
    /// Calls @p visit with the number of each item whose box touches @p box, borders included, in no given order,
    /// until it returns false. No allocation but a small stack.
    void search(const Box &box, const std::function<bool(std::uint32_t)> &visit) const;
    /// The numbers of the items whose boxes touch @p box, ascending.
    std::vector<std::uint32_t> search(const Box &box) const;
    /// Calls @p visit with items in the order of the distance of their boxes from @p from (planar), and that distance,
    /// nearest first, ties by number; stops when it returns false or @p limit (same unit as the boxes) is exceeded.
    void nearest(Point from, double limit, const std::function<bool(std::uint32_t, double)> &visit) const;

private:
    std::size_t nodeEnd(std::size_t first) const;
    template <typename Visit> void searchWith(const Box &box, Visit &&visit) const;

    Parts m_parts;
    Box m_extent;
};

} // namespace cuntu
