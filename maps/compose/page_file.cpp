// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/compose/map_page.h"

#include "maps/text.h"

#include <QBuffer>
#include <QFileInfo>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <cmath>

namespace cuntu {
namespace {

constexpr double k_mmPerInch = 25.4;

Error notWritten(const QString &file, const QString &why)
{
    Where where;
    where.file = file;
    return {ErrorCode::Unreadable,
            Maps::tr("the map cannot be written: %1").arg(why),
            where,
            Maps::tr("choose another folder or free some space"),
            {},
            {}};
}

Error unknownEnding(const QString &file)
{
    Where where;
    where.file = file;
    return {ErrorCode::OutOfRange,
            Maps::tr("maps are written as .png, .svg or .pdf"),
            where,
            Maps::tr("give the file one of these endings"),
            {},
            {}};
}

int dotsPerInch(const MapPage &page)
{
    return std::max(1, static_cast<int>(std::lround(page.request.extent.pixelsPerMm * k_mmPerInch)));
}

Result<PageResult> toSvg(const MapPage &page, QIODevice &device, const JobContext &job)
{
    QSvgGenerator generator;
    generator.setOutputDevice(&device);
    generator.setSize(page.request.extent.size);
    generator.setViewBox(QRect(QPoint(0, 0), page.request.extent.size));
    generator.setResolution(dotsPerInch(page));
    generator.setTitle(page.title);
    QPainter painter(&generator);
    return renderPageOn(painter, page, job);
}

Result<PageResult> toPdf(const MapPage &page, QIODevice &device, const JobContext &job)
{
    const MapExtent &extent = page.request.extent;
    QPdfWriter writer(&device);
    writer.setTitle(page.title);
    writer.setCreator(QStringLiteral("Cuntu"));
    writer.setResolution(dotsPerInch(page));
    const QSizeF sheet_mm = QSizeF(extent.size) / extent.pixelsPerMm;
    writer.setPageSize(QPageSize(sheet_mm, QPageSize::Millimeter, QString(), QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    QPainter painter(&writer);
    painter.scale(writer.width() / static_cast<double>(extent.size.width()),
                  writer.height() / static_cast<double>(extent.size.height()));
    return renderPageOn(painter, page, job);
}

Result<PageResult> toPng(const MapPage &page, QIODevice &device, const JobContext &job)
{
    auto result = renderPage(page, job);
    if (result && !result->image.save(&device, "PNG")) {
        return notWritten({}, device.errorString());
    }
    return result;
}

} // namespace

Result<PageResult> renderToFile(const MapPage &page, const QString &file, const JobContext &job)
{
    const QString ending = QFileInfo(file).suffix().toLower();
    const auto write = ending == QStringLiteral("png")   ? &toPng
                       : ending == QStringLiteral("svg") ? &toSvg
                       : ending == QStringLiteral("pdf") ? &toPdf
                                                         : nullptr;
    if (write == nullptr) {
        return unknownEnding(file);
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    auto result = write(page, buffer, job);
    if (!result) {
        return result;
    }
    QSaveFile target(file);
    if (!target.open(QIODevice::WriteOnly) || target.write(bytes) != bytes.size() || !target.commit()) {
        return notWritten(file, target.errorString());
    }
    return result;
}

} // namespace cuntu
