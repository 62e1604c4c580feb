// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugin/registry.h"

namespace cuntu::relocation {

/// Id of the programme.
inline constexpr char16_t k_programme[] = u"relocation";
/// Layers of the programme.
inline constexpr char16_t k_sites[] = u"relocation_sites";
inline constexpr char16_t k_buildings[] = u"relocation_buildings";
inline constexpr char16_t k_homesteads[] = u"old_homesteads";
/// Layers of the host.
inline constexpr char16_t k_households[] = u"households";
inline constexpr char16_t k_settlements[] = u"settlements";
/// The three tracks of DOMAIN B.3, and the works that buildings are.
inline constexpr char16_t k_moverCycle[] = u"relocation_mover";
inline constexpr char16_t k_siteCycle[] = u"relocation_site";
inline constexpr char16_t k_homesteadCycle[] = u"old_homestead";
inline constexpr char16_t k_buildingCycle[] = u"relocation_building";

/// The most floor area a person of a household registered as poor, in square metres, where nobody sets another (DOMAIN
/// B.3).
inline constexpr double k_mostArea_m2 = 25;

inline QString id(const char16_t *text)
{
    return QString::fromUtf16(text);
}

/// Everything that the plugin contributes.
void addAll(Registry &draft);

/// Parts of the declaration, each beside what it adds.
void addProgramme(Registry &draft);
void addLifeCycles(Registry &draft);
void addLayers(Registry &draft);
void addRowChecks(Registry &draft);
void addMoverIndicators(Registry &draft);
void addSiteIndicators(Registry &draft);
void addHomesteadIndicators(Registry &draft);
void addWithdrawalIndicators(Registry &draft);
void addOverlays(Registry &draft);
void addAlgorithms(Registry &draft);
void addHollowVillages(Registry &draft);
void addSuitability(Registry &draft);
void addChecks(Registry &draft);
void addTargets(Registry &draft);
void addStyles(Registry &draft);

/// An indicator of this programme with what all have in common: a ratio in "%".
Indicator newIndicator(const QString &indicatorId, const Text &name, const Text &help, const QString &counted);

} // namespace cuntu::relocation
