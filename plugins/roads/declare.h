// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugin/registry.h"

namespace cuntu::roads {

/// Id of the programme.
inline constexpr char16_t k_programme[] = u"roads";
/// Layer of the road segments.
inline constexpr char16_t k_roads[] = u"roads";
/// The host's layer of settlements.
inline constexpr char16_t k_settlements[] = u"settlements";
/// Life cycle of works on roads.
inline constexpr char16_t k_works[] = u"works";

inline QString id(const char16_t *text)
{
    return QString::fromUtf16(text);
}

/// Parts of the declaration, each beside what it adds. All are called by Plugin::contribute.
void addProgramme(Registry &draft);
void addLifeCycle(Registry &draft);
void addLayers(Registry &draft);
void addRowChecks(Registry &draft);
void addIndicators(Registry &draft);
/// How much of the works on segments is built, by kilometres.
void addPhysicalProgress(Registry &draft);
void addOverlay(Registry &draft);
void addAlgorithms(Registry &draft);
void addChecks(Registry &draft);
void addTargets(Registry &draft);
void addStyle(Registry &draft);
/// How files of other programs are read.
void addImportProfiles(Registry &draft);

/// The algorithms, each in its own file.
Algorithm connectionAlgorithm();
Algorithm gapsAlgorithm();
Algorithm matchAlgorithm();

/// The life cycle, for those that look up what a status counts as.
LifeCycle worksLifeCycle();

} // namespace cuntu::roads
