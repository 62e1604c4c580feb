// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/field_matcher.h"
#include "core/io/source.h"

namespace cuntu {

/// One kind of file, opened: what Source hands its calls to.
class RowReader {
public:
    RowReader() = default;
    RowReader(const RowReader &) = delete;
    RowReader &operator=(const RowReader &) = delete;
    virtual ~RowReader() = default;

    virtual const SourceInfo &info() const = 0;
    virtual Result<bool> next(SourceRow &row) = 0;
    /// How many rows rules left out so far.
    virtual qint64 leftOut() const { return 0; }
    /// What stands above the header, one line each.
    virtual QStringList titles() const { return {}; }
};

/// What all readers are opened with.
struct OpenRequest {
    const SourceOptions &options;
    const LayerSchema *schema; ///< null for a plain layer
    const JobContext &job;
    QString path; ///< as GDAL opens it: the file, or the part of an archive that is read
};

/// Gives every column of a plain layer that is not special an id made from its heading, distinct without case.
void giveColumnsIds(std::vector<SourceColumn> &columns);

/// Invalid where a required field of @p schema has no column and no constant; the area's code may be found by name or
/// by position.
Result<void> checkRequiredFields(const SourceInfo &info, const LayerSchema &schema, const SourceOptions &options);

} // namespace cuntu
