// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/table_source.h"

#include "core/base/text.h"
#include "core/io/cell_text.h"
#include "core/io/coordinate_text.h"
#include "core/io/utf8.h"
#include "core/io/wkt_geometry.h"

#include <algorithm>
#include <numeric>

namespace cuntu {

namespace {

constexpr std::size_t k_peekedForHeader = 60;
constexpr std::size_t k_peekedForCrs = 2000;

bool isNumberColumn(const LayerSchema &schema, const QString &id)
{
    const Field *field = schema.findField(id);
    return field &&
           (field->type == FieldType::Integer || field->type == FieldType::Real || field->type == FieldType::Boolean);
}

std::ptrdiff_t columnOf(const SourceInfo &info, QLatin1String id)
{
    const auto found =
        std::find_if(info.columns.begin(), info.columns.end(), [&](const SourceColumn &c) { return c.field == id; });
    return found == info.columns.end() ? -1 : found - info.columns.begin();
}

} // namespace

Result<std::unique_ptr<RowReader>> TableSource::open(const OpenRequest &request, const OpenRows &openRows,
                                                     TableFormat format)
{
    std::unique_ptr<TableSource> source(new TableSource(request));
    source->m_format = std::move(format);
    auto rows = openRows();
    if (!rows) {
        return rows.error();
    }
    source->m_rows = std::move(*rows);
    source->m_merged = source->m_rows->mergedCells();
    if (auto done = source->peek(request); !done) {
        return done.error();
    }
    if (auto done = source->findColumns(request); !done) {
        return done.error();
    }
    source->checkGeometryColumns();
    source->settleColumns();
    CoordinateSample sample;
    if (request.schema) {
        source->scanPeeked(sample);
    } else if (auto done = source->scanAll(request, openRows, sample); !done) {
        return done.error();
    }
    if (auto done = source->chooseCrs(request, sample); !done) {
        return done.error();
    }
    return std::unique_ptr<RowReader>(std::move(source));
}

Result<void> TableSource::peek(const OpenRequest &request)
{
    while (m_peeked.size() < k_peekedForCrs) {
        PeekedRow row;
        auto more = m_rows->next(row.number, row.cells);
        if (!more) {
            return more.error();
        }
        if (!*more) {
            break;
        }
        if (request.job.isCancelled()) {
            return cancelledError();
        }
        m_peeked.push_back(std::move(row));
    }
    if (m_peeked.empty()) {
        Error error{ErrorCode::Unreadable,
                    Core::tr("there are no rows"),
                    {},
                    Core::tr("Choose another sheet or file."),
                    {},
                    {}};
        error.where.file = request.options.file;
        error.where.sheet = info().sheet;
        return error;
    }
    return {};
}

Result<void> TableSource::findColumns(const OpenRequest &request)
{
    const std::size_t shown = std::min(m_peeked.size(), k_peekedForHeader);
    const std::vector<PeekedRow> top(m_peeked.begin(), m_peeked.begin() + static_cast<std::ptrdiff_t>(shown));
    const HeaderQuestion question{
        top, m_merged, m_matcher, request.options.fieldMap, m_schema != nullptr, m_format.isSheet};
    const Header header = findHeader(question);
    const auto fields = m_matcher.match(header.headings, request.options.fieldMap);
    if (!fields) {
        Error error = fields.error();
        error.where.file = request.options.file;
        return error;
    }
    SourceInfo &found = m_format.info;
    for (qsizetype i = 0; i < header.headings.size(); ++i) {
        found.columns.push_back({header.headings[i], (*fields)[i], FieldType::Text});
    }
    const std::size_t skipped = header.rows == 0 ? 0 : header.first + header.rows;
    for (std::size_t i = 0; i < skipped; ++i) {
        std::vector<std::string> cells = m_peeked.front().cells;
        if (i >= header.first) {
            cells.resize(found.columns.size());
            m_headerCells.push_back(std::move(cells));
        } else {
            QStringList words;
            for (const std::string &cell : cells) {
                words << QString::fromStdString(cell).simplified();
            }
            m_titles << words.join(QLatin1Char(' ')).simplified();
        }
        found.headerRows = static_cast<int>(m_peeked.front().number);
        m_peeked.pop_front();
    }
    if (header.rows == 0) {
        found.notes << Core::tr("there is no row of headings; the columns are called after their letters");
    }
    return {};
}

/// Keeps coordinate columns only where both are there, they hold what they promise and the layer wants positions of
/// that kind.
void TableSource::checkGeometryColumns()
{
    SourceInfo &found = m_format.info;
    m_x = columnOf(found, QLatin1String("@x"));
    m_y = columnOf(found, QLatin1String("@y"));
    m_wkt = columnOf(found, QLatin1String("@wkt"));
    if (m_wkt >= 0) {
        const auto at = static_cast<std::size_t>(m_wkt);
        const auto filled = std::find_if(m_peeked.begin(), m_peeked.end(), [&](const PeekedRow &row) {
            return at < row.cells.size() && !trimmed(row.cells[at]).empty();
        });
        if (filled == m_peeked.end() || !looksLikeWkt(trimmed(filled->cells[at]))) {
            m_wkt = -1;
        }
    }
    const bool noPoints =
        m_schema && (m_schema->geometry == GeometryType::Line || m_schema->geometry == GeometryType::Polygon);
    const bool nowhere = m_schema && m_schema->geometry == GeometryType::None;
    if (m_x < 0 || m_y < 0 || m_wkt >= 0 || noPoints || nowhere) {
        if (m_x >= 0 && m_y >= 0 && noPoints && m_wkt < 0) {
            found.notes << Core::tr(
                "the coordinate columns give points, but the layer holds lines or areas: they are not used");
        } else if ((m_x >= 0) != (m_y >= 0)) {
            found.notes << Core::tr("only one of the two coordinate columns was found: it is not used");
        }
        m_x = m_y = -1;
    }
    if (nowhere) {
        m_wkt = -1;
    }
}

/// Columns that are no positions after all give them up; a plain layer's get ids; which ones merged cells fill is
/// settled.
void TableSource::settleColumns()
{
    SourceInfo &found = m_format.info;
    for (std::size_t i = 0; i < found.columns.size(); ++i) {
        const auto index = static_cast<std::ptrdiff_t>(i);
        QString &field = found.columns[i].field;
        const bool position =
            field == QLatin1String("@x") || field == QLatin1String("@y") || field == QLatin1String("@wkt");
        if (position && index != m_x && index != m_y && index != m_wkt) {
            field.clear();
        }
    }
    if (!m_schema) {
        giveColumnsIds(found.columns);
    }
    m_fill.resize(found.columns.size());
    m_fills.resize(found.columns.size());
    for (std::size_t i = 0; i < found.columns.size(); ++i) {
        const QString &field = found.columns[i].field;
        const bool position = field == QLatin1String("@x") || field == QLatin1String("@y");
        // A number over merged rows is one quantity for all of them; giving it to each would count it several times.
        m_fills[i] = !field.isEmpty() && !position && !(m_schema && isNumberColumn(*m_schema, field));
    }
}

void TableSource::sampleRow(std::vector<std::string> &cells, CoordinateSample &sample)
{
    cells.resize(info().columns.size());
    if (m_x >= 0) {
        const auto x = coordinateFromCell(trimmed(cells[static_cast<std::size_t>(m_x)]));
        const auto y = coordinateFromCell(trimmed(cells[static_cast<std::size_t>(m_y)]));
        if (x && y) {
            sample.add({*x, *y});
        }
    } else if (m_wkt >= 0) {
        const std::string &text = cells[static_cast<std::size_t>(m_wkt)];
        const GeometryOutcome read = text.empty() ? GeometryOutcome{} : fromWkt(text);
        if (!read.geometry.isEmpty()) {
            const Box box = read.geometry.extent();
            sample.add({box.minX, box.minY});
            sample.add({box.maxX, box.maxY});
            GeometryType &type = m_format.info.geometry;
            type = type == GeometryType::None || type == read.geometry.type ? read.geometry.type : GeometryType::Any;
        }
    }
}

/// Looks at the rows read ahead, for positions and to know about how many rows there are.
void TableSource::scanPeeked(CoordinateSample &sample)
{
    std::size_t bytes = 1;
    for (const PeekedRow &row : m_peeked) {
        std::vector<std::string> cells = row.cells;
        bytes += std::accumulate(cells.begin(), cells.end(), cells.size(),
                                 [](std::size_t sum, const std::string &cell) { return sum + cell.size(); });
        sampleRow(cells, sample);
    }
    const bool all = m_peeked.size() + m_headerCells.size() < k_peekedForCrs;
    const auto seen = static_cast<qint64>(m_peeked.size());
    m_format.info.rowsExpected =
        all || seen == 0 ? seen : m_rows->expectedRows(static_cast<double>(bytes) / static_cast<double>(seen));
}

/// Looks at all rows: the types of a plain layer's columns must hold for every one.
Result<void> TableSource::scanAll(const OpenRequest &request, const OpenRows &openRows, CoordinateSample &sample)
{
    auto rows = openRows();
    if (!rows) {
        return rows.error();
    }
    std::vector<TypeFinder> types(info().columns.size());
    qint64 count = 0;
    PeekedRow row;
    for (;;) {
        const auto more = (*rows)->next(row.number, row.cells);
        if (!more) {
            return more.error();
        }
        if (!*more) {
            break;
        }
        if (row.number <= info().headerRows) {
            continue;
        }
        sampleRow(row.cells, sample);
        const bool total = isTotalRow(row.cells);
        for (std::size_t i = 0; i < types.size() && !total; ++i) {
            types[i].see(trimmed(row.cells[i]));
        }
        if (++count % 4096 == 0 && request.job.isCancelled()) {
            return cancelledError();
        }
    }
    m_format.info.rowsExpected = count;
    for (std::size_t i = 0; i < types.size(); ++i) {
        m_format.info.columns[i].type = types[i].type();
    }
    return {};
}

/// Ovital's tables have a g in the first column of positions in GCJ-02, and a b in that of ones in BD-09 (DOMAIN D.5).
std::optional<Crs> TableSource::flaggedShift() const
{
    std::size_t g = 0;
    std::size_t b = 0;
    for (const PeekedRow &row : m_peeked) {
        const std::string_view flag = row.cells.empty() ? std::string_view() : trimmed(row.cells.front());
        g += flag == "g" || flag == "G" ? 1 : 0;
        b += flag == "b" || flag == "B" ? 1 : 0;
    }
    const bool first = m_x == 0 || m_y == 0 || m_peeked.empty();
    if (!first && g == m_peeked.size()) {
        return Crs::gcj02();
    }
    return !first && b == m_peeked.size() ? std::optional(Crs::bd09()) : std::nullopt;
}

Result<void> TableSource::chooseCrs(const OpenRequest &request, const CoordinateSample &sample)
{
    SourceInfo &found = m_format.info;
    if (m_x < 0 && m_wkt < 0) {
        return {};
    }
    if (m_x >= 0) {
        found.geometry = GeometryType::Point;
    }
    if (sample.isEmpty()) {
        found.notes << Core::tr("no row at the beginning of the file has coordinates");
        if (request.options.sourceCrs) {
            found.crs = *request.options.sourceCrs;
        }
        return {};
    }
    const std::optional<Crs> flagged = request.options.sourceCrs ? std::nullopt : flaggedShift();
    if (flagged) {
        found.crs = *flagged;
        found.crsReason = Core::tr("the first column marks the positions as shifted ones, as Ovital's tables do");
        return {};
    }
    auto choice = cuntu::chooseCrs(request.options.sourceCrs, sample.typicalExtent(), request.options.file);
    if (!choice) {
        return choice.error();
    }
    found.crs = choice->crs;
    found.crsReason = choice->reason;
    m_swapped = choice->swapped;
    if (m_swapped && m_x >= 0) {
        std::swap(m_x, m_y);
        std::swap(found.columns[static_cast<std::size_t>(m_x)].field,
                  found.columns[static_cast<std::size_t>(m_y)].field);
        found.notes << Core::tr("the column '%1' holds the eastings or longitudes and '%2' the northings or latitudes, "
                                "going by the numbers")
                           .arg(found.columns[static_cast<std::size_t>(m_x)].heading,
                                found.columns[static_cast<std::size_t>(m_y)].heading);
    }
    return {};
}

} // namespace cuntu
