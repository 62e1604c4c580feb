// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geo/datum_shift.h"
#include "core/project/import_preview.h"
#include "ui/cli/print.h"
#include "ui/cli/verb.h"

#include <QJsonArray>

namespace cuntu::cli {

namespace {

struct Arguments {
    std::string project;
    std::string file;
    std::string role;
    std::vector<std::string> maps;
    std::string encoding;
    std::string crs;
    std::string datumShift;
    std::string sheet;
    std::string rejects;
    std::string status;
    std::string programme;
    std::string on;
    std::string who;
    std::string profile;
    std::string saveAs;
    std::vector<std::string> keeps;
    std::vector<std::string> words;
    std::vector<std::string> constants;
    std::vector<std::string> places;
    std::vector<std::int64_t> leaveOut;
    bool strict = false;
    bool dryRun = false;
};

/// A word of the form 'HEADxTAIL', split at the first @p separator; Misused otherwise.
Result<std::pair<QString, QString>> splitWord(const QString &word, QChar separator, const QString &form)
{
    const qsizetype at = word.indexOf(separator);
    if (at <= 0 || at + 1 >= word.size()) {
        return Error{ErrorCode::Misused, Cli::tr("'%1' is not of the form %2").arg(word, form), {}, {}, {}, {}};
    }
    return std::pair{word.left(at).trimmed(), word.mid(at + 1).trimmed()};
}

/// --keep, --word, --set and --leave-out.
Result<RowRules> rulesFrom(const Arguments &arguments)
{
    RowRules rules;
    for (const std::string &keep : arguments.keeps) {
        auto parts = splitWord(fromArgument(keep), QLatin1Char('='), QStringLiteral("COLUMN=WORD|WORD"));
        if (!parts) {
            return parts.error();
        }
        rules.keep[parts->first] = parts->second.split(QLatin1Char('|'));
    }
    for (const std::string &word : arguments.words) {
        const QString form = QStringLiteral("FIELD:WORD=MEANING");
        auto field = splitWord(fromArgument(word), QLatin1Char(':'), form);
        auto parts = field ? splitWord(field->second, QLatin1Char('='), form)
                           : Result<std::pair<QString, QString>>(field.error());
        if (!parts) {
            return parts.error();
        }
        rules.words[field->first][parts->first] = parts->second;
    }
    auto constants = assignments(arguments.constants);
    if (!constants) {
        return constants.error();
    }
    rules.constants = *constants;
    rules.leaveOut = QSet<qint64>(arguments.leaveOut.begin(), arguments.leaveOut.end());
    return rules;
}

/// --place.
Result<std::vector<PlaceName>> placesFrom(const Arguments &arguments)
{
    std::vector<PlaceName> places;
    for (const std::string &place : arguments.places) {
        auto parts = splitWord(fromArgument(place), QLatin1Char('='), QStringLiteral("TOWNSHIP/VILLAGE=CODE"));
        const auto code = parts ? AreaCode::parse(parts->second) : std::nullopt;
        if (!parts || !code) {
            return parts ? Error{ErrorCode::Misused, Cli::tr("'%1' is no area code").arg(parts->second), {}, {}, {}, {}}
                         : parts.error();
        }
        const qsizetype slash = parts->first.indexOf(QLatin1Char('/'));
        places.push_back(
            {slash < 0 ? QString() : parts->first.left(slash).trimmed(), parts->first.mid(slash + 1).trimmed(), *code});
    }
    return places;
}

Result<ImportRequest> requestFrom(const Arguments &arguments)
{
    ImportRequest request;
    request.file = fromArgument(arguments.file);
    request.role = fromArgument(arguments.role);
    request.encoding = fromArgument(arguments.encoding);
    request.sheet = fromArgument(arguments.sheet);
    request.rejectsFile = fromArgument(arguments.rejects);
    request.strict = arguments.strict;
    request.status = fromArgument(arguments.status);
    request.programme = fromArgument(arguments.programme);
    request.who = fromArgument(arguments.who);
    if (!arguments.on.empty()) {
        auto day = dayArgument(arguments.on);
        if (!day) {
            return day.error();
        }
        request.statusDate = *day;
    }
    if (!arguments.crs.empty()) {
        auto crs = Crs::fromUser(fromArgument(arguments.crs));
        if (!crs) {
            return crs.error();
        }
        request.sourceCrs = *crs;
    }
    if (!arguments.datumShift.empty()) {
        if (!request.sourceCrs) {
            return Error{ErrorCode::Misused,
                         Cli::tr("a datum shift needs the system that it belongs to"),
                         {},
                         Cli::tr("Name it with --source-crs."),
                         {},
                         {}};
        }
        auto shifted = withDatumShift(*request.sourceCrs, fromArgument(arguments.datumShift));
        if (!shifted) {
            return shifted.error();
        }
        request.sourceCrs = *shifted;
    }
    auto fieldMap = assignments(arguments.maps);
    if (!fieldMap) {
        return fieldMap.error();
    }
    request.fieldMap = *fieldMap;
    auto rules = rulesFrom(arguments);
    auto places = rules ? placesFrom(arguments) : Result<std::vector<PlaceName>>(rules.error());
    if (!places) {
        return places.error();
    }
    request.rules = *rules;
    request.placeNames = *places;
    request.isProposal = arguments.dryRun;
    return request;
}

/// The profile that the user names: a file, or one of the project's or the program's.
Result<ImportProfile> profileCalled(const Project &project, const QString &name)
{
    if (name.endsWith(QLatin1String(".json"))) {
        return ImportProfile::fromFile(name);
    }
    auto profiles = project.importProfiles();
    if (!profiles) {
        return profiles.error();
    }
    QStringList known;
    for (const ImportProfile &profile : *profiles) {
        if (profile.id == name) {
            return profile;
        }
        known << profile.id;
    }
    return Error{ErrorCode::NotFound,
                 Cli::tr("there is no import profile %1").arg(name),
                 {},
                 Cli::tr("There are: %1").arg(known.join(QStringLiteral(", "))),
                 {},
                 {}};
}

/// What of the request is not said by the user, by the profile or, where that is asked for too, by the file's shape.
Result<ImportRequest> completed(const ImportRequest &request, const Arguments &arguments, const Project &project,
                                const JobContext &job)
{
    if (!arguments.profile.empty()) {
        auto profile = profileCalled(project, fromArgument(arguments.profile));
        return profile ? withProfile(request, *profile) : Result<ImportRequest>(profile.error());
    }
    if (!request.role.isEmpty()) {
        return request;
    }
    auto profiles = project.importProfiles();
    auto preview = profiles ? previewImport({request, *profiles, {}}, project.registry(), job)
                            : Result<ImportPreview>(profiles.error());
    if (!preview) {
        return preview.error();
    }
    if (!preview->profile.isEmpty()) {
        return preview->request;
    }
    return Error{ErrorCode::Misused,
                 Cli::tr("it must be said what the file holds"),
                 {.file = request.file},
                 Cli::tr("Say --as %1, if it is that, or name a profile.").arg(preview->role),
                 {},
                 {}};
}

QJsonArray changesJson(const ImportReport &report)
{
    QJsonArray changes;
    for (const ImportedChange &change : report.changes) {
        changes.append(QJsonObject{{QStringLiteral("row"), change.row},
                                   {QStringLiteral("feature"), change.key},
                                   {QStringLiteral("field"), change.field},
                                   {QStringLiteral("old"), change.old},
                                   {QStringLiteral("new"), change.now}});
    }
    return changes;
}

QJsonArray unknownPlacesJson(const ImportReport &report)
{
    QJsonArray places;
    for (const UnknownPlace &place : report.unknownPlaces) {
        QJsonArray near;
        for (const AreaCode &code : place.near) {
            near.append(code.toString());
        }
        places.append(QJsonObject{{QStringLiteral("township"), place.township},
                                  {QStringLiteral("village"), place.village},
                                  {QStringLiteral("rows"), place.rows},
                                  {QStringLiteral("near"), near}});
    }
    return places;
}

QJsonArray unknownWordsJson(const ImportReport &report)
{
    QJsonArray words;
    for (const UnknownWord &word : report.unknownWords) {
        words.append(QJsonObject{{QStringLiteral("field"), word.field},
                                 {QStringLiteral("word"), word.word},
                                 {QStringLiteral("rows"), word.rows}});
    }
    return words;
}

QJsonArray missingJson(const ImportReport &report)
{
    QJsonArray missing;
    for (const MissingFeature &feature : report.missingFeatures) {
        missing.append(feature.key.isEmpty() ? QString::number(feature.feature.value) : feature.key);
    }
    return missing;
}

QJsonObject reportJson(const ImportReport &report)
{
    return {{QStringLiteral("layer"), report.layer},
            {QStringLiteral("read"), report.read},
            {QStringLiteral("taken"), report.taken},
            {QStringLiteral("updated"), report.updated},
            {QStringLiteral("changed"), report.changed},
            {QStringLiteral("rejected"), report.rejected},
            {QStringLiteral("left_out"), report.leftOut},
            {QStringLiteral("missing"), report.missing},
            {QStringLiteral("warnings"), report.warnings},
            {QStringLiteral("encoding"), report.encoding},
            {QStringLiteral("crs"), report.crs},
            {QStringLiteral("rejects_file"), report.rejectsFile},
            {QStringLiteral("notes"), QJsonArray::fromStringList(report.notes)},
            {QStringLiteral("changes"), changesJson(report)},
            {QStringLiteral("missing_features"), missingJson(report)},
            {QStringLiteral("unknown_places"), unknownPlacesJson(report)},
            {QStringLiteral("unknown_words"), unknownWordsJson(report)}};
}

/// At most @p shown of @p lines, and how many more there are.
void printSome(const QStringList &lines, qsizetype shown = 20)
{
    for (const QString &line : lines.mid(0, shown)) {
        print(QStringLiteral("  ") + line);
    }
    if (lines.size() > shown) {
        print(Cli::tr("  ... and %n more", nullptr, static_cast<int>(lines.size() - shown)));
    }
}

/// What the file changes, or would change, and what in it could not be understood.
void printProposal(const ImportReport &report)
{
    print(Cli::tr("  %1 new, %2 changed, %3 unchanged, %4 missing in the file")
              .arg(report.taken - report.updated)
              .arg(report.changed)
              .arg(report.updated - report.changed)
              .arg(report.missing));
    if (report.leftOut > 0) {
        print(Cli::tr("  %n rows left out", nullptr, static_cast<int>(report.leftOut)));
    }
    QStringList lines;
    for (const ImportedChange &change : report.changes) {
        lines << (change.old.isEmpty() && change.now.isEmpty()
                      ? Cli::tr("%1: %2 changed").arg(change.key, change.field)
                      : Cli::tr("%1: %2 from '%3' to '%4'").arg(change.key, change.field, change.old, change.now));
    }
    printSome(lines);
    lines.clear();
    for (const MissingFeature &feature : report.missingFeatures) {
        lines << Cli::tr("missing in the file: %1 %2").arg(feature.key, feature.name);
    }
    printSome(lines);
    lines.clear();
    for (const UnknownPlace &place : report.unknownPlaces) {
        const QString name = place.township + QLatin1Char('/') + place.village;
        lines << (place.near.empty() ? Cli::tr("unknown place in %1 rows: %2").arg(place.rows).arg(name)
                                     : Cli::tr("unknown place in %1 rows: %2; if it is the likeliest: --place '%2=%3'")
                                           .arg(place.rows)
                                           .arg(name, place.near.front().toString()));
    }
    for (const UnknownWord &word : report.unknownWords) {
        lines << Cli::tr("unknown word in %1 rows: '%2' for %3 (--word '%3:%2=...')")
                     .arg(word.rows)
                     .arg(word.word, word.field);
    }
    printSome(lines);
}

void printReport(const ImportReport &report)
{
    constexpr int k_shown = 20;
    print(Cli::tr("%1: %2 rows read, %3 taken (%4 of them updated), %5 rejected, %6 warnings")
              .arg(report.layer)
              .arg(report.read)
              .arg(report.taken)
              .arg(report.updated)
              .arg(report.rejected)
              .arg(report.warnings));
    printProposal(report);
    for (const QString &note : report.notes) {
        print(QStringLiteral("  ") + note);
    }
    int shown = 0;
    for (const RowFinding &finding : report.findings) {
        if (++shown > k_shown) {
            print(Cli::tr("  ... and %n more", nullptr, static_cast<int>(report.findings.size()) - k_shown));
            break;
        }
        print(QStringLiteral("  ") + (finding.rejected ? Cli::tr("row %1 rejected: %2") : Cli::tr("row %1: %2"))
                                         .arg(finding.row)
                                         .arg(finding.reason));
    }
    if (!report.rejectsFile.isEmpty()) {
        print(Cli::tr("  rejected rows: %1").arg(report.rejectsFile));
    }
}

Result<int> importFile(const Arguments &arguments, const Session &session)
{
    auto said = requestFrom(arguments);
    if (!said) {
        return said.error();
    }
    auto project = session.open(arguments.project, Access::Command);
    if (!project) {
        return project.error();
    }
    auto request = completed(*said, arguments, **project, session.job());
    auto report = request ? (*project)->import(*request, session.job()) : Result<ImportReport>(request.error());
    if (!report) {
        return report.error();
    }
    if (!arguments.saveAs.empty()) {
        auto preview = previewImport({*request, {}, {}}, *session.registry(), session.job());
        auto saved = preview ? (*project)->saveImportProfile(
                                   profileFrom(fromArgument(arguments.saveAs), *request, preview->info), request->who)
                             : Result<void>(preview.error());
        if (!saved) {
            return saved.error();
        }
    }
    if (session.json) {
        print(reportJson(*report));
        return k_done;
    }
    if (arguments.dryRun) {
        print(Cli::tr("Nothing was written: this is what the import would do."));
    }
    printReport(*report);
    return k_done;
}

void addRuleOptions(CLI::App &verb, Arguments &arguments)
{
    verb.add_option("--profile", arguments.profile,
                    Cli::tr("Import as this profile says: one of 'cuntu profiles', or a file *.json").toStdString());
    verb.add_option("--save-profile", arguments.saveAs,
                    Cli::tr("Keep what was said and matched as a profile of this name").toStdString());
    verb.add_option("--keep", arguments.keeps,
                    Cli::tr("COLUMN=WORD|WORD: only rows with one of the words there; * is any").toStdString());
    verb.add_option("--word", arguments.words,
                    Cli::tr("FIELD:WORD=MEANING: what a word of the file stands for").toStdString());
    verb.add_option("--set", arguments.constants,
                    Cli::tr("FIELD=TEXT: for rows that have nothing there").toStdString());
    verb.add_option("--place", arguments.places,
                    Cli::tr("TOWNSHIP/VILLAGE=CODE: what a name of a place means; it is remembered").toStdString());
    verb.add_option("--leave-out", arguments.leaveOut, Cli::tr("Numbers of rows that are left out").toStdString());
    verb.add_flag("--dry-run", arguments.dryRun,
                  Cli::tr("Say what is new, changed, unchanged and missing, and write nothing").toStdString());
}

} // namespace

void addImport(CLI::App &app, Session &session, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *verb = app.add_subcommand("import", Cli::tr("Load a file into a project").toStdString());
    verb->add_option("PROJECT", arguments->project, Cli::tr("The project").toStdString())->required();
    verb->add_option("FILE", arguments->file, Cli::tr("The file; anything GDAL reads").toStdString())->required();
    verb->add_option(
        "--as", arguments->role,
        Cli::tr("What it holds: townships, villages, settlements, households, a programme's layer, targets, "
                "area_events, progress:LAYER, or layer:NAME for a plain one; needed where no profile says it")
            .toStdString());
    verb->add_option("--map", arguments->maps,
                     Cli::tr("field=column: which column a field is read from").toStdString());
    verb->add_option("--encoding", arguments->encoding,
                     Cli::tr("Encoding of the text, e.g. GBK; detected otherwise").toStdString());
    verb->add_option("--source-crs", arguments->crs,
                     Cli::tr("Coordinate system of the file: EPSG:n, gcj02, bd09; detected otherwise").toStdString());
    verb->add_option(
        "--datum-shift", arguments->datumShift,
        Cli::tr("Way from the datum of --source-crs to CGCS2000: dx,dy,dz[,rx,ry,rz,scale]").toStdString());
    verb->add_option("--sheet", arguments->sheet,
                     Cli::tr("Sheet or layer of the file; the first one otherwise").toStdString());
    verb->add_option("--rejects", arguments->rejects, Cli::tr("Where rejected rows are written").toStdString());
    verb->add_option("--status", arguments->status,
                     Cli::tr("Status of the features for which the file names none").toStdString());
    verb->add_option("--programme", arguments->programme,
                     Cli::tr("Whose life cycle is meant, where the layer goes through several").toStdString());
    verb->add_option("--on", arguments->on, Cli::tr("Date of that status, and of ones without a date").toStdString());
    verb->add_option("--by", arguments->who, Cli::tr("Who reports it").toStdString());
    verb->add_flag("--strict", arguments->strict, Cli::tr("Take nothing if one row fails").toStdString());
    addRuleOptions(*verb, *arguments);
    verb->callback(
        [arguments, &session, &action] { action = [arguments, &session] { return importFile(*arguments, session); }; });
}

} // namespace cuntu::cli
