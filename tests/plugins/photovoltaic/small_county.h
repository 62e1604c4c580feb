// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugin/registry.h"
#include "core/snapshot/project_snapshot.h"

#include <map>

namespace cuntu::photovoltaic {

using Fields = std::map<QString, QString>; ///< as a table gives them; numbers, dates and yes/no (1) as text

/// A county in memory: what a test says about it, and nothing else.
class SmallCounty : public ProjectSnapshot {
public:
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
    QMap<QString, std::vector<Fields>> m_rows;
    std::vector<Entry> m_entries;
    mutable std::optional<LedgerView> m_ledger;
    AreaTree m_areas;
    Crs m_crs;
};

/// The host's layers and everything that the plugin contributes.
const Registry &wholeRegistry();
Day day(const char *iso);

} // namespace cuntu::photovoltaic
