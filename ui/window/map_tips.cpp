// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/map_tips.h"

#include "ui/window/place_card.h"

#include <QApplication>
#include <QToolTip>

namespace cuntu::ui {
namespace {

constexpr int k_rest_ms = 450;
const QString k_key = QStringLiteral("map/tips");

} // namespace

MapTips::MapTips(Workbench &bench, MapController &controller, MapView &map)
    : m_bench(bench), m_controller(controller), m_map(map), m_asking(bench.jobs)
{
    setObjectName(QStringLiteral("mapTips"));
    m_shown = bench.settings.value(k_key, true).toBool();
    m_rest.setSingleShot(true);
    m_rest.setInterval(k_rest_ms);
    connect(&m_rest, &QTimer::timeout, this, &MapTips::ask);
    connect(&map, &MapView::cursorMoved, this, [this](Point position) {
        m_position = position;
        m_asking.stop();
        if (m_shown) {
            m_rest.start();
        }
    });
    connect(&map, &MapView::contextMenuRequested, this, [] { QToolTip::hideText(); });
    connect(&map, &MapView::cursorLeft, this, [this] {
        m_rest.stop();
        m_asking.stop();
    });
}

void MapTips::setShown(bool shown)
{
    m_shown = shown;
    m_bench.settings.setValue(k_key, shown);
}

/// True where words would be in nobody's way: no menu is open, nothing is dragged, no sheet is drawn on.
bool MapTips::isFree() const
{
    const QPoint pointer = m_map.toWidget(m_position).toPoint();
    return m_map.isActiveWindow() && QGuiApplication::mouseButtons() == Qt::NoButton &&
           QApplication::activePopupWidget() == nullptr && m_map.childAt(pointer) == nullptr;
}

void MapTips::ask()
{
    const Immutable<ProjectState> state = m_bench.session.state();
    if (!state || !isFree()) {
        return;
    }
    const std::vector<Selection> places = m_controller.placesAt(m_position);
    if (places.empty()) {
        return;
    }
    m_asking.run(
        tr("Looking up a place"), this,
        [project = m_bench.session.project(), state, place = places.front(), asOf = m_bench.view.asOf()](
            const JobContext &job) { return makePlaceCard(*project, *state, place, asOf, job); },
        [this, position = m_position](const Result<PlaceCard> &card) {
            if (card && isFree()) { // a place that has gone meanwhile needs no words
                QToolTip::showText(m_map.mapToGlobal(m_map.toWidget(position).toPoint()), text(*card), &m_map);
            }
        });
}

QString MapTips::text(const PlaceCard &card)
{
    QStringList lines{card.title, card.area.isEmpty()
                                      ? card.schema.name.toString()
                                      : card.schema.name.toString() + QStringLiteral(" · ") + card.area};
    for (const StatusCount &status : card.statuses) {
        const QString name = status.programme.isEmpty() ? status.name : tr("%1: %2").arg(status.programme, status.name);
        lines << (!status.status.isEmpty() ? tr("%1, since %2").arg(name, status.since.toText()) : name);
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace cuntu::ui
