// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/column.h"

#include <cmath>

namespace cuntu {

void Column::reserve(std::size_t rows)
{
    if (m_kind == Kind::Number) {
        m_numbers.reserve(rows);
    } else {
        m_codes.reserve(rows);
    }
}

void Column::appendText(std::string_view value)
{
    const auto [place, isNew] = m_codeOf.try_emplace(std::string(value), static_cast<std::uint32_t>(distinct()));
    if (isNew) {
        m_bytes.append(value);
        m_starts.push_back(m_bytes.size());
    }
    m_codes.push_back(place->second);
}

void Column::appendNull()
{
    if (m_kind == Kind::Number) {
        m_numbers.push_back(std::numeric_limits<double>::quiet_NaN());
    } else {
        m_codes.push_back(k_null);
    }
}

void Column::finish()
{
    std::unordered_map<std::string, std::uint32_t>().swap(m_codeOf);
    m_bytes.shrink_to_fit();
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
