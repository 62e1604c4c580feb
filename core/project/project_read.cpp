// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project_file.h"

#include "core/base/text.h"
#include "core/store/layer_table.h"
#include "core/store/ledger_table.h"
#include "core/store/project_schema.h"

namespace cuntu {

Result<FeatureRow> ProjectFile::feature(const QString &layer, FeatureId id) const
{
    auto reader = openReader();
    if (!reader) {
        return reader.error();
    }
    auto schema = storedSchema(*reader, layer);
    if (!schema) {
        return schema.error();
    }
    auto features = FeatureReader::begin(*reader, *schema, QStringLiteral("WHERE id = ?"), {id.value});
    FeatureRow row;
    auto found = features ? features->next(row) : Result<bool>(features.error());
    if (!found) {
        return found.error();
    }
    if (!*found) {
        return Error{
            ErrorCode::NotFound, Core::tr("layer %1 has no feature %2").arg(layer).arg(id.value), {}, {}, {}, {}};
    }
    return row;
}

namespace {

/// What a source of features reads from, and where they stand.
struct FeatureStream {
    explicit FeatureStream(Database opened) : database(std::move(opened)) {}

    Result<bool> next(FeatureRow &row)
    {
        auto more = reader->next(row);
        if (more && *more) {
            for (const auto &[programme, track] : tracks) {
                if (const auto status = track.standingOn(row.id, day)) {
                    row.statuses.push_back({programme, status->status, status->effective});
                }
            }
        }
        return more;
    }

    Database database;
    std::optional<FeatureReader> reader; ///< over the database
    std::vector<std::pair<QString, TrackView>> tracks;
    Day day; ///< on which they are asked for
};

} // namespace

Result<std::function<Result<bool>(FeatureRow &)>> ProjectFile::features(const QString &layer,
                                                                        std::optional<Day> asOf) const
{
    auto database = openReader();
    auto schema = database ? storedSchema(*database, layer) : Result<LayerSchema>(database.error());
    auto now = snapshot();
    if (!schema || !now) {
        return schema ? now.error() : schema.error();
    }
    auto stream = std::make_shared<FeatureStream>(std::move(*database));
    auto reader = FeatureReader::begin(stream->database, *schema, {}, {});
    if (!reader) {
        return reader.error();
    }
    stream->reader.emplace(std::move(*reader));
    stream->day = asOf.value_or(Day::today());
    for (const LayerTrack &track : schema->tracks) {
        stream->tracks.emplace_back(track.programme, (*now)->ledger().track({track.programme, layer, {}}));
    }
    return std::function<Result<bool>(FeatureRow &)>([stream](FeatureRow &row) { return stream->next(row); });
}

Result<std::vector<RecordedEntry>> ProjectFile::history(const QString &layer, FeatureId id) const
{
    auto reader = openReader();
    auto entries = reader ? readEntries(*reader, layer, id) : Result<std::vector<Entry>>(reader.error());
    if (!entries) {
        return entries.error();
    }
    return recordedEntries(std::move(*entries));
}

Result<std::map<EntryId, QString>> ProjectFile::reporters(const std::vector<EntryId> &entries) const
{
    auto reader = openReader();
    return reader ? readReporters(*reader, entries) : Result<std::map<EntryId, QString>>(reader.error());
}

namespace {

Result<FeatureId> featureById(const Database &database, const QString &layer, const QString &key)
{
    bool isNumber = false;
    const qint64 number = key.toLongLong(&isNumber);
    if (!isNumber) {
        return FeatureId{};
    }
    auto found =
        database.integer(QStringLiteral("SELECT id FROM %1 WHERE id = ?").arg(quoted(layer)), {std::int64_t{number}});
    if (!found) {
        return found.error();
    }
    return FeatureId{*found};
}

/// Features whose @p field is @p key; at most two are looked for.
Result<std::vector<std::int64_t>> featuresByField(const Database &database, const QString &layer, const QString &field,
                                                  const QString &key)
{
    auto rows =
        database.prepare(QStringLiteral("SELECT id FROM %1 WHERE %2 = ? LIMIT 2").arg(quoted(layer), quoted(field)));
    if (!rows) {
        return rows.error();
    }
    rows->bind(0, key);
    std::vector<std::int64_t> ids;
    auto more = rows->step();
    for (; more && *more; more = rows->step()) {
        ids.push_back(rows->integer(0));
    }
    if (!more) {
        return more.error();
    }
    return ids;
}

/// A few keys that begin like @p key, for the advice.
QString similarKeys(const Database &database, const LayerSchema &schema, const QString &key)
{
    if (schema.keyField.isEmpty()) {
        return {};
    }
    auto rows = database.prepare(QStringLiteral("SELECT %1 FROM %2 WHERE substr(%1, 1, ?2) = substr(?1, 1, ?2) LIMIT 3")
                                     .arg(quoted(schema.keyField), quoted(schema.id)));
    if (!rows) {
        return {};
    }
    rows->bind(0, key);
    rows->bind(1, std::int64_t{std::max<qsizetype>(1, key.size() - 2)});
    QStringList keys;
    for (auto more = rows->step(); more && *more; more = rows->step()) {
        keys << rows->text(0);
    }
    return keys.join(QStringLiteral(", "));
}

} // namespace

Result<FeatureId> ProjectFile::findFeature(const QString &layer, const QString &key) const
{
    auto reader = openReader();
    if (!reader) {
        return reader.error();
    }
    auto schema = storedSchema(*reader, layer);
    if (!schema) {
        return schema.error();
    }
    for (const QString &field : {schema->keyField, schema->nameField}) {
        if (field.isEmpty()) {
            continue;
        }
        auto ids = featuresByField(*reader, layer, field, key);
        if (!ids) {
            return ids.error();
        }
        if (ids->size() > 1) {
            return Error{ErrorCode::Conflict,
                         Core::tr("several features of layer %1 are called %2").arg(layer, key),
                         {},
                         Core::tr("Name the one you mean by its code or number."),
                         {},
                         {}};
        }
        if (ids->size() == 1) {
            return FeatureId{ids->front()};
        }
    }
    auto byId = featureById(*reader, layer, key);
    if (!byId || !byId->isNone()) {
        return byId;
    }
    const QString similar = similarKeys(*reader, *schema, key);
    return Error{ErrorCode::NotFound,
                 Core::tr("layer %1 has no feature %2").arg(layer, key),
                 {},
                 similar.isEmpty() ? QString() : Core::tr("Similar: %1").arg(similar),
                 {},
                 {}};
}

Result<QString> ProjectFile::style(const QString &layer) const
{
    auto reader = openReader();
    if (!reader) {
        return reader.error();
    }
    return reader->text(QStringLiteral("SELECT style FROM cuntu_style WHERE layer = ?"), {layer.toStdString()});
}

Result<QString> ProjectFile::setting(const QString &key) const
{
    auto reader = openReader();
    if (!reader) {
        return reader.error();
    }
    return reader->text(QStringLiteral("SELECT value FROM cuntu_setting WHERE key = ?"), {key.toStdString()});
}

Result<std::vector<ActionInfo>> ProjectFile::actions(int limit) const
{
    auto reader = openReader();
    if (!reader) {
        return reader.error();
    }
    auto rows = reader->prepare(
        QStringLiteral("SELECT id, kind, name, who, recorded_at, undone_by IS NOT NULL, payload <> '' AND id > %1 "
                       "FROM cuntu_action ORDER BY id DESC LIMIT ?")
            .arg(QLatin1String(k_undoFloor)));
    if (!rows) {
        return rows.error();
    }
    rows->bind(0, std::int64_t{limit});
    std::vector<ActionInfo> actions;
    auto more = rows->step();
    for (; more && *more; more = rows->step()) {
        actions.push_back({ActionId{rows->integer(0)}, rows->text(1), rows->text(2), rows->text(3),
                           Instant::fromIso(rows->text(4)).value_or(Instant()), rows->integer(5) != 0,
                           rows->integer(6) != 0 && rows->integer(5) == 0});
    }
    if (!more) {
        return more.error();
    }
    return actions;
}

} // namespace cuntu
