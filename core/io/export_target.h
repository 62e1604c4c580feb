// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/export_row.h"
#include "core/io/gdal_source.h"

#include <QTemporaryDir>

namespace cuntu {

/// A file that GDAL is writing in a hidden folder beside its place, so that the old one stays until it is whole.
class ExportTarget {
public:
    /// @p driver as GDAL calls it; @p options are its creation options, 'KEY=VALUE'.
    static Result<std::unique_ptr<ExportTarget>> create(const QString &file, const char *driver,
                                                        const QStringList &options);

    GDALDataset &dataset() { return *m_dataset; }
    /// Closes the file and moves it, with all that belongs to it, into place.
    Result<void> commit();
    /// The error with what GDAL said.
    Error failed(const QString &reason) const;

private:
    ExportTarget(const QString &file, const QString &folder)
        : m_file(file), m_folder(folder + QStringLiteral("/.cuntu-XXXXXX"))
    {
    }
    void removeStale() const;

    GdalGuard m_guard; ///< first: GDAL may speak until the dataset is closed
    QString m_file;
    QTemporaryDir m_folder;
    GdalDataset m_dataset;
};

} // namespace cuntu
