// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"
#include "core/store/photo.h"

namespace cuntu {

/// Adds a picture whose bytes are piece of evidence @p evidence and gives its number.
Result<qint64> insertPhoto(Database &database, const Photo &photo, std::int64_t evidence, ActionId action);
/// Says which feature a picture shows: of @p layer, or nothing where that is empty.
Result<void> setPhotoFeature(Database &database, qint64 photo, const QString &layer, FeatureId feature);
/// Pictures that stand, in the order of adding; without their bytes.
Result<std::vector<Photo>> readPhotos(const Database &database);
/// The bytes of a picture. NotFound.
Result<QByteArray> readPhotoBytes(const Database &database, qint64 photo);

} // namespace cuntu
