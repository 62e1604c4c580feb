// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/compose/legend.h"
#include "maps/render/render_job.h"

QT_FORWARD_DECLARE_CLASS(QPainter)

namespace cuntu {

/// A whole sheet with a map on it. A value.
struct MapPage {
    /// What is drawn. The size and resolution of its extent are those of the sheet.
    RenderRequest request;
    /// What must be seen, in the map's system: fitted into the part of the sheet that is free. Empty: the box of the
    /// request's extent.
    Box content;
    QString title;      ///< empty: none
    QString subtitle;   ///< one line below the title, e.g. the figure the map is about
    QString dateLine;   ///< below the map on the right: state as of, who made it; empty: none
    QString sourceLine; ///< below the map on the left; empty: none
    QString mark;       ///< e.g. "内部使用", above the map on the right; empty: none
    bool frame = true;  ///< false: the bare map fills the sheet, with nothing around it
    bool legend = true;
    bool counts = true; ///< features of each class in the legend
    bool scaleBar = true;
    bool graticule = false; ///< meridians and parallels over the map
    bool northArrow = true;
    /// Pixels of the sheet to a millimetre of the paper, for the scale in figures, where symbols are drawn larger than
    /// that makes them; 0: those of the extent.
    double paperPixelsPerMm = 0;
};

/// A drawn sheet.
struct PageResult {
    QImage image;     ///< null when drawn on a painter
    RenderResult map; ///< of the map on it; without its image
    QRectF mapFrame;  ///< where the map lies on the sheet, in pixels
    QRectF legendBox; ///< null: no legend
    std::vector<LegendSection> legend;
};

/// Draws @p page. The same page gives the same picture. Errors as render(); Misused in a process without
/// QGuiApplication when the page has a frame (its texts need fonts). Any thread.
CUNTU_MAPS_EXPORT Result<PageResult> renderPage(const MapPage &page, const JobContext &job = {});

/// Draws @p page on @p painter, whose units are the sheet's pixels, as vectors.
CUNTU_MAPS_EXPORT Result<PageResult> renderPageOn(QPainter &painter, const MapPage &page, const JobContext &job = {});

/// Draws @p page into @p file: .png, .svg or .pdf. SVG and PDF hold vectors (rasters excepted) and labels as outlines.
/// Written whole or not at all. OutOfRange for another ending; Unreadable when it cannot be written.
CUNTU_MAPS_EXPORT Result<PageResult> renderToFile(const MapPage &page, const QString &file, const JobContext &job = {});

} // namespace cuntu
