// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/run_adoption.h"
#include "ui/window/workbench.h"

namespace cuntu::ui {

/// A result and how it stands to the project now.
struct RunLine {
    KeptRun run;       ///< number 0: it could not be kept, as the project cannot be written
    QStringList moved; ///< what changed since it was made; empty: it is up to date
};

/// Runs algorithms and knows the results that are kept. What was asked of an algorithm is remembered for each project
/// in the user's settings. GUI thread; the work is done in jobs.
class Analysis : public QObject {
    Q_OBJECT

public:
    explicit Analysis(Workbench &bench, QObject *parent = nullptr);

    /// Results that are kept, in the order of keeping, as of the newest state.
    const std::vector<RunLine> &runs() const { return m_runs; }
    /// The result with number @p id; null where there is none. Until the next change.
    const RunLine *find(qint64 id) const;

    /// Checks what is @p given and runs @p algorithm on it, one at a time; the result is kept where the project can be
    /// written. finished() or failed() follows.
    void run(const Algorithm &algorithm, const QMap<QString, QString> &given, Day asOf);
    bool isRunning() const { return m_job != 0; }
    /// Asks the run to stop: the best so far is kept where the algorithm gives it.
    void stop();
    /// What was given to @p algorithm the last time in this project.
    QMap<QString, QString> remembered(const QString &algorithm) const;
    /// Name of the layer, for people.
    QString layerName(const QString &layer) const;

Q_SIGNALS:
    void runsChanged();
    void started();
    void progressed(double share, const QString &doing);
    /// A result is there. Its layers come onto the map with the next state.
    void finished(const cuntu::KeptRun &run);
    void failed(const cuntu::Error &error);

private:
    struct Made {
        KeptRun run;
        bool stopped = false;
    };
    static Result<Made> make(Project &project, const ProjectSnapshot &snapshot, const Algorithm &algorithm,
                             const ParameterValues &values, Day asOf, const QString &who, bool keep,
                             const JobContext &job);
    void take(const Result<Made> &made);
    void readRuns();
    void remember(const QString &algorithm, const QMap<QString, QString> &given);
    QString key(const QString &algorithm) const;

    Workbench &m_bench;
    LatestJob m_reading;
    JobRunner::Id m_job = 0;
    std::vector<RunLine> m_runs;
};

} // namespace cuntu::ui
