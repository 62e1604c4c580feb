// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/progress/target_conflicts.h"
#include "ui/cli/print.h"
#include "ui/cli/verb.h"

#include <QJsonArray>

namespace cuntu::cli {

namespace {

struct Arguments {
    std::string project;
    std::string knownOn;
    std::string versions;
    std::string area;
};

QJsonObject targetJson(const Target &target)
{
    QJsonObject parameters;
    for (auto it = target.parameters.begin(); it != target.parameters.end(); ++it) {
        parameters[it.key()] = it.value();
    }
    QJsonArray scope;
    for (const AreaCode &code : target.scope) {
        scope.append(code.toString());
    }
    return {{QStringLiteral("number"), target.id},
            {QStringLiteral("id"), target.label},
            {QStringLiteral("plan"), target.plan},
            {QStringLiteral("programme"), target.programme},
            {QStringLiteral("indicator"), target.indicator},
            {QStringLiteral("parameters"), parameters},
            {QStringLiteral("area"), target.area.toString()},
            {QStringLiteral("scope"), scope},
            {QStringLiteral("target"), target.value},
            {QStringLiteral("start"), orNull(target.start)},
            {QStringLiteral("due"), orNull(target.due)},
            {QStringLiteral("due_text"), target.dueText},
            {QStringLiteral("baseline"), orNull(target.baseline)},
            {QStringLiteral("commitment"),
             target.commitment == Commitment::Strive ? QStringLiteral("strive") : QStringLiteral("ensure")},
            {QStringLiteral("cadence"), toString(target.cadence)},
            {QStringLiteral("state"), toString(target.state)},
            {QStringLiteral("lead_unit"), target.leadUnit},
            {QStringLiteral("other_units"), QJsonArray::fromStringList(target.otherUnits)},
            {QStringLiteral("responsible"), target.responsible},
            {QStringLiteral("separate_checker"), target.separateChecker},
            {QStringLiteral("veto"), target.isVeto},
            {QStringLiteral("parent"), target.parent != 0 ? QJsonValue(target.parent) : QJsonValue()},
            {QStringLiteral("replaces"), target.replaces != 0 ? QJsonValue(target.replaces) : QJsonValue()},
            {QStringLiteral("reason"), target.reason},
            {QStringLiteral("clause"), target.clause}};
}

void printPeople(const std::vector<Target> &targets)
{
    if (targets.empty()) {
        print(Cli::tr("The project has no targets yet. Load them with: cuntu import PROJECT FILE --as targets"));
        return;
    }
    TextTable table({Cli::tr("target"), Cli::tr("plan"), Cli::tr("area"), Cli::tr("indicator"), Cli::tr("promised"),
                     Cli::tr("due"), Cli::tr("state"), Cli::tr("lead unit")});
    for (const Target &target : targets) {
        table.add({target.label, target.plan, target.area.toString(), target.indicator,
                   QString::number(target.value, 'g', 10), target.due ? target.due->toIso() : target.dueText,
                   toString(target.state), target.leadUnit});
    }
    table.print();
    for (const TargetConflict &conflict : targetConflicts(targets)) {
        print(conflict.sentence);
    }
}

Result<int> showVersions(const Project &project, const Arguments &arguments, const Session &session)
{
    auto target = findTarget(project, arguments.versions, arguments.area);
    auto versions = target ? project.targetVersions(target->id) : Result<std::vector<TargetVersion>>(target.error());
    if (!versions) {
        return versions.error();
    }
    if (session.json) {
        QJsonArray rows;
        for (const TargetVersion &version : *versions) {
            QJsonObject row = targetJson(version.target);
            row[QStringLiteral("recorded")] = version.recorded.toIso();
            row[QStringLiteral("who")] = version.who;
            rows.append(row);
        }
        print(QJsonObject{{QStringLiteral("versions"), rows}});
        return k_done;
    }
    TextTable table({Cli::tr("recorded"), Cli::tr("who"), Cli::tr("promised"), Cli::tr("due"), Cli::tr("state"),
                     Cli::tr("reason")});
    for (const auto &[version, recorded, who] : *versions) {
        table.add({recorded.toText(), who, QString::number(version.value, 'g', 10),
                   version.due ? version.due->toIso() : version.dueText, toString(version.state), version.reason});
    }
    table.print();
    return k_done;
}

Result<int> showTargets(const Arguments &arguments, const Session &session)
{
    auto project = session.open(arguments.project, Access::ReadOnly);
    if (!project) {
        return project.error();
    }
    if (!arguments.versions.empty()) {
        return showVersions(**project, arguments, session);
    }
    auto known = momentArgument(arguments.knownOn);
    if (!known) {
        return known.error();
    }
    auto targets = *known ? (*project)->targetsKnownOn(**known) : (*project)->targets();
    if (!targets) {
        return targets.error();
    }
    if (!session.json) {
        printPeople(*targets);
        return k_done;
    }
    QJsonArray rows;
    for (const Target &target : *targets) {
        rows.append(targetJson(target));
    }
    QJsonArray conflicts;
    for (const TargetConflict &conflict : targetConflicts(*targets)) {
        conflicts.append(QJsonObject{{QStringLiteral("first"), conflict.first},
                                     {QStringLiteral("second"), conflict.second},
                                     {QStringLiteral("sentence"), conflict.sentence}});
    }
    print(QJsonObject{{QStringLiteral("rows"), rows}, {QStringLiteral("conflicts"), conflicts}});
    return k_done;
}

} // namespace

Result<Target> findTarget(const Project &project, const std::string &label, const std::string &area)
{
    auto targets = project.targets();
    if (!targets) {
        return targets.error();
    }
    std::vector<Target> fitting;
    QStringList areas;
    QStringList labels;
    for (Target &target : *targets) {
        labels << target.label;
        const bool named = target.label == fromArgument(label) || QString::number(target.id) == fromArgument(label);
        if (named && (area.empty() || target.area.toString() == fromArgument(area))) {
            areas << target.area.toString();
            fitting.push_back(std::move(target));
        }
    }
    if (fitting.size() == 1) {
        return fitting.front();
    }
    labels.removeDuplicates();
    if (fitting.empty()) {
        return Error{ErrorCode::NotFound,
                     Cli::tr("there is no target %1").arg(fromArgument(label)),
                     {},
                     labels.isEmpty() ? QString() : Cli::tr("Known: %1").arg(labels.join(QStringLiteral(", "))),
                     {},
                     {}};
    }
    return Error{ErrorCode::Misused,
                 Cli::tr("several targets are called %1").arg(fromArgument(label)),
                 {},
                 Cli::tr("Say which area is meant with --area: %1").arg(areas.join(QStringLiteral(", "))),
                 {},
                 {}};
}

void addTargets(CLI::App &app, Session &session, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *verb =
        app.add_subcommand("targets", Cli::tr("What was promised, by which plan, and by whom").toStdString());
    verb->add_option("PROJECT", arguments->project, Cli::tr("The project").toStdString())->required();
    verb->add_option("--known-on", arguments->knownOn, Cli::tr("As they held at the end of this day").toStdString());
    verb->add_option("--versions", arguments->versions,
                     Cli::tr("All versions of the target with this label").toStdString());
    verb->add_option("--area", arguments->area, Cli::tr("Of this area, where several have the label").toStdString());
    verb->callback([arguments, &session, &action] {
        action = [arguments, &session] { return showTargets(*arguments, session); };
    });
}

} // namespace cuntu::cli
