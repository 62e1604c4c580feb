// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/progress/indicator.h"

#include <unordered_set>

namespace cuntu {

/// A feature's part in two figures; zeros where it has none.
struct ContributionPair {
    std::uint32_t row = 0;
    Contribution before;
    Contribution after;
    bool wasThere = false;
    bool isThere = false;
};
/// The features of either set, ascending by row. Both are about one layer. O(n).
CUNTU_CORE_EXPORT std::vector<ContributionPair> paired(const IndicatorSet &before, const IndicatorSet &after);

/// All of @p set together; its row means nothing.
CUNTU_CORE_EXPORT Contribution sumOf(const IndicatorSet &set);

/// Why a figure is another one than before.
enum class ChangeCause {
    Corrected, ///< what was said about the earlier day was corrected since
    LateEntry, ///< it was so on the earlier day, but was entered only later
    Left,      ///< does not count any more: moved away, merged, cancelled
    Joined,    ///< counts now and did not before
    Resized,   ///< counts for more or less than before
    Lost,      ///< was done, and is not any more
    Done       ///< done since
};

/// Stable text form: corrected, late_entry, left, joined, resized, lost, done.
CUNTU_CORE_EXPORT QString toString(ChangeCause cause);
/// As people read it, in language().
CUNTU_CORE_EXPORT QString causeText(ChangeCause cause);

/// One step from the earlier figure to the later one.
struct ChangeStep {
    ChangeCause cause = ChangeCause::Done;
    double numerator = 0; ///< by how much it changed
    double denominator = 0;
    double value = 0;                ///< by how much the indicator's value changed, in its unit
    std::vector<std::uint32_t> rows; ///< features behind it, ascending
};

/// From one figure to another.
struct FigureChange {
    Immutable<LayerSnapshot> layer; ///< of the features
    double fromNumerator = 0;
    double fromDenominator = 0;
    double toNumerator = 0;
    double toDenominator = 0;
    std::vector<ChangeStep> steps; ///< in the order of ChangeCause; causes without features are left out
};

/// Splits the change from @p then to @p now by cause. All three sets are about one layer.
///
///     then        the earlier day, as it was known at the earlier moment
///     thenAsKnown the earlier day, as it is known now
///     now         the later day, as it is known now
///
/// @p corrected: features with an entry, recorded between the two moments, that corrects or retracts another: what
/// differs between then and thenAsKnown is a correction for these and a late entry for the others. Numerators and
/// denominators of the steps add up exactly; the value of a ratio is taken step by step in the order of ChangeCause, so
/// that the values add up to the whole change, too (where there is nothing to divide by it counts as 0). O(n).
CUNTU_CORE_EXPORT FigureChange whyChanged(const Indicator &indicator, const IndicatorSet &then,
                                          const IndicatorSet &thenAsKnown, const IndicatorSet &now,
                                          const std::unordered_set<FeatureId> &corrected);

} // namespace cuntu
