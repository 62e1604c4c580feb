// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/io/csv_parser.h"
#include "core/io/openers.h"
#include "core/io/table_source.h"

#include <QFileInfo>

namespace cuntu {

namespace {

class CsvRows : public RowStream {
public:
    explicit CsvRows(CsvParser parser) : m_parser(std::move(parser)) {}
    Result<bool> next(qint64 &number, std::vector<std::string> &cells) override { return m_parser.next(number, cells); }
    qint64 expectedRows(double bytesPerRow) const override
    {
        return static_cast<qint64>(static_cast<double>(m_parser.size()) / bytesPerRow);
    }

private:
    CsvParser m_parser;
};

/// Coordinates of a CSV may have a .prj beside it, as GDAL's driver writes it.
std::optional<Crs> crsBeside(const QString &path)
{
    const qsizetype dot = path.lastIndexOf(QLatin1Char('.'));
    const QByteArray wkt = dot > 0 ? vsiHead(path.left(dot) + QStringLiteral(".prj"), 65536) : QByteArray();
    if (wkt.trimmed().isEmpty()) {
        return std::nullopt;
    }
    const auto crs = Crs::fromUser(QString::fromUtf8(wkt));
    return crs ? std::optional(*crs) : std::nullopt;
}

Error inFile(Error error, const QString &file)
{
    error.where.file = file;
    return error;
}

} // namespace

Result<std::unique_ptr<RowReader>> openCsv(const OpenRequest &request)
{
    TableFormat format;
    format.info.driver = QStringLiteral("CSV");
    format.info.sheets = QStringList{QFileInfo(request.path).completeBaseName()};
    if (auto sheet = chooseSheet(format.info.sheets, request.options); !sheet) {
        return sheet.error();
    }
    format.info.sheet = format.info.sheets.first();
    if (request.options.encoding.isEmpty()) {
        auto guess = guessFileEncoding(request.path);
        if (!guess) {
            return inFile(guess.error(), request.options.file);
        }
        format.info.encoding = guess->name;
        format.info.encodingReason = guess->reason;
    } else {
        format.info.encoding = request.options.encoding;
        format.info.encodingReason = Core::tr("as you said");
    }
    auto head = TextStream::open(request.path, format.info.encoding);
    std::string sample;
    constexpr std::size_t sampleSize = 65536;
    if (!head) {
        return inFile(head.error(), request.options.file);
    }
    if (auto read = head->read(sample, sampleSize); !read) {
        Error error = inFile(read.error(), request.options.file);
        error.where.row = 1; // the sample fails only where not one character of it could be read
        return error;
    }
    const char separator = guessSeparator(sample);
    const OpenRows openRows = [path = request.path, encoding = format.info.encoding, separator,
                               file = request.options.file]() -> Result<std::unique_ptr<RowStream>> {
        auto stream = TextStream::open(path, encoding);
        if (!stream) {
            return inFile(stream.error(), file);
        }
        return std::unique_ptr<RowStream>(std::make_unique<CsvRows>(CsvParser(std::move(*stream), separator)));
    };
    SourceOptions options = request.options;
    const bool besideUsed = !options.sourceCrs && (options.sourceCrs = crsBeside(request.path)).has_value();
    const OpenRequest asked{options, request.schema, request.job, request.path};
    if (besideUsed) {
        format.info.notes << Core::tr("the coordinate system is that of the .prj beside the file");
    }
    return TableSource::open(asked, openRows, std::move(format));
}

} // namespace cuntu
