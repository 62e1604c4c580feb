// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/compose/map_page.h"

#include "maps/compose/graticule.h"
#include "maps/compose/north_arrow.h"
#include "maps/compose/page_layout.h"
#include "maps/compose/paint_text.h"
#include "maps/compose/scale_bar.h"
#include "maps/compose/sheet_file.h"
#include "maps/label/map_font.h"
#include "maps/render/painter_canvas.h"
#include "maps/text.h"

#include <QFontMetricsF>
#include <QPainter>

namespace cuntu {
namespace {

const QColor k_ink(0x22, 0x22, 0x22);
const QColor k_faint(0x5C, 0x5C, 0x5C);

Error noFonts()
{
    return {
        ErrorCode::Misused, Maps::tr("a page with texts cannot be drawn: no fonts in this process"), {}, {}, {}, {}};
}

/// Everything on a sheet but the map itself.
class Furniture {
public:
    Furniture(QPainter &painter, const MapPage &page, const PageLayout &layout)
        : m_painter(painter), m_page(page), m_layout(layout)
    {
        m_painter.setRenderHint(QPainter::Antialiasing);
    }

    void paint()
    {
        if (m_page.graticule) {
            paintGraticule(m_painter, graticuleFor(m_page.request.crs, m_layout.request.extent.box()),
                           m_layout.request.extent, m_layout.mapFrame, 1.4 * m_layout.module_px);
        }
        paintFrame();
        paintHeading();
        paintNotes();
        paintLegendBox();
        const double m = m_layout.module_px;
        if (m_page.northArrow) {
            const double angle = trueNorth_deg(m_page.request.crs, m_layout.request.extent.centre);
            const QPointF place = m_layout.mapFrame.topRight() + QPointF(-5 * m, 6 * m);
            paintNorthArrow(m_painter, place, 8 * m, angle);
        }
        if (m_page.scaleBar) {
            const ScaleBar bar = scaleBarFor(m_layout.request.extent, geographic(), m_layout.mapFrame.width() * 0.2);
            paintScaleBar(m_painter, bar, m_layout.mapFrame.bottomLeft() + QPointF(2.4 * m, -2.4 * m), m / 1.7);
        }
    }

private:
    bool geographic() const { return m_page.request.crs.isGeographic(); }

    /// A fine line at the map and a strong one around it.
    void paintFrame()
    {
        const double m = m_layout.module_px;
        const double fine = std::max(1.0, 0.12 * m);
        const double strong = std::max(2.0, 0.4 * m);
        const auto line = [&](double away, double width) {
            m_painter.setPen(QPen(k_ink, width, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
            m_painter.setBrush(Qt::NoBrush);
            m_painter.drawRect(m_layout.mapFrame.adjusted(-away, -away, away, away));
        };
        line(fine / 2, fine);
        line(0.7 * m + strong / 2, strong);
    }

    void paintHeading()
    {
        const double m = m_layout.module_px;
        double base = 2.5 * m;
        if (!m_page.title.isEmpty()) {
            QFont font = mapFont(m_layout.titleSize_px, true);
            font.setLetterSpacing(QFont::PercentageSpacing, 112);
            base += m_layout.titleSize_px * 0.95;
            centred(fitted(font, m_page.title), k_ink, m_page.title, base);
            base += m_layout.titleSize_px * 0.4;
        }
        if (!m_page.subtitle.isEmpty()) {
            base += m_layout.subtitleSize_px * 1.1;
            centred(fitted(mapFont(m_layout.subtitleSize_px), m_page.subtitle), k_faint, m_page.subtitle, base);
        }
        if (!m_page.mark.isEmpty()) {
            const QFont font = mapFont(m_layout.noteSize_px, true);
            const double width = QFontMetricsF(font).horizontalAdvance(m_page.mark);
            paintText(m_painter, QPointF(m_layout.mapFrame.right() - width, m_layout.mapFrame.top() - 1.9 * m), font,
                      k_ink, m_page.mark);
        }
    }

    /// @p font made smaller until @p text is no wider than the map.
    QFont fitted(QFont font, const QString &text) const
    {
        const double width = QFontMetricsF(font).horizontalAdvance(text);
        if (width > m_layout.mapFrame.width()) {
            font.setPixelSize(std::max(1, static_cast<int>(font.pixelSize() * m_layout.mapFrame.width() / width)));
        }
        return font;
    }

    void centred(const QFont &font, const QColor &colour, const QString &text, double base)
    {
        const double width = QFontMetricsF(font).horizontalAdvance(text);
        paintText(m_painter, QPointF(m_layout.sheet.center().x() - width / 2, base), font, colour, text);
    }

    void paintNotes()
    {
        const QFont font = mapFont(m_layout.noteSize_px);
        const QFontMetricsF metrics(font);
        const double base = m_layout.mapFrame.bottom() + 1.6 * m_layout.module_px + m_layout.noteSize_px;
        paintText(m_painter, QPointF(m_layout.mapFrame.left(), base), font, k_faint, m_page.sourceLine);
        const double width = metrics.horizontalAdvance(m_page.dateLine);
        paintText(m_painter, QPointF(m_layout.mapFrame.right() - width, base), font, k_faint, m_page.dateLine);
        if (m_page.scaleBar) {
            MapExtent onPaper = m_layout.request.extent;
            if (m_page.paperPixelsPerMm > 0) {
                onPaper.pixelsPerMm = m_page.paperPixelsPerMm;
            }
            centred(font, k_ink, scaleText(onPaper, geographic()), base);
        }
    }

    void paintLegendBox()
    {
        if (m_layout.legendBox.isNull()) {
            return;
        }
        const double m = m_layout.module_px;
        const double rim = 1.5 * m;
        m_painter.setPen(QPen(k_ink, std::max(1.0, 0.12 * m), Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        m_painter.setBrush(QColor(255, 255, 255, 238));
        m_painter.drawRect(m_layout.legendBox.adjusted(0.5, 0.5, -0.5, -0.5));
        QFont font = mapFont(1.75 * m, true);
        font.setLetterSpacing(QFont::PercentageSpacing, 130);
        const QString title = Maps::tr("Legend");
        const double width = QFontMetricsF(font).horizontalAdvance(title);
        paintText(m_painter,
                  QPointF(m_layout.legendBox.center().x() - width / 2, m_layout.legendBox.top() + rim + 1.3 * m), font,
                  k_ink, title);
        paintLegend(m_painter, m_layout.legend, m_layout.legendLayout,
                    m_layout.legendBox.topLeft() + QPointF(rim, rim + 2.6 * m));
    }

    QPainter &m_painter;
    const MapPage &m_page;
    const PageLayout &m_layout;
};

PageResult resultOf(RenderResult map, const PageLayout &layout)
{
    PageResult result;
    result.map = std::move(map);
    result.map.image = QImage();
    result.mapFrame = layout.mapFrame;
    result.legendBox = layout.legendBox;
    result.legend = layout.legend;
    return result;
}

} // namespace

Result<PageResult> renderPage(const MapPage &page, const JobContext &job)
{
    if (page.frame && !canDrawText()) {
        return noFonts();
    }
    const PageLayout layout = layOut(page);
    QImage image(page.request.extent.size, QImage::Format_ARGB32_Premultiplied);
    const QRect frame = layout.mapFrame.toRect();
    if (frame != image.rect()) {
        image.fill(Qt::white);
    }
    QImage window(image.bits() + frame.top() * image.bytesPerLine() + 4 * static_cast<qsizetype>(frame.left()),
                  frame.width(), frame.height(), image.bytesPerLine(), image.format());
    auto map = renderInto(window, layout.request, job);
    if (!map) {
        return map.error();
    }
    if (layout.mapFrame != layout.sheet) {
        QPainter painter(&image);
        Furniture(painter, page, layout).paint();
    }
    image.setDotsPerMeterX(static_cast<int>(page.request.extent.pixelsPerMm * 1000));
    image.setDotsPerMeterY(static_cast<int>(page.request.extent.pixelsPerMm * 1000));
    PageResult result = resultOf(std::move(*map), layout);
    result.image = std::move(image);
    return result;
}

Result<PageResult> renderPageOn(QPainter &painter, const MapPage &page, const JobContext &job)
{
    if (!canDrawText()) {
        return noFonts();
    }
    const PageLayout layout = layOut(page);
    const QRectF window(QPointF(0, 0), layout.mapFrame.size());
    painter.fillRect(layout.sheet, Qt::white);
    painter.save();
    painter.translate(layout.mapFrame.topLeft());
    painter.setClipRect(window);
    painter.fillRect(window, page.request.background);
    PainterCanvas canvas(painter, layout.request.extent.pixelsPerMm, window, patternOrigin(layout.request.extent), job);
    auto map = renderOn(canvas, layout.request, job);
    painter.restore();
    if (!map) {
        return map.error();
    }
    if (layout.mapFrame != layout.sheet) {
        Furniture(painter, page, layout).paint();
    }
    return resultOf(std::move(*map), layout);
}

Result<PageResult> renderToFile(const MapPage &page, const QString &file, const JobContext &job)
{
    PageResult result;
    SheetDrawing drawing{page.request.extent.size, page.request.extent.pixelsPerMm, page.title, {}, {}};
    drawing.picture = [&]() -> Result<QImage> {
        auto drawn = renderPage(page, job);
        if (!drawn) {
            return drawn.error();
        }
        result = std::move(*drawn);
        return result.image;
    };
    drawing.vectors = [&](QPainter &painter) -> Result<void> {
        auto drawn = renderPageOn(painter, page, job);
        if (!drawn) {
            return drawn.error();
        }
        result = std::move(*drawn);
        return {};
    };
    auto written = writeSheet(drawing, file);
    return written ? Result<PageResult>(std::move(result)) : Result<PageResult>(written.error());
}

} // namespace cuntu
