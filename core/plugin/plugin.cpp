// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugin/plugin.h"

namespace cuntu {

Plugin::~Plugin() = default;

} // namespace cuntu
