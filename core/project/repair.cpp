// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/repair.h"

#include "core/base/text.h"

namespace cuntu {

namespace {

const QString k_repairs = QStringLiteral("repairs");

/// The stored geometry of a feature, as it is.
Result<QByteArray> storedBlob(const Database &database, const QString &layer, FeatureId feature)
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
    const auto blob = rows->blob(0);
    return QByteArray(reinterpret_cast<const char *>(blob.data()), static_cast<qsizetype>(blob.size()));
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

Result<Geometry> geometryOf(const QByteArray &blob)
{
    return fromSpatialiteBlob(
        std::span(reinterpret_cast<const std::uint8_t *>(blob.constData()), static_cast<std::size_t>(blob.size())));
}

} // namespace

Result<QJsonArray> replaceGeometries(Database &database, const std::vector<CheckFix> &fixes, int srid)
{
    QJsonArray repairs;
    for (const CheckFix &fix : fixes) {
        auto old = storedBlob(database, fix.layer, fix.feature);
        auto before = old ? geometryOf(*old) : Result<Geometry>(old.error());
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
        auto stored = storeBlob(database, fix.layer, fix.feature, blob);
        if (!stored) {
            return stored.error();
        }
        repairs.append(QJsonObject{{QStringLiteral("layer"), fix.layer},
                                   {QStringLiteral("feature"), static_cast<qint64>(fix.feature.value)},
                                   {QStringLiteral("change"), fix.sentence},
                                   {QStringLiteral("old"), QString::fromLatin1(old->toBase64())},
                                   {QStringLiteral("new"), QString::fromLatin1(blob.toBase64())}});
    }
    return repairs;
}

Result<void> reverseRepair(Database &database, const QJsonObject &payload, bool undoing)
{
    const QJsonArray repairs = payload[k_repairs].toArray();
    for (const QJsonValue &repair : repairs) {
        const QString blob = repair[undoing ? QStringLiteral("old") : QStringLiteral("new")].toString();
        auto stored = storeBlob(database, repair[QStringLiteral("layer")].toString(),
                                FeatureId{repair[QStringLiteral("feature")].toInteger()},
                                QByteArray::fromBase64(blob.toLatin1()));
        if (!stored) {
            return stored;
        }
    }
    return {};
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
