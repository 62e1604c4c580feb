// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/export.h"

namespace cuntu {

/// @p value of @p field as it may leave the program: nothing for what must stay inside.
/// With @p layerIsPersonal identity numbers are made unreadable in all texts, whatever their field is called.
Value exportedValue(const Field &field, const Value &value, bool unmask, bool layerIsPersonal);

/// True where the positions of the layer leave the program with this request.
bool exportsPositions(const ExportRequest &request);

/// @p row's geometry in the target's system. Points that have no image are left out.
Geometry exportedGeometry(const FeatureRow &row, const std::optional<CrsTransform> &transform);

/// The transformation from the features' CRS into @p epsg; none where they are the same or the features' CRS is not
/// known.
Result<std::optional<CrsTransform>> transformTo(const Crs &from, int epsg);

/// The error of a file that cannot be written: DiskFull where that is why.
Error cannotWrite(const QString &file, const QString &reason, const QStringList &details);

/// Writes one file format; each returns the number of features.
Result<qint64> exportCsv(const ExportRequest &request, const FeatureSource &features, const JobContext &job);
Result<qint64> exportXlsx(const ExportRequest &request, const FeatureSource &features, const JobContext &job);
/// By GDAL, all formats but tables.
Result<qint64> exportGdal(const ExportRequest &request, const FeatureSource &features, const JobContext &job);

/// What the columns of a table are and how a feature fills them: the same for CSV and XLSX.
class TableColumns {
public:
    static Result<TableColumns> create(const ExportRequest &request);
    const QStringList &headings() const { return m_headings; }
    /// One value per heading; choices by name, yes and no in words, dates as text.
    std::vector<Value> valuesOf(const FeatureRow &row) const;

private:
    explicit TableColumns(const ExportRequest &request) : m_request(request) {}
    void addGeometry(const FeatureRow &row, std::vector<Value> &values) const;

    ExportRequest m_request;
    QStringList m_headings;
    bool m_personal = false;
    bool m_lonLat = false;
    bool m_wkt = false;
    std::shared_ptr<std::optional<CrsTransform>> m_transform;
};

} // namespace cuntu
