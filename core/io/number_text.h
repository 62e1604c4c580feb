// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace cuntu {

/// @p value as a person would type it: whole numbers up to 2^53 with all their digits and no exponent (codes that a
/// spreadsheet stores as numbers come back exactly), others with the fewest digits that give the same value again.
/// Empty for not-a-number.
std::string numberText(double value);

} // namespace cuntu
