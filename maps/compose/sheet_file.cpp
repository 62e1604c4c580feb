// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/compose/sheet_file.h"

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

int dotsPerInch(const SheetDrawing &drawing)
{
    return std::max(1, static_cast<int>(std::lround(drawing.pixelsPerMm * k_mmPerInch)));
}

Result<void> toSvg(const SheetDrawing &drawing, QIODevice &device)
{
    QSvgGenerator generator;
    generator.setOutputDevice(&device);
    generator.setSize(drawing.size);
    generator.setViewBox(QRect(QPoint(0, 0), drawing.size));
    generator.setResolution(dotsPerInch(drawing));
    generator.setTitle(drawing.title);
    QPainter painter(&generator);
    return drawing.vectors(painter);
}

Result<void> toPdf(const SheetDrawing &drawing, QIODevice &device)
{
    QPdfWriter writer(&device);
    writer.setTitle(drawing.title);
    writer.setCreator(QStringLiteral("Cuntu"));
    writer.setResolution(dotsPerInch(drawing));
    const QSizeF sheet_mm = QSizeF(drawing.size) / drawing.pixelsPerMm;
    writer.setPageSize(QPageSize(sheet_mm, QPageSize::Millimeter, QString(), QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    QPainter painter(&writer);
    painter.scale(writer.width() / static_cast<double>(drawing.size.width()),
                  writer.height() / static_cast<double>(drawing.size.height()));
    return drawing.vectors(painter);
}

Result<void> toPng(const SheetDrawing &drawing, QIODevice &device)
{
    auto picture = drawing.picture();
    if (!picture) {
        return picture.error();
    }
    if (!picture->save(&device, "PNG")) {
        return notWritten({}, device.errorString());
    }
    return {};
}

} // namespace

Result<void> writeSheet(const SheetDrawing &drawing, const QString &file)
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
    auto drawn = write(drawing, buffer);
    if (!drawn) {
        return drawn;
    }
    QSaveFile target(file);
    if (!target.open(QIODevice::WriteOnly) || target.write(bytes) != bytes.size() || !target.commit()) {
        return notWritten(file, target.errorString());
    }
    return {};
}

} // namespace cuntu
