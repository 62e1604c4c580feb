// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/render/render_job.h"

#include "maps/basemap/raster.h"
#include "maps/label/map_font.h"
#include "maps/label/placer.h"
#include "maps/render/cluster.h"
#include "maps/render/collect.h"
#include "maps/render/density.h"
#include "maps/render/label_source.h"
#include "maps/render/picture_memory.h"
#include "maps/render/raster_canvas.h"
#include "maps/render/visible_rows.h"
#include "maps/text.h"

#include <QElapsedTimer>

namespace cuntu {
namespace {

constexpr int k_mostPixels = 32000; // QPainter's raster engine counts in 16 bits
constexpr qint64 k_partialEvery_ms = 150;
constexpr double k_numberReach_px = 100; ///< of the number of a cluster, beyond its centre

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

Error badSize(QSize size)
{
    return {ErrorCode::OutOfRange,
            Maps::tr("a picture of %1 by %2 pixels cannot be drawn").arg(size.width()).arg(size.height()),
            {},
            Maps::tr("choose a size from 1 to %1 pixels").arg(k_mostPixels),
            {},
            {}};
}

Error missingField(const RenderLayer &layer, const QString &field)
{
    return {ErrorCode::NotFound,
            Maps::tr("layer %1: its style needs the field '%2', which is not there or not fit for it")
                .arg(layer.title, field),
            {},
            Maps::tr("choose another field in the layer's style"),
            {},
            {}};
}

Error noFonts()
{
    return {ErrorCode::Bug, Maps::tr("labels were left out: no fonts in this process"), {}, {}, {}, {}};
}

bool isSeen(const RenderLayer &layer, const RenderRequest &request)
{
    const double denominator = request.extent.scaleDenominator(request.crs.isGeographic());
    return layer.snapshot && layer.style.opacity > 0 &&
           (layer.style.minScale <= 0 || denominator <= layer.style.minScale);
}

bool isClustered(const RenderLayer &layer)
{
    return !layer.overlay && layer.style.kind == LayerStyle::Kind::Cluster &&
           layer.snapshot->schema().geometry == GeometryType::Point;
}

/// Draws the parts of a request one after the other and keeps the account.
class Renderer {
public:
    Renderer(Canvas &canvas, Crew &crew, const RenderRequest &request, const JobContext &job,
             const std::function<void()> &afterLayer)
        : m_canvas(canvas),
          m_crew(crew),
          m_places(canvas.wantsExactPlaces() ? Places::Exact : Places::Pixels),
          m_request(request),
          m_job(job),
          m_afterLayer(afterLayer)
    {
        m_result.extent = request.extent;
    }

    /// What is to be kept on the way.
    struct Keeping {
        std::optional<std::size_t> before; ///< the layer before which the picture is given to `below`
        std::function<void(PictureMemory::Below)> below;
        std::function<void(PictureMemory::Below)> whole; ///< with all layers; may be empty
    };

    /// @p below: what is on the canvas already.
    Result<RenderResult> run(const PictureMemory::Below *below = nullptr, const Keeping &keeping = {})
    {
        QElapsedTimer timer;
        timer.start();
        if (below != nullptr) {
            goOnFrom(*below);
        } else {
            drawRasters();
        }
        for (std::size_t i = m_result.kept; i < m_request.layers.size() && !m_job.isCancelled(); ++i) {
            if (keeping.before == i) {
                keeping.below({i, {}, m_result.layers, m_result.errors, m_numbers});
            }
            m_job.report(static_cast<double>(i) / static_cast<double>(m_request.layers.size()),
                         m_request.layers[i].title);
            const RenderLayer &layer = m_request.layers[i];
            if (isSeen(layer, m_request)) {
                isClustered(layer) ? drawClusters(layer) : drawOne(layer);
            }
        }
        if (keeping.whole && !m_job.isCancelled()) {
            keeping.whole({m_request.layers.size(), {}, m_result.layers, m_result.errors, m_numbers});
        }
        drawSelections();
        if (m_request.labels) {
            drawLabels();
        }
        if (m_job.isCancelled()) {
            return cancelledError();
        }
        m_result.total_ms = milliseconds(timer);
        return std::move(m_result);
    }

private:
    void goOnFrom(const PictureMemory::Below &below)
    {
        m_result.kept = below.layers;
        m_result.layers = below.reports;
        m_result.errors = below.errors;
        m_numbers = below.blocked;
    }

    void drawRasters()
    {
        for (const RenderRaster &raster : m_request.rasters) {
            const auto image = readRaster(
                {raster.file, raster.hillshade, m_request.extent.box(), m_request.extent.size, m_request.crs}, m_job);
            if (!image) {
                m_result.errors.push_back(image.error());
            } else if (!m_job.isCancelled()) {
                m_canvas.drawImage(*image, {raster.opacity, Blend::Over});
                m_afterLayer();
            }
        }
    }

    void drawOne(const RenderLayer &layer)
    {
        LayerReport report{layer.id, 0, 0, 0};
        QElapsedTimer timer;
        timer.start();
        if (!layer.overlay && layer.style.kind == LayerStyle::Kind::Density) {
            m_canvas.drawImage(densityPicture(layer, m_request.extent, m_crew, m_job),
                               {layer.style.opacity, layer.style.blend});
            report.features = layer.snapshot->size();
            report.draw_ms = milliseconds(timer);
            m_result.layers.push_back(report);
            m_afterLayer();
            return;
        }
        const RowClasses classes = RowClasses::drawn(layer, m_request);
        if (!classes.missingField().isEmpty()) {
            m_result.errors.push_back(missingField(layer, classes.missingField()));
        }
        const PixelLayer pixels = collectLayer(layer, classes, m_request.extent, m_places, m_crew, m_job);
        report.features = pixels.features;
        report.collect_ms = milliseconds(timer);
        timer.restart();
        m_canvas.drawLayer(pixels, {layer.style.opacity, layer.style.blend});
        report.draw_ms = milliseconds(timer);
        m_result.layers.push_back(report);
        m_afterLayer();
    }

    void drawClusters(const RenderLayer &layer)
    {
        const auto picture = clusterPicture(layer, m_request.extent, m_job);
        if (!picture) {
            return; // cancelled
        }
        drawOne(picture->layer);
        if (!canDrawText()) {
            m_result.errors.push_back(noFonts());
            return;
        }
        const PackedGeometry &points = picture->layer.snapshot->geometry();
        VisibleRows(points, m_request.extent.box().grown(k_numberReach_px * m_request.extent.unitsPerPixel))
            .forEach([&](std::size_t row) {
                if (const auto label = clusterLabel(*picture, row, m_request.extent)) {
                    m_canvas.drawLabel(*label);
                    m_numbers.push_back(label->box);
                }
                return !m_job.isCancelled();
            });
    }

    void drawSelections()
    {
        for (const RenderLayer &layer : m_request.layers) {
            if (layer.selected.empty() || !layer.snapshot || m_job.isCancelled()) {
                continue;
            }
            const Symbol symbol = selectionSymbol(layer.style.symbol, layer.snapshot->schema().geometry);
            PixelLayer selection;
            selection.batches.push_back(
                collectRows(*layer.snapshot, layer.selected, symbol, m_request.extent, m_places));
            m_canvas.drawLayer(selection, {});
        }
    }

    void drawLabels()
    {
        QElapsedTimer timer;
        timer.start();
        LabelPlacer placer(QRectF(QPointF(0, 0), m_request.extent.size));
        for (const QRectF &number : m_numbers) {
            placer.block(number);
        }
        std::vector<const RenderLayer *> layers = layersByLabelPriority(m_request);
        std::erase_if(layers, [this](const RenderLayer *layer) {
            return !isSeen(*layer, m_request) || isClustered(*layer); // a cluster has no name
        });
        if (!layers.empty() && !canDrawText()) {
            m_result.errors.push_back(noFonts());
            return;
        }
        placeLabels(layers, m_request, placer, m_job);
        m_result.labels = placer.takeLabels();
        // The first ones are the most important: they are drawn last, on top.
        for (auto label = m_result.labels.rbegin(); label != m_result.labels.rend() && !m_job.isCancelled(); ++label) {
            m_canvas.drawLabel(*label);
        }
        m_result.labels_ms = milliseconds(timer);
    }

    Canvas &m_canvas;
    Crew &m_crew;
    Places m_places;
    const RenderRequest &m_request;
    const JobContext &m_job;
    const std::function<void()> &m_afterLayer;
    std::vector<QRectF> m_numbers; ///< of clusters, which labels keep off
    RenderResult m_result;
};

/// Row by row, as @p to may be a part of a larger picture.
void copyPixels(const QImage &from, QImage &to)
{
    for (int y = 0; y < from.height(); ++y) {
        const uchar *row = from.constScanLine(y);
        std::copy(row, row + static_cast<std::ptrdiff_t>(from.width()) * 4, to.scanLine(y));
    }
}

/// Draws the layers of @p request again in @p rows of @p image, where they are others now.
void redrawRows(QImage &image, PixelRows rows, const RenderRequest &request, Crew &crew, const JobContext &job)
{
    if (rows.isEmpty()) {
        return;
    }
    const QRgb background = qPremultiply(request.background.rgba());
    for (int y = rows.top; y < rows.bottom; ++y) {
        auto *pixels = reinterpret_cast<QRgb *>(image.scanLine(y));
        std::fill(pixels, pixels + image.width(), background);
    }
    RasterCanvas canvas(image, rows, request.extent.pixelsPerMm, patternOrigin(request.extent), crew, job);
    for (const RenderLayer &layer : request.layers) {
        if (isSeen(layer, request) && !job.isCancelled()) {
            const RowClasses classes = RowClasses::drawn(layer, request);
            canvas.drawLayer(collectLayer(layer, classes, request.extent, Places::Pixels, crew, job, rows),
                             {layer.style.opacity, layer.style.blend});
        }
    }
}

} // namespace

QPointF patternOrigin(const MapExtent &extent)
{
    const Point origin = extent.toPixel({0, 0});
    return {origin.x, origin.y};
}

Result<RenderResult> renderOn(Canvas &canvas, const RenderRequest &request, const JobContext &job)
{
    Crew alone(1);
    const std::function<void()> nothing = [] {};
    return Renderer(canvas, alone, request, job, nothing).run();
}

Result<RenderResult> renderInto(QImage &image, const RenderRequest &request, const JobContext &job,
                                const PartialPicture &partial, PictureMemory *memory)
{
    const QSize size = request.extent.size;
    if (size.isEmpty() || size.width() > k_mostPixels || size.height() > k_mostPixels || size != image.size() ||
        !(request.extent.unitsPerPixel > 0)) {
        return badSize(size);
    }
    const PictureMemory::Below *below = memory == nullptr ? nullptr : memory->recall(request);
    if (below != nullptr) {
        copyPixels(below->image, image);
    } else {
        image.fill(request.background);
    }
    Crew crew(request.threads);
    if (below != nullptr && memory->rows()) {
        redrawRows(image, *memory->rows(), request, crew, job);
    }
    RasterCanvas canvas(image, request.extent.pixelsPerMm, patternOrigin(request.extent), crew, job);
    QElapsedTimer sincePartial;
    sincePartial.start();
    const std::function<void()> afterLayer = [&] {
        if (partial && sincePartial.elapsed() >= k_partialEvery_ms) {
            partial(image.copy());
            sincePartial.restart();
        }
    };
    if (memory == nullptr) {
        return Renderer(canvas, crew, request, job, afterLayer).run();
    }
    // The canvas goes on writing into the image.
    const auto keepBelow = [&](PictureMemory::Below kept) {
        kept.image = image.copy();
        memory->keep(std::move(kept));
    };
    const auto keepWhole = [&](PictureMemory::Below kept) {
        kept.image = image.copy();
        memory->keepWhole(std::move(kept));
    };
    Renderer::Keeping keeping{memory->keepBefore(), keepBelow, {}};
    if (memory->keepsWhole()) {
        keeping.whole = keepWhole;
    }
    return Renderer(canvas, crew, request, job, afterLayer).run(below, keeping);
}

Result<RenderResult> render(const RenderRequest &request, const JobContext &job, const PartialPicture &partial,
                            PictureMemory *memory)
{
    const QSize size = request.extent.size;
    if (size.isEmpty() || size.width() > k_mostPixels || size.height() > k_mostPixels) {
        return badSize(size);
    }
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    auto result = renderInto(image, request, job, partial, memory);
    if (result) {
        result->image = std::move(image);
    }
    return result;
}

} // namespace cuntu
