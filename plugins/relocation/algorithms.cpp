// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/relocation/declare.h"
#include "plugins/relocation/models.h"
#include "plugins/relocation/siting_outcome.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {

namespace {

using Solve = Result<SitingSolution> (*)(const SitingInput &, const ParameterValues &, const JobContext &);

std::uint32_t sitesOf(const ParameterValues &parameters)
{
    return static_cast<std::uint32_t>(parameters.integer(u"sites"_s));
}

Algorithm algorithm(const QString &id, const Text &name, const Text &help, std::vector<Parameter> own)
{
    Algorithm made;
    made.id = QString::fromUtf16(k_programme) + u'.' + id;
    made.programme = QString::fromUtf16(k_programme);
    made.name = name;
    made.help = help;
    made.parameters = sitingParameters();
    made.parameters.insert(made.parameters.end(), own.begin(), own.end());
    return made;
}

/// Reads, solves, reports: the way of those whose objective is what the search minimised.
Result<Outcome> runWith(Solve solve, const AlgorithmInput &input, const JobContext &job)
{
    const auto siting = readSiting(input, job);
    if (!siting) {
        return siting.error();
    }
    const auto solution = solve(*siting, input.parameters, job);
    if (!solution) {
        return solution.error();
    }
    return outcomeOf(*siting, *solution);
}

Algorithm pMedian()
{
    Algorithm made = algorithm(
        u"p_median"_s, {u"总路程最短（p-中位）"_s, u"Shortest ways in all (p-median)"_s},
        {u"选出指定数量的点，使各需求点到最近选中点的加权路程之和最小；给出证明的下界和差距。"_s,
         u"Chooses so many sites that the weighted distances to the nearest of them are least in sum, with a proven "
         u"bound."_s},
        {sitesParameter()});
    made.run = [](const AlgorithmInput &input, const JobContext &job) {
        return runWith(
            [](const SitingInput &siting, const ParameterValues &parameters, const JobContext &context) {
                return solvePMedian(siting, sitesOf(parameters), limitsOf(parameters), context);
            },
            input, job);
    };
    return made;
}

Algorithm setCover()
{
    Algorithm made = algorithm(u"set_cover"_s, {u"最少选点（集合覆盖）"_s, u"Fewest sites (set cover)"_s},
                               {u"用最少的点使所有需求点都在服务范围内；若做不到，说明有多少点、范围要放宽多少。"_s,
                                u"The fewest sites that have every demand within reach; where that cannot be, how many "
                                u"are beyond it and which "
                                u"reach would do."_s},
                               {limitParameter()});
    made.run = [](const AlgorithmInput &input, const JobContext &job) {
        return runWith(
            [](const SitingInput &siting, const ParameterValues &parameters, const JobContext &context) {
                return solveSetCover(siting, parameters.number(u"limit"_s), limitsOf(parameters), context);
            },
            input, job);
    };
    return made;
}

Algorithm pCentre()
{
    Algorithm made = algorithm(u"p_center"_s, {u"最远者最近（p-中心）"_s, u"Shortest longest way (p-centre)"_s},
                               {u"选出指定数量的点，使离选中点最远的需求点尽可能近。"_s,
                                u"Chooses so many sites that the demand farthest from them is as near as can be."_s},
                               {sitesParameter()});
    made.run = [](const AlgorithmInput &input, const JobContext &job) {
        return runWith(
            [](const SitingInput &siting, const ParameterValues &parameters, const JobContext &context) {
                return solvePCentre(siting, sitesOf(parameters), limitsOf(parameters), context);
            },
            input, job);
    };
    return made;
}

/// The search minimises what is left out; people ask what is served.
Result<Outcome> runMaxCoverage(const AlgorithmInput &input, const JobContext &job)
{
    const auto siting = readSiting(input, job);
    if (!siting) {
        return siting.error();
    }
    const auto solution = solveMaxCoverage(*siting, sitesOf(input.parameters), input.parameters.number(u"limit"_s),
                                           limitsOf(input.parameters), job);
    if (!solution) {
        return solution.error();
    }
    double total = 0;
    for (const double weight : siting->weights) {
        total += weight;
    }
    Outcome outcome = outcomeOf(*siting, *solution);
    showObjective(outcome, total - solution->objective, total - solution->bound);
    outcome.figures[u"total_weight"_s] = total;
    outcome.figures[u"beyond_limit"_s] = solution->objective;
    return outcome;
}

Algorithm maxCoverage()
{
    Algorithm made = algorithm(u"max_coverage"_s, {u"覆盖最多（最大覆盖）"_s, u"Most served (maximal coverage)"_s},
                               {u"选出指定数量的点，使服务范围内的户数或人数最多。"_s,
                                u"Chooses so many sites that the weight within their reach is greatest."_s},
                               {sitesParameter(), limitParameter()});
    made.run = runMaxCoverage;
    return made;
}

} // namespace

void addProgramme(Registry &draft)
{
    Programme programme;
    programme.id = QString::fromUtf16(k_programme);
    programme.name = {u"易地搬迁"_s, u"Relocation"_s};
    programme.help = {u"安置点选在哪里，谁搬到哪里。"_s, u"Where new settlements go, and who moves to which."_s};
    draft.programmes.push_back(programme);
}

void addAlgorithms(Registry &draft)
{
    draft.algorithms.push_back(pMedian());
    draft.algorithms.push_back(maxCoverage());
    draft.algorithms.push_back(setCover());
    draft.algorithms.push_back(pCentre());
}

} // namespace cuntu::relocation
