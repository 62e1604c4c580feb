// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/relocation/siting_adoption.h"

#include "core/snapshot/home_finder.h"
#include "core/solve/graph.h"
#include "plugins/relocation/movers.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {

namespace {

ProposedMark markOf(const SitingInput &siting, FeatureId household, std::uint32_t site, Day asOf)
{
    ProposedMark mark;
    mark.layer = id(k_households);
    mark.feature = household;
    mark.effective = asOf;
    mark.note = Text{u"安排搬往 %1"_s, u"is to move to %1"_s}.toString().arg(siting.candidateLabel(site));
    mark.values[u"reloc_site"_s] = siting.candidateName(site).toStdString();
    return mark;
}

/// Households of settlements, where these are the demands.
Result<std::vector<ProposedMark>> ofSettlements(const AlgorithmInput &input, const SitingInput &siting,
                                                const CapacitatedSolution &solution, const JobContext &job)
{
    const auto movers = readMovers(input.project, input.asOf, HomeFinder::householdFields(), job);
    const auto settlements = input.project.layer(id(k_settlements), {u"code"_s, u"name"_s, u"village_code"_s}, job);
    if (!movers || !settlements) {
        return !movers ? movers.error() : settlements.error();
    }
    HomeFinder homes(**settlements, *movers->layer, input.project.areas(), input.asOf);
    std::vector<ProposedMark> marks;
    for (std::size_t row = 0; row < movers->households.size(); ++row) {
        const Mover &mover = movers->households[row];
        const std::uint32_t home = mover.counted && !hasMovedIn(mover.stage) ? homes.at(row) : HomeFinder::k_nowhere;
        const std::uint32_t site = home < solution.assignment.size() ? solution.assignment[home] : k_noIndex;
        if (site < siting.candidateCount()) {
            marks.push_back(markOf(siting, movers->layer->id(row), site, input.asOf));
        }
    }
    return marks;
}

} // namespace

Result<std::vector<ProposedMark>> proposedSites(const AlgorithmInput &input, const SitingInput &siting,
                                                const CapacitatedSolution &solution, const JobContext &job)
{
    const QString &layer = siting.demand->schema().id;
    if (layer == id(k_settlements)) {
        return ofSettlements(input, siting, solution, job);
    }
    std::vector<ProposedMark> marks;
    for (std::size_t demand = 0; layer == id(k_households) && demand < solution.assignment.size(); ++demand) {
        if (solution.assignment[demand] < siting.candidateCount()) {
            marks.push_back(markOf(siting, siting.demand->id(demand), solution.assignment[demand], input.asOf));
        }
    }
    return marks;
}

} // namespace cuntu::relocation
