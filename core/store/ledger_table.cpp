// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ledger_table.h"

#include "core/base/text.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <future>
#include <limits>

namespace cuntu {

namespace {

constexpr std::int64_t k_manyEntries = 100'000; ///< worth another connection
constexpr qint64 k_largestEvidence_bytes = 200LL * 1024 * 1024;

} // namespace

namespace {

/// Numbers of texts that come again and again: a few different ones in millions of rows.
template <class Number> class Words {
public:
    template <class Make> Number numberOf(std::string_view text, const Make &make)
    {
        const auto known = std::find_if(m_words.begin(), m_words.end(), [&](const auto &w) { return w.first == text; });
        if (known != m_words.end()) {
            return known->second;
        }
        return m_words.emplace_back(std::string(text), make(QString::fromUtf8(text))).second;
    }

private:
    std::vector<std::pair<std::string, Number>> m_words;
};

/// The track that a row names, by number; the last one met is looked at first.
class TrackReader {
public:
    explicit TrackReader(LedgerRows &rows) : m_rows(rows) {}

    std::size_t numberOf(std::string_view programme, std::string_view layer, std::string_view measure)
    {
        if (!m_known || programme != m_programme || layer != m_layer || measure != m_measure) {
            m_programme = programme;
            m_layer = layer;
            m_measure = measure;
            m_number = m_rows.trackNumber({QString::fromStdString(m_programme), QString::fromStdString(m_layer),
                                           QString::fromStdString(m_measure)});
            m_known = true;
            m_statuses.resize(std::max(m_statuses.size(), m_number + 1));
        }
        return m_number;
    }
    LedgerRows::StatusNumber statusNumber(std::string_view status)
    {
        return m_statuses[m_number].numberOf(status,
                                             [&](const QString &text) { return m_rows.statusNumber(m_number, text); });
    }

private:
    LedgerRows &m_rows;
    std::string m_programme;
    std::string m_layer;
    std::string m_measure;
    bool m_known = false;
    std::size_t m_number = 0;
    std::vector<Words<LedgerRows::StatusNumber>> m_statuses; ///< by track
};

/// The rows of the entries with ids above @p after and up to @p last.
Result<LedgerRows> readRange(const Database &database, EntryId after, EntryId last)
{
    auto found = database.prepare(QStringLiteral(
        "SELECT id, programme, layer, measure, feature_id, status, value, effective_date, recorded_at, rung, "
        "supersedes, document FROM cuntu_entry WHERE id > ? AND id <= ? ORDER BY id"));
    auto proven = database.prepare(QStringLiteral(
        "SELECT DISTINCT entry_id FROM cuntu_entry_evidence WHERE entry_id > ? AND entry_id <= ? ORDER BY entry_id"));
    if (!found || !proven) {
        return found ? proven.error() : found.error();
    }
    for (Statement *statement : {&*found, &*proven}) {
        statement->bind(0, after.value);
        statement->bind(1, last.value);
    }
    auto nextProven = proven->step(); // runs beside the entries, in the same order
    LedgerRows rows;
    TrackReader tracks(rows);
    Words<Rung> rungs;
    auto more = found->step();
    for (; more && *more; more = found->step()) {
        const std::size_t track = tracks.numberOf(found->utf8(1), found->utf8(2), found->utf8(3));
        LedgerRows::Row row;
        row.id = EntryId{found->integer(0)};
        row.feature = FeatureId{found->integer(4)};
        row.status = tracks.statusNumber(found->utf8(5));
        row.value = found->isNull(6) ? std::numeric_limits<double>::quiet_NaN() : found->real(6);
        row.effective = Day::fromIso(found->utf8(7)).value_or(Day());
        row.recorded = Instant::fromIso(found->utf8(8)).value_or(Instant());
        row.rung = rungs.numberOf(found->utf8(9),
                                  [](const QString &text) { return rungFromString(text).value_or(Rung::Reported); });
        row.supersedes = EntryId{found->integer(10)}; // nothing is 0
        row.blank = found->utf8(3).empty() ? row.status == 0 : found->isNull(6);
        while (nextProven && *nextProven && proven->integer(0) < row.id.value) {
            nextProven = proven->step();
        }
        row.documented = !found->utf8(11).empty() || (nextProven && *nextProven && proven->integer(0) == row.id.value);
        rows.add(track, row);
    }
    if (!more || !nextProven) {
        return more ? nextProven.error() : more.error();
    }
    return rows;
}

} // namespace

Result<LedgerRows> readLedgerRows(const Database &database, EntryId after,
                                  const std::function<Result<Database>()> &openReader)
{
    auto newest = database.integer(QStringLiteral("SELECT coalesce(max(id), 0) FROM cuntu_entry"));
    if (!newest) {
        return newest.error();
    }
    const EntryId last{*newest};
    if (!openReader || last.value - after.value < k_manyEntries) {
        return readRange(database, after, last);
    }
    const EntryId middle{after.value + (last.value - after.value) / 2};
    auto beside = std::async(std::launch::async, [&]() -> Result<LedgerRows> {
        auto reader = openReader();
        return reader ? readRange(*reader, middle, last) : Result<LedgerRows>(reader.error());
    });
    auto rows = readRange(database, after, middle);
    auto later = beside.get();
    if (!rows || !later) {
        return rows ? later.error() : rows.error();
    }
    rows->append(std::move(*later));
    return rows;
}

namespace {

/// The photos and documents of the entries about a feature: entry and piece of evidence, ascending.
Result<std::vector<std::pair<std::int64_t, std::int64_t>>> readEvidence(const Database &database, const QString &layer,
                                                                        FeatureId feature)
{
    auto rows = database.prepare(QStringLiteral(
        "SELECT v.entry_id, v.evidence_id FROM cuntu_entry e JOIN cuntu_entry_evidence v "
        "ON v.entry_id = e.id WHERE e.layer = ? AND e.feature_id = ? ORDER BY v.entry_id, v.evidence_id"));
    if (!rows) {
        return rows.error();
    }
    rows->bind(0, layer);
    rows->bind(1, feature.value);
    std::vector<std::pair<std::int64_t, std::int64_t>> pairs;
    auto more = rows->step();
    for (; more && *more; more = rows->step()) {
        pairs.emplace_back(rows->integer(0), rows->integer(1));
    }
    if (!more) {
        return more.error();
    }
    return pairs;
}

Entry entryFrom(const Statement &row)
{
    Entry entry;
    entry.id = EntryId{row.integer(0)};
    entry.action = ActionId{row.integer(1)};
    entry.track = {row.text(2), row.text(3), row.text(4)};
    entry.feature = FeatureId{row.integer(5)};
    entry.status = row.text(6);
    entry.value = row.isNull(7) ? std::nullopt : std::optional(row.real(7));
    entry.effective = Day::fromIso(row.text(8)).value_or(Day());
    entry.recorded = Instant::fromIso(row.text(9)).value_or(Instant());
    entry.who = row.text(10);
    entry.role = row.text(11);
    entry.note = row.text(12);
    entry.source = row.text(13);
    entry.document = row.text(14);
    entry.rung = rungFromString(row.text(15)).value_or(Rung::Reported);
    if (!row.isNull(16) && !row.isNull(17)) {
        entry.position = FieldPosition{row.real(16), row.real(17)};
    }
    entry.supersedes = EntryId{row.integer(18)};
    return entry;
}

} // namespace

Result<std::vector<Entry>> readEntries(const Database &database, const QString &layer, FeatureId feature)
{
    auto evidence = readEvidence(database, layer, feature);
    auto rows = database.prepare(QStringLiteral(
        "SELECT id, action_id, programme, layer, measure, feature_id, status, value, effective_date, recorded_at, who, "
        "role, note, source, document, rung, longitude, latitude, coalesce(supersedes, 0) FROM cuntu_entry "
        "WHERE layer = ? AND feature_id = ? ORDER BY id"));
    if (!evidence || !rows) {
        return evidence ? rows.error() : evidence.error();
    }
    rows->bind(0, layer);
    rows->bind(1, feature.value);
    std::vector<Entry> entries;
    auto piece = evidence->begin();
    auto more = rows->step();
    for (; more && *more; more = rows->step()) {
        Entry entry = entryFrom(*rows);
        for (; piece != evidence->end() && piece->first <= entry.id.value; ++piece) {
            entry.evidence.push_back(piece->second);
        }
        entries.push_back(std::move(entry));
    }
    if (!more) {
        return more.error();
    }
    return entries;
}

namespace {

void bindEntry(Statement &insert, const Entry &entry)
{
    insert.bind(0, entry.action.value);
    insert.bind(1, entry.track.programme);
    insert.bind(2, entry.track.layer);
    insert.bind(3, entry.track.measure);
    insert.bind(4, entry.feature.value);
    insert.bind(5, entry.status);
    insert.bind(6, entry.value ? Value(*entry.value) : Value());
    insert.bind(7, entry.effective.toIso());
    insert.bind(8, entry.recorded.toIso());
    insert.bind(9, entry.who);
    insert.bind(10, entry.role);
    insert.bind(11, entry.note);
    insert.bind(12, entry.source);
    insert.bind(13, entry.document);
    insert.bind(14, toString(entry.rung));
    insert.bind(15, entry.position ? Value(entry.position->lon) : Value());
    insert.bind(16, entry.position ? Value(entry.position->lat) : Value());
    insert.bind(17, entry.supersedes.isNone() ? Value() : Value(entry.supersedes.value));
}

} // namespace

Result<void> appendEntries(Database &database, const std::vector<Entry> &entries)
{
    auto insert = database.prepare(QStringLiteral(
        "INSERT INTO cuntu_entry (uuid, action_id, programme, layer, measure, feature_id, status, value, "
        "effective_date, recorded_at, who, role, note, source, document, rung, longitude, latitude, supersedes) "
        "VALUES (randomblob(16), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    auto link =
        database.prepare(QStringLiteral("INSERT INTO cuntu_entry_evidence (entry_id, evidence_id) VALUES (?, ?)"));
    if (!insert || !link) {
        return insert ? link.error() : insert.error();
    }
    for (const Entry &entry : entries) {
        bindEntry(*insert, entry);
        auto done = insert->run();
        const std::int64_t id = database.lastInsertId();
        for (const std::int64_t piece : entry.evidence) {
            if (done) {
                link->bind(0, id);
                link->bind(1, piece);
                done = link->run();
            }
        }
        if (!done) {
            return done;
        }
    }
    return {};
}

Result<std::map<EntryId, QString>> readReporters(const Database &database, const std::vector<EntryId> &entries)
{
    auto find = database.prepare(QStringLiteral("SELECT who FROM cuntu_entry WHERE id = ?"));
    if (!find) {
        return find.error();
    }
    std::map<EntryId, QString> reporters;
    for (const EntryId entry : entries) {
        find->bind(0, entry.value);
        auto there = find->step();
        if (!there) {
            return there.error();
        }
        if (*there) {
            reporters.emplace(entry, find->text(0));
        }
        find->reset();
    }
    return reporters;
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
    auto done = database.execute(
        QStringLiteral("INSERT INTO cuntu_area_event (event_date, kind, from_code, to_code, note, action_id) "
                       "VALUES (?, ?, ?, ?, ?, ?)"),
        {event.date.toIso().toStdString(), toString(event.kind).toStdString(), event.from.toString().toStdString(),
         event.to.toString().toStdString(), event.note.toStdString(), action.value});
    // The area that ceased to exist ends on the day before; one that goes on (renamed) keeps its code.
    if (done && event.from != event.to) {
        done = database.execute(
            QStringLiteral("UPDATE cuntu_area SET valid_until = ? WHERE code = ? AND valid_until IS NULL"),
            {event.date.plusDays(-1).toIso().toStdString(), event.from.toString().toStdString()});
    }
    return done;
}

} // namespace cuntu
