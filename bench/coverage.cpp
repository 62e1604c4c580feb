// SPDX-License-Identifier: GPL-3.0-or-later
// Maximal coverage where every node is demand and candidate, great circles on a sphere of 6,378,137 m: the published
// instances of New York and the Bronx.
//
//     cuntu_bench_coverage NODES.csv REACH_M SITES [SECONDS 3600] [own, auto or cbc]
#include "core/solve/cover_reduction.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <numbers>
#include <sstream>

namespace {

struct Node {
    double latitude = 0; ///< radians
    double longitude = 0;
    double demand = 0;
};

std::vector<Node> readNodes(const char *path)
{
    constexpr double k_degree = std::numbers::pi / 180;
    std::ifstream file(path);
    std::vector<Node> nodes;
    std::string line;
    std::getline(file, line); // node,lat,lon,demand
    while (std::getline(file, line)) {
        std::istringstream cells(line);
        std::vector<std::string> words;
        for (std::string word; std::getline(cells, word, ',');) {
            words.push_back(word);
        }
        nodes.push_back({std::stod(words.at(1)) * k_degree, std::stod(words.at(2)) * k_degree, std::stod(words.at(3))});
    }
    return nodes;
}

double distance_m(const Node &a, const Node &b)
{
    const double latitudes = std::sin((b.latitude - a.latitude) / 2);
    const double longitudes = std::sin((b.longitude - a.longitude) / 2);
    const double square = latitudes * latitudes + std::cos(a.latitude) * std::cos(b.latitude) * longitudes * longitudes;
    return 2 * 6378137 * std::asin(std::sqrt(std::min(1.0, square)));
}

} // namespace

int main(int argc, char **argv)
{
    const std::vector<Node> nodes = readNodes(argc > 3 ? argv[1] : "");
    if (nodes.empty()) {
        std::fprintf(stderr, "cuntu_bench_coverage: name a file of nodes, the reach and the number of sites\n");
        return 2;
    }
    const double reach_m = std::stod(argv[2]);
    const auto begin = std::chrono::steady_clock::now();
    const auto spent = [&begin] {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    };
    cuntu::SitingProblem problem;
    problem.rules.assign(nodes.size(), cuntu::SiteRule::Free);
    problem.sites = static_cast<std::uint32_t>(std::stoul(argv[3]));
    problem.start = {0};
    double total = 0;
    for (const Node &from : nodes) {
        for (std::uint32_t site = 0; site < nodes.size() && from.demand > 0; ++site) {
            if (distance_m(from, nodes[site]) <= reach_m) {
                problem.entries.push_back({site, 0});
            }
        }
        if (from.demand > 0) {
            total += from.demand;
            problem.otherwise.push_back(from.demand);
            problem.start.push_back(static_cast<std::uint32_t>(problem.entries.size()));
        }
    }
    const double read_s = spent();
    cuntu::SitingLimits limits;
    limits.seconds = argc > 4 ? std::stod(argv[4]) : 3600;
    const std::string solver = argc > 5 ? argv[5] : "own";
    limits.solver = solver == "cbc" ? cuntu::Solver::Cbc : solver == "auto" ? cuntu::Solver::Auto : cuntu::Solver::Own;
    const auto solution = cuntu::solveSiting(cuntu::reducedCover(problem), limits, {});
    if (!solution) {
        std::fprintf(stderr, "cuntu_bench_coverage: %s\n", solution.error().toText().toUtf8().constData());
        return 1;
    }
    std::printf(
        "coverage %zu nodes, %u sites: covered %.0f, bound %.1f, %s, %s, %u nodes of the search, %.2f s (%.2f s "
        "of it for the pairs)\n",
        nodes.size(), *problem.sites, total - solution->objective, total - solution->bound,
        solution->optimal ? "optimal" : "not proven optimal",
        solution->prover == cuntu::Prover::Cbc ? "by CBC" : "by the search here", solution->nodes, spent(), read_s);
    return 0;
}
