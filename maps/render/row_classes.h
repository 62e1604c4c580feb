// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/render/render_request.h"

#include <cstdint>
#include <limits>
#include <vector>

namespace cuntu {

/// Which symbol each row of a layer gets: the classes of its overlay or of its style. Reads the layer, which must
/// outlive it. Rules are tried once for a revision of the layer and kept in its memo.
class CUNTU_MAPS_EXPORT RowClasses {
public:
    static constexpr std::uint16_t k_none = std::numeric_limits<std::uint16_t>::max();

    /// At a scale of 1:@p denominator, which rules may ask for; 0: whatever the scale.
    explicit RowClasses(const RenderLayer &layer, double denominator = 0);

    /// The symbols as they are drawn in @p request: rules of its scale, sizes and directions by fields, fills that give
    /// way, markers smaller at small scales.
    static RowClasses drawn(const RenderLayer &layer, const RenderRequest &request);

    /// Takes the fills of areas away that give way to @p rasters below the map, where there are some.
    void giveWayTo(const std::vector<RenderRaster> &rasters, const LayerStyle &style);
    /// Makes sizes and directions of markers those that the style's fields say. There are more symbols then, each for a
    /// size within 2.5 % and a direction within 1.5 degrees.
    void varyBy(const RenderLayer &layer);
    /// Makes markers @p factor times as large.
    void resizeMarkers(double factor);
    /// One symbol for each class, in drawing order: the last one on top.
    const std::vector<Symbol> &symbols() const { return m_symbols; }
    /// True where all rows have the one symbol there is.
    bool areOne() const { return m_by == By::Nothing; }
    /// Number of the symbol of @p row, or k_none: not drawn.
    std::uint16_t classOf(std::size_t row) const
    {
        switch (m_by) {
        case By::Nothing:
            return 0;
        case By::Overlay:
            return row < m_overlay->classes.size() && m_overlay->classes[row] < m_symbols.size()
                       ? m_overlay->classes[row]
                       : k_none;
        case By::Text: {
            const std::uint32_t code = m_column->code(row);
            return code == Column::k_null ? m_others : m_classOfCode[code];
        }
        case By::Row:
            return (*m_classOfRow)[row];
        case By::Number:
        case By::Bounds:
            break;
        }
        return classOfNumber(m_column->number(row));
    }
    /// A field that the style needs and the snapshot does not hold; empty where all is there.
    const QString &missingField() const { return m_missing; }

private:
    enum class By { Nothing, Overlay, Text, Number, Bounds, Row };

    void useOverlay(const RenderLayer &layer);
    void useColumn(const RenderLayer &layer);
    void useRules(const RenderLayer &layer, double denominator);
    std::uint16_t classOfNumber(double value) const;

    By m_by = By::Nothing;
    std::vector<Symbol> m_symbols;
    std::vector<StyleClass> m_classes;
    std::vector<double> m_values; ///< By::Number: value of each class, not-a-number for 'all others'
    const OverlayFeatures *m_overlay = nullptr;
    const Column *m_column = nullptr;
    std::vector<std::uint16_t> m_classOfCode;
    Immutable<std::vector<std::uint16_t>> m_classOfRow; ///< By::Row
    std::uint16_t m_others = k_none;
    QString m_missing;
};

/// How large markers are drawn at a scale of 1:@p denominator, as a share of the size in the style: whole to 1:100,000,
/// then smaller, as the places they stand for come closer together, to a half.
CUNTU_MAPS_EXPORT double markerShareAt(double denominator);

/// The symbol of overlay class @p entry on a layer of @p type: sizes from @p base, colours and marking from the class.
CUNTU_MAPS_EXPORT Symbol overlaySymbol(const Symbol &base, const OverlayClass &entry, GeometryType type);

} // namespace cuntu
