// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace cuntu {

/// Cells of a spreadsheet that are one; both ends included, columns from 0, rows as the user sees them.
struct MergedCells {
    qint64 firstRow = 0;
    qint64 lastRow = 0;
    int firstColumn = 0;
    int lastColumn = 0;
};

/// The rows of a delimited text or a sheet, as they stand there: nothing is known yet about headers and fields.
class RowStream {
public:
    RowStream() = default;
    RowStream(const RowStream &) = delete;
    RowStream &operator=(const RowStream &) = delete;
    virtual ~RowStream() = default;

    /// The next row that is not wholly blank: its number as the user sees it and its cells, UTF-8 and not trimmed;
    /// storage is reused. False at the end.
    virtual Result<bool> next(qint64 &number, std::vector<std::string> &cells) = 0;
    /// About how many rows there are, given the mean length of those seen so far; -1: unknown.
    virtual qint64 expectedRows(double bytesPerRow) const { return bytesPerRow > 0 ? -1 : 0; }
    /// Merged cells, by first row; empty where the format has none or they are not known.
    virtual std::vector<MergedCells> mergedCells() const { return {}; }
};

/// Opens the same rows from the beginning; called more than once.
using OpenRows = std::function<Result<std::unique_ptr<RowStream>>()>;

} // namespace cuntu
