// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/mark_list.h"
#include "ui/cli/print.h"
#include "ui/cli/verb.h"

#include <QJsonArray>

namespace cuntu::cli {

namespace {

struct Arguments {
    std::string project;
    std::string layer;
    std::string id;
    std::string status;
    std::string value;
    std::string measure;
    std::string on;
    std::string who;
    std::string note;
    std::vector<std::string> evidence;
    std::string programme;
    std::string role;
    std::string document;
    std::string rung = "reported";
    std::string list;
    std::string encoding;
    std::string sheet;
    std::int64_t corrects = 0;
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

/// Id of the figure that @p word names in a life cycle that @p layer's features go through; the word itself where it
/// names none, for mark() to refuse.
QString measureId(const Registry &registry, const QString &layer, const QString &programme, const QString &word)
{
    const auto schema = registry.layerSchema(layer);
    for (const TrackCycle &track : schema ? registry.tracksOf(*schema) : std::vector<TrackCycle>()) {
        const Measure *measure =
            programme.isEmpty() || track.programme == programme ? track.lifeCycle->measureFor(word) : nullptr;
        if (measure) {
            return measure->id;
        }
    }
    return word;
}

/// What the arguments say was measured. 'nan' and 'inf' are numbers here; the rules refuse them by name.
Result<std::vector<MeasuredValue>> valuesFrom(const Registry &registry, const Arguments &arguments)
{
    if (arguments.value.empty()) {
        return std::vector<MeasuredValue>();
    }
    bool isNumber = false;
    const QString text = fromArgument(arguments.value);
    const double value = text.toDouble(&isNumber);
    if (!isNumber) {
        return Error{ErrorCode::Misused, Cli::tr("'%1' is no number").arg(text), {}, {}, {}, {}};
    }
    const QString word = fromArgument(arguments.measure);
    const QString id =
        word.isEmpty() ? word
                       : measureId(registry, fromArgument(arguments.layer), fromArgument(arguments.programme), word);
    return std::vector{MeasuredValue{id, value}};
}

QJsonArray valuesJson(const std::vector<MeasuredValue> &values)
{
    QJsonArray json;
    for (const MeasuredValue &each : values) {
        json.append(
            QJsonObject{{QStringLiteral("measure"), each.measure.isEmpty() ? QJsonValue() : QJsonValue(each.measure)},
                        {QStringLiteral("value"), each.value}});
    }
    return json;
}

QStringList filesFrom(const std::vector<std::string> &arguments)
{
    QStringList files;
    for (const std::string &file : arguments) {
        files << fromArgument(file);
    }
    return files;
}

Result<int> markOne(Project &project, const Arguments &arguments, Day day, const Session &session)
{
    MarkRequest request;
    request.layer = fromArgument(arguments.layer);
    auto feature = project.findFeature(request.layer, fromArgument(arguments.id));
    if (!feature) {
        return feature.error();
    }
    request.features = {*feature};
    request.programme = fromArgument(arguments.programme);
    request.status = statusId(*session.registry(), request.layer, request.programme, fromArgument(arguments.status));
    auto values = valuesFrom(*session.registry(), arguments);
    if (!values) {
        return values.error();
    }
    request.values = std::move(*values);
    request.effective = day;
    request.who = fromArgument(arguments.who);
    request.note = fromArgument(arguments.note);
    request.role = fromArgument(arguments.role);
    request.document = fromArgument(arguments.document);
    request.evidenceFiles = filesFrom(arguments.evidence);
    request.rung = *rungFromString(fromArgument(arguments.rung));
    request.supersedes = EntryId{arguments.corrects};
    request.source = QStringLiteral("command line");
    auto marked = project.mark(request);
    if (!marked) {
        return marked.error();
    }
    if (session.json) {
        print(QJsonObject{{QStringLiteral("layer"), request.layer},
                          {QStringLiteral("feature"), static_cast<qint64>(feature->value)},
                          {QStringLiteral("status"), request.status},
                          {QStringLiteral("values"), valuesJson(request.values)},
                          {QStringLiteral("on"), day.toIso()},
                          {QStringLiteral("action"), static_cast<qint64>(marked->value)},
                          {QStringLiteral("revision"), project.revision()}});
        return k_done;
    }
    if (!request.values.empty()) {
        print(Cli::tr("%1 of %2: %3 measured on %4")
                  .arg(fromArgument(arguments.id), request.layer)
                  .arg(request.values.front().value)
                  .arg(day.toIso()));
    }
    if (!request.status.isEmpty()) {
        print(Cli::tr("%1 of %2 is %3 since %4")
                  .arg(fromArgument(arguments.id), request.layer, request.status, day.toIso()));
    }
    return k_done;
}

Result<int> markList(Project &project, const Arguments &arguments, std::optional<Day> day, const Session &session)
{
    MarkListRequest list;
    list.file = fromArgument(arguments.list);
    list.encoding = fromArgument(arguments.encoding);
    list.sheet = fromArgument(arguments.sheet);
    list.layer = fromArgument(arguments.layer);
    list.programme = fromArgument(arguments.programme);
    list.status = fromArgument(arguments.status);
    list.measure = fromArgument(arguments.measure);
    list.on = day;
    list.who = fromArgument(arguments.who);
    list.note = fromArgument(arguments.note);
    list.role = fromArgument(arguments.role);
    list.document = fromArgument(arguments.document);
    list.evidenceFiles = filesFrom(arguments.evidence);
    list.rung = *rungFromString(fromArgument(arguments.rung));
    auto marks = readMarkList(project, list, session.job());
    auto action = marks ? project.markAll(*marks) : Result<ActionId>(marks.error());
    if (!action) {
        return action.error();
    }
    if (session.json) {
        print(QJsonObject{{QStringLiteral("layer"), list.layer},
                          {QStringLiteral("marked"), static_cast<qint64>(marks->size())},
                          {QStringLiteral("action"), static_cast<qint64>(action->value)},
                          {QStringLiteral("revision"), project.revision()}});
    } else {
        print(Cli::tr("%n features of %1 marked", nullptr, static_cast<int>(marks->size())).arg(list.layer));
    }
    return k_done;
}

Result<int> mark(const Arguments &arguments, const Session &session)
{
    const bool single = arguments.list.empty();
    const bool saysNothing = arguments.status.empty() && arguments.value.empty();
    if (single && (arguments.id.empty() || saysNothing || arguments.on.empty())) {
        return Error{ErrorCode::Misused,
                     Cli::tr("feature, status (or --value) and --on must be given"),
                     {},
                     Cli::tr("Or give a list of features with --from FILE."),
                     {},
                     {}};
    }
    std::optional<Day> day;
    if (!arguments.on.empty()) {
        auto given = dayArgument(arguments.on);
        if (!given) {
            return given.error();
        }
        day = *given;
    }
    auto project = session.open(arguments.project, Access::Command);
    if (!project) {
        return project.error();
    }
    return single ? markOne(**project, arguments, *day, session) : markList(**project, arguments, day, session);
}

} // namespace

void addMark(CLI::App &app, Session &session, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *verb =
        app.add_subcommand("mark", Cli::tr("Record that a feature reached a status on a day").toStdString());
    verb->add_option("PROJECT", arguments->project, Cli::tr("The project").toStdString())->required();
    verb->add_option("LAYER", arguments->layer, Cli::tr("The layer").toStdString())->required();
    verb->add_option("ID", arguments->id, Cli::tr("Code, name or number of the feature").toStdString());
    verb->add_option("STATUS", arguments->status, Cli::tr("Status, by its id or name").toStdString());
    verb->add_option("--value", arguments->value,
                     Cli::tr("What was measured, in the unit of the figure; with or without a status").toStdString());
    verb->add_option("--measure", arguments->measure,
                     Cli::tr("Which figure it is, by its id or name, where there are several").toStdString());
    verb->add_option("--on", arguments->on, Cli::tr("Day on which it happened in the field").toStdString());
    verb->add_option("--by", arguments->who, Cli::tr("Who reports it").toStdString())->required();
    verb->add_option("--note", arguments->note, Cli::tr("Note or reason").toStdString());
    verb->add_option("--evidence", arguments->evidence,
                     Cli::tr("Photo or document, stored in the project; may be given again").toStdString());
    verb->add_option("--programme", arguments->programme,
                     Cli::tr("Whose life cycle, where the layer goes through several").toStdString());
    verb->add_option("--role", arguments->role,
                     Cli::tr("In which capacity: village, township, department, ...").toStdString());
    verb->add_option("--document", arguments->document, Cli::tr("Number of the paper it rests on").toStdString());
    verb->add_option("--rung", arguments->rung, Cli::tr("reported, checked or certified").toStdString())
        ->check(CLI::IsMember({"reported", "checked", "certified"}));
    verb->add_option("--corrects", arguments->corrects,
                     Cli::tr("Number of the entry it corrects; 'cuntu history' shows them").toStdString());
    verb->add_option(
        "--from", arguments->list,
        Cli::tr("A table with one feature a row (code, status, value, date, who, note): all of it or nothing; "
                "what a row leaves out is taken from the options")
            .toStdString());
    verb->add_option("--encoding", arguments->encoding, Cli::tr("Encoding of that table").toStdString());
    verb->add_option("--sheet", arguments->sheet, Cli::tr("Sheet of that table").toStdString());
    verb->callback(
        [arguments, &session, &action] { action = [arguments, &session] { return mark(*arguments, session); }; });
}

} // namespace cuntu::cli
