// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/project/edit_features.h"
#include "core/project/project_file.h"
#include "core/store/change_table.h"
#include "core/store/layer_table.h"
#include "core/store/ledger_table.h"
#include "core/store/photo_table.h"
#include "core/store/run_table.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace cuntu {

namespace {

/// An action as undo and redo see it.
struct Step {
    std::int64_t id = 0;
    QString kind;
    QString name;
    QJsonObject payload;
    std::int64_t undoneBy = 0; ///< the action that undid it; 0: it stands
};

// Undoing never deletes from the ledger. It retracts, and a redo retracts the retraction:
//
//     action 7 "mark"    action 8 "undo"                    action 9 "redo"
//     entries e1 e2      r1 retracts e1, r2 retracts e2     q1 retracts r1, q2 retracts r2: e1 and e2 hold again

Result<std::optional<Step>> findStep(Database &database, bool undoing)
{
    // Undo takes the newest action that stands above the floor. Redo takes the newest undo, unless something else was
    // done since.
    const QString sql =
        undoing
            ? QStringLiteral("SELECT id, kind, name, payload, 0 FROM cuntu_action WHERE undone_by IS NULL AND "
                             "payload <> '' AND kind <> 'undo' AND id > %1 ORDER BY id DESC LIMIT 1")
                  .arg(QLatin1String(k_undoFloor))
            : QStringLiteral("SELECT a.id, a.kind, a.name, a.payload, u.id FROM cuntu_action u JOIN cuntu_action a "
                             "ON a.undone_by = u.id WHERE u.kind = 'undo' AND NOT EXISTS (SELECT 1 FROM cuntu_action n "
                             "WHERE n.id > u.id AND n.kind NOT IN ('undo', 'redo')) ORDER BY u.id DESC LIMIT 1");
    auto rows = database.prepare(sql);
    if (!rows) {
        return rows.error();
    }
    auto more = rows->step();
    if (!more) {
        return more.error();
    }
    if (!*more) {
        return std::optional<Step>();
    }
    return std::optional<Step>(Step{rows->integer(0), rows->text(1), rows->text(2),
                                    QJsonDocument::fromJson(rows->text(3).toUtf8()).object(), rows->integer(4)});
}

/// Appends, for each entry that action @p of made, one that retracts it. What was done last is undone first, so that
/// all of them are in effect.
Result<void> retractEntries(Database &database, std::int64_t of, ActionId by, const QString &who)
{
    return database.execute(
        QStringLiteral("INSERT INTO cuntu_entry (uuid, action_id, programme, layer, measure, feature_id, status, "
                       "effective_date, recorded_at, who, source, rung, supersedes) "
                       "SELECT randomblob(16), ?, programme, layer, measure, feature_id, '', effective_date, ?, ?, "
                       "'undo', rung, id FROM cuntu_entry WHERE action_id = ? ORDER BY id"),
        {by.value, Instant::now().toIso().toStdString(), who.toStdString(), of});
}

Result<void> reverseStyle(Database &database, const QJsonObject &payload, bool undoing)
{
    const QString style = payload[undoing ? QStringLiteral("old") : QStringLiteral("new")].toString();
    const std::string layer = payload[QStringLiteral("layer")].toString().toStdString();
    if (style.isEmpty()) {
        return database.execute(QStringLiteral("DELETE FROM cuntu_style WHERE layer = ?"), {layer});
    }
    return database.execute(QStringLiteral("INSERT INTO cuntu_style (layer, style) VALUES (?, ?) "
                                           "ON CONFLICT (layer) DO UPDATE SET style = excluded.style"),
                            {layer, style.toStdString()});
}

Result<void> reverseAttachment(Database &database, const QJsonObject &payload, bool undoing)
{
    const QString of = undoing ? QStringLiteral("old_") : QStringLiteral("new_");
    return setPhotoFeature(database, payload[QStringLiteral("photo")].toInteger(),
                           payload[of + QStringLiteral("layer")].toString(),
                           FeatureId{payload[of + QStringLiteral("feature")].toInteger()});
}

/// Rows that the action brought are gone, those that it took out are back, or the other way round.
Result<void> reverseRows(Database &database, const Step &step, ActionId by, bool undoing)
{
    for (const char *const table :
         {"cuntu_target", "cuntu_period", "cuntu_case", "cuntu_case_step", "cuntu_photo", "cuntu_run"}) {
        auto done = database.execute(
            QStringLiteral("UPDATE %1 SET removed_by = ? WHERE action_id = ?").arg(quoted(QString::fromLatin1(table))),
            {undoing ? Value(by.value) : Value(), step.id});
        if (!done) {
            return done;
        }
    }
    for (const QJsonValue &id : step.payload[QStringLiteral("removed")].toArray()) {
        auto done = database.execute(QStringLiteral("UPDATE cuntu_target SET removed_by = ? WHERE id = ?"),
                                     {undoing ? Value() : Value(step.id), std::int64_t{id.toInteger()}});
        if (!done) {
            return done;
        }
    }
    for (const QJsonValue &id : step.payload[QStringLiteral("removed_runs")].toArray()) {
        if (auto done = setRunRemoved(database, id.toInteger(), undoing ? Value() : Value(by.value)); !done) {
            return done;
        }
    }
    return {};
}

Result<void> reverseRunName(Database &database, const QJsonObject &payload, bool undoing)
{
    const QString old = payload[QStringLiteral("old")].toString();
    const QString now = payload[QStringLiteral("new")].toString();
    return renameRun(database, payload[QStringLiteral("run")].toInteger(), undoing ? now : old, undoing ? old : now);
}

/// The features that the import added go, what it changed becomes what it was, and what it said of statuses is
/// retracted. There is no way forward again but to import the file once more.
Result<void> unimportLayer(Database &database, const Step &step, const QString &who, ActionId by)
{
    const QString layer = step.payload[QStringLiteral("layer")].toString();
    if (step.payload[QStringLiteral("made")].toBool()) {
        auto done = dropLayerTable(database, layer);
        return done ? retractEntries(database, step.id, by, who) : done;
    }
    auto layers = readLayers(database);
    if (!layers) {
        return layers.error();
    }
    const auto stored =
        std::find_if(layers->begin(), layers->end(), [&](const StoredLayer &each) { return each.schema.id == layer; });
    if (stored == layers->end()) {
        return Error{ErrorCode::Conflict, Core::tr("the project has no layer %1").arg(layer), {}, {}, {}, {}};
    }
    auto srid = database.integer(QStringLiteral("SELECT srid FROM geometry_columns WHERE f_table_name = lower(?)"),
                                 {layer.toStdString()});
    auto writer = srid ? LayerWriter::begin(database, stored->schema, static_cast<int>(*srid))
                       : Result<LayerWriter>(srid.error());
    if (!writer) {
        return writer.error();
    }
    auto done = revertChanges(database, step.id, true);
    if (done) {
        done = database.execute(QStringLiteral("DELETE FROM %1 WHERE id BETWEEN ? AND ?").arg(quoted(layer)),
                                {std::int64_t{step.payload[QStringLiteral("first")].toInteger()},
                                 std::int64_t{step.payload[QStringLiteral("last")].toInteger()}});
    }
    if (done) {
        done = writer->finish({});
    }
    return done ? retractEntries(database, step.id, by, who) : done;
}

/// What an import brought goes, or, where it can, comes back.
Result<void> reverseImport(Database &database, const Step &step, ActionId by, const QString &who, bool undoing)
{
    const QString what = step.payload[QStringLiteral("what")].toString();
    if (what == QStringLiteral("layer")) {
        return unimportLayer(database, step, who, by);
    }
    if (what == QStringLiteral("progress")) {
        return retractEntries(database, undoing ? step.id : step.undoneBy, by, who);
    }
    return reverseRows(database, step, by, undoing);
}

} // namespace

Result<QString> ProjectFile::reverse(const QString &who, bool undoing)
{
    QString name;
    auto done = write([&](Database &database) -> Result<Change> {
        auto step = findStep(database, undoing);
        if (!step) {
            return step.error();
        }
        const bool isOver =
            !undoing && *step && (*step)->payload[QStringLiteral("what")].toString() == QLatin1String("layer");
        if (!*step || isOver) {
            return Error{ErrorCode::NotFound,
                         undoing ? Core::tr("there is nothing to undo") : Core::tr("there is nothing to redo"),
                         {},
                         {},
                         {},
                         {}};
        }
        const Step &found = **step;
        auto action =
            recordAction(database, {undoing ? QStringLiteral("undo") : QStringLiteral("redo"), found.name, who, {}});
        if (!action) {
            return action.error();
        }
        Result<void> reversed;
        if (found.kind == QStringLiteral("mark")) {
            reversed = retractEntries(database, undoing ? found.id : found.undoneBy, *action, who);
        } else if (found.kind == QStringLiteral("import")) {
            reversed = reverseImport(database, found, *action, who, undoing);
        } else if (found.kind == QStringLiteral("edit") || found.kind == QStringLiteral("repair")) {
            reversed = revertChanges(database, found.id, undoing);
            if (reversed) { // what a split or a removal said in the ledger
                reversed = retractEntries(database, undoing ? found.id : found.undoneBy, *action, who);
            }
        } else if (found.kind == QStringLiteral("style")) {
            reversed = reverseStyle(database, found.payload, undoing);
        } else if (found.kind == QStringLiteral("photo_attach")) {
            reversed = reverseAttachment(database, found.payload, undoing);
        } else if (found.kind == QStringLiteral("run_name")) {
            reversed = reverseRunName(database, found.payload, undoing);
        } else {
            reversed = reverseRows(database, found, *action, undoing);
        }
        if (reversed) {
            reversed = database.execute(QStringLiteral("UPDATE cuntu_action SET undone_by = ? WHERE id = ?"),
                                        {undoing ? Value(action->value) : Value(), found.id});
        }
        if (!reversed) {
            return reversed.error();
        }
        name = found.name;
        const bool changed = found.kind == QStringLiteral("edit") || found.kind == QStringLiteral("repair") ||
                             found.kind == QStringLiteral("import");
        return changed ? Change{editedLayers(found.payload)} : Change{};
    });
    if (!done) {
        return done.error().code == ErrorCode::NotFound ? Result<QString>(QString()) : Result<QString>(done.error());
    }
    return name;
}

Result<QString> ProjectFile::undo(const QString &who)
{
    return reverse(who, true);
}

Result<QString> ProjectFile::redo(const QString &who)
{
    return reverse(who, false);
}

} // namespace cuntu
