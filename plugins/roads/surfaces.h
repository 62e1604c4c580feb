// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/field.h"

#include <string_view>

namespace cuntu::roads {

/// Surfaces of roads with the words that tables use for them (DOMAIN B.1).
std::vector<Choice> surfaceChoices();
/// True where a surface of that code counts as hardened by default (DOMAIN B.1, last column).
bool isHardenedSurface(std::string_view code);
/// True for cement concrete, the only surface of a 水泥路 (DOMAIN B.1: pavers are hardened, but no cement road).
bool isCementSurface(std::string_view code);
/// True for a good gravel surface (macadam, 中级), which can be driven all year where the road is looked after.
bool isGravelSurface(std::string_view code);

/// Administrative classes of roads.
std::vector<Choice> adminClassChoices();
/// True for the county's classified network: township roads and higher.
bool isClassified(std::string_view adminClass);

/// Technical classes, JTG 2111-2019 and GB/T.
std::vector<Choice> techClassChoices();
/// How good the road is.
std::vector<Choice> conditionChoices();

} // namespace cuntu::roads
