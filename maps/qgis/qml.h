// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "maps/style/style.h"

namespace cuntu {

/// The look of a layer in QGIS: what its QML file or its part of a project says. Fields are called by their ids, as
/// exports name them.
struct QgisLook {
    LayerSchema schema;
    LayerStyle style;
};

/// @p look as a QML file of QGIS 3.22 and later: renderer (single, categorised, graduated), labels, scale range,
/// opacity, and the names of the fields in the program's language. Bounds of graduated classes belong to the class they
/// begin, as in Cuntu: QGIS includes the upper bound, so that it is written one step lower. Any thread.
CUNTU_MAPS_EXPORT QByteArray toQml(const QgisLook &look);

/// Writes toQml() to @p file, whole or not at all. Unreadable where it cannot be written.
CUNTU_MAPS_EXPORT Result<void> writeQml(const QgisLook &look, const QString &file);

/// Writes @p bytes to @p file, whole or not at all. Unreadable where it cannot be written.
Result<void> writeWhole(const QString &file, const QByteArray &bytes);

} // namespace cuntu
