// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/photo_table.h"

#include "core/base/text.h"

#include <bit>

namespace cuntu {

namespace {

Value orNull(const std::optional<double> &number)
{
    return number ? Value(*number) : Value();
}

std::optional<double> numberAt(const Statement &rows, int column)
{
    return rows.isNull(column) ? std::nullopt : std::optional<double>(rows.real(column));
}

} // namespace

Result<qint64> insertPhoto(Database &database, const Photo &photo, std::int64_t evidence, ActionId action)
{
    const PhotoFacts &facts = photo.facts;
    auto done = database.execute(
        QStringLiteral("INSERT INTO cuntu_photo (uuid, evidence_id, layer, feature_id, taken_at, longitude, latitude, "
                       "bearing, distance, hash, action_id) VALUES (randomblob(16), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {evidence, photo.layer.toStdString(), photo.feature.isNone() ? Value() : Value(photo.feature.value),
         facts.taken ? Value(facts.taken->toIso().toStdString()) : Value(),
         facts.lonLat ? Value(facts.lonLat->x) : Value(), facts.lonLat ? Value(facts.lonLat->y) : Value(),
         orNull(facts.bearing_deg), orNull(photo.distance_m),
         photo.hash ? Value(std::bit_cast<std::int64_t>(*photo.hash)) : Value(), action.value});
    return done ? Result<qint64>(database.lastInsertId()) : Result<qint64>(done.error());
}

Result<void> setPhotoFeature(Database &database, qint64 photo, const QString &layer, FeatureId feature)
{
    return database.execute(
        QStringLiteral("UPDATE cuntu_photo SET layer = ?, feature_id = ?, distance = NULL WHERE id = ?"),
        {layer.toStdString(), feature.isNone() ? Value() : Value(feature.value), std::int64_t{photo}});
}

Result<std::vector<Photo>> readPhotos(const Database &database)
{
    auto rows = database.prepare(
        QStringLiteral("SELECT p.id, e.name, e.sha256, p.layer, p.feature_id, p.taken_at, p.longitude, p.latitude, "
                       "p.bearing, p.distance, p.hash FROM cuntu_photo p JOIN cuntu_evidence e ON e.id = p.evidence_id "
                       "WHERE p.removed_by IS NULL ORDER BY p.id"));
    if (!rows) {
        return rows.error();
    }
    std::vector<Photo> photos;
    auto more = rows->step();
    for (; more && *more; more = rows->step()) {
        Photo photo;
        photo.id = rows->integer(0);
        photo.name = rows->text(1);
        photo.sha256 = rows->text(2);
        photo.layer = rows->text(3);
        photo.feature = FeatureId{rows->integer(4)};
        photo.facts.taken = CameraTime::fromIso(rows->text(5));
        const auto lon = numberAt(*rows, 6);
        const auto lat = numberAt(*rows, 7);
        if (lon && lat) {
            photo.facts.lonLat = Point{*lon, *lat};
        }
        photo.facts.bearing_deg = numberAt(*rows, 8);
        photo.distance_m = numberAt(*rows, 9);
        if (!rows->isNull(10)) {
            photo.hash = std::bit_cast<std::uint64_t>(rows->integer(10));
        }
        photos.push_back(std::move(photo));
    }
    if (!more) {
        return more.error();
    }
    return photos;
}

Result<QByteArray> readPhotoBytes(const Database &database, qint64 photo)
{
    auto rows = database.prepare(QStringLiteral(
        "SELECT e.bytes FROM cuntu_photo p JOIN cuntu_evidence e ON e.id = p.evidence_id WHERE p.id = ?"));
    if (!rows) {
        return rows.error();
    }
    rows->bind(0, std::int64_t{photo});
    auto found = rows->step();
    if (!found) {
        return found.error();
    }
    if (!*found) {
        return Error{ErrorCode::NotFound, Core::tr("the project has no photo %1").arg(photo), {}, {}, {}, {}};
    }
    const auto bytes = rows->blob(0);
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
}

} // namespace cuntu
