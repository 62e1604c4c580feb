// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot/layer_snapshot.h"

#include <initializer_list>

namespace cuntu::test {

/// Builds a LayerSnapshot by hand:
///
///     auto layer = SnapshotBuilder("villages", GeometryType::Polygon).text("name").number("households")
///                      .box({0, 0, 100, 80}).cells({"Wangjia", 31})
///                      .box({100, 0, 200, 80}).cells({"Lijia", 12})
///                      .build();
class SnapshotBuilder {
public:
    /// A cell: a text or a number; not-a-number for nothing.
    struct Cell {
        Cell(const char *value) : text(value), isText(true) {}
        Cell(double value) : number(value) {}
        Cell(int value) : number(value) {}
        std::string text;
        double number = 0;
        bool isText = false;
    };

    SnapshotBuilder(const char *id, GeometryType type)
    {
        m_schema.id = QString::fromUtf8(id);
        m_schema.name = {m_schema.id, m_schema.id};
        m_schema.geometry = type;
        m_geometry.type = type;
    }

    SnapshotBuilder &text(const char *field) { return addField(field, FieldType::Text, Column::Kind::Text); }
    SnapshotBuilder &number(const char *field) { return addField(field, FieldType::Real, Column::Kind::Number); }

    SnapshotBuilder &point(double x, double y) { return add(Geometry::point({x, y})); }
    SnapshotBuilder &line(std::initializer_list<Point> points)
    {
        return part(GeometryType::Line, {points.begin(), points.end()});
    }
    SnapshotBuilder &box(const Box &b)
    {
        return part(GeometryType::Polygon,
                    {{b.minX, b.minY}, {b.maxX, b.minY}, {b.maxX, b.maxY}, {b.minX, b.maxY}, {b.minX, b.minY}});
    }
    /// A closed ring, or several: the first one outside, the others holes.
    SnapshotBuilder &polygon(const std::vector<std::vector<Point>> &rings)
    {
        Geometry geometry;
        geometry.type = GeometryType::Polygon;
        for (std::size_t i = 0; i < rings.size(); ++i) {
            geometry.addPart(rings[i], i > 0);
        }
        return add(geometry);
    }
    SnapshotBuilder &add(const Geometry &geometry)
    {
        m_geometry.append(geometry);
        m_ids.push_back({static_cast<std::int64_t>(m_ids.size() + 1)});
        return *this;
    }
    /// The cells of the feature added last, in the order of the fields.
    SnapshotBuilder &cells(std::initializer_list<Cell> values)
    {
        auto column = m_columns.begin();
        for (const Cell &value : values) {
            if (value.isText) {
                column->second.appendText(value.text);
            } else {
                column->second.appendNumber(value.number);
            }
            ++column;
        }
        return *this;
    }

    LayerSchema &schema() { return m_schema; }

    Immutable<LayerSnapshot> build()
    {
        std::map<QString, Immutable<Column>> columns;
        for (auto &[name, column] : m_columns) {
            column.finish();
            columns.emplace(name, freeze(std::move(column)));
        }
        m_geometry.finish();
        return std::make_shared<const LayerSnapshot>(m_schema, Crs(), 1, freeze(std::move(m_ids)),
                                                     freeze(std::move(m_geometry)), std::move(columns));
    }

private:
    SnapshotBuilder &addField(const char *field, FieldType type, Column::Kind kind)
    {
        Field declared;
        declared.id = QString::fromUtf8(field);
        declared.name = {declared.id, declared.id};
        declared.type = type;
        m_schema.fields.push_back(declared);
        m_columns.emplace_back(declared.id, Column(kind));
        return *this;
    }

    SnapshotBuilder &part(GeometryType type, const std::vector<Point> &points)
    {
        Geometry geometry;
        geometry.type = type;
        geometry.addPart(points);
        return add(geometry);
    }

    LayerSchema m_schema;
    PackedGeometry m_geometry;
    std::vector<FeatureId> m_ids;
    std::vector<std::pair<QString, Column>> m_columns; ///< in the order of the fields
};

} // namespace cuntu::test
