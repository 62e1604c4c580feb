// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/as_known.h"
#include "core/project/figures.h"
#include "ui/cli/print.h"
#include "ui/cli/verb.h"

#include <QJsonArray>

namespace cuntu::cli {

namespace {

struct Arguments {
    std::string project;
    std::string programme;
    std::string asOf;
    std::string knownOn;
    std::string rung = "reported";
    int repeat = 0;
};

QJsonValue number(const std::optional<double> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QJsonValue date(const std::optional<Day> &day)
{
    return day ? QJsonValue(day->toIso()) : QJsonValue();
}

QString bodies(const Target &target)
{
    QStringList list{target.responsible, target.leadUnit};
    list.removeAll(QString());
    return list.join(QStringLiteral(", "));
}

QJsonObject milestoneJson(const Milestone &milestone)
{
    const Target &target = milestone.target;
    return {{QStringLiteral("id"), target.label},
            {QStringLiteral("programme"), target.programme},
            {QStringLiteral("indicator"), target.indicator},
            {QStringLiteral("area"), target.area.toString()},
            {QStringLiteral("due"), date(target.due)},
            {QStringLiteral("target"), target.value},
            {QStringLiteral("value"), number(milestone.value)},
            {QStringLiteral("numerator"), milestone.numerator},
            {QStringLiteral("denominator"), milestone.denominator},
            {QStringLiteral("added_numerator"), milestone.addedNumerator},
            {QStringLiteral("added_denominator"), milestone.addedDenominator},
            {QStringLiteral("state"), toString(milestone.state)},
            {QStringLiteral("stale"), milestone.stale},
            {QStringLiteral("late"), milestone.late},
            {QStringLiteral("lost"), milestone.lost},
            {QStringLiteral("time_share"), number(milestone.timeShare)},
            {QStringLiteral("planned_share"), number(milestone.plannedShare)},
            {QStringLiteral("done_share"), number(milestone.doneShare)},
            {QStringLiteral("gap_pp"), number(milestone.gap_pp)},
            {QStringLiteral("spi"), number(milestone.spi)},
            {QStringLiteral("shortage"), number(milestone.shortage)},
            {QStringLiteral("speed_up"), number(milestone.speedUp)},
            {QStringLiteral("required_rate"), number(milestone.requiredRate)},
            {QStringLiteral("observed_rate"), number(milestone.observedRate)},
            {QStringLiteral("projected"), date(milestone.projected)},
            {QStringLiteral("projected_low"), date(milestone.projectedLow)},
            {QStringLiteral("projected_high"), date(milestone.projectedHigh)},
            {QStringLiteral("responsible"), bodies(target)},
            {QStringLiteral("reason"), milestone.reason}};
}

void printPeople(const std::vector<Milestone> &milestones)
{
    if (milestones.empty()) {
        print(Cli::tr("The project has no targets yet. Load them with: cuntu import PROJECT FILE --as targets"));
        return;
    }
    TextTable table({Cli::tr("target"), Cli::tr("area"), Cli::tr("due"), Cli::tr("promised"), Cli::tr("reached"),
                     Cli::tr("done/of"), Cli::tr("state"), Cli::tr("projected"), Cli::tr("responsible")});
    for (const Milestone &m : milestones) {
        table.add({m.target.label, m.target.area.toString(), m.target.due ? m.target.due->toIso() : m.target.dueText,
                   QString::number(m.target.value, 'f', 2),
                   m.value ? QString::number(*m.value, 'f', 2) : QStringLiteral("-"),
                   QStringLiteral("%1/%2").arg(m.numerator, 0, 'g', 10).arg(m.denominator, 0, 'g', 10),
                   toString(m.state), m.projected ? m.projected->toIso() : QStringLiteral("-"), bodies(m.target)});
    }
    table.print();
    for (const Milestone &m : milestones) {
        print(QStringLiteral("%1: %2").arg(m.target.label, m.reason));
    }
}

Result<int> showMilestones(const Arguments &arguments, const Session &session)
{
    auto day = dayArgument(arguments.asOf);
    if (!day) {
        return day.error();
    }
    auto project = session.open(arguments.project, Access::ReadOnly);
    if (!project) {
        return project.error();
    }
    auto known = momentArgument(arguments.knownOn);
    auto snapshot = known ? (*project)->snapshot() : Result<Immutable<ProjectSnapshot>>(known.error());
    auto targets = !snapshot ? Result<std::vector<Target>>(snapshot.error())
                   : *known  ? (*project)->targetsKnownOn(**known)
                             : (*project)->targets();
    if (!targets) {
        return targets.error();
    }
    const Rung rung = *rungFromString(fromArgument(arguments.rung));
    const Immutable<ProjectSnapshot> then = asKnown(*snapshot, *known, rung);
    Stopwatch watch;
    std::vector<Milestone> milestones;
    for (int i = 0; i < std::max(arguments.repeat, 1); ++i) {
        watch.start();
        auto computed = computeMilestones(*then, *session.registry(), *targets, fromArgument(arguments.programme), *day,
                                          session.job());
        if (!computed) {
            return computed.error();
        }
        watch.stop();
        milestones = std::move(*computed);
    }
    if (!session.json) {
        printPeople(milestones);
        return k_done;
    }
    QJsonArray rows;
    for (const Milestone &milestone : milestones) {
        rows.append(milestoneJson(milestone));
    }
    QJsonObject document{{QStringLiteral("as_of"), day->toIso()}, {QStringLiteral("rows"), rows}};
    if (*known) {
        document[QStringLiteral("known_on")] = (*known)->toIso();
    }
    if (rung != Rung::Reported) {
        document[QStringLiteral("rung")] = toString(rung);
    }
    if (arguments.repeat > 0) {
        watch.addTo(document);
    }
    print(document);
    return k_done;
}

} // namespace

void addMilestones(CLI::App &app, Session &session, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *verb = app.add_subcommand("milestones",
                                        Cli::tr("Where the targets stand, and whether they will be met").toStdString());
    verb->add_option("PROJECT", arguments->project, Cli::tr("The project").toStdString())->required();
    verb->add_option("--programme", arguments->programme, Cli::tr("Only of this programme").toStdString());
    verb->add_option("--as-of", arguments->asOf, Cli::tr("The date they are judged on; today otherwise").toStdString());
    verb->add_option("--known-on", arguments->knownOn,
                     Cli::tr("As it was known at the end of this day; now otherwise").toStdString());
    verb->add_option("--rung", arguments->rung,
                     Cli::tr("Only of entries that stand on this rung or a higher one: reported, checked or certified")
                         .toStdString())
        ->check(CLI::IsMember({"reported", "checked", "certified"}));
    verb->add_option("--repeat", arguments->repeat, Cli::tr("Do it so often, and say how long each took").toStdString())
        ->check(CLI::Range(1, 1000));
    verb->callback([arguments, &session, &action] {
        action = [arguments, &session] { return showMilestones(*arguments, session); };
    });
}

} // namespace cuntu::cli
