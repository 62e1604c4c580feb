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
        result.addPart(part(i), type == GeometryType::Polygon && holes[i]);
    }
    return result;
}

void PackedGeometry::startIfNew()
{
    if (featureStart.empty()) {
        featureStart.push_back(0);
        partStart.push_back(0);
    }
}

void PackedGeometry::appendPoint(Point position)
{
    startIfNew();
    points.push_back(position);
    partStart.push_back(static_cast<std::uint32_t>(points.size()));
    holes.push_back(false);
    featureStart.push_back(static_cast<std::uint32_t>(partStart.size() - 1));
    boxes.push_back({position.x, position.y, position.x, position.y});
}

void PackedGeometry::append(const Geometry &geometry)
{
    startIfNew();
    for (std::size_t i = 0; i < geometry.partCount(); ++i) {
        const auto source = geometry.part(i);
        points.insert(points.end(), source.begin(), source.end());
        partStart.push_back(static_cast<std::uint32_t>(points.size()));
        holes.push_back(i < geometry.holes.size() && geometry.holes[i]);
    }
    featureStart.push_back(static_cast<std::uint32_t>(partStart.size() - 1));
    boxes.push_back(geometry.extent());
}

const VertexDetail &PackedGeometry::detail() const
{
    std::call_once(m_detail->once, [this] { m_detail->detail.emplace(*this); });
    return *m_detail->detail;
}

void PackedGeometry::finish()
{
    startIfNew();
    points.shrink_to_fit();
    index = PackedIndex(boxes);
    bool one = type == GeometryType::Point && points.size() == size();
    for (std::size_t i = 0; one && i < size(); ++i) {
        one = featureStart[i] == i && partStart[i] == i;
    }
    m_detail = std::make_shared<LazyDetail>();
    m_onePointEach = one && featureStart.back() == size();
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
