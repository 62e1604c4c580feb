// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/export.h"
#include "maps/render/render_request.h"

#include <optional>

namespace cuntu {

/// Rows of pixels of a picture, from the top.
struct PixelRows {
    int top = 0;
    int bottom = 0; ///< exclusive

    bool isEmpty() const { return top >= bottom; }
};

/// The rows in which the layers of @p now look otherwise than those of @p before, which is of the same extent, CRS and
/// background: where features were edited (patchedLayer()), or are in another class of an overlay. Empty where the
/// layers are other ones, or drawn in another way, or where what changes is not only what is seen there (clusters,
/// densities, markers by fields): then nobody knows. Any thread.
CUNTU_MAPS_EXPORT std::optional<PixelRows> changedRows(const RenderRequest &before, const RenderRequest &now);

} // namespace cuntu
