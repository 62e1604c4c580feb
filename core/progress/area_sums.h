// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress/indicator.h"

#include <memory>

namespace cuntu {

/// What lies above and below the line in one area.
struct AreaSum {
    double numerator = 0;
    double denominator = 0;

    friend bool operator==(const AreaSum &, const AreaSum &) = default;
};

/// The areas that figures are given for: those of one level on one day, by code.
struct AreaList {
    AreaLevel level = AreaLevel::County;
    std::vector<AreaCode> codes;
    std::vector<QString> names;
};

/// What an indicator adds up to in each area on a day; figuresByArea() says by which rules. 16 bytes an area.
struct AreaSums {
    Immutable<AreaList> areas;         ///< often shared between days
    std::vector<AreaSum> sums;         ///< of each of them
    std::optional<AreaSum> unassigned; ///< empty: everything lies in an area
};

/// @p sums of @p indicator as figures, the 'not assigned' at the end.
CUNTU_CORE_EXPORT std::vector<Figure> figuresOf(const Indicator &indicator, const AreaSums &sums);

/// Sums up by the areas of one level on one day. It finds out once in which areas the features of a layer lie: keep it
/// for several indicators, and for all days between which nothing happens to the areas. Keeps the tree by reference;
/// of one thread.
class CUNTU_CORE_EXPORT AreaSummer {
public:
    /// See figuresByArea().
    AreaSummer(const AreaTree &tree, AreaLevel level, Day areasOn, const AreaCode &inside);
    ~AreaSummer();

    /// Throws std::logic_error where the layer has an area field that was not loaded.
    AreaSums sum(const IndicatorSet &set);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace cuntu
