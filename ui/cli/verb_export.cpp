// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/encoding.h"
#include "core/project/exports.h"
#include "ui/cli/print.h"
#include "ui/cli/verb.h"
#include "ui/content/qgis_folder.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

namespace cuntu::cli {

namespace {

struct Arguments {
    std::string project;
    std::string layer;
    std::string file;
    std::string by;
    std::string who;
    std::string reason;
    std::string encoding;
    std::string targetCrs;
    std::string where;
    std::string keys;
    std::string asOf;
    bool unmask = false;
    bool isPublic = false;
};

/// The lines of a file with that name, the first cell of each; else the words between commas.
Result<QStringList> keysFrom(const QString &text)
{
    if (text.isEmpty() || !QFileInfo(text).isFile()) {
        return text.split(QLatin1Char(','), Qt::SkipEmptyParts);
    }
    constexpr qint64 largest_bytes = 64LL * 1024 * 1024;
    QFile file(text);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largest_bytes) {
        return Error{ErrorCode::Unreadable, Cli::tr("the list of keys cannot be read"), {.file = text}, {}, {}, {}};
    }
    const QByteArray bytes = file.readAll();
    auto guess = guessEncoding(bytes);
    auto utf8 = guess ? toUtf8(bytes, guess->name) : Result<std::string>(guess.error());
    if (!utf8) {
        return utf8.error();
    }
    QStringList keys;
    for (const QString &line : QString::fromStdString(*utf8).split(QLatin1Char('\n'))) {
        QString key = line.section(QLatin1Char(','), 0, 0).trimmed();
        key.remove(QChar(0xFEFF)).remove(QLatin1Char('"'));
        if (!key.isEmpty()) {
            keys << key;
        }
    }
    return keys;
}

/// `--by` has been the word for who asks since there were exports; of figures it is the level of area.
void sortOutBy(const Arguments &arguments, ExportOrder &order)
{
    const QString by = fromArgument(arguments.by);
    order.who = arguments.who.empty() ? by : fromArgument(arguments.who);
    if (!order.what.startsWith(QStringLiteral("indicators:"))) {
        return;
    }
    if (const auto level = areaLevelFromString(by)) {
        order.by = *level;
        order.who = fromArgument(arguments.who);
    }
}

Result<ExportOrder> orderFrom(const Arguments &arguments, const Project &project)
{
    ExportOrder order;
    order.what = fromArgument(arguments.layer);
    order.file = fromArgument(arguments.file);
    order.privacy = arguments.unmask ? Privacy::Full : arguments.isPublic ? Privacy::Public : Privacy::Masked;
    order.encoding = fromArgument(arguments.encoding);
    order.reason = fromArgument(arguments.reason);
    sortOutBy(arguments, order);
    auto day = dayArgument(arguments.asOf);
    auto keys = day ? keysFrom(fromArgument(arguments.keys)) : Result<QStringList>(day.error());
    auto snapshot = keys ? project.snapshot() : Result<Immutable<ProjectSnapshot>>(keys.error());
    auto area = snapshot ? areaMeant((*snapshot)->areas(), fromArgument(arguments.where), *day)
                         : Result<AreaCode>(snapshot.error());
    if (!area) {
        return area.error();
    }
    order.asOf = *day;
    order.keys = *keys;
    order.where = *area;
    if (!arguments.targetCrs.empty()) {
        auto target = Crs::fromUser(fromArgument(arguments.targetCrs));
        if (!target) {
            return target.error();
        }
        order.targetCrs = *target;
    }
    return order;
}

void printOutcome(const ExportOrder &order, const ExportOutcome &outcome, const Session &session)
{
    if (session.json) {
        print(QJsonObject{{QStringLiteral("layer"), order.what},
                          {QStringLiteral("features"), outcome.features},
                          {QStringLiteral("file"), order.file},
                          {QStringLiteral("masked"), order.privacy != Privacy::Full},
                          {QStringLiteral("privacy"), toString(order.privacy)},
                          {QStringLiteral("recorded"), outcome.recorded},
                          {QStringLiteral("notes"), QJsonArray::fromStringList(outcome.notes)}});
        return;
    }
    print(Cli::tr("%1 features of %2 written to %3").arg(outcome.features).arg(order.what, order.file));
    for (const QString &note : outcome.notes) {
        complain(note);
    }
}

Result<int> exportLayer(const Arguments &arguments, const Session &session)
{
    // What is masked leaves a project that another program holds, too; it is then said that it is not recorded.
    auto project = arguments.unmask
                       ? session.open(arguments.project, Access::Command)
                       : Project::open(fromArgument(arguments.project), Access::Command, session.registry());
    if (!project) {
        return project.error();
    }
    const JobContext job = session.job();
    auto order = orderFrom(arguments, **project);
    if (!order) {
        return order.error();
    }
    const bool isLook = isLookFile(order->file);
    auto outcome = order->what == QStringLiteral("project") ? exportQgisFolder(**project, *order, {}, job)
                   : isLook                                 ? exportLook(**project, *order)
                                                            : runExport(**project, *order, job);
    if (!outcome) {
        return outcome.error();
    }
    printOutcome(*order, *outcome, session);
    return k_done;
}

} // namespace

void addExport(CLI::App &app, Session &session, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *verb = app.add_subcommand(
        "export",
        Cli::tr("Write a layer, figures, an overlay or the whole project; personal data are masked").toStdString());
    verb->add_option("PROJECT", arguments->project, Cli::tr("The project").toStdString())->required();
    verb->add_option("LAYER", arguments->layer,
                     Cli::tr("The layer; or indicators:PROGRAMME, overlay:ID, project").toStdString())
        ->required();
    verb->add_option(
            "-o,--output", arguments->file,
            Cli::tr("The file; its ending gives the format (gpkg shp geojson kml csv xlsx ods dxf ..., qml and "
                    "sld for the look of a layer); of the project a folder")
                .toStdString())
        ->required();
    CLI::Option *unmask = verb->add_flag(
        "--unmask", arguments->unmask, Cli::tr("Personal data in full; this is recorded in the project").toStdString());
    verb->add_flag("--public", arguments->isPublic,
                   Cli::tr("For a notice board: no numbers of people and no health at all, households only as counts")
                       .toStdString())
        ->excludes(unmask);
    verb->add_option("--by", arguments->by,
                     Cli::tr("Who asks for it; of figures: county, township or village").toStdString());
    verb->add_option("--who", arguments->who, Cli::tr("Who asks for it").toStdString());
    verb->add_option("--reason", arguments->reason, Cli::tr("Why; recorded with it").toStdString());
    verb->add_option("--encoding", arguments->encoding, Cli::tr("utf-8 or gbk, of shapefiles and csv").toStdString());
    verb->add_option("--target-crs", arguments->targetCrs,
                     Cli::tr("System to write in: EPSG:n, gcj02 or bd09").toStdString());
    verb->add_option("--where", arguments->where, Cli::tr("Only inside the area with this code or name").toStdString());
    verb->add_option("--keys", arguments->keys,
                     Cli::tr("Only features with these keys: a file with one a line, or a,b,c").toStdString());
    verb->add_option("--as-of", arguments->asOf, Cli::tr("The date they are for; today otherwise").toStdString());
    verb->callback([arguments, &session, &action] {
        action = [arguments, &session] { return exportLayer(*arguments, session); };
    });
}

namespace {

Result<int> showExports(const std::string &path, const Session &session)
{
    auto project = session.open(path, Access::ReadOnly);
    auto records = project ? (*project)->exports() : Result<std::vector<ExportRecord>>(project.error());
    if (!records) {
        return records.error();
    }
    TextTable table({Cli::tr("when"), Cli::tr("who"), Cli::tr("what"), Cli::tr("features"), Cli::tr("personal data"),
                     Cli::tr("file"), Cli::tr("only"), Cli::tr("reason")});
    QJsonArray rows;
    for (const ExportRecord &record : *records) {
        table.add({record.recorded.toIso(), record.who, record.what,
                   record.file.isEmpty() ? QString() : QString::number(record.features), toString(record.privacy),
                   record.file, record.selection, record.reason});
        rows.append(QJsonObject{
            {QStringLiteral("recorded_at"), record.recorded.toIso()},
            {QStringLiteral("kind"), record.file.isEmpty() ? QStringLiteral("unmasking") : QStringLiteral("export")},
            {QStringLiteral("who"), record.who},
            {QStringLiteral("what"), record.what},
            {QStringLiteral("file"), record.file},
            {QStringLiteral("features"), record.features},
            {QStringLiteral("privacy"), toString(record.privacy)},
            {QStringLiteral("selection"), record.selection},
            {QStringLiteral("reason"), record.reason},
            {QStringLiteral("as_of"), orNull(record.asOf)}});
    }
    if (session.json) {
        print(QJsonObject{{QStringLiteral("rows"), rows}});
    } else {
        table.print();
    }
    return k_done;
}

} // namespace

void addExports(CLI::App &app, Session &session, Action &action)
{
    auto path = std::make_shared<std::string>();
    CLI::App *verb =
        app.add_subcommand("exports", Cli::tr("What left the project: exports and unmaskings").toStdString());
    verb->add_option("PROJECT", *path, Cli::tr("The project").toStdString())->required();
    verb->callback([path, &session, &action] { action = [path, &session] { return showExports(*path, session); }; });
}

} // namespace cuntu::cli
