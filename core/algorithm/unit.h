// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export.h"

#include <QString>

#include <optional>

namespace cuntu {

/// The number that @p text means in @p unit: '800', '800 m', '0.8 km', '０.８公里' for unit "m".
///
/// A unit in @p text must be @p unit itself or one that converts into it exactly (m, km; m2, mu, ha, km2; kW, MW; their
/// Chinese names; 万 is not a unit). Empty for anything else: a wrong unit is never taken for the right one.
std::optional<double> parseQuantity(QStringView text, const QString &unit);

/// @p unit as it stands behind a number in language(): units and counted things are declared in Chinese or by their
/// symbols, and in English '元/kWh' is 'yuan/kWh' and '户' is 'households'; a mere measure word ('个') is nothing, as
/// the number stands alone.
CUNTU_CORE_EXPORT QString unitText(const QString &unit);

/// True where @p unit counts what does not come in parts: persons, households, villages, items.
CUNTU_CORE_EXPORT bool countsWholes(const QString &unit);

} // namespace cuntu
