// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/key_table.h"

#include <utility>

namespace cuntu {

/// The slot of @p hash, or the free one where it belongs.
KeyTable::Slot &KeyTable::slotOf(std::vector<Slot> &slots, std::uint64_t hash)
{
    const std::size_t mask = slots.size() - 1;
    std::size_t at = static_cast<std::size_t>(hash * 0x9E3779B97F4A7C15ULL >> 20) & mask;
    while (slots[at].hash() != 0 && slots[at].hash() != hash) {
        at = (at + 1) & mask;
    }
    return slots[at];
}

void KeyTable::grow()
{
    constexpr std::size_t first = 1024;
    std::vector<Slot> slots(m_slots.empty() ? first : m_slots.size() * 2);
    for (const Slot &slot : m_slots) {
        if (slot.hash() != 0) {
            slotOf(slots, slot.hash()) = slot;
        }
    }
    m_slots = std::move(slots);
}

std::int64_t KeyTable::add(std::string_view key, std::int64_t row)
{
    if (m_count * 10 >= m_slots.size() * 7) {
        grow();
    }
    std::uint64_t hash = std::hash<std::string_view>{}(key);
    hash = hash == 0 ? 1 : hash;
    Slot &slot = slotOf(m_slots, hash);
    if (slot.hash() == hash) {
        return slot.row;
    }
    slot = {static_cast<std::uint32_t>(hash >> 32), static_cast<std::uint32_t>(hash), static_cast<std::uint32_t>(row)};
    ++m_count;
    return 0;
}

} // namespace cuntu
