// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/repair.h"

#include "core/base/text.h"
#include "core/store/change_table.h"

namespace cuntu {

namespace {

const QString k_repairs = QStringLiteral("repairs");

Result<Geometry> storedGeometry(const Database &database, const QString &layer, FeatureId feature)
{
    auto rows = database.prepare(QStringLiteral("SELECT geom FROM %1 WHERE id = ?").arg(quoted(layer)));
    if (!rows) {
        return rows.error();
    }
    rows->bind(0, feature.value);
    const auto more = rows->step();
    if (!more) {
        return more.error();
    }
    if (!*more) {
        return Error{
            ErrorCode::NotFound, Core::tr("layer %1 has no feature %2").arg(layer).arg(feature.value), {}, {}, {}, {}};
    }
    return fromSpatialiteBlob(rows->blob(0));
}

Result<void> storeBlob(Database &database, const QString &layer, FeatureId feature, const QByteArray &blob)
{
    auto update = database.prepare(QStringLiteral("UPDATE %1 SET geom = ? WHERE id = ?").arg(quoted(layer)));
    if (!update) {
        return update.error();
    }
    update->bindStatic(
        0, std::span(reinterpret_cast<const std::uint8_t *>(blob.constData()), static_cast<std::size_t>(blob.size())));
    update->bind(1, feature.value);
    return update->run();
}

} // namespace

Result<void> replaceGeometries(Database &database, const std::vector<CheckFix> &fixes, int srid, ActionId action)
{
    auto changes = ChangeWriter::begin(database, action);
    if (!changes) {
        return changes.error();
    }
    for (const CheckFix &fix : fixes) {
        auto before = storedGeometry(database, fix.layer, fix.feature);
        if (!before) {
            return before.error();
        }
        if (fix.geometry.isEmpty() || fix.geometry.type != before->type) {
            return Error{ErrorCode::Invalid,
                         Core::tr("the geometry for feature %1 of layer %2 is of another kind")
                             .arg(fix.feature.value)
                             .arg(fix.layer),
                         {},
                         {},
                         {},
                         {}};
        }
        // Polygons and lines are always stored in their multi form, as the layer's column wants it.
        const QByteArray blob = toSpatialiteBlob(fix.geometry, srid, fix.geometry.type != GeometryType::Point);
        auto done = changes->addGeometry(fix.layer, fix.feature, blob);
        done = done ? storeBlob(database, fix.layer, fix.feature, blob) : done;
        if (!done) {
            return done.error();
        }
    }
    return {};
}

QJsonArray repairsJson(const std::vector<CheckFix> &fixes)
{
    QJsonArray repairs;
    for (const CheckFix &fix : fixes) {
        repairs.append(QJsonObject{{QStringLiteral("layer"), fix.layer},
                                   {QStringLiteral("feature"), static_cast<qint64>(fix.feature.value)},
                                   {QStringLiteral("change"), fix.sentence}});
    }
    return repairs;
}

QStringList repairedLayers(const QJsonObject &payload)
{
    QStringList layers;
    const QJsonArray repairs = payload[k_repairs].toArray();
    for (const QJsonValue &repair : repairs) {
        const QString layer = repair[QStringLiteral("layer")].toString();
        if (!layers.contains(layer)) {
            layers << layer;
        }
    }
    return layers;
}

} // namespace cuntu
