// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/export.h"

#include <QColor>
#include <QFont>
#include <QLineF>
#include <QPointF>
#include <QRectF>
#include <QString>
#include <QStringList>

#include <cstddef>
#include <optional>

namespace cuntu {

/// How the text of labels looks, in pixels.
struct LabelLook {
    QFont font; ///< with its pixel size
    QColor colour = Qt::black;
    QColor halo; ///< invalid: none
    double haloWidth_px = 0;
    double leaderWidth_px = 1; ///< of the line to a feature that the text stands away from
    bool operator==(const LabelLook &) const = default;
};

/// One text with its place: centred on `centre`, turned by `angle_deg` clockwise. A vertical one is not turned: its
/// lines, a character each, stand upright one after the other in that direction.
struct Label {
    QString layer;       ///< id of the layer it belongs to
    std::size_t row = 0; ///< row of the feature
    QString text;        ///< whole
    QStringList lines;   ///< the text as it is set
    bool vertical = false;
    LabelLook look;
    QPointF centre; ///< in pixels
    double angle_deg = 0;
    QSizeF size;                  ///< along `angle_deg` and across it, with the halo
    QRectF box;                   ///< upright box around the turned text, in pixels
    int place = 0;                ///< number among the feature's places: the same one lies the same way from it
    std::optional<QLineF> leader; ///< from the feature to the text
};

/// A label of an earlier picture and the number of its place.
struct KeptLabel {
    QString layer;
    std::size_t row = 0;
    int place = 0;
    bool operator==(const KeptLabel &) const = default;
};

} // namespace cuntu
