// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/roads/connection.h"

#include "plugins/roads/declare.h"
#include "plugins/roads/plane.h"

namespace cuntu::roads {

namespace {

Result<void> load(const ProjectSnapshot &project, const QStringList &settlementNames, const QStringList &roadNames,
                  const JobContext &job, Connection &connection)
{
    auto settlements = project.layer(id(k_settlements), settlementNames, job);
    if (!settlements) {
        return settlements.error();
    }
    auto roads = project.layer(id(k_roads), roadNames, job);
    if (!roads) {
        return roads.error();
    }
    connection.settlements = std::move(*settlements);
    connection.roads = std::move(*roads);
    return {};
}

std::vector<OwnStatus> ownStatuses(const std::vector<Standing> &standings)
{
    std::vector<OwnStatus> statuses;
    statuses.reserve(standings.size());
    for (const Standing &standing : standings) {
        const OwnStatus said = standing.countsAs == StatusClass::Done ? OwnStatus::Done : OwnStatus::NotDone;
        statuses.push_back(standing.hasStatus ? said : OwnStatus::None);
    }
    return statuses;
}

Result<Reach> reachOf(const Connection &connection, const Rule &rule, Detail detail, const JobContext &job)
{
    const auto plane = layOut(*connection.roads, *connection.settlements);
    if (!plane) {
        return plane.error();
    }
    std::vector<bool> asked;
    std::vector<bool> committees;
    for (const Standing &standing : connection.standings) {
        asked.push_back(standing.eligibility == Eligibility::Eligible);
        committees.push_back(standing.hasCommittee);
    }
    const std::vector<OwnStatus> statuses = ownStatuses(connection.standings);
    return reach(
        {plane->lines(), plane->rowOfLine, connection.segments, plane->positions, statuses, asked, committees, rule},
        detail, job);
}

} // namespace

Result<Connection> connect(const ProjectSnapshot &project, const Rule &rule, Day day, Detail detail,
                           const JobContext &job, const QStringList &moreSettlementFields,
                           const QStringList &moreRoadFields)
{
    Connection connection;
    if (auto loaded = load(project, settlementFields(rule) + moreSettlementFields, segmentFields() + moreRoadFields,
                           job, connection);
        !loaded) {
        return loaded.error();
    }
    auto standings = judgeSettlements(project, *connection.settlements, rule, day, job);
    if (!standings) {
        return standings.error();
    }
    connection.standings = std::move(*standings);
    connection.works = project.ledger().track({id(k_programme), id(k_settlements), {}});
    connection.day = day;
    connection.segments = judgeSegments(*connection.roads, project.ledger(), day, rule);
    auto reached = reachOf(connection, rule, detail, job);
    if (!reached) {
        return reached.error();
    }
    connection.accesses = std::move(reached->accesses);
    connection.destination = reached->destination;
    return connection;
}

} // namespace cuntu::roads
