// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/first_map_stamp.h"

#include <QEvent>
#include <QFile>

#include <chrono>
#include <utility>

namespace cuntu::ui {

FirstMapStamp::FirstMapStamp(const Session &session, const MapController &controller, MapView &map)
    : m_session(session), m_controller(controller), m_map(map), m_file(qEnvironmentVariable("CUNTU_FIRST_MAP_STAMP"))
{
    if (!m_file.isEmpty()) {
        connect(&map, &MapView::rendered, this, &FirstMapStamp::onRendered);
    }
}

void FirstMapStamp::onRendered()
{
    // A picture of an earlier state, or of a size that has changed since, is not the map of the project.
    if (m_ready || m_file.isEmpty() || !m_session.state() || !m_controller.isUpToDate() || m_map.isRendering() ||
        m_map.request().layers.empty()) {
        return;
    }
    // A window that is not on the screen yet is not painted: the time is that of a painting, not of the drawing.
    m_ready = true;
    m_map.installEventFilter(this);
    m_map.update();
}

bool FirstMapStamp::eventFilter(QObject *, QEvent *event)
{
    if (event->type() == QEvent::Paint && std::exchange(m_ready, false)) {
        QMetaObject::invokeMethod(this, &FirstMapStamp::write, Qt::QueuedConnection); // after it
    }
    return false;
}

void FirstMapStamp::write()
{
    const std::chrono::duration<double> now = std::chrono::system_clock::now().time_since_epoch();
    QFile file(std::exchange(m_file, QString()));
    if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray::number(now.count(), 'f', 6) + '\n') < 0) {
        qWarning("CUNTU_FIRST_MAP_STAMP: %s cannot be written: %s", qPrintable(file.fileName()),
                 qPrintable(file.errorString()));
    }
}

} // namespace cuntu::ui
