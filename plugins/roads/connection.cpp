// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/roads/connection.h"

#include "core/snapshot/known_columns.h"

#include "plugins/roads/declare.h"
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
    auto roads = layerWith(project, id(k_roads), roadNames, job);
    if (!roads) {
        return roads.error();
    }
    connection.settlements = std::move(*settlements);
    connection.roads = std::move(*roads);
    return {};
}

/// What reach() asks of the settlements.
struct Asked {
    std::vector<OwnStatus> statuses;
    std::vector<bool> eligible;
    std::vector<bool> committees;
};

Asked askedOf(const std::vector<Standing> &standings)
{
    const std::size_t count = standings.size();
    Asked asked{std::vector<OwnStatus>(count), std::vector<bool>(count), std::vector<bool>(count)};
    for (std::size_t row = 0; row < count; ++row) {
        const Standing &standing = standings[row];
        const OwnStatus said = standing.countsAs == StatusClass::Done ? OwnStatus::Done : OwnStatus::NotDone;
        asked.statuses[row] = standing.hasStatus ? said : OwnStatus::None;
        asked.eligible[row] = standing.eligibility == Eligibility::Eligible;
        asked.committees[row] = standing.hasCommittee;
    }
    return asked;
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

namespace {

/// Which stretches count on the day where roads have any, and the network of the roads cut at them.
Result<void> addNetwork(const ProjectSnapshot &project, const Rule &rule, const JobContext &job, Connection &connection)
{
    Immutable<LayerSnapshot> stretches; // null: there are none
    if (project.featureCount(id(k_stretches)) > 0) {
        auto layer = project.layer(id(k_stretches), stretchFields(), job);
        if (!layer) {
            return layer.error();
        }
        stretches = std::move(*layer);
        connection.stretches = judgeStretches(*stretches, *connection.roads, project.ledger(), connection.day, rule);
    }
    auto network =
        networkOf(*connection.roads, *connection.settlements, stretches.get(), {rule.endSnap_m, rule.snap_m}, job);
    if (!network) {
        return network.error();
    }
    connection.network = std::move(*network);
    connection.stretchOfLine = stretchesOfLines(connection.network->plane, connection.stretches);
    return {};
}

/// Per line its state; empty where no road has stretches.
std::vector<SegmentState> statesOfLines(const Connection &connection)
{
    std::vector<SegmentState> states;
    for (std::uint32_t line = 0; line < connection.stretchOfLine.size(); ++line) {
        states.push_back(connection.stateOf(line));
    }
    return states;
}

} // namespace

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
    connection.segments = judgeSegments(*connection.roads, project.ledger(), day, rule);
    if (auto added = addNetwork(project, rule, job, connection); !added) {
        return added.error();
    }
    const std::vector<SegmentState> states = statesOfLines(connection);
    const Asked asked = askedOf(connection.standings);
    std::vector<std::uint32_t> villages;
    if (rule.destination == Destination::OwnCommittee) {
        villages = villageNumbers(*connection.settlements, project.areas(), day);
    }
    auto reached = reach({*connection.network, connection.segments, asked.statuses, asked.eligible, asked.committees,
                          villages, rule, states},
                         detail, job);
    if (!reached) {
        return reached.error();
    }
    connection.accesses = std::move(reached->accesses);
    connection.destination = reached->destination;
    connection.leadsThere = std::move(reached->leadsThere);
    return connection;
}

} // namespace cuntu::roads
