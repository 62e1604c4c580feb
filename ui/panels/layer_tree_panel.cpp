// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/layer_tree_panel.h"

#include "ui/window/text.h"

#include <QHeaderView>
#include <QMenu>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace cuntu::ui {
namespace {

constexpr int k_kind = Qt::UserRole;
constexpr int k_id = Qt::UserRole + 1;

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
    group->setFlags(Qt::ItemIsEnabled);
    QFont font = m_tree->font();
    font.setBold(true);
    group->setFont(0, font);
    return group;
}

void LayerTreePanel::addProgramme(const Programme &programme)
{
    QTreeWidgetItem *group = addGroup(programme.name.toString());
    group->setToolTip(0, programme.help.toString());
    bool hasData = false;
    for (const LayerInfo &layer : m_bench.session.state()->layers) {
        hasData = hasData || (layer.schema.programme == programme.id && layer.features > 0);
    }
    for (const Overlay &overlay : m_bench.session.registry().overlays) {
        if (hasData && overlay.programme == programme.id) {
            addOverlay(group, overlay, overlay.id == programme.mainOverlay);
        }
    }
    for (const LayerInfo &layer : m_bench.session.state()->layers) {
        if (layer.schema.programme == programme.id) {
            addLayer(group, layer);
        }
    }
    if (!hasData) {
        addHint(group, tr("No data yet: drop a file here, or press Ctrl+I"));
    }
}

void LayerTreePanel::addHostAndPlain()
{
    QTreeWidgetItem *host = nullptr;
    QTreeWidgetItem *plain = nullptr;
    for (const LayerInfo &layer : m_bench.session.state()->layers) {
        if (!layer.schema.programme.isEmpty()) {
            continue;
        }
        const bool isPlain = layer.role == QStringLiteral("layer");
        QTreeWidgetItem *&group = isPlain ? plain : host;
        if (group == nullptr) {
            group = addGroup(isPlain ? tr("Other layers") : tr("Places and people"));
        }
        addLayer(group, layer);
    }
    if (host == nullptr) {
        addHint(addGroup(tr("Places and people")), tr("Import the county's areas and settlements first: Ctrl+I"));
    }
}

void LayerTreePanel::addOverlay(QTreeWidgetItem *group, const Overlay &overlay, bool isMain)
{
    auto *item = new QTreeWidgetItem(group, {overlay.name.toString()});
    item->setData(0, k_kind, static_cast<int>(Kind::Overlay));
    item->setData(0, k_id, overlay.id);
    item->setToolTip(0, overlay.help.toString());
    item->setIcon(0, icon(QStringLiteral("layers"), m_bench.theme));
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
    item->setToolTip(0, tr("%1 features. Double click zooms to them.").arg(countText(layer.features)));
    if (layer.schema.geometry == GeometryType::None || layer.features == 0) {
        item->setForeground(0, m_bench.theme.muted);
        return;
    }
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
            }
        },
        Qt::QueuedConnection);
}

void LayerTreePanel::onDoubleClicked(QTreeWidgetItem *item)
{
    const auto kind = static_cast<Kind>(item->data(0, k_kind).toInt());
    if (kind == Kind::Layer) {
        Q_EMIT zoomRequested(item->data(0, k_id).toString());
    } else if (kind == Kind::Hint) {
        Q_EMIT importRequested();
    }
}

void LayerTreePanel::showMenu(const QPoint &position)
{
    const QTreeWidgetItem *item = m_tree->itemAt(position);
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
