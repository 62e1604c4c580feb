// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

namespace cuntu {

/// Pixels of a picture and of a margin around it, one bit each. It does not tell in which order they came, so what is
/// drawn from it is the same however the work was shared. Without a size it is empty and takes nothing in.
class PixelSet {
public:
    PixelSet() = default;
    PixelSet(QSize size, int margin)
        : m_margin(margin),
          m_width(size.width() + 2 * margin),
          m_height(size.height() + 2 * margin),
          m_words((static_cast<std::size_t>(m_width) + 63) / 64),
          m_bits(m_words * static_cast<std::size_t>(m_height), 0)
    {
    }

    bool hasSize() const { return m_height > 0; }
    int margin() const { return m_margin; }

    /// Takes in the pixel that holds @p x @p y. True when it is in range and was not in the set yet.
    bool insert(double x, double y)
    {
        x += m_margin;
        y += m_margin;
        if (!(x >= 0 && y >= 0 && x < m_width && y < m_height)) { // also not-a-number
            return false;
        }
        const auto column = static_cast<std::uint32_t>(static_cast<std::int32_t>(x));
        const auto row = static_cast<std::uint32_t>(static_cast<std::int32_t>(y));
        std::uint64_t &word = m_bits[row * m_words + column / 64];
        const std::uint64_t mask = std::uint64_t{1} << (column % 64);
        const bool isNew = (word & mask) == 0;
        word |= mask;
        return isNew;
    }

    /// The set for who takes in many pixels: what a loop needs in one place, which the compiler can keep beside the
    /// words that are written. Of no use after the set.
    struct Sink {
        double margin = 0;
        double width = 0;
        double height = 0;
        std::size_t words = 0;
        std::uint64_t *bits = nullptr;

        void insert(double x, double y) const
        {
            x += margin;
            y += margin;
            if (x >= 0 && y >= 0 && x < width && y < height) { // also not not-a-number
                const auto column = static_cast<std::uint32_t>(static_cast<std::int32_t>(x));
                const auto row = static_cast<std::uint32_t>(static_cast<std::int32_t>(y));
                bits[row * words + column / 64] |= std::uint64_t{1} << (column % 64);
            }
        }
    };
    Sink sink()
    {
        return {static_cast<double>(m_margin), static_cast<double>(m_width), static_cast<double>(m_height), m_words,
                m_bits.data()};
    }

    /// Takes in the pixels of @p positions as @p toPixel gives them; what is out of range is left out.
    template <class Positions, class ToPixel> void insertAll(const Positions &positions, const ToPixel &toPixel)
    {
        const Sink into = sink();
        for (const auto &position : positions) {
            const auto pixel = toPixel(position);
            into.insert(pixel.x(), pixel.y());
        }
    }

    /// Takes in all of @p other, which has the same size and margin, or none.
    void unite(PixelSet &&other)
    {
        if (!hasSize()) {
            *this = std::move(other);
            return;
        }
        for (std::size_t i = 0; i < other.m_bits.size(); ++i) {
            m_bits[i] |= other.m_bits[i];
        }
    }

    bool isEmpty() const
    {
        return std::all_of(m_bits.begin(), m_bits.end(), [](std::uint64_t word) { return word == 0; });
    }

    /// Calls @p visit(x, y) for the pixels in rows @p top to @p bottom (exclusive), row by row from left to right.
    template <class Visit> void forEach(int top, int bottom, const Visit &visit) const
    {
        const int first = std::max(0, top + m_margin);
        const int end = std::min(m_height, bottom + m_margin);
        for (int row = first; row < end; ++row) {
            const std::uint64_t *words = m_bits.data() + static_cast<std::size_t>(row) * m_words;
            for (std::size_t i = 0; i < m_words; ++i) {
                for (std::uint64_t bits = words[i]; bits != 0; bits &= bits - 1) {
                    visit(static_cast<int>(i * 64) + std::countr_zero(bits) - m_margin, row - m_margin);
                }
            }
        }
    }
    /// All of them.
    template <class Visit> void forEach(const Visit &visit) const { forEach(-m_margin, m_height, visit); }

private:
    int m_margin = 0;
    int m_width = 0;
    int m_height = 0;
    std::size_t m_words = 0; ///< of a row
    std::vector<std::uint64_t> m_bits;
};

} // namespace cuntu
