// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geo/stationing.h"
#include "core/io/row_check.h"
#include "core/schema/line_reference.h"
#include "core/store/layer_table.h"

#include <QHash>

namespace cuntu {

/// Finds where the rows of a layer of stretches (lineReferenceOf()) are: cuts their lines at their stations.
/// Of one import; the database must outlive it.
///
/// A row is rejected where its line is not in the project or has no position, where it does not begin before it ends,
/// and where it ends more than 20 m and 1 % behind the last station. One that ends a little behind it is taken up to
/// the last station, with a warning: registers are rounded.
class StretchLocator {
public:
    /// Reads the keys of the lines. NotFound where the project has no such lines yet.
    static Result<StretchLocator> begin(const Database &database, const LayerSchema &stretches,
                                        const LineReference &reference, const Crs &crs);

    /// Gives each row of @p rows its geometry, and one without a key the key "<line> K0+000-K1+250"; takes those out
    /// that cannot be located, and says why in @p findings.
    Result<void> locate(std::vector<FeatureRow> &rows, std::vector<RowFinding> &findings);

private:
    StretchLocator(const Database &database, LayerSchema stretches, LayerSchema lines, LineReference reference,
                   Geodesic geodesic);
    Result<void> readKeys();
    Result<QString> place(FeatureRow &row, std::vector<RowFinding> &findings);
    QString placeOn(const Stationing &line, FeatureRow &row, std::vector<RowFinding> &findings) const;
    Result<Stationing> stationing(FeatureId line) const;
    QString giveKey(FeatureRow &row);
    double number(const FeatureRow &row, const QString &field) const;
    QString headingOf(const QString &field) const;

    const Database *m_database;
    LayerSchema m_schema;
    LayerSchema m_lines;
    LineReference m_reference;
    Geodesic m_geodesic;
    QHash<QString, FeatureId> m_byKey; ///< lines by their keys, normalised()
    QHash<QString, qint64> m_given;    ///< keys that rows without one got, and the rows
};

} // namespace cuntu
