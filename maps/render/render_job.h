// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "maps/label/label.h"
#include "maps/render/render_request.h"

#include <functional>

namespace cuntu {

class Canvas;
class PictureMemory;

/// What drawing one layer took.
struct LayerReport {
    QString id;
    std::size_t features = 0; ///< in the extent and in a class
    double collect_ms = 0;    ///< finding, projecting, simplifying
    double draw_ms = 0;
};

/// A drawn map.
struct RenderResult {
    QImage image; ///< ARGB32 premultiplied, of the extent's size; null when drawn on a painter
    MapExtent extent;
    std::vector<Label> labels; ///< those that found a place, in the order of placing
    std::vector<LayerReport> layers;
    std::vector<Error> errors; ///< what could not be drawn; the rest is
    std::size_t kept = 0;      ///< layers that were there already, of an earlier picture
    double labels_ms = 0;
    double total_ms = 0;
};

/// Given a picture that is not yet complete, at most every 150 ms; on the drawing thread.
using PartialPicture = std::function<void(const QImage &)>;

/// Draws @p request. A pure function of it: the same request gives the same picture, bit by bit, on any thread, on
/// however many, and whatever was drawn before. With @p memory what is the same as in the picture drawn with it before
/// may be taken from there. Labels need a QGuiApplication (else they are left out and an error says
/// so). OutOfRange for a size that is empty or beyond 32000 pixels; cancelled within 50 ms when @p job is.
CUNTU_MAPS_EXPORT Result<RenderResult> render(const RenderRequest &request, const JobContext &job,
                                              const PartialPicture &partial = {}, PictureMemory *memory = nullptr);

/// As render(), into @p image (ARGB32 premultiplied, of the extent's size, whose memory may be part of a larger
/// image's); the result's own is null. Also OutOfRange for another size.
CUNTU_MAPS_EXPORT Result<RenderResult> renderInto(QImage &image, const RenderRequest &request, const JobContext &job,
                                                  const PartialPicture &partial = {}, PictureMemory *memory = nullptr);

/// Draws the rasters, layers and labels of @p request on @p canvas, without a background; fills all of the result but
/// its image.
CUNTU_MAPS_EXPORT Result<RenderResult> renderOn(Canvas &canvas, const RenderRequest &request, const JobContext &job);

/// Where hatches of a map are anchored: a pixel that moves with the map.
CUNTU_MAPS_EXPORT QPointF patternOrigin(const MapExtent &extent);

} // namespace cuntu
