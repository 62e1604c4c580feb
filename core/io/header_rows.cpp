// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/header_rows.h"

#include "core/base/text.h"
#include "core/io/utf8.h"

#include <algorithm>

namespace cuntu {

namespace {

constexpr std::size_t k_mostHeaderRows = 3;
constexpr std::size_t k_searchedRows = 30;

std::string_view cellOf(const PeekedRow &row, std::size_t column)
{
    return column < row.cells.size() ? trimmed(row.cells[column]) : std::string_view{};
}

bool isNumber(std::string_view text)
{
    return !text.empty() && parseNumber(toQString(text)).has_value();
}

std::size_t widthOf(const std::vector<PeekedRow> &rows)
{
    std::size_t width = 0;
    for (const PeekedRow &row : rows) {
        for (std::size_t c = row.cells.size(); c > width; --c) {
            if (!cellOf(row, c - 1).empty()) {
                width = c;
                break;
            }
        }
    }
    return width;
}

/// The merged cells that @p column of row @p number belongs to, or null.
const MergedCells *mergedAt(const std::vector<MergedCells> &merged, qint64 number, std::size_t column)
{
    const int c = static_cast<int>(column);
    const auto found = std::find_if(merged.begin(), merged.end(), [&](const MergedCells &m) {
        return m.firstRow <= number && number <= m.lastRow && m.firstColumn <= c && c <= m.lastColumn;
    });
    return found == merged.end() ? nullptr : &*found;
}

/// What stands above @p column in row @p at of a header whose last row is @p last: merged cells give their value to all
/// their columns; where merges are not known, a blank above a heading takes the value to its left.
std::string_view headingPart(const HeaderQuestion &q, std::size_t at, std::size_t last, std::size_t column)
{
    const PeekedRow &row = q.rows[at];
    const std::string_view own = cellOf(row, column);
    if (!own.empty()) {
        return own;
    }
    if (const MergedCells *merged = mergedAt(q.merged, row.number, column)) {
        return merged->firstRow == row.number ? cellOf(row, static_cast<std::size_t>(merged->firstColumn)) : own;
    }
    if (!q.merged.empty() || !q.isSheet || at == last || cellOf(q.rows[at + 1], column).empty()) {
        return own;
    }
    for (std::size_t c = column; c > 0; --c) {
        if (const std::string_view left = cellOf(row, c - 1); !left.empty()) {
            return left;
        }
    }
    return own;
}

QStringList headingsOf(const HeaderQuestion &q, std::size_t first, std::size_t count, std::size_t width)
{
    QStringList headings;
    for (std::size_t c = 0; c < width; ++c) {
        QStringList parts;
        for (std::size_t r = first; r < first + count; ++r) {
            const QString part = toQString(headingPart(q, r, first + count - 1, c)).simplified();
            if (!part.isEmpty() && (parts.isEmpty() || parts.last() != part)) {
                parts << part;
            }
        }
        headings << parts.join(QLatin1Char(' '));
    }
    return headings;
}

bool hasNumbers(const PeekedRow &row)
{
    return std::any_of(row.cells.begin(), row.cells.end(),
                       [](const std::string &cell) { return isNumber(trimmed(cell)); });
}

qsizetype matchesIn(const HeaderQuestion &q, const QStringList &headings)
{
    const auto mapped = q.matcher.match(headings, q.fieldMap);
    const QStringList fields = mapped ? *mapped : q.matcher.match(headings);
    return std::count_if(fields.begin(), fields.end(), [](const QString &field) { return !field.isEmpty(); });
}

Header headerBySchema(const HeaderQuestion &q, std::size_t width)
{
    Header best;
    qsizetype bestMatches = 0;
    const std::size_t searched = std::min(q.rows.size(), k_searchedRows);
    for (std::size_t first = 0; first < searched; ++first) {
        const std::size_t most = q.isSheet ? std::min(k_mostHeaderRows, q.rows.size() - first) : 1;
        for (std::size_t count = 1; count <= most; ++count) {
            if (count > 1 && hasNumbers(q.rows[first + count - 1])) {
                break;
            }
            const QStringList headings = headingsOf(q, first, count, width);
            const qsizetype matches = matchesIn(q, headings);
            if (matches > bestMatches || (matches == bestMatches && matches > 0 && count < best.rows)) {
                bestMatches = matches;
                best = {first, count, headings};
            }
        }
    }
    return best;
}

/// True where @p lower looks like the second row of a header that begins with @p upper.
bool continuesHeader(const HeaderQuestion &q, const PeekedRow &upper, const PeekedRow &lower, std::size_t width)
{
    if (!q.isSheet || hasNumbers(lower)) {
        return false;
    }
    bool fillsGap = false;
    bool leavesGap = false;
    for (std::size_t c = 0; c < width; ++c) {
        const bool above = !cellOf(upper, c).empty();
        const bool below = !cellOf(lower, c).empty();
        fillsGap = fillsGap || (below && !above);
        leavesGap = leavesGap || (above && !below);
    }
    const bool mergedDown = std::any_of(q.merged.begin(), q.merged.end(), [&](const MergedCells &m) {
        return m.firstRow == upper.number && m.lastRow == lower.number;
    });
    return mergedDown || (fillsGap && leavesGap);
}

Header headerByLooks(const HeaderQuestion &q, std::size_t width)
{
    const std::size_t searched = std::min(q.rows.size(), k_searchedRows);
    for (std::size_t r = 0; r < searched; ++r) {
        std::size_t filled = 0;
        std::size_t numbers = 0;
        for (std::size_t c = 0; c < width; ++c) {
            const std::string_view cell = cellOf(q.rows[r], c);
            filled += cell.empty() ? 0 : 1;
            numbers += isNumber(cell) ? 1 : 0;
        }
        if (filled * 2 < width) {
            continue; // a title or a line with unit and date
        }
        if (numbers * 2 >= filled) {
            return {};
        }
        const bool two = r + 1 < q.rows.size() && continuesHeader(q, q.rows[r], q.rows[r + 1], width);
        const std::size_t count = two ? 2 : 1;
        return {r, count, headingsOf(q, r, count, width)};
    }
    return {};
}

} // namespace

Header findHeader(const HeaderQuestion &question)
{
    const std::size_t width = widthOf(question.rows);
    Header header = question.hasSchema ? headerBySchema(question, width) : Header();
    if (header.rows == 0) {
        header = headerByLooks(question, width);
    }
    if (header.rows == 0) {
        header.headings = QStringList();
        for (std::size_t c = 0; c < width; ++c) {
            header.headings << QString();
        }
    }
    for (qsizetype i = 0; i < header.headings.size(); ++i) {
        if (header.headings[i].isEmpty()) {
            header.headings[i] = nameOfColumn(i);
        }
    }
    return header;
}

QString nameOfColumn(qsizetype index)
{
    QString letters;
    for (qsizetype i = index + 1; i > 0; i = (i - 1) / 26) {
        letters.prepend(QLatin1Char(static_cast<char>('A' + (i - 1) % 26)));
    }
    return Core::tr("column %1").arg(letters);
}

} // namespace cuntu
