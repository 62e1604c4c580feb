// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/render/changed_rows.h"

#include "core/snapshot/layer_patch.h"
#include "maps/render/collect.h"

#include <algorithm>
#include <cmath>

namespace cuntu {
namespace {

bool isDrawnAlike(const RenderLayer &a, const RenderLayer &b)
{
    return a.id == b.id && a.style == b.style && (a.overlay == nullptr) == (b.overlay == nullptr) &&
           std::ranges::equal(a.overlayClasses, b.overlayClasses, [](const OverlayClass &c, const OverlayClass &d) {
               return c.colour == d.colour && c.marking == d.marking;
           });
}

/// True where a feature looks the same whatever the others are like.
bool isLocal(const RenderLayer &layer)
{
    const LayerStyle::Kind kind = layer.style.kind;
    return layer.overlay || (kind != LayerStyle::Kind::Cluster && kind != LayerStyle::Kind::Density &&
                             layer.style.sizeField.isEmpty() && layer.style.turnField.isEmpty());
}

/// Where features of @p now are others than in @p before; empty: nobody knows.
std::optional<Box> changedFeatures(const LayerSnapshot &before, const LayerSnapshot &now)
{
    if (before.sharedMemo() == now.sharedMemo()) {
        return Box(); // of one revision
    }
    const auto origin = patchOrigin(now);
    return origin && origin->before.lock() == before.sharedMemo() ? std::optional(origin->changed) : std::nullopt;
}

/// Adds the features whose class is another one; false where they cannot be told apart.
bool addChangedClasses(const RenderLayer &before, const RenderLayer &now, Box &changed)
{
    if (before.snapshot->sharedIds() != now.snapshot->sharedIds()) {
        return false; // classes go by the number of the row
    }
    if (before.overlay == now.overlay) {
        return true;
    }
    const auto &old = before.overlay->classes;
    const auto &classes = now.overlay->classes;
    const PackedGeometry &geometry = now.snapshot->geometry();
    if (old.size() != classes.size() || old.size() != geometry.size()) {
        return false;
    }
    for (std::size_t row = 0; row < old.size(); ++row) {
        if (old[row] != classes[row]) {
            changed.add(geometry.boxes[row]);
        }
    }
    return true;
}

std::optional<Box> changedPart(const RenderLayer &before, const RenderLayer &now)
{
    if (!before.snapshot || !now.snapshot || !isDrawnAlike(before, now) || !isLocal(now)) {
        return std::nullopt;
    }
    auto changed = changedFeatures(*before.snapshot, *now.snapshot);
    return changed && (!now.overlay || addChangedClasses(before, now, *changed)) ? changed : std::nullopt;
}

PixelRows rowsOf(const Box &box, double reach_px, const MapExtent &extent)
{
    const double top = extent.toPixel({box.minX, box.maxY}).y - reach_px;
    const double bottom = extent.toPixel({box.minX, box.minY}).y + reach_px;
    const double height = extent.size.height();
    if (!(top < height && bottom > 0)) {
        return {};
    }
    return {static_cast<int>(std::floor(std::max(0.0, top))), static_cast<int>(std::ceil(std::min(height, bottom)))};
}

} // namespace

std::optional<PixelRows> changedRows(const RenderRequest &before, const RenderRequest &now)
{
    if (before.layers.size() != now.layers.size()) {
        return std::nullopt;
    }
    PixelRows rows;
    for (std::size_t i = 0; i < now.layers.size(); ++i) {
        const auto changed = changedPart(before.layers[i], now.layers[i]);
        if (!changed) {
            return std::nullopt;
        }
        if (changed->isEmpty()) {
            continue;
        }
        const double reach_px = symbolReach_px(RowClasses::drawn(now.layers[i], now).symbols(), now.extent.pixelsPerMm);
        const PixelRows more = rowsOf(*changed, reach_px, now.extent);
        if (!more.isEmpty()) {
            rows = rows.isEmpty() ? more : PixelRows{std::min(rows.top, more.top), std::max(rows.bottom, more.bottom)};
        }
    }
    return rows;
}

} // namespace cuntu
