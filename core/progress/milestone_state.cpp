// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/progress/milestone.h"
#include "core/progress/milestone_look.h"

#include <algorithm>

namespace cuntu {

void holdBack(Milestone &milestone, MilestoneState confirmed, Rung rung)
{
    const std::vector<MilestoneState> &order = statesByUrgency();
    const auto urgency = [&](MilestoneState state) { return std::find(order.begin(), order.end(), state); };
    if (urgency(milestone.state) <= urgency(confirmed)) {
        return;
    }
    milestone.unconfirmed = milestone.state;
    milestone.state = confirmed;
    milestone.reason +=
        Core::tr("; ") + Core::tr("by all reports it would be '%1', but the improvement is not yet %2")
                             .arg(lookOf(*milestone.unconfirmed).word,
                                  rung == Rung::Certified ? Core::tr("certified") : Core::tr("checked"));
}

QString toString(MilestoneState state)
{
    switch (state) {
    case MilestoneState::Done:
        return QStringLiteral("done");
    case MilestoneState::OnTrack:
        return QStringLiteral("on_track");
    case MilestoneState::AtRisk:
        return QStringLiteral("at_risk");
    case MilestoneState::Behind:
        return QStringLiteral("behind");
    case MilestoneState::Overdue:
        return QStringLiteral("overdue");
    case MilestoneState::NoYear:
        return QStringLiteral("no_year");
    }
    return {};
}

} // namespace cuntu
