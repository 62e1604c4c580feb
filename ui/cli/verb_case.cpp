// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/print.h"
#include "ui/cli/verb.h"

namespace cuntu::cli {

namespace {

struct Arguments {
    std::string project;
    qint64 id = 0;
    std::string state;
    std::string on;
    std::string who;
    std::string note;
    std::string evidence;
};

/// Id of the state that @p word means for alerts or items; the word itself where it means none, to be refused.
QString stateId(const QString &word)
{
    for (const CaseKind kind : {CaseKind::Rectification, CaseKind::Alert}) {
        if (const Status *status = caseLifeCycle(kind).statusFor(word)) {
            return status->id;
        }
    }
    return word;
}

Result<int> moveCase(const Arguments &arguments, const Session &session)
{
    auto day = dayArgument(arguments.on);
    if (!day) {
        return day.error();
    }
    auto project = session.open(arguments.project, Access::Command);
    if (!project) {
        return project.error();
    }
    CaseStep step;
    step.state = stateId(fromArgument(arguments.state));
    step.date = *day;
    step.who = fromArgument(arguments.who);
    step.note = fromArgument(arguments.note);
    auto moved = (*project)->moveCase(arguments.id, step, fromArgument(arguments.evidence));
    if (!moved) {
        return moved.error();
    }
    if (session.json) {
        print(QJsonObject{{QStringLiteral("id"), arguments.id},
                          {QStringLiteral("state"), step.state},
                          {QStringLiteral("revision"), (*project)->revision()}});
    } else {
        print(Cli::tr("case %1 is %2 since %3").arg(arguments.id).arg(step.state, day->toIso()));
    }
    return k_done;
}

} // namespace

void addCase(CLI::App &app, Session &session, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *verb = app.add_subcommand(
        "case", Cli::tr("Take an alert, or an item of the rectification ledger, a step further").toStdString());
    verb->add_option("PROJECT", arguments->project, Cli::tr("The project").toStdString())->required();
    verb->add_option("CASE", arguments->id, Cli::tr("Number of the case").toStdString())->required();
    verb->add_option("STATE", arguments->state,
                     Cli::tr("ACKNOWLEDGED, SUPERVISED, RESOLVED, VERIFIED; ASSIGNED, RECTIFYING, SUBMITTED, CHECKED, "
                             "CLOSED, REOPENED")
                         .toStdString())
        ->required();
    verb->add_option("--on", arguments->on, Cli::tr("Day on which it happened; today otherwise").toStdString());
    verb->add_option("--by", arguments->who, Cli::tr("Who does it").toStdString())->required();
    verb->add_option("--note", arguments->note, Cli::tr("Note or reason").toStdString());
    verb->add_option("--evidence", arguments->evidence,
                     Cli::tr("Photo or document, stored in the project").toStdString());
    verb->callback(
        [arguments, &session, &action] { action = [arguments, &session] { return moveCase(*arguments, session); }; });
}

} // namespace cuntu::cli
