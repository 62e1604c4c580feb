// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export.h"

#include <QString>

#include <optional>

namespace cuntu {

/// @p value as people read it: percentages with two decimals, persons, households and what else is counted whole,
/// everything else with up to two and none that are 0, the unit behind it in language() ('44.44 %', '48 个', '3.5 km').
/// A figure below @p promised is never rounded up to it (DOMAIN B.0.2): 89.996 % of a promised 90 % is 89.99 %; without
/// one, 100 % is what is not rounded up to.
CUNTU_CORE_EXPORT QString figureText(double value, const QString &unit, std::optional<double> promised = std::nullopt);

/// As figureText(), without the unit.
CUNTU_CORE_EXPORT QString plainFigureText(double value, const QString &unit,
                                          std::optional<double> promised = std::nullopt);

} // namespace cuntu
