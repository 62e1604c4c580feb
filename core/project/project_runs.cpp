// SPDX-License-Identifier: GPL-3.0-or-later
// Results of computations: their layers, and those that are kept with what they were made from.
#include "core/algorithm/outcome_curve.h"
#include "core/base/text.h"
#include "core/project/project_file.h"
#include "core/project/run_adoption.h"
#include "core/store/layer_table.h"
#include "core/store/ledger_table.h"
#include "core/store/project_schema.h"
#include "core/store/run_table.h"
#include "core/store/schema_json.h"

#include <algorithm>
#include <cmath>

namespace cuntu {

namespace {

QJsonObject jsonOf(const QMap<QString, QString> &parameters)
{
    QJsonObject json;
    for (auto it = parameters.begin(); it != parameters.end(); ++it) {
        json[it.key()] = it.value();
    }
    return json;
}

QJsonObject jsonOf(const RunBasis &basis)
{
    QJsonObject layers;
    for (const auto &[id, revision] : basis.layers) {
        layers[id] = revision;
    }
    QJsonObject json{{QStringLiteral("revision"), basis.revision}, {QStringLiteral("layers"), layers}};
    if (basis.entry) {
        json[QStringLiteral("entry")] = static_cast<qint64>(basis.entry->value);
    }
    return json;
}

RunBasis basisFrom(const QJsonObject &json)
{
    RunBasis basis;
    basis.revision = json[QStringLiteral("revision")].toInteger();
    const QJsonObject layers = json[QStringLiteral("layers")].toObject();
    for (auto it = layers.begin(); it != layers.end(); ++it) {
        basis.layers[it.key()] = it.value().toInteger();
    }
    if (json.contains(QStringLiteral("entry"))) {
        basis.entry = EntryId{json[QStringLiteral("entry")].toInteger()};
    }
    return basis;
}

QJsonValue jsonOf(const Value &value)
{
    if (const auto *number = std::get_if<std::int64_t>(&value)) {
        return static_cast<qint64>(*number);
    }
    if (const auto *number = std::get_if<double>(&value)) {
        return *number;
    }
    return isNull(value) ? QJsonValue() : QJsonValue(valueText(value));
}

Value valueFrom(const QJsonValue &json)
{
    if (json.isDouble()) {
        const double number = json.toDouble();
        return number == std::floor(number) && std::abs(number) < 1e15 ? Value(static_cast<std::int64_t>(number))
                                                                       : Value(number);
    }
    return json.isNull() ? Value() : Value(json.toString().toStdString());
}

QJsonArray jsonOf(const std::vector<ProposedMark> &marks)
{
    QJsonArray json;
    for (const ProposedMark &mark : marks) {
        QJsonObject object{{QStringLiteral("layer"), mark.layer},
                           {QStringLiteral("feature"), static_cast<qint64>(mark.feature.value)},
                           {QStringLiteral("status"), mark.status},
                           {QStringLiteral("effective"), mark.effective.toIso()},
                           {QStringLiteral("note"), mark.note}};
        QJsonObject values;
        for (const auto &[field, value] : mark.values) {
            values[field] = jsonOf(value);
        }
        if (!values.isEmpty()) {
            object[QStringLiteral("values")] = values;
        }
        json.append(object);
    }
    return json;
}

std::vector<ProposedMark> marksFrom(const QJsonArray &json)
{
    std::vector<ProposedMark> marks;
    for (const QJsonValue &value : json) {
        const QJsonObject mark = value.toObject();
        std::map<QString, Value> values;
        const QJsonObject stored = mark[QStringLiteral("values")].toObject();
        for (auto it = stored.begin(); it != stored.end(); ++it) {
            values[it.key()] = valueFrom(it.value());
        }
        marks.push_back({mark[QStringLiteral("layer")].toString(),
                         FeatureId{mark[QStringLiteral("feature")].toInteger()},
                         mark[QStringLiteral("status")].toString(),
                         Day::fromIso(mark[QStringLiteral("effective")].toString()).value_or(Day()),
                         mark[QStringLiteral("note")].toString(), std::move(values)});
    }
    return marks;
}

KeptRun runFrom(const StoredRun &stored)
{
    KeptRun run;
    run.id = stored.id;
    run.name = stored.name;
    run.algorithm = stored.algorithm;
    for (auto it = stored.parameters.begin(); it != stored.parameters.end(); ++it) {
        run.parameters[it.key()] = it.value().toString();
    }
    run.asOf = stored.asOf;
    run.basis = basisFrom(stored.basis);
    run.made = stored.made;
    run.who = stored.who;
    run.figures = stored.figures;
    run.curves = curvesFromJson(stored.curves);
    run.layers = stored.layers;
    run.marks = marksFrom(stored.marks);
    run.adopted = stored.adopted;
    return run;
}

QString provenanceOf(const QString &algorithm, const QMap<QString, QString> &parameters, qint64 revision)
{
    return compactJson({{QStringLiteral("algorithm"), algorithm},
                        {QStringLiteral("parameters"), jsonOf(parameters)},
                        {QStringLiteral("revision"), revision},
                        {QStringLiteral("made_at"), Instant::now().toIso()}});
}

/// Makes the table of a layer that an algorithm made, and fills it.
Result<void> storeLayer(Database &database, const OutcomeLayer &layer, int srid, qint64 revision,
                        const QString &provenance)
{
    auto made = createLayerTable(database, layer.schema, srid, revision);
    auto writer = made ? LayerWriter::begin(database, layer.schema, srid) : Result<LayerWriter>(made.error());
    if (!writer) {
        return writer.error();
    }
    for (const FeatureRow &row : layer.rows) {
        if (auto inserted = writer->insert(row); !inserted) {
            return inserted.error();
        }
    }
    auto done = writer->finish({});
    return done ? database.execute(QStringLiteral("UPDATE cuntu_layer SET provenance = ? WHERE id = ?"),
                                   {provenance.toStdString(), layer.schema.id.toStdString()})
                : done;
}

/// How @p layer is drawn: as somebody chose, else as its programme has it; empty: by default.
Result<QString> styleOf(const Database &database, const Registry &registry, const QString &layer)
{
    auto chosen = database.text(QStringLiteral("SELECT style FROM cuntu_style WHERE layer = ?"), {layer.toStdString()});
    if (!chosen || !chosen->isEmpty()) {
        return chosen;
    }
    const auto shipped = std::find_if(registry.defaultStyles.begin(), registry.defaultStyles.end(),
                                      [&](const DefaultStyle &each) { return each.layer == layer; });
    return shipped != registry.defaultStyles.end() ? shipped->json : QString();
}

/// Gives the layers of run @p id names and ids of their own, and stores them; they look as those they are named after.
Result<QStringList> storeLayers(Database &database, const Registry &registry, std::vector<OutcomeLayer> &layers,
                                const StoredRun &run, int srid, qint64 revision)
{
    QMap<QString, QString> parameters;
    for (auto it = run.parameters.begin(); it != run.parameters.end(); ++it) {
        parameters[it.key()] = it.value().toString();
    }
    const QString provenance =
        provenanceOf(run.algorithm, parameters, run.basis[QStringLiteral("revision")].toInteger());
    QStringList ids;
    for (OutcomeLayer &layer : layers) {
        auto style = styleOf(database, registry, layer.schema.id);
        if (!style) {
            return style.error();
        }
        layer.schema.id = QStringLiteral("%1_r%2").arg(layer.schema.id).arg(run.id);
        const QString end = QStringLiteral(" · ") + run.name;
        layer.schema.name = {layer.schema.name.zh + end, layer.schema.name.en + end};
        auto stored = storeLayer(database, layer, srid, revision, provenance);
        if (stored && !style->isEmpty()) {
            stored = database.execute(QStringLiteral("INSERT INTO cuntu_style (layer, style) VALUES (?, ?)"),
                                      {layer.schema.id.toStdString(), style->toStdString()});
        }
        if (!stored) {
            return stored.error();
        }
        ids << layer.schema.id;
    }
    return ids;
}

/// @p name as a name that none of @p runs has; of the algorithm, with a number, where it is empty.
Result<QString> freeName(const std::vector<StoredRun> &runs, const QString &name, const QString &otherwise)
{
    const auto isTaken = [&](const QString &wanted) {
        return std::any_of(runs.begin(), runs.end(), [&](const StoredRun &run) { return run.name == wanted; });
    };
    const QString wanted = name.trimmed();
    if (!wanted.isEmpty()) {
        return !isTaken(wanted) ? Result<QString>(wanted)
                                : Error{ErrorCode::Conflict,
                                        Core::tr("another result is kept as '%1'").arg(wanted),
                                        {},
                                        Core::tr("Choose another name, or remove that one."),
                                        {},
                                        {}};
    }
    for (int number = 1;; ++number) {
        const QString numbered = QStringLiteral("%1 %2").arg(otherwise).arg(number);
        if (!isTaken(numbered)) {
            return numbered;
        }
    }
}

Result<StoredRun> findStored(const std::vector<StoredRun> &runs, qint64 id)
{
    const auto found = std::find_if(runs.begin(), runs.end(), [id](const StoredRun &run) { return run.id == id; });
    if (found == runs.end()) {
        return Error{ErrorCode::NotFound, Core::tr("no result is kept under the number %1").arg(id), {}, {}, {}, {}};
    }
    return *found;
}

} // namespace

Result<QStringList> ProjectFile::adopt(const QString &algorithm, const ParameterValues &parameters, Outcome outcome)
{
    QStringList made;
    auto done = write([&](Database &database) -> Result<Change> {
        const QString provenance = provenanceOf(algorithm, parameters.all(), m_revision);
        auto action = recordAction(database, {QStringLiteral("run"), Core::tr("ran %1").arg(algorithm), {}, {}});
        auto srid = !action           ? Result<int>(action.error())
                    : crs().isValid() ? registerCrs(database, crs())
                                      : Result<int>(0);
        Result<void> stored = srid ? Result<void>() : Result<void>(srid.error());
        for (const OutcomeLayer &layer : outcome.layers) {
            if (stored && storedSchema(database, layer.schema.id)) {
                stored = dropLayerTable(database, layer.schema.id); // the same result, made again
            }
            if (stored) {
                stored = storeLayer(database, layer, *srid, m_revision + 1, provenance);
            }
            made << layer.schema.id;
        }
        return stored ? Result<Change>(Change{made}) : Result<Change>(stored.error());
    });
    return done ? Result<QStringList>(made) : Result<QStringList>(done.error());
}

Result<KeptRun> ProjectFile::keepRun(NewRun run)
{
    const Algorithm *algorithm = m_registry->findAlgorithm(run.algorithm);
    StoredRun kept;
    auto done = write([&](Database &database) -> Result<Change> {
        auto runs = readRuns(database);
        auto name = runs ? freeName(*runs, run.name, algorithm != nullptr ? algorithm->name.toString() : run.algorithm)
                         : Result<QString>(runs.error());
        auto action = name ? recordAction(database, {QStringLiteral("keep"), Core::tr("kept the result %1").arg(*name),
                                                     run.who, QStringLiteral("{}")})
                           : Result<ActionId>(name.error());
        auto cleared = action ? dropLostRuns(database) : Result<void>(action.error());
        auto id = cleared ? nextRun(database) : Result<qint64>(cleared.error());
        auto srid = !id ? Result<int>(id.error()) : crs().isValid() ? registerCrs(database, crs()) : Result<int>(0);
        if (!srid) {
            return srid.error();
        }
        kept = {*id,
                *name,
                run.algorithm,
                jsonOf(run.parameters.all()),
                run.asOf,
                jsonOf(run.basis),
                Instant::now(),
                run.who,
                run.outcome.figures,
                curvesToJson(run.outcome.curves),
                {},
                jsonOf(run.outcome.marks)};
        auto layers = storeLayers(database, *m_registry, run.outcome.layers, kept, *srid, m_revision + 1);
        if (!layers) {
            return layers.error();
        }
        kept.layers = *layers;
        auto inserted = insertRun(database, kept, *action);
        return inserted ? Result<Change>(Change{*layers}) : Result<Change>(inserted.error());
    });
    return done ? Result<KeptRun>(runFrom(kept)) : Result<KeptRun>(done.error());
}

Result<std::vector<KeptRun>> ProjectFile::runs() const
{
    auto reader = openReader();
    auto stored = reader ? readRuns(*reader) : Result<std::vector<StoredRun>>(reader.error());
    if (!stored) {
        return stored.error();
    }
    std::vector<KeptRun> runs;
    std::transform(stored->begin(), stored->end(), std::back_inserter(runs), runFrom);
    return runs;
}

Result<void> ProjectFile::renameRun(qint64 id, const QString &name, const QString &who)
{
    if (name.trimmed().isEmpty()) {
        return Error{ErrorCode::Invalid, Core::tr("a kept result needs a name"), {}, {}, {}, {}};
    }
    return write([&](Database &database) -> Result<Change> {
        auto runs = readRuns(database);
        auto run = runs ? findStored(*runs, id) : Result<StoredRun>(runs.error());
        if (run && run->name == name.trimmed()) {
            return Change{{}, true};
        }
        auto wanted = run ? freeName(*runs, name, {}) : Result<QString>(run.error());
        auto action =
            wanted ? recordAction(database, {QStringLiteral("run_name"),
                                             Core::tr("renamed the result %1 to %2").arg(run->name, *wanted), who,
                                             compactJson({{QStringLiteral("run"), id},
                                                          {QStringLiteral("old"), run->name},
                                                          {QStringLiteral("new"), *wanted}})})
                   : Result<ActionId>(wanted.error());
        auto renamed = action ? cuntu::renameRun(database, id, run->name, *wanted) : Result<void>(action.error());
        return renamed ? Result<Change>(Change{run->layers}) : Result<Change>(renamed.error());
    });
}

Result<void> ProjectFile::removeRun(qint64 id, const QString &who)
{
    return write([&](Database &database) -> Result<Change> {
        auto runs = readRuns(database);
        auto run = runs ? findStored(*runs, id) : Result<StoredRun>(runs.error());
        auto action = run ? recordAction(database, {QStringLiteral("run_remove"),
                                                    Core::tr("removed the result %1").arg(run->name), who,
                                                    compactJson({{QStringLiteral("removed_runs"), QJsonArray{id}}})})
                          : Result<ActionId>(run.error());
        auto removed = action ? setRunRemoved(database, id, Value(action->value)) : Result<void>(action.error());
        return removed ? Result<Change>(Change{}) : Result<Change>(removed.error());
    });
}

Result<ActionId> ProjectFile::adoptRun(qint64 id, const QString &who)
{
    auto reader = openReader();
    auto kept = reader ? readRuns(*reader) : Result<std::vector<StoredRun>>(reader.error());
    auto stored = kept ? findStored(*kept, id) : Result<StoredRun>(kept.error());
    if (!stored) {
        return stored.error();
    }
    const KeptRun run = runFrom(*stored);
    auto adoption = planAdoption(*this, run, who);
    if (!adoption) {
        return adoption.error();
    }
    if (adoption->isEmpty()) {
        return Error{ErrorCode::Invalid,
                     run.marks.empty()
                         ? Core::tr("the result %1 proposes no steps").arg(run.name)
                         : Core::tr("everything that the result %1 proposes is there already").arg(run.name),
                     {},
                     {},
                     {},
                     {}};
    }
    return enter(adoption->requests, adoption->edits, who,
                 Core::tr("adopted the result %1: %n steps", nullptr, static_cast<int>(adoption->size())).arg(run.name),
                 {{QStringLiteral("run"), id}});
}

} // namespace cuntu
