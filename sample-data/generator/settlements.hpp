// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "areas.hpp"

namespace cuntu::sample {

/// Places settlements in the valleys, one of them at each village committee, and gives them
/// households: a few large ones, many small ones, 25 or more in some 58 of 100.
/// Positions are set later, beside the roads.
std::vector<Settlement> makeSettlements(const Terrain &land, const Areas &areas, const Request &request, Names &names);

/// Writes the sums of households and persons into the villages.
void sumUp(const std::vector<Settlement> &settlements, std::vector<Village> &villages);

/// The register of households: as many as the settlements count, in their order. Counts the persons
/// of each settlement on the way. Every 2,000th identity number, about, fails its check digit.
std::vector<Household> makeHouseholds(std::vector<Settlement> &settlements, const std::vector<Village> &villages,
                                      const Request &request, Names &names);

/// Check digit of the first 17 digits of an identity number (GB 11643-1999).
char checkDigit(const std::string &digits);

} // namespace cuntu::sample
