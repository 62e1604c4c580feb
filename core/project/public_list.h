// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/export_source.h"

namespace cuntu {

/// @p selected as it may hang on a notice board (DOMAIN C.8): without fields that hold numbers of people, phones,
/// accounts, health, and without remarks; names are the surname and a star; long numbers inside other texts are hidden.
/// What was left out is in the notes. Layers without personal fields and positions stay as they are.
SelectedFeatures publicList(SelectedFeatures selected);

/// Counts of @p selected, whose positions are personal, by group: by the settlement where it holds @p smallest features
/// or more, the others together by their village; villages that still have fewer are left out, which is said in the
/// notes. Points are those of the settlements, else a point inside the village's border, else the middle of its
/// settlements; groups without any are left out, too.
///
///     settlement A  7 households   ->  point A, 7
///     settlement B  3              ->  village V, 3 + 2 = 5
///     settlement C  2
///     settlement D  4 (village W)  ->  left out
Result<SelectedFeatures> publicGroups(const ProjectSnapshot &snapshot, SelectedFeatures selected, qint64 smallest,
                                      Day day, const JobContext &job);

/// The smallest group that a public list counts, by the project's setting, 5 at least.
qint64 smallestGroup(const ProjectSnapshot &snapshot);

} // namespace cuntu
