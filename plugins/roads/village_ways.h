// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/roads/paths.h"

namespace cuntu::roads {

/// The settlements of one village.
struct VillageSettlements {
    std::vector<std::uint32_t> asked;
    std::vector<std::uint32_t> seats; ///< seats of its committee
};

/// Ways to the seat of a village's own committee, village by village (Destination::OwnCommittee). Borrows its ground.
class VillageWays {
public:
    VillageWays(const Ground &ground, const std::vector<bool> &openEdges);

    /// Those with a settlement that is asked about; settlements whose village is not known are one without a seat.
    const std::vector<VillageSettlements> &villages() const { return m_villages; }
    /// Grows both trees of @p village as far as its settlements. Cancelled.
    Result<void> grow(const VillageSettlements &village, const JobContext &job);
    const PathTree &routes() const { return m_routes.tree(); }
    const PathTree &plans() const { return m_plans.tree(); }
    /// Whether a seat of the village is at any road.
    bool anySeat() const { return m_anySeat; }

private:
    /// Lines that may be gone over: usable ones, or all.
    enum class Lines { Open, All };
    Result<void> growOne(const VillageSettlements &village, Lines which, const JobContext &job);

    const Ground &m_ground;
    std::vector<std::uint32_t> m_anyComponent; ///< per line, over all lines
    std::vector<VillageSettlements> m_villages;
    PathSearch m_routes;
    PathSearch m_plans;
    bool m_anySeat = false;
};

} // namespace cuntu::roads
