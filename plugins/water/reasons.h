// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/water/load.h"
#include "plugins/water/survey.h"

namespace cuntu::water {

/// What people call works @p row: their name, else their code.
QString worksName(const LayerSnapshot &works, std::size_t row);
/// How place @p row is supplied, and by what: one sentence in the program's language.
QString supplyReason(const Survey &survey, std::size_t row);
/// The four ratings of place @p row with the numbers behind them, one sentence.
QString ratingReason(const Survey &survey, std::size_t row);
/// How much is asked of works @p row, one sentence.
QString loadReason(const Survey &survey, const Load &load, std::size_t row);

} // namespace cuntu::water
