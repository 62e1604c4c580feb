// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/figures.h"
#include "ui/cli/cases.h"
#include "ui/cli/print.h"
#include "ui/cli/verb.h"

#include <QJsonArray>

namespace cuntu::cli {

namespace {

struct Arguments {
    std::string project;
    std::string asOf;
    std::string who;
    bool all = false;
};

Result<std::vector<Case>> refresh(Project &project, const Registry &registry, Day day, const QString &who,
                                  const JobContext &job)
{
    auto snapshot = project.snapshot();
    auto targets = snapshot ? project.targets() : Result<std::vector<Target>>(snapshot.error());
    if (!targets) {
        return targets.error();
    }
    auto milestones = computeMilestones(**snapshot, registry, *targets, {}, day, job);
    if (!milestones) {
        return milestones.error();
    }
    return project.refreshAlerts(sightings(*milestones), day, who);
}

Result<int> showAlerts(const Arguments &arguments, const Session &session)
{
    auto day = dayArgument(arguments.asOf);
    if (!day) {
        return day.error();
    }
    auto project = session.open(arguments.project, Access::Command);
    auto alerts = project ? refresh(**project, *session.registry(), *day, fromArgument(arguments.who), session.job())
                          : Result<std::vector<Case>>(project.error());
    if (!alerts) {
        return alerts.error();
    }
    const Escalation escalation = escalationOf(**project);
    if (!arguments.all) {
        std::erase_if(*alerts, [](const Case &alert) { return isSettled(alert); });
    }
    if (!session.json) {
        printCases(*alerts, *day, escalation);
        return k_done;
    }
    QJsonArray rows;
    for (const Case &alert : *alerts) {
        rows.append(caseJson(alert, *day, escalation));
    }
    print(QJsonObject{{QStringLiteral("as_of"), day->toIso()}, {QStringLiteral("rows"), rows}});
    return k_done;
}

} // namespace

void addAlerts(CLI::App &app, Session &session, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *verb = app.add_subcommand(
        "alerts",
        Cli::tr("Look what targets are in danger, keep the alerts in the project, and list them").toStdString());
    verb->add_option("PROJECT", arguments->project, Cli::tr("The project").toStdString())->required();
    verb->add_option("--as-of", arguments->asOf, Cli::tr("The date they are judged on; today otherwise").toStdString());
    verb->add_option("--by", arguments->who, Cli::tr("Who looks").toStdString());
    verb->add_flag("--all", arguments->all, Cli::tr("Settled ones as well").toStdString());
    verb->callback(
        [arguments, &session, &action] { action = [arguments, &session] { return showAlerts(*arguments, session); }; });
}

} // namespace cuntu::cli
