// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <vector>

namespace cuntu::photovoltaic {

/// One periodic term: a cos(b + c * millennia).
using PeriodicTerm = std::array<double, 3>;
/// Terms by power of the time.
using PeriodicSeries = std::vector<std::vector<PeriodicTerm>>;

/// The earth's heliocentric longitude, latitude (1e-8 rad) and distance (1e-8 AU): Reda & Andreas 2004, table A4.2.
const PeriodicSeries &longitudeTerms();
const PeriodicSeries &latitudeTerms();
const PeriodicSeries &radiusTerms();

/// A term of the nutation: multipliers of the five arguments; a, b of the longitude; c, d of the obliquity (table
/// A4.3).
struct NutationTerm {
    std::array<int, 5> y;
    double a, b, c, d;
};
const std::vector<NutationTerm> &nutationTerms();

} // namespace cuntu::photovoltaic
