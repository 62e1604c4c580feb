// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/print.h"
#include "ui/cli/verb.h"

#include <QJsonArray>

namespace cuntu::cli {

namespace {

struct Arguments {
    std::string project;
    std::string layer;
    std::string id;
};

QString stateWord(EntryState state)
{
    switch (state) {
    case EntryState::Holds:
        return QStringLiteral("holds");
    case EntryState::Spent:
        return QStringLiteral("retraction");
    case EntryState::Replaced:
        return QStringLiteral("corrected");
    case EntryState::Withdrawn:
        return QStringLiteral("withdrawn");
    case EntryState::Unseen:
        return QStringLiteral("unseen");
    }
    return {};
}

/// The life cycle that @p entry is about; null: its programme is not there.
const LifeCycle *cycleOf(const Entry &entry, const Registry &registry, const LayerSchema &schema)
{
    for (const TrackCycle &track : registry.tracksOf(schema)) {
        if (track.programme == entry.track.programme) {
            return track.lifeCycle;
        }
    }
    return nullptr;
}

const Measure *measureOf(const Entry &entry, const LifeCycle *cycle)
{
    return cycle && !entry.track.measure.isEmpty() ? cycle->findMeasure(entry.track.measure) : nullptr;
}

QJsonObject entryJson(const RecordedEntry &recorded, const Measure *measure)
{
    const Entry &entry = recorded.entry;
    QJsonArray evidence;
    for (const std::int64_t piece : entry.evidence) {
        evidence.append(static_cast<qint64>(piece));
    }
    return {{QStringLiteral("entry"), static_cast<qint64>(entry.id.value)},
            {QStringLiteral("programme"), entry.track.programme},
            {QStringLiteral("measure"), entry.track.measure},
            {QStringLiteral("status"), entry.status},
            {QStringLiteral("value"), entry.value ? QJsonValue(*entry.value) : QJsonValue()},
            {QStringLiteral("unit"), measure ? QJsonValue(measure->unit) : QJsonValue()},
            {QStringLiteral("effective"), entry.effective.toIso()},
            {QStringLiteral("recorded"), entry.recorded.toIso()},
            {QStringLiteral("who"), entry.who},
            {QStringLiteral("role"), entry.role},
            {QStringLiteral("note"), entry.note},
            {QStringLiteral("source"), entry.source},
            {QStringLiteral("document"), entry.document},
            {QStringLiteral("rung"), toString(entry.rung)},
            {QStringLiteral("evidence"), evidence},
            {QStringLiteral("position"),
             entry.position ? QJsonValue(QJsonArray{entry.position->lon, entry.position->lat}) : QJsonValue()},
            {QStringLiteral("supersedes"),
             entry.supersedes.isNone() ? QJsonValue() : QJsonValue(static_cast<qint64>(entry.supersedes.value))},
            {QStringLiteral("state"), stateWord(recorded.state)}};
}

void printPeople(const std::vector<RecordedEntry> &entries, const Registry &registry, const LayerSchema &schema)
{
    if (entries.empty()) {
        print(Cli::tr("Nothing was ever recorded about it."));
        return;
    }
    TextTable table({Cli::tr("entry"), Cli::tr("happened"), Cli::tr("status"), Cli::tr("recorded"), Cli::tr("who"),
                     Cli::tr("rung"), Cli::tr("state"), Cli::tr("note")});
    for (const RecordedEntry &recorded : entries) {
        const Entry &entry = recorded.entry;
        const LifeCycle *cycle = cycleOf(entry, registry, schema);
        const Status *status = cycle ? cycle->findStatus(entry.status) : nullptr;
        const Measure *measure = measureOf(entry, cycle);
        const QString said = measure && entry.value
                                 ? QStringLiteral("%1 %2").arg(measure->name.toString(), measure->text(*entry.value))
                             : entry.value ? QStringLiteral("%1 = %2").arg(entry.track.measure).arg(*entry.value)
                             : status      ? status->name.toString()
                                           : entry.status;
        table.add({QString::number(entry.id.value), entry.effective.toIso(), said, entry.recorded.toText(), entry.who,
                   toString(entry.rung), stateWord(recorded.state), entry.note});
    }
    table.print();
}

/// @p value of @p field as it may be shown.
QString shownValue(const LayerSchema &schema, const QString &field, const Value &value)
{
    const Field *known = schema.findField(field);
    const QString text = valueText(value);
    return known && !text.isEmpty() ? masked(text, known->personal) : text;
}

void printChanges(const std::vector<RecordedChange> &changes, const LayerSchema &schema)
{
    if (changes.empty()) {
        return;
    }
    TextTable table({Cli::tr("recorded"), Cli::tr("who"), Cli::tr("field"), Cli::tr("before"), Cli::tr("after"),
                     Cli::tr("with"), Cli::tr("state")});
    for (const RecordedChange &change : changes) {
        table.add({change.recorded, change.who, change.field, shownValue(schema, change.field, change.old),
                   shownValue(schema, change.field, change.now), change.source,
                   change.isUndone ? Cli::tr("taken back") : QString()});
    }
    table.print();
}

QJsonArray changesJson(const std::vector<RecordedChange> &changes, const LayerSchema &schema)
{
    QJsonArray rows;
    for (const RecordedChange &change : changes) {
        rows.append(QJsonObject{{QStringLiteral("recorded"), change.recorded},
                                {QStringLiteral("who"), change.who},
                                {QStringLiteral("field"), change.field},
                                {QStringLiteral("old"), shownValue(schema, change.field, change.old)},
                                {QStringLiteral("new"), shownValue(schema, change.field, change.now)},
                                {QStringLiteral("source"), change.source},
                                {QStringLiteral("undone"), change.isUndone}});
    }
    return rows;
}

Result<int> showHistory(const Arguments &arguments, const Session &session)
{
    auto project = session.open(arguments.project, Access::ReadOnly);
    if (!project) {
        return project.error();
    }
    const QString layer = fromArgument(arguments.layer);
    auto feature = (*project)->findFeature(layer, fromArgument(arguments.id));
    auto entries = feature ? (*project)->history(layer, *feature) : Result<std::vector<RecordedEntry>>(feature.error());
    if (!entries) {
        return entries.error();
    }
    const LayerSchema schema = session.registry()->layerSchema(layer).value_or(LayerSchema());
    auto changes = (*project)->changes(layer, *feature);
    if (!changes) {
        return changes.error();
    }
    if (!session.json) {
        printPeople(*entries, *session.registry(), schema);
        printChanges(*changes, schema);
        return k_done;
    }
    QJsonArray rows;
    for (const RecordedEntry &recorded : *entries) {
        const LifeCycle *cycle = cycleOf(recorded.entry, *session.registry(), schema);
        rows.append(entryJson(recorded, measureOf(recorded.entry, cycle)));
    }
    print(QJsonObject{{QStringLiteral("layer"), layer},
                      {QStringLiteral("feature"), static_cast<qint64>(feature->value)},
                      {QStringLiteral("entries"), rows},
                      {QStringLiteral("changes"), changesJson(*changes, schema)}});
    return k_done;
}

} // namespace

void addHistory(CLI::App &app, Session &session, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *verb = app.add_subcommand("history", Cli::tr("All that was ever recorded about a feature").toStdString());
    verb->add_option("PROJECT", arguments->project, Cli::tr("The project").toStdString())->required();
    verb->add_option("LAYER", arguments->layer, Cli::tr("The layer").toStdString())->required();
    verb->add_option("ID", arguments->id, Cli::tr("Code, name or number of the feature").toStdString())->required();
    verb->callback([arguments, &session, &action] {
        action = [arguments, &session] { return showHistory(*arguments, session); };
    });
}

} // namespace cuntu::cli
