// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace cuntu {

/// Metres in a kilometre.
inline constexpr double k_metresInKm = 1000;

/// The station that @p text names, in kilometres from the beginning of its line: "K1+250", "1+250.5", "K3", "1250 m",
/// "1250米", "1.25 km", "1.25公里" and a bare number of kilometres; full-width characters and small letters too. Empty
/// for anything else: behind the + are metres, fewer than 1000, and nothing lies before K0+000.
CUNTU_CORE_EXPORT std::optional<double> stationFromText(QStringView text);

/// Station @p km as it is written on drawings, to a tenth of a metre where it is no whole one: "K1+250", "K0+007.5".
CUNTU_CORE_EXPORT QString stationText(double km);

} // namespace cuntu
