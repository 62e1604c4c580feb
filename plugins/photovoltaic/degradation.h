// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/photovoltaic/energy.h"

namespace cuntu::photovoltaic {

/// What is left of a new station's power after @p years of losing @p rate (a share a year), year by year of what it was
/// the year before.
double leftAfter(double years, double rate);

/// The share a year that a station loses, by its own readings.
struct FittedDegradation {
    double rate = 0; ///< positive: it loses; not-a-number: too few readings
    int pairs = 0;   ///< of months a year apart
};
/// By station: the median change from a month to the same one a year later (Jordan et al. 2018,
/// doi:10.1109/JPHOTOV.2017.2779779), of months that are whole: after the one of the connection. With fewer than twelve
/// pairs it is not known.
std::vector<FittedDegradation> fitDegradation(const std::vector<MonthEnergy> &months, const Stations &stations);

} // namespace cuntu::photovoltaic
