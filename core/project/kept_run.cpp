// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/kept_run.h"

#include <mutex>

namespace cuntu {

namespace {

/// A snapshot that notes what is asked of it.
class NotedSnapshot : public ProjectSnapshot {
public:
    explicit NotedSnapshot(const ProjectSnapshot &project) : m_project(project)
    {
        m_basis.revision = project.revision();
    }

    qint64 revision() const override { return m_project.revision(); }
    QString projectName() const override { return m_project.projectName(); }
    const Crs &crs() const override { return m_project.crs(); }
    QStringList layers() const override { return m_project.layers(); }
    qint64 featureCount(const QString &layer) const override { return m_project.featureCount(layer); }
    Result<Immutable<LayerSnapshot>> layer(const QString &id, const QStringList &fields,
                                           const JobContext &job) const override
    {
        auto found = m_project.layer(id, fields, job);
        if (found) {
            const std::lock_guard lock(m_mutex);
            m_basis.layers[id] = (*found)->revision();
        }
        return found;
    }
    const LedgerView &ledger() const override
    {
        const std::lock_guard lock(m_mutex);
        m_basis.entry = m_project.ledger().lastEntry();
        return m_project.ledger();
    }
    const AreaTree &areas() const override { return m_project.areas(); }
    QString setting(const QString &key) const override { return m_project.setting(key); }

    RunBasis basis() const
    {
        const std::lock_guard lock(m_mutex);
        return m_basis;
    }

private:
    const ProjectSnapshot &m_project;
    mutable std::mutex m_mutex; ///< an algorithm may read on several threads
    mutable RunBasis m_basis;
};

} // namespace

Result<FreshRun> runAlgorithm(const Algorithm &algorithm, const ProjectSnapshot &project,
                              const ParameterValues &parameters, Day asOf, const JobContext &job)
{
    const NotedSnapshot noted(project);
    auto outcome = algorithm.run({noted, parameters, asOf}, job);
    if (!outcome) {
        return outcome.error();
    }
    return FreshRun{std::move(*outcome), noted.basis()};
}

} // namespace cuntu
