// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/algorithm/algorithm.h"
#include "core/solve/shortest_paths.h"
#include "plugins/relocation/services.h"
#include "plugins/relocation/siting_network.h"
#include "plugins/relocation/walking.h"

#include <array>
#include <limits>
#include <optional>

namespace cuntu::relocation {

/// Who is farther from the old land is counted; nobody walks so far across country.
inline constexpr double k_far_m = 5000;
inline constexpr std::size_t k_none = std::numeric_limits<std::size_t>::max(); ///< goes nowhere

/// Minutes of one demand; infinite: no way, not-a-number: not asked for or no new home.
struct Times {
    std::array<double, 3> before{};
    std::array<double, 3> after{};
    double fields = std::numeric_limits<double>::quiet_NaN(); ///< from the new home to the old land
    double land_m = std::numeric_limits<double>::quiet_NaN(); ///< as the crow flies
};

/// Positions of everything in one plane, in metres.
struct Places {
    std::vector<Point> demands;
    std::vector<Point> sites;
    std::array<std::vector<Point>, 3> services;
};

/// The work of relocation.minutes: reads, measures, reports. For one run.
class Minutes {
public:
    Minutes(const AlgorithmInput &input, const JobContext &job) : m_input(input), m_job(job) {}

    Result<Outcome> run();

private:
    Result<void> readLayers();
    void nameSites();
    Result<void> layOut();
    Result<void> readTerrain();
    Result<void> connect();
    Result<void> timeServices();
    Result<void> timeFields();
    Result<std::vector<double>> costs(LineSet lines) const;
    void walkToRoads();
    double through(const PathTree &tree, std::size_t stop) const;
    Walk walkOf() const;
    std::size_t siteStop(std::size_t site) const { return m_places.demands.size() + site; }
    QString text(const QString &parameter) const { return m_input.parameters.text(parameter); }
    OutcomeLayer table() const;
    void addFigures(Outcome &outcome) const;

    const AlgorithmInput &m_input;
    const JobContext &m_job;
    Immutable<LayerSnapshot> m_demand;
    Immutable<LayerSnapshot> m_sites;
    Immutable<LayerSnapshot> m_roads;
    std::array<Immutable<LayerSnapshot>, 3> m_serviceLayers;
    std::vector<double> m_weights;
    std::vector<std::size_t> m_siteOf;  ///< per demand; k_none: goes nowhere
    std::vector<std::size_t> m_unknown; ///< demands whose site is not there
    Places m_places;
    std::vector<Point> m_roadPoints;
    std::optional<CrsTransform> m_toPlane; ///< from the project's system, where that is no plane
    std::optional<HeightGrid> m_heights;
    std::optional<CrsTransform> m_toHeights; ///< from the project's system
    EndNetwork m_network;
    std::vector<double> m_edgeCosts;
    std::vector<Point> m_stops;
    std::vector<double> m_toRoad; ///< per stop: minutes on foot; infinite where no road is near
    std::vector<Times> m_times;
};

} // namespace cuntu::relocation
