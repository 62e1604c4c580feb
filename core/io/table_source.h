// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/crs_choice.h"
#include "core/io/header_rows.h"
#include "core/io/row_reader.h"

#include <deque>

namespace cuntu {

/// What is known of a table before its rows are read.
struct TableFormat {
    SourceInfo info;            ///< driver, sheets, sheet, encoding and reason are filled in
    bool isSheet = false;       ///< a spreadsheet: header of several rows, merged cells
    bool fillAreasDown = false; ///< merges are not known: a blank township or village cell means the one above
};

/// A delimited text or a sheet as rows with fields: finds the header, matches the columns, makes positions of
/// coordinate columns, fills merged cells down, tells totals and signatures from data.
class TableSource : public RowReader {
public:
    /// @p openRows is called once or twice. Errors as Source::open().
    static Result<std::unique_ptr<RowReader>> open(const OpenRequest &request, const OpenRows &openRows,
                                                   TableFormat format);

    const SourceInfo &info() const override { return m_format.info; }
    Result<bool> next(SourceRow &row) override;
    QStringList titles() const override { return m_titles; }

private:
    explicit TableSource(const OpenRequest &request) : m_matcher(request.schema), m_schema(request.schema) {}

    // The steps of open(), in order.
    Result<void> peek(const OpenRequest &request);
    Result<void> findColumns(const OpenRequest &request);
    void checkGeometryColumns();
    void settleColumns();
    void sampleRow(std::vector<std::string> &cells, CoordinateSample &sample);
    void scanPeeked(CoordinateSample &sample);
    Result<void> scanAll(const OpenRequest &request, const OpenRows &openRows, CoordinateSample &sample);
    std::optional<Crs> flaggedShift() const;
    Result<void> chooseCrs(const OpenRequest &request, const CoordinateSample &sample);

    Result<bool> nextRaw(SourceRow &row);
    void finish(SourceRow &row);
    void fillDown(SourceRow &row);
    void setPosition(SourceRow &row) const;
    bool isHeaderAgain(const SourceRow &row) const;

    FieldMatcher m_matcher;
    const LayerSchema *m_schema;
    TableFormat m_format;
    std::unique_ptr<RowStream> m_rows;
    std::deque<PeekedRow> m_peeked; ///< read ahead; given out before m_rows goes on
    std::vector<std::vector<std::string>> m_headerCells;
    QStringList m_titles;
    std::vector<MergedCells> m_merged;
    std::size_t m_nextMerged = 0;
    struct Fill {
        qint64 until = 0;
        std::string value;
    };
    std::vector<Fill> m_fill;  ///< per column
    std::vector<bool> m_fills; ///< per column: merged cells are filled down
    std::ptrdiff_t m_x = -1;   ///< columns of the position; -1: none
    std::ptrdiff_t m_y = -1;
    std::ptrdiff_t m_wkt = -1;
    bool m_swapped = false;
};

} // namespace cuntu
