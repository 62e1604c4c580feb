// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/progress/milestone.h"

namespace cuntu {

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
