// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugin/registry.h"
#include "plugins/roads/rule.h"

#include <map>

namespace cuntu::roads {

/// One feature of a made-up layer: its fields as text, as a table gives them.
struct Made {
    std::map<QString, QString> fields;
    std::vector<Point> line; ///< one point: a settlement
};

/// A county in memory: what a test says about it, and nothing else. Layers roads, road_stretches,
/// road_payments, settlements, villages and households.
class SmallCounty : public ProjectSnapshot {
public:
    /// A settlement with registered households; its row.
    std::size_t settlement(Point at, int households, std::map<QString, QString> fields = {});
    /// A road with a code; its row. Without other fields nothing is known about it.
    std::size_t road(const QString &code, std::vector<Point> line, std::map<QString, QString> fields = {});
    /// A cement road that is accepted from 2000-01-01 on.
    std::size_t goodRoad(const QString &code, std::vector<Point> line, std::map<QString, QString> fields = {});
    /// A stretch of the road with a code; its row.
    std::size_t stretch(const QString &code, double from_km, double to_km, std::map<QString, QString> fields = {});
    /// Money for the road with a code.
    void payment(const QString &code, const QString &iso, const QString &kind, double yuan);
    void village(const QString &code, bool poor, std::map<QString, QString> fields = {});
    void household(Point at, std::map<QString, QString> fields);
    /// Row @p row of @p layer has @p status from @p iso on.
    void mark(const QString &layer, std::size_t row, const QString &status, const QString &iso,
              std::int64_t evidence = 0);
    void setCrs(const Crs &crs) { m_crs = crs; }

    qint64 revision() const override { return 1; }
    QString projectName() const override { return QStringLiteral("small"); }
    const Crs &crs() const override { return m_crs; }
    QStringList layers() const override { return m_made.keys(); }
    qint64 featureCount(const QString &layer) const override { return static_cast<qint64>(m_made[layer].size()); }
    Result<Immutable<LayerSnapshot>> layer(const QString &id, const QStringList &fields,
                                           const JobContext &job) const override;
    const LedgerView &ledger() const override;
    const AreaTree &areas() const override { return m_areas; }
    QString setting(const QString &) const override { return {}; }

private:
    QMap<QString, std::vector<Made>> m_made;
    std::vector<Entry> m_entries;
    mutable std::optional<LedgerView> m_ledger;
    AreaTree m_areas;
    Crs m_crs;
};

/// The registry's schema of a layer, host's and plugin's fields together.
LayerSchema schemaOf(const QString &layer);
/// The host's layers and everything that the plugin contributes.
Registry wholeRegistry();
Day day(const char *iso);
/// Parameter values for @p given, by the rule's declaration.
ParameterValues values(const QMap<QString, QString> &given = {});

} // namespace cuntu::roads
