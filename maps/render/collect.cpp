// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/render/collect.h"

#include "maps/render/marker.h"
#include "maps/render/pixel_frame.h"
#include "maps/render/visible_rows.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace cuntu {
namespace {

constexpr double k_tolerance_px = 0.5;
constexpr std::size_t k_rowsBetweenChecks = 4096;

/// Collects features of one symbol. The set of pixels is made when the first point or dot comes.
class BatchCollector {
public:
    BatchCollector(SymbolBatch &batch, const PixelFrame &frame, double pixelsPerMm)
        : m_batch(batch),
          m_frame(frame),
          m_margin(static_cast<int>(std::ceil(markerExtent_px(batch.symbol, pixelsPerMm) / 2)) + 1)
    {
    }

    void add(const PackedGeometry &geometry, std::size_t row)
    {
        if (geometry.type != GeometryType::Point && isTiny(geometry.boxes[row])) {
            addDot(geometry.boxes[row]);
            return;
        }
        std::uint32_t lines = 0;
        std::uint32_t rings = 0;
        for (std::size_t part = geometry.firstPart(row); part < geometry.endPart(row); ++part) {
            const auto points = geometry.part(part);
            switch (kindOf(geometry.type, points)) {
            case GeometryType::Point:
                addMarker(points.front());
                break;
            case GeometryType::Polygon:
                rings += addPart(m_batch.areas, points, 4);
                break;
            default:
                lines += addPart(m_batch.lines, points, 2);
                break;
            }
        }
        closeFeature(m_batch.lines, lines);
        closeFeature(m_batch.areas, rings);
    }

private:
    /// In a layer of mixed geometry each part tells itself what it is.
    static GeometryType kindOf(GeometryType layer, std::span<const Point> part)
    {
        if (part.empty()) {
            return GeometryType::Line;
        }
        if (layer != GeometryType::Any) {
            return layer;
        }
        if (part.size() == 1) {
            return GeometryType::Point;
        }
        return part.size() >= 4 && part.front() == part.back() ? GeometryType::Polygon : GeometryType::Line;
    }

    bool isTiny(const Box &box) const
    {
        return box.width() * m_frame.pixelsPerUnit < 1 && box.height() * m_frame.pixelsPerUnit < 1;
    }

    bool isNewPixel(QPointF pixel)
    {
        if (!m_seen) {
            m_seen.emplace(m_frame.size, m_margin);
        }
        return m_seen->insert(pixel);
    }

    void addMarker(Point position)
    {
        const QPointF pixel = m_frame.toPixel(position);
        if (isNewPixel(pixel)) {
            m_batch.markers.push_back(pixel);
        }
    }

    void addDot(const Box &box)
    {
        const QPointF pixel = m_frame.toPixel(box.centre());
        if (isNewPixel(pixel)) {
            m_batch.dots.emplace_back(static_cast<int>(std::floor(pixel.x())), static_cast<int>(std::floor(pixel.y())));
        }
    }

    /// Appends a part without the points that lie within half a pixel of the last one kept; 1, or 0 where too little is
    /// left.
    std::uint32_t addPart(PixelShapes &shapes, std::span<const Point> part, std::size_t least)
    {
        const std::size_t begin = shapes.points.size();
        QPointF last;
        for (std::size_t i = 0; i < part.size(); ++i) {
            const QPointF pixel = m_frame.toPixel(part[i]);
            const bool isEnd = i == 0 || i + 1 == part.size();
            if (isEnd || std::abs(pixel.x() - last.x()) >= k_tolerance_px ||
                std::abs(pixel.y() - last.y()) >= k_tolerance_px) {
                shapes.points.push_back(pixel);
                last = pixel;
            }
        }
        if (shapes.points.size() - begin < least) {
            shapes.points.resize(begin);
            return 0;
        }
        shapes.partEnds.push_back(static_cast<std::uint32_t>(shapes.points.size()));
        return 1;
    }

    static void closeFeature(PixelShapes &shapes, std::uint32_t parts)
    {
        if (parts > 0) {
            shapes.featureEnds.push_back(static_cast<std::uint32_t>(shapes.partEnds.size()));
        }
    }

    SymbolBatch &m_batch;
    const PixelFrame &m_frame;
    int m_margin;
    std::optional<PixelSet> m_seen;
};

/// How far symbols reach beyond their feature, in map units.
double margin(const RowClasses &classes, const MapExtent &extent)
{
    double widest_px = 0;
    for (const Symbol &symbol : classes.symbols()) {
        const double line_px = std::max(symbol.strokeWidth_mm, symbol.casingWidth_mm) * extent.pixelsPerMm;
        widest_px = std::max({widest_px, markerExtent_px(symbol, extent.pixelsPerMm), line_px});
    }
    return (widest_px / 2 + 2) * extent.unitsPerPixel;
}

} // namespace

PixelLayer collectLayer(const RenderLayer &layer, const RowClasses &classes, const MapExtent &extent,
                        const JobContext &job)
{
    PixelLayer result;
    for (const Symbol &symbol : classes.symbols()) {
        result.batches.push_back({symbol, {}, {}, {}, {}});
    }
    const PixelFrame frame(extent);
    std::vector<BatchCollector> collectors;
    collectors.reserve(result.batches.size());
    for (SymbolBatch &batch : result.batches) {
        collectors.emplace_back(batch, frame, extent.pixelsPerMm);
    }
    const PackedGeometry &geometry = layer.snapshot->geometry();
    const VisibleRows rows(geometry, extent.box().grown(margin(classes, extent)));
    std::size_t untilCheck = k_rowsBetweenChecks;
    rows.forEach([&](std::size_t row) {
        if (--untilCheck == 0) {
            untilCheck = k_rowsBetweenChecks;
            if (job.isCancelled()) {
                return false;
            }
        }
        const std::uint16_t number = classes.classOf(row);
        if (number != RowClasses::k_none && geometry.hasGeometry(row)) {
            collectors[number].add(geometry, row);
            ++result.features;
        }
        return true;
    });
    return result;
}

SymbolBatch collectRows(const LayerSnapshot &layer, std::span<const std::uint32_t> rows, const Symbol &symbol,
                        const MapExtent &extent)
{
    SymbolBatch batch{symbol, {}, {}, {}, {}};
    const PixelFrame frame(extent);
    BatchCollector collector(batch, frame, extent.pixelsPerMm);
    const PackedGeometry &geometry = layer.geometry();
    const Box visible = extent.box().grown(markerExtent_px(symbol, extent.pixelsPerMm) * extent.unitsPerPixel);
    for (const std::uint32_t row : rows) {
        if (row < geometry.size() && geometry.hasGeometry(row) && geometry.boxes[row].intersects(visible)) {
            collector.add(geometry, row);
        }
    }
    return batch;
}

} // namespace cuntu
