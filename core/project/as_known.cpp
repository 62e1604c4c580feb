// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/as_known.h"

namespace cuntu {

namespace {

/// A snapshot with another ledger.
class KnownSnapshot : public ProjectSnapshot {
public:
    KnownSnapshot(Immutable<ProjectSnapshot> project, LedgerView ledger)
        : m_project(std::move(project)), m_ledger(std::move(ledger))
    {
    }

    qint64 revision() const override { return m_project->revision(); }
    QString projectName() const override { return m_project->projectName(); }
    const Crs &crs() const override { return m_project->crs(); }
    QStringList layers() const override { return m_project->layers(); }
    qint64 featureCount(const QString &layer) const override { return m_project->featureCount(layer); }
    Result<Immutable<LayerSnapshot>> layer(const QString &id, const QStringList &fields,
                                           const JobContext &job) const override
    {
        return m_project->layer(id, fields, job);
    }
    const LedgerView &ledger() const override { return m_ledger; }
    const AreaTree &areas() const override { return m_project->areas(); }
    QString setting(const QString &key) const override { return m_project->setting(key); }

private:
    Immutable<ProjectSnapshot> m_project;
    LedgerView m_ledger;
};

} // namespace

Immutable<ProjectSnapshot> asKnown(Immutable<ProjectSnapshot> project, std::optional<Instant> known, Rung rung)
{
    if (!known && rung == Rung::Reported) {
        return project;
    }
    LedgerView ledger = project->ledger();
    if (known) {
        ledger = ledger.knownOn(*known);
    }
    if (rung != Rung::Reported) {
        ledger = ledger.atRung(rung);
    }
    return std::make_shared<const KnownSnapshot>(std::move(project), std::move(ledger));
}

} // namespace cuntu
