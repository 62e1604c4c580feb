// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/calendar_list.h"
#include "ui/cli/cases.h"
#include "ui/cli/print.h"
#include "ui/cli/verb.h"

#include <QJsonArray>

namespace cuntu::cli {

namespace {

struct Arguments {
    std::string project;
    std::string text;
    std::string number;
    std::string source;
    std::string area;
    std::string layer;
    std::string id;
    std::string leadUnit;
    std::string responsible;
    std::string deadline;
    std::string measure;
    std::string on;
    std::string who;
    int level = 1;
    int workingDays = 0;
};

Result<Case> itemFrom(const Project &project, const Arguments &arguments, Day day)
{
    Case item;
    item.kind = CaseKind::Rectification;
    item.text = fromArgument(arguments.text);
    item.number = fromArgument(arguments.number);
    item.source = fromArgument(arguments.source);
    item.leadUnit = fromArgument(arguments.leadUnit);
    item.responsible = fromArgument(arguments.responsible);
    item.measure = fromArgument(arguments.measure);
    item.level = arguments.level;
    item.firstSeen = day;
    item.lastSeen = day;
    auto area = areaArgument(arguments.area);
    if (!area) {
        return area.error();
    }
    item.area = *area;
    if (!arguments.deadline.empty()) {
        auto deadline = lastDayArgument(arguments.deadline);
        if (!deadline) {
            return deadline.error();
        }
        item.deadline = *deadline;
    }
    if (arguments.workingDays > 0) {
        auto calendar = calendarOf(project);
        if (!calendar) {
            return calendar.error();
        }
        item.deadline = calendar->plusWorkingDays(day, arguments.workingDays);
    }
    if (!arguments.layer.empty()) {
        item.layer = fromArgument(arguments.layer);
        auto feature = project.findFeature(item.layer, fromArgument(arguments.id));
        if (!feature) {
            return feature.error();
        }
        item.feature = *feature;
    }
    return item;
}

Result<int> addItem(const Arguments &arguments, Day day, const Session &session)
{
    auto project = session.open(arguments.project, Access::Command);
    auto item = project ? itemFrom(**project, arguments, day) : Result<Case>(project.error());
    auto id = item ? (*project)->listCase(*item, fromArgument(arguments.who)) : Result<qint64>(item.error());
    if (!id) {
        return id.error();
    }
    if (session.json) {
        print(QJsonObject{{QStringLiteral("id"), *id}, {QStringLiteral("state"), firstState(CaseKind::Rectification)}});
    } else {
        print(Cli::tr("listed as case %1").arg(*id));
    }
    return k_done;
}

Result<int> showItems(const Arguments &arguments, Day day, const Session &session)
{
    auto project = session.open(arguments.project, Access::ReadOnly);
    auto items = project ? (*project)->cases(CaseKind::Rectification) : Result<std::vector<Case>>(project.error());
    if (!items) {
        return items.error();
    }
    const Escalation escalation = escalationOf(**project);
    const CaseFigures figures = caseFigures(*items, day);
    if (!session.json) {
        printCases(*items, day, escalation);
        print(Cli::tr("closed %1 of %2, overdue %3").arg(figures.closed).arg(figures.listed).arg(figures.overdue));
        return k_done;
    }
    QJsonArray rows;
    for (const Case &item : *items) {
        rows.append(caseJson(item, day, escalation));
    }
    print(QJsonObject{
        {QStringLiteral("as_of"), day.toIso()},
        {QStringLiteral("listed"), figures.listed},
        {QStringLiteral("closed"), figures.closed},
        {QStringLiteral("overdue"), figures.overdue},
        {QStringLiteral("median_days"), figures.median_days ? QJsonValue(*figures.median_days) : QJsonValue()},
        {QStringLiteral("rows"), rows}});
    return k_done;
}

Result<int> rectify(const Arguments &arguments, const Session &session)
{
    auto day = dayArgument(arguments.on);
    if (!day) {
        return day.error();
    }
    return arguments.text.empty() ? showItems(arguments, *day, session) : addItem(arguments, *day, session);
}

} // namespace

void addRectify(CLI::App &app, Session &session, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *verb =
        app.add_subcommand("rectify", Cli::tr("Show the rectification ledger, or list a problem in it").toStdString());
    verb->add_option("PROJECT", arguments->project, Cli::tr("The project").toStdString())->required();
    verb->add_option("--add", arguments->text, Cli::tr("What is wrong: lists it").toStdString());
    verb->add_option("--number", arguments->number, Cli::tr("Its number on the list").toStdString());
    verb->add_option("--source", arguments->source,
                     Cli::tr("Who found it: inspection, audit, petition, own check, ...").toStdString());
    verb->add_option("--area", arguments->area, Cli::tr("Area it is about").toStdString());
    verb->add_option("--layer", arguments->layer, Cli::tr("Layer of the feature it is about").toStdString());
    verb->add_option("--feature", arguments->id, Cli::tr("Code, name or number of the feature").toStdString());
    verb->add_option("--level", arguments->level, Cli::tr("1 hint, 2 yellow card, 3 red card").toStdString())
        ->check(CLI::Range(1, 3));
    verb->add_option("--lead-unit", arguments->leadUnit, Cli::tr("Who must put it right").toStdString());
    verb->add_option("--responsible", arguments->responsible, Cli::tr("Who answers for it").toStdString());
    verb->add_option("--deadline", arguments->deadline, Cli::tr("By when").toStdString());
    verb->add_option("--working-days", arguments->workingDays,
                     Cli::tr("By when, in working days after the listing; see 'cuntu calendar'").toStdString())
        ->check(CLI::Range(1, 3660))
        ->excludes("--deadline");
    verb->add_option("--measure", arguments->measure, Cli::tr("How it is to be put right").toStdString());
    verb->add_option("--on", arguments->on, Cli::tr("Day of listing, or day the list is shown for").toStdString());
    verb->add_option("--by", arguments->who, Cli::tr("Who lists it").toStdString());
    verb->callback(
        [arguments, &session, &action] { action = [arguments, &session] { return rectify(*arguments, session); }; });
}

} // namespace cuntu::cli
