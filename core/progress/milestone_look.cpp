// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/progress/milestone_look.h"

namespace cuntu {

StateLook lookOf(MilestoneState state)
{
    switch (state) {
    case MilestoneState::Done:
        return {Core::tr("done"), 0x0072B2, StateShape::Check};
    case MilestoneState::OnTrack:
        return {Core::tr("on track"), 0x009E73, StateShape::Circle};
    case MilestoneState::AtRisk:
        return {Core::tr("at risk"), 0xE69F00, StateShape::Triangle};
    case MilestoneState::Behind:
        return {Core::tr("behind"), 0xD55E00, StateShape::Square};
    case MilestoneState::Overdue:
        return {Core::tr("overdue"), 0x8B0000, StateShape::Cross};
    case MilestoneState::NoYear:
        break;
    }
    return {Core::tr("year not given"), 0x6E6E6E, StateShape::Ring};
}

const std::vector<MilestoneState> &statesByUrgency()
{
    static const std::vector<MilestoneState> states{MilestoneState::Overdue, MilestoneState::Behind,
                                                    MilestoneState::AtRisk,  MilestoneState::NoYear,
                                                    MilestoneState::OnTrack, MilestoneState::Done};
    return states;
}

} // namespace cuntu
