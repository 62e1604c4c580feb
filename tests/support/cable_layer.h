// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/lamp_programme.h"

namespace cuntu::test {

/// Lamps with a layer of lines, "cables", that go through their life cycle: code, name, length_km, poles, width_m.
inline Immutable<Registry> cableRegistry()
{
    Registry registry = lampDraft();
    LayerSchema cables;
    cables.id = QStringLiteral("cables");
    cables.name = {QStringLiteral("电缆"), QStringLiteral("Cables")};
    cables.geometry = GeometryType::Line;
    cables.keyField = QStringLiteral("code");
    cables.nameField = QStringLiteral("name");
    cables.programme = QStringLiteral("lamps");
    cables.tracks = {{QStringLiteral("lamps"), QStringLiteral("lighting")}};
    const auto field = [&](const char *id, FieldType type, const char *unit) {
        Field made;
        made.id = QString::fromLatin1(id);
        made.name = {made.id, made.id};
        made.type = type;
        made.unit = QString::fromUtf8(unit);
        cables.fields.push_back(made);
    };
    field("code", FieldType::Text, "");
    field("name", FieldType::Text, "");
    field("length_km", FieldType::Real, "km");
    field("poles", FieldType::Integer, "处");
    field("width_m", FieldType::Real, "m");
    cables.fields[4].min = 0;
    registry.layers.push_back(cables);
    return freeze(std::move(registry));
}

} // namespace cuntu::test
