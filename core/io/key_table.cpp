// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/key_table.h"

#include <utility>

namespace cuntu {

namespace {

/// The slot of @p hash in @p hashes, or the free one where it belongs.
std::size_t slotOf(const std::vector<std::uint64_t> &hashes, std::uint64_t hash)
{
    const std::size_t mask = hashes.size() - 1;
    std::size_t slot = static_cast<std::size_t>(hash * 0x9E3779B97F4A7C15ULL >> 20) & mask;
    while (hashes[slot] != 0 && hashes[slot] != hash) {
        slot = (slot + 1) & mask;
    }
    return slot;
}

} // namespace

void KeyTable::grow()
{
    constexpr std::size_t first = 1024;
    const std::size_t size = m_hashes.empty() ? first : m_hashes.size() * 2;
    std::vector<std::uint64_t> hashes(size);
    std::vector<std::uint32_t> rows(size);
    for (std::size_t i = 0; i < m_hashes.size(); ++i) {
        if (m_hashes[i] != 0) {
            const std::size_t slot = slotOf(hashes, m_hashes[i]);
            hashes[slot] = m_hashes[i];
            rows[slot] = m_rows[i];
        }
    }
    m_hashes = std::move(hashes);
    m_rows = std::move(rows);
}

std::int64_t KeyTable::add(std::string_view key, std::int64_t row)
{
    if (m_count * 10 >= m_hashes.size() * 7) {
        grow();
    }
    std::uint64_t hash = std::hash<std::string_view>{}(key);
    hash = hash == 0 ? 1 : hash;
    const std::size_t slot = slotOf(m_hashes, hash);
    if (m_hashes[slot] == hash) {
        return m_rows[slot];
    }
    m_hashes[slot] = hash;
    m_rows[slot] = static_cast<std::uint32_t>(row);
    ++m_count;
    return 0;
}

} // namespace cuntu
