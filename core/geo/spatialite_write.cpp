// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geo/geometry.h"
#include "core/geo/spatialite_format.h"

#include <QtEndian>

#include <algorithm>
#include <bit>

namespace cuntu {

using namespace spatialite;

namespace {

class Writer {
public:
    explicit Writer(std::size_t expectedSize) { m_bytes.reserve(static_cast<qsizetype>(expectedSize)); }
    void byte(std::uint8_t value) { m_bytes.append(static_cast<char>(value)); }
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
            m_bytes.append(reinterpret_cast<const char *>(values.data()), static_cast<qsizetype>(values.size_bytes()));
        } else {
            std::ranges::for_each(values, [this](Point value) { position(value); });
        }
    }
    QByteArray take() { return std::move(m_bytes); }

private:
    template <typename T> void append(T value) { m_bytes.append(reinterpret_cast<const char *>(&value), sizeof value); }
    QByteArray m_bytes;
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

QByteArray toSpatialiteBlob(const Geometry &geometry, int srid, bool multi)
{
    const Box extent = geometry.extent();
    const std::uint32_t single = singleClass(geometry.type);
    if (single == 0 || geometry.partCount() == 0 || extent.isEmpty()) {
        return {};
    }
    std::uint32_t entities = 0;
    for (std::size_t part = 0; part < geometry.partCount(); part = geometry.next(part)) {
        ++entities;
    }
    Writer writer(60 + geometry.points.size() * sizeof(Point) + geometry.partCount() * 16);
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
    return writer.take();
}

} // namespace cuntu
