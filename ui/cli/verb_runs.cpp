// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/figure_lines.h"
#include "core/algorithm/outcome_curve.h"
#include "core/project/run_adoption.h"
#include "core/project/run_comparison.h"
#include "ui/cli/print.h"
#include "ui/cli/print_figures.h"
#include "ui/cli/verb.h"

#include <QJsonArray>

namespace cuntu::cli {

namespace {

struct Arguments {
    std::string project;
    std::string what = "list";
    std::vector<std::string> runs; ///< names or numbers
    std::string name;
    std::string who;
    std::string output;                ///< of a comparison
    std::vector<std::string> compared; ///< as `compare`, named by an option
    bool dry = false;
    bool anyway = false;
};

const std::vector<OutcomeFigure> &declaredOf(const Project &project, const QString &algorithm)
{
    static const std::vector<OutcomeFigure> none;
    const Algorithm *found = project.registry().findAlgorithm(algorithm);
    return found != nullptr ? found->figures : none;
}

QJsonObject jsonOf(const KeptRun &run, const QStringList &changes)
{
    QJsonObject parameters;
    for (auto it = run.parameters.begin(); it != run.parameters.end(); ++it) {
        parameters[it.key()] = it.value();
    }
    return {{QStringLiteral("id"), run.id},
            {QStringLiteral("name"), run.name},
            {QStringLiteral("algorithm"), run.algorithm},
            {QStringLiteral("parameters"), parameters},
            {QStringLiteral("as_of"), run.asOf.toIso()},
            {QStringLiteral("revision"), run.basis.revision},
            {QStringLiteral("made_at"), run.made.toIso()},
            {QStringLiteral("by"), run.who},
            {QStringLiteral("layers"), QJsonArray::fromStringList(run.layers)},
            {QStringLiteral("proposed"), static_cast<qint64>(run.marks.size())},
            {QStringLiteral("adopted"), run.adopted},
            {QStringLiteral("out_of_date"), QJsonArray::fromStringList(changes)}};
}

Result<int> list(const Project &project, const Session &session)
{
    auto runs = project.runs();
    if (!runs) {
        return runs.error();
    }
    QJsonArray rows;
    TextTable table({Cli::tr("number"), Cli::tr("name"), Cli::tr("algorithm"), Cli::tr("as of"), Cli::tr("made"),
                     Cli::tr("by"), Cli::tr("proposes"), Cli::tr("state")});
    for (const KeptRun &run : *runs) {
        auto changes = changedSince(project, run);
        if (!changes) {
            return changes.error();
        }
        rows.append(jsonOf(run, *changes));
        table.add({QString::number(run.id), run.name, run.algorithm, run.asOf.toIso(), run.made.toText(), run.who,
                   QString::number(run.marks.size()),
                   run.adopted          ? Cli::tr("adopted")
                   : changes->isEmpty() ? Cli::tr("up to date")
                                        : Cli::tr("out of date")});
    }
    if (session.json) {
        print(QJsonObject{{QStringLiteral("runs"), rows}});
    } else {
        table.print();
    }
    return k_done;
}

Result<int> show(const Project &project, const KeptRun &run, const Session &session)
{
    auto changes = changedSince(project, run);
    if (!changes) {
        return changes.error();
    }
    if (session.json) {
        QJsonObject document = jsonOf(run, *changes);
        document[QStringLiteral("result")] = run.figures;
        if (!run.curves.empty()) {
            document[QStringLiteral("curves")] = curvesToJson(run.curves);
        }
        QJsonArray marks;
        for (const ProposedMark &mark : run.marks) {
            QJsonObject values;
            for (const auto &[field, value] : mark.values) {
                values[field] = valueText(value);
            }
            marks.append(QJsonObject{{QStringLiteral("layer"), mark.layer},
                                     {QStringLiteral("feature"), static_cast<qint64>(mark.feature.value)},
                                     {QStringLiteral("status"), mark.status},
                                     {QStringLiteral("effective"), mark.effective.toIso()},
                                     {QStringLiteral("note"), mark.note},
                                     {QStringLiteral("values"), values}});
        }
        document[QStringLiteral("marks")] = marks;
        print(document);
        return k_done;
    }
    print(QStringLiteral("%1: %2 (%3, %4)").arg(run.id).arg(run.name, run.algorithm, run.asOf.toIso()));
    for (auto it = run.parameters.begin(); it != run.parameters.end(); ++it) {
        print(
            QStringLiteral("  --%1 %2").arg(QString(it.key()).replace(QLatin1Char('_'), QLatin1Char('-')), it.value()));
    }
    printFigures(figureLines(declaredOf(project, run.algorithm), run.figures));
    printCurves(run.curves);
    print(Cli::tr("layers: %1").arg(run.layers.join(QStringLiteral(", "))));
    for (const QString &change : *changes) {
        print(Cli::tr("out of date: %1").arg(change));
    }
    return k_done;
}

/// "more", "less" or nothing, for scripts.
QString betterOf(Better better)
{
    return better == Better::More   ? QStringLiteral("more")
           : better == Better::Less ? QStringLiteral("less")
                                    : QString();
}

void printComparison(const RunComparison &comparison)
{
    QStringList headings{Cli::tr("figure"), Cli::tr("unit")};
    for (const QString &name : comparison.names) {
        headings << name;
        if (headings.size() > 3) {
            headings << Cli::tr("difference");
        }
    }
    TextTable table(headings);
    table.alignRightFrom(2);
    for (const ComparedFigure &figure : comparison.figures) {
        QStringList cells{figure.name, figure.unit};
        for (std::size_t i = 0; i < figure.numbers.size(); ++i) {
            const std::optional<double> difference = figure.differences[i];
            cells << (figure.isBest[i] ? QStringLiteral("* ") : QString()) + figure.texts[static_cast<qsizetype>(i)];
            if (i > 0) {
                cells << (difference
                              ? (*difference > 0 ? QStringLiteral("+") : QString()) + outcomeNumberText(*difference)
                              : QString());
            }
        }
        table.add(cells);
    }
    QStringList totals{Cli::tr("best in figures, of %1").arg(comparison.judged), QString()};
    for (std::size_t i = 0; i < comparison.bestIn.size(); ++i) {
        totals << QString::number(comparison.bestIn[i]);
        if (i > 0) {
            totals << QString();
        }
    }
    table.add(totals);
    table.print();
}

QJsonObject jsonOf(const RunComparison &comparison)
{
    QJsonArray rows;
    for (const ComparedFigure &figure : comparison.figures) {
        QJsonArray numbers;
        QJsonArray differences;
        QJsonArray best;
        for (std::size_t i = 0; i < figure.numbers.size(); ++i) {
            numbers.append(orNull(figure.numbers[i]));
            differences.append(orNull(figure.differences[i]));
            best.append(bool{figure.isBest[i]});
        }
        rows.append(QJsonObject{{QStringLiteral("figure"), figure.id},
                                {QStringLiteral("name"), figure.name},
                                {QStringLiteral("unit"), figure.unit},
                                {QStringLiteral("values"), QJsonArray::fromStringList(figure.texts)},
                                {QStringLiteral("numbers"), numbers},
                                {QStringLiteral("differences"), differences},
                                {QStringLiteral("better"), betterOf(figure.better)},
                                {QStringLiteral("best"), best}});
    }
    QJsonArray bestIn;
    for (const int best : comparison.bestIn) {
        bestIn.append(best);
    }
    return {{QStringLiteral("runs"), QJsonArray::fromStringList(comparison.names)},
            {QStringLiteral("rows"), rows},
            {QStringLiteral("best_in"), bestIn}};
}

Result<int> compare(const Project &project, const std::vector<KeptRun> &runs, const Arguments &arguments,
                    const Session &session)
{
    const RunComparison comparison = compareRuns(project.registry(), runs);
    const QString file = fromArgument(arguments.output);
    if (!file.isEmpty()) {
        auto written =
            writeComparison(comparison, Cli::tr("Comparison: %1").arg(comparison.names.join(QStringLiteral(", "))),
                            file, session.job());
        if (!written) {
            return written.error();
        }
    }
    if (session.json) {
        print(jsonOf(comparison));
    } else if (file.isEmpty()) {
        printComparison(comparison);
    } else {
        print(Cli::tr("written: %1").arg(file));
    }
    return k_done;
}

Error outOfDate(const KeptRun &run, const QStringList &changes)
{
    return {ErrorCode::Conflict,
            Cli::tr("the result %1 is out of date: %2").arg(run.name, changes.join(QStringLiteral("; "))),
            {},
            Cli::tr("Run it again, or adopt it all the same with --anyway."),
            {},
            {}};
}

/// All that is refused, as one error.
Error refused(const std::vector<Error> &problems)
{
    Error first = problems.front();
    for (const Error &problem : problems) {
        first.details << problem.toText();
    }
    return first;
}

Result<int> adopt(Project &project, const KeptRun &run, const Arguments &arguments, const Session &session)
{
    const QString who = fromArgument(arguments.who);
    auto adoption = planAdoption(project, run, who);
    if (!adoption) {
        return adoption.error();
    }
    if (!adoption->moved.isEmpty() && !arguments.anyway && !arguments.dry) {
        return outOfDate(run, adoption->moved);
    }
    if (arguments.dry && !adoption->refused.empty()) {
        return refused(adoption->refused);
    }
    auto action = arguments.dry ? Result<ActionId>(ActionId{}) : project.adoptRun(run.id, who);
    if (!action) {
        return action.error();
    }
    QJsonArray steps;
    TextTable table({Cli::tr("layer"), Cli::tr("status"), Cli::tr("features")});
    for (const AdoptionStep &step : adoption->steps) {
        steps.append(QJsonObject{{QStringLiteral("layer"), step.layer},
                                 {QStringLiteral("status"), step.status},
                                 {QStringLiteral("field"), step.field},
                                 {QStringLiteral("features"), step.features}});
        table.add({step.layer, step.field.isEmpty() ? step.status : step.field, QString::number(step.features)});
    }
    if (session.json) {
        print(QJsonObject{{QStringLiteral("run"), run.id},
                          {QStringLiteral("entered"), arguments.dry ? qint64{0} : adoption->size()},
                          {QStringLiteral("already"), adoption->already},
                          {QStringLiteral("steps"), steps},
                          {QStringLiteral("revision"), project.revision()}});
        return k_done;
    }
    table.print();
    print(arguments.dry
              ? Cli::tr("%1 steps would be entered; %2 are there already").arg(adoption->size()).arg(adoption->already)
              : Cli::tr("%1 steps entered; %2 were there already").arg(adoption->size()).arg(adoption->already));
    return k_done;
}

Result<int> change(Project &project, const KeptRun &run, const Arguments &arguments, const Session &session)
{
    const bool renames = arguments.what == "rename";
    auto done = renames ? project.renameRun(run.id, fromArgument(arguments.name), fromArgument(arguments.who))
                        : project.removeRun(run.id, fromArgument(arguments.who));
    if (!done) {
        return done.error();
    }
    if (session.json) {
        print(QJsonObject{{QStringLiteral("run"), run.id}, {QStringLiteral("revision"), project.revision()}});
    } else {
        print(renames ? Cli::tr("renamed: %1").arg(fromArgument(arguments.name))
                      : Cli::tr("removed: %1").arg(run.name));
    }
    return k_done;
}

Error misused(const QString &sentence, const QString &advice)
{
    return {ErrorCode::Misused, sentence, {}, advice, {}, {}};
}

Result<int> handle(const Arguments &arguments, const Session &session)
{
    const std::string &what = arguments.what;
    const bool writes = what == "rename" || what == "remove" || (what == "adopt" && !arguments.dry);
    const std::size_t wanted = what == "list" ? 0 : what == "compare" ? 2 : 1;
    if (arguments.runs.size() < wanted || (what != "compare" && arguments.runs.size() > wanted)) {
        return misused(what == "compare" ? Cli::tr("two results or more are compared")
                       : wanted == 0     ? Cli::tr("'list' takes no result")
                                         : Cli::tr("which result?"),
                       Cli::tr("'cuntu runs PROJECT' lists them; give names or numbers."));
    }
    if (writes && arguments.who.empty()) {
        return misused(Cli::tr("nobody is named who does it"), Cli::tr("Say who: --by NAME"));
    }
    auto project = session.open(arguments.project, writes ? Access::Command : Access::ReadOnly);
    if (!project) {
        return project.error();
    }
    std::vector<KeptRun> runs;
    for (const std::string &word : arguments.runs) {
        auto run = findRun(**project, fromArgument(word));
        if (!run) {
            return run.error();
        }
        runs.push_back(std::move(*run));
    }
    return what == "list"      ? list(**project, session)
           : what == "show"    ? show(**project, runs.front(), session)
           : what == "compare" ? compare(**project, runs, arguments, session)
           : what == "adopt"   ? adopt(**project, runs.front(), arguments, session)
                               : change(**project, runs.front(), arguments, session);
}

} // namespace

void addRuns(CLI::App &app, Session &session, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *verb = app.add_subcommand(
        "runs", Cli::tr("Results that were kept: list, show, compare, adopt, rename, remove").toStdString());
    verb->add_option("PROJECT", arguments->project, Cli::tr("The project").toStdString())->required();
    verb->add_option("WHAT", arguments->what, Cli::tr("list, show, compare, adopt, rename or remove").toStdString())
        ->check(CLI::IsMember({"list", "show", "compare", "adopt", "rename", "remove"}));
    verb->add_option("RUN", arguments->runs, Cli::tr("Names or numbers of results").toStdString());
    verb->add_option("--to", arguments->name, Cli::tr("The new name").toStdString());
    verb->add_option("--compare", arguments->compared,
                     Cli::tr("The same as 'compare': names or numbers of results").toStdString());
    verb->add_option("-o,--output", arguments->output,
                     Cli::tr("Writes the comparison to a file: xlsx, csv, ods, or html to print").toStdString());
    verb->add_option("--by", arguments->who, Cli::tr("Who does it").toStdString());
    verb->add_flag("--dry-run", arguments->dry, Cli::tr("Only say what would be entered").toStdString());
    verb->add_flag("--anyway", arguments->anyway, Cli::tr("Adopt it although it is out of date").toStdString());
    verb->callback([arguments, &session, &action] {
        if (!arguments->compared.empty()) {
            arguments->what = "compare";
            arguments->runs = arguments->compared;
        }
        action = [arguments, &session] { return handle(*arguments, session); };
    });
}

} // namespace cuntu::cli
