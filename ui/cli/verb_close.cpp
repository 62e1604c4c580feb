// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/print.h"
#include "ui/cli/verb.h"

namespace cuntu::cli {

namespace {

struct Arguments {
    std::string project;
    std::string until;
    std::string reason;
    std::string who;
};

Result<int> closePeriod(const Arguments &arguments, const Session &session)
{
    auto until = lastDayArgument(arguments.until);
    if (!until) {
        return until.error();
    }
    auto project = session.open(arguments.project, Access::Command);
    auto closed = project ? (*project)->closePeriod(*until, fromArgument(arguments.reason), fromArgument(arguments.who))
                          : Result<void>(project.error());
    if (!closed) {
        return closed.error();
    }
    if (session.json) {
        print(QJsonObject{{QStringLiteral("until"), until->toIso()},
                          {QStringLiteral("revision"), (*project)->revision()}});
    } else {
        print(Cli::tr("closed until %1: what is entered about that time from now on needs a note").arg(until->toIso()));
    }
    return k_done;
}

} // namespace

void addClose(CLI::App &app, Session &session, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *verb = app.add_subcommand("close", Cli::tr("Close a reporting period").toStdString());
    verb->add_option("PROJECT", arguments->project, Cli::tr("The project").toStdString())->required();
    verb->add_option("UNTIL", arguments->until,
                     Cli::tr("The last day of the period: 2018-06-30, 2018-06 or 2018").toStdString())
        ->required();
    verb->add_option("--reason", arguments->reason, Cli::tr("On what grounds").toStdString())->required();
    verb->add_option("--by", arguments->who, Cli::tr("Who closes it").toStdString())->required();
    verb->callback([arguments, &session, &action] {
        action = [arguments, &session] { return closePeriod(*arguments, session); };
    });
}

} // namespace cuntu::cli
