// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot/layer_snapshot.h"

namespace cuntu {

/// Layer @p before with features @p touched (ascending) as they are in @p now, which holds those of them that are
/// there, with all columns of @p before that still count; what @p now does not hold is gone, what @p before does not
/// hold is new. Schema, CRS and revision are those of @p now. As if the whole layer were read again, but what did not
/// change is shared or copied as a block: 10 ms for a changed cell among a million features, against a second.
///
/// Texts may have other numbers than after reading (Column::code()), in each row the same text. Any thread.
CUNTU_CORE_EXPORT Immutable<LayerSnapshot> patchedLayer(const LayerSnapshot &before, const LayerSnapshot &now,
                                                        std::span<const FeatureId> touched);

/// What a patched layer was made of.
struct PatchOrigin {
    std::weak_ptr<LayerMemo> before; ///< LayerSnapshot::sharedMemo() of the layer before
    Box changed;                     ///< around the touched features, as they were and as they are
};

/// Empty for a layer that was read as a whole. Any thread.
CUNTU_CORE_EXPORT std::optional<PatchOrigin> patchOrigin(const LayerSnapshot &layer);

} // namespace cuntu
