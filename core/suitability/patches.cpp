// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/suitability/patches.h"

#include "core/geo/geodesic.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <queue>

namespace cuntu {

namespace {

/// Cells around one: the first four over sides.
constexpr std::array<std::array<int, 2>, 8> k_around{
    {{1, 0}, {-1, 0}, {0, 1}, {0, -1}, {1, 1}, {-1, 1}, {1, -1}, {-1, -1}}};

template <class Visit> void forNeighbours(const GridFrame &frame, std::size_t cell, bool eight, const Visit &visit)
{
    const int x = frame.columnOf(cell);
    const int y = frame.rowOf(cell);
    for (std::size_t i = 0; i < (eight ? 8U : 4U); ++i) {
        const int nx = x + k_around[i][0];
        const int ny = y + k_around[i][1];
        if (nx >= 0 && ny >= 0 && nx < frame.columns && ny < frame.rows) {
            visit(frame.index(nx, ny));
        }
    }
}

/// Cells all of whose square of @p radius is marked (as @p all), or any of it. Rows first, then columns: a square is
/// both.
CellMask spread(const GridFrame &frame, const CellMask &mask, int radius, bool all)
{
    const auto pass = [&](const CellMask &from, bool alongRows) {
        CellMask to(from.size());
        for (std::size_t cell = 0; cell < from.size(); ++cell) {
            const int x = frame.columnOf(cell);
            const int y = frame.rowOf(cell);
            bool isMarked = all;
            for (int d = -radius; d <= radius; ++d) {
                const int nx = alongRows ? x + d : x;
                const int ny = alongRows ? y : y + d;
                const bool isIn = nx >= 0 && ny >= 0 && nx < frame.columns && ny < frame.rows;
                const bool there = isIn && from[frame.index(nx, ny)] != 0;
                isMarked = all ? isMarked && there : isMarked || there;
            }
            to[cell] = isMarked ? 1 : 0;
        }
        return to;
    };
    return pass(pass(mask, true), false);
}

/// @p mask without what is narrower than the square of @p radius (morphological opening).
CellMask opened(const GridFrame &frame, const CellMask &mask, int radius)
{
    return radius > 0 ? spread(frame, spread(frame, mask, radius, true), radius, false) : mask;
}

/// Takes the connected cells nearest to @p seed out of @p left until they have the largest area.
std::vector<std::size_t> grow(const GridFrame &frame, const PatchRules &rules, std::size_t seed, CellMask &left)
{
    const Point middle = frame.centre(seed);
    using Entry = std::pair<double, std::size_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> waiting;
    std::vector<std::size_t> seen{seed};
    std::vector<std::size_t> cells;
    waiting.emplace(0, seed);
    left[seed] = 0;
    double area = 0;
    while (!waiting.empty()) {
        const std::size_t cell = waiting.top().second;
        const double own = cellArea_m2(frame, frame.rowOf(cell));
        if (area + own > rules.mostArea_m2) {
            break;
        }
        waiting.pop();
        area += own;
        cells.push_back(cell);
        forNeighbours(frame, cell, rules.eightNeighbours, [&](std::size_t next) {
            if (left[next] != 0) {
                left[next] = 0;
                seen.push_back(next);
                const Point at = frame.centre(next);
                waiting.emplace(std::hypot(at.x - middle.x, at.y - middle.y), next);
            }
        });
    }
    std::sort(cells.begin(), cells.end());
    for (const std::size_t cell : seen) {
        left[cell] = std::binary_search(cells.begin(), cells.end(), cell) ? 0 : 1;
    }
    return cells;
}

double perimeter(const Geometry &outline)
{
    double sum = 0;
    for (std::size_t part = 0; part < outline.partCount(); ++part) {
        const auto ring = outline.part(part);
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            sum += std::hypot(ring[i + 1].x - ring[i].x, ring[i + 1].y - ring[i].y);
        }
    }
    return sum;
}

LandPatch describe(const WeighedLand &land, const Grid &scores, std::vector<std::size_t> cells,
                   const Geodesic &geodesic)
{
    LandPatch patch;
    patch.cells = std::move(cells);
    patch.outline = outlineOf(land.frame, patch.cells);
    double plane_m2 = 0;
    for (const std::size_t cell : patch.cells) {
        patch.score += scores.values[cell];
        plane_m2 += cellArea_m2(land.frame, land.frame.rowOf(cell));
    }
    const auto count = static_cast<double>(patch.cells.size());
    patch.score /= count;
    for (const WeighedCriterion &criterion : land.criteria) {
        double sum = 0;
        for (const std::size_t cell : patch.cells) {
            sum += criterion.values[cell];
        }
        patch.values.push_back(sum / count);
    }
    for (std::size_t part = 0; part < patch.outline.partCount(); ++part) {
        patch.area_m2 += (patch.outline.isHole(part) ? -1 : 1) * geodesic.area_m2(patch.outline.part(part));
    }
    const double around = perimeter(patch.outline);
    patch.compactness = 4 * std::numbers::pi * plane_m2 / (around * around);
    return patch;
}

/// The area of the largest part of @p open that hangs together.
double largestPart_m2(const GridFrame &frame, const CellMask &open, bool eight)
{
    CellMask left = open;
    double largest = 0;
    std::vector<std::size_t> part;
    for (std::size_t first = 0; first < left.size(); ++first) {
        if (left[first] == 0) {
            continue;
        }
        part.assign(1, first);
        left[first] = 0;
        double area = 0;
        for (std::size_t i = 0; i < part.size(); ++i) {
            area += cellArea_m2(frame, frame.rowOf(part[i]));
            forNeighbours(frame, part[i], eight, [&](std::size_t next) {
                if (left[next] != 0) {
                    left[next] = 0;
                    part.push_back(next);
                }
            });
        }
        largest = std::max(largest, area);
    }
    return largest;
}

/// The limits to which exclusion @p number could go, the nearest to its own first.
std::vector<double> limitsBeyond(const WeighedExclusion &exclusion, const CellMask &others)
{
    std::vector<double> limits;
    for (std::size_t cell = 0; cell < others.size(); ++cell) {
        if (others[cell] != 0 && exclusion.cells[cell] != 0 && std::isfinite(exclusion.measures[cell])) {
            limits.push_back(exclusion.measures[cell]);
        }
    }
    std::sort(limits.begin(), limits.end());
    limits.erase(std::unique(limits.begin(), limits.end()), limits.end());
    if (!exclusion.isAbove) {
        std::reverse(limits.begin(), limits.end());
    }
    return limits;
}

/// The land that is open where exclusion @p exclusion has @p limit, and the others are as in @p others.
CellMask openAt(const WeighedExclusion &exclusion, const CellMask &others, double limit)
{
    CellMask open = others;
    for (std::size_t cell = 0; cell < open.size(); ++cell) {
        const float measure = exclusion.measures[cell];
        const bool isOut = exclusion.cells[cell] != 0 && !(exclusion.isAbove ? measure <= limit : measure >= limit);
        open[cell] = isOut ? 0 : open[cell];
    }
    return open;
}

/// The smallest loosening of exclusion @p number by bisection over its limits, as more is open the farther it goes.
std::optional<Loosening> loosened(const WeighedLand &land, ExclusionsOn on, std::size_t number, const PatchRules &rules,
                                  const JobContext &job)
{
    const WeighedExclusion &exclusion = land.exclusions[number];
    on[number] = false;
    const CellMask others = openCells(land, on);
    const auto areaOf = [&](const CellMask &open) {
        return largestPart_m2(land.frame, opened(land.frame, open, rules.openingRadius), rules.eightNeighbours);
    };
    Loosening found{number, std::nullopt, areaOf(others)};
    if (found.largest_m2 < rules.leastArea_m2) {
        return std::nullopt;
    }
    const std::vector<double> limits = exclusion.limit ? limitsBeyond(exclusion, others) : std::vector<double>();
    std::size_t begin = 0;
    std::size_t end = limits.size();
    while (begin < end && !job.isCancelled()) {
        const std::size_t middle = begin + (end - begin) / 2;
        const double area = areaOf(openAt(exclusion, others, limits[middle]));
        if (area >= rules.leastArea_m2) {
            found.limit = limits[middle];
            found.largest_m2 = area;
            end = middle;
        } else {
            begin = middle + 1;
        }
    }
    return found;
}

} // namespace

Result<std::vector<LandPatch>> findPatches(const WeighedLand &land, const Grid &scores, const PatchRules &rules,
                                           const JobContext &job)
{
    if (!(rules.leastArea_m2 >= 0 && rules.mostArea_m2 >= rules.leastArea_m2)) {
        return Error{ErrorCode::Invalid,
                     Core::tr("a patch of at least %1 and at most %2 m² cannot be")
                         .arg(rules.leastArea_m2)
                         .arg(rules.mostArea_m2),
                     {},
                     Core::tr("Let the largest area be at least the smallest one."),
                     {},
                     {}};
    }
    auto geodesic = Geodesic::create(land.frame.crs);
    if (!geodesic) {
        return geodesic.error();
    }
    CellMask left(land.frame.size());
    for (std::size_t cell = 0; cell < left.size(); ++cell) {
        left[cell] = scores.values[cell] >= rules.leastScore ? 1 : 0; // not-a-number is not
    }
    left = opened(land.frame, left, rules.openingRadius);
    std::vector<std::size_t> seeds = markedCells(left);
    std::stable_sort(seeds.begin(), seeds.end(),
                     [&](std::size_t a, std::size_t b) { return scores.values[a] > scores.values[b]; });
    std::vector<LandPatch> patches;
    for (const std::size_t seed : seeds) {
        if (job.isCancelled()) {
            return cancelledError();
        }
        if (left[seed] == 0 || patches.size() >= rules.most) {
            continue;
        }
        std::vector<std::size_t> cells = grow(land.frame, rules, seed, left);
        const double area = std::accumulate(cells.begin(), cells.end(), 0.0, [&](double sum, std::size_t cell) {
            return sum + cellArea_m2(land.frame, land.frame.rowOf(cell));
        });
        if (!cells.empty() && area >= rules.leastArea_m2) {
            patches.push_back(describe(land, scores, std::move(cells), *geodesic));
        }
    }
    std::stable_sort(patches.begin(), patches.end(),
                     [](const LandPatch &a, const LandPatch &b) { return a.score > b.score; });
    return patches;
}

Result<std::vector<Loosening>> smallestLoosenings(const WeighedLand &land, const ExclusionsOn &on,
                                                  const PatchRules &rules, const JobContext &job)
{
    const ExclusionsOn all = on.empty() ? ExclusionsOn(land.exclusions.size(), true) : on;
    std::vector<Loosening> found;
    for (std::size_t i = 0; i < land.exclusions.size(); ++i) {
        if (all[i]) {
            if (const auto one = loosened(land, all, i, rules, job)) {
                found.push_back(*one);
            }
        }
        if (job.isCancelled()) {
            return cancelledError();
        }
    }
    return found;
}

} // namespace cuntu
