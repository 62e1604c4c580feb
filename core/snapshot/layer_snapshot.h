// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/flat_array.h"
#include "core/base/ids.h"
#include "core/base/immutable.h"
#include "core/geo/geometry.h"
#include "core/geo/packed_index.h"
#include "core/schema/layer_schema.h"
#include "core/snapshot/column.h"

#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace cuntu {

class LayerMemo;
class VertexDetail;

/// Geometry of all features of a layer in flat arrays: feature -> parts -> points. The arrays are there after finish();
/// immutable then, any thread; copies share them.
struct CUNTU_CORE_EXPORT PackedGeometry {
    GeometryType type = GeometryType::None;
    FlatArray<Point> points;
    FlatArray<std::uint32_t> partStart;    ///< parts + 1 entries: first point of each part
    FlatArray<std::uint32_t> featureStart; ///< features + 1 entries: first part of each feature
    FlatArray<std::uint8_t> holes;         ///< per part, 0 or 1; polygons only
    FlatArray<Box> boxes;                  ///< per feature; empty where it has no geometry
    PackedIndex index;                     ///< over `boxes`

    std::size_t size() const { return boxes.size(); }
    std::span<const Point> part(std::size_t part) const
    {
        return std::span(points).subspan(partStart[part], partStart[part + 1] - partStart[part]);
    }
    std::size_t firstPart(std::size_t feature) const { return featureStart[feature]; }
    std::size_t endPart(std::size_t feature) const { return featureStart[feature + 1]; }
    bool hasGeometry(std::size_t feature) const { return firstPart(feature) != endPart(feature); }
    /// True where each feature is a single point: then points[i] is feature i.
    bool isOnePointEach() const { return m_onePointEach; }
    /// Which vertices matter at which scale. Made when it is first asked for (0.2 s for a million vertices) and kept;
    /// any thread. Only after finish().
    const VertexDetail &detail() const;
    /// The first position of a feature; not-a-number where it has none.
    Point firstPoint(std::size_t feature) const
    {
        return feature < size() && hasGeometry(feature) && !part(firstPart(feature)).empty()
                   ? part(firstPart(feature)).front()
                   : Point{std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()};
    }
    /// A copy of one feature's geometry.
    Geometry geometry(std::size_t feature) const;
    /// Building: appends one feature; an empty geometry is allowed.
    void append(const Geometry &geometry);
    /// Building: as append(), for a single point, without a Geometry in between.
    void appendPoint(Point position);
    /// Building: fills the arrays and `index`. Call once, when all features are in.
    void finish();
    /// Instead of building: takes the arrays as they are filled in, of a file, with @p detail where the file has it.
    /// False where they would lead out of each other.
    bool adopt(std::optional<VertexDetail> detail);

private:
    /// The arrays while features are appended.
    struct Growing {
        std::vector<Point> points;
        std::vector<std::uint32_t> partStart{0};
        std::vector<std::uint32_t> featureStart{0};
        std::vector<std::uint8_t> holes;
        std::vector<Box> boxes;
    };
    struct LazyDetail;

    void findWhetherOnePointEach();

    Growing m_growing;
    bool m_onePointEach = false;
    std::shared_ptr<LazyDetail> m_detail; ///< made by finish(), filled by detail(); copies share it
};

/// One layer at one revision: immutable, columnar, indexed; any thread. Rows are numbered 0..size()-1 in the order of
/// ids. Snapshots of one revision share geometry, columns and memo; they differ in which columns were loaded.
class CUNTU_CORE_EXPORT LayerSnapshot {
public:
    /// @p memo is that of another snapshot of the revision; null: it is the first.
    LayerSnapshot(LayerSchema schema, Crs crs, qint64 revision, Immutable<std::vector<FeatureId>> ids,
                  Immutable<PackedGeometry> geometry, std::map<QString, Immutable<Column>> columns,
                  std::shared_ptr<LayerMemo> memo = nullptr);

    const LayerSchema &schema() const { return m_schema; }
    const Crs &crs() const { return m_crs; }
    qint64 revision() const { return m_revision; }
    std::size_t size() const { return m_ids->size(); }
    FeatureId id(std::size_t row) const { return (*m_ids)[row]; }
    /// Row of feature @p id; empty where it is not there. O(log n).
    std::optional<std::size_t> rowOf(FeatureId id) const;
    const PackedGeometry &geometry() const { return *m_geometry; }
    Immutable<PackedGeometry> sharedGeometry() const { return m_geometry; }
    Immutable<std::vector<FeatureId>> sharedIds() const { return m_ids; }
    /// The column of field @p field, or null where it was not loaded (ask the ProjectSnapshot for it by name).
    const Column *column(const QString &field) const;
    const std::map<QString, Immutable<Column>> &columns() const { return m_columns; }
    /// What was worked out from this revision of the layer, whichever columns a snapshot has.
    LayerMemo &memo() const { return *m_memo; }
    std::shared_ptr<LayerMemo> sharedMemo() const { return m_memo; }

private:
    LayerSchema m_schema;
    Crs m_crs;
    qint64 m_revision = 0;
    Immutable<std::vector<FeatureId>> m_ids;
    Immutable<PackedGeometry> m_geometry;
    std::map<QString, Immutable<Column>> m_columns;
    std::shared_ptr<LayerMemo> m_memo;
};

} // namespace cuntu
