// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/geo/crs.h"

#include <QByteArray>

#include <optional>

namespace cuntu {

/// When a camera says that a picture was taken: its own clock, which knows no time zone.
struct CUNTU_CORE_EXPORT CameraTime {
    Day day;
    int second = 0; ///< of the day, 0..86399

    /// "2019-05-01T08:30:00".
    QString toIso() const;
    static std::optional<CameraTime> fromIso(QStringView text);
    auto operator<=>(const CameraTime &) const = default;
};

/// What a picture says of itself (EXIF 2.32: DateTimeOriginal, GPSInfo). What is missing or makes no sense is empty.
struct PhotoFacts {
    std::optional<CameraTime> taken;
    std::optional<Point> lonLat;       ///< degrees, in whatever system the camera has; never 0, 0
    std::optional<double> bearing_deg; ///< clockwise from north, 0 <= bearing < 360
};

/// Reads the facts of a JPEG, TIFF, PNG or WebP in memory. Invalid for what is none of them. Any thread.
CUNTU_CORE_EXPORT Result<PhotoFacts> readPhotoFacts(const QByteArray &bytes);

} // namespace cuntu
