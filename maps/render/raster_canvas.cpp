// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/render/raster_canvas.h"

#include "maps/label/label_paint.h"

#include <QPainter>

#include <algorithm>

namespace cuntu {
namespace {

constexpr int k_leastRows = 32;             ///< of a band: below, looking through the shapes costs more than drawing
constexpr std::size_t k_bandsPerThread = 4; ///< so that a band with much in it does not keep the others waiting

} // namespace

RasterCanvas::RasterCanvas(QImage &image, double pixelsPerMm, QPointF patternOrigin, Crew &crew, const JobContext &job)
    : RasterCanvas(image, {0, image.height()}, pixelsPerMm, patternOrigin, crew, job)
{
}

RasterCanvas::RasterCanvas(QImage &image, PixelRows rows, double pixelsPerMm, QPointF patternOrigin, Crew &crew,
                           const JobContext &job)
    : m_image(image), m_crew(crew)
{
    const int height = rows.bottom - rows.top;
    const int most = std::max(1, height / k_leastRows);
    const int count = crew.size() == 1 ? 1 : std::min(most, static_cast<int>(crew.size() * k_bandsPerThread));
    const PixelBuffer picture(image);
    for (int i = 0; i < count; ++i) {
        m_bands.emplace_back(picture, image.size(), rows.top + height * i / count, rows.top + height * (i + 1) / count,
                             pixelsPerMm, patternOrigin, job);
    }
}

void RasterCanvas::drawLayer(const PixelLayer &layer, const LayerMix &mix)
{
    m_crew.share(m_bands.size(), [&](std::size_t band) { m_bands[band].drawLayer(layer, mix); });
}

void RasterCanvas::drawImage(const QImage &image, const LayerMix &mix)
{
    QPainter painter(&m_image);
    painter.setOpacity(mix.opacity);
    painter.setCompositionMode(compositionOf(mix.blend));
    painter.drawImage(QPoint(0, 0), image);
}

void RasterCanvas::drawLabel(const Label &label)
{
    paintLabel(m_image, label);
}

} // namespace cuntu
