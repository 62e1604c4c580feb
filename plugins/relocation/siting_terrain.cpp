// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/relocation/siting_terrain.h"

#include "core/terrain/burn.h"
#include "core/terrain/walking.h"
#include "plugins/relocation/siting_layers.h"

#include <cmath>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {

namespace {

/// Around the outermost demands and candidates, in metres: people walk round a hill.
constexpr double k_around_m = 2000;
constexpr double k_leastCell_m = 30;
constexpr double k_mostCells = 250'000;

/// Around demands and candidates; a school of the next county makes the cells no larger.
Result<HeightGrid> landAround(const AlgorithmInput &input, const SitingInput &siting, const JobContext &job)
{
    const Crs &crs = siting.demand->crs();
    std::vector<Point> places;
    addPositions(*siting.demand, places);
    addPositions(*siting.candidates, places);
    Box window;
    for (const Point place : places) {
        if (!std::isnan(place.x)) {
            window.add(place);
        }
    }
    constexpr double k_degree_m = 111'320;
    window = window.grown(crs.isGeographic() ? k_around_m / k_degree_m : k_around_m);
    const double unit_m = crs.isGeographic() ? k_degree_m : 1;
    const double cell_m = std::sqrt(window.width() * window.height() * unit_m * unit_m / k_mostCells);
    const Crs plane = crs.isGeographic() ? fittingCrs(window.centre(), window.width()) : crs;
    return warpHeights(input.parameters.text(u"terrain"_s), window, crs, plane,
                       std::ceil(std::max(k_leastCell_m, cell_m)), job);
}

/// Per cell the speed of who rides through it, metres a minute; 0 off the lines. Empty without a network.
Result<std::vector<float>> rideSpeeds(const AlgorithmInput &input, const GridFrame &frame, const JobContext &job)
{
    if (!input.parameters.isGiven(u"network"_s)) {
        return std::vector<float>();
    }
    const auto lines = loadNetwork(input, {}, job);
    const auto transform =
        lines ? CrsTransform::create((*lines)->crs(), frame.crs) : Result<CrsTransform>(lines.error());
    if (!transform) {
        return transform.error();
    }
    CellMask mask(frame.size(), 0);
    for (std::size_t row = 0; row < (*lines)->size(); ++row) {
        Geometry line = (*lines)->geometry().geometry(row);
        transform->apply(line.points);
        burn(line, frame, mask);
    }
    const auto speed = static_cast<float>(input.parameters.number(u"ride_km_h"_s) * 1000 / 60);
    std::vector<float> speeds;
    for (const std::uint8_t cell : mask) {
        speeds.push_back(cell != 0 ? speed : 0);
    }
    return speeds;
}

/// The cells of the positions; of those that lie where no height is known none.
Result<std::vector<std::optional<std::size_t>>> cellsOf(const HeightGrid &heights, std::vector<Point> positions,
                                                        const Crs &crs)
{
    const auto transform = CrsTransform::create(crs, heights.crs);
    if (!transform) {
        return transform.error();
    }
    transform->apply(positions);
    const GridFrame frame = frameOf(heights);
    std::vector<std::optional<std::size_t>> cells;
    for (const Point position : positions) {
        const auto cell = std::isnan(position.x) ? std::nullopt : frame.cellAt(position);
        cells.push_back(cell && !std::isnan(heights.heights_m[*cell]) ? cell : std::nullopt);
    }
    return cells;
}

/// Who has a position that the model says nothing of. Demands of no weight and services may be out of reach.
Result<void> checkCover(const std::vector<std::optional<std::size_t>> &cells, const std::vector<Point> &positions,
                        const SitingInput &siting)
{
    const std::size_t firstSite = cells.size() - siting.candidateCount();
    const auto isOutside = [&](std::size_t k) { return !cells[k] && !std::isnan(positions[k].x); };
    std::vector<std::size_t> demands;
    std::vector<std::size_t> sites;
    for (std::size_t demand = 0; demand < siting.demandCount(); ++demand) {
        if (isOutside(demand) && siting.weights[demand] > 0) {
            demands.push_back(demand);
        }
    }
    for (std::size_t site = 0; site < siting.candidateCount(); ++site) {
        if (isOutside(firstSite + site) && siting.rules[site] != SiteRule::Forbidden) {
            sites.push_back(site);
        }
    }
    if (demands.empty() && sites.empty()) {
        return {};
    }
    const bool areDemands = !demands.empty();
    return invalid({u"地形文件没有覆盖 %1 个需求点和 %2 个候选点：%3"_s,
                    u"the terrain model does not cover %1 demands and %2 candidates: %3"_s},
                   {u"换用覆盖全县的地形文件，或去掉这些点"_s,
                    u"take a terrain model that covers the county, or leave these out"_s},
                   {QString::number(demands.size()), QString::number(sites.size()),
                    areDemands ? nameSome(*siting.demand, demands, siting.demandKey)
                               : nameSome(*siting.candidates, sites, siting.candidateKey)});
}

/// Minutes between the place in cell @p source and each cell, the mean of there and back; infinite: no way.
Result<std::vector<double>> minutesFrom(const HeightGrid &heights, std::size_t source, Walking &walking,
                                        const JobContext &job)
{
    std::vector<double> mean(heights.heights_m.size(), 0);
    for (const bool isBack : {false, true}) {
        walking.fromSource = isBack;
        const auto minutes = travelTimesToCells(heights, std::span(&source, 1), walking, job);
        if (!minutes) {
            return minutes.error();
        }
        for (std::size_t cell = 0; cell < mean.size(); ++cell) {
            mean[cell] += static_cast<double>(minutes->values[cell]) / 2;
        }
    }
    return mean;
}

} // namespace

Result<void> measureOverTerrain(const AlgorithmInput &input, const std::vector<Point> &positions, SitingInput &siting,
                                const JobContext &job)
{
    const auto heights = landAround(input, siting, job);
    if (!heights) {
        return heights.error();
    }
    const auto cells = cellsOf(*heights, positions, siting.demand->crs());
    auto done = cells ? checkCover(*cells, positions, siting) : Result<void>(cells.error());
    auto rides = done ? rideSpeeds(input, frameOf(*heights), job) : Result<std::vector<float>>(done.error());
    if (!rides) {
        return rides.error();
    }
    Walking walking{.factor = input.parameters.number(u"off_path"_s), .rideSpeeds_m_min = std::move(*rides)};
    const std::size_t sites = siting.candidateCount();
    const std::size_t rows = positions.size() - sites;
    for (std::size_t demand = 0; demand < siting.demandCount(); ++demand) {
        siting.offNetwork_m[demand] = (*cells)[demand] ? 0 : std::numeric_limits<double>::infinity();
    }
    for (std::size_t site = 0; site < sites; ++site) {
        const auto source = (*cells)[rows + site];
        if (siting.rules[site] == SiteRule::Forbidden || !source) {
            continue;
        }
        const auto minutes = minutesFrom(*heights, *source, walking, job);
        if (!minutes) {
            return minutes.error();
        }
        for (std::size_t row = 0; row < rows; ++row) {
            if (const auto at = (*cells)[row]) {
                siting.distances[row * sites + site] = (*minutes)[*at];
            }
        }
        job.report(static_cast<double>(site) / static_cast<double>(sites), {});
    }
    return {};
}

} // namespace cuntu::relocation
