// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugin/registry.h"

namespace cuntu::relocation {

/// Id of the programme.
inline constexpr char16_t k_programme[] = u"relocation";

/// Parts of the declaration. All are called by Plugin::contribute.
void addProgramme(Registry &draft);
void addAlgorithms(Registry &draft);

} // namespace cuntu::relocation
