// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot/column.h"
#include "maps/style/style.h"

namespace cuntu {

/// How classes are to be made.
struct ClassPlan {
    enum class Vary { Colour, Size, Both };
    LayerStyle::Kind kind = LayerStyle::Kind::Categorised;
    int count = 5; ///< of graduated classes
    Classification method = Classification::Quantile;
    Vary vary = Vary::Colour; ///< what tells graduated classes apart
};

/// Classes for the values of @p column, of at most 40 values by category and one for all others, in colours that
/// colour-blind eyes tell apart; graduated ones from pale to deep, and with sizes whose area (of markers) or width (of
/// lines) is in proportion to the middle of the class, the largest as @p base. Areas vary by colour only. Empty where
/// there is nothing to class. Any thread.
CUNTU_MAPS_EXPORT std::vector<StyleClass> makeClasses(const Column &column, const ClassPlan &plan, const Symbol &base,
                                                      GeometryType geometry);

} // namespace cuntu
