// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/render/collect.h"

#include "core/snapshot/vertex_detail.h"
#include "maps/render/marker.h"
#include "maps/render/pixel_frame.h"
#include "maps/render/visible_rows.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace cuntu {
namespace {

constexpr double k_tolerance_px = 0.35; ///< what simplified lines may be beside the true ones
constexpr std::size_t k_rowsBetweenChecks = 4096;
constexpr std::size_t k_leastStretch = 2048; ///< rows that are worth a thread
constexpr std::size_t k_stretchesPerThread = 2;
constexpr std::size_t k_mostSets = 24; ///< symbols whose pixels are kept as bits, a quarter of a megabyte each

/// How the places of point symbols are kept.
enum class MarkerPlaces { Bits, Pixels, Exact };

MarkerPlaces markerPlaces(Places places, std::size_t symbols)
{
    return places == Places::Exact ? MarkerPlaces::Exact
           : symbols > k_mostSets  ? MarkerPlaces::Pixels
                                   : MarkerPlaces::Bits;
}

/// Collects features of one symbol. Sets of pixels are made when the first point or dot comes.
class BatchCollector {
public:
    BatchCollector(SymbolBatch &batch, const PackedGeometry &geometry, const PixelFrame &frame, double pixelsPerMm,
                   MarkerPlaces places)
        : m_batch(batch),
          m_geometry(geometry),
          m_detail(geometry.detail()),
          m_leastStep(m_detail.leastStep(k_tolerance_px / frame.pixelsPerUnit)),
          m_frame(frame),
          m_places(places),
          m_margin(static_cast<int>(std::ceil(markerExtent_px(batch.symbol, pixelsPerMm) / 2)) + 1)
    {
    }

    void add(std::size_t row)
    {
        if (m_geometry.type != GeometryType::Point && isTiny(m_geometry.boxes[row])) {
            addDot(m_geometry.boxes[row]);
            return;
        }
        for (std::size_t part = m_geometry.firstPart(row); part < m_geometry.endPart(row); ++part) {
            const auto points = m_geometry.part(part);
            switch (kindOf(m_geometry.type, points)) {
            case GeometryType::Point:
                addMarker(points.front());
                break;
            case GeometryType::Polygon:
                addRing(part);
                break;
            default:
                addLine(part);
                break;
            }
        }
        m_batch.lines.closeFeature();
        m_batch.areas.closeFeature();
    }

    void addMarker(Point position)
    {
        const QPointF pixel = m_frame.toPixel(position);
        if (m_places == MarkerPlaces::Pixels) {
            addPixel(pixel);
        } else if (markerPixels().insert(pixel.x(), pixel.y()) && m_places == MarkerPlaces::Exact) {
            m_batch.markers.push_back(pixel);
        }
    }

    /// The same for many, for pictures.
    void addMarkers(std::span<const Point> positions)
    {
        const PixelFrame frame = m_frame; // beside what is written
        markerPixels().insertAll(positions, [frame](Point position) { return frame.toPixel(position); });
    }

    PixelSet &markerPixels()
    {
        if (!m_batch.markerPixels.hasSize()) {
            m_batch.markerPixels = PixelSet(m_frame.size, m_margin);
        }
        return m_batch.markerPixels;
    }

private:
    /// As a set of pixels would take it in; those that are there twice are dropped at the end.
    void addPixel(QPointF pixel)
    {
        if (pixel.x() >= -m_margin && pixel.y() >= -m_margin && pixel.x() < m_frame.size.width() + m_margin &&
            pixel.y() < m_frame.size.height() + m_margin) {
            m_batch.markers.emplace_back(std::floor(pixel.x()), std::floor(pixel.y()));
        }
    }

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

    void addDot(const Box &box)
    {
        const QPointF pixel = m_frame.toPixel(box.centre());
        if (!m_batch.dots.hasSize()) {
            m_batch.dots = PixelSet(m_frame.size, 0);
        }
        m_batch.dots.insert(pixel.x(), pixel.y());
    }

    /// Appends those vertices of a part that matter at this scale.
    void addVertices(PixelShapes &shapes, std::size_t part)
    {
        for (std::size_t i = m_geometry.partStart[part]; i < m_geometry.partStart[part + 1]; ++i) {
            if (m_detail.step(i) >= m_leastStep) {
                const QPointF pixel = m_frame.toPixel(m_geometry.points[i]);
                shapes.points.push_back(
                    m_places == MarkerPlaces::Exact ? pixel : QPointF(subpixel(pixel.x()), subpixel(pixel.y())));
            }
        }
    }

    void addLine(std::size_t part)
    {
        const std::size_t begin = m_batch.lines.points.size();
        addVertices(m_batch.lines, part);
        if (m_batch.lines.points.size() > begin) {
            m_batch.lines.closePart();
        }
    }

    /// Appends a ring, closed also where its first vertex does not matter.
    void addRing(std::size_t part)
    {
        std::vector<QPointF> &points = m_batch.areas.points;
        const std::size_t begin = points.size();
        addVertices(m_batch.areas, part);
        if (points.size() > begin && points.back() != points[begin]) {
            points.push_back(points[begin]);
        }
        if (points.size() > begin) {
            m_batch.areas.closePart();
        }
    }

    SymbolBatch &m_batch;
    const PackedGeometry &m_geometry;
    const VertexDetail &m_detail;
    std::uint8_t m_leastStep;
    const PixelFrame &m_frame;
    MarkerPlaces m_places;
    int m_margin;
};

/// The box of the rows of pixels that are wanted.
Box wantedBox(const MapExtent &extent, const std::optional<PixelRows> &part)
{
    Box box = extent.box();
    if (part) {
        const double top = box.maxY;
        box.maxY = top - part->top * extent.unitsPerPixel;
        box.minY = top - part->bottom * extent.unitsPerPixel;
    }
    return box;
}

/// Collects a stretch of a layer's rows.
class StretchCollector {
public:
    StretchCollector(const RenderLayer &layer, const RowClasses &classes, const MapExtent &extent, Places places,
                     const JobContext &job)
        : m_geometry(layer.snapshot->geometry()), m_classes(classes), m_frame(extent), m_places(places), m_job(job)
    {
        m_result.batches.resize(classes.symbols().size());
        m_collectors.reserve(m_result.batches.size());
        for (std::size_t i = 0; i < m_result.batches.size(); ++i) {
            m_result.batches[i].symbol = classes.symbols()[i];
            m_collectors.emplace_back(m_result.batches[i], m_geometry, m_frame, extent.pixelsPerMm,
                                      markerPlaces(places, m_result.batches.size()));
        }
    }

    PixelLayer collect(const VisibleRows &rows, std::size_t begin, std::size_t end)
    {
        const bool singlePoints = m_geometry.isOnePointEach();
        if (singlePoints && m_places == Places::Pixels && rows.areAll() && m_collectors.size() <= k_mostSets) {
            m_classes.areOne() ? collectPoints(begin, end) : collectClassedPoints(begin, end);
            return std::move(m_result);
        }
        std::size_t untilCheck = k_rowsBetweenChecks;
        rows.forEach(begin, end, [&](std::size_t row) {
            if (--untilCheck == 0) {
                untilCheck = k_rowsBetweenChecks;
                if (m_job.isCancelled()) {
                    return false;
                }
            }
            const std::uint16_t number = m_classes.classOf(row);
            if (number == RowClasses::k_none) {
                return true;
            }
            if (singlePoints) {
                m_collectors[number].addMarker(m_geometry.points[row]);
                ++m_result.features;
            } else if (m_geometry.hasGeometry(row)) {
                m_collectors[number].add(row);
                ++m_result.features;
            }
            return true;
        });
        return std::move(m_result);
    }

private:
    /// All rows are points of the same symbol.
    void collectPoints(std::size_t begin, std::size_t end)
    {
        for (std::size_t from = begin; from < end && !m_job.isCancelled(); from += k_rowsBetweenChecks) {
            const std::size_t count = std::min(k_rowsBetweenChecks, end - from);
            m_collectors.front().addMarkers(std::span(m_geometry.points).subspan(from, count));
            m_result.features += count;
        }
    }

    /// All rows are points, of several symbols: without a call for each.
    void collectClassedPoints(std::size_t begin, std::size_t end)
    {
        const PixelFrame frame = m_frame; // beside what is written
        std::array<PixelSet::Sink, k_mostSets> sinks;
        for (std::size_t i = 0; i < m_collectors.size(); ++i) {
            sinks[i] = m_collectors[i].markerPixels().sink();
        }
        std::array<std::uint16_t, k_rowsBetweenChecks> classes{};
        for (std::size_t from = begin; from < end && !m_job.isCancelled(); from += k_rowsBetweenChecks) {
            const std::size_t count = std::min(k_rowsBetweenChecks, end - from);
            for (std::size_t i = 0; i < count; ++i) {
                classes[i] = m_classes.classOf(from + i);
            }
            const Point *points = m_geometry.points.data() + from;
            for (std::size_t i = 0; i < count; ++i) {
                if (classes[i] != RowClasses::k_none) {
                    const QPointF pixel = frame.toPixel(points[i]);
                    sinks[classes[i]].insert(pixel.x(), pixel.y());
                    ++m_result.features;
                }
            }
        }
    }

    const PackedGeometry &m_geometry;
    const RowClasses &m_classes;
    PixelFrame m_frame;
    Places m_places;
    const JobContext &m_job;
    PixelLayer m_result;
    std::vector<BatchCollector> m_collectors;
};

/// Positions in the order in which pixels are drawn: from top to bottom, from left to right.
void sortByPixel(std::vector<QPointF> &places)
{
    std::stable_sort(places.begin(), places.end(), [](QPointF a, QPointF b) {
        const auto rowOf = [](QPointF p) { return std::floor(p.y()); };
        return rowOf(a) != rowOf(b) ? rowOf(a) < rowOf(b) : std::floor(a.x()) < std::floor(b.x());
    });
}

/// Takes @p next, of the rows that follow, into @p all.
void append(PixelLayer &all, PixelLayer &&next)
{
    all.features += next.features;
    for (std::size_t i = 0; i < all.batches.size(); ++i) {
        SymbolBatch &batch = all.batches[i];
        SymbolBatch &more = next.batches[i];
        batch.lines.append(more.lines);
        batch.areas.append(more.areas);
        batch.markers.insert(batch.markers.end(), more.markers.begin(), more.markers.end());
        if (more.dots.hasSize()) {
            batch.dots.unite(std::move(more.dots));
        }
        if (more.markerPixels.hasSize()) {
            batch.markerPixels.unite(std::move(more.markerPixels));
        }
    }
}

/// In how many stretches the rows are collected. Exact places are collected in one, as of those on one pixel the first
/// row's counts.
std::size_t stretches(std::size_t rows, Places places, const Crew &crew)
{
    return places == Places::Exact || crew.size() == 1
               ? 1
               : std::clamp<std::size_t>(rows / k_leastStretch, 1, crew.size() * k_stretchesPerThread);
}

} // namespace

double symbolReach_px(const std::vector<Symbol> &symbols, double pixelsPerMm)
{
    double widest_px = 0;
    for (const Symbol &symbol : symbols) {
        const double line_px = std::max(symbol.strokeWidth_mm, symbol.casingWidth_mm) * pixelsPerMm;
        widest_px = std::max({widest_px, markerExtent_px(symbol, pixelsPerMm), line_px});
    }
    return widest_px / 2 + 2;
}

PixelLayer collectLayer(const RenderLayer &layer, const RowClasses &classes, const MapExtent &extent, Places places,
                        Crew &crew, const JobContext &job, const std::optional<PixelRows> &part)
{
    const PackedGeometry &geometry = layer.snapshot->geometry();
    const double margin = symbolReach_px(classes.symbols(), extent.pixelsPerMm) * extent.unitsPerPixel;
    const VisibleRows rows(geometry, wantedBox(extent, part).grown(margin));
    geometry.detail(); // made here, so that no thread waits for another that makes it
    const std::size_t count = stretches(geometry.size(), places, crew);
    std::vector<PixelLayer> parts(count);
    crew.share(count, [&](std::size_t i) {
        parts[i] = StretchCollector(layer, classes, extent, places, job)
                       .collect(rows, geometry.size() * i / count, geometry.size() * (i + 1) / count);
    });
    PixelLayer result = std::move(parts.front());
    for (std::size_t i = 1; i < count; ++i) {
        append(result, std::move(parts[i]));
    }
    for (SymbolBatch &batch : result.batches) {
        sortByPixel(batch.markers);
        if (places == Places::Pixels) {
            batch.markers.erase(std::unique(batch.markers.begin(), batch.markers.end()), batch.markers.end());
        }
    }
    return result;
}

SymbolBatch collectRows(const LayerSnapshot &layer, std::span<const std::uint32_t> rows, const Symbol &symbol,
                        const MapExtent &extent, Places places)
{
    SymbolBatch batch;
    batch.symbol = symbol;
    const PixelFrame frame(extent);
    BatchCollector collector(batch, layer.geometry(), frame, extent.pixelsPerMm, markerPlaces(places, 1));
    const PackedGeometry &geometry = layer.geometry();
    const Box visible = extent.box().grown(markerExtent_px(symbol, extent.pixelsPerMm) * extent.unitsPerPixel);
    for (const std::uint32_t row : rows) {
        if (row < geometry.size() && geometry.hasGeometry(row) && geometry.boxes[row].intersects(visible)) {
            collector.add(row);
        }
    }
    sortByPixel(batch.markers);
    return batch;
}

} // namespace cuntu
