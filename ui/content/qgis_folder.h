// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/exports.h"
#include "maps/qgis/qml.h"

#include <QSet>

namespace cuntu {

/// Which layers a map shows and how they lie. Empty: as `cuntu render` draws them, people's places hidden.
struct LayerArrangement {
    QStringList order; ///< bottom first; those not in it have their usual place
    std::optional<QSet<QString>> hidden = {};
};

/// Writes the project as a folder, @p order.file, that QGIS opens: all layers in data.gpkg, with where they stand on
/// the order's day as columns, and NAME.qgs with layers, order, visibility, looks, labels and ranges of scales as
/// Cuntu has them. Layers that have a life cycle and for which nobody chose a look are coloured by their status.
/// Privacy is that of @p order; recorded as its 'what'. Errors as runExport(). Any thread.
Result<ExportOutcome> exportQgisFolder(Project &project, const ExportOrder &order, const LayerArrangement &arrangement,
                                       const JobContext &job);

/// True for a file that holds a look: .qml, .sld.
bool isLookFile(const QString &file);

/// Writes the look of layer @p order.what as a QML file of QGIS, or a Styled Layer Descriptor; recorded. NotFound.
Result<ExportOutcome> exportLook(Project &project, const ExportOrder &order);

/// The look of @p layer in QGIS, see exportQgisFolder(). @p place: of the layer among the others.
Result<QgisLook> qgisLook(const Project &project, const LayerInfo &layer, int place);

} // namespace cuntu
