// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/solve/mixed_integer.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu {

namespace {

/// How often a cancelled job is noticed.
constexpr int k_lookEvery_ms = 40;
/// A value that must be whole may be off by so much: the solver's own tolerance is 1e-6.
constexpr double k_whole = 1e-5;

QString program()
{
    return QStandardPaths::findExecutable(u"cbc"_s);
}

Error failed(const QString &why, const QString &detail = {})
{
    return {ErrorCode::PluginFailed,
            Core::tr("the program cbc gave no answer that can be used: %1").arg(why),
            {},
            Core::tr("solve with the own search alone, or install coinor-cbc again"),
            {},
            detail.isEmpty() ? QStringList() : QStringList{detail}};
}

bool write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A start as CBC reads it: like one of its own solutions.
QByteArray startText(const MixedInteger &problem, std::span<const double> start)
{
    QByteArray text = "Stopped on iterations - objective value " +
                      QByteArray::number(problem.costOf(start) - problem.constant, 'g', 17) + '\n';
    for (std::size_t column = 0; column < start.size(); ++column) {
        const QByteArray number = QByteArray::number(column);
        text += number + " c" + number + ' ' + QByteArray::number(start[column], 'g', 17) + " 0\n";
    }
    return text;
}

QStringList arguments(const QString &folder, const MixedIntegerLimits &limits)
{
    QStringList made{folder + u"/problem.mps"_s};
    if (!limits.start.empty()) {
        made << u"-mipstart"_s << folder + u"/start.txt"_s;
    }
    if (limits.step > 0) {
        // Half a step is enough to leave out what is no better, and keeps clear of rounding.
        made << u"-increment"_s << QString::number(limits.step / 2, 'g', 17);
    }
    return made << u"-timeMode"_s << u"elapsed"_s << u"-seconds"_s << QString::number(limits.seconds, 'f', 2)
                << u"-ratioGap"_s << QString::number(limits.gap, 'g', 17) << u"-allowableGap"_s << u"0"_s << u"-solve"_s
                << u"-solution"_s << folder + u"/solution.txt"_s;
}

/// Waits for the end of the program; ends it where the job is cancelled or it does not keep to its time.
Result<void> wait(QProcess &process, double seconds, const JobContext &job)
{
    QElapsedTimer clock;
    clock.start();
    const double most_ms = 1000 * (seconds * 1.2 + 5);
    while (!process.waitForFinished(k_lookEvery_ms) && process.state() != QProcess::NotRunning) {
        const bool isLate = static_cast<double>(clock.elapsed()) > most_ms;
        if (job.isCancelled() || isLate) {
            process.kill();
            process.waitForFinished(5000);
            return job.isCancelled() ? cancelledError() : failed(Core::tr("it does not keep to its time"));
        }
        job.report(-1, Core::tr("CBC is solving"));
    }
    if (process.exitStatus() != QProcess::NormalExit) {
        return failed(Core::tr("it ended by a signal"));
    }
    return process.exitCode() == 0 ? Result<void>() : failed(Core::tr("it ended with code %1").arg(process.exitCode()));
}

/// What the program wrote.
struct Answer {
    QString status;
    double objective = 0;
    std::vector<double> values;
    std::optional<double> bound;
};

/// "Optimal - objective value 5.5", then lines of index, name, value, reduced cost; "**" before what breaks a row.
Result<Answer> parse(const QByteArray &solution, const QByteArray &log, std::size_t columns)
{
    const QStringList lines = QString::fromUtf8(solution).split(u'\n', Qt::SkipEmptyParts);
    static const QRegularExpression head(u"^(.*) - objective value (\\S+)$"_s);
    const auto first = head.match(lines.isEmpty() ? QString() : lines.first().trimmed());
    if (!first.hasMatch()) {
        return failed(Core::tr("it wrote no solution"), QString::fromUtf8(log.right(500)));
    }
    Answer answer{first.captured(1), first.captured(2).toDouble(), std::vector<double>(columns, 0), {}};
    for (const QString &line : lines.mid(1)) {
        const QStringList cells = line.simplified().remove(u"**"_s).split(u' ', Qt::SkipEmptyParts);
        bool isName = false;
        bool isNumber = false;
        const std::size_t column = cells.size() >= 3 ? cells[1].mid(1).toULongLong(&isName) : 0;
        const double value = cells.size() >= 3 ? cells[2].toDouble(&isNumber) : 0;
        if (!isName || !isNumber || column >= columns) {
            return failed(Core::tr("a line of its solution cannot be read"), line);
        }
        answer.values[column] = value;
    }
    static const QRegularExpression least(u"\\nLower bound:\\s+(\\S+)"_s);
    bool isNumber = false;
    const double bound = least.match(QString::fromUtf8(log)).captured(1).toDouble(&isNumber);
    if (isNumber) {
        answer.bound = bound;
    }
    return answer;
}

/// Rounded where it must be whole; as it is where it is not nearly so, which isKeptBy() then finds.
void roundWhole(const MixedInteger &problem, std::vector<double> &values)
{
    for (std::size_t column = 0; column < values.size(); ++column) {
        const double nearest = std::round(values[column]);
        if (problem.columns[column].isWhole && std::abs(values[column] - nearest) <= k_whole) {
            values[column] = nearest + 0.0;
        }
    }
}

/// What may be believed of @p answer.
Result<MixedIntegerSolution> checked(const MixedInteger &problem, const MixedIntegerLimits &limits, Answer answer)
{
    MixedIntegerSolution made;
    const double known = limits.start.empty() ? k_never : problem.costOf(limits.start);
    if (answer.status == u"Infeasible"_s || answer.status == u"Integer infeasible"_s) {
        if (!limits.start.empty()) {
            return failed(Core::tr("it says that there is no solution, but one is known"));
        }
        made.bound = k_never;
        return made;
    }
    const bool isOptimal = answer.status.startsWith(u"Optimal"_s);
    if (!isOptimal && !answer.status.startsWith(u"Stopped"_s)) {
        return failed(Core::tr("it says '%1'").arg(answer.status));
    }
    if (isOptimal || !answer.status.contains(u"no integer solution"_s)) {
        roundWhole(problem, answer.values);
        made.objective = problem.costOf(answer.values);
        const double off = std::abs(made.objective - problem.constant - answer.objective);
        if (!problem.isKeptBy(answer.values) || off > 1e-6 * (1 + std::abs(made.objective))) {
            return failed(Core::tr("its solution breaks the conditions or does not cost what it says"));
        }
        made.values = std::move(answer.values);
        made.isOptimal = isOptimal;
    }
    // The log has three decimals of the bound; an optimum has none there, being its own bound.
    if (answer.bound) {
        made.bound = *answer.bound + problem.constant - 0.001;
    } else if (isOptimal) {
        made.bound = limits.gap > 0 ? made.objective - limits.gap * std::abs(made.objective) : made.objective;
    }
    const double best = std::min(known, made.objective);
    if (made.bound > best + 1e-6 * (1 + std::abs(best))) {
        return failed(Core::tr("its bound is above a solution that is known"));
    }
    made.bound = std::min(made.bound, best);
    return made;
}

} // namespace

bool hasCbc()
{
    return !program().isEmpty();
}

Result<MixedIntegerSolution> solveByCbc(const MixedInteger &problem, const MixedIntegerLimits &limits,
                                        const JobContext &job)
{
    const QString cbc = program();
    if (cbc.isEmpty()) {
        return Error{ErrorCode::NotFound,
                     Core::tr("the program cbc is not installed"),
                     {},
                     Core::tr("install the package coinor-cbc, or solve with the own search alone"),
                     {},
                     {}};
    }
    const QTemporaryDir folder;
    const bool isWritten =
        folder.isValid() && write(folder.filePath(u"problem.mps"_s), problem.toMps()) &&
        (limits.start.empty() || write(folder.filePath(u"start.txt"_s), startText(problem, limits.start)));
    if (!isWritten) {
        return Error{ErrorCode::DiskFull,
                     Core::tr("the problem for cbc cannot be written to the temporary folder"),
                     {folder.path(), {}, 0, {}, {}, {}, {}},
                     Core::tr("make room there, or solve with the own search alone"),
                     {},
                     {}};
    }
    QProcess process;
    process.setWorkingDirectory(folder.path());
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(folder.filePath(u"log.txt"_s));
    process.setStandardErrorFile(folder.filePath(u"errors.txt"_s));
    process.start(cbc, arguments(folder.path(), limits));
    if (!process.waitForStarted()) {
        return failed(process.errorString());
    }
    if (auto ended = wait(process, limits.seconds, job); !ended) {
        return ended.error();
    }
    auto answer =
        parse(read(folder.filePath(u"solution.txt"_s)), read(folder.filePath(u"log.txt"_s)), problem.columns.size());
    if (!answer) {
        return answer.error();
    }
    return checked(problem, limits, std::move(*answer));
}

} // namespace cuntu
