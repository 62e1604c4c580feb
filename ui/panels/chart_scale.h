// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace cuntu::ui {

/// How far apart the lines of a chart's grid are: 1, 2 or 5 times a power of ten, about a fifth of @p span.
double niceStep(double span);

} // namespace cuntu::ui
