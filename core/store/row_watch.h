// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/store/database.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace cuntu {

/// Notes which rows of which tables a connection adds, changes or removes while the watch lives, whoever writes them:
/// from SQLite's own hook, so that no way of changing something can be forgotten. One at a time for a connection, which
/// must outlive it; of its thread.
///
/// What makes or drops tables, or empties one without a condition, is not noticed: see schemaVersion().
class CUNTU_CORE_EXPORT RowWatch {
public:
    /// More rows than that are not told apart: whoever imports a file reads everything anew.
    static constexpr std::size_t k_mostRows = 5000;

    explicit RowWatch(Database &database);
    ~RowWatch();
    RowWatch(const RowWatch &) = delete;
    RowWatch &operator=(const RowWatch &) = delete;

    /// Rows of @p table, ascending, each once; empty: there were too many in all.
    std::optional<std::vector<FeatureId>> rowsOf(const QString &table) const;
    /// A number that is another one after tables were made, changed or dropped.
    static Result<qint64> schemaVersion(const Database &database);

private:
    void note(std::string_view table, std::int64_t row);

    sqlite3 *m_handle;
    std::unordered_map<std::string, std::vector<FeatureId>> m_rows;
    std::size_t m_count = 0;
};

} // namespace cuntu
