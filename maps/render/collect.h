// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "maps/render/changed_rows.h"
#include "maps/render/crew.h"
#include "maps/render/pixel_batch.h"
#include "maps/render/row_classes.h"

namespace cuntu {

/// How exactly the places of point symbols are wanted: as pixels of a picture, or as positions for a drawing of
/// vectors.
enum class Places { Pixels, Exact };

/// What of @p layer is seen in @p extent, in pixels, sorted into its classes. Points that fall on a pixel which their
/// class has already marked are left out, shapes are simplified by what does not reach
/// 0.35 pixels (VertexDetail), those below a pixel become dots: what
/// comes out is bounded by the picture, not by the layer. Shapes come in the order of rows, point symbols in that of
/// pixels. The same for crews of any size. Where @p part is given only what can be seen in those rows of pixels is
/// there. Stops early when @p job is cancelled. Any thread.
PixelLayer collectLayer(const RenderLayer &layer, const RowClasses &classes, const MapExtent &extent, Places places,
                        Crew &crew, const JobContext &job, const std::optional<PixelRows> &part = {});

/// How far from a feature's place one of @p symbols may colour a pixel.
double symbolReach_px(const std::vector<Symbol> &symbols, double pixelsPerMm);

/// The same for @p rows only, all in one batch with @p symbol: the selection.
SymbolBatch collectRows(const LayerSnapshot &layer, std::span<const std::uint32_t> rows, const Symbol &symbol,
                        const MapExtent &extent, Places places);

} // namespace cuntu
