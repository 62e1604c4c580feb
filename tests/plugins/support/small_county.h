// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugin/registry.h"
#include "core/snapshot/project_snapshot.h"

#include <map>

namespace cuntu::test {

/// As a table gives them; numbers, dates and yes/no (1) as text. "@x" and "@y": where a point lies;
/// "@points": the points of a line, or of a polygon's ring, as "x y, x y".
using Fields = std::map<QString, QString>;

/// A county in memory with the layers of @p registry: what a test says about it, and nothing else.
class SmallCounty : public ProjectSnapshot {
public:
    /// Marks are those of @p programme.
    SmallCounty(const Registry &registry, QString programme) : m_registry(registry), m_programme(std::move(programme))
    {
    }

    /// Adds a row to @p layer; its number.
    std::size_t add(const char16_t *layer, Fields fields);
    /// Row @p row of @p layer has @p status from @p iso on.
    void mark(const char16_t *layer, std::size_t row, const QString &status, const QString &iso,
              std::int64_t evidence = 0);

    /// Numerator and denominator of the whole county.
    std::pair<double, double> figure(const QString &indicator, const QMap<QString, QString> &given = {},
                                     const char *iso = "2020-06-30") const;

    /// What check @p checkId finds.
    std::vector<CheckFinding> found(const QString &checkId) const;

    qint64 revision() const override { return 1; }
    QString projectName() const override { return QStringLiteral("small"); }
    const Crs &crs() const override { return m_crs; }
    QStringList layers() const override { return m_rows.keys(); }
    qint64 featureCount(const QString &layer) const override { return static_cast<qint64>(m_rows[layer].size()); }
    Result<Immutable<LayerSnapshot>> layer(const QString &id, const QStringList &fields,
                                           const JobContext &job) const override;
    const LedgerView &ledger() const override;
    const AreaTree &areas() const override { return m_areas; }
    QString setting(const QString &) const override { return {}; }

private:
    const Registry &m_registry;
    QString m_programme;
    QMap<QString, std::vector<Fields>> m_rows;
    std::vector<Entry> m_entries;
    mutable std::optional<LedgerView> m_ledger;
    AreaTree m_areas;
    Crs m_crs;
};

/// The host's layers and everything that a plugin contributes, by its @p addAll.
Registry registryWith(void (*addAll)(Registry &));
Day day(const char *iso);

} // namespace cuntu::test
