// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/row_reader.h"

namespace cuntu {

/// Opens delimited text: encoding and separator are detected, the rest is TableSource's.
Result<std::unique_ptr<RowReader>> openCsv(const OpenRequest &request);

/// Opens an Excel workbook (.xlsx, .xlsm).
Result<std::unique_ptr<RowReader>> openXlsx(const OpenRequest &request);

/// Opens a sheet of a format that GDAL reads: .ods, .xls.
Result<std::unique_ptr<RowReader>> openGdalSheet(const OpenRequest &request);

/// Opens anything else that GDAL reads.
Result<std::unique_ptr<RowReader>> openGdal(const OpenRequest &request);

/// Position of the wanted sheet (by name, else by number from 1) among @p sheets; NotFound with their names where there
/// is none.
Result<std::size_t> chooseSheet(const QStringList &sheets, const SourceOptions &options);

} // namespace cuntu
