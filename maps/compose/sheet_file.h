// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QImage>
#include <QString>

#include <functional>

QT_FORWARD_DECLARE_CLASS(QPainter)

namespace cuntu {

/// A sheet on its way into a file.
struct SheetDrawing {
    QSize size;             ///< pixels
    double pixelsPerMm = 1; ///< of the paper
    QString title;          ///< of the document
    std::function<Result<QImage>()> picture;
    std::function<Result<void>(QPainter &)> vectors; ///< in the sheet's pixels
};

/// Writes @p drawing into @p file: .png as a picture, .svg and .pdf as vectors. Whole or not at all. OutOfRange for
/// another ending; Unreadable when it cannot be written.
Result<void> writeSheet(const SheetDrawing &drawing, const QString &file);

} // namespace cuntu
