// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/field_matcher.h"
#include "core/io/row_stream.h"

namespace cuntu {

/// A row that was read ahead.
struct PeekedRow {
    qint64 number = 0;
    std::vector<std::string> cells;
};

/// Where the header of a table is and what it says.
struct Header {
    std::size_t first = 0; ///< index of its first row among the peeked ones
    std::size_t rows = 0;  ///< 0: there is none
    QStringList headings;  ///< one per column; parts of several rows joined by a space
};

/// What header detection goes by.
struct HeaderQuestion {
    const std::vector<PeekedRow> &rows; ///< from the top of the sheet
    const std::vector<MergedCells> &merged;
    const FieldMatcher &matcher;
    const QMap<QString, QString> &fieldMap;
    bool hasSchema = false;
    bool isSheet = false; ///< a spreadsheet: headers of several rows occur
};

/// The header: with a schema the one to three rows whose headings match most of its fields; without one, or where none
/// match, the first row that looks like headings. Header::rows is 0 where none does.
Header findHeader(const HeaderQuestion &question);

/// 'column C' for index 2: what a column without heading is called.
QString nameOfColumn(qsizetype index);

} // namespace cuntu
