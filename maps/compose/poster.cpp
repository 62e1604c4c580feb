// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/compose/poster.h"

#include "maps/compose/paint_text.h"
#include "maps/compose/poster_layout.h"
#include "maps/compose/sheet_file.h"
#include "maps/label/map_font.h"
#include "maps/text.h"

#include <QPainter>

namespace cuntu {
namespace {

const QColor k_ink(0x22, 0x22, 0x22);

/// The map of @p poster as a page of its own, in its place on the sheet.
MapPage pageOf(const Poster &poster, const PosterLayout &layout)
{
    MapPage page;
    page.request = poster.request;
    page.request.background = Qt::white;
    page.request.extent.size = layout.mapBox.size().toSize();
    page.content = poster.content;
    page.paperPixelsPerMm = poster.request.extent.size.width() / poster.sheet_mm.width();
    return page;
}

void paintAround(QPainter &painter, const PosterLayout &layout)
{
    const double m = layout.module_px;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(k_ink, std::max(1.0, 0.25 * m)));
    const double rule = 12.6 * m;
    painter.drawLine(QPointF(3 * m, rule), QPointF(layout.sheet.right() - 3 * m, rule));
    for (const auto &[box, colour] : layout.patches) {
        painter.fillRect(box, colour);
    }
    for (const PosterLine &line : layout.lines) {
        paintText(painter, line.base, line.font, line.colour, line.text);
    }
}

PosterResult resultOf(PageResult map, PosterLayout layout)
{
    PosterResult result;
    result.mapFrame = map.mapFrame.translated(layout.mapBox.topLeft());
    map.image = QImage();
    result.map = std::move(map);
    result.texts = std::move(layout.texts);
    result.itemsShown = layout.itemsShown;
    result.itemsLeftOut = layout.itemsLeftOut;
    return result;
}

Result<PosterResult> drawVectors(QPainter &painter, const Poster &poster, const PosterLayout &layout,
                                 const JobContext &job)
{
    painter.fillRect(layout.sheet, Qt::white);
    painter.save();
    painter.translate(layout.mapBox.topLeft());
    auto map = renderPageOn(painter, pageOf(poster, layout), job);
    painter.restore();
    if (!map) {
        return map.error();
    }
    paintAround(painter, layout);
    return resultOf(std::move(*map), layout);
}

Result<void> check(const Poster &poster)
{
    if (!canDrawText()) {
        return Error{ErrorCode::Misused,
                     Maps::tr("a page with texts cannot be drawn: no fonts in this process"),
                     {},
                     {},
                     {},
                     {}};
    }
    const QSize size = poster.request.extent.size;
    if (std::min(size.width(), size.height()) < 400 || poster.sheet_mm.isEmpty()) {
        return Error{ErrorCode::OutOfRange,
                     Maps::tr("a poster of %1 × %2 pixels is too small").arg(size.width()).arg(size.height()),
                     {},
                     Maps::tr("Its shorter side must have 400 at least."),
                     {},
                     {}};
    }
    return {};
}

} // namespace

Result<PosterResult> renderPoster(const Poster &poster, const JobContext &job)
{
    if (auto sound = check(poster); !sound) {
        return sound.error();
    }
    const PosterLayout layout = layOut(poster);
    auto map = renderPage(pageOf(poster, layout), job);
    if (!map) {
        return map.error();
    }
    QImage image(poster.request.extent.size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.drawImage(layout.mapBox.topLeft(), map->image);
    paintAround(painter, layout);
    painter.end();
    const double dotsPerMetre = poster.request.extent.size.width() / poster.sheet_mm.width() * 1000;
    image.setDotsPerMeterX(static_cast<int>(dotsPerMetre));
    image.setDotsPerMeterY(static_cast<int>(dotsPerMetre));
    PosterResult result = resultOf(std::move(*map), layout);
    result.image = std::move(image);
    return result;
}

Result<PosterResult> renderPosterToFile(const Poster &poster, const QString &file, const JobContext &job)
{
    if (auto sound = check(poster); !sound) {
        return sound.error();
    }
    PosterResult result;
    SheetDrawing drawing{
        poster.request.extent.size, poster.request.extent.size.width() / poster.sheet_mm.width(), poster.title, {}, {}};
    drawing.picture = [&]() -> Result<QImage> {
        auto drawn = renderPoster(poster, job);
        if (!drawn) {
            return drawn.error();
        }
        result = std::move(*drawn);
        return std::exchange(result.image, {});
    };
    drawing.vectors = [&](QPainter &painter) -> Result<void> {
        auto drawn = drawVectors(painter, poster, layOut(poster), job);
        if (!drawn) {
            return drawn.error();
        }
        result = std::move(*drawn);
        return {};
    };
    auto written = writeSheet(drawing, file);
    return written ? Result<PosterResult>(std::move(result)) : Result<PosterResult>(written.error());
}

} // namespace cuntu
