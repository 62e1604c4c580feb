// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/layer_tree_panel.h"

#include "ui/window/layer_look.h"
#include "ui/window/text.h"

#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace cuntu::ui {
namespace {

/// Layers of @p programme (empty: of none), the topmost on the map first; those that cannot be drawn come last.
std::vector<const LayerInfo *> layersOf(const QString &programme, const ProjectState &state, const QStringList &order)
{
    const QStringList drawn = drawingOrder(state, order);
    std::vector<const LayerInfo *> layers;
    for (const LayerInfo &layer : state.layers) {
        if (layer.schema.programme == programme) {
            layers.push_back(&layer);
        }
    }
    std::stable_sort(layers.begin(), layers.end(), [&drawn](const LayerInfo *a, const LayerInfo *b) {
        return drawn.indexOf(a->schema.id) > drawn.indexOf(b->schema.id);
    });
    return layers;
}

} // namespace

LayerTreePanel::LayerTreePanel(Workbench &bench, QWidget *parent)
    : QWidget(parent), m_bench(bench), m_tree(new QTreeWidget(this))
{
    m_tree->setObjectName(QStringLiteral("layerTree"));
    m_tree->setAccessibleName(tr("Programmes and layers"));
    m_tree->setColumnCount(2);
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(14);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setDragDropMode(QAbstractItemView::InternalMove);
    m_tree->viewport()->installEventFilter(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_tree);

    connect(m_tree, &QTreeWidget::itemChanged, this, &LayerTreePanel::onChanged);
    connect(m_tree, &QTreeWidget::itemDoubleClicked, this, &LayerTreePanel::onDoubleClicked);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &LayerTreePanel::currentLayerChanged);
    connect(m_tree, &QTreeWidget::customContextMenuRequested, this, &LayerTreePanel::showMenu);
    connect(&bench.session, &Session::stateChanged, this, &LayerTreePanel::fill);
    connect(&bench.session, &Session::closed, this, &LayerTreePanel::fill);
    connect(&bench.view, &ViewState::lookChanged, this, &LayerTreePanel::fill);
    fill();
}

void LayerTreePanel::setLegends(const std::map<QString, std::vector<LegendLine>> &legends)
{
    m_legends = legends;
    fill();
}

QString LayerTreePanel::currentLayer() const
{
    const QTreeWidgetItem *item = m_tree->currentItem();
    while (item != nullptr && item->data(0, k_kind).toInt() != static_cast<int>(Kind::Layer)) {
        item = item->parent();
    }
    return item == nullptr ? QString() : item->data(0, k_id).toString();
}

void LayerTreePanel::fill()
{
    const QString current = currentLayer();
    m_filling = true;
    m_tree->clear();
    if (m_bench.session.state()) {
        for (const Programme &programme : m_bench.session.registry().programmes) {
            addProgramme(programme);
        }
        addHostAndPlain();
        addRasters();
    } else {
        addHint(addGroup(tr("No project")), tr("Open or make a project to see its layers."));
    }
    m_tree->expandAll();
    for (QTreeWidgetItem *item : m_tree->findItems(QStringLiteral("*"), Qt::MatchWildcard | Qt::MatchRecursive)) {
        if (!current.isEmpty() && item->data(0, k_id).toString() == current) {
            m_tree->setCurrentItem(item);
        }
    }
    m_filling = false;
}

QTreeWidgetItem *LayerTreePanel::addGroup(const QString &text)
{
    auto *group = new QTreeWidgetItem(m_tree, {text});
    group->setData(0, k_kind, static_cast<int>(Kind::Group));
    group->setFlags(Qt::ItemIsEnabled | Qt::ItemIsDropEnabled);
    QFont font = m_tree->font();
    font.setBold(true);
    group->setFont(0, font);
    return group;
}

void LayerTreePanel::addProgramme(const Programme &programme)
{
    const Registry &registry = m_bench.session.registry();
    const auto isOfProgramme = [&](const auto &each) { return each.programme == programme.id; };
    if (std::none_of(registry.overlays.begin(), registry.overlays.end(), isOfProgramme) &&
        std::none_of(registry.layers.begin(), registry.layers.end(), isOfProgramme)) {
        return; // it only computes
    }
    QTreeWidgetItem *group = addGroup(programme.name.toString());
    group->setToolTip(0, programme.help.toString());
    const bool hasData = m_bench.session.state()->hasFeatures(programme.id);
    for (const Overlay &overlay : registry.overlays) {
        if (hasData && isOfProgramme(overlay)) {
            addOverlay(group, overlay, overlay.id == programme.mainOverlay);
        }
    }
    for (const LayerInfo *layer : layersOf(programme.id, *m_bench.session.state(), m_bench.view.look().order)) {
        addLayer(group, *layer);
    }
    if (!hasData) {
        addHint(group, tr("No data yet: drop a file, or Ctrl+I"));
    }
}

void LayerTreePanel::addHostAndPlain()
{
    QTreeWidgetItem *host = nullptr;
    QTreeWidgetItem *plain = nullptr;
    for (const LayerInfo *layer : layersOf({}, *m_bench.session.state(), m_bench.view.look().order)) {
        const bool isPlain = layer->role == QStringLiteral("layer");
        QTreeWidgetItem *&group = isPlain ? plain : host;
        if (group == nullptr) {
            group = addGroup(isPlain ? tr("Other layers") : tr("Places and people"));
        }
        addLayer(group, *layer);
    }
    if (host == nullptr) {
        addHint(addGroup(tr("Places and people")), tr("First import the areas: Ctrl+I"));
    }
}

void LayerTreePanel::addOverlay(QTreeWidgetItem *group, const Overlay &overlay, bool isMain)
{
    auto *item = new QTreeWidgetItem(group, {overlay.name.toString()});
    item->setData(0, k_kind, static_cast<int>(Kind::Overlay));
    item->setData(0, k_id, overlay.id);
    item->setToolTip(0, overlay.help.toString());
    item->setIcon(0, icon(QStringLiteral("layers"), m_bench.theme));
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(0, m_bench.view.overlay() == overlay.id ? Qt::Checked : Qt::Unchecked);
    if (isMain) {
        QFont font = m_tree->font();
        font.setWeight(QFont::DemiBold);
        item->setFont(0, font);
    }
    addLegend(item, overlay.id);
}

void LayerTreePanel::addLayer(QTreeWidgetItem *group, const LayerInfo &layer)
{
    auto *item = new QTreeWidgetItem(group, {layer.schema.name.toString(), countText(layer.features)});
    item->setData(0, k_kind, static_cast<int>(Kind::Layer));
    item->setData(0, k_id, layer.schema.id);
    item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    item->setForeground(1, m_bench.theme.muted);
    item->setToolTip(0, tr("%1 features. Double click: style. Drag: change the order. Right click: more.")
                            .arg(countText(layer.features)));
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    if (layer.schema.geometry == GeometryType::None || layer.features == 0) {
        item->setForeground(0, m_bench.theme.muted);
        return;
    }
    item->setFlags(item->flags() | Qt::ItemIsUserCheckable | Qt::ItemIsDragEnabled);
    item->setCheckState(0, m_bench.view.isVisible(layer.schema.id) ? Qt::Checked : Qt::Unchecked);
    addLegend(item, layer.schema.id);
}

void LayerTreePanel::addLegend(QTreeWidgetItem *item, const QString &id)
{
    const auto found = m_legends.find(id);
    if (found == m_legends.end() || item->checkState(0) != Qt::Checked) {
        return;
    }
    for (const LegendLine &line : found->second) {
        const QIcon sign = swatch(line.colour, line.marking, line.geometry, m_bench.theme);
        if (line.text.isEmpty()) {
            item->setIcon(0, sign);
            continue;
        }
        auto *child = new QTreeWidgetItem(item, {line.text, line.count < 0 ? QString() : countText(line.count)});
        child->setData(0, k_kind, static_cast<int>(Kind::Legend));
        child->setFlags(Qt::ItemIsEnabled);
        child->setIcon(0, sign);
        child->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        child->setForeground(0, m_bench.theme.muted);
        child->setForeground(1, m_bench.theme.muted);
    }
}

void LayerTreePanel::addHint(QTreeWidgetItem *group, const QString &text)
{
    auto *item = new QTreeWidgetItem(group, {text});
    item->setData(0, k_kind, static_cast<int>(Kind::Hint));
    item->setFlags(Qt::ItemIsEnabled);
    item->setForeground(0, m_bench.theme.muted);
    item->setToolTip(0, text);
    item->setFirstColumnSpanned(true);
}

void LayerTreePanel::onChanged(QTreeWidgetItem *item)
{
    if (m_filling) {
        return;
    }
    // The tree is filled anew by the change; that must not happen while it is still telling of it.
    const auto kind = static_cast<Kind>(item->data(0, k_kind).toInt());
    const QString id = item->data(0, k_id).toString();
    const bool checked = item->checkState(0) == Qt::Checked;
    QMetaObject::invokeMethod(
        this,
        [this, kind, id, checked] {
            if (kind == Kind::Overlay) {
                m_bench.view.setOverlay(checked ? id : QString());
            } else if (kind == Kind::Layer) {
                m_bench.view.setVisible(id, checked);
            } else if (kind == Kind::Raster) {
                changeRaster(id, [checked](MapRaster &raster) { raster.isShown = checked; });
            }
        },
        Qt::QueuedConnection);
}

void LayerTreePanel::onDoubleClicked(QTreeWidgetItem *item)
{
    const auto kind = static_cast<Kind>(item->data(0, k_kind).toInt());
    if (kind == Kind::Layer && m_bench.session.canWrite()) {
        Q_EMIT styleRequested(item->data(0, k_id).toString());
    } else if (kind == Kind::Layer) {
        Q_EMIT zoomRequested(item->data(0, k_id).toString());
    } else if (kind == Kind::Hint) {
        Q_EMIT importRequested();
    }
}

} // namespace cuntu::ui
