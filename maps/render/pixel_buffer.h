// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace cuntu {

/// The pixels of an image (ARGB32 premultiplied), which must outlive it: unlike QImage it can be written by several
/// threads, each in rows of its own.
struct PixelBuffer {
    uchar *bits = nullptr;
    qsizetype stride = 0; ///< bytes from row to row
    int firstRow = 0;     ///< number of the row at `bits`
    int width = 0;

    PixelBuffer() = default;
    /// @p first is the number of the image's first row in the picture it is a part of.
    explicit PixelBuffer(QImage &image, int first = 0)
        : bits(image.bits()), stride(image.bytesPerLine()), firstRow(first), width(image.width())
    {
    }
    QRgb *row(int y) const { return reinterpret_cast<QRgb *>(bits + (y - firstRow) * stride); }
};

} // namespace cuntu
