// SPDX-License-Identifier: GPL-3.0-or-later
// The reading half of TableSource: what is done to every row.
#include "core/base/text.h"
#include "core/io/cell_text.h"
#include "core/io/coordinate_text.h"
#include "core/io/table_source.h"
#include "core/io/utf8.h"
#include "core/io/wkt_geometry.h"

#include <algorithm>

namespace cuntu {

Result<bool> TableSource::nextRaw(SourceRow &row)
{
    if (!m_peeked.empty()) {
        row.number = m_peeked.front().number;
        row.cells = std::move(m_peeked.front().cells);
        m_peeked.pop_front();
        return true;
    }
    auto more = m_rows->next(row.number, row.cells);
    if (!more) {
        Error error = more.error();
        error.where.sheet = info().sheet;
        return error;
    }
    return more;
}

Result<bool> TableSource::next(SourceRow &row)
{
    for (;;) {
        auto more = nextRaw(row);
        if (!more || !*more) {
            return more;
        }
        const bool blank = std::all_of(row.cells.begin(), row.cells.end(),
                                       [](const std::string &cell) { return trimmed(cell).empty(); });
        if (!blank) {
            finish(row);
            return true;
        }
    }
}

void TableSource::finish(SourceRow &row)
{
    const std::size_t width = info().columns.size();
    row.problem.clear();
    if (row.cells.size() > width) {
        const bool more = std::any_of(row.cells.begin() + static_cast<std::ptrdiff_t>(width), row.cells.end(),
                                      [](const std::string &cell) { return !trimmed(cell).empty(); });
        if (more) {
            row.problem = Core::tr("the row has %1 cells, but there are %2 headings").arg(row.cells.size()).arg(width);
            row.cells.clear(); // which cell belongs to which heading is not known
            row.geometry.clear();
            row.isTotal = false;
            return;
        }
    }
    row.cells.resize(width);
    for (std::string &cell : row.cells) {
        const std::string_view text = trimmed(cell);
        if (text.size() != cell.size()) {
            cell = std::string(text);
        }
    }
    row.isTotal = isTotalRow(row.cells) || isHeaderAgain(row);
    if (!row.isTotal) {
        fillDown(row);
    }
    setPosition(row);
}

bool TableSource::isHeaderAgain(const SourceRow &row) const
{
    return std::any_of(m_headerCells.begin(), m_headerCells.end(), [&](const std::vector<std::string> &header) {
        return std::equal(header.begin(), header.end(), row.cells.begin(), row.cells.end(),
                          [](const std::string &a, const std::string &b) { return trimmed(a) == b; });
    });
}

/// Merged cells keep their value in the top left cell only; it holds for all their rows.
void TableSource::fillDown(SourceRow &row)
{
    for (; m_nextMerged < m_merged.size() && m_merged[m_nextMerged].firstRow <= row.number; ++m_nextMerged) {
        const MergedCells &merged = m_merged[m_nextMerged];
        const auto column = static_cast<std::size_t>(merged.firstColumn);
        if (merged.firstRow == row.number && merged.lastRow > merged.firstRow && column < m_fill.size() &&
            m_fills[column]) {
            m_fill[column] = {merged.lastRow, row.cells[column]};
        }
    }
    if (m_merged.empty() && !m_format.fillAreasDown) {
        return;
    }
    for (std::size_t i = 0; i < m_fill.size(); ++i) {
        const QString &field = info().columns[i].field;
        if (m_format.fillAreasDown && (field == QLatin1String("@village") || field == QLatin1String("@township"))) {
            if (row.cells[i].empty()) {
                row.cells[i] = m_fill[i].value;
            } else {
                m_fill[i].value = row.cells[i];
            }
        } else if (row.cells[i].empty() && m_fill[i].until >= row.number) {
            row.cells[i] = m_fill[i].value;
        }
    }
}

void TableSource::setPosition(SourceRow &row) const
{
    row.geometry.clear();
    if (m_x >= 0) {
        const auto x = coordinateFromCell(row.cells[static_cast<std::size_t>(m_x)]);
        const auto y = coordinateFromCell(row.cells[static_cast<std::size_t>(m_y)]);
        if (x && y) {
            row.geometry.type = GeometryType::Point;
            row.geometry.points.push_back({*x, *y});
            row.geometry.partEnds.push_back(1);
        }
    } else if (m_wkt >= 0) {
        const std::string &text = row.cells[static_cast<std::size_t>(m_wkt)];
        if (text.empty() || row.isTotal) {
            return;
        }
        GeometryOutcome read = fromWkt(text);
        row.geometry = std::move(read.geometry);
        if (!read.problem.isEmpty()) {
            row.problem = read.problem;
        }
        if (m_swapped) {
            for (Point &p : row.geometry.points) {
                std::swap(p.x, p.y);
            }
        }
    }
}

} // namespace cuntu
