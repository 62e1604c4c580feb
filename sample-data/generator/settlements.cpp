// SPDX-License-Identifier: GPL-3.0-or-later
#include "settlements.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_set>

namespace cuntu::sample {

namespace {

std::vector<int> chooseCells(const Terrain &land, const Areas &areas, const Request &request, Random &random)
{
    const Frame &frame = land.frame;
    Grid<double> weight = suitability(land);
    double cells = 0;
    for (int cell = 0; cell < weight.size(); ++cell) {
        if (areas.village[cell] < 0)
            weight[cell] = 0;
        else
            cells += 1;
    }
    for (int cell = 0; cell < weight.size(); ++cell) // nobody lives on a border
        frame.neighbours(cell, 8, [&](int next, double) {
            if (areas.village[next] != areas.village[cell])
                weight[cell] = 0;
        });
    std::vector<int> chosen;
    for (const Village &village : areas.villages) {
        chosen.push_back(village.seatCell);
        for (int dy = -4; dy <= 4; ++dy)
            for (int dx = -4; dx <= 4; ++dx)
                if (weight.contains(frame.column(village.seatCell) + dx, frame.row(village.seatCell) + dy))
                    weight[village.seatCell + dy * frame.width + dx] = 0;
    }
    const int rest = std::max(0, request.settlements - static_cast<int>(chosen.size()));
    const auto others = scatter(frame, weight, rest, 0.6 * std::sqrt(cells / request.settlements), random);
    chosen.insert(chosen.end(), others.begin(), others.end());
    return chosen;
}

/// Log-normal sizes, then scaled so that they add up to the request (largest remainders).
void giveHouseholds(std::vector<Settlement> &settlements, const Areas &areas, int total, Random &random)
{
    std::vector<double> size(settlements.size());
    double sum = 0;
    for (std::size_t i = 0; i < size.size(); ++i) {
        const auto &village = areas.villages[static_cast<std::size_t>(settlements[i].village)];
        const double seat = village.seatCell == settlements[i].cell ? 1.25 : 1.0;
        size[i] = std::clamp(seat * std::exp(3.36 + 0.81 * random.normal()), 3.0, 320.0);
        sum += size[i];
    }
    std::vector<std::pair<double, std::size_t>> remainders;
    int given = 0;
    for (std::size_t i = 0; i < size.size(); ++i) {
        const double share = size[i] / sum * total;
        settlements[i].households = static_cast<int>(share);
        given += settlements[i].households;
        remainders.emplace_back(settlements[i].households - share, i);
    }
    std::sort(remainders.begin(), remainders.end());
    for (std::size_t k = 0; given < total; k = (k + 1) % remainders.size(), ++given)
        ++settlements[remainders[k].second].households;
}

std::string identityNumber(Random &random, bool man, std::unordered_set<std::string> &given)
{
    for (;;) {
        const Date born = Date::of(1934, 1, 1).plus(random.below(58 * 365));
        const int serial = 2 * random.below(500) + (man ? 1 : 0);
        std::string digits =
            countyCode + padded(born.year(), 4) + padded(born.month(), 2) + padded(born.day(), 2) + padded(serial, 3);
        if (given.insert(digits).second)
            return digits + checkDigit(digits);
    }
}

int kindOf(bool poorVillage, Random &random)
{
    if (!random.chance(poorVillage ? 0.23 : 0.125))
        return 0;
    const double draw = random.uniform();
    return draw < 0.62 ? 1 : draw < 0.91 ? 2 : 3;
}

} // namespace

char checkDigit(const std::string &digits)
{
    static constexpr std::array<int, 17> weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i)
        sum += (digits[i] - '0') * weights[i];
    return "10X98765432"[sum % 11];
}

std::vector<Settlement> makeSettlements(const Terrain &land, const Areas &areas, const Request &request, Names &names)
{
    Random random(mix(request.seed + 200));
    std::vector<Settlement> result;
    for (const int cell : chooseCells(land, areas, request, random)) {
        Settlement settlement;
        settlement.cell = cell;
        settlement.village = areas.village[cell];
        result.push_back(settlement);
    }
    std::stable_sort(result.begin(), result.end(), [](const auto &a, const auto &b) { return a.village < b.village; });
    giveHouseholds(result, areas, request.households, random);
    std::map<int, std::set<std::string>> given;
    for (Settlement &settlement : result) {
        settlement.name = names.settlement(given[settlement.village]);
        settlement.livable = random.chance(settlement.households >= 15 ? 0.93 : 0.78);
        const double share = std::clamp(0.68 + 0.12 * random.normal(), 0.3, 1.0);
        settlement.residentHouseholds = static_cast<int>(std::lround(share * settlement.households));
    }
    return result;
}

void sumUp(const std::vector<Settlement> &settlements, std::vector<Village> &villages)
{
    for (const Settlement &settlement : settlements) {
        Village &village = villages[static_cast<std::size_t>(settlement.village)];
        village.households += settlement.households;
        village.persons += settlement.persons;
    }
}

std::vector<Household> makeHouseholds(std::vector<Settlement> &settlements, const std::vector<Village> &villages,
                                      const Request &request, Names &names)
{
    Random random(mix(request.seed + 300));
    std::unordered_set<std::string> given;
    std::vector<Household> result;
    for (std::size_t s = 0; s < settlements.size(); ++s) {
        Settlement &settlement = settlements[s];
        const double spread_m = 9.0 * std::sqrt(settlement.households) + 12.0;
        for (int i = 0; i < settlement.households; ++i) {
            Household household;
            const bool man = random.chance(0.86);
            household.settlement = static_cast<int>(s);
            household.head = names.person(man);
            household.idNumber = identityNumber(random, man, given);
            household.kind = kindOf(villages[static_cast<std::size_t>(settlement.village)].poor, random);
            const double size = household.kind == 3 ? 1.2 : 3.55 + 1.35 * random.normal();
            household.persons = std::clamp(static_cast<int>(std::lround(size)), 1, 9);
            household.position = rounded(moved(settlement.position, std::clamp(random.normal(), -2.2, 2.2) * spread_m,
                                               std::clamp(random.normal(), -2.2, 2.2) * spread_m),
                                         6);
            if (random.chance(1.0 / 2000))
                household.idNumber.back() = household.idNumber.back() == '7' ? '3' : '7';
            settlement.persons += household.persons;
            result.push_back(std::move(household));
        }
    }
    return result;
}

} // namespace cuntu::sample
