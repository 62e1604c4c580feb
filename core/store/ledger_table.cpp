// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ledger_table.h"

#include "core/base/text.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

namespace cuntu {

namespace {

constexpr qint64 k_largestEvidence_bytes = 200LL * 1024 * 1024;

Rung rungFrom(const QString &text)
{
    for (const Rung rung : {Rung::Reported, Rung::Checked, Rung::Certified}) {
        if (toString(rung) == text) {
            return rung;
        }
    }
    return Rung::Reported;
}

Value dayValue(const std::optional<Day> &day)
{
    return day ? Value(day->toIso().toStdString()) : Value();
}

} // namespace

Result<std::vector<Entry>> readEntries(const Database &database)
{
    auto rows = database.prepare(QStringLiteral(
        "SELECT id, action_id, layer, feature_id, status, effective_date, recorded_at, who, note, source, "
        "rung, coalesce(evidence_id, 0), coalesce(supersedes, 0) FROM cuntu_entry ORDER BY id"));
    if (!rows) {
        return rows.error();
    }
    std::vector<Entry> entries;
    QHash<QString, QString> shared; // the same few texts in thousands of entries: kept once
    const auto share = [&shared](const QString &text) { return *shared.insert(text, text); };
    auto more = rows->step();
    for (; more && *more; more = rows->step()) {
        Entry entry;
        entry.id = EntryId{rows->integer(0)};
        entry.action = ActionId{rows->integer(1)};
        entry.layer = share(rows->text(2));
        entry.feature = FeatureId{rows->integer(3)};
        entry.status = share(rows->text(4));
        entry.effective = Day::fromIso(rows->text(5)).value_or(Day());
        entry.recorded = Instant::fromIso(rows->text(6)).value_or(Instant());
        entry.who = share(rows->text(7));
        entry.note = rows->text(8);
        entry.source = share(rows->text(9));
        entry.rung = rungFrom(rows->text(10));
        entry.evidence = rows->integer(11);
        entry.supersedes = EntryId{rows->integer(12)};
        entries.push_back(std::move(entry));
    }
    if (!more) {
        return more.error();
    }
    return entries;
}

Result<void> appendEntries(Database &database, const std::vector<Entry> &entries)
{
    auto insert = database.prepare(QStringLiteral(
        "INSERT INTO cuntu_entry (uuid, action_id, layer, feature_id, status, effective_date, recorded_at, who, "
        "note, source, rung, evidence_id, supersedes) "
        "VALUES (randomblob(16), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, nullif(?, 0), nullif(?, 0))"));
    if (!insert) {
        return insert.error();
    }
    for (const Entry &entry : entries) {
        insert->bind(0, entry.action.value);
        insert->bind(1, entry.layer);
        insert->bind(2, entry.feature.value);
        insert->bind(3, entry.status);
        insert->bind(4, entry.effective.toIso());
        insert->bind(5, entry.recorded.toIso());
        insert->bind(6, entry.who);
        insert->bind(7, entry.note);
        insert->bind(8, entry.source);
        insert->bind(9, toString(entry.rung));
        insert->bind(10, entry.evidence);
        insert->bind(11, entry.supersedes.value);
        auto done = insert->run();
        if (!done) {
            return done;
        }
    }
    return {};
}

Result<std::int64_t> storeEvidence(Database &database, const QString &path, ActionId action)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::Unreadable,
                     Core::tr("the evidence file cannot be read: %1").arg(file.errorString()),
                     {.file = path},
                     {},
                     {},
                     {}};
    }
    if (file.size() > k_largestEvidence_bytes) {
        return Error{ErrorCode::OutOfRange,
                     Core::tr("the evidence file is larger than 200 MB"),
                     {.file = path},
                     Core::tr("Attach a smaller picture or an excerpt."),
                     {},
                     {}};
    }
    const QByteArray bytes = file.readAll();
    const std::string hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().toStdString();
    auto known = database.integer(QStringLiteral("SELECT id FROM cuntu_evidence WHERE sha256 = ?"), {hash});
    if (!known || *known != 0) {
        return known ? Result<std::int64_t>(*known) : Result<std::int64_t>(known.error());
    }
    auto insert = database.prepare(QStringLiteral("INSERT INTO cuntu_evidence (uuid, name, sha256, bytes, action_id) "
                                                  "VALUES (randomblob(16), ?, ?, ?, ?)"));
    if (!insert) {
        return insert.error();
    }
    insert->bind(0, QFileInfo(path).fileName());
    insert->bind(1, QString::fromStdString(hash));
    insert->bindStatic(2, std::span(reinterpret_cast<const std::uint8_t *>(bytes.constData()),
                                    static_cast<std::size_t>(bytes.size())));
    insert->bind(3, action.value);
    auto done = insert->run();
    if (!done) {
        return done.error();
    }
    return database.lastInsertId();
}

Result<ActionId> recordAction(Database &database, const NewAction &action)
{
    auto done = database.execute(
        QStringLiteral("INSERT INTO cuntu_action (recorded_at, who, kind, name, payload) VALUES (?, ?, ?, ?, ?)"),
        {Instant::now().toIso().toStdString(), action.who.toStdString(), action.kind.toStdString(),
         action.name.toStdString(), action.payload.toStdString()});
    if (!done) {
        return done.error();
    }
    return ActionId{database.lastInsertId()};
}

Result<std::vector<Area>> readAreas(const Database &database)
{
    auto rows = database.prepare(QStringLiteral(
        "SELECT code, name, level, parent, valid_from, valid_until FROM cuntu_area ORDER BY code, valid_from"));
    if (!rows) {
        return rows.error();
    }
    std::vector<Area> areas;
    auto more = rows->step();
    for (; more && *more; more = rows->step()) {
        const auto code = AreaCode::parse(rows->text(0));
        if (!code) {
            continue; // cannot be there: codes are checked on the way in
        }
        areas.push_back({*code, rows->text(1), areaLevelFromString(rows->text(2)).value_or(AreaLevel::Village),
                         AreaCode::parse(rows->text(3)).value_or(AreaCode()), Day::fromIso(rows->text(4)),
                         Day::fromIso(rows->text(5))});
    }
    if (!more) {
        return more.error();
    }
    return areas;
}

Result<std::vector<AreaEvent>> readAreaEvents(const Database &database)
{
    auto rows = database.prepare(QStringLiteral(
        "SELECT event_date, kind, from_code, to_code, note FROM cuntu_area_event ORDER BY event_date, id"));
    if (!rows) {
        return rows.error();
    }
    std::vector<AreaEvent> events;
    auto more = rows->step();
    for (; more && *more; more = rows->step()) {
        AreaEvent event;
        event.date = Day::fromIso(rows->text(0)).value_or(Day());
        for (const auto kind :
             {AreaEvent::Kind::Renamed, AreaEvent::Kind::Recoded, AreaEvent::Kind::Merged, AreaEvent::Kind::Split}) {
            if (toString(kind) == rows->text(1)) {
                event.kind = kind;
            }
        }
        event.from = AreaCode::parse(rows->text(2)).value_or(AreaCode());
        event.to = AreaCode::parse(rows->text(3)).value_or(AreaCode());
        event.note = rows->text(4);
        events.push_back(std::move(event));
    }
    if (!more) {
        return more.error();
    }
    return events;
}

Result<bool> upsertArea(Database &database, const Area &area, ActionId action)
{
    const std::string code = area.code.toString().toStdString();
    auto changed = database.execute(
        QStringLiteral(
            "UPDATE cuntu_area SET name = ?1 WHERE code = ?2 AND valid_until IS NULL AND name <> ?1 AND ?1 <> ''"),
        {area.name.toStdString(), code});
    if (!changed) {
        return changed.error();
    }
    if (database.changes() > 0) {
        return true;
    }
    auto there = database.integer(
        QStringLiteral("SELECT count(*) FROM cuntu_area WHERE code = ? AND valid_until IS NULL"), {code});
    if (!there) {
        return there.error();
    }
    if (*there > 0) {
        return false;
    }
    auto added = database.execute(
        QStringLiteral("INSERT INTO cuntu_area (code, name, level, parent, valid_from, valid_until, action_id) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?)"),
        {code, area.name.toStdString(), toString(area.level).toStdString(), area.parent.toString().toStdString(),
         dayValue(area.validFrom), dayValue(area.validUntil), action.value});
    if (!added) {
        return added.error();
    }
    return true;
}

Result<void> insertAreaEvent(Database &database, const AreaEvent &event, ActionId action)
{
    return database.execute(
        QStringLiteral("INSERT INTO cuntu_area_event (event_date, kind, from_code, to_code, note, action_id) "
                       "VALUES (?, ?, ?, ?, ?, ?)"),
        {event.date.toIso().toStdString(), toString(event.kind).toStdString(), event.from.toString().toStdString(),
         event.to.toString().toStdString(), event.note.toStdString(), action.value});
}

} // namespace cuntu
