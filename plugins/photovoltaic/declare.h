// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugin/registry.h"
#include "core/snapshot/known_columns.h"

namespace cuntu::photovoltaic {

/// Id of the programme.
inline constexpr char16_t k_programme[] = u"photovoltaic";
/// Layers, whose names are the import roles of the command line.
inline constexpr char16_t k_stations[] = u"pv_stations";
inline constexpr char16_t k_shares[] = u"pv_shares";               ///< of villages in a joint station
inline constexpr char16_t k_readings[] = u"pv_readings";           ///< energy fed in, by period
inline constexpr char16_t k_received[] = u"pv_received";           ///< money in
inline constexpr char16_t k_paid[] = u"pv_paid";                   ///< money out
inline constexpr char16_t k_beneficiaries[] = u"pv_beneficiaries"; ///< station, village, household, year
inline constexpr char16_t k_faults[] = u"pv_faults";
inline constexpr char16_t k_prices[] = u"pv_prices";   ///< yuan per kWh, by station or kind and period
inline constexpr char16_t k_climate[] = u"pv_climate"; ///< irradiation by month, for modelled yield
/// Layers of the host.
inline constexpr char16_t k_villages[] = u"villages";
inline constexpr char16_t k_households[] = u"households";
/// The life cycle of stations.
inline constexpr char16_t k_stationCycle[] = u"pv_station";

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
void addCapacityIndicators(Registry &draft);
void addEnergyIndicators(Registry &draft);
void addMoneyIndicators(Registry &draft);
void addIncomeIndicators(Registry &draft);
void addCapacityOverlay(Registry &draft);
void addIncomeOverlay(Registry &draft);
void addYieldOverlay(Registry &draft);
void addCalendar(Registry &draft);
void addStationChecks(Registry &draft);
void addReadingChecks(Registry &draft);
void addMoneyChecks(Registry &draft);
void addLinksAlgorithm(Registry &draft);
void addLowYieldAlgorithm(Registry &draft);
void addOutagesAlgorithm(Registry &draft);
void addSettlementAlgorithm(Registry &draft);
void addSitingAlgorithm(Registry &draft);
void addYieldAlgorithm(Registry &draft);
void addTargets(Registry &draft);
void addStyles(Registry &draft);

/// An indicator of this programme with what all have in common; a ratio in "%".
Indicator newIndicator(const QString &indicatorId, const Text &name, const Text &help, const QString &counted);

/// The life cycle, for those that look up what a status counts as.
LifeCycle stationLifeCycle();

} // namespace cuntu::photovoltaic
