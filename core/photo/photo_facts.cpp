// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/photo/photo_facts.h"

#include "core/base/text.h"

#include <exiv2/exiv2.hpp>

#include <QTime>

#include <array>
#include <cmath>
#include <mutex>

namespace cuntu {

namespace {

/// The tag's value; null where there is none.
const Exiv2::Exifdatum *find(const Exiv2::ExifData &exif, const char *key)
{
    const auto found = exif.findKey(Exiv2::ExifKey(key));
    return found == exif.end() ? nullptr : &*found;
}

std::optional<double> ratio(const Exiv2::Exifdatum &tag, long part)
{
    if (part >= tag.count()) {
        return std::nullopt;
    }
    const Exiv2::Rational value = tag.toRational(part);
    if (value.second == 0) {
        return std::nullopt;
    }
    return static_cast<double>(value.first) / static_cast<double>(value.second);
}

/// Degrees, minutes and seconds; the last two may be missing.
std::optional<double> angle(const Exiv2::ExifData &exif, const char *key, const char *reference, const char *negative,
                            double largest)
{
    const Exiv2::Exifdatum *tag = find(exif, key);
    const Exiv2::Exifdatum *sign = find(exif, reference);
    const auto degrees = tag ? ratio(*tag, 0) : std::nullopt;
    if (!degrees) {
        return std::nullopt;
    }
    const double value = *degrees + ratio(*tag, 1).value_or(0) / 60 + ratio(*tag, 2).value_or(0) / 3600;
    if (!(value >= 0 && value <= largest)) {
        return std::nullopt;
    }
    const bool isNegative = sign && QString::fromStdString(sign->toString()).startsWith(QLatin1String(negative));
    return isNegative ? -value : value;
}

std::optional<Point> position(const Exiv2::ExifData &exif)
{
    const auto lon = angle(exif, "Exif.GPSInfo.GPSLongitude", "Exif.GPSInfo.GPSLongitudeRef", "W", 180);
    const auto lat = angle(exif, "Exif.GPSInfo.GPSLatitude", "Exif.GPSInfo.GPSLatitudeRef", "S", 90);
    // Cameras that have no fix yet write 0, 0.
    const bool isReal = lon && lat && (*lon != 0 || *lat != 0);
    return isReal ? std::optional<Point>(Point{*lon, *lat}) : std::nullopt;
}

std::optional<CameraTime> timeOf(const Exiv2::ExifData &exif)
{
    for (const char *key : {"Exif.Photo.DateTimeOriginal", "Exif.Photo.DateTimeDigitized", "Exif.Image.DateTime"}) {
        const Exiv2::Exifdatum *tag = find(exif, key);
        if (!tag) {
            continue;
        }
        // "2019:05:01 08:30:00"
        const QString text = QString::fromStdString(tag->toString()).trimmed();
        const auto day = Day::fromIso(QString(text.left(10)).replace(QLatin1Char(':'), QLatin1Char('-')));
        const QTime time = QTime::fromString(text.mid(11, 8), QStringLiteral("HH:mm:ss"));
        if (day && time.isValid()) {
            return CameraTime{*day, time.msecsSinceStartOfDay() / 1000};
        }
    }
    return std::nullopt;
}

std::optional<double> bearing(const Exiv2::ExifData &exif)
{
    const Exiv2::Exifdatum *tag = find(exif, "Exif.GPSInfo.GPSImgDirection");
    const auto value = tag ? ratio(*tag, 0) : std::nullopt;
    return value && *value >= 0 && *value <= 360 ? std::optional<double>(std::fmod(*value, 360)) : std::nullopt;
}

Error noPicture(const QString &said)
{
    return {ErrorCode::Invalid,
            Core::tr("this is no picture that can be read"),
            {},
            Core::tr("JPEG, TIFF, PNG and WebP are read."),
            {},
            said.isEmpty() ? QStringList() : QStringList{said}};
}

} // namespace

QString CameraTime::toIso() const
{
    return day.toIso() + QLatin1Char('T') + QTime::fromMSecsSinceStartOfDay(second * 1000).toString(Qt::ISODate);
}

std::optional<CameraTime> CameraTime::fromIso(QStringView text)
{
    const auto day = Day::fromIso(text.left(10));
    const QTime time = QTime::fromString(text.mid(11, 8).toString(), Qt::ISODate);
    return day && time.isValid() ? std::optional<CameraTime>({*day, time.msecsSinceStartOfDay() / 1000}) : std::nullopt;
}

Result<PhotoFacts> readPhotoFacts(const QByteArray &bytes)
{
    static std::once_flag quiet; // it prints what it finds odd
    std::call_once(quiet, [] { Exiv2::LogMsg::setLevel(Exiv2::LogMsg::mute); });
    try {
        const auto image = Exiv2::ImageFactory::open(reinterpret_cast<const Exiv2::byte *>(bytes.constData()),
                                                     static_cast<long>(bytes.size()));
        if (image.get() == nullptr) {
            return noPicture({});
        }
        image->readMetadata();
        const Exiv2::ExifData &exif = image->exifData();
        return PhotoFacts{timeOf(exif), position(exif), bearing(exif)};
    } catch (const std::exception &problem) { // Exiv2::Error is one
        return noPicture(QString::fromUtf8(problem.what()));
    }
}

} // namespace cuntu
