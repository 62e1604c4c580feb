// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/undo_panel.h"

#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace cuntu::ui {

UndoPanel::UndoPanel(Workbench &bench, QWidget *parent) : QWidget(parent), m_bench(bench), m_list(new QTreeWidget)
{
    m_list->setObjectName(QStringLiteral("undoList"));
    m_list->setAccessibleName(tr("What was done"));
    m_list->setColumnCount(3);
    m_list->setHeaderLabels({tr("Action"), tr("Who"), tr("When")});
    m_list->setRootIsDecorated(false);
    m_list->setAlternatingRowColors(true);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    m_list->header()->setStretchLastSection(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_list);
    connect(&bench.session, &Session::stateChanged, this, &UndoPanel::fill);
    connect(&bench.session, &Session::closed, this, &UndoPanel::fill);
    fill();
}

void UndoPanel::fill()
{
    m_list->clear();
    if (!m_bench.session.state()) {
        return;
    }
    for (const ActionInfo &action : m_bench.session.state()->actions) {
        auto *item = new QTreeWidgetItem(m_list, {action.name, action.who, action.recorded.toText()});
        item->setToolTip(0, action.canUndo ? tr("%1. Can be taken back.").arg(action.name) : action.name);
        QFont font = m_list->font();
        font.setStrikeOut(action.undone);
        item->setFont(0, font);
        if (action.undone || !action.canUndo) {
            item->setForeground(0, m_bench.theme.muted);
        }
        item->setForeground(1, m_bench.theme.muted);
        item->setForeground(2, m_bench.theme.muted);
    }
}

} // namespace cuntu::ui
