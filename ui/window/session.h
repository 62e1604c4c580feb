// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/job_runner.h"
#include "ui/window/message_log.h"
#include "ui/window/project_state.h"
#include "ui/window/settings.h"

#include <functional>

namespace cuntu::ui {

/// The opened project, or none, and the newest state of it that was read. Everything slow is done in jobs.
///
///     open() -> job opens the file and reads the state -> opened(), stateChanged()
///     any change of the project, by whomever -> job reads the state -> stateChanged()
///
/// GUI thread.
class Session : public QObject {
    Q_OBJECT

public:
    Session(Immutable<Registry> registry, Settings &settings, JobRunner &jobs, MessageLog &log);
    ~Session() override;

    const Registry &registry() const { return *m_registry; }
    Immutable<Registry> sharedRegistry() const { return m_registry; }
    bool hasProject() const { return m_project != nullptr; }
    /// For jobs, which keep it alive until they are done. Null: none is open.
    std::shared_ptr<Project> project() const { return m_project; }
    /// What was read last; null until the first time.
    const Immutable<ProjectState> &state() const { return m_state; }
    /// True where a project is open that can be changed.
    bool canWrite() const { return m_project && !m_project->isReadOnly() && m_knowledge.isAll(); }
    /// What of the ledger is shown: all of it, unless somebody looks back. A project opens with all.
    const Knowledge &knowledge() const { return m_knowledge; }
    void setKnowledge(const Knowledge &knowledge);

    /// Work on a newly read state that is done in the job that opens it, so that what comes next finds it done.
    using Preparation = std::function<void(const Immutable<ProjectState> &, const JobContext &)>;
    /// Called on this thread with the path of a file that is about to be opened.
    void setPreparation(std::function<Preparation(const QString &)> preparationFor);

    /// Opens a file instead of what is open now. Failures go to the log.
    void open(const QString &path);
    /// Makes a new file and opens it.
    void create(const NewProject &request);
    /// Takes over a project that a job has made.
    void adopt(std::shared_ptr<Project> project);
    void close();
    /// Reads the state again, soon; several calls in a row are one.
    void refresh();

Q_SIGNALS:
    void opened();
    void closed();
    /// A newer state was read: data, ledger, targets, styles or actions may differ.
    void stateChanged();
    /// More or less of the ledger is to be shown; the state follows.
    void knowledgeChanged();

private:
    void openWith(const QString &title, std::function<Result<std::unique_ptr<Project>>()> opener, const QString &path);
    void takeOver(std::shared_ptr<Project> project);
    void readState();
    void takeState(Result<Immutable<ProjectState>> state);

    Immutable<Registry> m_registry;
    Settings &m_settings;
    JobRunner &m_jobs;
    MessageLog &m_log;
    LatestJob m_reading;
    std::function<Preparation(const QString &)> m_preparationFor;
    std::shared_ptr<Project> m_project;
    Immutable<ProjectState> m_state;
    Knowledge m_knowledge;
    bool m_refreshQueued = false;
};

} // namespace cuntu::ui
