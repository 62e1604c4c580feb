// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/roads/declare.h"

namespace cuntu::roads {

/// The rule of connection in words, as it stands in the help of indicators.
const Text &ruleText();
/// A ratio of the roads programme, in per cent; evaluate() and parameters are left to be filled in.
Indicator ratioIndicator(const QString &indicatorId, const Text &name, const Text &help, const QString &counted);

} // namespace cuntu::roads
