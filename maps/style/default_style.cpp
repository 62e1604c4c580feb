// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/style/style.h"

#include <array>

namespace cuntu {
namespace {

/// Eight colours that stay apart for the common forms of colour blindness: the palette of Okabe & Ito, 'Color Universal
/// Design' (2008), with black last.
constexpr std::array<QRgb, 8> k_palette{0xFF0072B2, 0xFFD55E00, 0xFF009E73, 0xFFCC79A7,
                                        0xFFE69F00, 0xFF56B4E9, 0xFFF0E442, 0xFF333333};
/// Pale relatives for areas, which lie below everything else.
constexpr std::array<QRgb, 6> k_pale{0xFFF7F4EC, 0xFFE8F1F8, 0xFFE9F4EC, 0xFFFBF0E3, 0xFFF4EAF1, 0xFFF8F6DF};
constexpr std::array<MarkerShape, 4> k_shapes{MarkerShape::Circle, MarkerShape::Square, MarkerShape::Triangle,
                                              MarkerShape::Diamond};

template <class Values> auto pick(const Values &values, int index)
{
    return values[static_cast<std::size_t>(index) % values.size()];
}

Symbol areaSymbol(int index)
{
    Symbol symbol;
    symbol.fill = QColor::fromRgb(pick(k_pale, index));
    symbol.stroke = QColor(0x9A, 0x96, 0x8C);
    symbol.strokeWidth_mm = 0.2;
    return symbol;
}

Symbol lineSymbol(int index)
{
    Symbol symbol;
    symbol.stroke = QColor::fromRgb(pick(k_palette, index));
    symbol.fill = symbol.stroke;
    symbol.strokeWidth_mm = 0.4;
    return symbol;
}

Symbol pointSymbol(int index, bool crowded)
{
    Symbol symbol;
    symbol.fill = crowded ? QColor(0x7A, 0x86, 0x90) : QColor::fromRgb(pick(k_palette, index));
    symbol.stroke = crowded ? QColor() : QColor(Qt::white);
    symbol.strokeWidth_mm = crowded ? 0 : 0.2;
    symbol.size_mm = crowded ? 0.9 : 2.0;
    symbol.shape = crowded ? MarkerShape::Circle : pick(k_shapes, index / static_cast<int>(k_palette.size()));
    return symbol;
}

LabelStyle labelFor(const LayerSchema &schema)
{
    LabelStyle label;
    const Field *name = schema.findField(schema.nameField);
    if (name == nullptr || name->personal != Personal::No) {
        return label;
    }
    label.field = schema.nameField;
    const bool areas = schema.geometry == GeometryType::Polygon;
    label.size_mm = areas ? 3.2 : 2.6;
    label.colour = areas ? QColor(0x5A, 0x55, 0x4B) : QColor(0x26, 0x26, 0x26);
    label.priority = areas ? 10 : 0;
    label.minScale = areas ? 0 : 100000;
    return label;
}

} // namespace

LayerStyle defaultStyle(const LayerSchema &schema, int index)
{
    index = std::max(index, 0);
    LayerStyle style;
    style.label = labelFor(schema);
    switch (schema.geometry) {
    case GeometryType::Polygon:
        style.symbol = areaSymbol(index);
        style.fillGivesWay = true;
        break;
    case GeometryType::Line:
        style.symbol = lineSymbol(index);
        break;
    case GeometryType::Point:
    case GeometryType::Any:
    case GeometryType::None:
        style.symbol = pointSymbol(index, schema.positionPersonal);
        break;
    }
    return style;
}

} // namespace cuntu
