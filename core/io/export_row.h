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

/// The transformation from the features' CRS into @p to; none where they are the same or the features' CRS is not
/// known.
Result<std::optional<CrsTransform>> transformTo(const Crs &from, const Crs &to);

/// The error of a file that cannot be written: DiskFull where that is why.
Error cannotWrite(const QString &file, const QString &reason, const QStringList &details);

/// Writes one file format.
Result<ExportReport> exportCsv(const ExportRequest &request, const FeatureSource &features, const JobContext &job);
Result<ExportReport> exportXlsx(const ExportRequest &request, const FeatureSource &features, const JobContext &job);
Result<ExportReport> exportOds(const ExportRequest &request, const FeatureSource &features, const JobContext &job);
/// By GDAL, all formats but tables.
Result<ExportReport> exportGdal(const ExportRequest &request, const FeatureSource &features, const JobContext &job);

/// The error of a sheet that is full.
Error sheetIsFull(const QString &file, qint64 mostRows);

/// What the columns of a table are and how a feature fills them: the same for CSV, XLSX and ODS.
class TableColumns {
public:
    static Result<TableColumns> create(const ExportRequest &request);
    const QStringList &headings() const { return m_headings; }
    /// One value per heading; choices by name, yes and no in words, dates as text.
    std::vector<Value> valuesOf(const FeatureRow &row) const;
    /// True where column @p index holds numbers as they are: not text, not masked.
    bool isNumeric(std::size_t index) const;

private:
    explicit TableColumns(const ExportRequest &request) : m_request(request) {}
    Result<void> addPositions();
    void addGeometry(const FeatureRow &row, std::vector<Value> &values) const;

    ExportRequest m_request;
    QStringList m_headings;
    bool m_personal = false;
    bool m_lonLat = false;
    bool m_wkt = false;
    double m_perUnit = 1e9; ///< to what part of a degree or metre positions are rounded: a tenth of a millimetre
    std::shared_ptr<std::optional<CrsTransform>> m_transform;
};

} // namespace cuntu
