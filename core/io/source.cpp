// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/source.h"

#include "core/base/text.h"
#include "core/io/openers.h"
#include "core/io/period_rows.h"
#include "core/io/ruled_rows.h"
#include "core/io/shapefile_parts.h"
#include "core/io/source_path.h"
#include "core/io/vsi_file.h"

namespace cuntu {

namespace {

enum class Kind { Text, Xlsx, OldSheet, Gdal, Unknown };

bool isText(const QByteArray &head)
{
    const bool wide = head.startsWith("\xFF\xFE") || head.startsWith("\xFE\xFF");
    return wide || !head.contains('\0') || guessEncoding(head).has_value();
}

/// By content first: files go by wrong names (a text called .xls, a workbook called .csv).
Kind kindOf(const QString &path, const QByteArray &head)
{
    constexpr const char *olePackage = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    if (head.startsWith("PK\x03\x04")) {
        if (endsWithAny(path, {".ods"})) {
            return Kind::OldSheet;
        }
        const bool workbook = vsiSize(QStringLiteral("/vsizip/{%1}/xl/workbook.xml").arg(path)) >= 0;
        return workbook || endsWithAny(path, {".xlsx", ".xlsm"}) ? Kind::Xlsx : Kind::Gdal;
    }
    if (head.startsWith(olePackage)) {
        return Kind::OldSheet;
    }
    const QByteArray start = head.startsWith("\xEF\xBB\xBF") ? head.mid(3).trimmed() : head.trimmed();
    const bool markup = start.startsWith('<') || start.startsWith('{');
    if (endsWithAny(path, {".csv", ".txt", ".tsv", ".psv"})) {
        return markup && !endsWithAny(path, {".csv"}) ? Kind::Gdal : isText(head) ? Kind::Text : Kind::Unknown;
    }
    if (endsWithAny(path, {".xls", ".xlsx", ".et"})) {
        return !markup && isText(head) ? Kind::Text : Kind::OldSheet;
    }
    return Kind::Gdal;
}

Result<std::unique_ptr<RowReader>> openShapefile(const OpenRequest &request)
{
    const LayerSchema *schema = request.schema;
    const bool isPlain =
        !schema || (schema->keyField.isEmpty() && schema->areaField.isEmpty() && schema->programme.isEmpty());
    if (auto whole = checkShapefileParts(request.path, !isPlain); !whole) {
        Error error = whole.error();
        error.where.file = request.options.file;
        return error;
    }
    return openGdal(request);
}

Result<std::unique_ptr<RowReader>> openByKind(const OpenRequest &request)
{
    if (isDatabaseAddress(request.path)) {
        return openGdal(request);
    }
    const QByteArray head = vsiHead(request.path, 4096);
    const QString named = endsWithAny(request.path, {".gz"}) ? request.path.chopped(3) : request.path;
    switch (kindOf(named, head)) {
    case Kind::Text:
        return openCsv(request);
    case Kind::Xlsx:
        return openXlsx(request);
    case Kind::OldSheet:
        return openGdalSheet(request);
    case Kind::Unknown:
        return unreadableFile(request.options.file, Core::tr("the file is called a text, but it is none"),
                              Core::tr("Export it anew from the program it comes from."));
    case Kind::Gdal:
        break;
    }
    return endsWithAny(request.path, {".shp"}) ? openShapefile(request) : openGdal(request);
}

} // namespace

struct Source::Private {
    std::unique_ptr<RowReader> reader;
    QString file;
};

Source::Source(std::unique_ptr<Private> data) : d(std::move(data)) {}
Source::~Source() = default;

Result<std::unique_ptr<Source>> Source::open(const SourceOptions &options, const LayerSchema *schema,
                                             const JobContext &job)
{
    if (job.isCancelled()) {
        return cancelledError();
    }
    const auto path = pathOfSource(options.file);
    if (!path) {
        return path.error();
    }
    const OpenRequest request{options, schema, job, *path};
    auto reader = openByKind(request);
    if (reader && schema) {
        reader = PeriodRows::create(std::move(*reader), request);
        const auto whole = reader ? checkRequiredFields((*reader)->info(), *schema, options) : Result<void>();
        if (!whole) {
            reader = whole.error();
        }
    }
    if (reader && !options.rules.isEmpty()) {
        reader = RuledRows::create(std::move(*reader), options.rules);
    }
    if (!reader) {
        Error error = reader.error();
        const bool isSecret = isDatabaseAddress(options.file);
        error.where.file = isSecret                     ? nameOfSource(options.file)
                           : error.where.file.isEmpty() ? options.file
                                                        : error.where.file;
        return error;
    }
    auto d = std::make_unique<Private>();
    d->reader = std::move(*reader);
    d->file = isDatabaseAddress(options.file) ? nameOfSource(options.file) : options.file;
    return std::unique_ptr<Source>(new Source(std::move(d)));
}

const SourceInfo &Source::info() const
{
    return d->reader->info();
}

qint64 Source::leftOut() const
{
    return d->reader->leftOut();
}

Result<bool> Source::next(SourceRow &row)
{
    auto more = d->reader->next(row);
    if (!more && more.error().where.file.isEmpty()) {
        Error error = more.error();
        error.where.file = d->file;
        return error;
    }
    return more;
}

} // namespace cuntu
