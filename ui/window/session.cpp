// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/session.h"

#include <QFileInfo>

namespace cuntu::ui {

Session::Session(Immutable<Registry> registry, Settings &settings, JobRunner &jobs, MessageLog &log)
    : m_registry(std::move(registry)), m_settings(settings), m_jobs(jobs), m_log(log), m_reading(jobs)
{
}

Session::~Session()
{
    close();
}

void Session::setPreparation(std::function<Preparation(const QString &)> preparationFor)
{
    m_preparationFor = std::move(preparationFor);
}

void Session::open(const QString &path)
{
    const QString whole = QFileInfo(path).absoluteFilePath();
    openWith(
        tr("Opening %1").arg(QFileInfo(path).fileName()),
        [whole, registry = m_registry] { return Project::open(whole, Access::ReadWrite, registry); }, whole);
}

void Session::create(const NewProject &request)
{
    openWith(
        tr("Making %1").arg(QFileInfo(request.path).fileName()),
        [request, registry = m_registry] { return Project::create(request, registry); },
        QFileInfo(request.path).absoluteFilePath());
}

void Session::openWith(const QString &title, std::function<Result<std::unique_ptr<Project>>()> opener,
                       const QString &path)
{
    struct Opened {
        std::shared_ptr<Project> project;
        Result<Immutable<ProjectState>> state;
    };
    // The file that is open now is let go of first, so that opening it again does not find it locked.
    close();
    m_jobs.run(
        JobRunner::Kind::Shown, title, this,
        [opener = std::move(opener), registry = m_registry,
         prepare = m_preparationFor ? m_preparationFor(path) : Preparation()](const JobContext &job) -> Result<Opened> {
            auto project = opener();
            if (!project) {
                return project.error();
            }
            // Read in the same job: at the program's start the window is built meanwhile.
            auto state = loadState(**project, registry, {}, job);
            if (state && prepare) {
                prepare(*state, job);
            }
            return Opened{std::move(*project), std::move(state)};
        },
        [this, path](Result<Opened> opened) {
            if (!opened) {
                m_settings.removeRecentProject(path);
                m_log.fail(opened.error());
                return;
            }
            takeOver(std::move(opened->project));
            takeState(std::move(opened->state));
        });
}

void Session::adopt(std::shared_ptr<Project> project)
{
    takeOver(std::move(project));
    readState();
}

void Session::takeOver(std::shared_ptr<Project> project)
{
    close();
    m_project = std::move(project);
    m_settings.addRecentProject(m_project->path());
    m_project->setChangeListener(
        [this](const QStringList &) { QMetaObject::invokeMethod(this, &Session::refresh, Qt::QueuedConnection); });
    Q_EMIT opened();
}

void Session::close()
{
    if (!m_project) {
        return;
    }
    m_reading.stop();
    m_project->setChangeListener({});
    m_project.reset();
    m_state.reset();
    m_knowledge = {};
    Q_EMIT closed();
}

void Session::setKnowledge(const Knowledge &knowledge)
{
    if (knowledge == m_knowledge) {
        return;
    }
    m_knowledge = knowledge;
    Q_EMIT knowledgeChanged();
    refresh();
}

void Session::refresh()
{
    if (m_refreshQueued || !m_project) {
        return;
    }
    m_refreshQueued = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_refreshQueued = false;
            readState();
        },
        Qt::QueuedConnection);
}

void Session::readState()
{
    if (!m_project) {
        return;
    }
    m_reading.run(
        tr("Reading the project"), this,
        [project = m_project, registry = m_registry, knowledge = m_knowledge](const JobContext &job) {
            return loadState(*project, registry, knowledge, job);
        },
        [this](Result<Immutable<ProjectState>> state) { takeState(std::move(state)); });
}

void Session::takeState(Result<Immutable<ProjectState>> state)
{
    if (!state) {
        m_log.fail(state.error());
        return;
    }
    m_state = std::move(*state);
    Q_EMIT stateChanged();
}

} // namespace cuntu::ui
