// SPDX-License-Identifier: GPL-3.0-or-later
#include "areas.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <queue>
#include <set>
#include <utility>

namespace cuntu::sample {

namespace {

using Open = std::priority_queue<std::pair<double, int>, std::vector<std::pair<double, int>>, std::greater<>>;

/// The county's outline: a circle bent by waves, the shorter the weaker.
Grid<char> outline(const Frame &frame, Random &random)
{
    std::array<double, 60> strength{};
    std::array<double, 60> phase{};
    for (std::size_t k = 0; k < strength.size(); ++k) {
        strength[k] = random.uniform(0.3, 1.0) * 0.10 / (1.0 + 0.55 * static_cast<double>(k));
        phase[k] = random.uniform(0.0, 6.28);
    }
    Grid<char> inside(frame.width, frame.height, 0);
    const double reach = 0.43 * std::min(frame.width, frame.height);
    for (int cell = 0; cell < inside.size(); ++cell) {
        const double x = frame.column(cell) - 0.5 * frame.width;
        const double y = frame.row(cell) - 0.5 * frame.height;
        const double angle = std::atan2(y, x);
        double limit = 1.0;
        for (std::size_t k = 0; k < strength.size(); ++k)
            limit += strength[k] * std::cos(static_cast<double>(k + 2) * angle + phase[k]);
        const bool margin = frame.column(cell) < 4 || frame.row(cell) < 4 || frame.column(cell) >= frame.width - 4 ||
                            frame.row(cell) >= frame.height - 4;
        inside[cell] = !margin && std::hypot(x, y) < reach * limit;
    }
    return inside;
}

/// Lets all villages grow at once; climbing is dear, so they meet on the ridges.
void growVillages(const Terrain &land, const Grid<char> &inside, Areas &areas)
{
    areas.village = Grid<int>(land.frame.width, land.frame.height, -1);
    Grid<double> best(land.frame.width, land.frame.height, std::numeric_limits<double>::max());
    Open open;
    for (std::size_t i = 0; i < areas.villages.size(); ++i) {
        const int cell = areas.villages[i].seatCell;
        areas.village[cell] = static_cast<int>(i);
        best[cell] = 0;
        open.emplace(0.0, cell);
    }
    while (!open.empty()) {
        const auto [cost, cell] = open.top();
        open.pop();
        if (cost > best[cell])
            continue;
        land.frame.neighbours(cell, 4, [&](int next, double) {
            const double climb = std::max(0.0, land.height_m[next] - land.height_m[cell]);
            const double river = land.upstream[next] > 8000 ? 12.0 : 0.0;
            const double total = cost + land.roughness[next] + 0.12 * climb + river;
            if (!inside[next] || total >= best[next])
                return;
            best[next] = total;
            areas.village[next] = areas.village[cell];
            open.emplace(total, next);
        });
    }
}

std::vector<std::set<int>> adjacency(const Frame &frame, const Areas &areas)
{
    std::vector<std::set<int>> near(areas.villages.size());
    for (int cell = 0; cell < areas.village.size(); ++cell) {
        frame.neighbours(cell, 2, [&](int next, double) {
            const int a = areas.village[cell];
            const int b = areas.village[next];
            if (a < 0 || b < 0 || a == b)
                return;
            near[static_cast<std::size_t>(a)].insert(b);
            near[static_cast<std::size_t>(b)].insert(a);
        });
    }
    return near;
}

double apart(const Frame &frame, const Village &a, const Village &b)
{
    return std::hypot(frame.column(a.seatCell) - frame.column(b.seatCell),
                      frame.row(a.seatCell) - frame.row(b.seatCell));
}

/// Gives each village to the seat that reaches it first from neighbour to neighbour.
void joinToSeats(const Frame &frame, const std::vector<std::set<int>> &near, Areas &areas)
{
    std::vector<double> best(areas.villages.size(), std::numeric_limits<double>::max());
    Open open;
    for (std::size_t t = 0; t < areas.townships.size(); ++t) {
        const auto seat = static_cast<std::size_t>(areas.townships[t].seat);
        best[seat] = 0;
        areas.villages[seat].township = static_cast<int>(t);
        open.emplace(0.0, areas.townships[t].seat);
    }
    while (!open.empty()) {
        const auto [cost, v] = open.top();
        open.pop();
        const auto from = static_cast<std::size_t>(v);
        if (cost > best[from])
            continue;
        for (const int n : near[from]) {
            const auto to = static_cast<std::size_t>(n);
            const double total = cost + apart(frame, areas.villages[from], areas.villages[to]);
            if (total >= best[to])
                continue;
            best[to] = total;
            areas.villages[to].township = areas.villages[from].township;
            open.emplace(total, n);
        }
    }
}

/// Moves each township's seat to the village from which the others are nearest.
void recentre(const Frame &frame, Areas &areas)
{
    for (std::size_t t = 1; t < areas.townships.size(); ++t) {
        double least = std::numeric_limits<double>::max();
        for (std::size_t v = 0; v < areas.villages.size(); ++v) {
            if (areas.villages[v].township != static_cast<int>(t))
                continue;
            double sum = 0;
            for (const Village &other : areas.villages)
                if (other.township == static_cast<int>(t))
                    sum += apart(frame, areas.villages[v], other);
            if (sum < least) {
                least = sum;
                areas.townships[t].seat = static_cast<int>(v);
            }
        }
    }
}

/// The county's seat lies on much water near the middle; the others far from the seats before them.
void chooseSeats(const Terrain &land, int count, Areas &areas)
{
    const Frame &frame = land.frame;
    const auto central = [&](const Village &v) {
        const double away =
            std::hypot(frame.column(v.seatCell) - 0.5 * frame.width, frame.row(v.seatCell) - 0.5 * frame.height);
        return std::log(land.upstream[v.seatCell]) - 14.0 * away / frame.width;
    };
    int seat = 0;
    for (std::size_t v = 1; v < areas.villages.size(); ++v)
        if (central(areas.villages[v]) > central(areas.villages[static_cast<std::size_t>(seat)]))
            seat = static_cast<int>(v);
    std::vector<double> away(areas.villages.size(), std::numeric_limits<double>::max());
    for (int t = 0; t < count; ++t) {
        areas.townships.push_back({{}, {}, seat, 0});
        for (std::size_t v = 0; v < away.size(); ++v)
            away[v] =
                std::min(away[v], apart(frame, areas.villages[v], areas.villages[static_cast<std::size_t>(seat)]));
        seat = static_cast<int>(std::max_element(away.begin(), away.end()) - away.begin());
    }
}

/// Codes by type: 001-099 street, 100-199 town, 200-399 township; residents' committees from 001,
/// villagers' committees from 200.
void giveNames(Areas &areas, Names &names)
{
    const std::size_t towns = (areas.townships.size() - 1) * 2 / 5;
    for (std::size_t t = 0; t < areas.townships.size(); ++t) {
        Township &township = areas.townships[t];
        const bool street = t == 0;
        const bool town = !street && t <= towns;
        const int number = street ? 1 : town ? 99 + static_cast<int>(t) : 199 + static_cast<int>(t - towns);
        township.code = countyCode + padded(number, 3);
        township.name = names.township() + (street ? "街道" : town ? "镇" : "乡");
        int committees = 0;
        int residents = 0;
        for (std::size_t v = 0; v < areas.villages.size(); ++v) {
            Village &village = areas.villages[v];
            if (village.township != static_cast<int>(t))
                continue;
            const bool urban = (street && residents < 3) || (town && static_cast<int>(v) == township.seat);
            village.name = names.village();
            if (urban)
                village.name.replace(village.name.size() - 3, 3, "居委会");
            village.code = township.code + padded(urban ? ++residents : 200 + committees++, 3);
        }
    }
}

void sortByCode(Areas &areas)
{
    std::vector<int> order(areas.villages.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = static_cast<int>(i);
    std::sort(order.begin(), order.end(), [&](int a, int b) {
        return areas.villages[static_cast<std::size_t>(a)].code < areas.villages[static_cast<std::size_t>(b)].code;
    });
    std::vector<int> place(order.size());
    std::vector<Village> sorted;
    for (std::size_t i = 0; i < order.size(); ++i) {
        place[static_cast<std::size_t>(order[i])] = static_cast<int>(i);
        sorted.push_back(areas.villages[static_cast<std::size_t>(order[i])]);
    }
    areas.villages = std::move(sorted);
    for (Township &township : areas.townships)
        township.seat = place[static_cast<std::size_t>(township.seat)];
    for (int cell = 0; cell < areas.village.size(); ++cell)
        if (areas.village[cell] >= 0)
            areas.village[cell] = place[static_cast<std::size_t>(areas.village[cell])];
}

/// A third of the villages is on the list of the province, most of them high up.
void choosePoorVillages(const Terrain &land, Areas &areas, Random &random)
{
    std::vector<double> heights;
    for (const Village &village : areas.villages)
        heights.push_back(land.height_m[village.seatCell]);
    std::sort(heights.begin(), heights.end());
    for (Village &village : areas.villages) {
        const auto place = std::lower_bound(heights.begin(), heights.end(), land.height_m[village.seatCell]);
        const double rank = static_cast<double>(place - heights.begin()) / static_cast<double>(heights.size());
        const bool urban = village.code[9] == '0';
        village.poor = random.chance(0.06 + 0.58 * rank) && !urban;
    }
}

} // namespace

Grid<double> suitability(const Terrain &land)
{
    Grid<double> result(land.frame.width, land.frame.height, 0.0);
    for (int cell = 0; cell < result.size(); ++cell) {
        if (land.upstream[cell] > 1500)
            continue;
        const double low = std::exp(-land.aboveStream_m[cell] / 22.0);
        const double flat = std::exp(-land.slope(cell) / 0.07);
        const double mild = std::exp(-std::max(0.0, land.height_m[cell] - 150.0) / 380.0);
        result[cell] = low * flat * mild;
    }
    return result;
}

std::vector<int> scatter(const Frame &frame, const Grid<double> &weight, int count, double distance, Random &random)
{
    std::vector<std::pair<double, int>> race;
    for (int cell = 0; cell < weight.size(); ++cell) {
        const double draw = -std::log(1.0 - random.uniform());
        if (weight[cell] > 1e-6)
            race.emplace_back(draw / weight[cell], cell);
    }
    std::sort(race.begin(), race.end());
    for (;; distance *= 0.9) {
        Grid<char> taken(frame.width, frame.height, 0);
        std::vector<int> chosen;
        const int reach = static_cast<int>(distance);
        for (const auto &[when, cell] : race) {
            if (taken[cell])
                continue;
            chosen.push_back(cell);
            if (static_cast<int>(chosen.size()) == count)
                return chosen;
            for (int r = std::max(0, frame.row(cell) - reach); r <= std::min(frame.height - 1, frame.row(cell) + reach);
                 ++r)
                for (int c = std::max(0, frame.column(cell) - reach);
                     c <= std::min(frame.width - 1, frame.column(cell) + reach); ++c)
                    if (std::hypot(c - frame.column(cell), r - frame.row(cell)) <= distance)
                        taken[frame.cell(c, r)] = 1;
        }
        if (distance < 1.0)
            return chosen;
    }
}

Areas makeAreas(const Terrain &land, const Request &request, Names &names)
{
    Random random(mix(request.seed + 100));
    const int villageCount = std::max(3, static_cast<int>(std::lround(request.settlements * 130.0 / 1500.0)));
    const int townshipCount = std::max(2, static_cast<int>(std::lround(villageCount / 8.1)));
    const Grid<char> inside = outline(land.frame, random);
    Grid<double> weight = suitability(land);
    double cells = 0;
    for (int cell = 0; cell < weight.size(); ++cell) {
        cells += inside[cell] ? 1.0 : 0.0;
        weight[cell] = inside[cell] ? std::sqrt(weight[cell]) : 0.0;
    }
    Areas areas;
    for (const int cell : scatter(land.frame, weight, villageCount, 0.95 * std::sqrt(cells / villageCount), random)) {
        Village village;
        village.seatCell = cell;
        areas.villages.push_back(village);
    }
    growVillages(land, inside, areas);
    const auto near = adjacency(land.frame, areas);
    chooseSeats(land, townshipCount, areas);
    for (int round = 0; round < 5; ++round) {
        joinToSeats(land.frame, near, areas);
        recentre(land.frame, areas);
    }
    joinToSeats(land.frame, near, areas);
    giveNames(areas, names);
    sortByCode(areas);
    choosePoorVillages(land, areas, random);
    return areas;
}

} // namespace cuntu::sample
