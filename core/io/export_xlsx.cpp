// SPDX-License-Identifier: GPL-3.0-or-later
// Row by row into a temporary file: libxlsxwriter's constant memory mode.
#include "core/base/text.h"
#include "core/io/export_row.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <xlsxwriter.h>

#include <cmath>
#include <filesystem>
#include <memory>
#include <system_error>

namespace cuntu {

namespace {

constexpr qint64 k_mostRows = 1'048'575; // of a sheet, after its header
constexpr std::size_t k_longestCell = 32'767;

struct WorkbookCloser {
    void operator()(lxw_workbook *workbook) const { workbook_close(workbook); }
};
using Workbook = std::unique_ptr<lxw_workbook, WorkbookCloser>;

/// @p name as Excel takes it for a sheet: 31 characters, none of []:*?/\ and no apostrophe at an end.
QByteArray sheetName(const LayerSchema &schema)
{
    static const QRegularExpression forbidden(QStringLiteral("[\\[\\]:*?/\\\\']"));
    constexpr qsizetype longest = 31;
    QString name = schema.name.toString().isEmpty() ? schema.id : schema.name.toString();
    name = name.replace(forbidden, QStringLiteral(" ")).trimmed().left(longest);
    return (name.isEmpty() ? QStringLiteral("data") : name).toUtf8();
}

/// Writes one row; false where the library refuses.
bool writeRow(lxw_worksheet *sheet, lxw_row_t row, const std::vector<Value> &values)
{
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto column = static_cast<lxw_col_t>(i);
        lxw_error said = LXW_NO_ERROR;
        if (const auto *whole = std::get_if<std::int64_t>(&values[i])) {
            constexpr std::int64_t exactInDouble = std::int64_t{1} << 53;
            said = std::abs(*whole) <= exactInDouble
                       ? worksheet_write_number(sheet, row, column, static_cast<double>(*whole), nullptr)
                       : worksheet_write_string(sheet, row, column, std::to_string(*whole).c_str(), nullptr);
        } else if (const auto *real = std::get_if<double>(&values[i]); real && std::isfinite(*real)) {
            said = worksheet_write_number(sheet, row, column, *real, nullptr);
        } else if (const auto *text = std::get_if<std::string>(&values[i]); text && !text->empty()) {
            // In characters, and never as a formula: it is written as text.
            said = text->size() <= k_longestCell ? worksheet_write_string(sheet, row, column, text->c_str(), nullptr)
                                                 : LXW_NO_ERROR;
        }
        if (said != LXW_NO_ERROR) {
            return false;
        }
    }
    return true;
}

Result<qint64> writeSheet(lxw_worksheet *sheet, const TableColumns &columns, const ExportRequest &request,
                          const FeatureSource &features, const JobContext &job)
{
    std::vector<Value> headings;
    for (const QString &heading : columns.headings()) {
        headings.emplace_back(heading.toStdString());
    }
    writeRow(sheet, 0, headings);
    qint64 count = 0;
    FeatureRow row;
    auto more = features(row);
    for (; more && *more; more = features(row)) {
        if (++count > k_mostRows) {
            return sheetIsFull(request.file, k_mostRows);
        }
        if (!writeRow(sheet, static_cast<lxw_row_t>(count), columns.valuesOf(row))) {
            return cannotWrite(request.file, Core::tr("row %1 could not be written").arg(count), {});
        }
        if (count % 256 == 0 && job.isCancelled()) {
            return cancelledError();
        }
    }
    return more ? Result<qint64>(count) : Result<qint64>(more.error());
}

} // namespace

Result<ExportReport> exportXlsx(const ExportRequest &request, const FeatureSource &features, const JobContext &job)
{
    const auto columns = TableColumns::create(request);
    if (!columns) {
        return columns.error();
    }
    const QTemporaryDir folder(QFileInfo(request.file).absolutePath() + QStringLiteral("/.cuntu-XXXXXX"));
    if (!folder.isValid()) {
        return cannotWrite(request.file, folder.errorString(), {});
    }
    const QByteArray path = folder.filePath(QStringLiteral("book.xlsx")).toUtf8();
    QByteArray scratch = folder.path().toUtf8();
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = scratch.data();
    Workbook workbook(workbook_new_opt(path.constData(), &options));
    lxw_worksheet *sheet =
        workbook ? workbook_add_worksheet(workbook.get(), sheetName(request.schema).constData()) : nullptr;
    if (!sheet) {
        return cannotWrite(request.file, Core::tr("the sheet could not be made"), {});
    }
    auto written = writeSheet(sheet, *columns, request, features, job);
    const lxw_error closed = workbook_close(workbook.release());
    if (!written) {
        return written.error();
    }
    if (closed != LXW_NO_ERROR) {
        return cannotWrite(request.file, QString::fromUtf8(lxw_strerror(closed)), {});
    }
    std::error_code error;
    std::filesystem::rename(path.toStdString(), std::filesystem::path(request.file.toStdU16String()), error);
    if (error) {
        return cannotWrite(request.file, QString::fromStdString(error.message()), {});
    }
    return ExportReport{*written, {}};
}

} // namespace cuntu
