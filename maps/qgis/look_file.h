// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "maps/style/style.h"

#include <QStringList>

namespace cuntu {

/// A look that was read from another program's file, and what of it has no place here.
struct ReadLook {
    LayerStyle style;
    QStringList leftOut; ///< sentences for people, each once
};

/// The look in a QML file of QGIS 2 or 3 for a layer of @p schema: single, categorised and graduated symbols, rules
/// that are categories, markers, lines with casing or dashes, fills and hatches, the simple label, opacity and scale
/// range. A field is known by its id or one of its names; where the layer does not have it, one symbol serves. Invalid:
/// no QML. Any thread.
CUNTU_MAPS_EXPORT Result<ReadLook> lookFromQml(const QByteArray &bytes, const LayerSchema &schema);

/// The look in a Styled Layer Descriptor (OGC 02-070 version 1.0, OGC 05-077r4 Symbology Encoding 1.1): rules with
/// equality become categories, rules with ranges classes, the first text symboliser the label. Sizes without a unit are
/// pixels of 0.28 mm (OGC 05-077r4, 11.1.3). Otherwise as lookFromQml().
CUNTU_MAPS_EXPORT Result<ReadLook> lookFromSld(const QByteArray &bytes, const LayerSchema &schema);

/// The look in @p file, a .qml or .sld. Unreadable: it cannot be read, or is larger than 16 MB; OutOfRange: another
/// ending; else as above, naming the file.
CUNTU_MAPS_EXPORT Result<ReadLook> readLook(const QString &file, const LayerSchema &schema);

/// @p style of a layer of @p schema as a Styled Layer Descriptor 1.1, sizes in pixels of 0.28 mm. Any thread.
CUNTU_MAPS_EXPORT QByteArray toSld(const LayerSchema &schema, const LayerStyle &style);

/// Writes toSld() to @p file, whole or not at all. Unreadable where it cannot be written.
CUNTU_MAPS_EXPORT Result<void> writeSld(const LayerSchema &schema, const LayerStyle &style, const QString &file);

} // namespace cuntu
