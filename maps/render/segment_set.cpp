// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/render/segment_set.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

namespace cuntu {
namespace {

constexpr double k_far_px = 8'000'000; ///< 256ths of it fit into 32 bits
constexpr std::size_t k_leastSlots = 64;

bool isNear(QPointF p)
{
    return std::abs(p.x()) < k_far_px && std::abs(p.y()) < k_far_px; // false for not-a-number, too
}

/// Both coordinates in 256ths of a pixel.
std::uint64_t packed(QPointF p)
{
    const auto part = [](double pixels) { return static_cast<std::uint32_t>(static_cast<std::int32_t>(pixels * 256)); };
    return std::uint64_t{part(p.x())} << 32 | part(p.y());
}

} // namespace

void SegmentSet::clear(std::size_t segments)
{
    m_slots.assign(std::bit_ceil(std::max(k_leastSlots, 2 * segments)), Segment{0, 0});
    m_count = 0;
}

bool SegmentSet::insert(QPointF a, QPointF b)
{
    if (!isNear(a) || !isNear(b)) {
        return true;
    }
    const auto [low, high] = std::minmax({packed(a), packed(b)});
    if (low == high) {
        return true; // a dot
    }
    if (2 * (m_count + 1) > m_slots.size()) {
        grow();
    }
    const bool isNew = place({low, high});
    m_count += isNew ? 1 : 0;
    return isNew;
}

void SegmentSet::grow()
{
    const std::vector<Segment> known =
        std::exchange(m_slots, std::vector<Segment>(std::max(k_leastSlots, 2 * m_slots.size()), Segment{0, 0}));
    for (const Segment &each : known) {
        if (each.a != each.b) {
            place(each);
        }
    }
}

bool SegmentSet::place(const Segment &segment)
{
    std::uint64_t hash = segment.a * 0x9E3779B97F4A7C15U;
    hash = (hash ^ hash >> 32 ^ segment.b) * 0xC2B2AE3D27D4EB4FU;
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = (hash ^ hash >> 32) & mask;
    while (m_slots[slot].a != m_slots[slot].b) {
        if (m_slots[slot].a == segment.a && m_slots[slot].b == segment.b) {
            return false;
        }
        slot = (slot + 1) & mask;
    }
    m_slots[slot] = segment;
    return true;
}

} // namespace cuntu
