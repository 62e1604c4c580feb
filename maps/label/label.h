// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/export.h"

#include <QColor>
#include <QFont>
#include <QPointF>
#include <QRectF>
#include <QString>
#include <QStringList>

namespace cuntu {

/// How the text of labels looks, in pixels.
struct LabelLook {
    QFont font; ///< with its pixel size
    QColor colour = Qt::black;
    QColor halo; ///< invalid: none
    double haloWidth_px = 0;
    bool operator==(const LabelLook &) const = default;
};

/// One text with its place: centred on `centre`, turned by `angle_deg` clockwise.
struct Label {
    QString layer;       ///< id of the layer it belongs to
    std::size_t row = 0; ///< row of the feature
    QString text;        ///< whole
    QStringList lines;   ///< the text as it is set
    LabelLook look;
    QPointF centre; ///< in pixels
    double angle_deg = 0;
    QSizeF size; ///< of the upright text with its halo
    QRectF box;  ///< upright box around the turned text, in pixels
};

} // namespace cuntu
