// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/render/canvas.h"

#include <array>

namespace cuntu {
namespace {

void strokeLevel(const SymbolBatch &batch, LinePass::Level level, double pixelsPerMm, SymbolPen &pen)
{
    const auto strokeAll = [&](const std::vector<LinePass> &passes, const PixelShapes &shapes) {
        for (const LinePass &pass : passes) {
            if (pass.level == level && !shapes.isEmpty()) {
                pen.stroke(pass, shapes);
            }
        }
    };
    strokeAll(outlinePasses(batch.symbol, pixelsPerMm), batch.areas);
    strokeAll(linePasses(batch.symbol, pixelsPerMm), batch.lines);
}

/// A dot stands for a whole feature: an area's fill, a line's stroke.
QColor dotColour(const SymbolBatch &batch)
{
    return batch.areas.isEmpty() && batch.symbol.stroke.isValid() && !batch.lines.isEmpty() ? batch.symbol.stroke
                                                                                            : batch.symbol.fill;
}

} // namespace

void drawBatches(const PixelLayer &layer, double pixelsPerMm, SymbolPen &pen, const JobContext &job)
{
    for (const SymbolBatch &batch : layer.batches) {
        if (!batch.areas.isEmpty() && !job.isCancelled()) {
            pen.fillAreas(batch.symbol, batch.areas);
        }
    }
    for (const LinePass::Level level : {LinePass::Level::Casing, LinePass::Level::Body, LinePass::Level::Core}) {
        for (const SymbolBatch &batch : layer.batches) {
            if (!job.isCancelled()) {
                strokeLevel(batch, level, pixelsPerMm, pen);
            }
        }
    }
    for (const SymbolBatch &batch : layer.batches) {
        if (batch.dots.hasSize() && !job.isCancelled()) {
            pen.drawDots(dotColour(batch), batch.dots);
        }
        if ((!batch.markers.empty() || batch.markerPixels.hasSize()) && !job.isCancelled()) {
            pen.drawMarkers(batch);
        }
    }
}

} // namespace cuntu
