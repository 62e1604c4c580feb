// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugin/registry.h"

namespace cuntu::relocation {

/// Declares relocation.minutes: how long each demand takes to its fields, to school, clinic and market, from the old
/// home and from the new one.
void addMinutes(Registry &draft);

} // namespace cuntu::relocation
