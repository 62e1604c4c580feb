// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/column.h"

#include <algorithm>
#include <cmath>

namespace cuntu {

void Column::reserve(std::size_t rows)
{
    if (m_kind == Kind::Number) {
        m_growing.numbers.reserve(rows);
    } else {
        m_growing.codes.reserve(rows);
    }
}

void Column::appendText(std::string_view value)
{
    const auto [place, isNew] =
        m_growing.codeOf.try_emplace(std::string(value), static_cast<std::uint32_t>(m_growing.starts.size() - 1));
    if (isNew) {
        m_growing.bytes.insert(m_growing.bytes.end(), value.begin(), value.end());
        m_growing.starts.push_back(m_growing.bytes.size());
    }
    m_growing.codes.push_back(place->second);
}

void Column::appendNull()
{
    if (m_kind == Kind::Number) {
        m_growing.numbers.push_back(std::numeric_limits<double>::quiet_NaN());
    } else {
        m_growing.codes.push_back(k_null);
    }
}

void Column::finish()
{
    m_growing.bytes.shrink_to_fit();
    m_numbers = FlatArray(std::move(m_growing.numbers));
    m_codes = FlatArray(std::move(m_growing.codes));
    m_starts = FlatArray(std::move(m_growing.starts));
    m_bytes = FlatArray(std::move(m_growing.bytes));
    m_growing = Growing();
}

std::optional<Column> Column::fromParts(Parts parts)
{
    if (parts.kind == Kind::Text) {
        const auto &starts = parts.starts;
        if (starts.empty() || starts.front() != 0 || starts.back() != parts.bytes.size() ||
            !std::ranges::is_sorted(starts) || !parts.numbers.empty()) {
            return std::nullopt;
        }
        const std::size_t distinct = starts.size() - 1;
        if (std::ranges::any_of(parts.codes, [&](std::uint32_t code) { return code != k_null && code >= distinct; })) {
            return std::nullopt;
        }
    } else if (!parts.codes.empty()) {
        return std::nullopt;
    }
    Column column(parts.kind);
    column.m_numbers = std::move(parts.numbers);
    column.m_codes = std::move(parts.codes);
    column.m_starts = std::move(parts.starts);
    column.m_bytes = std::move(parts.bytes);
    return column;
}

bool Column::isNull(std::size_t row) const
{
    return m_kind == Kind::Number ? std::isnan(m_numbers[row]) : m_codes[row] == k_null;
}

QString Column::display(std::size_t row) const
{
    if (isNull(row)) {
        return {};
    }
    if (m_kind == Kind::Number) {
        return QString::number(m_numbers[row], 'g', 12);
    }
    const std::string_view value = text(row);
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

} // namespace cuntu
