// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/run_table.h"

#include "core/store/layer_table.h"
#include "core/store/ledger_table.h"
#include "core/store/schema_json.h"

#include <QJsonDocument>

namespace cuntu {

namespace {

const char *const k_runs = R"sql(
-- Results of computations that were kept. Those that were taken out stay as long as that can be undone; so do the
-- tables of their layers, which are then no layers of the project.
CREATE TABLE cuntu_run (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE,
    name TEXT NOT NULL,
    algorithm TEXT NOT NULL,
    parameters TEXT NOT NULL DEFAULT '{}', -- JSON
    as_of TEXT NOT NULL,
    basis TEXT NOT NULL DEFAULT '{}',      -- JSON: revision, layers that were read with theirs, newest entry
    made_at TEXT NOT NULL,
    who TEXT NOT NULL DEFAULT '',
    figures TEXT NOT NULL DEFAULT '{}',    -- JSON; curves under the key '$curves', which no figure has
    layers TEXT NOT NULL DEFAULT '[]',     -- JSON: ids
    marks TEXT NOT NULL DEFAULT '[]',      -- JSON: what adopting it enters into the ledger
    action_id INTEGER NOT NULL REFERENCES cuntu_action(id),
    removed_by INTEGER REFERENCES cuntu_action(id)
);
)sql";

/// Where the column of figures has the curves: a column of their own would shut out programs that do not know it.
QString curvesKey()
{
    return QStringLiteral("$curves");
}

QJsonObject withCurves(const StoredRun &run)
{
    QJsonObject figures = run.figures;
    if (!run.curves.isEmpty()) {
        figures[curvesKey()] = run.curves;
    }
    return figures;
}

QJsonDocument jsonAt(const Statement &rows, int column)
{
    return QJsonDocument::fromJson(rows.text(column).toUtf8());
}

std::string textOf(const QJsonArray &array)
{
    return QJsonDocument(array).toJson(QJsonDocument::Compact).toStdString();
}

QStringList textsOf(const QJsonArray &array)
{
    QStringList texts;
    for (const QJsonValue &value : array) {
        texts << value.toString();
    }
    return texts;
}

/// @p name with @p to instead of @p from at its end; as it is where it ends otherwise.
QString withOtherEnd(const QString &name, const QString &from, const QString &to)
{
    return name.endsWith(from) ? name.chopped(from.size()) + to : name;
}

Result<void> renameLayer(Database &database, const QString &layer, const QString &from, const QString &to)
{
    auto json = database.text(QStringLiteral("SELECT schema FROM cuntu_layer WHERE id = ?"), {layer.toStdString()});
    if (!json || json->isEmpty()) {
        return json ? Result<void>() : Result<void>(json.error()); // the layer was removed
    }
    auto schema = schemaFromJson(*json);
    if (!schema) {
        return schema.error();
    }
    schema->name = {withOtherEnd(schema->name.zh, from, to), withOtherEnd(schema->name.en, from, to)};
    return database.execute(QStringLiteral("UPDATE cuntu_layer SET schema = ? WHERE id = ?"),
                            {schemaToJson(*schema).toStdString(), layer.toStdString()});
}

Result<QStringList> layersOf(const Database &database, qint64 run)
{
    auto json = database.text(QStringLiteral("SELECT layers FROM cuntu_run WHERE id = ?"), {std::int64_t{run}});
    return json ? Result<QStringList>(textsOf(QJsonDocument::fromJson(json->toUtf8()).array()))
                : Result<QStringList>(json.error());
}

Result<void> dropTables(Database &database, const QStringList &layers)
{
    for (const QString &layer : layers) {
        auto there =
            database.integer(QStringLiteral("SELECT count(*) FROM cuntu_layer WHERE id = ?"), {layer.toStdString()});
        auto dropped = !there        ? Result<void>(there.error())
                       : *there == 0 ? Result<void>()
                                     : dropLayerTable(database, layer);
        if (!dropped) {
            return dropped;
        }
    }
    return {};
}

} // namespace

Result<void> createRunTable(Database &database)
{
    return database.execute(QString::fromUtf8(k_runs));
}

Result<std::vector<StoredRun>> readRuns(const Database &database)
{
    auto rows = database.prepare(QStringLiteral(
        "SELECT r.id, r.name, r.algorithm, r.parameters, r.as_of, r.basis, r.made_at, r.who, r.figures, r.layers, "
        "r.marks, EXISTS (SELECT 1 FROM cuntu_action a WHERE a.kind IN ('mark', 'edit') AND a.undone_by IS NULL AND "
        "CASE WHEN a.payload <> '' THEN json_extract(a.payload, '$.run') END = r.id) "
        "FROM cuntu_run r WHERE r.removed_by IS NULL ORDER BY r.id"));
    if (!rows) {
        return rows.error();
    }
    std::vector<StoredRun> runs;
    auto more = rows->step();
    for (; more && *more; more = rows->step()) {
        StoredRun run;
        run.id = rows->integer(0);
        run.name = rows->text(1);
        run.algorithm = rows->text(2);
        run.parameters = jsonAt(*rows, 3).object();
        run.asOf = Day::fromIso(rows->text(4)).value_or(Day());
        run.basis = jsonAt(*rows, 5).object();
        run.made = Instant::fromIso(rows->text(6)).value_or(Instant());
        run.who = rows->text(7);
        run.figures = jsonAt(*rows, 8).object();
        run.curves = run.figures.take(curvesKey()).toArray();
        run.layers = textsOf(jsonAt(*rows, 9).array());
        run.marks = jsonAt(*rows, 10).array();
        run.adopted = rows->integer(11) != 0;
        runs.push_back(std::move(run));
    }
    if (!more) {
        return more.error();
    }
    return runs;
}

Result<qint64> nextRun(const Database &database)
{
    auto last = database.integer(QStringLiteral("SELECT coalesce(max(id), 0) FROM cuntu_run"));
    return last ? Result<qint64>(*last + 1) : Result<qint64>(last.error());
}

Result<void> insertRun(Database &database, const StoredRun &run, ActionId action)
{
    return database.execute(
        QStringLiteral("INSERT INTO cuntu_run (id, uuid, name, algorithm, parameters, as_of, basis, made_at, who, "
                       "figures, layers, marks, action_id) VALUES (?, randomblob(16), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                       "?)"),
        {std::int64_t{run.id}, run.name.toStdString(), run.algorithm.toStdString(),
         compactJson(run.parameters).toStdString(), run.asOf.toIso().toStdString(),
         compactJson(run.basis).toStdString(), run.made.toIso().toStdString(), run.who.toStdString(),
         compactJson(withCurves(run)).toStdString(), textOf(QJsonArray::fromStringList(run.layers)), textOf(run.marks),
         action.value});
}

Result<void> setRunRemoved(Database &database, qint64 run, const Value &action)
{
    return database.execute(QStringLiteral("UPDATE cuntu_run SET removed_by = ? WHERE id = ?"),
                            {action, std::int64_t{run}});
}

Result<void> renameRun(Database &database, qint64 run, const QString &from, const QString &to)
{
    auto layers = layersOf(database, run);
    if (!layers) {
        return layers.error();
    }
    for (const QString &layer : *layers) {
        if (auto renamed = renameLayer(database, layer, from, to); !renamed) {
            return renamed;
        }
    }
    return database.execute(QStringLiteral("UPDATE cuntu_run SET name = ? WHERE id = ?"),
                            {to.toStdString(), std::int64_t{run}});
}

Result<void> dropLostRuns(Database &database)
{
    auto rows =
        database.prepare(QStringLiteral("SELECT r.id FROM cuntu_run r JOIN cuntu_action a ON a.id = r.removed_by "
                                        "WHERE a.kind = 'undo' OR a.id <= %1")
                             .arg(QLatin1String(k_undoFloor)));
    if (!rows) {
        return rows.error();
    }
    std::vector<qint64> lost;
    auto more = rows->step();
    for (; more && *more; more = rows->step()) {
        lost.push_back(rows->integer(0));
    }
    if (!more) {
        return more.error();
    }
    for (const qint64 run : lost) {
        auto layers = layersOf(database, run);
        auto dropped = layers ? dropTables(database, *layers) : Result<void>(layers.error());
        if (dropped) {
            dropped = database.execute(QStringLiteral("DELETE FROM cuntu_run WHERE id = ?"), {std::int64_t{run}});
        }
        if (!dropped) {
            return dropped;
        }
    }
    return {};
}

} // namespace cuntu
