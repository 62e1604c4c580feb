// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/render/render_request.h"

QT_FORWARD_DECLARE_CLASS(QPainter)

namespace cuntu {

/// One line of a legend.
struct LegendEntry {
    Symbol symbol;
    QString text;
    std::size_t count = 0; ///< features in the class
};

/// One layer in a legend: a single entry, or a title with an entry for each class.
struct LegendSection {
    QString layer; ///< id
    QString title; ///< empty where the only entry says it all
    GeometryType geometry = GeometryType::Point;
    std::vector<LegendEntry> entries;
};

/// The legend of @p request, uppermost layer first: what is drawn at its scale. Counts are of features with a geometry;
/// with
/// @p within only of those whose boxes touch it. As data, for tests and reports. Any thread.
CUNTU_MAPS_EXPORT std::vector<LegendSection> legendOf(const RenderRequest &request, const Box *within = nullptr);

/// How a legend is set.
struct LegendLayout {
    double pixelsPerMm = 96 / 25.4;
    double text_mm = 3;
    bool counts = true;
    double mostHeight_px = 0; ///< more goes into further columns; 0: one column
};

/// Size that paintLegend() takes.
CUNTU_MAPS_EXPORT QSizeF legendSize(const std::vector<LegendSection> &sections, const LegendLayout &layout);
/// Draws @p sections with their upper left corner at @p corner.
CUNTU_MAPS_EXPORT void paintLegend(QPainter &painter, const std::vector<LegendSection> &sections,
                                   const LegendLayout &layout, QPointF corner);

/// True for an SVG that can be drawn as a symbol.
CUNTU_MAPS_EXPORT bool isPicture(const QByteArray &svg);
/// Draws a sample of @p symbol into @p box: a patch, a stretch of line, or a marker. For legends, layer trees and style
/// panels.
CUNTU_MAPS_EXPORT void paintSample(QPainter &painter, const Symbol &symbol, GeometryType geometry, const QRectF &box,
                                   double pixelsPerMm);

} // namespace cuntu
