// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/relocation/obstacle.h"

#include <limits>

namespace cuntu::relocation {

inline constexpr double k_never = std::numeric_limits<double>::infinity();

/// Demands whose nearest candidate is farther than @p limit, and those among them that have no way to any.
struct Unserved {
    std::vector<std::size_t> beyond; ///< with a way, too long
    std::vector<std::size_t> cutOff;
    double longest = 0; ///< nearest distance of the farthest of all that have a way
    double weight = 0;  ///< of all unserved
};

QString filled(const Text &text, const QStringList &arguments);
QString shown(double number);
QString shown(std::size_t count);
std::size_t count(const SitingInput &siting, SiteRule rule);
bool isCounted(const SitingInput &siting, std::size_t demand);
/// To the nearest candidate that is not forbidden, or, with @p forbiddenToo, to any.
double nearest(const SitingInput &siting, std::size_t demand, bool forbiddenToo = false);
Unserved unservedWithin(const SitingInput &siting, double limit);
QString nameDemands(const SitingInput &siting, const std::vector<std::size_t> &rows);
QString nameCandidate(const SitingInput &siting, std::size_t site);
/// Says who is cut off, and what snap distance, or who left out, would help.
void addCutOff(const SitingInput &siting, const std::vector<std::size_t> &cutOff, Obstacle &obstacle);
void addMoreSites(std::size_t more, std::size_t sites, bool proven, Obstacle &obstacle);
void addReach(double to, double from, bool proven, Obstacle &obstacle);

} // namespace cuntu::relocation
