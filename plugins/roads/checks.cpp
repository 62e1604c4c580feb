// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/roads/declare.h"
#include "plugins/roads/lengths.h"
#include "plugins/roads/reasons.h"
#include "plugins/roads/stretches.h"

#include <cmath>
#include <set>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {

namespace {

constexpr double k_lengthTolerance = 0.05; ///< DOMAIN B.1, marked as a suggestion there
using Findings = Result<std::vector<CheckFinding>>;

Result<Immutable<LayerSnapshot>> roadsWith(const ProjectSnapshot &project, const QStringList &fields,
                                           const JobContext &job)
{
    return project.layer(id(k_roads), segmentNameFields() + fields, job);
}

/// What a settlement's status says against what the network says, today. An acceptance that is merely not recorded on
/// the network contradicts nothing.
Findings checkStatusAgainstNetwork(const ProjectSnapshot &project, const JobContext &job)
{
    Rule rule;
    rule.minHouseholds = 1;
    const auto connection = connect(project, rule, Day::today(), Detail::Reasons, job, {}, segmentNameFields());
    if (!connection) {
        return connection.error();
    }
    std::vector<CheckFinding> findings;
    for (std::size_t row = 0; connection->roads->size() > 0 && row < connection->standings.size(); ++row) {
        const Access &access = connection->accesses[row];
        const bool toldByStatus = access.reason == Reason::ByStatus || access.reason == Reason::StatusSaysNot;
        const bool unrecorded =
            access.byNetwork == Reason::PathBroken && connection->stateAt(access) == SegmentState::AcceptanceUnknown;
        if (!toldByStatus || unrecorded || access.connected == (access.byNetwork == Reason::ByNetwork)) {
            continue;
        }
        Text said{u"状态为已验收或已投用，但路网上没有相通的硬化路"_s,
                  u"recorded as accepted or in service, but the network has no hardened path"_s};
        if (!access.connected) {
            said = {u"状态不是已验收或已投用，但路网上有相通的硬化路"_s,
                    u"not recorded as accepted or in service, but the network has a hardened path"_s};
        }
        findings.push_back({id(k_settlements), connection->settlements->id(row), said.toString()});
    }
    return findings;
}

Findings checkHardenedWithoutStatus(const ProjectSnapshot &project, const JobContext &job)
{
    const auto roads = roadsWith(project, stretchedRoadFields(), job);
    const auto stretches = roads ? stretchesOn(project, **roads, Rule(), Day::today(), job)
                                 : Result<std::vector<StretchState>>(roads.error());
    if (!stretches) {
        return stretches.error();
    }
    std::set<std::size_t> spokenOf; // a segment that is told of by its stretches needs no status of its own
    for (const StretchState &stretch : *stretches) {
        spokenOf.insert(stretch.road);
    }
    const Segments segments = judgeSegments(**roads, project.ledger(), Day::today(), Rule());
    std::vector<CheckFinding> findings;
    for (std::size_t row = 0; row < segments.states.size(); ++row) {
        if (segments.states[row] == SegmentState::AcceptanceUnknown && !spokenOf.contains(row)) {
            findings.push_back({id(k_roads), (*roads)->id(row),
                                Text{u"%1：路面已硬化，但没有状态，也没有验收日期"_s,
                                     u"%1: hardened, but without a status or an acceptance day"_s}
                                    .toString()
                                    .arg(segmentName(**roads, row))});
        }
    }
    return findings;
}

Findings checkDates(const ProjectSnapshot &project, const JobContext &job)
{
    const auto roads = roadsWith(project, {u"built_on"_s, u"accepted_on"_s}, job);
    if (!roads) {
        return roads.error();
    }
    const Column *built = (*roads)->column(u"built_on"_s);
    const Column *accepted = (*roads)->column(u"accepted_on"_s);
    std::vector<CheckFinding> findings;
    for (std::size_t row = 0; built != nullptr && accepted != nullptr && row < (*roads)->size(); ++row) {
        if (accepted->number(row) < built->number(row)) { // false where one of them is not known
            const auto day = [&](const Column *column) {
                return Day::fromNumber(static_cast<std::int32_t>(column->number(row))).toIso();
            };
            findings.push_back(
                {id(k_roads), (*roads)->id(row),
                 Text{u"%1：验收日期 %2 早于建成日期 %3"_s, u"%1: accepted on %2, before it was built on %3"_s}
                     .toString()
                     .arg(segmentName(**roads, row), day(accepted), day(built))});
        }
    }
    return findings;
}

Findings checkLengths(const ProjectSnapshot &project, const JobContext &job)
{
    const auto roads = roadsWith(project, {u"length_km"_s}, job);
    if (!roads) {
        return roads.error();
    }
    const Column *reported = (*roads)->column(u"length_km"_s);
    std::vector<CheckFinding> findings;
    if (reported == nullptr || (*roads)->size() == 0) {
        return findings;
    }
    const auto drawn = drawnLengths_km(**roads, job);
    if (!drawn) {
        return drawn.error();
    }
    for (std::size_t row = 0; row < drawn->size(); ++row) {
        const double drawn_km = (*drawn)[row];
        const double said_km = reported->number(row);
        if (std::abs(said_km - drawn_km) > k_lengthTolerance * said_km) { // false where it is not known
            findings.push_back({id(k_roads), (*roads)->id(row),
                                Text{u"%1：上报里程 %2 公里，图上 %3 公里，相差超过 5%"_s,
                                     u"%1: %2 km reported, %3 km drawn, more than 5 % apart"_s}
                                    .toString()
                                    .arg(segmentName(**roads, row))
                                    .arg(said_km, 0, 'f', 3)
                                    .arg(drawn_km, 0, 'f', 3)});
        }
    }
    return findings;
}

} // namespace

void addChecks(Registry &draft)
{
    const QString programme = id(k_programme);
    draft.checks.push_back({u"roads.status_and_network"_s,
                            programme,
                            {u"自然村状态与路网不符"_s, u"Status of a settlement against the network"_s},
                            checkStatusAgainstNetwork});
    draft.checks.push_back({u"roads.no_status"_s,
                            programme,
                            {u"硬化路段没有状态"_s, u"Hardened segments without a status"_s},
                            checkHardenedWithoutStatus});
    draft.checks.push_back({u"roads.dates"_s, programme, {u"验收早于建成"_s, u"Accepted before built"_s}, checkDates});
    addStretchChecks(draft);
    addFundChecks(draft);
    draft.checks.push_back({u"roads.length"_s,
                            programme,
                            {u"上报里程与图上不符"_s, u"Reported length against the drawn one"_s},
                            checkLengths});
}

} // namespace cuntu::roads
