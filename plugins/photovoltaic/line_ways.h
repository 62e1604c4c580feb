// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/terrain/least_cost.h"
#include "plugins/photovoltaic/surroundings.h"

namespace cuntu::photovoltaic {

/// The lines from places to the grid: around houses, water, protected land and kinds of land that are closed, less
/// often over steep land, rather along roads. Straight where none of these is given, and to the nearest house where no
/// grid is. Immutable once made; any thread.
class LineWays {
public:
    /// water_layer, protected_layer, line_closed_kinds, road_layer, road_line_cost, steep_from, steep_line_cost,
    /// line_cell_m.
    static std::vector<Parameter> parameters();
    /// One grid of cells over @p villages, which are in @p crs, and the grid around them; its cells are larger than
    /// asked for where there would be more than nine million. @p around must outlive it. NotFound for a layer that is
    /// not there, or where nothing of the grid can be reached; cancelled.
    static Result<LineWays> read(const AlgorithmInput &input, const Surroundings &around, const ModelInput &model,
                                 std::span<const Box> villages, const Crs &crs, const JobContext &job);

    /// Metres of a plain line that cost as much as that from @p site, without laying it; infinite where none leads.
    double cost_m(const Site &site) const;
    /// The line from @p site; empty where none leads.
    std::optional<SiteLine> lineFrom(const Site &site) const;

private:
    /// The cell that a line enters the open land by.
    struct Exit {
        std::size_t cell = 0;
        double cost_m = 0; ///< from the site on, to the grid
    };

    explicit LineWays(const Surroundings &around) : m_around(&around) {}
    std::optional<Exit> exit(Point position) const;
    SiteLine straight(const Site &site) const;
    SiteLine led(const Site &site, std::size_t cell) const;

    const Surroundings *m_around;
    std::optional<LeastCostWays> m_ways; ///< empty: lines are straight
};

} // namespace cuntu::photovoltaic
