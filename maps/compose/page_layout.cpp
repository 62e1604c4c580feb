// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/compose/page_layout.h"

#include <algorithm>
#include <cmath>

namespace cuntu {
namespace {

constexpr double k_contentMargin = 0.025;

void placeFrame(PageLayout &layout, const MapPage &page)
{
    const double m = layout.module_px;
    const bool hasNotes = !page.sourceLine.isEmpty() || !page.dateLine.isEmpty() || page.scaleBar;
    double top = 2.5 * m;
    if (!page.title.isEmpty()) {
        top += layout.titleSize_px * 1.35;
    }
    if (!page.subtitle.isEmpty()) {
        top += layout.subtitleSize_px * 2.1;
    }
    if (page.title.isEmpty() && page.subtitle.isEmpty() && !page.mark.isEmpty()) {
        top += layout.noteSize_px * 1.6;
    }
    const double bottom = hasNotes ? 2.2 * m + layout.noteSize_px * 1.6 : 2.5 * m;
    const QRectF frame = layout.sheet.adjusted(3 * m, top + 0.8 * m, -3 * m, -bottom);
    layout.mapFrame = QRectF(frame.toRect());
}

void placeLegend(PageLayout &layout, const MapPage &page)
{
    const double m = layout.module_px;
    const double ppm = page.request.extent.pixelsPerMm;
    if (!page.legend || page.request.layers.empty()) {
        return;
    }
    layout.legendLayout.pixelsPerMm = ppm;
    layout.legendLayout.text_mm = std::clamp(1.45 * m / ppm, 2.2, 7.0);
    layout.legendLayout.counts = page.counts;
    layout.legendLayout.mostHeight_px = layout.mapFrame.height() * 0.8;
    const double rim = 1.5 * m;
    const QSizeF size = legendSize(layout.legend, layout.legendLayout) + QSizeF(2 * rim, 2 * rim + 2.6 * m);
    if (size.width() > layout.mapFrame.width() * 0.6 || size.height() > layout.mapFrame.height() * 0.95) {
        return; // a sheet too small for a legend
    }
    const QPointF corner =
        layout.mapFrame.bottomRight() - QPointF(size.width(), size.height()) - QPointF(1.2 * m, 1.2 * m);
    layout.legendBox = QRectF(QRectF(corner, size).toRect());
}

/// The extent of the map in its frame, such that what must be seen lies beside the legend, or above it on an upright
/// sheet.
void fitContent(PageLayout &layout, const MapPage &page)
{
    const Box wanted = page.content.width() > 0 || page.content.height() > 0 ? page.content : page.request.extent.box();
    MapExtent &extent = layout.request.extent;
    extent.size = layout.mapFrame.size().toSize();
    QRectF room = layout.mapFrame;
    if (!layout.legendBox.isNull()) {
        QRectF beside = room;
        beside.setRight(layout.legendBox.left());
        QRectF above = room;
        above.setBottom(layout.legendBox.top());
        const auto unitsIn = [&](const QRectF &r) {
            return std::max(wanted.width() / r.width(), wanted.height() / r.height());
        };
        room = unitsIn(beside) <= unitsIn(above) ? beside : above;
    }
    const double share = page.frame ? 1 - 2 * k_contentMargin : 1;
    extent.unitsPerPixel = std::max(wanted.width() / (room.width() * share), wanted.height() / (room.height() * share));
    const QPointF shift = layout.mapFrame.center() - room.center();
    extent.centre = {wanted.centre().x + shift.x() * extent.unitsPerPixel,
                     wanted.centre().y - shift.y() * extent.unitsPerPixel};
}

} // namespace

PageLayout layOut(const MapPage &page)
{
    PageLayout layout;
    layout.request = page.request;
    layout.sheet = QRectF(QPointF(0, 0), page.request.extent.size);
    layout.mapFrame = layout.sheet;
    if (!page.frame) {
        fitContent(layout, page);
        return layout;
    }
    layout.module_px = std::min(layout.sheet.width(), layout.sheet.height()) / 100;
    layout.titleSize_px = 4.2 * layout.module_px;
    layout.subtitleSize_px = 2.1 * layout.module_px;
    layout.noteSize_px = std::max(1.5 * layout.module_px, 8.0);
    layout.legend = page.legend ? legendOf(page.request) : std::vector<LegendSection>();
    placeFrame(layout, page);
    if (layout.mapFrame.width() < 16 || layout.mapFrame.height() < 16) {
        layout.mapFrame = layout.sheet; // a stamp: the bare map
        fitContent(layout, page);
        return layout;
    }
    placeLegend(layout, page);
    fitContent(layout, page);
    return layout;
}

} // namespace cuntu
