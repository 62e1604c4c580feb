// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/field.h"

#include <vector>

namespace cuntu {

/// What kind of geometry the features of a layer have. Multi-part geometries are allowed in all of them.
enum class GeometryType { None, Point, Line, Polygon, Any };

/// A life cycle that a layer's features go through for a programme.
struct LayerTrack {
    QString programme; ///< id
    QString lifeCycle; ///< id

    friend bool operator==(const LayerTrack &, const LayerTrack &) = default;
};

/// The shape of a layer's table. A value; the same for layers of the host, of plugins and plain ones.
struct CUNTU_CORE_EXPORT LayerSchema {
    QString id; ///< table name and import role: lower_case, unique in the project ("settlements")
    Text name;
    GeometryType geometry = GeometryType::None;
    std::vector<Field> fields;
    QString keyField;  ///< field that identifies a feature for people and for updates; empty: none
    QString nameField; ///< field shown as its label; empty: none
    QString areaField; ///< field with the 12-digit village code the feature belongs to; empty: found by position
    std::vector<LayerTrack> tracks; ///< the life cycles its features go through, at most one a programme
    QString programme;              ///< id of the programme that owns it; empty: the host's or a plain layer
    bool positionPersonal = false;  ///< positions identify people: exported only when unmasked

    /// The field called @p id, or null.
    const Field *findField(QStringView id) const;
    /// True where any field is personal.
    bool hasPersonalFields() const;
};

/// Stable text form of @p type ("none", "point", "line", "polygon", "any"), used in JSON.
CUNTU_CORE_EXPORT QString toString(GeometryType type);

} // namespace cuntu
