// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/render/label_source.h"

#include "maps/label/anchors.h"
#include "maps/label/map_font.h"
#include "maps/render/marker.h"
#include "maps/render/pixel_frame.h"
#include "maps/render/row_classes.h"
#include "maps/render/visible_rows.h"

#include <algorithm>
#include <cmath>

namespace cuntu {
namespace {

constexpr std::size_t k_mostLabels = 3000; ///< more texts than this no picture can hold legibly
constexpr int k_charactersInArea = 8;      ///< longer names of areas are set in several lines
constexpr double k_repeat_px = 600;        ///< along long lines
constexpr double k_likeDistance_px = 220;  ///< between equal texts along lines

/// Labels of one layer.
class LayerLabels {
public:
    LayerLabels(const RenderLayer &layer, const MapExtent &extent, LabelPlacer &placer)
        : m_layer(layer),
          m_geometry(layer.snapshot->geometry()),
          m_classes(layer),
          m_frame(extent),
          m_placer(placer),
          m_pixelsPerMm(extent.pixelsPerMm),
          m_column(layer.snapshot->column(layer.style.label.field))
    {
        if (const Field *field = layer.snapshot->schema().findField(layer.style.label.field)) {
            m_personal = field->personal;
        }
        const LabelStyle &style = layer.style.label;
        m_look.font = mapFont(style.size_mm * m_pixelsPerMm);
        m_look.colour = style.colour;
        m_look.halo = style.halo;
        m_look.haloWidth_px = style.haloWidth_mm * m_pixelsPerMm;
    }

    bool hasText() const { return m_column != nullptr && m_layer.style.label.size_mm > 0; }
    std::size_t placed() const { return m_placed; }

    void place(std::size_t row)
    {
        const std::uint16_t number = m_classes.classOf(row);
        if (number == RowClasses::k_none || !m_geometry.hasGeometry(row) || m_column->isNull(row) ||
            m_personal == Personal::Sensitive) {
            return;
        }
        switch (m_geometry.type) {
        case GeometryType::Polygon:
            placeInArea(row);
            break;
        case GeometryType::Line:
            placeAlongLine(row);
            break;
        default:
            placeAtPoint(row, m_classes.symbols()[number]);
            break;
        }
    }

private:
    /// What the label of @p row says; what identifies a person is masked, as a map leaves the program.
    QString textOf(std::size_t row) const { return masked(m_column->display(row), m_personal); }

    Label labelOf(std::size_t row, int mostCharacters) const
    {
        Label label;
        label.layer = m_layer.id;
        label.row = row;
        label.text = textOf(row);
        label.lines = mostCharacters > 0 ? wrapped(label.text, mostCharacters) : QStringList{label.text};
        label.look = m_look;
        label.size = labelSize(label.lines, m_look);
        return label;
    }

    void placeAtPoint(std::size_t row, const Symbol &symbol)
    {
        const QPointF pixel = m_frame.toPixel(m_geometry.part(m_geometry.firstPart(row)).front());
        const double radius = markerExtent_px(symbol, m_pixelsPerMm) / 2;
        if (QRectF(QPointF(0, 0), m_frame.size).contains(pixel) && m_placer.hasRoomNear(pixel)) {
            m_placed += m_placer.placeBeside(labelOf(row, 0), pixel, radius) ? 1 : 0;
        }
    }

    void placeInArea(std::size_t row)
    {
        const Box &box = m_geometry.boxes[row];
        const double em = m_look.font.pixelSize();
        if (box.width() * m_frame.pixelsPerUnit < em || box.height() * m_frame.pixelsPerUnit < em) {
            return;
        }
        const auto rings = pixelRings(row);
        const auto place = anchors::insideArea({rings.begin(), rings.end()}, em);
        if (!place) {
            return;
        }
        Label label = labelOf(row, k_charactersInArea);
        label.centre = place->centre;
        // A name may stand out of its area by a third on each side, as long as it is clear whose it is.
        if (label.size.width() <= std::max(place->width * 1.7, box.width() * m_frame.pixelsPerUnit)) {
            m_placed += m_placer.placeAt(std::move(label)) ? 1 : 0;
        }
    }

    void placeAlongLine(std::size_t row)
    {
        const double em = m_look.font.pixelSize();
        const Box &box = m_geometry.boxes[row];
        if (std::max(box.width(), box.height()) * m_frame.pixelsPerUnit < 2 * em) {
            return;
        }
        Label label = labelOf(row, 0);
        const auto lines = pixelRings(row);
        for (const auto &line : lines) {
            for (const anchors::Along &place :
                 anchors::alongLine(line, label.size.width() + em, k_repeat_px, em * 0.35)) {
                label.centre = place.centre;
                label.angle_deg = place.angle_deg;
                if (!m_placer.hasLike(label.text, place.centre, k_likeDistance_px)) {
                    m_placed += m_placer.placeAt(label) ? 1 : 0;
                }
            }
        }
    }

    /// The parts of a feature in pixels, without points closer than a pixel to the one before.
    std::vector<std::vector<QPointF>> pixelRings(std::size_t row) const
    {
        std::vector<std::vector<QPointF>> rings;
        for (std::size_t part = m_geometry.firstPart(row); part < m_geometry.endPart(row); ++part) {
            std::vector<QPointF> ring;
            for (const Point &point : m_geometry.part(part)) {
                const QPointF pixel = m_frame.toPixel(point);
                if (ring.empty() || (pixel - ring.back()).manhattanLength() >= 1) {
                    ring.push_back(pixel);
                }
            }
            rings.push_back(std::move(ring));
        }
        return rings;
    }

    const RenderLayer &m_layer;
    const PackedGeometry &m_geometry;
    RowClasses m_classes;
    PixelFrame m_frame;
    LabelPlacer &m_placer;
    double m_pixelsPerMm;
    const Column *m_column;
    Personal m_personal = Personal::No;
    LabelLook m_look;
    std::size_t m_placed = 0;
};

} // namespace

std::vector<const RenderLayer *> layersByLabelPriority(const RenderRequest &request)
{
    const double denominator = request.extent.scaleDenominator(request.crs.isGeographic());
    std::vector<const RenderLayer *> layers;
    for (auto layer = request.layers.rbegin(); layer != request.layers.rend(); ++layer) {
        const LabelStyle &label = layer->style.label;
        if (!label.field.isEmpty() && (label.minScale <= 0 || denominator <= label.minScale)) {
            layers.push_back(&*layer);
        }
    }
    std::stable_sort(layers.begin(), layers.end(), [](const RenderLayer *a, const RenderLayer *b) {
        return a->style.label.priority > b->style.label.priority;
    });
    return layers;
}

void placeLabels(const RenderLayer &layer, const MapExtent &extent, LabelPlacer &placer, const JobContext &job)
{
    LayerLabels labels(layer, extent, placer);
    if (!labels.hasText()) {
        return;
    }
    std::size_t untilCheck = 64;
    VisibleRows(layer.snapshot->geometry(), extent.box()).forEach([&](std::size_t row) {
        if (--untilCheck == 0) {
            untilCheck = 64;
            if (job.isCancelled()) {
                return false;
            }
        }
        labels.place(row);
        return labels.placed() < k_mostLabels;
    });
}

} // namespace cuntu
