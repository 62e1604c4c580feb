// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/export.h"

#include "core/io/export_row.h"

namespace cuntu {

Result<ExportReport> exportFeatures(const ExportRequest &request, const FeatureSource &features, const JobContext &job)
{
    if (request.file.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive)) {
        return exportCsv(request, features, job);
    }
    if (request.file.endsWith(QLatin1String(".xlsx"), Qt::CaseInsensitive)) {
        return exportXlsx(request, features, job);
    }
    if (request.file.endsWith(QLatin1String(".ods"), Qt::CaseInsensitive)) {
        return exportOds(request, features, job);
    }
    return exportGdal(request, features, job);
}

} // namespace cuntu
