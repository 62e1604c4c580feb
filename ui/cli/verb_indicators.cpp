// SPDX-License-Identifier: GPL-3.0-or-later
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
    request.by = areaLevelFromString(fromArgument(arguments.by)).value_or(AreaLevel::County);
    if (!request.programme.isEmpty() && !registry.findProgramme(request.programme)) {
        return Error{ErrorCode::NotFound,
                     Cli::tr("there is no programme %1").arg(request.programme),
                     {},
                     Cli::tr("'cuntu plugins' lists them."),
                     {},
                     {}};
    }
    if (!arguments.where.empty()) {
        const auto area = AreaCode::parse(fromArgument(arguments.where));
        if (!area) {
            return Error{ErrorCode::Misused,
                         Cli::tr("'%1' is no area code").arg(fromArgument(arguments.where)),
                         {},
                         Cli::tr("Give 6, 9 or 12 digits."),
                         {},
                         {}};
        }
        request.where = *area;
    }
    return request;
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
                   figure.value ? QStringLiteral("%1 %2").arg(*figure.value, 0, 'f', 2).arg(figure.unit)
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
    if (!snapshot) {
        return snapshot.error();
    }
    Stopwatch watch;
    std::vector<Figure> figures;
    for (int i = 0; i < std::max(arguments.repeat, 1); ++i) {
        watch.start();
        auto computed = computeFigures(**snapshot, *session.registry(), *request, session.job());
        if (!computed) {
            return computed.error();
        }
        watch.stop();
        figures = std::move(*computed);
    }
    if (!session.json) {
        printPeople(figures, *session.registry());
        return k_done;
    }
    QJsonArray rows;
    for (const Figure &figure : figures) {
        rows.append(figureJson(figure));
    }
    QJsonObject document{{QStringLiteral("as_of"), request->asOf.toIso()}, {QStringLiteral("rows"), rows}};
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
