// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/compose/legend.h"

#include "maps/render/row_classes.h"
#include "maps/render/visible_rows.h"
#include "maps/style/legend_text.h"

namespace cuntu {
namespace {

std::vector<std::size_t> countsOf(const RenderLayer &layer, const RowClasses &classes, const Box *within)
{
    std::vector<std::size_t> counts(classes.symbols().size(), 0);
    const PackedGeometry &geometry = layer.snapshot->geometry();
    const auto count = [&](std::size_t row) {
        const std::uint16_t number = classes.classOf(row);
        if (number != RowClasses::k_none && geometry.hasGeometry(row)) {
            ++counts[number];
        }
        return true;
    };
    if (within == nullptr && classes.areOne() && geometry.isOnePointEach()) {
        counts[0] = geometry.size();
    } else if (within != nullptr) {
        VisibleRows(geometry, *within).forEach(count);
    } else {
        for (std::size_t row = 0; row < geometry.size(); ++row) {
            count(row);
        }
    }
    return counts;
}

QString entryText(const RenderLayer &layer, std::size_t index)
{
    if (layer.overlay) {
        return layer.overlayClasses[index].name.toString();
    }
    return classText(layer.style, index, layer.snapshot->schema());
}

} // namespace

std::vector<LegendSection> legendOf(const RenderRequest &request, const Box *within)
{
    std::vector<LegendSection> sections;
    const double denominator = request.extent.scaleDenominator(request.crs.isGeographic());
    for (auto layer = request.layers.rbegin(); layer != request.layers.rend(); ++layer) {
        if (!layer->snapshot || (layer->style.minScale > 0 && denominator > layer->style.minScale)) {
            continue;
        }
        RowClasses classes(*layer, denominator);
        classes.giveWayTo(request.rasters, layer->style);
        const std::vector<std::size_t> counts = countsOf(*layer, classes, within);
        LegendSection section{layer->id, layer->title, layer->snapshot->schema().geometry, {}};
        const bool plain = !classes.missingField().isEmpty(); // drawn with one symbol for all
        const bool single = plain || (!layer->overlay && !layer->style.hasClasses());
        if (single) {
            section.title.clear();
        }
        for (std::size_t i = 0; i < counts.size(); ++i) {
            if (layer->overlay && counts[i] == 0) {
                continue; // a class of the overlay's other layers
            }
            section.entries.push_back({classes.symbols()[i], single ? layer->title : entryText(*layer, i), counts[i]});
        }
        if (!section.entries.empty()) { // else a heading with nothing below it
            sections.push_back(std::move(section));
        }
    }
    return sections;
}

} // namespace cuntu
