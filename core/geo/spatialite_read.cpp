// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/geo/geometry.h"
#include "core/geo/spatialite_format.h"

#include <QtEndian>

#include <bit>
#include <optional>

namespace cuntu {

using namespace spatialite;

namespace {

// Reads numbers from a span and nothing beside it. After the first that is not there, everything is zero and failed().
class Reader {
public:
    Reader(std::span<const std::uint8_t> bytes, bool littleEndian) : m_bytes(bytes), m_littleEndian(littleEndian) {}
    bool failed() const { return m_failed; }
    std::size_t remaining() const { return m_bytes.size(); }
    std::uint8_t byte() { return number<std::uint8_t>(); }
    std::uint32_t integer() { return number<std::uint32_t>(); }
    double real() { return std::bit_cast<double>(number<std::uint64_t>()); }
    float shortReal() { return std::bit_cast<float>(number<std::uint32_t>()); }
    void skip(std::size_t count)
    {
        m_failed = m_failed || count > m_bytes.size();
        m_bytes = m_failed ? std::span<const std::uint8_t>() : m_bytes.subspan(count);
    }

private:
    template <typename T> T number()
    {
        const std::uint8_t *from = m_bytes.data();
        if (m_failed || m_bytes.size() < sizeof(T)) {
            skip(sizeof(T));
            return 0;
        }
        m_bytes = m_bytes.subspan(sizeof(T));
        return m_littleEndian ? qFromLittleEndian<T>(from) : qFromBigEndian<T>(from);
    }
    std::span<const std::uint8_t> m_bytes;
    bool m_littleEndian;
    bool m_failed = false;
};

// What a class number says: 1 002 003 is a compressed (1 000 000) polygon (3) with measures (2 000).
struct Kind {
    std::uint32_t shape = 0;
    bool compressed = false;
    std::size_t position = 16; // bytes of one position
    std::size_t step = 8;      // bytes of one position inside a compressed part: x, y, z as float steps, m as it is
};

std::optional<Kind> kindOf(std::uint32_t classNumber)
{
    Kind kind;
    kind.compressed = classNumber >= k_compressed;
    const std::uint32_t plain = kind.compressed ? classNumber - k_compressed : classNumber;
    const std::uint32_t dimensions = plain / 1000;
    kind.shape = plain % 1000;
    if (dimensions > 3 || kind.shape < PointClass || kind.shape > Collection) {
        return std::nullopt;
    }
    if (kind.compressed && kind.shape != LineClass && kind.shape != PolygonClass) {
        return std::nullopt;
    }
    const bool hasZ = dimensions == 1 || dimensions == 3;
    const bool hasM = dimensions == 2 || dimensions == 3;
    kind.position += (hasZ ? 8U : 0U) + (hasM ? 8U : 0U);
    kind.step += (hasZ ? 4U : 0U) + (hasM ? 8U : 0U);
    return kind;
}

GeometryType typeOf(std::uint32_t shape)
{
    switch (shape) {
    case PointClass:
    case MultiPoint:
        return GeometryType::Point;
    case LineClass:
    case MultiLine:
        return GeometryType::Line;
    case PolygonClass:
    case MultiPolygon:
        return GeometryType::Polygon;
    default:
        return GeometryType::None;
    }
}

Point readPosition(Reader &reader, const Kind &kind)
{
    Point position;
    position.x = reader.real();
    position.y = reader.real();
    reader.skip(kind.position - 16);
    return position;
}

// Bytes that @p count positions of one part take; count is from the file, hence 64 bits.
std::uint64_t partSize(const Kind &kind, std::uint64_t count)
{
    if (!kind.compressed || count <= 2) {
        return count * kind.position;
    }
    return 2 * kind.position + (count - 2) * kind.step;
}

// Appends one line or ring. False when it has no position or more than there are bytes for.
bool readPart(Reader &reader, const Kind &kind, bool hole, Geometry &geometry)
{
    const std::uint32_t count = reader.integer();
    if (count == 0 || partSize(kind, count) > reader.remaining()) {
        return false;
    }
    geometry.points.reserve(geometry.points.size() + count);
    Point position;
    for (std::uint32_t i = 0; i < count; ++i) {
        if (!kind.compressed || i == 0 || i == count - 1) {
            position = readPosition(reader, kind);
        } else {
            position.x += static_cast<double>(reader.shortReal());
            position.y += static_cast<double>(reader.shortReal());
            reader.skip(kind.step - 8);
        }
        geometry.points.push_back(position);
    }
    geometry.addPart({}, hole);
    return !reader.failed();
}

bool readEntity(Reader &reader, const Kind &kind, Geometry &geometry)
{
    if (kind.shape == PointClass) {
        const Point position = readPosition(reader, kind);
        geometry.addPart({&position, 1});
        return !reader.failed();
    }
    const std::uint32_t parts = kind.shape == PolygonClass ? reader.integer() : 1;
    if (parts == 0) {
        return false;
    }
    for (std::uint32_t i = 0; i < parts; ++i) {
        if (!readPart(reader, kind, i > 0, geometry)) {
            return false;
        }
    }
    return true;
}

bool readCollection(Reader &reader, const Kind &kind, Geometry &geometry)
{
    const std::uint32_t count = reader.integer();
    for (std::uint32_t i = 0; i < count; ++i) {
        if (reader.byte() != k_entity) {
            return false;
        }
        const auto entity = kindOf(reader.integer());
        if (!entity || entity->shape > PolygonClass) {
            return false;
        }
        if (kind.shape == Collection && i == 0) {
            geometry.type = typeOf(entity->shape);
        }
        if (typeOf(entity->shape) != geometry.type || !readEntity(reader, *entity, geometry)) {
            return false;
        }
    }
    return !reader.failed();
}

bool readTinyPoint(Reader &reader, Geometry &geometry)
{
    const std::uint8_t dimensions = reader.byte(); // 1 XY, 2 XYZ, 3 XYM, 4 XYZM
    const auto kind = kindOf((dimensions - 1U) * 1000U + PointClass);
    geometry.type = GeometryType::Point;
    return dimensions >= 1 && kind && readEntity(reader, *kind, geometry);
}

bool readFull(Reader &reader, Geometry &geometry)
{
    reader.skip(4 * sizeof(double)); // the box, which follows from the positions
    if (reader.byte() != k_mbrEnd) {
        return false;
    }
    const auto kind = kindOf(reader.integer());
    if (!kind) {
        return false;
    }
    geometry.type = typeOf(kind->shape);
    return kind->shape <= PolygonClass ? readEntity(reader, *kind, geometry) : readCollection(reader, *kind, geometry);
}

bool readBlob(std::span<const std::uint8_t> blob, Geometry &geometry)
{
    constexpr std::size_t srid = 4;
    if (blob.size() < 2 || blob[0] != k_start || (blob[1] & 0x7EU) != 0) {
        return false;
    }
    Reader reader(blob.subspan(2), (blob[1] & k_littleEndian) != 0);
    reader.skip(srid);
    const bool read = (blob[1] & k_tiny) != 0 ? readTinyPoint(reader, geometry) : readFull(reader, geometry);
    return read && reader.byte() == k_end && reader.remaining() == 0 && !reader.failed();
}

} // namespace

Result<Geometry> fromSpatialiteBlob(std::span<const std::uint8_t> blob)
{
    Geometry geometry;
    if (!readBlob(blob, geometry)) {
        return Error{ErrorCode::Unreadable,
                     Core::tr("the geometry is damaged or of a kind that cannot be shown"),
                     {},
                     Core::tr("Open the layer's table, find the feature and enter its geometry again."),
                     {},
                     {}};
    }
    return geometry;
}

} // namespace cuntu
