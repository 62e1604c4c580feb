// SPDX-License-Identifier: GPL-3.0-or-later
// The peers' siting instance (every n-th settlement a candidate, straight distances, weights = households), solved
// exactly.
//
//     cuntu_bench_siting SETTLEMENTS.csv [SITES 20] [STEP 5] [CANDIDATES all] [GAP_PERCENT 0]
#include "core/solve/siting.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <numbers>
#include <sstream>

namespace {

struct Settlement {
    double x = 0; ///< metres on a sphere, as the peers' script takes them
    double y = 0;
    double households = 0;
};

std::vector<Settlement> readSettlements(const char *path)
{
    constexpr double k_metresPerDegree = std::numbers::pi / 180 * 6371008.8;
    constexpr double k_meridian = 114;
    std::ifstream file(path);
    std::vector<Settlement> settlements;
    std::string line;
    std::getline(file, line); // lon,lat,code,village_code,name,household_count
    while (std::getline(file, line)) {
        std::istringstream cells(line);
        std::vector<std::string> words;
        for (std::string word; std::getline(cells, word, ',');) {
            words.push_back(word);
        }
        const double lon = std::stod(words.at(0));
        const double lat = std::stod(words.at(1));
        settlements.push_back({(lon - k_meridian) * k_metresPerDegree * std::cos(lat * std::numbers::pi / 180),
                               lat * k_metresPerDegree, std::stod(words.at(5))});
    }
    return settlements;
}

} // namespace

int main(int argc, char **argv)
{
    const auto number = [&](int at, double otherwise) { return argc > at ? std::stod(argv[at]) : otherwise; };
    const std::vector<Settlement> settlements = readSettlements(argc > 1 ? argv[1] : "");
    const auto sites = static_cast<std::uint32_t>(number(2, 20));
    const auto step = static_cast<std::size_t>(number(3, 5));
    const auto most = static_cast<std::size_t>(number(4, 1e9));
    if (settlements.empty()) {
        std::fprintf(stderr, "cuntu_bench_siting: no settlements: name the CSV file of a made region\n");
        return 2;
    }
    const auto begin = std::chrono::steady_clock::now();
    const std::size_t candidates = std::min(most, (settlements.size() + step - 1) / step);
    cuntu::SitingProblem problem;
    problem.rules.assign(candidates, cuntu::SiteRule::Free);
    problem.sites = sites;
    problem.start = {0};
    for (const Settlement &from : settlements) {
        std::vector<cuntu::SitingProblem::Entry> entries;
        for (std::uint32_t site = 0; site < candidates; ++site) {
            const Settlement &to = settlements[site * step];
            entries.push_back({site, from.households * std::hypot(from.x - to.x, from.y - to.y)});
        }
        std::sort(entries.begin(), entries.end(), [](const auto &a, const auto &b) { return a.cost < b.cost; });
        problem.otherwise.push_back(entries.back().cost);
        problem.entries.insert(problem.entries.end(), entries.begin(), entries.end());
        problem.start.push_back(static_cast<std::uint32_t>(problem.entries.size()));
    }
    cuntu::SitingLimits limits;
    limits.gap = number(5, 0) / 100;
    const auto solution = cuntu::solveSiting(problem, limits, {});
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
    if (!solution) {
        std::fprintf(stderr, "cuntu_bench_siting: %s\n", solution.error().toText().toUtf8().constData());
        return 1;
    }
    std::printf("p-median %zu x %zu x %u: objective %.1f, bound %.1f, gap %.4f %%, %s, %u nodes, %.2f s\n",
                settlements.size(), candidates, sites, solution->objective, solution->bound, 100 * solution->gap(),
                solution->optimal ? "optimal" : "not proven optimal", solution->nodes, seconds.count());
    return 0;
}
