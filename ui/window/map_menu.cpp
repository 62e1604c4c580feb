// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/map_menu.h"

#include "ui/window/place_card.h"
#include "ui/window/position_text.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QPointer>

namespace cuntu::ui {
namespace {

constexpr std::size_t k_mostHere = 12;

} // namespace

MapMenu::MapMenu(Workbench &bench, MapController &controller, MapView &map, const WindowActions &actions)
    : m_bench(bench), m_controller(controller), m_map(map), m_naming(bench.jobs), m_actions(actions)
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
    addHere(*menu, position);
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
        addPosition(*menu, dmsText(*degrees));
    }
    menu->popup(place);
}

/// What lies under the pointer, also below other things; choosing picks it.
void MapMenu::addHere(QMenu &menu, Point position)
{
    std::vector<Selection> places = m_controller.placesAt(position);
    if (places.empty()) {
        return;
    }
    places.resize(std::min(places.size(), k_mostHere));
    auto *here = new QMenu(tr("&Here"), &menu);
    here->setObjectName(QStringLiteral("mapMenuHere"));
    menu.addMenu(here);
    menu.addSeparator();
    std::vector<QAction *> entries;
    for (const Selection &place : places) {
        const LayerInfo *layer = m_bench.session.state()->findLayer(place.layer);
        entries.push_back(here->addAction(layer->schema.name.toString(), this, [this, place] {
            m_bench.view.select(place.layer, place.features, SelectMode::Replace);
        }));
    }
    nameHere(places, entries, here);
}

/// Names come from the file: the menu is up at once, and they are put in when they are there.
void MapMenu::nameHere(const std::vector<Selection> &places, const std::vector<QAction *> &entries, QMenu *menu)
{
    m_naming.run(
        tr("Looking up what is here"), this,
        [project = m_bench.session.project(), state = m_bench.session.state(), places,
         asOf = m_bench.view.asOf()](const JobContext &job) -> Result<QStringList> {
            QStringList names;
            for (const Selection &place : places) {
                const auto card = makePlaceCard(*project, *state, place, asOf, job);
                names << (card ? card->title : QString());
            }
            return names;
        },
        [menu = QPointer(menu), entries](const Result<QStringList> &names) {
            for (std::size_t i = 0; menu && names && i < entries.size(); ++i) {
                const QString name = (*names)[static_cast<qsizetype>(i)];
                entries[i]->setText(tr("%1 (%2)").arg(QString(name).replace(QLatin1Char('&'), QStringLiteral("&&")),
                                                      entries[i]->text()));
            }
        });
}

void MapMenu::addPosition(QMenu &menu, const QString &text)
{
    menu.addAction(icon(QStringLiteral("copy"), m_bench.theme), tr("Copy %1").arg(text), this,
                   [text] { QGuiApplication::clipboard()->setText(text); });
}

} // namespace cuntu::ui
