// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/figure_lines.h"
#include "core/algorithm/outcome_curve.h"
#include "core/algorithm/unit.h"
#include "ui/cli/print.h"
#include "ui/cli/print_figures.h"
#include "ui/cli/verb.h"

#include <QJsonArray>

namespace cuntu::cli {

namespace {

/// `run` reads its own arguments: which options there are depends on the algorithm.
struct Arguments {
    QString project;
    QString algorithm;
    QMap<QString, QString> parameters;
    std::optional<QString> keep; ///< the name under which the result is kept
    Day asOf = Day::today();
    int repeat = 0;
    bool list = false;
    bool help = false;
};

void listAlgorithms(const Session &session)
{
    if (session.json) {
        QJsonArray rows;
        for (const Algorithm &algorithm : session.registry()->algorithms) {
            rows.append(
                QJsonObject{{QStringLiteral("id"), algorithm.id}, {QStringLiteral("name"), algorithm.name.toString()}});
        }
        print(QJsonObject{{QStringLiteral("algorithms"), rows}});
        return;
    }
    TextTable table({Cli::tr("algorithm"), Cli::tr("what it does")});
    for (const Algorithm &algorithm : session.registry()->algorithms) {
        table.add({algorithm.id, algorithm.name.toString()});
    }
    table.print();
}

QString optionName(const QString &parameter)
{
    return QStringLiteral("--") + QString(parameter).replace(QLatin1Char('_'), QLatin1Char('-'));
}

void explain(const Algorithm &algorithm)
{
    print(
        QStringLiteral("cuntu run PROJECT %1 [--as-of DATE] [--repeat N] [--keep NAME [--by WHO]]").arg(algorithm.id));
    print(algorithm.name.toString());
    print(algorithm.help.toString());
    TextTable table({Cli::tr("option"), Cli::tr("meaning"), Cli::tr("default")});
    for (const Parameter &parameter : algorithm.parameters) {
        QString meaning = parameter.name.toString();
        if (!parameter.unit.isEmpty()) {
            meaning += QStringLiteral(" [%1]").arg(unitText(parameter.unit));
        }
        if (parameter.min && parameter.max) {
            meaning += QStringLiteral(" %1 - %2").arg(*parameter.min).arg(*parameter.max);
        }
        table.add({optionName(parameter.id), meaning,
                   parameter.required ? Cli::tr("must be given") : parameter.defaultValue});
    }
    table.print();
}

/// Reads "--name value", "--name=value", and "--name" alone (true) for yes/no parameters.
Result<Arguments> read(QStringList words, Session &session)
{
    Arguments arguments;
    QStringList places;
    while (!words.isEmpty()) {
        QString word = words.takeFirst();
        if (!word.startsWith(QStringLiteral("--")) && word != QStringLiteral("-h")) {
            places << word;
            continue;
        }
        if (word == QStringLiteral("--help") || word == QStringLiteral("-h")) {
            arguments.help = true;
            continue;
        }
        if (word == QStringLiteral("--list")) {
            arguments.list = true;
            continue;
        }
        QString value;
        bool hasValue = true;
        const qsizetype equals = word.indexOf(QLatin1Char('='));
        if (equals > 0) {
            value = word.mid(equals + 1);
            word = word.left(equals);
        } else if (!words.isEmpty() && !words.first().startsWith(QStringLiteral("--"))) {
            value = words.takeFirst();
        } else {
            value = QStringLiteral("true");
            hasValue = false;
        }
        if (word == QStringLiteral("--lang")) {
            continue; // was read before anything was translated
        }
        if (word == QStringLiteral("--format")) {
            session.json = value == QStringLiteral("json");
        } else if (word == QStringLiteral("--as-of")) {
            auto day = dayArgument(value.toStdString());
            if (!day) {
                return day.error();
            }
            arguments.asOf = *day;
        } else if (word == QStringLiteral("--keep")) {
            arguments.keep = hasValue ? value : QString(); // without one it is named after the algorithm
        } else if (word == QStringLiteral("--repeat")) {
            arguments.repeat = std::clamp(value.toInt(), 1, 1000);
        } else {
            arguments.parameters.insert(word.mid(2).replace(QLatin1Char('-'), QLatin1Char('_')), value);
        }
    }
    arguments.project = places.value(0);
    arguments.algorithm = places.value(1);
    if (places.size() > 2) {
        return Error{ErrorCode::Misused,
                     Cli::tr("'%1' is not understood").arg(places[2]),
                     {},
                     Cli::tr("Write parameters as --name value."),
                     {},
                     {}};
    }
    return arguments;
}

/// What is printed of a result.
Result<int> show(const Algorithm &algorithm, const Outcome &outcome, const QStringList &layers,
                 const std::optional<KeptRun> &kept, const Stopwatch &watch, const Session &session)
{
    if (session.json) {
        QJsonObject document{{QStringLiteral("algorithm"), algorithm.id},
                             {QStringLiteral("result"), outcome.figures},
                             {QStringLiteral("layers"), QJsonArray::fromStringList(layers)}};
        if (!outcome.curves.empty()) {
            document[QStringLiteral("curves")] = curvesToJson(outcome.curves);
        }
        if (kept) {
            document[QStringLiteral("run")] = kept->id;
            document[QStringLiteral("name")] = kept->name;
        }
        watch.addTo(document);
        print(document);
        return k_done;
    }
    printFigures(figureLines(algorithm.figures, outcome.figures));
    printCurves(outcome.curves);
    if (!layers.isEmpty()) {
        print(Cli::tr("layers: %1").arg(layers.join(QStringLiteral(", "))));
    }
    if (kept) {
        print(Cli::tr("kept as %1: %2").arg(kept->id).arg(kept->name));
    }
    return k_done;
}

Result<int> runAlgorithm(const Arguments &arguments, const Algorithm &algorithm, const Session &session)
{
    QMap<QString, QString> given = arguments.parameters;
    const QString by = QStringLiteral("by");
    const bool isOwn = std::any_of(algorithm.parameters.begin(), algorithm.parameters.end(),
                                   [&by](const Parameter &parameter) { return parameter.id == by; });
    const QString who = arguments.keep && !isOwn ? given.take(by) : QString();
    auto parameters = ParameterValues::parse(algorithm.parameters, given);
    if (!parameters) {
        Error error = parameters.error();
        error.code = ErrorCode::Misused;
        return error;
    }
    auto project = session.open(arguments.project.toStdString(), Access::Command);
    if (!project) {
        return project.error();
    }
    auto snapshot = (*project)->snapshot();
    if (!snapshot) {
        return snapshot.error();
    }
    Stopwatch watch;
    std::optional<FreshRun> fresh;
    for (int i = 0; i < std::max(arguments.repeat, 1); ++i) {
        watch.start();
        auto found = cuntu::runAlgorithm(algorithm, **snapshot, *parameters, arguments.asOf, session.job());
        if (!found) {
            return found.error().during(algorithm.id);
        }
        watch.stop();
        fresh = std::move(*found);
    }
    const Outcome shown{fresh->outcome.figures, {}, {}, fresh->outcome.curves};
    if (arguments.keep) {
        auto kept = (*project)->keepRun(
            {*arguments.keep, algorithm.id, *parameters, arguments.asOf, fresh->basis, who, std::move(fresh->outcome)});
        return kept ? show(algorithm, shown, kept->layers, *kept, watch, session) : Result<int>(kept.error());
    }
    auto layers = fresh->outcome.layers.empty()
                      ? Result<QStringList>(QStringList())
                      : (*project)->adopt(algorithm.id, *parameters, std::move(fresh->outcome));
    return layers ? show(algorithm, shown, *layers, std::nullopt, watch, session) : Result<int>(layers.error());
}

Result<int> run(const QStringList &words, Session &session)
{
    auto arguments = read(words, session);
    if (!arguments) {
        return arguments.error();
    }
    if (arguments->list) {
        listAlgorithms(session);
        return k_done;
    }
    // `cuntu run ALGORITHM --help` explains without a project.
    const QString wanted =
        arguments->algorithm.isEmpty() && arguments->help ? arguments->project : arguments->algorithm;
    const Algorithm *algorithm = session.registry()->findAlgorithm(wanted);
    if (arguments->help) {
        if (algorithm) {
            explain(*algorithm);
        } else {
            print(Cli::tr(
                "cuntu run PROJECT ALGORITHM [--parameter value]...\nRun a computation. 'cuntu run --list' names them, "
                "'cuntu run ALGORITHM --help' explains one."));
        }
        return k_done;
    }
    if (!algorithm) {
        return Error{ErrorCode::Misused,
                     wanted.isEmpty() ? Cli::tr("which algorithm?") : Cli::tr("there is no algorithm %1").arg(wanted),
                     {},
                     Cli::tr("'cuntu run --list' names them."),
                     {},
                     {}};
    }
    return runAlgorithm(*arguments, *algorithm, session);
}

} // namespace

void addRun(CLI::App &app, Session &session, Action &action)
{
    CLI::App *verb =
        app.add_subcommand("run", Cli::tr("Run a computation; 'cuntu run --list' names them").toStdString());
    verb->set_help_flag();
    verb->fallthrough(false);
    verb->prefix_command();
    verb->callback([verb, &session, &action] {
        QStringList words;
        for (const std::string &word : verb->remaining()) {
            words << fromArgument(word);
        }
        action = [words, &session] { return run(words, session); };
    });
}

} // namespace cuntu::cli
