// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/map_menu.h"

#include "ui/window/position_text.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

namespace cuntu::ui {

MapMenu::MapMenu(Workbench &bench, MapView &map, const WindowActions &actions)
    : m_bench(bench), m_map(map), m_actions(actions)
{
    connect(&map, &MapView::contextMenuRequested, this, &MapMenu::show);
}

void MapMenu::show(Point position, const QPoint &place)
{
    if (!m_bench.session.state()) {
        return;
    }
    auto *menu = new QMenu(&m_map);
    menu->setObjectName(QStringLiteral("mapMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    for (const char *name : {"mark", "zoomSelection", "selectNone", "-", "zoomFull", "viewBack", "-"}) {
        if (*name == '-') {
            menu->addSeparator();
        } else {
            menu->addAction(m_actions.find(QString::fromLatin1(name)));
        }
    }
    menu->addAction(tr("Centre the map here"), &m_map, [this, position] { m_map.setCentre(position); });
    const Crs &crs = m_map.request().crs;
    if (!crs.isGeographic()) {
        addPosition(*menu, projectedText(position));
    }
    if (const auto degrees = toLonLat(position, crs)) {
        addPosition(*menu, lonLatText(*degrees));
    }
    menu->popup(place);
}

void MapMenu::addPosition(QMenu &menu, const QString &text)
{
    menu.addAction(icon(QStringLiteral("copy"), m_bench.theme), tr("Copy %1").arg(text), this,
                   [text] { QGuiApplication::clipboard()->setText(text); });
}

} // namespace cuntu::ui
