// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/analysis.h"

#include <QCryptographicHash>

#include <algorithm>

namespace cuntu::ui {

Analysis::Analysis(Workbench &bench, QObject *parent) : QObject(parent), m_bench(bench), m_reading(bench.jobs)
{
    connect(&bench.session, &Session::stateChanged, this, &Analysis::readRuns);
    connect(&bench.session, &Session::closed, this, [this] {
        m_bench.jobs.drop(std::exchange(m_job, 0));
        m_reading.stop();
        m_runs.clear();
        Q_EMIT runsChanged();
    });
    connect(&bench.jobs, &JobRunner::progressed, this, [this](JobRunner::Id job, double share, const QString &doing) {
        if (job == m_job && m_job != 0) {
            Q_EMIT progressed(share, doing);
        }
    });
    if (bench.session.state()) {
        readRuns();
    }
}

const RunLine *Analysis::find(qint64 id) const
{
    const auto found =
        std::find_if(m_runs.begin(), m_runs.end(), [id](const RunLine &line) { return line.run.id == id; });
    return found != m_runs.end() ? &*found : nullptr;
}

void Analysis::readRuns()
{
    m_reading.run(
        tr("Reading results"), this,
        [project = m_bench.session.project()](const JobContext &) -> Result<std::vector<RunLine>> {
            auto runs = project->runs();
            if (!runs) {
                return runs.error();
            }
            std::vector<RunLine> lines;
            for (KeptRun &run : *runs) {
                auto moved = changedSince(*project, run);
                if (!moved) {
                    return moved.error();
                }
                lines.push_back({std::move(run), std::move(*moved)});
            }
            return lines;
        },
        [this](Result<std::vector<RunLine>> lines) {
            if (!lines) {
                m_bench.log.fail(lines.error());
                return;
            }
            m_runs = std::move(*lines);
            Q_EMIT runsChanged();
        });
}

Result<Analysis::Made> Analysis::make(Project &project, const ProjectSnapshot &snapshot, const Algorithm &algorithm,
                                      const ParameterValues &values, Day asOf, const QString &who, bool keep,
                                      const JobContext &job)
{
    auto fresh = runAlgorithm(algorithm, snapshot, values, asOf, job);
    if (!fresh) {
        return fresh.error().during(algorithm.name.toString());
    }
    Made made;
    made.stopped = job.isCancelled();
    if (keep) {
        auto kept = project.keepRun({{}, algorithm.id, values, asOf, fresh->basis, who, std::move(fresh->outcome)});
        if (!kept) {
            return kept.error();
        }
        made.run = std::move(*kept);
        return made;
    }
    made.run.name = algorithm.name.toString();
    made.run.algorithm = algorithm.id;
    made.run.parameters = values.all();
    made.run.asOf = asOf;
    made.run.basis = fresh->basis;
    made.run.made = Instant::now();
    made.run.figures = fresh->outcome.figures;
    made.run.curves = fresh->outcome.curves;
    return made;
}

void Analysis::run(const Algorithm &algorithm, const QMap<QString, QString> &given, Day asOf)
{
    const Immutable<ProjectState> state = m_bench.session.state();
    if (m_job != 0 || !state) {
        return;
    }
    remember(algorithm.id, given);
    auto values = ParameterValues::parse(algorithm.parameters, given);
    if (!values) {
        Q_EMIT failed(values.error());
        return;
    }
    // The registry that holds the algorithm lives as long as the state.
    m_job = m_bench.jobs.run(
        JobRunner::Kind::Shown, algorithm.name.toString(), this,
        [project = m_bench.session.project(), state, id = algorithm.id, values = *values, asOf,
         who = m_bench.settings.who(), keep = m_bench.session.canWrite()](const JobContext &job) {
            return make(*project, *state->snapshot, *state->registry->findAlgorithm(id), values, asOf, who, keep, job);
        },
        [this](const Result<Made> &made) { take(made); });
    Q_EMIT started();
}

void Analysis::stop()
{
    m_bench.jobs.cancel(m_job);
}

void Analysis::take(const Result<Made> &made)
{
    m_job = 0;
    if (!made) {
        if (made.error().code != ErrorCode::Cancelled) {
            m_bench.log.fail(made.error());
        }
        Q_EMIT failed(made.error());
        return;
    }
    if (made->run.id == 0) {
        m_bench.log.warn(tr("The result is shown, but not kept: the project cannot be written now."));
    } else if (made->stopped) {
        m_bench.log.info(tr("Stopped: the best so far is kept as '%1'.").arg(made->run.name));
    } else {
        m_bench.log.info(tr("The result is kept as '%1'. Ctrl+Z takes it out again.").arg(made->run.name));
    }
    Q_EMIT finished(made->run);
}

QString Analysis::layerName(const QString &layer) const
{
    const Immutable<ProjectState> state = m_bench.session.state();
    const LayerInfo *info = state ? state->findLayer(layer) : nullptr;
    return info != nullptr ? info->schema.name.toString() : layer;
}

QString Analysis::key(const QString &algorithm) const
{
    // A path may hold what an ini key may not.
    const QByteArray path = m_bench.session.project() ? m_bench.session.project()->path().toUtf8() : QByteArray();
    const QByteArray name = QCryptographicHash::hash(path, QCryptographicHash::Sha1).toHex().left(16);
    return QStringLiteral("analysis/%1/%2").arg(QString::fromLatin1(name), algorithm);
}

void Analysis::remember(const QString &algorithm, const QMap<QString, QString> &given)
{
    QVariantMap stored;
    for (auto it = given.begin(); it != given.end(); ++it) {
        stored[it.key()] = it.value();
    }
    m_bench.settings.setValue(key(algorithm), stored);
}

QMap<QString, QString> Analysis::remembered(const QString &algorithm) const
{
    QMap<QString, QString> given;
    const QVariantMap stored = m_bench.settings.value(key(algorithm)).toMap();
    for (auto it = stored.begin(); it != stored.end(); ++it) {
        given[it.key()] = it.value().toString();
    }
    return given;
}

} // namespace cuntu::ui
