// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terrain/walking.h"

#include "core/base/text.h"
#include "core/terrain/cell_search.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace cuntu {

namespace {

/// What walking over one grid asks of the search.
class Walk {
public:
    Walk(const HeightGrid &heights, const Walking &walking)
        : m_heights(heights), m_walking(walking), m_steepest(std::tan(walking.mostSlope_deg * std::numbers::pi / 180))
    {
    }

    bool isOpen(std::size_t cell) const
    {
        return !std::isnan(m_heights.heights_m[cell]) &&
               (m_walking.cellFactors.empty() || m_walking.cellFactors[cell] > 0);
    }
    /// Of the quickest metre that there can be.
    double leastMinutes() const;
    double stepMinutes(std::size_t from, std::size_t to, double length_m) const;

private:
    const HeightGrid &m_heights;
    const Walking &m_walking;
    double m_steepest;
};

double Walk::leastMinutes() const
{
    const auto largest = [](const std::vector<float> &numbers, double none) {
        return numbers.empty() ? none : static_cast<double>(*std::max_element(numbers.begin(), numbers.end()));
    };
    const double onFoot = m_walking.speed_m_min(-0.05) * std::max(largest(m_walking.cellFactors, 1), 1e-6);
    return 1 / std::max(onFoot, largest(m_walking.rideSpeeds_m_min, 0));
}

double Walk::stepMinutes(std::size_t from, std::size_t to, double length_m) const
{
    const std::vector<float> &rides = m_walking.rideSpeeds_m_min;
    if (!rides.empty() && rides[from] > 0 && rides[to] > 0) {
        return length_m / std::min(rides[from], rides[to]);
    }
    const double rise = (static_cast<double>(m_heights.heights_m[to]) - m_heights.heights_m[from]) / length_m;
    if (std::abs(rise) > m_steepest) {
        return CellSearch::k_never;
    }
    double minutes = length_m / m_walking.speed_m_min(rise);
    if (!m_walking.cellFactors.empty()) {
        minutes *= 0.5 / m_walking.cellFactors[from] + 0.5 / m_walking.cellFactors[to];
    }
    return minutes;
}

Result<Grid> minutesOver(const HeightGrid &heights, std::span<const std::size_t> sources, const Walking &walking,
                         const JobContext &job)
{
    const Walk walk(heights, walking);
    const auto isOpen = [&](std::size_t cell) { return walk.isOpen(cell); };
    CellSearch search(frameOf(heights), walk.leastMinutes(), walking.mostMinutes, false);
    for (const std::size_t source : sources) {
        if (walk.isOpen(source)) {
            search.reach(source, 0);
        }
    }
    // The search goes outwards from the sources; towards them people walk the other way.
    const auto outwards = [&](std::size_t from, std::size_t to, const CellMove &, double length_m) {
        return walk.stepMinutes(from, to, length_m);
    };
    const auto towards = [&](std::size_t from, std::size_t to, const CellMove &, double length_m) {
        return walk.stepMinutes(to, from, length_m);
    };
    if (auto done = walking.fromSource ? search.run(isOpen, outwards, job) : search.run(isOpen, towards, job); !done) {
        return done.error();
    }
    Grid grid{search.frame(), std::vector<float>(search.frame().size())};
    for (std::size_t cell = 0; cell < grid.values.size(); ++cell) {
        grid.values[cell] = std::isnan(heights.heights_m[cell]) ? std::numeric_limits<float>::quiet_NaN()
                                                                : static_cast<float>(search.costs()[cell]);
    }
    return grid;
}

} // namespace

double Walking::speed_m_min(double rise) const
{
    constexpr double k_metresPerMinute = 6000.0 / 60;
    return factor * k_metresPerMinute * std::exp(-3.5 * std::abs(rise + 0.05));
}

Result<Grid> travelTimesToCells(const HeightGrid &heights, std::span<const std::size_t> sources, const Walking &walking,
                                const JobContext &job)
{
    for (const std::vector<float> *numbers : {&walking.cellFactors, &walking.rideSpeeds_m_min}) {
        if (!numbers->empty() && numbers->size() != heights.heights_m.size()) {
            return Error{ErrorCode::Invalid,
                         Core::tr("%1 factors or speeds of walking are given for %2 cells")
                             .arg(numbers->size())
                             .arg(heights.heights_m.size()),
                         {},
                         Core::tr("Give one for each cell of the terrain."),
                         {},
                         {}};
        }
    }
    const bool isAnyKnown = std::any_of(sources.begin(), sources.end(),
                                        [&](std::size_t cell) { return !std::isnan(heights.heights_m[cell]); });
    if (!isAnyKnown) {
        return Error{ErrorCode::Invalid,
                     Core::tr("none of the %1 places to walk to has a known height").arg(sources.size()),
                     {},
                     Core::tr("Choose a terrain model that covers them."),
                     {},
                     {}};
    }
    return minutesOver(heights, sources, walking, job);
}

Result<Grid> travelTimes(const HeightGrid &heights, std::span<const Point> sources, const Walking &walking,
                         const JobContext &job)
{
    const GridFrame frame = frameOf(heights);
    std::vector<std::size_t> cells;
    for (const Point source : sources) {
        if (const auto cell = frame.cellAt(source)) {
            cells.push_back(*cell);
        }
    }
    if (cells.empty()) {
        return Error{ErrorCode::NotFound,
                     Core::tr("none of the %1 places to walk to lies on the terrain model").arg(sources.size()),
                     {},
                     Core::tr("Choose a terrain model that covers them."),
                     {},
                     {}};
    }
    return travelTimesToCells(heights, cells, walking, job);
}

} // namespace cuntu
