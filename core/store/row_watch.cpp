// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/row_watch.h"

#include <sqlite3.h>

#include <algorithm>

namespace cuntu {

RowWatch::RowWatch(Database &database) : m_handle(database.handle())
{
    const auto hook = [](void *watch, int, const char *, const char *table, sqlite3_int64 row) {
        static_cast<RowWatch *>(watch)->note(table, row);
    };
    sqlite3_update_hook(m_handle, hook, this);
}

RowWatch::~RowWatch()
{
    sqlite3_update_hook(m_handle, nullptr, nullptr);
}

void RowWatch::note(std::string_view table, std::int64_t row)
{
    if (m_count > k_mostRows) {
        return;
    }
    ++m_count;
    m_rows[std::string(table)].push_back(FeatureId{row});
}

std::optional<std::vector<FeatureId>> RowWatch::rowsOf(const QString &table) const
{
    if (m_count > k_mostRows) {
        return std::nullopt;
    }
    const auto found = m_rows.find(table.toStdString());
    std::vector<FeatureId> rows = found == m_rows.end() ? std::vector<FeatureId>() : found->second;
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

Result<qint64> RowWatch::schemaVersion(const Database &database)
{
    return database.integer(QStringLiteral("PRAGMA schema_version"));
}

} // namespace cuntu
