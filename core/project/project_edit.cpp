// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/project/project_file.h"
#include "core/store/layer_table.h"
#include "core/store/ledger_table.h"
#include "core/store/project_schema.h"
#include "core/store/target_table.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace cuntu {

namespace {

QString json(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonValue toJson(const Value &value)
{
    switch (value.index()) {
    case 1:
        return QJsonValue(static_cast<qint64>(std::get<1>(value)));
    case 2:
        return QJsonValue(std::get<2>(value));
    case 3:
        return QJsonValue(QString::fromStdString(std::get<3>(value)));
    default:
        return QJsonValue();
    }
}

/// Why feature @p id may not go to @p status on @p day, or nothing. The first statement about a feature may jump
/// (DOMAIN B.0.3).
std::optional<Error> transitionProblem(const TrackView &track, const LifeCycle &cycle, const MarkRequest &request,
                                       FeatureId id)
{
    const auto now = track.standingOn(id, request.effective);
    if (!now || !request.supersedes.isNone() || now->status == request.status) {
        return std::nullopt;
    }
    const Transition *step = cycle.findTransition(now->status, request.status);
    if (step && (!step->needsNote || !request.note.isEmpty())) {
        return std::nullopt;
    }
    const Status *from = cycle.findStatus(now->status);
    const QString fromName = from ? from->name.toString() : now->status;
    const QString toName = cycle.findStatus(request.status)->name.toString();
    if (step) {
        return Error{ErrorCode::Invalid,
                     Core::tr("the step from %1 to %2 needs a reason").arg(fromName, toName),
                     {.feature = QString::number(id.value)},
                     Core::tr("Give a note that says why."),
                     {},
                     {}};
    }
    QStringList allowed;
    for (const Transition &transition : cycle.transitions) {
        if (transition.from == now->status) {
            if (const Status *to = cycle.findStatus(transition.to)) {
                allowed << QStringLiteral("%1 (%2)").arg(to->name.toString(), to->id);
            }
        }
    }
    return Error{
        ErrorCode::Invalid,
        Core::tr("the feature is %1 since %2; it cannot become %3").arg(fromName, now->effective.toIso(), toName),
        {.feature = QString::number(id.value)},
        Core::tr("Allowed next: %1. To correct an earlier statement, supersede it.")
            .arg(allowed.join(QStringLiteral(", "))),
        {},
        {}};
}

/// The life cycle that @p request is about.
Result<TrackCycle> cycleFor(const Registry &registry, const std::optional<LayerSchema> &schema,
                            const MarkRequest &request)
{
    const std::vector<TrackCycle> all = schema ? registry.tracksOf(*schema) : std::vector<TrackCycle>();
    if (all.empty()) {
        return Error{
            ErrorCode::Invalid, Core::tr("features of layer %1 have no status").arg(request.layer), {}, {}, {}, {}};
    }
    std::vector<TrackCycle> fitting;
    QStringList statuses;
    QStringList programmes;
    for (const TrackCycle &track : all) {
        if (!request.programme.isEmpty() && track.programme != request.programme) {
            continue;
        }
        for (const Status &status : track.lifeCycle->statuses) {
            statuses << status.id;
        }
        if (track.lifeCycle->findStatus(request.status)) {
            fitting.push_back(track);
            programmes << track.programme;
        }
    }
    if (fitting.size() == 1) {
        return fitting.front();
    }
    if (fitting.empty()) {
        statuses.removeDuplicates();
        return Error{ErrorCode::NotFound,
                     Core::tr("there is no status %1").arg(request.status),
                     {},
                     Core::tr("Known: %1").arg(statuses.join(QStringLiteral(", "))),
                     {},
                     {}};
    }
    return Error{ErrorCode::Misused,
                 Core::tr("%1 is a status of several programmes").arg(request.status),
                 {},
                 Core::tr("Say which programme is meant: %1").arg(programmes.join(QStringLiteral(", "))),
                 {},
                 {}};
}

/// What all entries of a marking have in common.
Entry entryFrom(const MarkRequest &request, const Track &track, ActionId action)
{
    Entry entry;
    entry.action = action;
    entry.track = track;
    entry.status = request.status;
    entry.effective = request.effective;
    entry.recorded = Instant::now();
    entry.who = request.who;
    entry.role = request.role;
    entry.note = request.note;
    entry.source = request.source;
    entry.document = request.document;
    entry.position = request.position;
    entry.rung = request.rung;
    entry.supersedes = request.supersedes;
    return entry;
}

} // namespace

Result<ActionId> ProjectFile::mark(const MarkRequest &request)
{
    if (request.features.empty()) {
        return Error{
            ErrorCode::Misused, Core::tr("nothing is selected"), {}, Core::tr("Select features first."), {}, {}};
    }
    if (request.who.trimmed().isEmpty()) {
        return Error{ErrorCode::Misused, Core::tr("who reports it is not said"), {}, Core::tr("Give a name."), {}, {}};
    }
    if (request.effective > Day::today()) {
        return Error{ErrorCode::OutOfRange,
                     Core::tr("%1 is in the future").arg(request.effective.toIso()),
                     {},
                     Core::tr("Give the day on which it happened in the field."),
                     {},
                     {}};
    }
    const auto schema = m_registry->layerSchema(request.layer);
    auto cycle = cycleFor(*m_registry, schema, request);
    if (!cycle) {
        return cycle.error();
    }
    const Status *status = cycle->lifeCycle->findStatus(request.status);
    const Track track{cycle->programme, request.layer, {}};
    auto before = snapshot();
    if (!before) {
        return before.error();
    }
    const TrackView standings = (*before)->ledger().track(track);
    for (const FeatureId id : request.features) {
        if (auto problem = transitionProblem(standings, *cycle->lifeCycle, request, id)) {
            return *problem;
        }
    }
    ActionId action;
    auto done = write([&](Database &database) -> Result<Change> {
        const QString name = Core::tr("marked %n of %1 as %2", nullptr, static_cast<int>(request.features.size()))
                                 .arg(schema->name.toString(), status->name.toString());
        auto recorded = recordAction(
            database, {QStringLiteral("mark"), name, request.who, json({{QStringLiteral("layer"), request.layer}})});
        if (!recorded) {
            return recorded.error();
        }
        action = *recorded;
        Entry entry = entryFrom(request, track, action);
        for (const QString &file : request.evidenceFiles) {
            auto stored = storeEvidence(database, file, action);
            if (!stored) {
                return stored.error();
            }
            if (std::find(entry.evidence.begin(), entry.evidence.end(), *stored) == entry.evidence.end()) {
                entry.evidence.push_back(*stored);
            }
        }
        std::vector<Entry> entries(request.features.size(), entry);
        for (std::size_t i = 0; i < entries.size(); ++i) {
            entries[i].feature = request.features[i];
        }
        auto appended = appendEntries(database, entries);
        if (!appended) {
            return appended.error();
        }
        return Change{};
    });
    if (!done) {
        return done.error();
    }
    return action;
}

Result<void> ProjectFile::setField(const QString &layer, FeatureId id, const QString &field, const Value &value,
                                   const QString &who)
{
    auto current = feature(layer, id);
    const auto schema = m_registry->layerSchema(layer);
    if (!current) {
        return current.error();
    }
    return write([&](Database &database) -> Result<Change> {
        auto stored = storedSchema(database, layer);
        if (!stored) {
            return stored.error();
        }
        const auto found = std::find_if(stored->fields.begin(), stored->fields.end(),
                                        [&](const Field &each) { return each.id == field; });
        if (found == stored->fields.end()) {
            return Error{ErrorCode::NotFound, Core::tr("layer %1 has no field %2").arg(layer, field), {}, {}, {}, {}};
        }
        const Value &old = current->values[static_cast<std::size_t>(found - stored->fields.begin())];
        // The old value of a personal field stays out of the list of actions; undo reads it from the payload.
        auto action = recordAction(
            database,
            {QStringLiteral("edit"),
             Core::tr("changed %1 of a feature of %2").arg(found->name.toString(), stored->name.toString()), who,
             json({{QStringLiteral("layer"), layer},
                   {QStringLiteral("feature"), static_cast<qint64>(id.value)},
                   {QStringLiteral("field"), field},
                   {QStringLiteral("old"), toJson(old)},
                   {QStringLiteral("new"), toJson(value)}})});
        auto done = action ? database.execute(
                                 QStringLiteral("UPDATE %1 SET %2 = ? WHERE id = ?").arg(quoted(layer), quoted(field)),
                                 {value, id.value})
                           : Result<void>(action.error());
        if (!done) {
            return done.error();
        }
        return Change{{layer}};
    });
}

Result<qint64> ProjectFile::addTarget(const Target &target, const QString &who)
{
    if (!m_registry->findIndicator(target.indicator)) {
        return Error{ErrorCode::NotFound, Core::tr("there is no indicator %1").arg(target.indicator), {}, {}, {}, {}};
    }
    qint64 id = 0;
    auto done = write([&](Database &database) -> Result<Change> {
        auto action = recordAction(database, {QStringLiteral("target"), Core::tr("added target %1").arg(target.label),
                                              who, QStringLiteral("{}")});
        auto added = action ? insertTarget(database, target, *action) : Result<qint64>(action.error());
        if (!added) {
            return added.error();
        }
        id = *added;
        return Change{};
    });
    if (!done) {
        return done.error();
    }
    return id;
}

Result<void> ProjectFile::addAreaEvent(const AreaEvent &event, const QString &who)
{
    return write([&](Database &database) -> Result<Change> {
        auto action =
            recordAction(database, {QStringLiteral("areas"),
                                    Core::tr("area %1 became %2").arg(event.from.toString(), event.to.toString()),
                                    who,
                                    {}});
        auto done = action ? insertAreaEvent(database, event, *action) : Result<void>(action.error());
        if (!done) {
            return done.error();
        }
        return Change{};
    });
}

Result<void> ProjectFile::setStyle(const QString &layer, const QString &style)
{
    return write([&](Database &database) -> Result<Change> {
        auto old =
            database.text(QStringLiteral("SELECT style FROM cuntu_style WHERE layer = ?"), {layer.toStdString()});
        auto action = old ? recordAction(database, {QStringLiteral("style"),
                                                    Core::tr("changed the look of %1").arg(layer),
                                                    {},
                                                    json({{QStringLiteral("layer"), layer},
                                                          {QStringLiteral("old"), *old},
                                                          {QStringLiteral("new"), style}})})
                          : Result<ActionId>(old.error());
        auto done = action
                        ? database.execute(QStringLiteral("INSERT INTO cuntu_style (layer, style) VALUES (?, ?) "
                                                          "ON CONFLICT (layer) DO UPDATE SET style = excluded.style"),
                                           {layer.toStdString(), style.toStdString()})
                        : Result<void>(action.error());
        if (!done) {
            return done.error();
        }
        return Change{};
    });
}

Result<void> ProjectFile::setSetting(const QString &key, const QString &value)
{
    return write([&](Database &database) -> Result<Change> {
        auto done = database.execute(QStringLiteral("INSERT INTO cuntu_setting (key, value) VALUES (?, ?) "
                                                    "ON CONFLICT (key) DO UPDATE SET value = excluded.value"),
                                     {key.toStdString(), value.toStdString()});
        if (!done) {
            return done.error();
        }
        return Change{};
    });
}

Result<void> ProjectFile::recordUnmasking(const QString &who, const QString &what)
{
    return write([&](Database &database) -> Result<Change> {
        auto done =
            database.execute(QStringLiteral("INSERT INTO cuntu_unmasking (recorded_at, who, what) VALUES (?, ?, ?)"),
                             {Instant::now().toIso().toStdString(), who.toStdString(), what.toStdString()});
        if (!done) {
            return done.error();
        }
        return Change{};
    });
}

Result<void> ProjectFile::removeLayer(const QString &layer, const QString &who)
{
    return write([&](Database &database) -> Result<Change> {
        auto schema = storedSchema(database, layer);
        auto action =
            schema ? recordAction(
                         database,
                         {QStringLiteral("remove"), Core::tr("removed layer %1").arg(schema->name.toString()), who, {}})
                   : Result<ActionId>(schema.error());
        auto done = action ? dropLayerTable(database, layer) : Result<void>(action.error());
        if (!done) {
            return done.error();
        }
        return Change{};
    });
}

Result<QStringList> ProjectFile::adopt(const QString &algorithm, const ParameterValues &parameters, Outcome outcome)
{
    QStringList made;
    QJsonObject given;
    for (auto it = parameters.all().begin(); it != parameters.all().end(); ++it) {
        given[it.key()] = it.value();
    }
    auto done = write([&](Database &database) -> Result<Change> {
        const qint64 basis = m_revision;
        const QString provenance = json({{QStringLiteral("algorithm"), algorithm},
                                         {QStringLiteral("parameters"), given},
                                         {QStringLiteral("revision"), basis},
                                         {QStringLiteral("made_at"), Instant::now().toIso()}});
        auto action = recordAction(database, {QStringLiteral("run"), Core::tr("ran %1").arg(algorithm), {}, {}});
        auto srid = crs().isValid() ? registerCrs(database, crs()) : Result<int>(0);
        Result<void> result = !action ? Result<void>(action.error())
                              : !srid ? Result<void>(srid.error())
                                      : Result<void>();
        for (OutcomeLayer &layer : outcome.layers) {
            auto existing = storedSchema(database, layer.schema.id);
            if (result && existing) {
                result = dropLayerTable(database, layer.schema.id); // the same result, made again
            }
            if (result) {
                result = createLayerTable(database, layer.schema, *srid, m_revision + 1);
            }
            auto writer =
                result ? LayerWriter::begin(database, layer.schema, *srid) : Result<LayerWriter>(result.error());
            if (!writer) {
                return writer.error();
            }
            for (const FeatureRow &row : layer.rows) {
                auto inserted = writer->insert(row);
                if (!inserted) {
                    return inserted.error();
                }
            }
            result = writer->finish({});
            if (result) {
                result = database.execute(QStringLiteral("UPDATE cuntu_layer SET provenance = ? WHERE id = ?"),
                                          {provenance.toStdString(), layer.schema.id.toStdString()});
            }
            made << layer.schema.id;
        }
        if (!result) {
            return result.error();
        }
        return Change{made};
    });
    if (!done) {
        return done.error();
    }
    return made;
}

} // namespace cuntu
