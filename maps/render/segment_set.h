// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/export.h"

#include <QPointF>

#include <cstdint>
#include <vector>

namespace cuntu {

/// Segments that were drawn already, whichever end came first: borders that two areas share are drawn once. An open
/// hash table; O(1). One thread.
class CUNTU_MAPS_EXPORT SegmentSet {
public:
    /// Room for about @p segments; forgets those that were there.
    void clear(std::size_t segments);
    /// Takes the segment in; false where it was there. Ends are pixels, to the 256th (subpixel()); a segment with an
    /// end beyond 8 million pixels is never known.
    bool insert(QPointF a, QPointF b);

private:
    struct Segment {
        std::uint64_t a;
        std::uint64_t b;
    };

    void grow();
    bool place(const Segment &segment);

    std::vector<Segment> m_slots; ///< a power of two; equal ends: free
    std::size_t m_count = 0;
};

} // namespace cuntu
