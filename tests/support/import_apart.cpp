// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/import_apart.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

namespace cuntu::test {

namespace {

constexpr int k_cpuGrace_s = 5; ///< the clock on the wall may stand still for a busy machine, the processor's does not

QJsonObject importHere(const QString &project, const SourceOptions &options)
{
    auto opened = Project::open(project, Access::Command, std::make_shared<const Registry>(hostRegistry()));
    if (!opened) {
        return {{QStringLiteral("broken"), opened.error().toText()}};
    }
    ImportRequest request;
    request.file = options.file;
    request.role = QStringLiteral("layer:probe");
    request.sheet = options.sheet;
    request.sourceCrs = options.sourceCrs;
    request.rejectsFile = project + QStringLiteral(".rejects.csv");
    const auto headings = Source::open(options, nullptr, {});
    const int headerRows = headings ? (*headings)->info().headerRows : 0;
    const auto report = (*opened)->import(request, {});
    if (!report) {
        return {{QStringLiteral("refused"), report.error().toText()},
                {QStringLiteral("header_rows"), headerRows},
                {QStringLiteral("file"), report.error().where.file}};
    }
    QJsonArray reasons;
    for (const RowFinding &finding : report->findings) {
        if (finding.rejected && reasons.size() < 5) {
            reasons.append(QStringLiteral("%1: %2").arg(finding.row).arg(finding.reason));
        }
    }
    QJsonObject said{{QStringLiteral("header_rows"), headerRows},
                     {QStringLiteral("read"), report->read},
                     {QStringLiteral("taken"), report->taken},
                     {QStringLiteral("reasons"), reasons}};
    const auto layers = (*opened)->layers();
    for (std::size_t i = 0; layers && i < layers->size(); ++i) {
        if ((*layers)[i].schema.id == QStringLiteral("probe")) {
            said[QStringLiteral("features")] = (*layers)[i].features;
        }
    }
    return said;
}

[[noreturn]] void runChild(int pipeEnd, const QString &project, const SourceOptions &source, int seconds)
{
    ::signal(SIGALRM, SIG_DFL);
    ::alarm(static_cast<unsigned>(seconds + k_cpuGrace_s));
    const rlimit processor{static_cast<rlim_t>(seconds), static_cast<rlim_t>(seconds)};
    ::setrlimit(RLIMIT_CPU, &processor);
    QByteArray said;
    try {
        said = QJsonDocument(importHere(project, source)).toJson(QJsonDocument::Compact);
    } catch (const std::exception &bug) {
        said = QByteArray("{\"broken\": \"exception: ") + bug.what() + "\"}";
    }
    for (qsizetype at = 0; at < said.size();) {
        const ssize_t written = ::write(pipeEnd, said.constData() + at, static_cast<std::size_t>(said.size() - at));
        if (written <= 0) {
            ::_exit(3);
        }
        at += written;
    }
    ::_exit(0);
}

QByteArray readAll(int pipeEnd)
{
    QByteArray all;
    char buffer[4096];
    for (ssize_t got = ::read(pipeEnd, buffer, sizeof buffer); got > 0; got = ::read(pipeEnd, buffer, sizeof buffer)) {
        all.append(buffer, static_cast<qsizetype>(got));
    }
    return all;
}

ApartOutcome outcomeOf(int status, const QJsonObject &said)
{
    ApartOutcome outcome;
    outcome.headerRows = said[QStringLiteral("header_rows")].toInt();
    if (WIFSIGNALED(status)) {
        outcome.signal = WTERMSIG(status);
        const bool late = outcome.signal == SIGALRM || outcome.signal == SIGXCPU || outcome.signal == SIGKILL;
        outcome.end = late ? ApartOutcome::End::Hung : ApartOutcome::End::Crashed;
    } else if (WEXITSTATUS(status) != 0) {
        outcome.end = ApartOutcome::End::Crashed; // a sanitizer ends the process by exit
    } else if (said.contains(QStringLiteral("refused"))) {
        outcome.end = ApartOutcome::End::Refused;
        outcome.sentence = said[QStringLiteral("refused")].toString();
        outcome.file = said[QStringLiteral("file")].toString();
    } else if (said.contains(QStringLiteral("taken"))) {
        outcome.end = ApartOutcome::End::Taken;
        outcome.read = said[QStringLiteral("read")].toInteger();
        outcome.taken = said[QStringLiteral("taken")].toInteger();
        outcome.features = said[QStringLiteral("features")].toInteger(-1);
        for (const QJsonValue &reason : said[QStringLiteral("reasons")].toArray()) {
            outcome.reasons << reason.toString();
        }
    } else {
        outcome.sentence = said[QStringLiteral("broken")].toString();
    }
    return outcome;
}

} // namespace

QString ApartOutcome::toText() const
{
    switch (end) {
    case End::Taken:
        return QStringLiteral("%1 of %2 rows taken, %3 in the layer; %4")
            .arg(taken)
            .arg(read)
            .arg(features)
            .arg(reasons.join(QStringLiteral("; ")));
    case End::Refused:
        return QStringLiteral("refused: ") + sentence;
    case End::Crashed:
        return QStringLiteral("crashed with signal %1").arg(signal);
    case End::Hung:
        return QStringLiteral("took too long");
    case End::Unknown:
        break;
    }
    return QStringLiteral("no outcome: ") + sentence;
}

ApartOutcome importApart(const QString &project, const SourceOptions &source, int seconds)
{
    int ends[2];
    if (::pipe(ends) != 0) {
        return {};
    }
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(ends[0]);
        runChild(ends[1], project, source, seconds);
    }
    ::close(ends[1]);
    const QByteArray said = readAll(ends[0]);
    ::close(ends[0]);
    int status = 0;
    if (child < 0 || ::waitpid(child, &status, 0) != child) {
        return {};
    }
    return outcomeOf(status, QJsonDocument::fromJson(said).object());
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace cuntu::test
