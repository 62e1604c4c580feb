// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/html.h"
#include "ui/cli/print.h"
#include "ui/cli/verb.h"
#include "ui/content/report_content.h"

namespace cuntu::cli {

namespace {

struct Arguments {
    std::string project;
    std::string file;
    std::string period;
    std::string asOf;
    std::string where;
};

Result<ReportRequest> requestFrom(const Arguments &arguments)
{
    ReportRequest request;
    auto day = dayArgument(arguments.asOf);
    if (!day) {
        return day.error();
    }
    request.asOf = *day;
    if (!arguments.period.empty()) {
        auto period = ReportPeriod::parse(fromArgument(arguments.period));
        if (!period) {
            Error error = period.error();
            error.code = ErrorCode::Misused;
            return error;
        }
        request.period = *period;
        request.asOf = period->last;
    }
    auto area = areaArgument(arguments.where);
    if (!area) {
        return area.error();
    }
    request.where = *area;
    return request;
}

Result<int> writeReport(const Arguments &arguments, const Session &session)
{
    const QString file = fromArgument(arguments.file);
    if (!file.endsWith(QStringLiteral(".html"), Qt::CaseInsensitive)) {
        return Error{ErrorCode::Misused,
                     Cli::tr("reports are written as .html"),
                     {.file = file},
                     Cli::tr("Open it in a browser to print it or to save it as PDF."),
                     {},
                     {}};
    }
    auto request = requestFrom(arguments);
    if (!request) {
        return request.error();
    }
    auto project = session.open(arguments.project, Access::ReadOnly);
    if (!project) {
        return project.error();
    }
    auto snapshot = (*project)->snapshot();
    if (!snapshot) {
        return snapshot.error();
    }
    auto input = reportInput(**project, **snapshot, *request, session.job());
    if (!input) {
        return input.error();
    }
    auto written = writeHtml(buildReport(*input), file);
    if (!written) {
        return written.error();
    }
    if (session.json) {
        print(QJsonObject{{QStringLiteral("file"), file}, {QStringLiteral("as_of"), request->asOf.toIso()}});
    } else {
        print(Cli::tr("report written to %1").arg(file));
    }
    return k_done;
}

} // namespace

void addReport(CLI::App &app, Session &session, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *verb = app.add_subcommand(
        "report", Cli::tr("Write a report: milestones, figures, what is left, the map").toStdString());
    verb->add_option("PROJECT", arguments->project, Cli::tr("The project").toStdString())->required();
    verb->add_option("-o,--output", arguments->file, Cli::tr("The report, .html").toStdString())->required();
    verb->add_option("--period", arguments->period,
                     Cli::tr("2018, 2018-H1, 2018-Q2, 2018-06 or 2018-W23").toStdString());
    verb->add_option("--as-of", arguments->asOf,
                     Cli::tr("The date it is for, without a period; today otherwise").toStdString());
    verb->add_option("--where", arguments->where, Cli::tr("Only the area with this code").toStdString());
    verb->callback([arguments, &session, &action] {
        action = [arguments, &session] { return writeReport(*arguments, session); };
    });
}

} // namespace cuntu::cli
