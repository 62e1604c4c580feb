// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/compose/map_page.h"

namespace cuntu {

/// Where everything stands on a sheet, in pixels. All sizes grow with the sheet: its module is a hundredth of its
/// shorter side.
///
///     +--------------------------------------+
///     |                TITLE           mark  |
///     |               subtitle               |
///     | +----------------------------------+ |
///     | |                                 N| |
///     | |   map                            | |
///     | |                          +------+| |
///     | |  |--scale--|             |legend|| |
///     | +----------------------------------+ |
///     | source       1 : 100,000        date |
///     +--------------------------------------+
struct PageLayout {
    double module_px = 1;
    double titleSize_px = 0;
    double subtitleSize_px = 0;
    double noteSize_px = 0;
    QRectF sheet;
    QRectF mapFrame;  ///< whole pixels
    QRectF legendBox; ///< with its margins; null: none
    LegendLayout legendLayout;
    std::vector<LegendSection> legend;
    RenderRequest request; ///< of the map in its frame
};

/// Lays @p page out. What must be seen is fitted into the part of the frame that the legend leaves free.
PageLayout layOut(const MapPage &page);

} // namespace cuntu
