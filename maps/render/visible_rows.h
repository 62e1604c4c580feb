// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot/layer_snapshot.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

namespace cuntu {

/// The rows whose boxes touch a box, to be walked in ascending order, so that drawing does not depend on the order of
/// the index. Where the box holds everything, the index is not asked.
class VisibleRows {
public:
    VisibleRows(const PackedGeometry &geometry, const Box &box) : m_count(geometry.size())
    {
        const Box all = geometry.index.extent();
        m_all = !all.isEmpty() && box.contains({all.minX, all.minY}) && box.contains({all.maxX, all.maxY});
        if (m_all) {
            return;
        }
        m_bits.resize((m_count + 63) / 64, 0);
        geometry.index.search(box, [this](std::uint32_t row) {
            m_bits[row / 64] |= std::uint64_t{1} << (row % 64);
            return true;
        });
    }

    /// Calls @p visit(row) for the rows from @p begin to @p end (exclusive) until it returns false; false when it did.
    template <class Visit> bool forEach(std::size_t begin, std::size_t end, const Visit &visit) const
    {
        end = std::min(end, m_count);
        if (m_all) {
            for (std::size_t row = begin; row < end; ++row) {
                if (!visit(row)) {
                    return false;
                }
            }
            return true;
        }
        for (std::size_t word = begin / 64; word * 64 < end; ++word) {
            std::uint64_t bits = m_bits[word];
            if (word == begin / 64) {
                bits &= ~std::uint64_t{0} << (begin % 64);
            }
            for (; bits != 0; bits &= bits - 1) {
                const std::size_t row = word * 64 + static_cast<std::size_t>(std::countr_zero(bits));
                if (row >= end) {
                    return true;
                }
                if (!visit(row)) {
                    return false;
                }
            }
        }
        return true;
    }
    /// All of them.
    template <class Visit> bool forEach(const Visit &visit) const { return forEach(0, m_count, visit); }

    /// True where the index was not asked: each row is one of them.
    bool areAll() const { return m_all; }

private:
    std::size_t m_count;
    bool m_all = false;
    std::vector<std::uint64_t> m_bits;
};

} // namespace cuntu
