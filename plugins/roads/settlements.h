// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot/project_snapshot.h"
#include "core/solve/graph.h"
#include "plugins/roads/segments.h"

#include <cmath>

namespace cuntu::roads {

/// Whether a settlement is in the denominator, and why not.
enum class Eligibility : std::uint8_t {
    Eligible,
    TooFewHouseholds,
    HouseholdsUnknown,
    NotLivable,
    LivableUnknown,
    NotInPoorVillage,
    ToBeWithdrawn,
    Withdrawn, ///< its withdrawal is approved, and the table does not say that anybody still lives there
    Cancelled, ///< its works were cancelled, with an approval document as evidence (DOMAIN B.0.3, state X)
};

/// How a settlement stands before any road is looked at.
struct Standing {
    Eligibility eligibility = Eligibility::Eligible;
    double households = std::nan("");         ///< by the rule's basis
    double persons = std::nan("");            ///< by the rule's basis
    bool hasStatus = false;                   ///< whether the ledger says anything of its access road
    StatusClass countsAs = StatusClass::Need; ///< what that counts as
    bool hasCommittee = false;
    /// It counts by the households of the baseline, and has fewer now (DOMAIN B.1, edge cases).
    bool belowThresholdNow = false;
};

/// Fields of layer settlements that judgeSettlements() reads, where its table has them.
QStringList settlementFields(const Rule &rule);

/// Per settlement a number that those of its village share, by the code that the village has on @p day; k_noIndex where
/// it names none. With settlementFields() loaded.
std::vector<std::uint32_t> villageNumbers(const LayerSnapshot &settlements, const AreaTree &areas, Day day);

/// Judges all @p settlements (with settlementFields() loaded) on @p day. The households of the baseline, where the
/// table gives them, decide whether there are enough: who counted then stays. With Rule::poorOnly the villages are read
/// too: a settlement whose village is not marked as poor is not counted.
Result<std::vector<Standing>> judgeSettlements(const ProjectSnapshot &project, const LayerSnapshot &settlements,
                                               const Rule &rule, Day day, const JobContext &job);

} // namespace cuntu::roads
