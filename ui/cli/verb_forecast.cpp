// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/progress/backtest.h"
#include "core/progress/reporting_lag.h"
#include "core/project/figures.h"
#include "ui/cli/print.h"
#include "ui/cli/verb.h"

#include <QJsonArray>

namespace cuntu::cli {

namespace {

struct Arguments {
    std::string project;
    std::string label;
    std::string area;
    std::string asOf;
    std::string layer;
    std::string programme;
    std::string status;
    int recent_days = 90;
};

/// The start of @p target, the ends of the months after it, and @p last.
std::vector<Day> months(const Target &target, Day last)
{
    const Day first = target.start.value_or(last.plusDays(-5 * 365));
    std::vector<Day> days{first};
    for (int month = first.year() * 12 + first.month();; ++month) {
        const Day end = Day::fromYmd(month / 12, month % 12 + 1, 1)->plusDays(-1);
        if (end >= last) {
            break;
        }
        if (end > days.back()) {
            days.push_back(end);
        }
    }
    days.push_back(std::max(last, first));
    return days;
}

QString text(const std::optional<double> &value)
{
    return value ? QString::number(*value, 'f', 2) : QStringLiteral("-");
}

void printScores(const BacktestResult &result, const QString &unit)
{
    TextTable table({Cli::tr("days ahead"), Cli::tr("cases"), Cli::tr("recent pace"), Cli::tr("mean pace"),
                     Cli::tr("planned curve"), Cli::tr("within the band")});
    table.alignRightFrom(0);
    for (const HorizonScore &score : result.horizons) {
        table.add({QString::number(score.horizon_days), QString::number(score.cases),
                   text(score.meanError(ForecastRule::RobustPace)), text(score.meanError(ForecastRule::MeanPace)),
                   text(score.meanError(ForecastRule::PlannedCurve)), text(score.coverage())});
    }
    print(Cli::tr("mean absolute error of forecasts, in %1").arg(unit));
    table.print();
}

Result<int> testForecasts(const Arguments &arguments, const Session &session)
{
    auto last = dayArgument(arguments.asOf);
    auto project =
        last ? session.open(arguments.project, Access::ReadOnly) : Result<std::unique_ptr<Project>>(last.error());
    auto snapshot = project ? (*project)->snapshot() : Result<Immutable<ProjectSnapshot>>(project.error());
    auto target = snapshot ? findTarget(**project, arguments.label, arguments.area) : Result<Target>(snapshot.error());
    if (!target) {
        return target.error();
    }
    const Indicator *indicator = session.registry()->findIndicator(target->indicator);
    if (!indicator) {
        return Error{ErrorCode::NotFound, Cli::tr("there is no indicator %1").arg(target->indicator), {}, {}, {}, {}};
    }
    auto series = observe(**snapshot, *indicator, *target, months(*target, *last), session.job());
    if (!series) {
        return series.error();
    }
    const BacktestResult result = backtest(*target, *indicator, *series, milestoneRules(**snapshot));
    if (!session.json) {
        printScores(result, indicator->unit);
        return k_done;
    }
    QJsonArray rows;
    for (const HorizonScore &score : result.horizons) {
        rows.append(QJsonObject{{QStringLiteral("days"), score.horizon_days},
                                {QStringLiteral("cases"), score.cases},
                                {QStringLiteral("recent_pace"), orNull(score.meanError(ForecastRule::RobustPace))},
                                {QStringLiteral("mean_pace"), orNull(score.meanError(ForecastRule::MeanPace))},
                                {QStringLiteral("planned_curve"), orNull(score.meanError(ForecastRule::PlannedCurve))},
                                {QStringLiteral("coverage"), orNull(score.coverage())}});
    }
    print(QJsonObject{{QStringLiteral("id"), target->label},
                      {QStringLiteral("unit"), indicator->unit},
                      {QStringLiteral("rows"), rows}});
    return k_done;
}

/// When features of @p track came to stand as @p status, and when that was recorded.
std::vector<ReportedEvent> eventsOf(const TrackView &track, const QString &status)
{
    std::vector<ReportedEvent> events;
    const auto wanted = track.statuses().indexOf(status);
    for (const FeatureId feature : track.features()) {
        for (const TrackView::Change &change : track.changes(feature)) {
            if (change.status == wanted) {
                events.push_back({change.day, change.recorded.day()});
            }
        }
    }
    return events;
}

/// What was reported on each of the last days up to @p asOf.
std::vector<std::pair<Day, double>> increments(const std::vector<ReportedEvent> &events, Day asOf, int days)
{
    std::map<Day, double> counts;
    for (const ReportedEvent &event : events) {
        if (event.recorded <= asOf && event.effective <= asOf && daysBetween(event.effective, asOf) < days) {
            ++counts[event.effective];
        }
    }
    return {counts.begin(), counts.end()};
}

Result<int> showLag(const Arguments &arguments, const Session &session)
{
    auto asOf = dayArgument(arguments.asOf);
    auto project =
        asOf ? session.open(arguments.project, Access::ReadOnly) : Result<std::unique_ptr<Project>>(asOf.error());
    auto snapshot = project ? (*project)->snapshot() : Result<Immutable<ProjectSnapshot>>(project.error());
    if (!snapshot) {
        return snapshot.error();
    }
    const TrackView track =
        (*snapshot)->ledger().track({fromArgument(arguments.programme), fromArgument(arguments.layer), {}});
    if (!track.statuses().contains(fromArgument(arguments.status))) {
        return Error{ErrorCode::NotFound,
                     Cli::tr("nothing stands as %1 in layer %2")
                         .arg(fromArgument(arguments.status), fromArgument(arguments.layer)),
                     {},
                     Cli::tr("Known: %1").arg(track.statuses().mid(1).join(QStringLiteral(", "))),
                     {},
                     {}};
    }
    const std::vector<ReportedEvent> events = eventsOf(track, fromArgument(arguments.status));
    const ReportingLag lag = lagOf(events, *asOf);
    const Completion completion = expectedComplete(lag, increments(events, *asOf, arguments.recent_days), *asOf);
    if (session.json) {
        QJsonObject shares;
        for (const int days : {7, 30, 90, 180}) {
            shares[QString::number(days)] = lag.shareAfter(days);
        }
        print(QJsonObject{{QStringLiteral("as_of"), asOf->toIso()},
                          {QStringLiteral("events"), lag.events},
                          {QStringLiteral("enough"), lag.isEnough},
                          {QStringLiteral("reported_share_after_days"), shares},
                          {QStringLiteral("recent_days"), arguments.recent_days},
                          {QStringLiteral("reported"), completion.reported},
                          {QStringLiteral("expected"), orNull(completion.expected)},
                          {QStringLiteral("standard_error"), orNull(completion.standardError)}});
        return k_done;
    }
    if (!lag.isEnough) {
        print(Cli::tr("too few data (%1 reports) to say how late reports come").arg(lag.events));
        return k_done;
    }
    for (const int days : {7, 30, 90, 180}) {
        print(Cli::tr("after %1 days %2 % are reported").arg(days).arg(lag.shareAfter(days) * 100, 0, 'f', 1));
    }
    print(Cli::tr("of the last %1 days %2 are reported, %3 are to be expected")
              .arg(arguments.recent_days)
              .arg(completion.reported)
              .arg(text(completion.expected)));
    return k_done;
}

} // namespace

void addBacktest(CLI::App &app, Session &session, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *verb = app.add_subcommand(
        "backtest",
        Cli::tr("How good forecasts of a target were: made on the past, scored on what followed").toStdString());
    verb->add_option("PROJECT", arguments->project, Cli::tr("The project").toStdString())->required();
    verb->add_option("LABEL", arguments->label, Cli::tr("Label of the target").toStdString())->required();
    verb->add_option("--area", arguments->area, Cli::tr("Of this area, where several have the label").toStdString());
    verb->add_option("--as-of", arguments->asOf,
                     Cli::tr("The last day that is looked at; today otherwise").toStdString());
    verb->callback([arguments, &session, &action] {
        action = [arguments, &session] { return testForecasts(*arguments, session); };
    });
}

void addLag(CLI::App &app, Session &session, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *verb = app.add_subcommand(
        "lag", Cli::tr("How late reports come, and what is still to be expected of the last days").toStdString());
    verb->add_option("PROJECT", arguments->project, Cli::tr("The project").toStdString())->required();
    verb->add_option("LAYER", arguments->layer, Cli::tr("The layer").toStdString())->required();
    verb->add_option("STATUS", arguments->status, Cli::tr("Id of the status").toStdString())->required();
    verb->add_option("--programme", arguments->programme, Cli::tr("Whose life cycle").toStdString())->required();
    verb->add_option("--as-of", arguments->asOf, Cli::tr("As known on this day; today otherwise").toStdString());
    verb->add_option("--days", arguments->recent_days, Cli::tr("How many last days; 90 otherwise").toStdString())
        ->check(CLI::Range(1, 3660));
    verb->callback(
        [arguments, &session, &action] { action = [arguments, &session] { return showLag(*arguments, session); }; });
}

} // namespace cuntu::cli
