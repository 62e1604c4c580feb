// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace cuntu {

/// Which keys occurred in which row. Keeps a 64-bit hash and the row of each: 12 bytes a slot, at most 70 % of them
/// filled, so about 200 MB for 10 million keys. Two different keys of those have the same hash with a probability below
/// 3e-6.
class KeyTable {
public:
    /// Notes @p key for @p row; returns the row in which it occurred before, or 0.
    std::int64_t add(std::string_view key, std::int64_t row);

private:
    /// Twelve bytes that lie together: a look-up waits for memory once.
    struct Slot {
        std::uint32_t high = 0; ///< halves of the hash; both 0: free
        std::uint32_t low = 0;
        std::uint32_t row = 0;

        std::uint64_t hash() const { return std::uint64_t{high} << 32 | low; }
    };

    void grow();
    static Slot &slotOf(std::vector<Slot> &slots, std::uint64_t hash);

    std::vector<Slot> m_slots; ///< their number is a power of two
    std::size_t m_count = 0;
};

} // namespace cuntu
