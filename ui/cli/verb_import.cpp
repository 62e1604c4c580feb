// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/print.h"
#include "ui/cli/verb.h"

namespace cuntu::cli {

namespace {

struct Arguments {
    std::string project;
    std::string file;
    std::string role;
    std::vector<std::string> maps;
    std::string encoding;
    std::string crs;
    std::string sheet;
    std::string rejects;
    std::string status;
    std::string programme;
    std::string on;
    std::string who;
    bool strict = false;
};

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
    auto fieldMap = assignments(arguments.maps);
    if (!fieldMap) {
        return fieldMap.error();
    }
    request.fieldMap = *fieldMap;
    return request;
}

QJsonObject reportJson(const ImportReport &report)
{
    return {{QStringLiteral("layer"), report.layer},
            {QStringLiteral("read"), report.read},
            {QStringLiteral("taken"), report.taken},
            {QStringLiteral("updated"), report.updated},
            {QStringLiteral("rejected"), report.rejected},
            {QStringLiteral("warnings"), report.warnings},
            {QStringLiteral("encoding"), report.encoding},
            {QStringLiteral("crs"), report.crs},
            {QStringLiteral("rejects_file"), report.rejectsFile}};
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
                    "area_events, progress:LAYER, or layer:NAME for a plain one")
                .toStdString())
        ->required();
    verb->add_option("--map", arguments->maps,
                     Cli::tr("field=column: which column a field is read from").toStdString());
    verb->add_option("--encoding", arguments->encoding,
                     Cli::tr("Encoding of the text, e.g. GBK; detected otherwise").toStdString());
    verb->add_option("--source-crs", arguments->crs,
                     Cli::tr("Coordinate system of the file: EPSG:n, gcj02, bd09; detected otherwise").toStdString());
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
    verb->callback([arguments, &session, &action] {
        action = [arguments, &session]() -> Result<int> {
            auto request = requestFrom(*arguments);
            if (!request) {
                return request.error();
            }
            auto project = session.open(arguments->project, Access::Command);
            if (!project) {
                return project.error();
            }
            auto report = (*project)->import(*request, session.job());
            if (!report) {
                return report.error();
            }
            session.json ? print(reportJson(*report)) : printReport(*report);
            return k_done;
        };
    });
}

} // namespace cuntu::cli
