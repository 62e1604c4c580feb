// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/import_roles.h"

#include "core/base/text.h"
#include "core/io/field_match.h"

#include <QRegularExpression>

namespace cuntu {
namespace {

bool namesAny(const QString &name, const QStringList &words)
{
    for (const QString &word : words) {
        if (!word.isEmpty() && name.contains(word, Qt::CaseInsensitive)) {
            return true;
        }
    }
    return false;
}

/// Share of the layer's fields, the required ones three times, that the headings hold; 0 where a required one is
/// missing.
double columnScore(const LayerSchema &schema, const QStringList &headings)
{
    auto matched = matchFields(headings, schema, {});
    if (!matched) {
        return 0;
    }
    double found = 0;
    for (const Field &field : schema.fields) {
        const bool has = matched->contains(field.id);
        if (field.required && !has && field.id != schema.areaField) {
            return 0;
        }
        found += has ? (field.required ? 3 : 1) : 0;
    }
    return found / static_cast<double>(std::max<qsizetype>(headings.size(), 4));
}

/// True where the table tells of steps of features that are there: a key, a status and a day, and hardly anything else.
bool isProgress(const LayerSchema &schema, const QString &name, const QStringList &headings)
{
    if (schema.tracks.empty() || !namesAny(name, {QStringLiteral("进度"), QStringLiteral("progress")})) {
        return false;
    }
    auto matched = matchFields(headings, schema, {});
    return matched && matched->contains(QStringLiteral("@status")) && !matched->contains(QStringLiteral("@x"));
}

} // namespace

std::vector<ImportRole> importRoles(const Registry &registry)
{
    std::vector<ImportRole> roles;
    for (const LayerSchema &layer : registry.layers) {
        roles.push_back({layer.id, layer.name.toString()});
    }
    for (const LayerSchema &layer : registry.layers) {
        if (!registry.tracksOf(*registry.layerSchema(layer.id)).empty()) {
            roles.push_back(
                {import_role::progressPrefix + layer.id, Core::tr("Progress of: %1").arg(layer.name.toString())});
        }
    }
    roles.push_back({import_role::targets, Core::tr("Targets")});
    roles.push_back({import_role::areaEvents, Core::tr("Changes of areas")});
    roles.push_back({import_role::plainPrefix, Core::tr("Plain layer")});
    return roles;
}

std::optional<LayerSchema> schemaOfRole(const Registry &registry, const QString &role)
{
    return registry.layerSchema(
        role.startsWith(import_role::progressPrefix) ? role.mid(import_role::progressPrefix.size()) : role);
}

QString guessRole(const Registry &registry, const QString &name, const QStringList &headings)
{
    if (namesAny(name, {QStringLiteral("目标"), QStringLiteral("target")})) {
        return import_role::targets;
    }
    if (namesAny(name, {QStringLiteral("区划变更"), QStringLiteral("area_events")})) {
        return import_role::areaEvents;
    }
    QString best = import_role::plainPrefix + plainLayerId(name);
    double bestScore = 0.15; // below it a fit is an accident
    for (const LayerSchema &own : registry.layers) {
        const LayerSchema layer = *registry.layerSchema(own.id);
        const bool named = namesAny(name, {layer.name.zh, layer.name.en, layer.id});
        if (named && isProgress(layer, name, headings)) {
            return import_role::progressPrefix + layer.id;
        }
        const double columns = columnScore(layer, headings);
        const double score = columns + (named && columns > 0 ? 1 : 0);
        if (score > bestScore) {
            bestScore = score;
            best = layer.id;
        }
    }
    return best;
}

QString plainLayerId(const QString &name)
{
    static const QRegularExpression unfit(QStringLiteral("[^\\p{L}\\p{N}_]+"),
                                          QRegularExpression::UseUnicodePropertiesOption);
    QString id = QString(name).replace(unfit, QStringLiteral("_")).left(50);
    return id.isEmpty() || !id.at(0).isLetter() ? QStringLiteral("layer_") + id : id;
}

} // namespace cuntu
