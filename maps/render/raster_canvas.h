// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/render/canvas.h"
#include "maps/render/changed_rows.h"
#include "maps/render/crew.h"
#include "maps/render/raster_band.h"

namespace cuntu {

/// Draws into an image, band by band of its rows, on all threads of a crew. The same pixels whatever their number.
class CUNTU_MAPS_EXPORT RasterCanvas : public Canvas {
public:
    /// @p image (ARGB32 premultiplied) and @p crew outlive the canvas. @p patternOrigin is where hatches are anchored,
    /// so that they move with the map.
    RasterCanvas(QImage &image, double pixelsPerMm, QPointF patternOrigin, Crew &crew, const JobContext &job);
    /// One that draws layers into @p rows only.
    RasterCanvas(QImage &image, PixelRows rows, double pixelsPerMm, QPointF patternOrigin, Crew &crew,
                 const JobContext &job);

    bool wantsExactPlaces() const override { return false; }
    void drawLayer(const PixelLayer &layer, const LayerMix &mix) override;
    void drawImage(const QImage &image, const LayerMix &mix) override;
    void drawLabel(const Label &label) override;

private:
    QImage &m_image;
    Crew &m_crew;
    std::vector<RasterBand> m_bands;
};

} // namespace cuntu
