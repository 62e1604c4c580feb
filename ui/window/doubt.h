// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugin/registry.h"
#include "core/snapshot/project_snapshot.h"

namespace cuntu::ui {

/// @p classes, then each of them paler for features whose standing is only checked, then paler still for those where it
/// is only reported. As they are where there would be more than a class number can tell apart.
std::vector<OverlayClass> classesByDoubt(const std::vector<OverlayClass> &classes);

/// Moves the features of @p layer whose standing on @p day rests on an entry that is not certified into the paler
/// classes of classesByDoubt(). Features that nothing was entered about keep their class. @p rows: number of the class
/// of each row among the first @p classes. O(rows log entries). Any thread.
void shadeByDoubt(std::vector<std::uint8_t> &rows, std::size_t classes, const LayerSnapshot &layer,
                  const TrackView &track, Day day);

} // namespace cuntu::ui
