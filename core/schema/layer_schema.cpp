// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/layer_schema.h"

#include <algorithm>

namespace cuntu {

const Field *LayerSchema::findField(QStringView fieldId) const
{
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const Field &f) { return f.id == fieldId; });
    return found == fields.end() ? nullptr : &*found;
}

bool LayerSchema::hasPersonalFields() const
{
    return std::any_of(fields.begin(), fields.end(), [](const Field &f) { return f.personal != Personal::No; });
}

QString toString(GeometryType type)
{
    switch (type) {
    case GeometryType::None:
        return QStringLiteral("none");
    case GeometryType::Point:
        return QStringLiteral("point");
    case GeometryType::Line:
        return QStringLiteral("line");
    case GeometryType::Polygon:
        return QStringLiteral("polygon");
    case GeometryType::Any:
        return QStringLiteral("any");
    }
    return QStringLiteral("none");
}

} // namespace cuntu
