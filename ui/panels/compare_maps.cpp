// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/compare_maps.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace cuntu::ui {
namespace {

constexpr int k_gap = 4; ///< between maps that stand side by side, pixels
constexpr int k_handleWidth = 14;
constexpr double k_keyStep = 0.02;

} // namespace

CompareMaps::CompareMaps(QWidget *parent)
    : QWidget(parent), m_left(new MapView(this)), m_right(new MapView(this)), m_handle(new QWidget(this))
{
    m_left->setObjectName(QStringLiteral("compareLeft"));
    m_right->setObjectName(QStringLiteral("compareRight"));
    m_handle->setObjectName(QStringLiteral("compareHandle"));
    m_handle->setCursor(Qt::SplitHCursor);
    m_handle->setFocusPolicy(Qt::StrongFocus);
    m_handle->setAccessibleName(tr("Handle between the two maps"));
    m_handle->setToolTip(tr("Drag it, or press the arrow keys, to wipe between the two maps"));
    m_handle->installEventFilter(this);
    setMinimumSize(240, 160);
    connect(m_left, &MapView::extentChanged, this, [this] { follow(*m_left, *m_right); });
    connect(m_right, &MapView::extentChanged, this, [this] { follow(*m_right, *m_left); });
    place();
}

void CompareMaps::follow(const MapView &moved, MapView &other)
{
    if (m_following) {
        return;
    }
    m_following = true;
    other.setScaleDenominator(moved.scaleDenominator());
    other.setCentre(moved.extent().centre);
    m_following = false;
}

void CompareMaps::setMode(Mode mode)
{
    m_mode = mode;
    place();
}

void CompareMaps::setHandle(double share)
{
    m_share = std::clamp(share, 0.0, 1.0);
    place();
}

void CompareMaps::zoomToFull()
{
    Box all = m_left->fullExtent();
    const Box other = m_right->fullExtent();
    if (!other.isEmpty()) {
        all.add(other);
    }
    m_left->zoomTo(all);
    follow(*m_left, *m_right);
}

void CompareMaps::place()
{
    const bool swipes = m_mode == Mode::Swipe;
    m_handle->setVisible(swipes);
    if (!swipes) {
        const int half = (width() - k_gap) / 2;
        m_right->clearMask();
        m_left->setGeometry(0, 0, half, height());
        m_right->setGeometry(width() - half, 0, half, height());
        return;
    }
    const int x = static_cast<int>(m_share * width());
    m_left->setGeometry(rect());
    m_right->setGeometry(rect());
    m_right->raise();
    m_right->setMask(QRegion(x, 0, std::max(1, width() - x), height()));
    m_handle->setGeometry(std::clamp(x - k_handleWidth / 2, 0, std::max(0, width() - k_handleWidth)), 0, k_handleWidth,
                          height());
    m_handle->raise();
}

void CompareMaps::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

bool CompareMaps::eventFilter(QObject *object, QEvent *event)
{
    if (object != m_handle) {
        return false;
    }
    if (event->type() == QEvent::Paint) {
        QPainter painter(m_handle);
        const int middle = m_handle->width() / 2;
        painter.fillRect(middle - 2, 0, 4, m_handle->height(), QColor(255, 255, 255, 220));
        painter.fillRect(middle - 1, 0, 2, m_handle->height(), QColor(0x22, 0x22, 0x22));
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(m_handle->hasFocus() ? palette().highlight() : QBrush(QColor(0x22, 0x22, 0x22)));
        painter.setPen(Qt::white);
        painter.drawRoundedRect(QRectF(1, m_handle->height() / 2.0 - 18, m_handle->width() - 2, 36), 5, 5);
        return true;
    }
    if (event->type() == QEvent::MouseMove || event->type() == QEvent::MouseButtonPress) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        if (mouse->buttons().testFlag(Qt::LeftButton)) {
            setHandle(static_cast<double>(m_handle->mapTo(this, mouse->position().toPoint()).x()) /
                      std::max(1, width()));
        }
        return event->type() == QEvent::MouseMove;
    }
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Left || key == Qt::Key_Right) {
            setHandle(m_share + (key == Qt::Key_Left ? -k_keyStep : k_keyStep));
            return true;
        }
    }
    return false;
}

} // namespace cuntu::ui
