// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/layer_schema.h"
#include "maps/style/style.h"

class QXmlStreamWriter;

namespace cuntu {

/// Writes the symbol called @p name for features of @p type as QGIS has it. The layer with the symbol's own colour is
/// the one QGIS calls the symbol's colour; others are locked.
/// Markers whose style has fields for size and direction follow them there, too.
void writeSymbol(QXmlStreamWriter &xml, const QString &name, const Symbol &symbol, GeometryType type,
                 const LayerStyle &style);

/// "r,g,b,a"; transparent for no colour.
QString qgisColour(const QColor &colour);

} // namespace cuntu
