// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/render/render_job.h"
#include "tests/support/snapshot_builder.h"

namespace cuntu::test {

/// A layer to draw, with style @p style.
inline RenderLayer layerOf(SnapshotBuilder builder, LayerStyle style = {})
{
    RenderLayer layer;
    layer.snapshot = builder.build();
    layer.id = layer.snapshot->schema().id;
    layer.title = layer.id;
    layer.style = std::move(style);
    return layer;
}

/// A map of 320 by 240 pixels of one unit each, the lower left corner at 0 0, four pixels to the millimetre, with @p
/// layers on it.
inline RenderRequest mapOf(std::vector<RenderLayer> layers, QSize size = {320, 240})
{
    RenderRequest request;
    request.extent.size = size;
    request.extent.centre = {size.width() / 2.0, size.height() / 2.0};
    request.extent.unitsPerPixel = 1;
    request.extent.pixelsPerMm = 4;
    request.layers = std::move(layers);
    return request;
}

/// The picture of @p request; null where it failed.
inline QImage pictureOf(const RenderRequest &request)
{
    const auto result = render(request, {});
    return result ? result->image : QImage();
}

/// Two points at one place, in a layer each: 低 and, of a higher priority, 高; @p labelled has labels by `name`.
inline RenderRequest lowAndHigh(const LayerStyle &labelled)
{
    SnapshotBuilder low("low", GeometryType::Point);
    low.text("name").point(160, 120).cells({"低"});
    SnapshotBuilder high("high", GeometryType::Point);
    high.text("name").point(160, 120).cells({"高"});
    LayerStyle important = labelled;
    important.label.priority = 5;
    return mapOf({layerOf(std::move(high), important), layerOf(std::move(low), labelled)});
}

/// A style with a class for each marking, by the text field "marking".
inline LayerStyle styleOfMarkings(const Symbol &base)
{
    LayerStyle style;
    style.kind = LayerStyle::Kind::Categorised;
    style.field = QStringLiteral("marking");
    const std::vector<std::pair<QString, Marking>> markings{{QStringLiteral("plain"), Marking::Plain},
                                                            {QStringLiteral("hatched"), Marking::Hatched},
                                                            {QStringLiteral("crossed"), Marking::Crossed},
                                                            {QStringLiteral("hollow"), Marking::Hollow},
                                                            {QStringLiteral("dashed"), Marking::Dashed}};
    for (const auto &[value, marking] : markings) {
        StyleClass entry;
        entry.symbol = base;
        entry.symbol.marking = marking;
        entry.value = value;
        style.classes.push_back(entry);
    }
    return style;
}

} // namespace cuntu::test
