// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugin/registry.h"

namespace cuntu::roads {

/// Id of the programme.
inline constexpr char16_t k_programme[] = u"roads";
/// Layer of the road segments.
inline constexpr char16_t k_roads[] = u"roads";
/// Layer of stretches of road segments, from station to station.
inline constexpr char16_t k_stretches[] = u"road_stretches";
/// Money issued and paid for roads, by date.
inline constexpr char16_t k_payments[] = u"road_payments";
/// The host's layer of settlements.
inline constexpr char16_t k_settlements[] = u"settlements";
/// The host's layers of administrative villages and of households.
inline constexpr char16_t k_villages[] = u"villages";
inline constexpr char16_t k_households[] = u"households";
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
/// The levels beside access: inner roads, entry roads, villager groups.
void addLevelIndicators(Registry &draft);
/// Villages with a bus.
void addBusIndicator(Registry &draft);
/// The rural access index.
void addAccessIndex(Registry &draft);
void addOverlay(Registry &draft);
/// How far the works on segments are, and how far it is along the roads.
void addWorksOverlay(Registry &draft);
void addIsolineOverlay(Registry &draft);
void addAlgorithms(Registry &draft);
void addChecks(Registry &draft);
void addTargets(Registry &draft);
void addStyle(Registry &draft);
/// How files of other programs are read.
void addImportProfiles(Registry &draft);

/// The algorithms, each in its own file.
Algorithm connectionAlgorithm();
Algorithm gapsAlgorithm();
Algorithm distanceAlgorithm();
Algorithm planAlgorithm();
Algorithm criticalAlgorithm();
Algorithm fundsAlgorithm();
Algorithm isolinesAlgorithm();
Algorithm matchAlgorithm();

/// The layer of stretches, and checks of them.
void addStretches(Registry &draft);
void addStretchChecks(Registry &draft);
/// Money: the layer of payments, what is worked out of it, checks.
void addPayments(Registry &draft);
void addFundIndicators(Registry &draft);
void addFundChecks(Registry &draft);
/// By how much the paid share may be ahead of the built one, in percentage points.
Parameter paidAheadParameter();
/// Fields that roads and their stretches share.
Field surfaceField();
Field surfaceWidthField();
Field acceptedOnField();

/// The life cycle, for those that look up what a status counts as.
LifeCycle worksLifeCycle();

} // namespace cuntu::roads
