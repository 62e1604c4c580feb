// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/immutable.h"
#include "core/plugin/registry.h"
#include "core/snapshot/layer_snapshot.h"
#include "maps/export.h"
#include "maps/label/label.h"
#include "maps/style/style.h"

#include <QImage>
#include <QSize>

#include <memory>
#include <vector>

namespace cuntu {

/// What part of the world is drawn at which size. A value.
struct CUNTU_MAPS_EXPORT MapExtent {
    Point centre;                   ///< in the map's CRS
    double unitsPerPixel = 1;       ///< of the map's CRS; pixels are device pixels; both axes alike
    QSize size{800, 600};           ///< device pixels
    double pixelsPerMm = 96 / 25.4; ///< resolution of the device

    Box box() const;
    /// Pixel (y down) of a position, and back.
    Point toPixel(Point map) const;
    Point toMap(Point pixel) const;
    /// Scale denominator on the ground (metres of the CRS taken as ground metres; degrees at the centre's latitude).
    double scaleDenominator(bool geographic) const;
    /// The smallest one of @p pixels that shows @p box whole, with a margin of @p margin of its size.
    static MapExtent fitting(const Box &box, QSize pixels, double pixelsPerMm, double margin = 0.04);
    bool operator==(const MapExtent &) const = default;
};

/// One layer as it is to be drawn. Snapshots are shared and immutable, so a request can be drawn on any thread.
struct RenderLayer {
    QString id;
    QString title;
    Immutable<LayerSnapshot> snapshot;
    LayerStyle style;
    /// For overlays: class of each row into `overlayClasses`; then `style` gives only sizes and labels.
    std::shared_ptr<const OverlayFeatures> overlay;
    std::vector<OverlayClass> overlayClasses;
    std::vector<std::uint32_t> selected; ///< rows drawn as selected, ascending
};

/// A raster to draw below the layers.
struct RenderRaster {
    QString file; ///< anything GDAL reads
    double opacity = 1;
    bool hillshade = false; ///< a terrain: shaded relief instead of its numbers

    bool operator==(const RenderRaster &) const = default;
};

/// A map to draw: immutable, complete. Drawn in the order rasters, layers (first one at the bottom), labels.
struct RenderRequest {
    MapExtent extent;
    Crs crs;
    std::vector<RenderRaster> rasters;
    std::vector<RenderLayer> layers;
    QColor background = Qt::white;
    bool labels = true;
    /// Labels of the picture before: each is offered its place again before others of the same priority are placed, so
    /// that texts keep still while the map moves. Those that do not fit the layers are passed over.
    std::vector<KeptLabel> keptLabels;
    unsigned threads = 0; ///< that draw; 0: one for each core. The picture is the same
};

} // namespace cuntu
