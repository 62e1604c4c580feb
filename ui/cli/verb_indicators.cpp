// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/unit.h"
#include "core/project/figures.h"
#include "ui/cli/knowledge.h"
#include "ui/cli/print.h"
#include "ui/cli/verb.h"

#include <QJsonArray>

namespace cuntu::cli {

namespace {

struct Arguments {
    std::string project;
    std::string programme;
    std::string indicator;
    std::string asOf;
    std::string from;
    std::string every;
    KnowledgeOptions knowledge;
    std::string areasOn;
    std::string by = "county";
    std::string where;
    int repeat = 0;
};

Result<FigureRequest> requestFrom(const Arguments &arguments, const Registry &registry)
{
    auto day = dayArgument(arguments.asOf);
    if (!day) {
        return day.error();
    }
    FigureRequest request;
    request.asOf = *day;
    if (!arguments.areasOn.empty()) {
        auto areasOn = dayArgument(arguments.areasOn);
        if (!areasOn) {
            return areasOn.error();
        }
        request.areasOn = *areasOn;
    }
    request.programme = fromArgument(arguments.programme);
    request.indicator = fromArgument(arguments.indicator);
    if (!request.indicator.isEmpty() && !registry.findIndicator(request.indicator)) {
        return Error{ErrorCode::NotFound, Cli::tr("there is no indicator %1").arg(request.indicator), {}, {}, {}, {}};
    }
    request.by = areaLevelFromString(fromArgument(arguments.by)).value_or(AreaLevel::County);
    if (!request.programme.isEmpty() && !registry.findProgramme(request.programme)) {
        return Error{ErrorCode::NotFound,
                     Cli::tr("there is no programme %1").arg(request.programme),
                     {},
                     Cli::tr("'cuntu plugins' lists them."),
                     {},
                     {}};
    }
    auto area = areaArgument(arguments.where);
    if (!area) {
        return area.error();
    }
    request.where = *area;
    return request;
}

/// The days of a series: the last days of the periods from @p from to @p last, and @p last itself.
std::vector<Day> periodEnds(Day from, Day last, const std::string &every)
{
    std::vector<Day> days;
    if (every == "week") {
        for (Day day = from; day < last; day = day.plusDays(7)) {
            days.push_back(day);
        }
    } else {
        const int months = every == "year" ? 12 : every == "quarter" ? 3 : 1;
        int month = from.year() * 12 + (from.month() - 1) / months * months + months; // first of the period after
        for (;; month += months) {
            const auto next = Day::fromYmd(month / 12, month % 12 + 1, 1);
            if (!next || *next > last) { // none after the last year there is
                break;
            }
            days.push_back(next->plusDays(-1));
        }
    }
    days.push_back(last);
    return days;
}

/// Days that are asked about: one, or a series.
Result<std::vector<Day>> daysOf(const Arguments &arguments, Day asOf)
{
    if (arguments.from.empty()) {
        return std::vector<Day>{asOf};
    }
    auto from = dayArgument(arguments.from);
    if (!from) {
        return from.error();
    }
    if (*from > asOf) {
        return Error{ErrorCode::Misused, Cli::tr("--from lies after --as-of"), {}, {}, {}, {}};
    }
    return periodEnds(*from, asOf, arguments.every);
}

QJsonObject figureJson(const Figure &figure)
{
    return {{QStringLiteral("programme"), figure.programme},
            {QStringLiteral("indicator"), figure.indicator},
            {QStringLiteral("area"), figure.area.toString()},
            {QStringLiteral("area_name"), figure.areaName},
            {QStringLiteral("level"), toString(figure.level)},
            {QStringLiteral("numerator"), figure.numerator},
            {QStringLiteral("denominator"), figure.denominator},
            {QStringLiteral("value"), figure.value ? QJsonValue(*figure.value) : QJsonValue()},
            {QStringLiteral("unit"), figure.unit}};
}

void printPeople(const std::vector<Figure> &figures, const Registry &registry)
{
    TextTable table(
        {Cli::tr("indicator"), Cli::tr("area"), Cli::tr("code"), Cli::tr("value"), Cli::tr("done"), Cli::tr("of")});
    table.alignRightFrom(3);
    for (const Figure &figure : figures) {
        const Indicator *indicator = registry.findIndicator(figure.indicator);
        table.add({indicator ? indicator->name.toString() : figure.indicator, figure.areaName, figure.area.toString(),
                   figure.value
                       ? QStringLiteral("%1 %2").arg(*figure.value, 0, 'f', 2).arg(unitText(figure.unit)).trimmed()
                       : QStringLiteral("-"),
                   QString::number(figure.numerator, 'g', 10), QString::number(figure.denominator, 'g', 10)});
    }
    table.print();
}

Result<int> showIndicators(const Arguments &arguments, const Session &session)
{
    auto request = requestFrom(arguments, *session.registry());
    if (!request) {
        return request.error();
    }
    auto project = session.open(arguments.project, Access::ReadOnly);
    if (!project) {
        return project.error();
    }
    auto snapshot = (*project)->snapshot();
    auto days = snapshot ? daysOf(arguments, request->asOf) : Result<std::vector<Day>>(snapshot.error());
    auto knowledge = days ? knowledgeFrom(arguments.knowledge) : Result<Knowledge>(days.error());
    if (!knowledge) {
        return knowledge.error();
    }
    const Immutable<ProjectSnapshot> then = asKnown(*snapshot, *knowledge);
    Stopwatch watch;
    std::vector<std::vector<Figure>> series;
    for (int i = 0; i < std::max(arguments.repeat, 1); ++i) {
        watch.start();
        auto computed = computeSeries(*then, *session.registry(), *request, *days, session.job());
        if (!computed) {
            return computed.error();
        }
        watch.stop();
        series = std::move(*computed);
    }
    if (!session.json) {
        for (std::size_t i = 0; i < series.size(); ++i) {
            if (series.size() > 1) {
                print((*days)[i].toText());
            }
            printPeople(series[i], *session.registry());
        }
        return k_done;
    }
    QJsonArray rows;
    for (std::size_t i = 0; i < series.size(); ++i) {
        for (const Figure &figure : series[i]) {
            QJsonObject row = figureJson(figure);
            if (!arguments.from.empty()) {
                row[QStringLiteral("date")] = (*days)[i].toIso();
            }
            rows.append(row);
        }
    }
    QJsonObject document{{QStringLiteral("as_of"), request->asOf.toIso()}, {QStringLiteral("rows"), rows}};
    addTo(document, *knowledge);
    if (arguments.repeat > 0) {
        watch.addTo(document);
    }
    print(document);
    return k_done;
}

} // namespace

void addIndicators(CLI::App &app, Session &session, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *verb = app.add_subcommand("indicators", Cli::tr("Figures by area and date").toStdString());
    verb->add_option("PROJECT", arguments->project, Cli::tr("The project").toStdString())->required();
    verb->add_option("--programme", arguments->programme, Cli::tr("Only of this programme").toStdString());
    verb->add_option("--as-of", arguments->asOf, Cli::tr("The date they are for; today otherwise").toStdString());
    verb->add_option("--indicator", arguments->indicator, Cli::tr("Only this indicator").toStdString());
    CLI::Option *from = verb->add_option("--from", arguments->from,
                                         Cli::tr("A series from this date to --as-of; see --every").toStdString());
    verb->add_option("--every", arguments->every, Cli::tr("month, quarter, year or week").toStdString())
        ->default_val("month")
        ->check(CLI::IsMember({"month", "quarter", "year", "week"}))
        ->needs(from);
    addKnowledgeOptions(*verb, arguments->knowledge);
    verb->add_option(
        "--areas-on", arguments->areasOn,
        Cli::tr("By the areas as they were, or are, on this date; those of --as-of otherwise").toStdString());
    verb->add_option("--by", arguments->by, Cli::tr("county, township or village").toStdString())
        ->check(CLI::IsMember({"county", "township", "village"}));
    verb->add_option("--where", arguments->where, Cli::tr("Only inside the area with this code").toStdString());
    verb->add_option("--repeat", arguments->repeat, Cli::tr("Do it so often, and say how long each took").toStdString())
        ->check(CLI::Range(1, 1000));
    verb->callback([arguments, &session, &action] {
        action = [arguments, &session] { return showIndicators(*arguments, session); };
    });
}

} // namespace cuntu::cli
