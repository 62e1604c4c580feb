// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/field.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace cuntu {

/// A number as people type it (see parseNumber()); quick for plain ones. @p text is trimmed.
std::optional<double> numberFromCell(std::string_view text);

/// As numberFromCell(), for whole numbers; '12.0' is one.
std::optional<std::int64_t> integerFromCell(std::string_view text);

/// As isBlankMark(): nothing, or a mark that says so. Quick for ordinary text.
bool isBlankCell(std::string_view text);

/// The error values that a formula leaves in a cell: #REF!, #N/A, #VALUE! ...
bool isErrorCell(std::string_view text);

/// '3.61E+11': a long number of which a spreadsheet program kept the first digits only.
bool isRoundedNumber(std::string_view text);

/// True for a row of totals, a note or a signature line, going by its first filled cell: 合计, 小计, 填报人, 注: ...
bool isTotalRow(const std::vector<std::string> &cells);

/// Finds the narrowest type that holds all values it is shown.
class TypeFinder {
public:
    void see(std::string_view value);
    /// Text where no value was seen.
    FieldType type() const;

private:
    bool m_any = false;
    bool m_integer = true;
    bool m_real = true;
    bool m_date = true;
};

} // namespace cuntu
