// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/flat_array.h"
#include "core/export.h"

#include <QString>

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
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
    std::span<const double> numbers() const { return m_numbers; }

    /// Number of the text in @p row, k_null for nothing. Text columns only.
    std::uint32_t code(std::size_t row) const { return m_codes[row]; }
    /// How many different texts there are.
    std::size_t distinct() const { return m_starts.empty() ? 0 : m_starts.size() - 1; }
    /// The text with number @p code, UTF-8.
    std::string_view textOf(std::uint32_t code) const
    {
        return {m_bytes.data() + m_starts[code], m_starts[code + 1] - m_starts[code]};
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
    void appendNumber(double value) { m_growing.numbers.push_back(value); }
    void appendText(std::string_view value);
    void appendNull();
    /// Makes the column readable. Call once, when all rows are in.
    void finish();

    /// What a column consists of, for files that hold one: numbers, or the texts (`bytes` from each of `starts` to the
    /// next) and the number of the text in each row.
    struct Parts {
        Kind kind = Kind::Number;
        FlatArray<double> numbers;
        FlatArray<std::uint32_t> codes;
        FlatArray<std::uint64_t> starts;
        FlatArray<char> bytes;
    };
    Parts parts() const { return {m_kind, m_numbers, m_codes, m_starts, m_bytes}; }
    /// The column that consists of @p parts; empty where they would lead out of each other.
    static std::optional<Column> fromParts(Parts parts);

private:
    /// The cells while they are appended.
    struct Growing {
        std::vector<double> numbers;
        std::vector<std::uint32_t> codes;
        std::vector<std::uint64_t> starts{0};
        std::vector<char> bytes;
        std::unordered_map<std::string, std::uint32_t> codeOf;
    };

    Kind m_kind;
    FlatArray<double> m_numbers;
    FlatArray<std::uint32_t> m_codes;
    FlatArray<std::uint64_t> m_starts;
    FlatArray<char> m_bytes;
    Growing m_growing;
};

} // namespace cuntu
