// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/algorithm/algorithm.h"
#include "core/suitability/weighed_land.h"
#include "core/suitability/weights.h"

namespace cuntu {

/// The Text parameter that a weighing algorithm takes weights from, as parseWeights() reads them; blank: as declared.
inline constexpr char16_t k_weightsParameter[] = u"weights";
/// The Text parameter with the ids of exclusions that are off, "flood; farmland".
inline constexpr char16_t k_withoutParameter[] = u"without";
/// The Text parameter with the file into which the scores are written; blank: none.
inline constexpr char16_t k_scoreFileParameter[] = u"score_file";

/// The `run` of an algorithm whose result is land weighed by criteria. Given as such, instead of as a plain function,
/// it lets the window take it apart: the criteria are measured once, people weigh them themselves while the map
/// follows, and the algorithm runs with the weights that they come to. It takes the parameters above.
struct CUNTU_CORE_EXPORT Weighing {
    /// Measures all criteria, whatever their weights. On a job's thread; has no state.
    std::function<Result<Immutable<WeighedLand>>(const AlgorithmInput &, const JobContext &)> measure;
    /// What follows from the weights in the parameters. Likewise.
    std::function<Result<Outcome>(const AlgorithmInput &, const WeighedLand &, const JobContext &)> conclude;

    Result<Outcome> operator()(const AlgorithmInput &input, const JobContext &job) const;
};

/// What @p algorithm gives the window to weigh with; null where it is an ordinary one.
CUNTU_CORE_EXPORT const Weighing *weighingOf(const Algorithm &algorithm);

/// The weights that @p text gives the criteria of @p land, over their sum: as declared where it is blank, and 0 for
/// criteria that a text does not name. Invalid as parseWeights() and scaledWeights(), NotFound for an id that is no
/// criterion (naming those that are).
CUNTU_CORE_EXPORT Result<ScaledWeights> weightsFor(const WeighedLand &land, const QString &text);
/// The exclusions that are on when those in @p without are off. NotFound for one that is not there.
CUNTU_CORE_EXPORT Result<ExclusionsOn> exclusionsWithout(const WeighedLand &land, const QString &without);

} // namespace cuntu
