// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/field.h"
#include "core/snapshot/known_columns.h"

#include <cstdint>

namespace cuntu::water {

/// How a place is supplied (DOMAIN B.2, supply_mode).
enum class Mode : std::uint8_t { Unknown, UrbanExtension, CentralLarge, CentralSmall, Dispersed, None };
/// How water comes to the household.
enum class Delivery : std::uint8_t { Unknown, House, Yard, Standpipe, Carry };
/// Verdict of a test, or as a table states it. Untested is what a table says so; Unknown is where it says nothing.
enum class Quality : std::uint8_t { Unknown, Pass, Basic, Fail, Untested };
/// What kind of water a household drinks, as the register has it; for the JMP ladder.
enum class Kind : std::uint8_t { Unknown, Tap, Protected, Unprotected, Surface, Rain, Bottled, Other };

/// Values and synonyms of the choice fields, in the order of the enums without their first.
std::vector<Choice> modeChoices();
std::vector<Choice> deliveryChoices();
std::vector<Choice> qualityChoices();
std::vector<Choice> kindChoices();
std::vector<Choice> sourceChoices();
std::vector<Choice> disinfectionChoices();
std::vector<Choice> mainChoices();
std::vector<Choice> materialChoices();
std::vector<Choice> projectChoices();

constexpr bool isCentral(Mode mode)
{
    return mode == Mode::UrbanExtension || mode == Mode::CentralLarge || mode == Mode::CentralSmall;
}

constexpr bool isTap(Delivery delivery)
{
    return delivery == Delivery::House || delivery == Delivery::Yard;
}

/// Name of the choice that @p value is, for sentences; 'unknown' for the enum's first.
Text modeText(Mode mode);
Text deliveryText(Delivery delivery);

} // namespace cuntu::water
