// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/progress/milestone_look.h"
#include "core/progress/roll_up.h"
#include "core/project/figures.h"
#include "ui/cli/knowledge.h"
#include "ui/cli/print.h"
#include "ui/cli/verb.h"

#include <QJsonArray>

namespace cuntu::cli {

namespace {

constexpr double k_worthSaying = 0.05; ///< of what is expected to be added: it would be printed as 0.0

struct Arguments {
    std::string project;
    std::string programme;
    std::string asOf;
    KnowledgeOptions knowledge;
    int repeat = 0;
};

QString bodies(const Target &target)
{
    QStringList list{target.responsible, target.leadUnit};
    list.removeAll(QString());
    return list.join(QStringLiteral(", "));
}

/// What late reports will add; null: too little is known.
QJsonValue expectedJson(const Milestone &milestone)
{
    if (!milestone.expected) {
        return {};
    }
    const ExpectedFigure &expected = *milestone.expected;
    return QJsonObject{{QStringLiteral("numerator"), expected.numerator},
                       {QStringLiteral("added"), expected.added},
                       {QStringLiteral("value"), orNull(expected.value)},
                       {QStringLiteral("past_reports"), expected.events}};
}

QString expectedText(const Milestone &milestone)
{
    const ExpectedFigure &expected = *milestone.expected;
    return Cli::tr("with what is reported late %1 are to be expected, %2 more (learnt from %3 past reports); the light "
                   "stays on what is reported")
        .arg(QString::number(expected.value.value_or(expected.numerator), 'f', 2),
             QString::number(expected.added, 'f', 1))
        .arg(expected.events);
}

QJsonObject milestoneJson(const Milestone &milestone)
{
    const Target &target = milestone.target;
    return {{QStringLiteral("id"), target.label},
            {QStringLiteral("programme"), target.programme},
            {QStringLiteral("indicator"), target.indicator},
            {QStringLiteral("area"), target.area.toString()},
            {QStringLiteral("due"), orNull(target.due)},
            {QStringLiteral("target"), target.value},
            {QStringLiteral("value"), orNull(milestone.value)},
            {QStringLiteral("numerator"), milestone.numerator},
            {QStringLiteral("denominator"), milestone.denominator},
            {QStringLiteral("added_numerator"), milestone.addedNumerator},
            {QStringLiteral("added_denominator"), milestone.addedDenominator},
            {QStringLiteral("state"), toString(milestone.state)},
            {QStringLiteral("stale"), milestone.stale},
            {QStringLiteral("unconfirmed_state"),
             milestone.unconfirmed ? QJsonValue(toString(*milestone.unconfirmed)) : QJsonValue()},
            {QStringLiteral("expected"), expectedJson(milestone)},
            {QStringLiteral("late"), milestone.late},
            {QStringLiteral("lost"), milestone.lost},
            {QStringLiteral("time_share"), orNull(milestone.timeShare)},
            {QStringLiteral("planned_share"), orNull(milestone.plannedShare)},
            {QStringLiteral("done_share"), orNull(milestone.doneShare)},
            {QStringLiteral("gap_pp"), orNull(milestone.gap_pp)},
            {QStringLiteral("spi"), orNull(milestone.spi)},
            {QStringLiteral("shortage"), orNull(milestone.shortage)},
            {QStringLiteral("speed_up"), orNull(milestone.speedUp)},
            {QStringLiteral("required_rate"), orNull(milestone.requiredRate)},
            {QStringLiteral("observed_rate"), orNull(milestone.observedRate)},
            {QStringLiteral("projected"), orNull(milestone.projected)},
            {QStringLiteral("projected_low"), orNull(milestone.projectedLow)},
            {QStringLiteral("projected_high"), orNull(milestone.projectedHigh)},
            {QStringLiteral("responsible"), bodies(target)},
            {QStringLiteral("reason"), milestone.reason}};
}

QJsonObject partsJson(const RollUp &parts)
{
    QJsonObject counts;
    for (const auto &[state, count] : parts.counts) {
        counts[toString(state)] = count;
    }
    return {{QStringLiteral("state"), toString(parts.state)},
            {QStringLiteral("counts"), counts},
            {QStringLiteral("gap_pp"), orNull(parts.gap_pp)},
            {QStringLiteral("vetoed"), parts.vetoed}};
}

QString partsText(const RollUp &parts)
{
    return Cli::tr("its parts: %1; together %2").arg(countsText(parts), lookOf(parts.state).word);
}

void printPeople(const std::vector<Milestone> &milestones, const std::map<qint64, RollUp> &parts)
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
        if (m.expected && m.expected->added >= k_worthSaying) {
            print(QStringLiteral("    ") + expectedText(m));
        }
        if (const auto of = parts.find(m.target.id); of != parts.end()) {
            print(QStringLiteral("    ") + partsText(of->second));
        }
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
    auto knowledge = knowledgeFrom(arguments.knowledge);
    auto snapshot = knowledge ? (*project)->snapshot() : Result<Immutable<ProjectSnapshot>>(knowledge.error());
    auto targets = !snapshot          ? Result<std::vector<Target>>(snapshot.error())
                   : knowledge->known ? (*project)->targetsKnownOn(*knowledge->known)
                                      : (*project)->targets();
    if (!targets) {
        return targets.error();
    }
    const Immutable<ProjectSnapshot> then = asKnown(*snapshot, *knowledge);
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
    const std::map<qint64, RollUp> parts = rollUpParts(milestones, milestoneRules(*then));
    if (!session.json) {
        printPeople(milestones, parts);
        return k_done;
    }
    QJsonArray rows;
    for (const Milestone &milestone : milestones) {
        QJsonObject row = milestoneJson(milestone);
        if (const auto of = parts.find(milestone.target.id); of != parts.end()) {
            row[QStringLiteral("parts")] = partsJson(of->second);
        }
        rows.append(row);
    }
    QJsonObject document{{QStringLiteral("as_of"), day->toIso()}, {QStringLiteral("rows"), rows}};
    addTo(document, *knowledge);
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
    addKnowledgeOptions(*verb, arguments->knowledge);
    verb->add_option("--repeat", arguments->repeat, Cli::tr("Do it so often, and say how long each took").toStdString())
        ->check(CLI::Range(1, 1000));
    verb->callback([arguments, &session, &action] {
        action = [arguments, &session] { return showMilestones(*arguments, session); };
    });
}

} // namespace cuntu::cli
