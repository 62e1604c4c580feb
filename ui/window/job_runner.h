// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QThreadPool>
#include <QTimer>

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <type_traits>
#include <utility>

namespace cuntu::ui {

/// Runs work off the GUI thread and brings the result back to it.
///
///     1. run(kind, title, receiver, work, done): `work` gets a JobContext and returns a Result
///     2. progress arrives as signals, at most every 50 ms a job
///     3. `done` is called with the Result on the GUI thread, unless @p receiver is gone or the job was dropped
///
/// An exception in `work` becomes an Error with code Bug. Destroying it cancels everything and waits.
class JobRunner : public QObject {
    Q_OBJECT

public:
    using Id = quint64;
    /// Shown jobs are what the user asked for, with progress and cancel; quiet ones refresh what is on the screen.
    enum class Kind { Shown, Quiet };

    explicit JobRunner(QObject *parent = nullptr);
    ~JobRunner() override;

    /// Starts @p work (const JobContext & -> Result<T>), then calls @p done (Result<T>) on this thread.
    template <class Work, class Done> Id run(Kind kind, const QString &title, QObject *receiver, Work work, Done done)
    {
        using Outcome = std::invoke_result_t<Work, const JobContext &>;
        return start(kind, title, receiver, [work = std::move(work), done = std::move(done)](const JobContext &job) {
            auto outcome = std::make_shared<Outcome>(guarded<Outcome>(work, job));
            return std::function<void()>([outcome, done]() { done(std::move(*outcome)); });
        });
    }

    /// Asks a job to stop; `done` gets what it returns, usually a Cancelled error.
    void cancel(Id id);
    /// Asks a job to stop; `done` is not called any more.
    void drop(Id id);
    /// True while any job runs.
    bool isBusy() const { return !m_jobs.empty(); }
    /// True while a job of kind Shown runs.
    bool isShownBusy() const;
    /// Titles of the jobs of kind Shown that run now.
    std::map<Id, QString> shown() const;

Q_SIGNALS:
    void started(cuntu::ui::JobRunner::Id id, cuntu::ui::JobRunner::Kind kind, const QString &title);
    void progressed(cuntu::ui::JobRunner::Id id, double share, const QString &doing);
    void finished(cuntu::ui::JobRunner::Id id);

private:
    /// Does the work and returns what is to be called on the GUI thread.
    using Task = std::function<std::function<void()>(const JobContext &)>;
    struct Job {
        Kind kind = Kind::Quiet;
        QString title;
        QPointer<QObject> receiver;
        CancelToken cancel;
        bool dropped = false;
    };

    template <class Outcome, class Work> static Outcome guarded(const Work &work, const JobContext &job)
    {
        try {
            return work(job);
        } catch (const std::exception &problem) {
            return unexpectedError(QString::fromUtf8(problem.what()));
        }
    }
    static Error unexpectedError(const QString &what);
    Id start(Kind kind, const QString &title, QObject *receiver, Task task);
    void finish(Id id, const std::function<void()> &deliver);

    QThreadPool m_pool;
    std::map<Id, Job> m_jobs;
    Id m_lastId = 0;
};

/// A place for one job at a time: starting another drops the one before. For what shows the newest state only.
class LatestJob {
public:
    explicit LatestJob(JobRunner &runner) : m_runner(runner) {}
    ~LatestJob() { stop(); }
    Q_DISABLE_COPY_MOVE(LatestJob)

    /// As JobRunner::run(), quiet.
    template <class Work, class Done> void run(const QString &title, QObject *receiver, Work work, Done done)
    {
        stop();
        m_id = m_runner.run(JobRunner::Kind::Quiet, title, receiver, std::move(work), std::move(done));
    }
    /// Drops the job, if there is one.
    void stop()
    {
        m_runner.drop(m_id);
        m_id = 0;
    }

private:
    JobRunner &m_runner;
    JobRunner::Id m_id = 0;
};

/// A place for one job at a time, for what follows something that moves, such as a day that is dragged: the job that
/// runs comes to its end, and only then the newest one starts. Dropping each for the next would show nothing until the
/// movement stops. Between two it rests @p rest times as long as the first took, at most a quarter of a second, so
/// that several followers leave room for each other, and all of them for the map.
class PacedJob {
public:
    explicit PacedJob(JobRunner &runner, double rest = 3) : m_running(runner), m_rest(rest)
    {
        m_resting.setSingleShot(true);
        QObject::connect(&m_resting, &QTimer::timeout, &m_resting, [this] { startNext(); });
    }
    Q_DISABLE_COPY_MOVE(PacedJob)

    /// As JobRunner::run(), quiet: starts when its turn comes, instead of what waits; after stop() at once.
    template <class Work, class Done> void follow(const QString &title, QObject *receiver, Work work, Done done)
    {
        m_next = [this, title, receiver, work = std::move(work), done = std::move(done)] {
            start(title, receiver, work, done);
        };
        if (!m_isRunning && !m_resting.isActive()) {
            startNext();
        }
    }
    /// Drops what runs and what waits, and rests no longer.
    void stop()
    {
        m_running.stop();
        m_resting.stop();
        m_next = {};
        m_isRunning = false;
    }

private:
    template <class Work, class Done> void start(const QString &title, QObject *receiver, Work work, Done done)
    {
        using Outcome = std::invoke_result_t<Work, const JobContext &>;
        m_isRunning = true;
        m_since.start();
        m_running.run(title, receiver, std::move(work), [this, done = std::move(done)](Outcome outcome) {
            m_isRunning = false;
            m_resting.start(static_cast<int>(std::min(250.0, static_cast<double>(m_since.elapsed()) * m_rest)));
            done(std::move(outcome));
        });
    }
    void startNext()
    {
        if (m_next) {
            std::exchange(m_next, {})();
        }
    }

    LatestJob m_running;
    double m_rest;
    QTimer m_resting;
    QElapsedTimer m_since;
    std::function<void()> m_next;
    bool m_isRunning = false;
};

} // namespace cuntu::ui
