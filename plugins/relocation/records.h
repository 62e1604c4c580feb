// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugin/registry.h"

namespace cuntu::relocation {

inline constexpr char16_t k_followUps[] = u"relocation_follow_ups";
inline constexpr char16_t k_renovations[] = u"house_renovations";

/// Tables beside the tracks: what was done for households after the move, and who was paid for mending an old house.
void addRecords(Registry &draft);
/// Of the households that moved in, those with a follow-up that is work on the day.
void addFollowUpIndicator(Registry &draft);
/// Nobody is paid for a move and for the renovation of a house: auditors look for it (DOMAIN B.3).
void addBenefitCheck(Registry &draft);

} // namespace cuntu::relocation
