// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "areas.hpp"

namespace cuntu::sample {

/// The county's rivers from source to mouth, the largest first; each river follows its larger arm.
std::vector<River> makeRivers(const Terrain &land, const Areas &areas, Names &names);

} // namespace cuntu::sample
