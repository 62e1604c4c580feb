// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/algorithm/parameter.h"
#include "core/algorithm/parameter_makers.h"

namespace cuntu::water {

/// Whose water is looked at.
enum class Per { Settlements, Households };

/// What is counted, and by which standard (README.md has the rule in words).
struct Rule {
    Per per = Per::Settlements;
    bool poorOnly = false;       ///< those of poor villages only
    bool acceptUnmarked = false; ///< works of which nobody said that they were accepted supply water too
    QString ruleSet;             ///< code of the rule set by which water is rated

    /// The same as parameters of indicators and overlays.
    static std::vector<Parameter> parameters();
    /// Those that do not depend on whose water is looked at.
    static std::vector<Parameter> parametersOfPlaces();
    /// From values that were checked against either of these.
    static Rule from(const ParameterValues &values, bool places = false);
};

/// A yes/no parameter that is no by default.
/// The parameter poor_only, which programmes share.
Parameter poorOnlyParameter();

} // namespace cuntu::water
