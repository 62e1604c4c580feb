// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/qgis/look_notes.h"

class QDomElement;

namespace cuntu {

/// The symbol that a <symbol> element of QGIS describes, as far as it has a place here.
Symbol symbolFromQgis(const QDomElement &symbol, LookNotes &notes);

/// Fields that the size and the direction of a marker follow, as far as Cuntu knows such a way.
struct MarkerFields {
    QString size; ///< name; empty: none
    double sizeFull = 1;
    QString turn;
};
MarkerFields markerFieldsFromQgis(const QDomElement &symbol);

/// "r,g,b" or "r,g,b,a" (QGIS also appends other notations behind them); invalid for no colour.
QColor colourFromQgis(const QString &text);

/// A length of QGIS in millimetres: @p unit is MM, Point, Pixel, Inch, or one of the map, which has no place here.
double millimetresFromQgis(double length, const QString &unit, LookNotes &notes);

} // namespace cuntu
