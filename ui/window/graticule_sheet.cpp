// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/graticule_sheet.h"

#include <QEvent>
#include <QPainter>

namespace cuntu::ui {
namespace {

constexpr double k_textSize_px = 12;

} // namespace

GraticuleSheet::GraticuleSheet(MapView &map) : QWidget(&map), m_map(map)
{
    setObjectName(QStringLiteral("graticuleSheet"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    map.installEventFilter(this);
    resize(map.size());
    hide();
    connect(&map, &MapView::extentChanged, this, &GraticuleSheet::follow);
    connect(&map, &MapView::rendered, this, &GraticuleSheet::follow);
}

bool GraticuleSheet::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize) {
        resize(m_map.size());
    }
    return QWidget::eventFilter(watched, event);
}

void GraticuleSheet::showEvent(QShowEvent *)
{
    follow();
}

/// Some hundred points through PROJ: well under a millisecond.
void GraticuleSheet::follow()
{
    if (isVisible()) {
        m_graticule = graticuleFor(m_map.request().crs, m_map.extent().box());
        update();
    }
}

void GraticuleSheet::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintGraticule(painter, m_graticule, m_map.extent(), rect(), k_textSize_px);
}

} // namespace cuntu::ui
