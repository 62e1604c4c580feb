// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugin/registry.h"

namespace cuntu {

/// Whether @p target makes sense in a project with @p areas. Invalid names the rule (Where::rule):
///
///     target.indicator    no such indicator, or of another programme
///     target.area         the area, or one of the scope, is not among the project's areas (a project without areas
///                         takes any), or the scope lies outside the area
///     target.value        no number
///     target.dates        it ends before it begins
///     target.parameters   what the indicator does not take
///     target.curve        days or shares of the planned curve do not rise, or lie outside 0..1; a steepness not above
///     0
CUNTU_CORE_EXPORT Result<void> checkTarget(const Target &target, const Registry &registry, const AreaTree &areas);

} // namespace cuntu
