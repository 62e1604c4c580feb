// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/rule_support.h"

namespace cuntu {

using FixResult = Result<std::vector<CheckFix>>;

/// The rules themselves; what each looks at stands with its declaration (host_checks.cpp).
FoundResult checkMissingCodes(const ProjectSnapshot &project, const JobContext &job);
FoundResult checkMalformedCodes(const ProjectSnapshot &project, const JobContext &job);
FoundResult checkUnknownCodes(const ProjectSnapshot &project, const JobContext &job);
FoundResult checkParents(const ProjectSnapshot &project, const JobContext &job);
FoundResult checkRepeatedKeys(const ProjectSnapshot &project, const JobContext &job);
FoundResult checkIdentityNumbers(const ProjectSnapshot &project, const JobContext &job);
FoundResult checkRepeatedIdentityNumbers(const ProjectSnapshot &project, const JobContext &job);
FoundResult checkGeometry(const ProjectSnapshot &project, const JobContext &job);
Result<std::vector<CheckFix>> fixGeometry(const ProjectSnapshot &project, const std::vector<CheckFinding> &findings,
                                          const JobContext &job);
FoundResult checkOverlaps(const ProjectSnapshot &project, const JobContext &job);
FoundResult checkGaps(const ProjectSnapshot &project, const JobContext &job);
FoundResult checkOutsideVillage(const ProjectSnapshot &project, const JobContext &job);
FoundResult checkDanglingEnds(const ProjectSnapshot &project, const JobContext &job);
FixResult fixDanglingEnds(const ProjectSnapshot &project, const std::vector<CheckFinding> &findings,
                          const JobContext &job);
FoundResult checkOvershoots(const ProjectSnapshot &project, const JobContext &job);
FixResult fixOvershoots(const ProjectSnapshot &project, const std::vector<CheckFinding> &findings,
                        const JobContext &job);
FoundResult checkBareCrossings(const ProjectSnapshot &project, const JobContext &job);
FixResult fixBareCrossings(const ProjectSnapshot &project, const std::vector<CheckFinding> &findings,
                           const JobContext &job);
FoundResult checkRepeatedLines(const ProjectSnapshot &project, const JobContext &job);
FoundResult checkEmptyLines(const ProjectSnapshot &project, const JobContext &job);
FoundResult checkOutlines(const ProjectSnapshot &project, const JobContext &job);
FoundResult checkIslands(const ProjectSnapshot &project, const JobContext &job);
FoundResult checkLinesOutside(const ProjectSnapshot &project, const JobContext &job);
/// Takes what was found out: it is there twice, or is nothing.
FixResult removeFeatures(const ProjectSnapshot &project, const std::vector<CheckFinding> &findings,
                         const JobContext &job);
FoundResult checkSamePosition(const ProjectSnapshot &project, const JobContext &job);
FoundResult checkSameName(const ProjectSnapshot &project, const JobContext &job);
FoundResult checkSameFigures(const ProjectSnapshot &project, const JobContext &job);
FoundResult checkLedgerOrphans(const ProjectSnapshot &project, const JobContext &job);
FoundResult checkReferences(const ProjectSnapshot &project, const JobContext &job);
FoundResult checkHouseholdCounts(const ProjectSnapshot &project, const JobContext &job);
FoundResult checkVillageSums(const ProjectSnapshot &project, const JobContext &job);
FoundResult checkFutureDates(const ProjectSnapshot &project, const JobContext &job);

} // namespace cuntu
