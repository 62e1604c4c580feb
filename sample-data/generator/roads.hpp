// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "areas.hpp"

namespace cuntu::sample {

/// Builds the roads: county roads between the seats, then the cheapest ways over the land from each
/// village, then from each settlement, to what is there already. Where ways share their end they
/// are one road of a higher class. Roads meet in exactly equal coordinates.
/// Sets the settlements' positions beside their road and the wishes of the roads from
/// @p settlementWish, one for each settlement: a way is due when the first on it is due.
std::vector<Road> makeRoads(const Terrain &land, const Areas &areas, std::vector<Settlement> &settlements,
                            const std::vector<double> &settlementWish, const Request &request);

} // namespace cuntu::sample
