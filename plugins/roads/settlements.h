// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot/project_snapshot.h"
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
};

/// Fields of layer settlements that judgeSettlements() reads.
QStringList settlementFields(const Rule &rule);

/// Judges all @p settlements (with settlementFields() loaded) on @p day. With Rule::poorOnly the villages are read too:
/// a settlement whose village is not marked as poor is not counted.
Result<std::vector<Standing>> judgeSettlements(const ProjectSnapshot &project, const LayerSnapshot &settlements,
                                               const Rule &rule, Day day, const JobContext &job);

} // namespace cuntu::roads
