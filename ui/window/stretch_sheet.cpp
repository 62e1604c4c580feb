// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/stretch_sheet.h"

#include "core/geo/station_text.h"
#include "core/plugin/line_references.h"
#include "core/snapshot/known_columns.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

namespace cuntu::ui {
namespace {

constexpr double k_reach_px = 8; ///< of the mouse
constexpr double k_click_px = 4; ///< a shorter drag is a click
constexpr double k_leastTick_px = 24;
constexpr double k_leastLabel_px = 76;
constexpr double k_round_km = 0.01;    ///< stations between ticks
constexpr QRgb k_line = 0xFF0072B2;    ///< Okabe and Ito's blue
constexpr QRgb k_stretch = 0xFFD55E00; ///< and vermillion

} // namespace

StretchSheet::StretchSheet(Workbench &bench, MapView &map)
    : QWidget(&map), m_bench(bench), m_map(map), m_loading(bench.jobs)
{
    setObjectName(QStringLiteral("stretchSheet"));
    setCursor(Qt::CrossCursor);
    setMouseTracking(true);
    map.installEventFilter(this);
    resize(map.size());
    connect(&map, &MapView::extentChanged, this, qOverload<>(&QWidget::update));
    connect(&map, &MapView::rendered, this, qOverload<>(&QWidget::update));
    connect(&bench.session, &Session::closed, this, &StretchSheet::clear);
    hide();
}

void StretchSheet::clear()
{
    m_loading.stop();
    m_line.reset();
    m_stretch.reset();
    m_begin_km.reset();
    update();
    Q_EMIT lineChanged();
}

double StretchSheet::tickStep_km(double pxPerKm)
{
    static constexpr std::array<double, 5> steps{0.1, 0.5, 1, 5, 10};
    const auto wide =
        std::find_if(steps.begin(), steps.end(), [&](double step) { return step * pxPerKm >= k_leastTick_px; });
    return wide == steps.end() ? steps.back() : *wide;
}

bool StretchSheet::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize) {
        resize(m_map.size());
    } else if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape &&
               !isHidden() && m_line) {
        clear();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

/// The nearest line under the mouse of a layer that has stretches.
void StretchSheet::pickLine(QPointF position)
{
    const Immutable<ProjectState> &state = m_bench.session.state();
    if (!state) {
        return;
    }
    const double unitsPerPixel = m_map.extent().unitsPerPixel * m_map.devicePixelRatioF();
    for (const MapFeature &feature : featuresAt(m_map.request(), m_map.toMap(position), k_reach_px * unitsPerPixel)) {
        const std::vector<LineReference> references = lineReferences(*state->registry);
        const auto reference = std::find_if(references.begin(), references.end(),
                                            [&](const LineReference &each) { return each.lines == feature.layer; });
        const auto &layers = m_map.request().layers;
        const auto layer = std::find_if(layers.begin(), layers.end(),
                                        [&](const RenderLayer &each) { return each.id == feature.layer; });
        if (reference != references.end() && layer != layers.end()) {
            load(*reference, layer->snapshot->id(feature.row));
            return;
        }
    }
    clear();
}

void StretchSheet::load(const LineReference &reference, FeatureId feature)
{
    m_loading.run(
        tr("Reading a line"), this,
        [state = m_bench.session.state(), reference, feature](const JobContext &job) -> Result<Line> {
            const LayerSchema schema = *state->registry->layerSchema(reference.lines);
            QStringList fields{schema.keyField, schema.nameField, reference.lengthField};
            fields.removeAll(QString());
            const auto layer = layerWith(*state->snapshot, reference.lines, fields, job);
            if (!layer) {
                return layer.error();
            }
            const auto row = (*layer)->rowOf(feature);
            const auto geodesic = Geodesic::create((*layer)->crs());
            if (!row || !geodesic) {
                return geodesic ? cancelledError() : geodesic.error();
            }
            const QString key = stringAt((*layer)->column(schema.keyField), *row);
            const QString name = stringAt((*layer)->column(schema.nameField), *row);
            const double length_km = numberAt((*layer)->column(reference.lengthField), *row);
            return Line{reference, key, name.isEmpty() ? key : QStringLiteral("%1 %2").arg(key, name),
                        std::make_shared<const Stationing>((*layer)->geometry().geometry(*row), &*geodesic, length_km)};
        },
        [this](Result<Line> line) {
            if (!line) {
                m_bench.log.fail(line.error());
            } else if (line->key.isEmpty()) {
                m_bench.log.warn(
                    tr("This line has no code, so that nothing can be kept of its stations. Give it one first."));
            } else {
                m_line = std::move(*line);
                m_stretch.reset();
                update();
                Q_EMIT lineChanged();
            }
        });
}

void StretchSheet::setStretch(const Stretch &stretch)
{
    if (!m_line) {
        return;
    }
    const double end_km = m_line->stations->length_km();
    const Stretch cut{std::clamp(stretch.from_km, 0.0, end_km), std::clamp(stretch.to_km, 0.0, end_km)};
    m_stretch = cut.from_km < cut.to_km ? std::optional(cut) : std::nullopt;
    update();
    Q_EMIT stretchChanged();
}

double StretchSheet::pxPerKm() const
{
    const QPolygonF line = pixels({0, m_line->stations->length_km()});
    double length = 0;
    for (qsizetype i = 1; i < line.size(); ++i) {
        length += std::hypot(line[i].x() - line[i - 1].x(), line[i].y() - line[i - 1].y());
    }
    return m_line->stations->length_km() > 0 ? length / m_line->stations->length_km() : 0;
}

QPolygonF StretchSheet::pixels(const Stretch &part) const
{
    QPolygonF line;
    for (const Point &point : m_line->stations->cut(part.from_km, part.to_km).points) {
        line << m_map.toWidget(point);
    }
    return line;
}

bool StretchSheet::isOnLine(QPointF position) const
{
    if (!m_line) {
        return false;
    }
    const double station = m_line->stations->stationNear(m_map.toMap(position));
    const QPointF there = m_map.toWidget(m_line->stations->pointAt(station));
    return std::hypot(there.x() - position.x(), there.y() - position.y()) <= k_reach_px;
}

/// The station under the mouse: a tick or an end of the line that is near, else to ten metres.
double StretchSheet::stationAt(QPointF position) const
{
    const double end_km = m_line->stations->length_km();
    const double station = m_line->stations->stationNear(m_map.toMap(position));
    const double perKm = pxPerKm();
    const double step = tickStep_km(perKm);
    const double tick = std::round(station / step) * step;
    for (const double near : {0.0, end_km, tick}) {
        if (near <= end_km && std::abs(near - station) * perKm <= k_reach_px) {
            return near;
        }
    }
    return std::min(std::round(station / k_round_km) * k_round_km, end_km);
}

void StretchSheet::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        event->ignore(); // the map's: menu, dragging, back and forth
        return;
    }
    m_map.setFocus();
    m_pressed = event->position();
    m_cursor = m_pressed;
    m_begin_km.reset();
    if (isOnLine(m_pressed)) {
        m_begin_km = stationAt(m_pressed);
    }
}

void StretchSheet::mouseMoveEvent(QMouseEvent *event)
{
    m_cursor = event->position();
    if (!(event->buttons() & Qt::LeftButton)) {
        event->ignore(); // the map tells where the mouse is
    } else if (m_begin_km && (m_cursor - m_pressed).manhattanLength() >= k_click_px) {
        drag(m_cursor);
    }
    update();
}

void StretchSheet::drag(QPointF position)
{
    const double station = stationAt(position);
    setStretch({std::min(*m_begin_km, station), std::max(*m_begin_km, station)});
}

void StretchSheet::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    const bool isClick = (event->position() - m_pressed).manhattanLength() < k_click_px;
    if (isClick) {
        pickLine(event->position());
    }
    m_begin_km.reset();
    update();
}

void StretchSheet::paintEvent(QPaintEvent *)
{
    if (!m_line) {
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor::fromRgba(k_line), 2));
    painter.drawPolyline(pixels({0, m_line->stations->length_km()}));
    if (m_stretch) {
        painter.setPen(QPen(QColor::fromRgba(k_stretch), 6, Qt::SolidLine, Qt::FlatCap));
        painter.drawPolyline(pixels(*m_stretch));
    }
    paintTicks(painter);
    paintReading(painter);
}

void StretchSheet::paintTicks(QPainter &painter) const
{
    const double perKm = pxPerKm();
    const double end_km = m_line->stations->length_km();
    if (!(perKm > 0)) {
        return;
    }
    const double step = tickStep_km(perKm);
    const int labelEvery = std::max(1, static_cast<int>(std::ceil(k_leastLabel_px / (step * perKm))));
    const auto ticks = static_cast<int>(end_km / step);
    for (int i = 0; i <= ticks; ++i) {
        paintTick(painter, i * step, step * perKm, i % labelEvery == 0);
    }
    if ((end_km - ticks * step) * perKm > k_leastLabel_px / 2) {
        paintTick(painter, end_km, step * perKm, true);
    }
}

void StretchSheet::paintTick(QPainter &painter, double station_km, double step_px, bool label) const
{
    const Stationing &stations = *m_line->stations;
    const double near_km = stations.length_km() * 0.002 + 1e-6;
    const QPointF at = m_map.toWidget(stations.pointAt(station_km));
    if (!QRectF(rect()).adjusted(-40, -40, 40, 40).contains(at) || step_px < 3) {
        return;
    }
    const QPointF along =
        m_map.toWidget(stations.pointAt(station_km + near_km)) - m_map.toWidget(stations.pointAt(station_km - near_km));
    const double length = std::hypot(along.x(), along.y());
    const QPointF across = length > 0 ? QPointF(-along.y() / length, along.x() / length) : QPointF(0, 1);
    painter.setPen(QPen(QColor::fromRgba(k_line), 1.6));
    painter.drawLine(at - across * 6, at + across * 6);
    if (!label) {
        return;
    }
    const QString text = stationText(station_km);
    const QFontMetricsF metrics(painter.font());
    const QPointF middle = at + across * (12 + metrics.horizontalAdvance(text) / 2 * std::abs(across.x()) +
                                          metrics.height() / 2 * std::abs(across.y()));
    QPainterPath outline;
    outline.addText(middle + QPointF(-metrics.horizontalAdvance(text) / 2, metrics.ascent() / 2 - 1), painter.font(),
                    text);
    painter.strokePath(outline, QPen(Qt::white, 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.fillPath(outline, QColor::fromRgba(k_line));
}

/// From where to where and how long, beside the mouse while it drags.
void StretchSheet::paintReading(QPainter &painter) const
{
    if (!m_begin_km || !m_stretch) {
        return;
    }
    const QString text = tr("%1 to %2, %3 km")
                             .arg(stationText(m_stretch->from_km), stationText(m_stretch->to_km))
                             .arg(m_stretch->to_km - m_stretch->from_km, 0, 'f', 2);
    QRectF box = QFontMetricsF(painter.font()).boundingRect(text).adjusted(-6, -3, 6, 3);
    box.moveTopLeft(m_cursor + QPointF(14, 14));
    box.moveRight(std::min(box.right(), width() - 4.0));
    box.moveBottom(std::min(box.bottom(), height() - 4.0));
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(32, 32, 32, 220));
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(Qt::white);
    painter.drawText(box, Qt::AlignCenter, text);
}

} // namespace cuntu::ui
