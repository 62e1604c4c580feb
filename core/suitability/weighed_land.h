// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/text.h"
#include "core/suitability/value_curve.h"
#include "core/terrain/burn.h"

namespace cuntu {

/// One criterion, measured everywhere.
struct WeighedCriterion {
    QString id; ///< lower_case
    Text name;
    QString unit; ///< of the measures; empty: none
    ValueCurve curve;
    double weight = 1;      ///< as declared, any scale
    double leastWeight = 0; ///< of all weights, 0 to 1: what people call reasonable
    double mostWeight = 1;
    std::vector<float> measures; ///< per cell; not-a-number: unknown
    std::vector<float> values;   ///< of the curve, 0 to 1; not-a-number: unknown
};

/// Where nobody may build, whatever the score.
struct WeighedExclusion {
    QString id;
    Text name;
    QString unit;
    CellMask cells; ///< 1: excluded
    /// Excluded where the measure is above the limit, or below it; empty: the cells are given as they are.
    std::optional<double> limit;
    bool isAbove = false;
    std::vector<float> measures; ///< per cell; empty without a limit
};

/// Land that is ready to be weighed: all that does not depend on weights. Immutable once made; any thread.
struct CUNTU_CORE_EXPORT WeighedLand {
    GridFrame frame; ///< a plane in metres
    std::vector<WeighedCriterion> criteria;
    std::vector<WeighedExclusion> exclusions;
    QStringList notes; ///< what of the criteria could not be measured, and why

    std::vector<double> declaredWeights() const;
    /// The number of the criterion or exclusion with @p id; empty where there is none.
    std::optional<std::size_t> criterion(const QString &id) const;
    std::optional<std::size_t> exclusion(const QString &id) const;
};

/// Which exclusions count; one flag each. Empty: all of them.
using ExclusionsOn = std::vector<bool>;

/// The cells that no exclusion that is on takes out. O(cells x exclusions).
CUNTU_CORE_EXPORT CellMask openCells(const WeighedLand &land, const ExclusionsOn &on);

/// The weighted sum of the criteria's values in each cell of @p open, 0 to 1; not-a-number in the others, and where a
/// criterion with a weight above 0 is unknown. @p weights as scaledWeights() gives them. In blocks of cells on all
/// processors, each cell summed in the order of the criteria, so that the result is the same in every run; about 5 ms
/// for a million cells and ten criteria. The only Error is 'cancelled'.
CUNTU_CORE_EXPORT Result<Grid> weightedScores(const WeighedLand &land, std::span<const double> weights,
                                              const CellMask &open, const JobContext &job);

/// What an exclusion takes out.
struct ExclusionLoss {
    double all_m2 = 0;   ///< ground that it takes out
    double alone_m2 = 0; ///< of it what no other one takes out
};
/// Per exclusion, of those that are on; 0 for others.
CUNTU_CORE_EXPORT std::vector<ExclusionLoss> exclusionLosses(const WeighedLand &land, const ExclusionsOn &on);

} // namespace cuntu
