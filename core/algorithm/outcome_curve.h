// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/algorithm/algorithm.h"

#include <QJsonArray>

namespace cuntu {

/// Curves as JSON: {"id", "name": {"zh", "en"}, "x": {"name", "unit"}, "y": {...}, "points": [[x, y], ...]}.
CUNTU_CORE_EXPORT QJsonArray curvesToJson(const std::vector<OutcomeCurve> &curves);
/// The curves that curvesToJson() wrote; what is no curve is left out.
CUNTU_CORE_EXPORT std::vector<OutcomeCurve> curvesFromJson(const QJsonArray &json);

/// What an axis is called, with its unit: "Cost (yuan)".
CUNTU_CORE_EXPORT QString axisText(const Text &name, const QString &unit);

} // namespace cuntu
