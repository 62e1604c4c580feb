// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "grid.hpp"

#include <cstdint>
#include <vector>

namespace cuntu::sample {

/// The land: heights, and where water goes on them.
struct Terrain {
    Frame frame;
    Grid<double> height_m;      ///< metres, 1985 datum
    Grid<int> receiver;         ///< the cell that a cell's water flows to; itself at the outlet
    Grid<double> upstream;      ///< cells whose water passes, itself included
    Grid<double> aboveStream_m; ///< height above the stream that the cell drains to, metres
    Grid<double> roughness;     ///< how hard the ground is to cross, 0.35 to 4: woods, plots, gullies
    std::vector<int> order;     ///< all cells, every receiver before the cells that flow to it

    /// Steepness from a cell to its steepest neighbour, metres per metre.
    double slope(int cell) const;
};

/// A frame around 116.2 E, 27.6 N for a county of @p settlements.
Frame frameFor(int settlements);

/// Raises a basin of hills from fractal noise and lets rivers carve it (stream power law, solved
/// implicitly along the flow order: Braun and Willett 2013), then widens the valley floors.
Terrain makeTerrain(const Frame &frame, std::uint64_t seed);

} // namespace cuntu::sample
