// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/map_scene.h"
#include "ui/window/workbench.h"

#include <QWidget>

class QMenu;
class QTreeWidget;
class QTreeWidgetItem;

namespace cuntu::ui {

/// Programmes with their overlays and layers, the host's own layers, and plain ones; check box: shown on the map. Below
/// each shown one its legend with counts. One overlay is shown at a time. Layers of a group stand as they lie on the
/// map, the topmost first; dragging changes that. Rasters, which lie below everything, come last.
class LayerTreePanel : public QWidget {
    Q_OBJECT

public:
    explicit LayerTreePanel(Workbench &bench, QWidget *parent = nullptr);

    /// Legends by layer or overlay id, as the map shows them.
    void setLegends(const std::map<QString, std::vector<LegendLine>> &legends);
    /// The layer of the current line; empty: none.
    QString currentLayer() const;

Q_SIGNALS:
    void zoomRequested(const QString &layer);
    void styleRequested(const QString &layer);
    void exportRequested(const QString &layer);
    void removeRequested(const QString &layer);
    void importRequested();
    void currentLayerChanged();

private:
    enum class Kind { Group, Overlay, Layer, Raster, Legend, Hint };
    static constexpr int k_kind = Qt::UserRole;
    static constexpr int k_id = Qt::UserRole + 1;

    void moveTo(const QString &layer, qsizetype place);
    void onDropped(const QPoint &position);
    void fill();
    void addProgramme(const Programme &programme);
    void addHostAndPlain();
    void addRasters();
    std::vector<MapRaster> rasters() const;
    void changeRaster(const QString &file, const std::function<void(MapRaster &)> &change);
    void showRasterMenu(const QString &file, const QPoint &position);
    QTreeWidgetItem *addGroup(const QString &text);
    void addLayer(QTreeWidgetItem *group, const LayerInfo &layer);
    void addOverlay(QTreeWidgetItem *group, const Overlay &overlay, bool isMain);
    void addLegend(QTreeWidgetItem *item, const QString &id);
    void addHint(QTreeWidgetItem *group, const QString &text);
    void onChanged(QTreeWidgetItem *item);
    void onDoubleClicked(QTreeWidgetItem *item);
    void showMenu(const QPoint &position);
    void addOrderActions(QMenu &menu, const QString &layer);
    bool eventFilter(QObject *watched, QEvent *event) override;

    Workbench &m_bench;
    QTreeWidget *m_tree;
    std::map<QString, std::vector<LegendLine>> m_legends;
    bool m_filling = false;
};

} // namespace cuntu::ui
