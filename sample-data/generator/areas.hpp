// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model.hpp"
#include "names.hpp"
#include "terrain.hpp"

#include <vector>

namespace cuntu::sample {

/// The county's division: which village each cell belongs to, and the villages' townships.
struct Areas {
    Grid<int> village; ///< index of the village, -1 outside the county
    std::vector<Village> villages;
    std::vector<Township> townships;
};

/// How well people live in a cell, 0 (nobody would) to 1: low above the stream, flat, not in the river.
Grid<double> suitability(const Terrain &land);

/// Up to @p count cells of @p weight > 0, picked by weight, at least @p apart cells from each other;
/// the distance shrinks until enough are found.
std::vector<int> scatter(const Frame &frame, const Grid<double> &weight, int count, double apart, Random &random);

/// Divides a county out of the land: village seats in the valleys, borders on the ridges between
/// them, and townships as connected groups of villages.
Areas makeAreas(const Terrain &land, const Request &request, Names &names);

/// Traces the borders of the villages; neighbours share every point of their common border.
void traceBorders(const Frame &frame, Areas &areas);

} // namespace cuntu::sample
