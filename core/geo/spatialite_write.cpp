// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geo/geometry.h"
#include "core/geo/spatialite_format.h"

#include <QtEndian>

#include <algorithm>
#include <bit>
#include <cstring>

namespace cuntu {

using namespace spatialite;

namespace {

class Writer {
public:
    /// Writes into @p bytes, at most @p longest of them.
    Writer(QByteArray &bytes, std::size_t longest) : m_bytes(bytes)
    {
        bytes.resize(static_cast<qsizetype>(longest));
        m_at = bytes.data();
    }
    void byte(std::uint8_t value) { *m_at++ = static_cast<char>(value); }
    void number(std::uint32_t value) { append(qToLittleEndian(value)); }
    void number(double value) { append(qToLittleEndian(std::bit_cast<std::uint64_t>(value))); }
    void position(Point value)
    {
        number(value.x);
        number(value.y);
    }
    void positions(std::span<const Point> values)
    {
        number(static_cast<std::uint32_t>(values.size()));
        if constexpr (std::endian::native == std::endian::little) { // as they lie in memory: six times as fast
            std::memcpy(m_at, values.data(), values.size_bytes());
            m_at += values.size_bytes();
        } else {
            std::ranges::for_each(values, [this](Point value) { position(value); });
        }
    }
    void finish() { m_bytes.truncate(m_at - m_bytes.constData()); }

private:
    template <typename T> void append(T value)
    {
        std::memcpy(m_at, &value, sizeof value);
        m_at += sizeof value;
    }
    QByteArray &m_bytes;
    char *m_at;
};

std::uint32_t singleClass(GeometryType type)
{
    switch (type) {
    case GeometryType::Point:
        return PointClass;
    case GeometryType::Line:
        return LineClass;
    case GeometryType::Polygon:
        return PolygonClass;
    case GeometryType::None:
    case GeometryType::Any:
        break;
    }
    return 0;
}

void writeEntity(Writer &writer, const Geometry &geometry, std::size_t first, std::size_t end)
{
    writer.number(singleClass(geometry.type));
    if (geometry.type == GeometryType::Point) {
        writer.position(geometry.part(first)[0]);
        return;
    }
    if (geometry.type == GeometryType::Polygon) {
        writer.number(static_cast<std::uint32_t>(end - first));
    }
    for (std::size_t i = first; i < end; ++i) {
        writer.positions(geometry.part(i));
    }
}

} // namespace

void writeSpatialiteBlob(const Geometry &geometry, const Box &extent, int srid, bool multi, QByteArray &bytes)
{
    bytes.resize(0); // keeps its memory, as clear() does not
    const std::uint32_t single = singleClass(geometry.type);
    if (single == 0 || geometry.partCount() == 0 || extent.isEmpty()) {
        return;
    }
    std::uint32_t entities = 0;
    for (std::size_t part = 0; part < geometry.partCount(); part = geometry.next(part)) {
        ++entities;
    }
    // 39 of the head, 8 of a collection's, 9 at most of each entity's, 4 of each part's, 1 of the end.
    Writer writer(bytes, 48 + geometry.points.size() * sizeof(Point) + geometry.partCount() * 13);
    writer.byte(k_start);
    writer.byte(k_littleEndian);
    writer.number(static_cast<std::uint32_t>(srid));
    writer.position({extent.minX, extent.minY});
    writer.position({extent.maxX, extent.maxY});
    writer.byte(k_mbrEnd);
    const bool asMulti = multi || entities > 1;
    if (asMulti) {
        writer.number(single + (MultiPoint - PointClass));
        writer.number(entities);
    }
    for (std::size_t part = 0; part < geometry.partCount();) {
        const std::size_t next = geometry.next(part);
        if (asMulti) {
            writer.byte(k_entity);
        }
        writeEntity(writer, geometry, part, next);
        part = next;
    }
    writer.byte(k_end);
    writer.finish();
}

QByteArray toSpatialiteBlob(const Geometry &geometry, int srid, bool multi)
{
    QByteArray bytes;
    writeSpatialiteBlob(geometry, geometry.extent(), srid, multi, bytes);
    return bytes;
}

} // namespace cuntu
