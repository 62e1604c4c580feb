// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot/project_snapshot.h"

#include <map>
#include <set>
#include <variant>

namespace cuntu::test {

/// A layer without geometry, row by row, for tests of figures.
///
///     FakeLayer("works").area("area_code").row({{"area_code", "361126001001"}, {"length_km", 1.5}})
class FakeLayer {
public:
    /// A cell: text or number. Fields that a row leaves out are nothing in it.
    struct Cell {
        const char *field;
        std::variant<double, QString> value;
        Cell(const char *id, double number) : field(id), value(number) {}
        Cell(const char *id, const char *text) : field(id), value(QString::fromUtf8(text)) {}
        Cell(const char *id, QString text) : field(id), value(std::move(text)) {}
    };

    explicit FakeLayer(const char *id)
    {
        m_schema.id = QString::fromUtf8(id);
        m_schema.name = {m_schema.id, m_schema.id};
    }

    FakeLayer &area(const char *field)
    {
        m_schema.areaField = QString::fromUtf8(field);
        columnFor(m_schema.areaField, Column::Kind::Text);
        return *this;
    }

    /// Ids ascend from 1.
    FakeLayer &row(const std::vector<Cell> &cells)
    {
        std::set<QString> given;
        for (const Cell &cell : cells) {
            given.insert(QString::fromUtf8(cell.field));
            const bool isText = std::holds_alternative<QString>(cell.value);
            Column &column =
                columnFor(QString::fromUtf8(cell.field), isText ? Column::Kind::Text : Column::Kind::Number);
            if (isText) {
                column.appendText(std::get<QString>(cell.value).toStdString());
            } else {
                column.appendNumber(std::get<double>(cell.value));
            }
        }
        ++m_rows;
        for (auto &[field, column] : m_columns) {
            if (!given.contains(field)) {
                column.appendNull();
            }
        }
        return *this;
    }

    Immutable<LayerSnapshot> build() const
    {
        std::vector<FeatureId> ids;
        for (std::size_t i = 0; i < m_rows; ++i) {
            ids.push_back({static_cast<std::int64_t>(i) + 1});
        }
        std::map<QString, Immutable<Column>> columns;
        for (const auto &[field, column] : m_columns) {
            Column finished = column;
            finished.finish();
            columns.emplace(field, freeze(std::move(finished)));
        }
        return std::make_shared<const LayerSnapshot>(m_schema, Crs(), 1, freeze(std::move(ids)),
                                                     freeze(PackedGeometry()), std::move(columns));
    }

private:
    Column &columnFor(const QString &field, Column::Kind kind)
    {
        const auto [entry, isNew] = m_columns.try_emplace(field, kind);
        for (std::size_t i = 0; isNew && i < m_rows; ++i) {
            entry->second.appendNull();
        }
        return entry->second;
    }

    LayerSchema m_schema;
    std::map<QString, Column> m_columns;
    std::size_t m_rows = 0;
};

/// A project in memory: what indicators and reports read, without a file.
class FakeProject : public ProjectSnapshot {
public:
    FakeProject &with(const FakeLayer &layer)
    {
        const auto built = layer.build();
        m_layers[built->schema().id] = built;
        return *this;
    }
    FakeProject &with(AreaTree tree)
    {
        m_areas = std::move(tree);
        return *this;
    }
    FakeProject &with(LedgerView ledger)
    {
        m_ledger = std::move(ledger);
        return *this;
    }
    FakeProject &setting(const char *key, const char *value)
    {
        m_settings[QString::fromUtf8(key)] = QString::fromUtf8(value);
        return *this;
    }

    qint64 revision() const override { return 1; }
    QString projectName() const override { return QStringLiteral("fake"); }
    const Crs &crs() const override { return m_crs; }
    QStringList layers() const override
    {
        QStringList ids;
        for (const auto &[id, layer] : m_layers) {
            ids << id;
        }
        return ids;
    }
    qint64 featureCount(const QString &layer) const override
    {
        const auto found = m_layers.find(layer);
        return found == m_layers.end() ? 0 : static_cast<qint64>(found->second->size());
    }
    Result<Immutable<LayerSnapshot>> layer(const QString &id, const QStringList &, const JobContext &) const override
    {
        const auto found = m_layers.find(id);
        if (found == m_layers.end()) {
            return Error{ErrorCode::NotFound, QStringLiteral("no layer %1").arg(id), {}, {}, {}, {}};
        }
        return found->second;
    }
    const LedgerView &ledger() const override { return m_ledger; }
    const AreaTree &areas() const override { return m_areas; }
    QString setting(const QString &key) const override
    {
        const auto found = m_settings.find(key);
        return found == m_settings.end() ? QString() : found->second;
    }

private:
    std::map<QString, Immutable<LayerSnapshot>> m_layers;
    std::map<QString, QString> m_settings;
    LedgerView m_ledger;
    AreaTree m_areas;
    Crs m_crs;
};

} // namespace cuntu::test
