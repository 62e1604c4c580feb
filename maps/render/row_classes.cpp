// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/render/row_classes.h"

#include <cmath>

namespace cuntu {

Symbol overlaySymbol(const Symbol &base, const OverlayClass &entry, GeometryType type)
{
    Symbol symbol = base;
    symbol.fill = QColor::fromRgb(entry.colour);
    symbol.marking = entry.marking;
    if (type == GeometryType::Line) {
        symbol.stroke = symbol.fill;
        symbol.strokeWidth_mm = std::max(symbol.strokeWidth_mm, 0.5);
    } else if (type == GeometryType::Polygon) {
        symbol.stroke = symbol.fill.darker(135);
    }
    return symbol;
}

RowClasses::RowClasses(const RenderLayer &layer)
{
    if (layer.overlay) {
        useOverlay(layer);
    } else if (!layer.style.hasClasses() || layer.style.classes.size() >= k_none) {
        m_symbols = {layer.style.symbol};
    } else {
        useColumn(layer);
    }
}

double markerShareAt(double denominator)
{
    constexpr double k_wholeTo = 100000;
    // Places come together with the denominator, and only half of that in the size: a sign must still be told apart.
    return denominator <= k_wholeTo ? 1.0 : std::max(0.5, std::sqrt(k_wholeTo / denominator));
}

void RowClasses::giveWayTo(const std::vector<RenderRaster> &rasters, const LayerStyle &style)
{
    if (rasters.empty() || !style.fillGivesWay || m_by == By::Overlay) {
        return;
    }
    for (Symbol &symbol : m_symbols) {
        symbol.fill.setAlpha(0);
    }
}

void RowClasses::resizeMarkers(double factor)
{
    for (Symbol &symbol : m_symbols) {
        symbol.size_mm *= factor;
    }
}

void RowClasses::useOverlay(const RenderLayer &layer)
{
    m_by = By::Overlay;
    m_overlay = layer.overlay.get();
    for (const OverlayClass &entry : layer.overlayClasses) {
        m_symbols.push_back(overlaySymbol(layer.style.symbol, entry, layer.snapshot->schema().geometry));
    }
}

void RowClasses::useColumn(const RenderLayer &layer)
{
    m_column = layer.snapshot->column(layer.style.field);
    if (m_column == nullptr) {
        m_missing = layer.style.field;
        m_symbols = {layer.style.symbol};
        return;
    }
    m_classes = layer.style.classes;
    for (std::size_t i = 0; i < m_classes.size(); ++i) {
        m_symbols.push_back(m_classes[i].symbol);
        if (m_classes[i].value.isEmpty()) {
            m_others = static_cast<std::uint16_t>(i);
        }
        bool isNumber = false;
        const double value = m_classes[i].value.toDouble(&isNumber);
        m_values.push_back(isNumber ? value : std::nan(""));
    }
    if (layer.style.kind == LayerStyle::Kind::Graduated) {
        if (m_column->kind() == Column::Kind::Text) { // nothing to compare with bounds
            m_missing = layer.style.field;
            m_symbols = {layer.style.symbol};
            return;
        }
        m_by = By::Bounds;
        m_others = k_none;
        return;
    }
    m_by = m_column->kind() == Column::Kind::Text ? By::Text : By::Number;
    if (m_by == By::Number) {
        return;
    }
    for (std::uint32_t code = 0; code < m_column->distinct(); ++code) {
        const std::string_view text = m_column->textOf(code);
        const QString value = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
        std::uint16_t found = m_others;
        for (std::size_t i = 0; i < m_classes.size() && !value.isEmpty(); ++i) {
            if (m_classes[i].value == value) {
                found = static_cast<std::uint16_t>(i);
                break;
            }
        }
        m_classOfCode.push_back(found);
    }
}

std::uint16_t RowClasses::classOfNumber(double value) const
{
    for (std::size_t i = 0; i < m_classes.size(); ++i) {
        const bool last = i + 1 == m_classes.size();
        if (m_by == By::Bounds
                ? (value >= m_classes[i].from && (value < m_classes[i].to || (last && value == m_classes[i].to)))
                : value == m_values[i]) {
            return static_cast<std::uint16_t>(i);
        }
    }
    return m_others;
}

} // namespace cuntu
