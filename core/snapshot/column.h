// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export.h"

#include <QString>

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace cuntu {

/// One field of all features of a snapshot, stored by column. Immutable once in a snapshot; any thread.
///
/// Numbers, dates (as Day::number()) and booleans are doubles, with not-a-number for 'nothing'. Text is kept once per
/// distinct value; rows hold its number.
class CUNTU_CORE_EXPORT Column {
public:
    enum class Kind { Number, Text };
    static constexpr std::uint32_t k_null = std::numeric_limits<std::uint32_t>::max();

    explicit Column(Kind kind = Kind::Number) : m_kind(kind) {}

    Kind kind() const { return m_kind; }
    std::size_t size() const { return m_kind == Kind::Number ? m_numbers.size() : m_codes.size(); }

    /// The number in @p row, not-a-number for nothing. Number columns only.
    double number(std::size_t row) const { return m_numbers[row]; }
    const std::vector<double> &numbers() const { return m_numbers; }

    /// Number of the text in @p row, k_null for nothing. Text columns only.
    std::uint32_t code(std::size_t row) const { return m_codes[row]; }
    /// How many different texts there are.
    std::size_t distinct() const { return m_starts.size() - 1; }
    /// The text with number @p code, UTF-8.
    std::string_view textOf(std::uint32_t code) const
    {
        return std::string_view(m_bytes).substr(m_starts[code], m_starts[code + 1] - m_starts[code]);
    }
    /// The text in @p row, empty for nothing.
    std::string_view text(std::size_t row) const
    {
        return m_codes[row] == k_null ? std::string_view() : textOf(m_codes[row]);
    }
    /// The cell as people read it: the text, or the number without superfluous zeros; empty for nothing.
    QString display(std::size_t row) const;
    bool isNull(std::size_t row) const;

    /// Building, before the column is shared.
    void reserve(std::size_t rows);
    void appendNumber(double value) { m_numbers.push_back(value); }
    void appendText(std::string_view value);
    void appendNull();
    /// Drops what only building needs. Call once, when all rows are in.
    void finish();

private:
    Kind m_kind;
    std::vector<double> m_numbers;
    std::vector<std::uint32_t> m_codes;
    std::vector<std::size_t> m_starts{0};
    std::string m_bytes;
    std::unordered_map<std::string, std::uint32_t> m_codeOf; ///< while building
};

} // namespace cuntu
