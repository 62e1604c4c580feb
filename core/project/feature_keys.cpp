// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/feature_keys.h"

namespace cuntu {

Result<FeatureKeys> FeatureKeys::of(const ProjectSnapshot &project, const LayerSchema &schema, const JobContext &job)
{
    QStringList fields{schema.keyField, schema.nameField};
    fields.removeAll(QString());
    fields.removeDuplicates();
    auto layer = project.layer(schema.id, fields, job);
    if (!layer) {
        return layer.error();
    }
    FeatureKeys keys;
    for (std::size_t row = 0; row < (*layer)->size(); ++row) {
        keys.m_ids.insert(QString::number((*layer)->id(row).value), (*layer)->id(row));
    }
    // What comes later wins: codes over names over numbers.
    for (const QString &field : {schema.nameField, schema.keyField}) {
        keys.addField(**layer, field);
    }
    return keys;
}

void FeatureKeys::addField(const LayerSnapshot &layer, const QString &field)
{
    const Column *column = field.isEmpty() ? nullptr : layer.column(field);
    QHash<QString, FeatureId> ids;
    for (std::size_t row = 0; column != nullptr && row < layer.size(); ++row) {
        const QString key = normalised(column->display(row));
        if (!key.isEmpty()) {
            ids.insert(key, ids.contains(key) ? FeatureId{} : layer.id(row));
        }
    }
    m_ids.insert(ids);
}

bool FeatureKeys::isAmbiguous(const QString &key) const
{
    const auto found = m_ids.constFind(normalised(key));
    return found != m_ids.constEnd() && found->isNone();
}

} // namespace cuntu
