// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/row_reader.h"

namespace cuntu {

/// The rows of another reader with RowRules applied to them.
class RuledRows : public RowReader {
public:
    /// NotFound where a rule names a heading that the file does not have.
    static Result<std::unique_ptr<RowReader>> create(std::unique_ptr<RowReader> rows, const RowRules &rules);

    const SourceInfo &info() const override { return m_info; }
    Result<bool> next(SourceRow &row) override;
    qint64 leftOut() const override { return m_leftOut; }

private:
    struct Keep {
        std::size_t column = 0;
        bool any = false; ///< any word but a blank
        std::vector<std::string> words;
    };
    struct Change {
        std::size_t column = 0;
        QMap<std::string, std::string> words;
        std::string constant; ///< for a blank cell; empty: none
    };

    RuledRows(std::unique_ptr<RowReader> rows, const RowRules &rules)
        : m_rows(std::move(rows)), m_info(m_rows->info()), m_leaveOut(rules.leaveOut)
    {
    }
    Result<void> planKeeps(const RowRules &rules);
    void planChanges(const RowRules &rules);
    bool isKept(const SourceRow &row) const;

    std::unique_ptr<RowReader> m_rows;
    SourceInfo m_info;
    std::vector<Keep> m_keeps;
    std::vector<Change> m_changes;
    QSet<qint64> m_leaveOut;
    qint64 m_leftOut = 0;
};

} // namespace cuntu
