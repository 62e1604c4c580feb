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

QJsonObject entryJson(const RecordedEntry &recorded)
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
        QString said =
            entry.value ? QStringLiteral("%1 = %2").arg(entry.track.measure).arg(*entry.value) : entry.status;
        for (const TrackCycle &track : registry.tracksOf(schema)) {
            const Status *status =
                track.programme == entry.track.programme ? track.lifeCycle->findStatus(entry.status) : nullptr;
            said = status ? status->name.toString() : said;
        }
        table.add({QString::number(entry.id.value), entry.effective.toIso(), said, entry.recorded.toText(), entry.who,
                   toString(entry.rung), stateWord(recorded.state), entry.note});
    }
    table.print();
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
    if (!session.json) {
        printPeople(*entries, *session.registry(), session.registry()->layerSchema(layer).value_or(LayerSchema()));
        return k_done;
    }
    QJsonArray rows;
    for (const RecordedEntry &entry : *entries) {
        rows.append(entryJson(entry));
    }
    print(QJsonObject{{QStringLiteral("layer"), layer},
                      {QStringLiteral("feature"), static_cast<qint64>(feature->value)},
                      {QStringLiteral("entries"), rows}});
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
