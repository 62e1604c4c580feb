// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/job_runner.h"

#include <QElapsedTimer>

#include <algorithm>

namespace cuntu::ui {
namespace {

/// Passes progress on to the runner's thread, at most every 50 ms.
class ProgressPost {
public:
    ProgressPost(JobRunner *runner, JobRunner::Id id) : m_runner(runner), m_id(id) {}

    void operator()(double share, const QString &doing)
    {
        if (m_last.isValid() && m_last.elapsed() < 50) {
            return;
        }
        m_last.start();
        QMetaObject::invokeMethod(
            m_runner, [runner = m_runner, id = m_id, share, doing] { Q_EMIT runner->progressed(id, share, doing); },
            Qt::QueuedConnection);
    }

private:
    JobRunner *m_runner;
    JobRunner::Id m_id;
    QElapsedTimer m_last;
};

} // namespace

JobRunner::JobRunner(QObject *parent) : QObject(parent)
{
    // An import, a map, the figures and a preview side by side, also on two cores.
    m_pool.setMaxThreadCount(std::max(4, QThread::idealThreadCount()));
}

JobRunner::~JobRunner()
{
    for (const auto &[id, job] : m_jobs) {
        job.cancel.cancel();
    }
    m_pool.waitForDone();
}

Error JobRunner::unexpectedError(const QString &what)
{
    return {ErrorCode::Bug,
            tr("Something went wrong inside the program: %1").arg(what),
            {},
            tr("The project is unchanged. Please report this."),
            {},
            {}};
}

JobRunner::Id JobRunner::start(Kind kind, const QString &title, QObject *receiver, Task task)
{
    const Id id = ++m_lastId;
    Job job{kind, title, receiver, {}, false};
    JobContext context;
    context.cancel = job.cancel;
    context.progress = ProgressPost(this, id);
    m_jobs.emplace(id, std::move(job));
    Q_EMIT started(id, kind, title);
    m_pool.start([this, id, context, task = std::move(task)] {
        auto deliver = task(context);
        QMetaObject::invokeMethod(
            this, [this, id, deliver] { finish(id, deliver); }, Qt::QueuedConnection);
    });
    return id;
}

void JobRunner::finish(Id id, const std::function<void()> &deliver)
{
    const auto found = m_jobs.find(id);
    const bool wanted = found->second.receiver && !found->second.dropped;
    m_jobs.erase(found);
    Q_EMIT finished(id);
    if (wanted) {
        deliver();
    }
}

void JobRunner::cancel(Id id)
{
    if (const auto found = m_jobs.find(id); found != m_jobs.end()) {
        found->second.cancel.cancel();
    }
}

void JobRunner::drop(Id id)
{
    if (const auto found = m_jobs.find(id); found != m_jobs.end()) {
        found->second.cancel.cancel();
        found->second.dropped = true;
    }
}

std::map<JobRunner::Id, QString> JobRunner::shown() const
{
    std::map<Id, QString> titles;
    for (const auto &[id, job] : m_jobs) {
        if (job.kind == Kind::Shown) {
            titles.emplace(id, job.title);
        }
    }
    return titles;
}

bool JobRunner::isShownBusy() const
{
    return std::any_of(m_jobs.begin(), m_jobs.end(), [](const auto &each) { return each.second.kind == Kind::Shown; });
}

} // namespace cuntu::ui
