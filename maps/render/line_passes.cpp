// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/render/line_passes.h"

#include <algorithm>

namespace cuntu {
namespace {

constexpr QRgb k_selectionYellow = 0xFFFFD400;
constexpr QRgb k_selectionRim = 0xFF5C4B00;

} // namespace

std::vector<LinePass> linePasses(const Symbol &symbol, double pixelsPerMm)
{
    using Level = LinePass::Level;
    std::vector<LinePass> passes;
    const double width_mm = symbol.strokeWidth_mm;
    if (!symbol.stroke.isValid() || width_mm <= 0) {
        return passes;
    }
    const auto add = [&](Level level, const QColor &colour, double mm) -> LinePass & {
        LinePass pass;
        pass.level = level;
        pass.colour = colour;
        pass.width_px = mm * pixelsPerMm;
        passes.push_back(pass);
        return passes.back();
    };
    if (symbol.casing.isValid() && symbol.casingWidth_mm > width_mm) {
        add(Level::Casing, symbol.casing, symbol.casingWidth_mm);
    }
    const double dash_px = std::max(1.6, 3 * width_mm) * pixelsPerMm;
    switch (symbol.marking) {
    case Marking::Plain:
        add(Level::Body, symbol.stroke, width_mm);
        break;
    case Marking::Dashed: {
        LinePass &pass = add(Level::Body, symbol.stroke, width_mm);
        pass.dash_px = dash_px;
        pass.gap_px = dash_px * 0.7;
        break;
    }
    case Marking::Hollow:
        add(Level::Body, symbol.stroke, std::max(width_mm, 0.9));
        add(Level::Core, Qt::white, std::max(width_mm, 0.9) * 0.5);
        break;
    case Marking::Hatched: {
        add(Level::Body, symbol.stroke, std::max(width_mm, 0.8));
        LinePass &core = add(Level::Core, Qt::white, std::max(width_mm, 0.8) * 0.5);
        core.dash_px = dash_px * 0.8;
        core.gap_px = dash_px * 0.8;
        break;
    }
    case Marking::Crossed: {
        add(Level::Body, symbol.stroke, width_mm);
        LinePass &ticks = add(Level::Body, symbol.stroke, std::max(width_mm * 0.7, 0.25));
        ticks.tick_px = std::max(1.6, 3 * width_mm) * pixelsPerMm;
        ticks.every_px = 2 * ticks.tick_px;
        break;
    }
    }
    return passes;
}

std::vector<LinePass> outlinePasses(const Symbol &symbol, double pixelsPerMm)
{
    LinePass pass;
    pass.colour = symbol.stroke;
    double width_mm = symbol.stroke.isValid() ? symbol.strokeWidth_mm : 0;
    if (symbol.marking == Marking::Hollow) {
        pass.colour = symbol.fill;
        width_mm = std::max(width_mm, 0.6);
    } else if (symbol.marking == Marking::Dashed) {
        pass.colour = symbol.stroke.isValid() ? symbol.stroke : symbol.fill.darker(150);
        width_mm = std::max(width_mm, 0.35);
        pass.dash_px = 1.8 * pixelsPerMm;
        pass.gap_px = 1.2 * pixelsPerMm;
    }
    pass.width_px = width_mm * pixelsPerMm;
    pass.isOutline = true;
    std::vector<LinePass> passes;
    if (symbol.casing.isValid() && symbol.casingWidth_mm > width_mm) {
        LinePass casing;
        casing.isOutline = true;
        casing.level = LinePass::Level::Casing;
        casing.colour = symbol.casing;
        casing.width_px = symbol.casingWidth_mm * pixelsPerMm;
        passes.push_back(casing);
    }
    if (pass.width_px > 0 && pass.colour.isValid()) {
        passes.push_back(pass);
    }
    return passes;
}

Symbol selectionSymbol(const Symbol &symbol, GeometryType type)
{
    Symbol result = symbol;
    result.marking = Marking::Plain;
    result.fill = QColor::fromRgb(k_selectionYellow);
    result.stroke = QColor::fromRgb(k_selectionRim);
    if (type == GeometryType::Point) {
        result.size_mm = std::max(symbol.size_mm * 1.25, 1.8);
        result.strokeWidth_mm = 0.3;
        return result;
    }
    result.casing = result.stroke;
    result.stroke = result.fill;
    result.fill.setAlpha(45); // what lies in an area is still to be read
    result.strokeWidth_mm = std::max(symbol.strokeWidth_mm * 1.2, 0.6);
    result.casingWidth_mm = result.strokeWidth_mm + 0.4;
    return result;
}

Hatch hatchOf(const Symbol &symbol, double pixelsPerMm)
{
    Hatch hatch;
    if (symbol.marking == Marking::Hatched || symbol.marking == Marking::Crossed) {
        hatch.colour = symbol.stroke.isValid() ? symbol.stroke : symbol.fill.darker(150);
        hatch.width_px = std::max(1.0, 0.25 * pixelsPerMm);
        hatch.spacing_px = std::max(5.0, 1.7 * pixelsPerMm);
        hatch.crossed = symbol.marking == Marking::Crossed;
    }
    return hatch;
}

} // namespace cuntu
