// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace cuntu {

/// A coordinate as tables write it: a number, or degrees, minutes and seconds - 117°27′00.5″, E117°27'0.5",
/// 117度27分0.5秒, 117:27:0.5 - with N, E, S, W, 北纬, 东经 before or after. In degrees, or the number as it is. Empty
/// for anything else, and for minutes or seconds of 60 and more.
std::optional<double> coordinateFromCell(std::string_view text);

} // namespace cuntu
