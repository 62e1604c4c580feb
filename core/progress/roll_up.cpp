// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/progress/roll_up.h"

#include "core/progress/milestone_look.h"

#include <algorithm>

namespace cuntu {

namespace {

/// The one a leader must see first.
MilestoneState worse(MilestoneState a, MilestoneState b)
{
    const auto badness = [](MilestoneState state) {
        switch (state) {
        case MilestoneState::Done:
            return 0;
        case MilestoneState::OnTrack:
            return 1;
        case MilestoneState::NoYear:
            return 2;
        case MilestoneState::AtRisk:
            return 3;
        case MilestoneState::Behind:
            return 4;
        case MilestoneState::Overdue:
            return 5;
        }
        return 0;
    };
    return badness(a) >= badness(b) ? a : b;
}

std::optional<double> weightedGap(const std::vector<Milestone> &parts)
{
    double sum = 0;
    double weights = 0;
    for (const Milestone &part : parts) {
        if (part.gap_pp && part.denominator > 0) {
            sum += *part.gap_pp * part.denominator;
            weights += part.denominator;
        }
    }
    return weights > 0 ? std::optional(sum / weights) : std::nullopt;
}

MilestoneState byGap(double gap_pp, const MilestoneRules &rules)
{
    if (gap_pp < -rules.behindGap_pp) {
        return MilestoneState::Behind;
    }
    return gap_pp < -rules.riskGap_pp ? MilestoneState::AtRisk : MilestoneState::OnTrack;
}

} // namespace

RollUp rollUp(const std::vector<Milestone> &parts, const MilestoneRules &rules)
{
    RollUp whole;
    if (parts.empty()) {
        return whole;
    }
    whole.gap_pp = weightedGap(parts);
    std::optional<MilestoneState> ensured;
    for (const Milestone &part : parts) {
        ++whole.counts[part.state];
        const bool red = part.state == MilestoneState::Behind || part.state == MilestoneState::Overdue;
        whole.vetoed = whole.vetoed || (part.target.isVeto && red);
        if (part.target.commitment == Commitment::Ensure) {
            ensured = ensured ? worse(*ensured, part.state) : part.state;
        }
    }
    if (whole.counts[MilestoneState::Done] == static_cast<int>(parts.size())) {
        whole.state = MilestoneState::Done;
    } else if (whole.vetoed) {
        whole.state = worse(ensured.value_or(MilestoneState::Behind), MilestoneState::Behind);
    } else if (ensured) {
        // What is only striven for may still be open.
        whole.state = *ensured == MilestoneState::Done ? MilestoneState::OnTrack : *ensured;
    } else {
        whole.state = whole.gap_pp ? byGap(*whole.gap_pp, rules) : MilestoneState::OnTrack;
    }
    std::erase_if(whole.counts, [](const auto &count) { return count.second == 0; });
    return whole;
}

std::map<qint64, RollUp> rollUpParts(const std::vector<Milestone> &milestones, const MilestoneRules &rules)
{
    std::map<qint64, std::vector<Milestone>> parts;
    for (const Milestone &milestone : milestones) {
        if (milestone.target.parent != 0) {
            parts[milestone.target.parent].push_back(milestone);
        }
    }
    std::map<qint64, RollUp> wholes;
    for (const auto &[whole, of] : parts) {
        wholes.emplace(whole, rollUp(of, rules));
    }
    return wholes;
}

QString countsText(const RollUp &parts)
{
    QStringList counts;
    for (const MilestoneState state : statesByUrgency()) {
        if (const auto found = parts.counts.find(state); found != parts.counts.end()) {
            counts << QStringLiteral("%1 %2").arg(found->second).arg(lookOf(state).word);
        }
    }
    return counts.join(QStringLiteral(", "));
}

} // namespace cuntu
