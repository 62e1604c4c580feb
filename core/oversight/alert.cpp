// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/oversight/alert.h"

#include <algorithm>
#include <map>
#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace cuntu {

namespace {

using Key = std::tuple<QString, QString, AreaCode>;

Key keyOf(const Case &alert)
{
    return {alert.rule, alert.target, alert.area};
}

Key keyOf(const Sighting &sighting)
{
    return {sighting.rule, sighting.target, sighting.area};
}

/// Rule and level of a milestone in @p state; level 0: none.
std::pair<QString, int> ruleFor(MilestoneState state)
{
    switch (state) {
    case MilestoneState::Overdue:
        return {u"target.overdue"_s, 3};
    case MilestoneState::Behind:
        return {u"target.behind"_s, 2};
    case MilestoneState::AtRisk:
        return {u"target.at_risk"_s, 1};
    case MilestoneState::NoYear:
        return {u"target.no_year"_s, 1};
    case MilestoneState::Done:
    case MilestoneState::OnTrack:
        return {};
    }
    return {};
}

void describe(Case &alert, const Sighting &sighting, Day day)
{
    alert.text = sighting.text;
    alert.level = sighting.level;
    alert.leadUnit = sighting.leadUnit;
    alert.otherUnits = sighting.otherUnits;
    alert.responsible = sighting.responsible;
    alert.deadline = sighting.deadline;
    alert.lastSeen = std::max(alert.lastSeen, day);
}

CaseStep stepTo(const QString &state, Day day, const QString &who, const QString &note)
{
    return {state, day, Instant::now(), who, note, 0};
}

} // namespace

std::vector<Sighting> sightings(const std::vector<Milestone> &milestones)
{
    std::vector<Sighting> seen;
    for (const Milestone &milestone : milestones) {
        const auto [rule, level] = ruleFor(milestone.state);
        const Target &target = milestone.target;
        const bool isOver = target.state == TargetState::Closed || target.state == TargetState::Failed ||
                            target.state == TargetState::CarriedOver;
        if (level == 0 || isOver) {
            continue;
        }
        const int lowered = target.commitment == Commitment::Strive ? std::max(1, level - 1) : level;
        seen.push_back({rule, milestone.reason, target.label, target.area, lowered, target.leadUnit, target.otherUnits,
                        target.responsible, target.due});
    }
    return seen;
}

AlertChanges alertChanges(const std::vector<Case> &alerts, const std::vector<Sighting> &seen, Day day,
                          const QString &who)
{
    std::map<Key, const Case *> known;
    for (const Case &alert : alerts) {
        known[keyOf(alert)] = &alert;
    }
    AlertChanges changes;
    std::map<Key, bool> present;
    for (const Sighting &sighting : seen) {
        if (!present.emplace(keyOf(sighting), true).second) {
            continue;
        }
        const auto found = known.find(keyOf(sighting));
        Case alert = found == known.end() ? Case() : *found->second;
        if (found == known.end()) {
            alert.kind = CaseKind::Alert;
            alert.rule = sighting.rule;
            alert.target = sighting.target;
            alert.area = sighting.area;
            alert.firstSeen = day;
            alert.lastSeen = day;
            alert.steps = {stepTo(firstState(CaseKind::Alert), day, who, {})};
        } else if (alert.state() == u"RESOLVED"_s || isSettled(alert)) {
            changes.steps.emplace_back(
                alert.id, stepTo(u"OPEN"_s, std::max(day, alert.steps.back().date), who, Core::tr("seen again")));
        }
        describe(alert, sighting, day);
        (found == known.end() ? changes.raised : changes.seenAgain).push_back(std::move(alert));
    }
    for (const auto &[key, alert] : known) {
        if (!present.contains(key) && alert->state() != u"RESOLVED"_s && !isSettled(*alert)) {
            changes.steps.emplace_back(alert->id, stepTo(u"RESOLVED"_s, std::max(day, alert->steps.back().date), who,
                                                         Core::tr("the rule does not see it any more")));
        }
    }
    return changes;
}

} // namespace cuntu
