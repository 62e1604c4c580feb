// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/roads/connection.h"

#include "core/snapshot/known_columns.h"
#include "plugins/roads/declare.h"
#include "plugins/roads/plane.h"
#include "plugins/roads/stretches.h"

namespace cuntu::roads {

namespace {

Result<void> load(const ProjectSnapshot &project, const QStringList &settlementNames, const QStringList &roadNames,
                  const JobContext &job, Connection &connection)
{
    auto settlements = layerWith(project, id(k_settlements), settlementNames, job);
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

/// Per line its state.
std::vector<SegmentState> statesOfLines(const Connection &connection, const Plane &plane)
{
    std::vector<SegmentState> states;
    for (std::size_t line = 0; line < plane.stretchOfLine.size(); ++line) {
        const std::uint32_t stretch = plane.stretchOfLine[line];
        states.push_back(stretch == k_noIndex ? connection.segments.states[plane.rowOfLine[line]]
                                              : connection.stretches[stretch].state);
    }
    return states;
}

Result<Reach> reachOf(Connection &connection, const Rule &rule, Detail detail, const JobContext &job)
{
    auto plane = layOut(*connection.roads, *connection.settlements);
    if (!plane) {
        return plane.error();
    }
    if (auto cut = cutAtStretches(*plane, *connection.roads, connection.stretches); !cut) {
        return cut.error();
    }
    const std::vector<SegmentState> states = statesOfLines(connection, *plane);
    std::vector<bool> asked;
    std::vector<bool> committees;
    for (const Standing &standing : connection.standings) {
        asked.push_back(standing.eligibility == Eligibility::Eligible);
        committees.push_back(standing.hasCommittee);
    }
    const std::vector<OwnStatus> statuses = ownStatuses(connection.standings);
    auto reached = reach({plane->lines(), plane->rowOfLine, connection.segments, plane->positions, statuses, asked,
                          committees, rule, states, plane->sourceOfLine},
                         detail, job);
    connection.stretchOfLine = std::move(plane->stretchOfLine);
    return reached;
}

} // namespace

const StretchState *Connection::stretchAt(const Access &access) const
{
    const bool any = access.line < stretchOfLine.size() && stretchOfLine[access.line] != k_noIndex;
    return any ? &stretches[stretchOfLine[access.line]] : nullptr;
}

SegmentState Connection::stateAt(const Access &access) const
{
    const StretchState *stretch = stretchAt(access);
    return stretch == nullptr ? segments.states[access.road] : stretch->state;
}

StatusClass Connection::statusAt(const Access &access) const
{
    const StretchState *stretch = stretchAt(access);
    return stretch == nullptr ? segments.statusClasses[access.road] : stretch->statusClass;
}

Result<Connection> connect(const ProjectSnapshot &project, const Rule &rule, Day day, Detail detail,
                           const JobContext &job, const QStringList &moreSettlementFields,
                           const QStringList &moreRoadFields)
{
    Connection connection;
    const bool hasStretches = project.featureCount(id(k_stretches)) > 0;
    const QStringList roadFields = (hasStretches ? stretchedRoadFields() : segmentFields()) + moreRoadFields;
    if (auto loaded = load(project, settlementFields(rule) + moreSettlementFields, roadFields, job, connection);
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
    auto stretches = stretchesOn(project, *connection.roads, rule, day, job);
    if (!stretches) {
        return stretches.error();
    }
    connection.stretches = std::move(*stretches);
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
