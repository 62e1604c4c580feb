// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/as_known.h"
#include "core/project/figures.h"
#include "ui/cli/print.h"
#include "ui/cli/verb.h"

#include <QJsonArray>

#include <algorithm>

namespace cuntu::cli {

namespace {

constexpr std::size_t k_mostDays = 10'000;

struct Arguments {
    std::string project;
    std::string programme;
    std::string indicator;
    std::string asOf;
    std::string areasOn;
    std::string by = "county";
    std::string where;
    std::string from;
    std::string to;
    std::string every = "month";
    std::string knownOn;
    std::string rung = "reported";
    int repeat = 0;

    bool isSeries() const { return !from.empty() || !to.empty(); }
};

/// What is asked: of one day, or of many.
struct Question {
    FigureRequest figures;
    std::vector<Day> days;      ///< of a series; else empty
    Day from;                   ///< where it begins
    std::optional<Day> knownOn; ///< as it was known at the end of this day; empty: as it is known
    Rung rung = Rung::Reported;
};

Error misused(const QString &message, const QString &advice = {})
{
    return {ErrorCode::Misused, message, {}, advice, {}, {}};
}

/// The last day of the week, month, quarter or year that @p day is in.
Day endOfPeriod(Day day, const std::string &every)
{
    constexpr int k_daysPerWeek = 7;
    if (every == "week") { // from Monday to Sunday; 1970-01-01 was a Thursday
        const int sinceMonday = ((day.number() + 3) % k_daysPerWeek + k_daysPerWeek) % k_daysPerWeek;
        return day.plusDays(k_daysPerWeek - 1 - sinceMonday);
    }
    const int months = every == "year" ? 12 : every == "quarter" ? 3 : 1;
    const int nextMonth = (day.month() - 1) / months * months + months + 1;
    const auto next = nextMonth > 12 ? Day::fromYmd(day.year() + 1, 1, 1) : Day::fromYmd(day.year(), nextMonth, 1);
    return next ? next->plusDays(-1) : *Day::fromYmd(day.year(), 12, 31); // none: after the last year there is
}

/// The ends of the periods from @p from on, and @p to.
Result<std::vector<Day>> daysOfSeries(const Arguments &arguments)
{
    auto from = dayArgument(arguments.from);
    auto to = dayArgument(arguments.to);
    if (!from || !to) {
        return from ? to.error() : from.error();
    }
    if (arguments.from.empty() || !arguments.asOf.empty()) {
        return misused(Cli::tr("a series goes --from a date --to a date, without --as-of"));
    }
    if (*from > *to) {
        return misused(Cli::tr("the series ends before it begins"));
    }
    std::vector<Day> days;
    for (Day day = *from; day <= *to; day = days.back().plusDays(1)) {
        if (days.size() == k_mostDays) {
            return misused(Cli::tr("a series has at most %1 dates").arg(k_mostDays),
                           Cli::tr("Choose a longer --every."));
        }
        days.push_back(std::min(endOfPeriod(day, arguments.every), *to));
    }
    return days;
}

/// Programme and indicator, which must be there.
Result<void> checkNames(const FigureRequest &request, const Registry &registry)
{
    if (!request.programme.isEmpty() && !registry.findProgramme(request.programme)) {
        return Error{ErrorCode::NotFound,
                     Cli::tr("there is no programme %1").arg(request.programme),
                     {},
                     Cli::tr("'cuntu plugins' lists them."),
                     {},
                     {}};
    }
    if (!request.indicator.isEmpty() && !registry.findIndicator(request.indicator)) {
        return Error{ErrorCode::NotFound,
                     Cli::tr("there is no indicator %1").arg(request.indicator),
                     {},
                     Cli::tr("Without --indicator all are shown, with their ids in --format json."),
                     {},
                     {}};
    }
    return {};
}

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
    request.by = areaLevelFromString(fromArgument(arguments.by)).value_or(AreaLevel::County);
    if (auto known = checkNames(request, registry); !known) {
        return known.error();
    }
    if (!arguments.where.empty()) {
        const auto area = AreaCode::parse(fromArgument(arguments.where));
        if (!area) {
            return misused(Cli::tr("'%1' is no area code").arg(fromArgument(arguments.where)),
                           Cli::tr("Give 6, 9 or 12 digits."));
        }
        request.where = *area;
    }
    return request;
}

Result<Question> questionFrom(const Arguments &arguments, const Registry &registry)
{
    Question question;
    auto request = requestFrom(arguments, registry);
    if (!request) {
        return request.error();
    }
    question.figures = std::move(*request);
    if (arguments.isSeries()) {
        auto days = daysOfSeries(arguments);
        if (!days) {
            return days.error();
        }
        question.days = std::move(*days);
        question.from = dayArgument(arguments.from).value_or(question.days.front());
    }
    if (!arguments.knownOn.empty()) {
        auto known = dayArgument(arguments.knownOn);
        if (!known) {
            return known.error();
        }
        question.knownOn = *known;
    }
    question.rung = rungFromString(fromArgument(arguments.rung)).value_or(Rung::Reported);
    return question;
}

/// A figure, and the day it is of.
struct DatedFigure {
    Day day;
    Figure figure;
};

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

void printPeople(const std::vector<DatedFigure> &figures, const Registry &registry, bool isSeries)
{
    const QStringList date = isSeries ? QStringList{Cli::tr("date")} : QStringList();
    TextTable table(date + QStringList{Cli::tr("indicator"), Cli::tr("area"), Cli::tr("code"), Cli::tr("value"),
                                       Cli::tr("done"), Cli::tr("of")});
    table.alignRightFrom(isSeries ? 4 : 3);
    for (const auto &[day, figure] : figures) {
        const Indicator *indicator = registry.findIndicator(figure.indicator);
        const QStringList on = isSeries ? QStringList{day.toIso()} : QStringList();
        table.add(on + QStringList{indicator ? indicator->name.toString() : figure.indicator, figure.areaName,
                                   figure.area.toString(),
                                   figure.value ? QStringLiteral("%1 %2").arg(*figure.value, 0, 'f', 2).arg(figure.unit)
                                                : QStringLiteral("-"),
                                   QString::number(figure.numerator, 'g', 10),
                                   QString::number(figure.denominator, 'g', 10)});
    }
    table.print();
}

QJsonObject documentOf(const Question &question, const Arguments &arguments, const std::vector<DatedFigure> &figures)
{
    QJsonArray rows;
    for (const auto &[day, figure] : figures) {
        QJsonObject row = figureJson(figure);
        if (arguments.isSeries()) {
            row.insert(QStringLiteral("date"), day.toIso());
        }
        rows.append(row);
    }
    QJsonObject document{{QStringLiteral("rows"), rows}};
    if (arguments.isSeries()) {
        document.insert(QStringLiteral("from"), question.from.toIso());
        document.insert(QStringLiteral("to"), question.days.back().toIso());
        document.insert(QStringLiteral("every"), fromArgument(arguments.every));
    } else {
        document.insert(QStringLiteral("as_of"), question.figures.asOf.toIso());
    }
    if (question.knownOn) {
        document.insert(QStringLiteral("known_on"), question.knownOn->toIso());
    }
    if (question.knownOn || question.rung != Rung::Reported) {
        document.insert(QStringLiteral("rung"), toString(question.rung));
    }
    return document;
}

/// The figures of one day, or of all days of a series, which @p watch measures as often as is asked for.
class Computation {
public:
    Computation(const Question &question, const Session &session) : m_question(question), m_session(session) {}

    Result<std::vector<DatedFigure>> run(const ProjectSnapshot &project, int times, Stopwatch &watch)
    {
        for (int i = 0; i < times; ++i) {
            watch.start();
            auto done = m_question.days.empty() ? computeDay(project) : computeDays(project);
            if (!done) {
                return done.error();
            }
            watch.stop();
        }
        return dated();
    }

private:
    Result<void> computeDay(const ProjectSnapshot &project)
    {
        auto computed = computeFigures(project, *m_session.registry(), m_question.figures, m_session.job());
        if (!computed) {
            return computed.error();
        }
        m_figures = std::move(*computed);
        return {};
    }
    Result<void> computeDays(const ProjectSnapshot &project)
    {
        m_series.clear();
        const FigureRequest &asked = m_question.figures;
        for (const Indicator &indicator : m_session.registry()->indicators) {
            if ((!asked.programme.isEmpty() && indicator.programme != asked.programme) ||
                (!asked.indicator.isEmpty() && indicator.id != asked.indicator)) {
                continue;
            }
            auto computed = computeSeries(project, *m_session.registry(),
                                          {indicator.id, m_question.days, asked.by, asked.where, asked.areasOn, {}},
                                          m_session.job());
            if (!computed) {
                return computed.error();
            }
            m_series.emplace_back(&indicator, std::move(*computed));
        }
        return {};
    }
    std::vector<DatedFigure> dated() const
    {
        std::vector<DatedFigure> figures;
        for (const Figure &figure : m_figures) {
            figures.push_back({m_question.figures.asOf, figure});
        }
        for (const auto &[indicator, sums] : m_series) {
            for (std::size_t i = 0; i < sums.size(); ++i) {
                for (const Figure &figure : figuresOf(*indicator, sums[i])) {
                    figures.push_back({m_question.days[i], figure});
                }
            }
        }
        return figures;
    }

    const Question &m_question;
    const Session &m_session;
    std::vector<Figure> m_figures;
    std::vector<std::pair<const Indicator *, std::vector<AreaSums>>> m_series;
};

Result<int> showIndicators(const Arguments &arguments, const Session &session)
{
    auto question = questionFrom(arguments, *session.registry());
    if (!question) {
        return question.error();
    }
    auto project = session.open(arguments.project, Access::ReadOnly);
    if (!project) {
        return project.error();
    }
    auto snapshot = (*project)->snapshot();
    if (!snapshot) {
        return snapshot.error();
    }
    const auto known = question->knownOn ? std::optional(Instant::endOf(*question->knownOn)) : std::nullopt;
    const Immutable<ProjectSnapshot> seen = asKnown(*snapshot, known, question->rung);
    Stopwatch watch;
    auto figures = Computation(*question, session).run(*seen, std::max(arguments.repeat, 1), watch);
    if (!figures) {
        return figures.error();
    }
    if (!session.json) {
        printPeople(*figures, *session.registry(), arguments.isSeries());
        return k_done;
    }
    QJsonObject document = documentOf(*question, arguments, *figures);
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
    verb->add_option("--indicator", arguments->indicator, Cli::tr("Only the one with this id").toStdString());
    verb->add_option("--as-of", arguments->asOf, Cli::tr("The date they are for; today otherwise").toStdString());
    verb->add_option(
        "--areas-on", arguments->areasOn,
        Cli::tr("By the areas as they were, or are, on this date; those of --as-of otherwise").toStdString());
    verb->add_option("--by", arguments->by, Cli::tr("county, township or village").toStdString())
        ->check(CLI::IsMember({"county", "township", "village"}));
    verb->add_option("--where", arguments->where, Cli::tr("Only inside the area with this code").toStdString());
    verb->add_option("--from", arguments->from, Cli::tr("A series that begins on this date").toStdString());
    verb->add_option("--to", arguments->to, Cli::tr("Its last date; today otherwise").toStdString());
    verb->add_option("--every", arguments->every,
                     Cli::tr("With the last day of every week, month, quarter or year; month otherwise").toStdString())
        ->check(CLI::IsMember({"week", "month", "quarter", "year"}));
    verb->add_option(
        "--known-on", arguments->knownOn,
        Cli::tr("As it was known at the end of this date: what was recorded later is left out").toStdString());
    verb->add_option("--rung", arguments->rung,
                     Cli::tr("Only what is at least reported, checked or certified; reported otherwise").toStdString())
        ->check(CLI::IsMember({"reported", "checked", "certified"}));
    verb->add_option("--repeat", arguments->repeat, Cli::tr("Do it so often, and say how long each took").toStdString())
        ->check(CLI::Range(1, 1000));
    verb->callback([arguments, &session, &action] {
        action = [arguments, &session] { return showIndicators(*arguments, session); };
    });
}

} // namespace cuntu::cli
