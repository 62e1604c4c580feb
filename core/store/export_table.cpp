// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/export_table.h"

#include <array>
#include <utility>

namespace cuntu {

namespace {

constexpr std::array<std::pair<Privacy, const char *>, 3> k_privacies{
    {{Privacy::Masked, "masked"}, {Privacy::Public, "public"}, {Privacy::Full, "full"}}};

} // namespace

QString toString(Privacy privacy)
{
    for (const auto &[each, text] : k_privacies) {
        if (each == privacy) {
            return QString::fromLatin1(text);
        }
    }
    return {};
}

std::optional<Privacy> privacyFromString(QStringView text)
{
    for (const auto &[each, name] : k_privacies) {
        if (text == QLatin1String(name)) {
            return each;
        }
    }
    return std::nullopt;
}

Result<void> insertExport(Database &database, const ExportRecord &record)
{
    return database.execute(
        QStringLiteral("INSERT INTO cuntu_export (recorded_at, who, what, file, features, privacy, selection, reason, "
                       "as_of) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {record.recorded.toIso().toStdString(), record.who.toStdString(), record.what.toStdString(),
         record.file.toStdString(), std::int64_t{record.features}, toString(record.privacy).toStdString(),
         record.selection.toStdString(), record.reason.toStdString(),
         record.asOf ? Value(record.asOf->toIso().toStdString()) : Value()});
}

Result<void> insertUnmasking(Database &database, Instant recorded, const QString &who, const QString &what)
{
    return database.execute(QStringLiteral("INSERT INTO cuntu_unmasking (recorded_at, who, what) VALUES (?, ?, ?)"),
                            {recorded.toIso().toStdString(), who.toStdString(), what.toStdString()});
}

Result<std::vector<ExportRecord>> readExports(const Database &database)
{
    auto rows = database.prepare(
        QStringLiteral("SELECT recorded_at, who, what, file, features, privacy, selection, reason, as_of, id, 0 AS "
                       "shown FROM cuntu_export "
                       "UNION ALL SELECT recorded_at, who, what, '', 0, 'full', '', '', NULL, id, 1 "
                       "FROM cuntu_unmasking ORDER BY recorded_at DESC, shown, id DESC"));
    if (!rows) {
        return rows.error();
    }
    std::vector<ExportRecord> records;
    auto more = rows->step();
    for (; more && *more; more = rows->step()) {
        ExportRecord record;
        record.recorded = Instant::fromIso(rows->text(0)).value_or(Instant());
        record.who = rows->text(1);
        record.what = rows->text(2);
        record.file = rows->text(3);
        record.features = rows->integer(4);
        record.privacy = privacyFromString(rows->text(5)).value_or(Privacy::Full);
        record.selection = rows->text(6);
        record.reason = rows->text(7);
        record.asOf = rows->isNull(8) ? std::nullopt : Day::fromIso(rows->text(8));
        records.push_back(std::move(record));
    }
    if (!more) {
        return more.error();
    }
    return records;
}

} // namespace cuntu
