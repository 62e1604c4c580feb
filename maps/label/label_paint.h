// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/label/label.h"

#include <QImage>

QT_FORWARD_DECLARE_CLASS(QPainter)

namespace cuntu {

/// Draws @p label into @p image (ARGB32 premultiplied): the text's coverage, widened for the halo, then the text. Any
/// thread.
CUNTU_MAPS_EXPORT void paintLabel(QImage &image, const Label &label);

/// Draws @p label as outlines: for SVG and PDF, which then need no fonts.
CUNTU_MAPS_EXPORT void paintLabel(QPainter &painter, const Label &label);

} // namespace cuntu
