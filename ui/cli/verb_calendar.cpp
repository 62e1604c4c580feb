// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/calendar_list.h"
#include "ui/cli/print.h"
#include "ui/cli/verb.h"

#include <QJsonArray>

namespace cuntu::cli {

namespace {

struct Arguments {
    std::string project;
    std::string list;
    std::string encoding;
    std::string sheet;
    std::string after;
    int workingDays = 0;
};

Result<WorkCalendar> load(Project &project, const Arguments &arguments, const JobContext &job)
{
    auto read = readCalendarList(
        {fromArgument(arguments.list), fromArgument(arguments.encoding), fromArgument(arguments.sheet)}, job);
    auto done = read ? addToCalendar(project, *read) : Result<void>(read.error());
    if (!done) {
        return done.error();
    }
    return calendarOf(project);
}

void show(const WorkCalendar &calendar, std::optional<Day> by, const Session &session)
{
    const auto free =
        std::count_if(calendar.days().begin(), calendar.days().end(), [](const auto &each) { return !each.second; });
    const auto worked = static_cast<qint64>(calendar.days().size()) - free;
    QStringList years;
    QJsonArray numbers;
    for (const int year : calendar.years()) {
        years << QString::number(year);
        numbers.append(year);
    }
    if (session.json) {
        print(QJsonObject{{QStringLiteral("years"), numbers},
                          {QStringLiteral("holidays"), static_cast<qint64>(free)},
                          {QStringLiteral("make_up_days"), worked},
                          {QStringLiteral("by"), orNull(by)}});
        return;
    }
    print(years.isEmpty() ? Cli::tr("No list of holidays was loaded: Saturdays and Sundays are free, nothing else.")
                          : Cli::tr("%1: %2 days free, %3 weekend days worked; of other years only weekends are free.")
                                .arg(years.join(QStringLiteral(", ")))
                                .arg(free)
                                .arg(worked));
    if (by) {
        print(by->toIso());
    }
}

Result<int> calendar(const Arguments &arguments, const Session &session)
{
    auto after = dayArgument(arguments.after);
    if (!after) {
        return after.error();
    }
    const bool loads = !arguments.list.empty();
    auto project = session.open(arguments.project, loads ? Access::Command : Access::ReadOnly);
    auto known = !project ? Result<WorkCalendar>(project.error())
                 : loads  ? load(**project, arguments, session.job())
                          : calendarOf(**project);
    if (!known) {
        return known.error();
    }
    const bool counts = arguments.workingDays > 0;
    show(*known, counts ? std::optional(known->plusWorkingDays(*after, arguments.workingDays)) : std::nullopt, session);
    return k_done;
}

} // namespace

void addCalendar(CLI::App &app, Session &session, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *verb = app.add_subcommand(
        "calendar", Cli::tr("Which days are working days: load the year's holidays, count days").toStdString());
    verb->add_option("PROJECT", arguments->project, Cli::tr("The project").toStdString())->required();
    verb->add_option("--from", arguments->list,
                     Cli::tr("A table with a day a row (date, and holiday or working day); it is added to what was "
                             "loaded before")
                         .toStdString());
    verb->add_option("--encoding", arguments->encoding, Cli::tr("Encoding of that table").toStdString());
    verb->add_option("--sheet", arguments->sheet, Cli::tr("Sheet of that table").toStdString());
    verb->add_option("--after", arguments->after, Cli::tr("Day to count from; today otherwise").toStdString());
    verb->add_option("--working-days", arguments->workingDays,
                     Cli::tr("Show which day is so many working days later").toStdString())
        ->check(CLI::Range(1, 3660));
    verb->callback(
        [arguments, &session, &action] { action = [arguments, &session] { return calendar(*arguments, session); }; });
}

} // namespace cuntu::cli
