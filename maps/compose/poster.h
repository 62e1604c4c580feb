// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/compose/map_page.h"

namespace cuntu {

/// A number with what it counts: "312 done".
struct PosterCounter {
    QString name;
    QString value;
    QColor colour;
};

/// What is left in one area, and who answers for it.
struct PosterGroup {
    QString name;
    QString responsible; ///< empty: nobody is named
    QStringList items;
};

/// A sheet for a wall: a map, its one number, what is done and what is left, and who is responsible. A value.
struct Poster {
    /// What is drawn on the map. The size of its extent is that of the sheet; its resolution that at which symbols are
    /// drawn, which on a large sheet are larger than on paper at hand.
    RenderRequest request;
    Box content;     ///< what must be seen, in the map's system
    QSizeF sheet_mm; ///< of the paper; the pixels of the extent are spread over it
    QString title;
    QString subtitle;   ///< below the title: area, overlay, day
    QString mark;       ///< e.g. "内部使用", above on the right; empty: none
    QString approval;   ///< number under which the map was reviewed (审图号), in the footer; empty: none
    QString sourceLine; ///< in the footer on the left
    QString dateLine;   ///< in the footer on the right
    QString numberName; ///< what the one number says
    QString number;     ///< "86.21 %"; empty: none
    QString numberNote; ///< below it: "670 of 859"
    std::vector<PosterCounter> counters;
    QString listTitle; ///< of what is left
    std::vector<PosterGroup> groups;
    QString nothingLeft; ///< instead of the list, where there are no groups
};

/// A text on a drawn poster, and the room it was given.
struct PosterText {
    QString text;
    QRectF box; ///< pixels of the sheet
};

/// A drawn poster.
struct PosterResult {
    QImage image; ///< null when drawn into a file of vectors
    PageResult map;
    QRectF mapFrame;
    std::vector<PosterText> texts;
    int itemsShown = 0;
    int itemsLeftOut = 0; ///< of the groups; the sheet says how many
};

/// Draws @p poster. Texts are made smaller, and lists cut with the number of what is left out, until everything fits.
/// Errors as render(); Misused in a process without QGuiApplication. Any thread.
CUNTU_MAPS_EXPORT Result<PosterResult> renderPoster(const Poster &poster, const JobContext &job = {});

/// Draws @p poster into @p file: .png, .svg or .pdf, as renderToFile() does a page; a PDF has the size of the paper.
CUNTU_MAPS_EXPORT Result<PosterResult> renderPosterToFile(const Poster &poster, const QString &file,
                                                          const JobContext &job = {});

} // namespace cuntu
