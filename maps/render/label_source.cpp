// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/render/label_source.h"

#include "maps/label/anchors.h"
#include "maps/label/map_font.h"
#include "maps/label/vertical_text.h"
#include "maps/render/marker.h"
#include "maps/render/pixel_frame.h"
#include "maps/render/row_classes.h"
#include "maps/render/visible_rows.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>
#include <unordered_set>

namespace cuntu {
namespace {

constexpr std::size_t k_mostLabels = 3000; ///< more texts than this no picture can hold legibly
constexpr int k_charactersInArea = 8;      ///< longer names of areas are set in several lines
constexpr double k_repeat_px = 600;        ///< along long lines
constexpr double k_likeDistance_px = 220;  ///< between equal texts along lines
constexpr double k_leaderWidth_mm = 0.18;
constexpr double k_leastWithLeader_px = 3; ///< areas below this have none
constexpr double k_steep_deg = 60;         ///< lines steeper than this carry standing texts
constexpr double k_tall = 1.5;             ///< areas this much higher than wide may hold a standing text

/// Places of texts in areas; those further out have the numbers that LabelPlacer gives them.
constexpr int k_lying = 0;
constexpr int k_standing = 1;

/// Labels of one layer.
class LayerLabels {
public:
    LayerLabels(const RenderLayer &layer, const RenderRequest &request, LabelPlacer &placer)
        : m_layer(layer),
          m_geometry(layer.snapshot->geometry()),
          m_classes(RowClasses::drawn(layer, request)),
          m_frame(request.extent),
          m_placer(placer),
          m_pixelsPerMm(request.extent.pixelsPerMm),
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
        m_look.leaderWidth_px = k_leaderWidth_mm * m_pixelsPerMm;
    }

    bool hasText() const { return m_column != nullptr && m_layer.style.label.size_mm > 0; }
    std::size_t placed() const { return m_placed; }

    /// Offers the label of @p row: at place @p again only, else wherever it finds one.
    void place(std::size_t row, std::optional<int> again = {})
    {
        if (!isLabelled(row) || m_kept.contains(row)) {
            return;
        }
        const std::size_t before = m_placed;
        switch (m_geometry.type) {
        case GeometryType::Polygon:
            placeInArea(row, again);
            break;
        case GeometryType::Line:
            placeAlongLine(row, again);
            return; // its other places are offered later
        default:
            placeAtPoint(row, m_classes.symbols()[m_classes.classOf(row)], again);
            break;
        }
        if (again && m_placed > before) {
            m_kept.insert(row);
        }
    }

private:
    bool isLabelled(std::size_t row) const
    {
        return row < m_geometry.size() && m_classes.classOf(row) != RowClasses::k_none && m_geometry.hasGeometry(row) &&
               !m_column->isNull(row) && m_personal != Personal::Sensitive;
    }

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

    /// The text of @p label one character below the other.
    static Label standing(Label label)
    {
        label.lines = standingCharacters(label.text);
        label.size = standingSize(label.lines, label.look);
        label.vertical = true;
        label.angle_deg = 90;
        return label;
    }

    bool mayStand(const QString &text) const
    {
        return m_layer.style.label.vertical == LabelStyle::Vertical::Automatic && canStand(text);
    }

    void count(bool placed) { m_placed += placed ? 1 : 0; }

    void placeAtPoint(std::size_t row, const Symbol &symbol, std::optional<int> again)
    {
        const QPointF pixel = m_frame.toPixel(m_geometry.part(m_geometry.firstPart(row)).front());
        const double radius = markerExtent_px(symbol, m_pixelsPerMm) / 2;
        const bool leader = m_layer.style.label.leader;
        if (!QRectF(QPointF(0, 0), m_frame.size).contains(pixel) || (!leader && !m_placer.hasRoomNear(pixel))) {
            return;
        }
        Label label = labelOf(row, 0);
        const LabelPlacer::Spot spot{pixel, radius, radius};
        if (again) {
            count((leader || *again < LabelPlacer::k_besidePlaces) &&
                  m_placer.placeAgain(std::move(label), spot, *again));
        } else {
            count(m_placer.placeBeside(label, pixel, radius) ||
                  (leader && m_placer.placeAround(std::move(label), spot)));
        }
    }

    void placeInArea(std::size_t row, std::optional<int> again)
    {
        const QSizeF size =
            QSizeF(m_geometry.boxes[row].width(), m_geometry.boxes[row].height()) * m_frame.pixelsPerUnit;
        const double em = m_look.font.pixelSize();
        const bool leader = m_layer.style.label.leader;
        const double shorter = std::min(size.width(), size.height());
        if (shorter < (leader ? k_leastWithLeader_px : em)) {
            return;
        }
        const auto rings = pixelRings(row);
        const auto middle = anchors::insideArea({rings.begin(), rings.end()}, em);
        if (!middle) {
            return;
        }
        Label label = labelOf(row, k_charactersInArea);
        for (Label &choice : shorter < em ? std::vector<Label>() : choicesInArea(label, rings, *middle, size)) {
            if ((!again || *again == choice.place) && m_placer.placeAt(std::move(choice))) {
                count(true);
                return;
            }
        }
        const LabelPlacer::Spot spot{middle->centre, shorter / 2, 0};
        if (leader && !again) {
            count(m_placer.placeAround(std::move(label), spot));
        } else if (leader && *again >= LabelPlacer::k_besidePlaces) {
            count(m_placer.placeAgain(std::move(label), spot, *again));
        }
    }

    /// How the text of @p label may be set within an area of @p size, best first.
    std::vector<Label> choicesInArea(Label label, const std::vector<std::vector<QPointF>> &rings,
                                     const anchors::Inside &middle, QSizeF size) const
    {
        std::vector<Label> choices;
        const auto add = [&choices](Label choice, int place, QPointF centre) {
            choice.place = place;
            choice.centre = centre;
            choices.push_back(std::move(choice));
        };
        const double width = label.size.width();
        if (width > middle.width && size.height() > k_tall * size.width() && mayStand(label.text)) {
            const Label column = standing(label);
            const auto turned = turnedRings(rings);
            const auto place = anchors::insideArea({turned.begin(), turned.end()}, column.size.height());
            if (place && column.size.width() <= place->width) {
                add(column, k_standing, {place->centre.y(), place->centre.x()});
            }
        }
        // A name may stand out of its area by a third on each side, as long as it is clear whose it is.
        if (width <= std::max(middle.width * 1.7, size.width())) {
            add(std::move(label), k_lying, middle.centre);
        }
        return choices;
    }

    /// @p rings with x and y exchanged.
    static std::vector<std::vector<QPointF>> turnedRings(std::vector<std::vector<QPointF>> rings)
    {
        for (std::vector<QPointF> &ring : rings) {
            for (QPointF &point : ring) {
                point = point.transposed();
            }
        }
        return rings;
    }

    void placeAlongLine(std::size_t row, std::optional<int> again)
    {
        const double em = m_look.font.pixelSize();
        const Box &box = m_geometry.boxes[row];
        if (std::max(box.width(), box.height()) * m_frame.pixelsPerUnit < 2 * em) {
            return;
        }
        const Label lying = labelOf(row, 0);
        std::optional<Label> upright;
        if (mayStand(lying.text)) {
            upright = standing(lying);
        }
        const double length = std::max(lying.size.width(), upright ? upright->size.width() : 0) + em;
        int number = 0;
        for (const auto &line : pixelRings(row)) {
            for (const anchors::Along &place : anchors::alongLine(line, length, k_repeat_px, em * 0.35)) {
                const bool stands = upright && std::abs(place.angle_deg) > k_steep_deg;
                Label label = stands ? *upright : lying;
                label.place = number++;
                label.centre = place.centre;
                // Standing texts go down, whichever way the line goes.
                label.angle_deg = place.angle_deg + (stands && place.angle_deg < 0 ? 180 : 0);
                if ((!again || *again == label.place) &&
                    !m_placer.hasLike(label.text, place.centre, k_likeDistance_px)) {
                    count(m_placer.placeAt(std::move(label)));
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
    std::unordered_set<std::size_t> m_kept; ///< rows whose label has its place again
};

/// Offers the labels of the features that are seen, in the order of rows.
void placeSeen(LayerLabels &labels, const RenderLayer &layer, const MapExtent &extent, const JobContext &job)
{
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

/// The labels of layers of one priority.
void placeTogether(std::span<const RenderLayer *const> layers, const RenderRequest &request, LabelPlacer &placer,
                   const JobContext &job)
{
    std::vector<std::unique_ptr<LayerLabels>> all;
    for (const RenderLayer *layer : layers) {
        all.push_back(std::make_unique<LayerLabels>(*layer, request, placer));
    }
    for (const KeptLabel &kept : request.keptLabels) {
        for (std::size_t i = 0; i < layers.size() && !job.isCancelled(); ++i) {
            if (layers[i]->id == kept.layer && all[i]->hasText()) {
                all[i]->place(kept.row, kept.place);
            }
        }
    }
    for (std::size_t i = 0; i < layers.size() && !job.isCancelled(); ++i) {
        if (all[i]->hasText()) {
            placeSeen(*all[i], *layers[i], request.extent, job);
        }
    }
}

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

void placeLabels(std::span<const RenderLayer *const> layers, const RenderRequest &request, LabelPlacer &placer,
                 const JobContext &job)
{
    while (!layers.empty() && !job.isCancelled()) {
        const int priority = layers.front()->style.label.priority;
        const auto end = std::find_if(layers.begin(), layers.end(), [priority](const RenderLayer *layer) {
            return layer->style.label.priority != priority;
        });
        const auto count = static_cast<std::size_t>(end - layers.begin());
        placeTogether(layers.first(count), request, placer, job);
        layers = layers.subspan(count);
    }
}

} // namespace cuntu
