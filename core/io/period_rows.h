// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/period_heading.h"
#include "core/io/row_reader.h"

#include <map>

namespace cuntu {

/// A table that has a column for each period as one that has a row for each: '1月', '2月' ... become rows. What a
/// heading leaves open (the year of '1月', the month of '5日') is taken from the row's own period, the constant for it,
/// the titles above the header, the sheet's or the file's name, in this order; the notes say from where. Made columns
/// have no heading.
class PeriodRows : public RowReader {
public:
    /// @p rows as it is where fewer than two of its columns are periods. Invalid where the year or month of the periods
    /// is said nowhere, and where columns of one field have several units.
    static Result<std::unique_ptr<RowReader>> create(std::unique_ptr<RowReader> rows, const OpenRequest &request);

    const SourceInfo &info() const override { return m_info; }
    Result<bool> next(SourceRow &row) override;
    qint64 leftOut() const override { return m_rows->leftOut(); }

private:
    /// The columns of one period, by field.
    struct Group {
        HeadingPeriod period;
        std::map<QString, std::size_t> columns;
    };

    PeriodRows(std::unique_ptr<RowReader> rows, const LayerSchema &schema)
        : m_rows(std::move(rows)), m_info(m_rows->info()), m_schema(schema), m_fieldsOf(periodFieldsOf(schema))
    {
    }
    void findGroups();
    Result<void> findBase(const OpenRequest &request);
    Result<void> makeColumns();
    Result<QString> unitOf(const QString &field) const;
    void emitTotal(SourceRow &row);

    std::unique_ptr<RowReader> m_rows;
    SourceInfo m_info;
    const LayerSchema &m_schema;
    PeriodFields m_fieldsOf;
    std::vector<Group> m_groups;
    std::vector<std::size_t> m_kept;  ///< columns that stay, by their place in the file
    QStringList m_fields;             ///< that the cells of period columns belong to
    std::vector<double> m_factors;    ///< by which the cells of each are multiplied
    std::optional<std::size_t> m_own; ///< the column that says the row's own period
    HeadingPeriod m_base;             ///< what the headings leave open
    SourceRow m_row;                  ///< the one that is being unfolded
    std::size_t m_next = 0;           ///< group that comes next of it
    bool m_hasRow = false;
};

} // namespace cuntu
