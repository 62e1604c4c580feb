// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/relocation/declare.h"
#include "plugins/relocation/siting_outcome.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {

namespace {

/// Weight times way, for each pair that hangs together.
ServiceCosts weightedWays(const SitingInput &siting)
{
    ServiceCosts costs(siting.candidateRows.size());
    for (std::size_t i = 0; i < siting.ways.size(); ++i) {
        std::vector<ServiceCosts::Offer> offers;
        for (std::uint32_t site = 0; site < siting.ways[i].size(); ++site) {
            if (std::isfinite(siting.ways[i][site])) {
                offers.push_back({siting.weights[i] * siting.ways[i][site], site});
            }
        }
        costs.addCustomer(std::move(offers));
    }
    return costs;
}

Result<Outcome> run(const AlgorithmInput &input, const JobContext &job)
{
    const auto siting = readSitingInput(input, job);
    if (!siting) {
        return siting.error();
    }
    SiteSearch search;
    search.rules = siting->rules;
    search.gap = input.parameters.number(u"gap"_s) / 100;
    const auto sites = static_cast<std::size_t>(input.parameters.integer(u"sites"_s));
    const auto choice = solvePMedian(weightedWays(*siting), sites, search, job);
    if (!choice) {
        return choice.error();
    }
    if (auto left = refuseUnserved(*siting, *choice); !left) {
        return left.error();
    }
    return sitingOutcome(*siting, *choice, u"p_median"_s);
}

} // namespace

Algorithm pMedianAlgorithm()
{
    Parameter sites;
    sites.id = u"sites"_s;
    sites.name = {u"安置点数"_s, u"Sites"_s};
    sites.help = {u"选几个安置点。"_s, u"How many sites are chosen."_s};
    sites.type = ParameterType::Integer;
    sites.unit = u"1"_s;
    sites.min = 1;
    sites.required = true;
    Parameter gap;
    gap.id = u"gap"_s;
    gap.name = {u"允许差距"_s, u"Gap"_s};
    gap.help = {u"证明与最优解相差不超过这么多即可停止；0 为求最优。"_s,
                u"Stop when the choice is proven to be within this much of the best; 0: the best."_s};
    gap.unit = u"%"_s;
    gap.min = 0;
    gap.max = 100;
    gap.defaultValue = u"0"_s;
    Algorithm algorithm;
    algorithm.id = u"relocation.p_median"_s;
    algorithm.programme = QString::fromUtf16(k_programme);
    algorithm.name = {u"总路程最短选点"_s, u"Least total way (p-median)"_s};
    algorithm.help = {
        u"从候选点中选出若干个，使所有人沿路网到最近安置点的路程（按权重）之和最小；结果经证明最优，或给出差距。"_s,
        u"Chooses sites so that the weighted ways of all, each to the nearest one along the network, add up to the "
        "least; proven best, or with the gap that is left."_s};
    algorithm.parameters = sitingParameters();
    algorithm.parameters.push_back(sites);
    algorithm.parameters.push_back(gap);
    algorithm.run = run;
    return algorithm;
}

} // namespace cuntu::relocation
