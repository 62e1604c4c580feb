// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/layer_snapshot.h"

#include "core/snapshot/layer_memo.h"
#include "core/snapshot/vertex_detail.h"

#include <algorithm>
#include <mutex>
#include <optional>

namespace cuntu {

struct PackedGeometry::LazyDetail {
    std::once_flag once;
    std::optional<VertexDetail> detail;
};

Geometry PackedGeometry::geometry(std::size_t feature) const
{
    Geometry result;
    if (!hasGeometry(feature)) {
        return result;
    }
    result.type = type;
    for (std::size_t i = firstPart(feature); i < endPart(feature); ++i) {
        result.addPart(part(i), type == GeometryType::Polygon && holes[i] != 0);
    }
    return result;
}

void PackedGeometry::appendPoint(Point position)
{
    m_growing.points.push_back(position);
    m_growing.partStart.push_back(static_cast<std::uint32_t>(m_growing.points.size()));
    m_growing.holes.push_back(0);
    m_growing.featureStart.push_back(static_cast<std::uint32_t>(m_growing.holes.size()));
    m_growing.boxes.push_back({position.x, position.y, position.x, position.y});
}

void PackedGeometry::append(const Geometry &geometry)
{
    for (std::size_t i = 0; i < geometry.partCount(); ++i) {
        const auto source = geometry.part(i);
        m_growing.points.insert(m_growing.points.end(), source.begin(), source.end());
        m_growing.partStart.push_back(static_cast<std::uint32_t>(m_growing.points.size()));
        m_growing.holes.push_back(i < geometry.holes.size() && geometry.holes[i] ? 1 : 0);
    }
    m_growing.featureStart.push_back(static_cast<std::uint32_t>(m_growing.holes.size()));
    m_growing.boxes.push_back(geometry.extent());
}

const VertexDetail &PackedGeometry::detail() const
{
    std::call_once(m_detail->once, [this] { m_detail->detail.emplace(*this); });
    return *m_detail->detail;
}

void PackedGeometry::finish()
{
    m_growing.points.shrink_to_fit();
    points = FlatArray(std::move(m_growing.points));
    partStart = FlatArray(std::move(m_growing.partStart));
    featureStart = FlatArray(std::move(m_growing.featureStart));
    holes = FlatArray(std::move(m_growing.holes));
    boxes = FlatArray(std::move(m_growing.boxes));
    index = PackedIndex(boxes);
    m_detail = std::make_shared<LazyDetail>();
    findWhetherOnePointEach();
}

void PackedGeometry::findWhetherOnePointEach()
{
    bool one = type == GeometryType::Point && points.size() == size();
    for (std::size_t i = 0; one && i < size(); ++i) {
        one = featureStart[i] == i && partStart[i] == i;
    }
    m_onePointEach = one && featureStart.back() == size();
}

namespace {

/// True where @p starts begin with 0, never fall and end with @p last.
bool leadThrough(std::span<const std::uint32_t> starts, std::size_t last)
{
    return !starts.empty() && starts.front() == 0 && starts.back() == last && std::ranges::is_sorted(starts);
}

} // namespace

bool PackedGeometry::adopt(std::optional<VertexDetail> detail)
{
    if (!leadThrough(partStart, points.size()) || !leadThrough(featureStart, holes.size()) ||
        partStart.size() != holes.size() + 1 || featureStart.size() != size() + 1 || index.size() != size() ||
        (detail && !detail->isEmpty() && detail->size() != points.size())) {
        return false;
    }
    m_detail = std::make_shared<LazyDetail>();
    if (detail) {
        std::call_once(m_detail->once, [&] { m_detail->detail = std::move(detail); });
    }
    findWhetherOnePointEach();
    return true;
}

LayerSnapshot::LayerSnapshot(LayerSchema schema, Crs crs, qint64 revision, Immutable<std::vector<FeatureId>> ids,
                             Immutable<PackedGeometry> geometry, std::map<QString, Immutable<Column>> columns,
                             std::shared_ptr<LayerMemo> memo)
    : m_schema(std::move(schema)),
      m_crs(std::move(crs)),
      m_revision(revision),
      m_ids(std::move(ids)),
      m_geometry(std::move(geometry)),
      m_columns(std::move(columns)),
      m_memo(memo ? std::move(memo) : std::make_shared<LayerMemo>())
{
}

std::optional<std::size_t> LayerSnapshot::rowOf(FeatureId id) const
{
    const auto found = std::lower_bound(m_ids->begin(), m_ids->end(), id);
    if (found == m_ids->end() || *found != id) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - m_ids->begin());
}

const Column *LayerSnapshot::column(const QString &field) const
{
    const auto found = m_columns.find(field);
    return found == m_columns.end() ? nullptr : found->second.get();
}

} // namespace cuntu
