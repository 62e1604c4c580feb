// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/compose/poster.h"

#include <QFont>

namespace cuntu {

/// A line of text on a poster, ready to be drawn.
struct PosterLine {
    QString text;
    QPointF base;
    QFont font;
    QColor colour;
};

/// Where everything stands on a poster, in pixels. The module is a hundredth of its shorter side.
///
///     across:                                  upright:
///     +------------------------------------+   +--------------------+
///     | TITLE                        mark  |   | TITLE        mark  |
///     | subtitle                           |   | subtitle           |
///     | +----------------------+  NUMBER   |   | +----------------+ |
///     | |                      |  counters |   | |      map       | |
///     | |         map          |           |   | +----------------+ |
///     | |                      |  list     |   | NUMBER   | list    |
///     | +----------------------+           |   | counters |         |
///     | source      approval         date  |   | source        date |
///     +------------------------------------+   +--------------------+
struct PosterLayout {
    double module_px = 1;
    QRectF sheet;
    QRectF mapBox;    ///< with its furniture; whole pixels
    QRectF numberBox; ///< number and counters
    QRectF listBox;
    std::vector<PosterLine> lines;
    std::vector<std::pair<QRectF, QColor>> patches; ///< behind counters
    std::vector<PosterText> texts;
    int itemsShown = 0;
    int itemsLeftOut = 0;
};

/// Lays @p poster out. Needs fonts.
PosterLayout layOut(const Poster &poster);

/// Lays @p groups out in @p box in columns, the text as large as it can be between @p least_px and @p most_px; where
/// all of it does not fit at the least, every group shows its first items and says how many more there are.
void layOutGroups(PosterLayout &layout, const std::vector<PosterGroup> &groups, const QRectF &box, double least_px,
                  double most_px);

} // namespace cuntu
