// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/algorithm/parameter.h"
#include "core/base/job.h"
#include "core/snapshot/project_snapshot.h"

#include <functional>

namespace cuntu {

/// One feature's part in an indicator.
struct Contribution {
    std::uint32_t row = 0; ///< of the snapshot the set is about
    double numerator = 0;
    double denominator = 0;
};

/// The features below and above the line. Sets, not a number: the host divides, sums up by area, explains, compares
/// dates.
struct IndicatorSet {
    Immutable<LayerSnapshot> layer;  ///< must have the schema's areaField loaded
    std::vector<Contribution> items; ///< ascending by row; features that do not count are left out
};

/// Inputs of one evaluation.
struct IndicatorInput {
    const ProjectSnapshot &project;
    const ParameterValues &parameters;
    Day asOf;
};

/// A figure by area and date.
struct Indicator {
    enum class Kind {
        Ratio, ///< value = 100 * numerator / denominator, unit "%"; nothing where the denominator is 0
        Sum,   ///< value = numerator; the denominator, where not 0, is the whole it is part of
        Mean,  ///< value = numerator / denominator, in the indicator's own unit; nothing where the denominator is 0
    };
    QString id; ///< lower_case, as in the domain reference
    QString programme;
    Text name;
    Text help;      ///< the rule in words
    QString source; ///< clause of the domain reference or standard
    QString unit;
    Kind kind = Kind::Ratio;
    bool higherIsBetter = true;
    std::vector<Parameter> parameters; ///< each with a default
    QString countedThing; ///< unit of numerator and denominator: "户", "个", "km"; of a Mean's denominator
    /// Called on jobs' threads, several at once; has no state.
    std::function<Result<IndicatorSet>(const IndicatorInput &, const JobContext &)> evaluate;
};

/// One figure: an indicator for an area on a date.
struct Figure {
    QString programme;
    QString indicator;
    AreaCode area;
    QString areaName;
    AreaLevel level = AreaLevel::County;
    double numerator = 0;
    double denominator = 0;
    std::optional<double> value; ///< empty: nothing to divide by
    QString unit;
};

/// The figure that @p numerator and @p denominator make by @p indicator's kind; empty: nothing to divide by.
CUNTU_CORE_EXPORT std::optional<double> valueOf(const Indicator &indicator, double numerator, double denominator);

/// Sums @p set up by the areas of @p level as they are on @p areasOn, in the order of their codes; with the areas
/// inside
/// @p inside only, where it is not empty. Every area of the tree at that level is in the result, with zeros where it
/// has no feature; features whose area is not in the tree are summed under an area with an empty code (named 'not
/// assigned', at the end, only where there are any), so that levels always add up. A county figure sums everything.
///
///     county             everything whose digits say so, or simply everything where there is one county
///       township         sum of its villages, and of features that name the township only
///         village        features that name the village, under whatever code it had (AreaTree::codeOn)
///
/// What names a township only is 'not assigned' by village; what names nothing in the tree is that by township, too.
/// With @p inside the 'not assigned' are those inside it. Throws std::logic_error where the layer has an area field
/// that was not loaded. O(items + distinct codes). Any thread.
CUNTU_CORE_EXPORT std::vector<Figure> figuresByArea(const Indicator &indicator, const IndicatorSet &set,
                                                    const AreaTree &tree, AreaLevel level, Day areasOn,
                                                    const AreaCode &inside);

class AreaPathCache;
/// As above, with what was worked out for earlier days in @p cache, which must be of the same @p tree.
std::vector<Figure> figuresByArea(const Indicator &indicator, const IndicatorSet &set, const AreaTree &tree,
                                  AreaLevel level, Day areasOn, const AreaCode &inside, AreaPathCache &cache);

/// The part of @p set that lies in one of @p areas as they are on @p areasOn: what figuresByArea() sums up for them.
/// Throws as it does. Any thread.
CUNTU_CORE_EXPORT IndicatorSet partInside(const IndicatorSet &set, const AreaTree &tree, Day areasOn,
                                          const std::vector<AreaCode> &areas);

} // namespace cuntu
