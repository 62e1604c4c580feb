// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "access.hpp"
#include "areas.hpp"

#include <vector>

namespace cuntu::sample {

/// How late each settlement's road is due, in standard deviations: large, livable and poor places
/// and townships with a quick pace come first.
std::vector<double> settlementWishes(const Areas &areas, const std::vector<Settlement> &settlements,
                                     const Request &request);

/// Sets how quickly the townships work: some are done early, some stay behind.
void setPaces(std::vector<Township> &townships, const Request &request);

/// Gives every road its life from 2016 to the hand-over, so that about @p share of the settlements
/// with 25 households and more are connected at the end.
void makeProgress(const Frame &frame, const std::vector<Settlement> &settlements, const Request &request, double share,
                  std::vector<Road> &roads);

/// What one indicator of road hardening counts.
struct RoadTarget {
    const char *code = "";
    int leastHouseholds = 0;
    bool livableOnly = false;
    bool poorOnly = false;
    Date deadline;
};
std::vector<RoadTarget> roadTargets();
/// Whether a settlement is in a target's denominator.
bool isEligible(const RoadTarget &target, const Settlement &settlement, const Village &village);

} // namespace cuntu::sample
