// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rounding.h"
#include "core/schema/field.h"

#include <cstdint>

namespace cuntu::relocation {

/// Where a site lies (DOMAIN B.3, gradient). In the order of gradientChoices(), after the unknown.
enum class Gradient : std::uint8_t { Unknown, CountySeat, Park, MarketTown, CentralVillage };
/// Who moves. In the order of moverChoices(), after the unknown, who does not.
enum class MoverType : std::uint8_t { None, Registered, Sync };
/// In the order of settleChoices(), after the unknown.
enum class SettleMode : std::uint8_t { Unknown, Central, Scattered };

/// Values and synonyms of the choice fields.
std::vector<Choice> gradientChoices();
std::vector<Choice> moverChoices();
std::vector<Choice> settleChoices();
std::vector<Choice> reasonChoices();

} // namespace cuntu::relocation
