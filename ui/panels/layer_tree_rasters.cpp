// SPDX-License-Identifier: GPL-3.0-or-later
// The tree's rasters: shown or not, how much shines through, relief, order.
#include "ui/panels/layer_tree_panel.h"

#include "maps/basemap/tile_service.h"

#include <QActionGroup>
#include <QFileInfo>
#include <QMenu>
#include <QTreeWidget>

#include <algorithm>

namespace cuntu::ui {

std::vector<MapRaster> LayerTreePanel::rasters() const
{
    const Immutable<ProjectState> &state = m_bench.session.state();
    return rastersFromSetting(state->snapshot->setting(QString::fromUtf16(k_rastersSetting)), state->path);
}

void LayerTreePanel::addRasters()
{
    const std::vector<MapRaster> all = rasters();
    if (all.empty()) {
        return;
    }
    QTreeWidgetItem *group = addGroup(tr("Rasters"));
    for (auto raster = all.rbegin(); raster != all.rend(); ++raster) {
        const auto tiles = tileServiceFrom(raster->file);
        auto *item = new QTreeWidgetItem(group, {tiles ? tiles->name : QFileInfo(raster->file).fileName()});
        const bool isThere = tiles || QFileInfo::exists(raster->file);
        item->setData(0, k_kind, static_cast<int>(Kind::Raster));
        item->setData(0, k_id, raster->file);
        item->setIcon(0, icon(isThere ? QStringLiteral("layers") : QStringLiteral("warning"), m_bench.theme));
        item->setToolTip(0, isThere ? tr("%1. Right click: more.").arg(tiles ? tiles->url : raster->file)
                                    : tr("There is no file %1 any more.").arg(raster->file));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        if (m_bench.session.canWrite()) {
            item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        }
        item->setCheckState(0, raster->isShown ? Qt::Checked : Qt::Unchecked);
    }
}

void LayerTreePanel::changeRaster(const QString &file, const std::function<void(MapRaster &)> &change)
{
    std::vector<MapRaster> all = rasters();
    for (MapRaster &raster : all) {
        if (raster.file == file) {
            change(raster);
        }
    }
    m_bench.actions.setRasters(all);
}

void LayerTreePanel::showRasterMenu(const QString &file, const QPoint &position)
{
    const std::vector<MapRaster> all = rasters();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const MapRaster &raster) { return raster.file == file; });
    if (found == all.end()) {
        return;
    }
    QMenu menu(this);
    QMenu *opacity = menu.addMenu(tr("Opacity"));
    for (const int percent : {100, 75, 50, 25}) {
        QAction *action = opacity->addAction(tr("%1 %").arg(percent), this, [this, file, percent] {
            changeRaster(file, [percent](MapRaster &raster) { raster.opacity = percent / 100.0; });
        });
        action->setCheckable(true);
        action->setChecked(qRound(found->opacity * 100) == percent);
    }
    QAction *relief = menu.addAction(tr("Shaded relief"), this, [this, file] {
        changeRaster(file, [](MapRaster &raster) { raster.isTerrain = !raster.isTerrain; });
    });
    relief->setCheckable(true);
    relief->setChecked(found->isTerrain);
    relief->setVisible(!isTileAddress(file));
    menu.addSeparator();
    const auto place = found - all.begin();
    const auto swapWith = [this, file](std::ptrdiff_t step) {
        std::vector<MapRaster> changed = rasters();
        for (std::ptrdiff_t i = 0; i < std::ssize(changed); ++i) {
            const std::ptrdiff_t other = i + step;
            if (changed[static_cast<std::size_t>(i)].file == file && other >= 0 && other < std::ssize(changed)) {
                std::swap(changed[static_cast<std::size_t>(i)], changed[static_cast<std::size_t>(other)]);
                break;
            }
        }
        m_bench.actions.setRasters(changed);
    };
    menu.addAction(tr("One up"), this, [swapWith] { swapWith(1); })->setEnabled(place + 1 < std::ssize(all));
    menu.addAction(tr("One down"), this, [swapWith] { swapWith(-1); })->setEnabled(place > 0);
    menu.addSeparator();
    menu.addAction(icon(QStringLiteral("remove"), m_bench.theme), tr("Take off the map"), this, [this, file] {
        std::vector<MapRaster> left = rasters();
        std::erase_if(left, [&](const MapRaster &raster) { return raster.file == file; });
        m_bench.actions.setRasters(left);
    });
    menu.setEnabled(m_bench.session.canWrite());
    menu.exec(m_tree->viewport()->mapToGlobal(position));
}

} // namespace cuntu::ui
