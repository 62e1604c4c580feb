// SPDX-License-Identifier: GPL-3.0-or-later
// Spreadsheets: .xlsx by XlsxBook, .ods and .xls by GDAL.
#include "core/base/text.h"
#include "core/io/openers.h"
#include "core/io/table_source.h"
#include "core/io/vsi_file.h"
#include "core/io/xlsx_book.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

namespace cuntu {

namespace {

struct DatasetCloser {
    void operator()(GDALDataset *dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<GDALDataset, DatasetCloser>;

Dataset openBook(const QString &path, QStringList &messages)
{
    GdalGuard guard;
    const char *const drivers[] = {"ODS", "XLS", nullptr};
    GDALAllRegister();
    Dataset dataset(GDALDataset::Open(path.toUtf8().constData(),
                                      GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR, drivers));
    if (dataset) {
        std::ignore = dataset->GetLayerCount(); // the sheets of an ODS are looked into now, while the settings hold
    }
    messages = guard.messages();
    return dataset;
}

/// Rows of a sheet that GDAL reads without making one of them a header.
class GdalSheetRows : public RowStream {
public:
    GdalSheetRows(Dataset dataset, OGRLayer *layer) : m_dataset(std::move(dataset)), m_layer(layer)
    {
        m_layer->ResetReading();
    }

    Result<bool> next(qint64 &number, std::vector<std::string> &cells) override
    {
        const GdalGuard guard(GdalGuard::For::Reading);
        for (;;) {
            const OGRFeatureUniquePtr feature(m_layer->GetNextFeature());
            if (!feature) {
                return false;
            }
            number = feature->GetFID();
            cells.resize(static_cast<std::size_t>(feature->GetFieldCount()));
            bool anything = false;
            for (int i = 0; i < feature->GetFieldCount(); ++i) {
                const char *text = feature->IsFieldSetAndNotNull(i) ? feature->GetFieldAsString(i) : "";
                cells[static_cast<std::size_t>(i)] = text;
                anything = anything || *text != '\0';
            }
            if (anything) {
                return true;
            }
        }
    }
    qint64 expectedRows(double) const override { return m_layer->GetFeatureCount(FALSE); }

private:
    Dataset m_dataset;
    OGRLayer *m_layer;
};

/// The wanted sheet; where none is named, the first one that has rows.
Result<std::size_t> firstWithRows(const OpenRequest &request, const QStringList &names,
                                  const std::function<bool(std::size_t)> &hasRows)
{
    auto chosen = chooseSheet(names, request.options);
    if (!chosen || !request.options.sheet.isEmpty()) {
        return chosen;
    }
    for (std::size_t i = 0; i < static_cast<std::size_t>(names.size()); ++i) {
        if (hasRows(i)) {
            return i;
        }
    }
    return chosen;
}

void noteOtherSheets(SourceInfo &info, const SourceOptions &options)
{
    if (info.sheets.size() > 1 && options.sheet.isEmpty()) {
        info.notes << Core::tr("of the sheets %1, '%2' is read; --sheet names another")
                          .arg(info.sheets.join(QStringLiteral(", ")), info.sheet);
    }
}

} // namespace

Result<std::size_t> chooseSheet(const QStringList &sheets, const SourceOptions &options)
{
    if (options.sheet.isEmpty()) {
        return std::size_t{0};
    }
    qsizetype at = sheets.indexOf(options.sheet);
    if (at < 0) {
        bool ok = false;
        const qsizetype number = options.sheet.toInt(&ok);
        at = ok && number >= 1 && number <= sheets.size() ? number - 1 : -1;
    }
    if (at >= 0) {
        return static_cast<std::size_t>(at);
    }
    Error error{ErrorCode::NotFound,
                Core::tr("there is no sheet or layer '%1'").arg(options.sheet),
                {},
                Core::tr("There are: %1.").arg(sheets.join(QStringLiteral(", "))),
                {},
                {}};
    error.where.file = options.file;
    return error;
}

Result<std::unique_ptr<RowReader>> openXlsx(const OpenRequest &request)
{
    const GdalGuard guard;
    auto book = XlsxBook::open(request.path);
    if (!book) {
        Error error = book.error();
        error.where.file = request.options.file;
        error.details = guard.messages();
        return error;
    }
    TableFormat format;
    format.isSheet = true;
    format.info.driver = QStringLiteral("XLSX");
    format.info.encoding = QStringLiteral("UTF-8");
    format.info.encodingReason = Core::tr("fixed by the format");
    for (const XlsxBook::Sheet &sheet : (*book)->sheets()) {
        format.info.sheets << sheet.name;
    }
    const auto hasRows = [&](std::size_t i) {
        auto rows = XlsxBook::rows(*book, (*book)->sheets()[i]);
        qint64 number = 0;
        std::vector<std::string> cells;
        const auto more = rows ? (*rows)->next(number, cells) : Result<bool>(false);
        return !more || *more; // a damaged sheet is not passed over in silence
    };
    const auto chosen = firstWithRows(request, format.info.sheets, hasRows);
    if (!chosen) {
        return chosen.error();
    }
    const XlsxBook::Sheet &sheet = (*book)->sheets()[*chosen];
    format.info.sheet = sheet.name;
    noteOtherSheets(format.info, request.options);
    return TableSource::open(
        request, [book = *book, &sheet] { return XlsxBook::rows(book, sheet); }, std::move(format));
}

Result<std::unique_ptr<RowReader>> openGdalSheet(const OpenRequest &request)
{
    QStringList messages;
    Dataset dataset = openBook(request.path, messages);
    if (!dataset || dataset->GetLayerCount() == 0) {
        Error error{ErrorCode::Unreadable,
                    Core::tr("the spreadsheet cannot be read; it may be damaged or protected by a password"),
                    {},
                    Core::tr("Open it in a spreadsheet program and save it as .xlsx without a password."),
                    {},
                    messages};
        error.where.file = request.options.file;
        return error;
    }
    TableFormat format;
    format.isSheet = true;
    format.fillAreasDown = true;
    format.info.driver = QString::fromUtf8(dataset->GetDriverName());
    format.info.encoding = QStringLiteral("UTF-8");
    format.info.encodingReason = Core::tr("fixed by the format");
    for (OGRLayer *layer : dataset->GetLayers()) {
        format.info.sheets << QString::fromUtf8(layer->GetName());
    }
    const auto hasRows = [&](std::size_t i) {
        const GdalGuard guard;
        return dataset->GetLayer(static_cast<int>(i))->GetFeatureCount() > 0;
    };
    const auto chosen = firstWithRows(request, format.info.sheets, hasRows);
    if (!chosen) {
        return chosen.error();
    }
    format.info.sheet = format.info.sheets[static_cast<qsizetype>(*chosen)];
    noteOtherSheets(format.info, request.options);
    const OpenRows openRows = [path = request.path,
                               index = static_cast<int>(*chosen)]() -> Result<std::unique_ptr<RowStream>> {
        QStringList said;
        Dataset again = openBook(path, said);
        OGRLayer *layer = again ? again->GetLayer(index) : nullptr;
        if (!layer) {
            return Error{
                ErrorCode::Unreadable, Core::tr("the sheet cannot be read"), {path, {}, 0, {}, {}, {}}, {}, {}, said};
        }
        return std::unique_ptr<RowStream>(std::make_unique<GdalSheetRows>(std::move(again), layer));
    };
    return TableSource::open(request, openRows, std::move(format));
}

} // namespace cuntu
