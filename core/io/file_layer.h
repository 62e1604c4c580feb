// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/export_format.h"
#include "core/io/export_target.h"
#include "core/io/text_encoder.h"

namespace cuntu {

/// Writes features into one layer of a file that GDAL is making. Request, format and target must outlive it.
class FileLayer {
public:
    /// @p near: somewhere among the features, in their CRS; MapInfo's grid of whole numbers is laid around it. May be
    /// empty.
    static Result<std::unique_ptr<FileLayer>> create(ExportTarget &target, const ExportRequest &request,
                                                     const ExportFormat &format, const Geometry &near);
    Result<void> write(const FeatureRow &row);
    /// What was renamed, cut and replaced.
    QStringList notes() const;

private:
    FileLayer(ExportTarget &target, const ExportRequest &request, const ExportFormat &format);
    Result<void> begin(const Geometry &near);
    Result<void> createFields();
    Result<void> createField(const QString &id, FieldType type);
    QString nameInFile(const QString &id);
    void setValue(OGRFeature &feature, int index, const Value &value);
    Result<void> setGeometry(OGRFeature &feature, const FeatureRow &row) const;
    QStringList layerOptions(const Crs &crs, const Geometry &near) const;

    const ExportRequest &m_request;
    const ExportFormat &m_format;
    bool m_withPositions;
    bool m_personal;
    std::optional<CrsTransform> m_transform;
    std::optional<TextEncoder> m_encoder;
    ExportTarget &m_target;
    Box m_bounds; ///< positions outside cannot be written; empty: all can
    OGRLayer *m_layer = nullptr;
    QStringList m_names;   ///< of the fields in the file, lower case
    QStringList m_renamed; ///< "village_code → village_co"
    qint64 m_cut = 0;      ///< texts
    qint64 m_zeroed = 0;   ///< empty numbers
};

} // namespace cuntu
