// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/style/class_maker.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace cuntu {
namespace {

constexpr std::size_t k_mostCategories = 40;
constexpr double k_leastShare = 0.25; ///< of the largest size: smaller is not seen
const QColor k_others(0xB0, 0xB7, 0xBD);

/// Colours of categories, safe for colour-blind eyes: Okabe & Ito, 'Color Universal Design' (2008).
QColor categoryColour(std::size_t number)
{
    static const QRgb colours[] = {0xFF0072B2, 0xFFD55E00, 0xFF009E73, 0xFFCC79A7,
                                   0xFFE69F00, 0xFF56B4E9, 0xFFB8A900, 0xFF666666};
    return QColor::fromRgb(colours[number % std::size(colours)]);
}

/// From pale to deep; @p share 0..1.
QColor rampColour(double share)
{
    return QColor::fromHsvF(0.49F, static_cast<float>(0.12 + 0.78 * share), static_cast<float>(0.95 - 0.45 * share));
}

Symbol coloured(Symbol symbol, const QColor &colour, GeometryType geometry)
{
    const bool rimIsFill = symbol.stroke.isValid() && symbol.stroke == symbol.fill;
    if (geometry == GeometryType::Line || rimIsFill) {
        symbol.stroke = colour;
    }
    symbol.fill = colour;
    return symbol;
}

void resize(Symbol &symbol, double value, double largest, GeometryType geometry)
{
    const double share = largest > 0 ? std::clamp(value / largest, 0.0, 1.0) : 1.0;
    if (geometry == GeometryType::Line) {
        symbol.strokeWidth_mm *= std::max(k_leastShare, share);
    } else if (geometry == GeometryType::Point) {
        symbol.size_mm *= std::max(k_leastShare, std::sqrt(share));
    }
}

std::vector<StyleClass> graduated(const Column &column, const ClassPlan &plan, const Symbol &base,
                                  GeometryType geometry)
{
    std::vector<StyleClass> classes;
    if (column.kind() != Column::Kind::Number) {
        return classes;
    }
    const std::vector<double> bounds =
        classBounds({column.numbers().begin(), column.numbers().end()}, plan.count, plan.method);
    const bool bySize = plan.vary != ClassPlan::Vary::Colour && geometry != GeometryType::Polygon;
    const bool byColour = plan.vary != ClassPlan::Vary::Size || geometry == GeometryType::Polygon;
    const std::size_t count = bounds.empty() ? 0 : bounds.size() - 1;
    const auto middle = [&](std::size_t i) { return (bounds[i] + bounds[i + 1]) / 2; };
    for (std::size_t i = 0; i < count; ++i) {
        StyleClass made{base, {}, {}, bounds[i], bounds[i + 1]};
        if (byColour) {
            made.symbol = coloured(base, rampColour(static_cast<double>(i + 1) / static_cast<double>(count)), geometry);
        }
        if (bySize) {
            resize(made.symbol, middle(i), middle(count - 1), geometry);
        }
        classes.push_back(std::move(made));
    }
    return classes;
}

std::vector<StyleClass> categorised(const Column &column, const Symbol &base, GeometryType geometry)
{
    std::set<QString> values;
    for (std::size_t row = 0; row < column.size() && values.size() < k_mostCategories; ++row) {
        if (!column.isNull(row)) {
            values.insert(column.display(row));
        }
    }
    std::vector<StyleClass> classes;
    for (const QString &value : values) {
        classes.push_back({coloured(base, categoryColour(classes.size()), geometry), {}, value, 0, 0});
    }
    classes.push_back({coloured(base, k_others, geometry), {}, {}, 0, 0});
    return classes;
}

} // namespace

std::vector<StyleClass> makeClasses(const Column &column, const ClassPlan &plan, const Symbol &base,
                                    GeometryType geometry)
{
    return plan.kind == LayerStyle::Kind::Graduated ? graduated(column, plan, base, geometry)
                                                    : categorised(column, base, geometry);
}

} // namespace cuntu
