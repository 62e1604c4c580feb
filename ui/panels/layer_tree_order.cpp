// SPDX-License-Identifier: GPL-3.0-or-later
// The tree's menu, and the order of the layers: by dragging and by the menu.
#include "ui/panels/layer_tree_panel.h"

#include "ui/window/layer_look.h"

#include <QDropEvent>
#include <QMenu>
#include <QTreeWidget>

#include <algorithm>

namespace cuntu::ui {

void LayerTreePanel::moveTo(const QString &layer, qsizetype place)
{
    QStringList order = drawingOrder(*m_bench.session.state(), m_bench.view.look().order);
    if (order.contains(layer)) {
        order.move(order.indexOf(layer), std::clamp<qsizetype>(place, 0, order.size() - 1));
        m_bench.view.setOrder(order);
    }
}

bool LayerTreePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Drop || watched != m_tree->viewport()) {
        return QWidget::eventFilter(watched, event);
    }
    // The tree shows the order, it does not hold it: nothing is moved in it, it is filled anew.
    auto *drop = static_cast<QDropEvent *>(event);
    if (drop->source() != m_tree) {
        return false;
    }
    drop->setDropAction(Qt::CopyAction);
    drop->accept();
    const QPoint position = drop->position().toPoint();
    QMetaObject::invokeMethod(
        this, [this, position] { onDropped(position); }, Qt::QueuedConnection);
    return true;
}

void LayerTreePanel::onDropped(const QPoint &position)
{
    const QString dragged = currentLayer();
    const QTreeWidgetItem *target = m_tree->itemAt(position);
    if (dragged.isEmpty() || target == nullptr || !m_bench.session.state()) {
        return;
    }
    const bool upperHalf = position.y() < m_tree->visualItemRect(target).center().y();
    const bool isLegend = target->data(0, k_kind).toInt() == static_cast<int>(Kind::Legend);
    const QString beside = (isLegend ? target->parent() : target)->data(0, k_id).toString();
    const QStringList order = drawingOrder(*m_bench.session.state(), m_bench.view.look().order);
    const qsizetype from = order.indexOf(dragged);
    const qsizetype to = order.indexOf(beside);
    if (to < 0 || to == from) {
        return;
    }
    const bool above = upperHalf && !isLegend;
    // Counted without the dragged layer itself.
    moveTo(dragged, to - (from < to ? 1 : 0) + (above ? 1 : 0));
}

void LayerTreePanel::addOrderActions(QMenu &menu, const QString &layer)
{
    const QStringList order = drawingOrder(*m_bench.session.state(), m_bench.view.look().order);
    const qsizetype place = order.indexOf(layer);
    const auto add = [&](const QString &text, qsizetype to) {
        menu.addAction(text, this, [this, layer, to] { moveTo(layer, to); })
            ->setEnabled(place >= 0 && to >= 0 && to < order.size() && to != place);
    };
    add(tr("Draw on top"), order.size() - 1);
    add(tr("One up"), place + 1);
    add(tr("One down"), place - 1);
    add(tr("Draw at the bottom"), 0);
}

void LayerTreePanel::showMenu(const QPoint &position)
{
    const QTreeWidgetItem *item = m_tree->itemAt(position);
    if (item != nullptr && item->data(0, k_kind).toInt() == static_cast<int>(Kind::Raster)) {
        showRasterMenu(item->data(0, k_id).toString(), position);
        return;
    }
    if (item == nullptr || item->data(0, k_kind).toInt() != static_cast<int>(Kind::Layer)) {
        return;
    }
    const QString id = item->data(0, k_id).toString();
    const bool canWrite = m_bench.session.canWrite();
    QMenu menu(this);
    menu.setToolTipsVisible(true);
    menu.addAction(icon(QStringLiteral("full"), m_bench.theme), tr("Zoom to the layer"), this,
                   [&] { Q_EMIT zoomRequested(id); });
    QAction *style = menu.addAction(icon(QStringLiteral("style"), m_bench.theme), tr("Style…"), this,
                                    [&] { Q_EMIT styleRequested(id); });
    menu.addAction(icon(QStringLiteral("export"), m_bench.theme), tr("Export…"), this,
                   [&] { Q_EMIT exportRequested(id); });
    menu.addSeparator();
    addOrderActions(menu, id);
    menu.addSeparator();
    QAction *remove = menu.addAction(icon(QStringLiteral("remove"), m_bench.theme), tr("Remove…"), this,
                                     [&] { Q_EMIT removeRequested(id); });
    const LayerInfo *info = m_bench.session.state()->findLayer(id);
    for (QAction *action : {style, remove}) {
        action->setEnabled(canWrite);
        action->setToolTip(canWrite ? QString() : tr("The project is read-only."));
    }
    if (info == nullptr || info->role != QStringLiteral("layer")) {
        remove->setEnabled(false);
        remove->setToolTip(tr("Only plain layers can be removed; this one belongs to the project or a programme."));
    }
    menu.exec(m_tree->viewport()->mapToGlobal(position));
}

} // namespace cuntu::ui
