// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress/milestone.h"

namespace cuntu {

/// The shape beside a state's colour, so that a grey print and a colour-blind reader tell the states apart.
enum class StateShape { Check, Circle, Triangle, Square, Cross, Ring };

/// How a state is shown everywhere: in tables, on boards, in reports. Always all three.
struct StateLook {
    QString word;       ///< in the program's language
    quint32 colour = 0; ///< 0xRRGGBB; the hues of Okabe and Ito's colour-blind safe set
    StateShape shape = StateShape::Ring;
};

/// The look of @p state, its word in language(). Any thread.
CUNTU_CORE_EXPORT StateLook lookOf(MilestoneState state);

/// All states, the one a leader must see first at the front: overdue, behind, at risk, without a year, on track, done.
CUNTU_CORE_EXPORT const std::vector<MilestoneState> &statesByUrgency();

} // namespace cuntu
