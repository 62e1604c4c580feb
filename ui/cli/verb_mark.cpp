// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/print.h"
#include "ui/cli/verb.h"

namespace cuntu::cli {

namespace {

struct Arguments {
    std::string project;
    std::string layer;
    std::string id;
    std::string status;
    std::string on;
    std::string who;
    std::string note;
    std::vector<std::string> evidence;
    std::string programme;
    std::string role;
    std::string document;
};

/// Id of the status that @p word means in the life cycle of @p programme (empty: of any) that @p layer's features go
/// through; the word itself where it means none, for mark() to refuse.
QString statusId(const Registry &registry, const QString &layer, const QString &programme, const QString &word)
{
    const auto schema = registry.layerSchema(layer);
    std::vector<TrackCycle> tracks = schema ? registry.tracksOf(*schema) : std::vector<TrackCycle>();
    if (!programme.isEmpty()) {
        std::erase_if(tracks, [&](const TrackCycle &track) { return track.programme != programme; });
    }
    const std::vector<TrackStatus> found = statusesCalled(word, tracks);
    return found.empty() ? word : found.front().status->id;
}

Result<int> mark(const Arguments &arguments, const Session &session)
{
    auto day = dayArgument(arguments.on);
    if (!day) {
        return day.error();
    }
    auto project = session.open(arguments.project, Access::Command);
    if (!project) {
        return project.error();
    }
    const QString layer = fromArgument(arguments.layer);
    auto feature = (*project)->findFeature(layer, fromArgument(arguments.id));
    if (!feature) {
        return feature.error();
    }
    MarkRequest request;
    request.layer = layer;
    request.features = {*feature};
    request.programme = fromArgument(arguments.programme);
    request.status = statusId(*session.registry(), layer, request.programme, fromArgument(arguments.status));
    request.effective = *day;
    request.who = fromArgument(arguments.who);
    request.note = fromArgument(arguments.note);
    request.role = fromArgument(arguments.role);
    request.document = fromArgument(arguments.document);
    for (const std::string &file : arguments.evidence) {
        request.evidenceFiles << fromArgument(file);
    }
    request.source = QStringLiteral("command line");
    auto marked = (*project)->mark(request);
    if (!marked) {
        return marked.error();
    }
    if (session.json) {
        print(QJsonObject{{QStringLiteral("layer"), layer},
                          {QStringLiteral("feature"), static_cast<qint64>(feature->value)},
                          {QStringLiteral("status"), request.status},
                          {QStringLiteral("on"), day->toIso()},
                          {QStringLiteral("action"), static_cast<qint64>(marked->value)},
                          {QStringLiteral("revision"), (*project)->revision()}});
    } else {
        print(Cli::tr("%1 of %2 is %3 since %4").arg(fromArgument(arguments.id), layer, request.status, day->toIso()));
    }
    return k_done;
}

} // namespace

void addMark(CLI::App &app, Session &session, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *verb =
        app.add_subcommand("mark", Cli::tr("Record that a feature reached a status on a day").toStdString());
    verb->add_option("PROJECT", arguments->project, Cli::tr("The project").toStdString())->required();
    verb->add_option("LAYER", arguments->layer, Cli::tr("The layer").toStdString())->required();
    verb->add_option("ID", arguments->id, Cli::tr("Code, name or number of the feature").toStdString())->required();
    verb->add_option("STATUS", arguments->status, Cli::tr("Status, by its id or name").toStdString())->required();
    verb->add_option("--on", arguments->on, Cli::tr("Day on which it happened in the field").toStdString())->required();
    verb->add_option("--by", arguments->who, Cli::tr("Who reports it").toStdString())->required();
    verb->add_option("--note", arguments->note, Cli::tr("Note or reason").toStdString());
    verb->add_option("--evidence", arguments->evidence,
                     Cli::tr("Photo or document, stored in the project; may be given again").toStdString());
    verb->add_option("--programme", arguments->programme,
                     Cli::tr("Whose life cycle, where the layer goes through several").toStdString());
    verb->add_option("--role", arguments->role,
                     Cli::tr("In which capacity: village, township, department, ...").toStdString());
    verb->add_option("--document", arguments->document, Cli::tr("Number of the paper it rests on").toStdString());
    verb->callback(
        [arguments, &session, &action] { action = [arguments, &session] { return mark(*arguments, session); }; });
}

} // namespace cuntu::cli
