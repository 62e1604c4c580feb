// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/layer_cache.h"
#include "core/project/project.h"

#include <QHash>

namespace cuntu {

/// The project's facts at one revision, read in one go; its layers come from the cache.
struct SnapshotFacts {
    qint64 revision = 0;
    QString name;
    Crs crs;
    std::vector<LayerSchema> layers; ///< that have a table
    QHash<QString, qint64> layerRevision;
    QHash<QString, qint64> featureCount;
    LedgerView ledger;
    AreaTree areas;
    QHash<QString, QString> settings;
};

/// ProjectSnapshot over facts, cache and registry.
class SnapshotImpl : public ProjectSnapshot {
public:
    SnapshotImpl(SnapshotFacts facts, std::shared_ptr<LayerCache> cache, Immutable<Registry> registry)
        : m_facts(std::move(facts)), m_cache(std::move(cache)), m_registry(std::move(registry))
    {
    }

    qint64 revision() const override { return m_facts.revision; }
    QString projectName() const override { return m_facts.name; }
    const Crs &crs() const override { return m_facts.crs; }
    QStringList layers() const override;
    qint64 featureCount(const QString &layer) const override { return m_facts.featureCount.value(layer); }
    Result<Immutable<LayerSnapshot>> layer(const QString &id, const QStringList &fields,
                                           const JobContext &job) const override;
    const LedgerView &ledger() const override { return m_facts.ledger; }
    const AreaTree &areas() const override { return m_facts.areas; }
    QString setting(const QString &key) const override { return m_facts.settings.value(key); }

private:
    SnapshotFacts m_facts;
    std::shared_ptr<LayerCache> m_cache;
    Immutable<Registry> m_registry;
};

} // namespace cuntu
