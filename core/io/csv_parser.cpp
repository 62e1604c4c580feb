// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csv_parser.h"

#include "core/base/text.h"
#include "core/io/utf8.h"

#include <algorithm>
#include <map>

namespace cuntu {

namespace {

constexpr std::size_t k_block = 1 << 20;
constexpr std::size_t k_longestRow = 16 << 20;
constexpr std::size_t k_mostCells = 10'000;

} // namespace

Error CsvParser::at(Error error) const
{
    error.where.row = m_line + std::count(m_text.begin() + static_cast<std::ptrdiff_t>(m_pos), m_text.end(), '\n');
    return error;
}

Result<bool> CsvParser::fill()
{
    const std::size_t rest = m_text.size() - m_pos;
    if (rest > k_longestRow) {
        Error error{ErrorCode::Unreadable,
                    Core::tr("the row is longer than 16 MB; a quote that is opened here is probably never closed"),
                    {},
                    Core::tr("Repair the quotes in this row."),
                    {},
                    {}};
        error.where.row = m_line;
        return error;
    }
    m_text.erase(0, m_pos);
    m_pos = 0;
    auto more = m_stream.read(m_text, std::max(k_block, rest)); // doubling: a long row is not scanned again and again
    if (!more) {
        return at(more.error());
    }
    m_ended = !*more;
    return true;
}

/// Reads a cell whose opening quote is before @p at; returns the position behind it, npos where more text is needed.
std::size_t CsvParser::scanQuoted(std::size_t at, std::string &cell)
{
    const char *text = m_text.data();
    const std::size_t size = m_text.size();
    cell.clear();
    std::size_t start = at;
    bool inQuotes = true;
    for (; at < size; ++at) {
        const char c = text[at];
        if (inQuotes) {
            if (c == '"') {
                cell.append(text + start, at - start);
                if (at + 1 < size && text[at + 1] == '"') {
                    cell += '"';
                    ++at;
                } else {
                    inQuotes = false;
                }
                start = at + 1;
            } else if (c == '\n') {
                ++m_linesInRow;
            } else if (c == '\r' && (at + 1 >= size || text[at + 1] != '\n')) {
                ++m_linesInRow;
            }
        } else if (c == m_separator || c == '\n' || c == '\r') {
            break;
        }
    }
    if (at == size && (!m_ended || inQuotes)) {
        return std::string::npos;
    }
    cell.append(text + start, at - start);
    return at;
}

CsvParser::Scan CsvParser::scanRow(std::vector<std::string> &cells)
{
    std::size_t at = m_pos;
    m_count = 0;
    m_linesInRow = 0;
    for (;;) {
        if (m_count >= k_mostCells) {
            return Scan::TooMany;
        }
        if (cells.size() <= m_count) {
            cells.emplace_back();
        }
        std::string &cell = cells[m_count++];
        const char *text = m_text.data();
        const std::size_t size = m_text.size();
        if (at < size && text[at] == '"') {
            at = scanQuoted(at + 1, cell);
            if (at == std::string::npos) {
                return Scan::NeedsMore;
            }
        } else {
            const std::size_t start = at;
            while (at < size && text[at] != m_separator && text[at] != '\n' && text[at] != '\r') {
                ++at;
            }
            cell.assign(text + start, at - start);
        }
        if (at < size && text[at] == m_separator) {
            ++at;
            continue;
        }
        // A row ends at a line end, of which CR may be the first half, or with the text.
        if (!m_ended && (at >= size || (text[at] == '\r' && at + 1 >= size))) {
            return Scan::NeedsMore;
        }
        if (at < size) {
            at += text[at] == '\r' && at + 1 < size && text[at + 1] == '\n' ? 2 : 1;
            ++m_linesInRow;
        }
        m_rowEnd = at;
        return Scan::Row;
    }
}

Result<bool> CsvParser::next(qint64 &line, std::vector<std::string> &cells)
{
    for (;;) {
        if (m_pos >= m_text.size() && m_ended) {
            return false;
        }
        const Scan scan = scanRow(cells);
        if (scan == Scan::TooMany) {
            Error error{ErrorCode::Unreadable, Core::tr("the row has more than 10,000 cells"), {}, {}, {}, {}};
            error.where.row = m_line;
            return error;
        }
        if (scan == Scan::NeedsMore) {
            if (m_ended) {
                Error error{ErrorCode::Unreadable,
                            Core::tr("the file ends inside quotes that are opened in this row"),
                            {},
                            Core::tr("Repair the quotes, or see whether the file was copied completely."),
                            {},
                            {}};
                error.where.row = m_line;
                return error;
            }
            if (auto filled = fill(); !filled) {
                return filled.error();
            }
            continue;
        }
        line = m_line;
        m_line += m_linesInRow;
        m_pos = m_rowEnd;
        const bool empty = m_count == 1 && cells[0].empty();
        if (!empty) {
            cells.resize(m_count);
            return true;
        }
    }
}

char guessSeparator(const std::string &sample)
{
    char best = ',';
    double bestScore = 0;
    for (const char candidate : {',', '\t', ';', '|'}) {
        std::map<std::size_t, int> rowsOfWidth;
        int rows = 0;
        std::size_t width = 1;
        bool quoted = false;
        for (const char c : sample) {
            quoted = quoted != (c == '"');
            if (!quoted && c == candidate) {
                ++width;
            } else if (!quoted && c == '\n') {
                ++rowsOfWidth[width];
                ++rows;
                width = 1;
            }
        }
        if (rows == 0 && width > 1) {
            rowsOfWidth[width] = rows = 1;
        }
        for (const auto &[cellsInRow, count] : rowsOfWidth) {
            const double evenness = static_cast<double>(count) / std::max(rows, 1);
            const double score =
                cellsInRow < 2 ? 0 : evenness * (1 + 0.01 * static_cast<double>(std::min<std::size_t>(cellsInRow, 50)));
            if (score > bestScore) {
                bestScore = score;
                best = candidate;
            }
        }
    }
    return best;
}

} // namespace cuntu
