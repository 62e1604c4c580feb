// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/photo_marks.h"

#include <QPainter>

namespace cuntu::ui {
namespace {

constexpr QRgb k_body = 0xFF0B5B8C;
constexpr QRgb k_picked = 0xFFC2185B;

} // namespace

PhotoMarks::PhotoMarks(Workbench &bench, MapView &map) : QWidget(&map), m_bench(bench), m_map(map)
{
    setObjectName(QStringLiteral("photoMarks"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    map.installEventFilter(this);
    resize(map.size());
    connect(&map, &MapView::extentChanged, this, qOverload<>(&QWidget::update));
    connect(&map, &MapView::rendered, this, qOverload<>(&QWidget::update));
    connect(&bench.session, &Session::stateChanged, this, &PhotoMarks::reload);
    connect(&bench.session, &Session::closed, this, &PhotoMarks::reload);
    connect(&bench.view, &ViewState::selectionChanged, this, &PhotoMarks::markPicked);
    connect(&bench.view, &ViewState::photosShownChanged, this, [this] { setVisible(m_bench.view.photosShown()); });
    setVisible(bench.view.photosShown());
    reload();
}

void PhotoMarks::reload()
{
    m_marks.clear();
    const Immutable<ProjectState> state = m_bench.session.state();
    const auto lonLat = Crs::fromEpsg(4490);
    if (state && !state->photos.empty() && state->crs.isValid() && lonLat) {
        const auto transform = CrsTransform::create(*lonLat, state->crs);
        for (const Photo &photo : transform ? state->photos : std::vector<Photo>()) {
            if (!photo.facts.lonLat) {
                continue;
            }
            Mark mark{photo.id, *photo.facts.lonLat, photo.facts.bearing_deg};
            if (transform->apply(std::span(&mark.position, 1)) == 0) {
                m_marks.push_back(mark);
            }
        }
    }
    markPicked();
}

void PhotoMarks::markPicked()
{
    const Immutable<ProjectState> state = m_bench.session.state();
    const Selection &picked = m_bench.view.selection();
    for (Mark &mark : m_marks) {
        const auto photo = std::find_if(state->photos.begin(), state->photos.end(),
                                        [&](const Photo &each) { return each.id == mark.photo; });
        mark.isPicked = photo != state->photos.end() && photo->layer == picked.layer &&
                        std::binary_search(picked.features.begin(), picked.features.end(), photo->feature);
    }
    update();
}

bool PhotoMarks::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize) {
        resize(m_map.size());
    }
    return QWidget::eventFilter(watched, event);
}

void PhotoMarks::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF near = QRectF(rect()).adjusted(-20, -20, 20, 20);
    for (const Mark &mark : m_marks) {
        const QPointF at = m_map.toWidget(mark.position);
        if (near.contains(at)) {
            paintMark(painter, at, mark);
        }
    }
}

/// A camera: body, lens, and a beak where it looks.
void PhotoMarks::paintMark(QPainter &painter, QPointF at, const Mark &mark)
{
    const double size = mark.isPicked ? 1.4 : 1.0;
    const QColor colour = QColor::fromRgba(mark.isPicked ? k_picked : k_body);
    painter.save();
    painter.translate(at);
    painter.scale(size, size);
    painter.setPen(QPen(Qt::white, 1.2));
    painter.setBrush(colour);
    if (mark.bearing_deg) {
        painter.save();
        painter.rotate(*mark.bearing_deg);
        painter.drawPolygon(QPolygonF({QPointF(-4.5, -6), QPointF(0, -14), QPointF(4.5, -6)}));
        painter.restore();
    }
    painter.drawRoundedRect(QRectF(-8, -5.5, 16, 11.5), 2, 2);
    painter.setBrush(Qt::white);
    painter.setPen(Qt::NoPen);
    painter.drawEllipse(QPointF(0, 0.3), 3.4, 3.4);
    painter.setBrush(colour);
    painter.drawEllipse(QPointF(0, 0.3), 1.7, 1.7);
    painter.restore();
}

} // namespace cuntu::ui
