// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/progress/planned_curve.h"
#include "ui/cli/print.h"
#include "ui/cli/verb.h"

namespace cuntu::cli {

namespace {

struct Arguments {
    std::string project;
    std::string label;
    std::string area;
    std::string value;
    std::string start;
    std::string due;
    std::string baseline;
    std::string cadence;
    std::string curve;
    std::string leadUnit;
    std::string responsible;
    std::string state;
    std::string reason;
    std::string who;
    bool remove = false;
};

/// The planned curve that is called @p name: even, s_curve, or a seasonal table between the target's days. Misused
/// where a table has no days to be laid between.
Result<PlannedCurve> curveCalled(const QString &name, const Target &target)
{
    PlannedCurve curve;
    if (name == QStringLiteral("s_curve")) {
        curve.kind = PlannedCurve::Kind::SCurve;
    }
    for (const SeasonalTable &table : seasonalTables()) {
        if (name != table.id || name == QStringLiteral("even")) {
            continue;
        }
        if (!target.start || !target.due) {
            return Error{ErrorCode::Misused,
                         Cli::tr("target %1 has no start or no due day").arg(target.label),
                         {},
                         Cli::tr("Give them with --start and --due."),
                         {},
                         {}};
        }
        return curveFromQuarters(table.shares, *target.start, *target.due);
    }
    return curve;
}

/// Puts what was given into @p target. Misused for what is no number, date or state.
Result<void> apply(const Arguments &arguments, Target &target)
{
    if (!arguments.value.empty()) {
        const auto value = parseNumber(fromArgument(arguments.value));
        if (!value) {
            return Error{
                ErrorCode::Misused, Cli::tr("'%1' is no number").arg(fromArgument(arguments.value)), {}, {}, {}, {}};
        }
        target.value = *value;
    }
    if (!arguments.start.empty()) {
        auto day = dayArgument(arguments.start);
        if (!day) {
            return day.error();
        }
        target.start = *day;
    }
    if (!arguments.due.empty()) {
        auto due = lastDayArgument(arguments.due);
        if (!due) {
            return due.error();
        }
        target.due = *due;
        target.dueText = fromArgument(arguments.due);
    }
    if (!arguments.baseline.empty()) {
        auto baseline = lastDayArgument(arguments.baseline);
        if (!baseline) {
            return baseline.error();
        }
        target.baseline = *baseline;
    }
    if (!arguments.cadence.empty()) {
        target.cadence = cadenceFromString(fromArgument(arguments.cadence)).value_or(Cadence::None);
    }
    if (!arguments.curve.empty()) {
        auto curve = curveCalled(fromArgument(arguments.curve), target);
        if (!curve) {
            return curve.error();
        }
        target.curve = *curve;
    }
    target.leadUnit = arguments.leadUnit.empty() ? target.leadUnit : fromArgument(arguments.leadUnit);
    target.responsible = arguments.responsible.empty() ? target.responsible : fromArgument(arguments.responsible);
    target.state = arguments.state.empty()
                       ? TargetState::Adjusted
                       : targetStateFromString(fromArgument(arguments.state)).value_or(target.state);
    target.reason = fromArgument(arguments.reason);
    return {};
}

Result<int> changeTarget(const Arguments &arguments, const Session &session)
{
    auto project = session.open(arguments.project, Access::Command);
    auto target = project ? findTarget(**project, arguments.label, arguments.area) : Result<Target>(project.error());
    if (!target) {
        return target.error();
    }
    const QString who = fromArgument(arguments.who);
    if (arguments.remove) {
        if (auto removed = (*project)->removeTarget(target->id, who); !removed) {
            return removed.error();
        }
        print(Cli::tr("target %1 is gone").arg(target->label));
        return k_done;
    }
    if (auto applied = apply(arguments, *target); !applied) {
        return applied.error();
    }
    auto adjusted = (*project)->adjustTarget(*target, who);
    if (!adjusted) {
        return adjusted.error();
    }
    if (session.json) {
        print(QJsonObject{{QStringLiteral("number"), *adjusted},
                          {QStringLiteral("id"), target->label},
                          {QStringLiteral("state"), toString(target->state)},
                          {QStringLiteral("revision"), (*project)->revision()}});
    } else {
        print(Cli::tr("target %1 is adjusted; the version before is kept").arg(target->label));
    }
    return k_done;
}

} // namespace

void addTarget(CLI::App &app, Session &session, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *verb = app.add_subcommand(
        "target", Cli::tr("Adjust, close or remove a target; earlier versions are kept").toStdString());
    verb->add_option("PROJECT", arguments->project, Cli::tr("The project").toStdString())->required();
    verb->add_option("LABEL", arguments->label, Cli::tr("Label of the target").toStdString())->required();
    verb->add_option("--area", arguments->area, Cli::tr("Of this area, where several have the label").toStdString());
    verb->add_option("--value", arguments->value, Cli::tr("New target value").toStdString());
    verb->add_option("--start", arguments->start, Cli::tr("New start").toStdString());
    verb->add_option("--due", arguments->due, Cli::tr("New due day").toStdString());
    verb->add_option("--baseline", arguments->baseline,
                     Cli::tr("Day on which the denominator is frozen").toStdString());
    verb->add_option("--cadence", arguments->cadence,
                     Cli::tr("How often is reported: weekly, monthly, quarterly, half_yearly or yearly").toStdString())
        ->check(CLI::IsMember({"weekly", "monthly", "quarterly", "half_yearly", "yearly"}));
    verb->add_option("--curve", arguments->curve,
                     Cli::tr("How the work is planned: even, s_curve, or spread over the quarters of a year as "
                             "outdoor_south, outdoor_north, afforestation, year_end or exit")
                         .toStdString())
        ->check(
            CLI::IsMember({"even", "s_curve", "outdoor_south", "outdoor_north", "afforestation", "year_end", "exit"}));
    verb->add_option("--lead-unit", arguments->leadUnit, Cli::tr("New lead unit").toStdString());
    verb->add_option("--responsible", arguments->responsible, Cli::tr("Who answers for it from now on").toStdString());
    verb->add_option("--state", arguments->state,
                     Cli::tr("draft, issued, active, adjusted, closed, failed or carried_over").toStdString())
        ->check(CLI::IsMember({"draft", "issued", "active", "adjusted", "closed", "failed", "carried_over"}));
    verb->add_option("--reason", arguments->reason, Cli::tr("Why").toStdString());
    verb->add_option("--by", arguments->who, Cli::tr("Who changes it").toStdString())->required();
    verb->add_flag("--remove", arguments->remove,
                   Cli::tr("Take a target that was entered by mistake out").toStdString());
    verb->callback([arguments, &session, &action] {
        action = [arguments, &session] { return changeTarget(*arguments, session); };
    });
}

} // namespace cuntu::cli
