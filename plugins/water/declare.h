// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugin/registry.h"
#include "core/snapshot/known_columns.h"

namespace cuntu::water {

/// Id of the programme.
inline constexpr char16_t k_programme[] = u"water";
/// Layer of the water works. The name is the import role of the command line; the places where water is taken from are
/// k_intakes.
inline constexpr char16_t k_works[] = u"water_sources";
inline constexpr char16_t k_intakes[] = u"water_intakes";
inline constexpr char16_t k_mains[] = u"water_mains";
inline constexpr char16_t k_samples[] = u"water_samples";
inline constexpr char16_t k_outages[] = u"water_outages";
inline constexpr char16_t k_projects[] = u"water_projects";
inline constexpr char16_t k_serviceAreas[] = u"water_service_areas";
inline constexpr char16_t k_ruleSets[] = u"water_rule_sets";
/// Layers of the host.
inline constexpr char16_t k_settlements[] = u"settlements";
inline constexpr char16_t k_households[] = u"households";
inline constexpr char16_t k_villages[] = u"villages";
/// Life cycles: of works, mains and projects; of the service to a settlement or household.
inline constexpr char16_t k_worksCycle[] = u"water_works";
inline constexpr char16_t k_serviceCycle[] = u"water_service";

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
void addIndicators(Registry &draft);
void addOverlays(Registry &draft);
void addAlgorithms(Registry &draft);
void addChecks(Registry &draft);
void addTargets(Registry &draft);
void addStyles(Registry &draft);

/// An indicator of this programme with what all have in common; a ratio in "%".
Indicator newIndicator(const QString &indicatorId, const Text &name, const Text &help, const QString &counted);
/// Indicators that are not about settlements and households, each in its own file.
void addSampleIndicator(Registry &draft);
void addVillageIndicator(Registry &draft);
void addProjectIndicator(Registry &draft);

/// On which days works were out.
void addOutageCalendar(Registry &draft);

/// The algorithms, each in its own file.
Algorithm capacityAlgorithm();
Algorithm planAlgorithm();
Algorithm criticalAlgorithm();
Algorithm fetchAlgorithm();
Algorithm areasAlgorithm();

/// The life cycles, for those that look up what a status counts as.
LifeCycle worksLifeCycle();
LifeCycle serviceLifeCycle();

} // namespace cuntu::water
