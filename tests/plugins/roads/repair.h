// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/roads/reach.h"

#include <gtest/gtest.h>

namespace cuntu::roads {

/// Repairs, one after the other, just the segments that the reason of settlement @p settlement names, and expects it to
/// be connected then; where the reason says that no road leads there, that it stays so when every segment is usable.
/// The number of segments repaired.
inline int expectReasonHolds(const ReachInput &given, std::size_t settlement)
{
    Segments segments = given.segments;
    std::vector<bool> asked(given.asked.size(), false);
    asked[settlement] = true;
    const std::vector<OwnStatus> silent(given.statuses.size(), OwnStatus::None); // the network's reason is asked for
    const auto again = [&] {
        auto reached = reach({given.network, segments, silent, asked, given.committees, given.villages, given.rule},
                             Detail::Reasons, {});
        EXPECT_TRUE(reached);
        return reached->accesses[settlement];
    };
    int repaired = 0;
    Access access = again();
    double left_km = access.toHarden_km;
    for (; access.reason == Reason::PathBroken && repaired <= static_cast<int>(segments.states.size()); ++repaired) {
        SegmentState &state = segments.states[access.road];
        EXPECT_NE(state, SegmentState::Usable) << "a usable segment is no reason";
        state = SegmentState::Usable;
        access = again();
        EXPECT_TRUE(std::isnan(left_km) || access.toHarden_km <= left_km + 1e-6) << "a repair leaves no more to build";
        left_km = access.toHarden_km;
    }
    const bool mayStayCut = access.reason == Reason::NoRoadNear || access.reason == Reason::Isolated ||
                            access.reason == Reason::NoPosition || access.reason == Reason::NoDestination;
    EXPECT_TRUE(access.connected || (repaired == 0 && mayStayCut))
        << "settlement " << settlement << ", reason " << static_cast<int>(access.reason) << " after " << repaired;
    if (!access.connected) {
        segments.states.assign(segments.states.size(), SegmentState::Usable);
        EXPECT_FALSE(again().connected) << "settlement " << settlement << " could have been connected";
    }
    return repaired;
}

} // namespace cuntu::roads
