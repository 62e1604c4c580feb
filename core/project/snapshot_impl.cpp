// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/snapshot_impl.h"

#include <algorithm>

namespace cuntu {

namespace {

/// A snapshot without features of a layer that is declared but has no table yet.
Immutable<LayerSnapshot> emptySnapshot(const LayerSchema &schema, const Crs &crs)
{
    PackedGeometry geometry;
    geometry.type = schema.geometry;
    geometry.finish();
    std::map<QString, Immutable<Column>> columns;
    for (const Field &field : schema.fields) {
        const bool text = field.type == FieldType::Text || field.type == FieldType::Choice;
        columns[field.id] = freeze(Column(text ? Column::Kind::Text : Column::Kind::Number));
    }
    return std::make_shared<const LayerSnapshot>(schema, crs, 0, freeze(std::vector<FeatureId>()),
                                                 freeze(std::move(geometry)), std::move(columns));
}

} // namespace

QStringList SnapshotImpl::layers() const
{
    QStringList ids;
    for (const LayerSchema &schema : m_facts.layers) {
        ids << schema.id;
    }
    return ids;
}

Result<Immutable<LayerSnapshot>> SnapshotImpl::layer(const QString &id, const QStringList &fields,
                                                     const JobContext &job) const
{
    const auto found = std::find_if(m_facts.layers.begin(), m_facts.layers.end(),
                                    [&](const LayerSchema &schema) { return schema.id == id; });
    if (found != m_facts.layers.end()) {
        return m_cache->load({*found, m_facts.crs, m_facts.layerRevision.value(id), fields}, job);
    }
    if (const auto declared = m_registry->layerSchema(id)) {
        return emptySnapshot(*declared, m_facts.crs);
    }
    return Error{ErrorCode::NotFound, Core::tr("there is no layer %1").arg(id), {}, {}, {}, {}};
}

} // namespace cuntu
