// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/run_panel.h"

#include "core/algorithm/figure_lines.h"
#include "ui/panels/layer_table.h"
#include "ui/panels/panel_parts.h"
#include "ui/panels/xy_chart.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStackedLayout>
#include <QTableView>
#include <QToolButton>
#include <QTreeWidget>

namespace cuntu::ui {

RunPanel::RunPanel(Workbench &bench, Analysis &analysis, QWidget *parent)
    : QWidget(parent),
      m_bench(bench),
      m_analysis(analysis),
      m_loading(bench.jobs),
      m_model(new LayerTableModel(this)),
      m_sorted(new QSortFilterProxyModel(this))
{
    setObjectName(QStringLiteral("runPanel"));
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(Qt::UserRole);
    auto *shown = new QWidget;
    auto *layout = new QVBoxLayout(shown);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    auto *split = new QSplitter;
    split->setChildrenCollapsible(false);
    split->addWidget(makeFigures());
    split->addWidget(makeCurves());
    split->addWidget(makeTable());
    split->setSizes({380, 380, 620});
    layout->addWidget(split, 1);
    m_pages = new QStackedLayout(this);
    QLabel *empty = makeEmptyNote(QStringLiteral("runEmpty"));
    empty->setText(tr("Run an algorithm in the Analysis panel, or choose a result that is kept there."));
    m_pages->addWidget(empty);
    m_pages->addWidget(shown);
    connect(&analysis, &Analysis::runsChanged, this, [this] {
        const RunLine *line = m_run ? m_analysis.find(m_run->id) : nullptr;
        if (line != nullptr) {
            setRun(KeptRun(line->run));
        } else if (m_run && m_run->id != 0) {
            clear(); // it was taken out
        }
    });
    connect(&bench.session, &Session::closed, this, &RunPanel::clear);
}

QWidget *RunPanel::makeHead()
{
    auto *bar = new QWidget;
    bar->setObjectName(QStringLiteral("panelBar"));
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(8, 4, 8, 4);
    m_title = new QLabel;
    m_title->setObjectName(QStringLiteral("runTitle"));
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_state = new QLabel;
    m_state->setObjectName(QStringLiteral("runState"));
    m_state->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_adopt = new QPushButton(tr("Adopt into the plan…"));
    m_adopt->setObjectName(QStringLiteral("runAdopt"));
    row->addWidget(m_title, 3);
    row->addWidget(m_state, 2);
    row->addWidget(m_adopt);
    connect(m_adopt, &QPushButton::clicked, this, [this] {
        if (m_run) {
            Q_EMIT adoptRequested(m_run->id);
        }
    });
    return bar;
}

QWidget *RunPanel::makeFigures()
{
    m_figures = new QTreeWidget;
    m_figures->setObjectName(QStringLiteral("runFigures"));
    m_figures->setAccessibleName(tr("Figures of the result"));
    m_figures->setHeaderLabels({tr("Figure"), tr("Value"), tr("Unit")});
    m_figures->setRootIsDecorated(false);
    m_figures->setAlternatingRowColors(true);
    m_figures->setUniformRowHeights(true);
    m_figures->header()->setSectionResizeMode(0, QHeaderView::Interactive);
    m_figures->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_figures->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    m_figures->header()->setStretchLastSection(false);
    return m_figures;
}

QWidget *RunPanel::makeCurves()
{
    m_curves = new QWidget;
    auto *layout = new QVBoxLayout(m_curves);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    m_curve = new QComboBox;
    m_curve->setObjectName(QStringLiteral("runCurve"));
    m_curve->setAccessibleName(tr("Curve of the result"));
    m_curve->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_chart = new XyChart(m_bench.theme, XyChart::Look::Points);
    m_chart->setObjectName(QStringLiteral("runChart"));
    layout->addWidget(m_curve);
    layout->addWidget(m_chart, 1);
    connect(m_curve, &QComboBox::currentIndexChanged, this, &RunPanel::showCurve);
    return m_curves;
}

QWidget *RunPanel::makeTable()
{
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(6, 2, 6, 0);
    m_layers = new QComboBox;
    m_layers->setObjectName(QStringLiteral("runLayer"));
    m_layers->setAccessibleName(tr("Layer of the result"));
    m_layers->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_zoom = new QPushButton(tr("Zoom to it"));
    m_zoom->setObjectName(QStringLiteral("runZoom"));
    m_count = new QLabel;
    m_count->setObjectName(QStringLiteral("runCount"));
    QToolButton *copy =
        makeCopyButton(QStringLiteral("runCopy"), tr("Copies the table for a spreadsheet"), m_bench.theme);
    row->addWidget(m_layers, 1);
    row->addWidget(m_count);
    row->addWidget(m_zoom);
    row->addWidget(copy);
    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("runTable"));
    m_table->setAccessibleName(tr("Features of the result"));
    m_table->setModel(m_sorted);
    m_table->setSortingEnabled(true);
    m_table->setAlternatingRowColors(true);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(24);
    layout->addLayout(row);
    layout->addWidget(m_table, 1);
    connect(m_layers, &QComboBox::currentIndexChanged, this, &RunPanel::loadLayer);
    connect(m_zoom, &QPushButton::clicked, this, [this] {
        m_bench.view.setVisible(layer(), true);
        Q_EMIT zoomRequested(layer());
    });
    connect(m_table, &QTableView::clicked, this, &RunPanel::pick);
    connect(copy, &QToolButton::clicked, this, [this] { copyTable(*m_sorted, m_bench.log); });
    return part;
}

void RunPanel::clear()
{
    m_loading.stop();
    m_run.reset();
    m_loaded.clear();
    m_model->setLayer(nullptr);
    m_pages->setCurrentIndex(0);
}

void RunPanel::setRun(const KeptRun &run)
{
    m_run = run;
    m_pages->setCurrentIndex(1);
    fillHead();
    fillFigures();
    fillCurves();
    fillLayers();
}

void RunPanel::fillHead()
{
    const Algorithm *algorithm = m_bench.session.registry().findAlgorithm(m_run->algorithm);
    const QString name = algorithm != nullptr ? algorithm->name.toString() : m_run->algorithm;
    m_title->setText(tr("%1 – %2, as of %3").arg(m_run->name, name, m_run->asOf.toText()));
    m_title->setToolTip(m_title->text());
    const RunLine *line = m_analysis.find(m_run->id);
    const QString moved = line != nullptr ? line->moved.join(QStringLiteral("; ")) : QString();
    m_state->setText(m_run->adopted    ? tr("Its steps are in the ledger.")
                     : moved.isEmpty() ? QString()
                                       : tr("Out of date: %1").arg(moved));
    m_state->setToolTip(moved);
    m_state->setStyleSheet(
        m_run->adopted || moved.isEmpty() ? QString() : QStringLiteral("color: %1").arg(m_bench.theme.warning.name()));
    const bool proposes = !m_run->marks.empty() && m_run->id != 0;
    m_adopt->setVisible(proposes);
    m_adopt->setEnabled(proposes && m_bench.session.canWrite());
}

void RunPanel::fillFigures()
{
    const Algorithm *algorithm = m_bench.session.registry().findAlgorithm(m_run->algorithm);
    m_figures->clear();
    for (const FigureLine &figure :
         figureLines(algorithm != nullptr ? algorithm->figures : std::vector<OutcomeFigure>(), m_run->figures)) {
        auto *row = new QTreeWidgetItem(m_figures, {figure.name, figure.text, figure.unit});
        row->setTextAlignment(1, figure.number ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
        row->setToolTip(0, figure.id);
        row->setToolTip(1, figure.text);
    }
    m_figures->resizeColumnToContents(0);
    m_figures->setColumnWidth(0, std::min(m_figures->columnWidth(0), 220));
}

void RunPanel::fillCurves()
{
    const QVariant chosen = m_curve->currentData();
    const QSignalBlocker quiet(m_curve);
    m_curve->clear();
    for (const OutcomeCurve &curve : m_run->curves) {
        m_curve->addItem(curve.name.toString(), curve.id);
    }
    m_curve->setCurrentIndex(std::max(0, m_curve->findData(chosen)));
    m_curves->setVisible(!m_run->curves.empty());
    showCurve();
}

void RunPanel::showCurve()
{
    const auto index = static_cast<std::size_t>(std::max(0, m_curve->currentIndex()));
    m_chart->setCurve(m_run && index < m_run->curves.size() ? std::optional(m_run->curves[index]) : std::nullopt);
}

QString RunPanel::layer() const
{
    return m_layers->currentData().toString();
}

void RunPanel::fillLayers()
{
    const QString chosen = layer();
    const QSignalBlocker quiet(m_layers);
    m_layers->clear();
    const Immutable<ProjectState> state = m_bench.session.state();
    for (const QString &id : m_run->layers) {
        if (state && state->findLayer(id) != nullptr) {
            m_layers->addItem(m_analysis.layerName(id), id);
        }
    }
    m_layers->setCurrentIndex(std::max(0, m_layers->findData(chosen)));
    m_layers->setEnabled(m_layers->count() > 0);
    m_zoom->setEnabled(m_layers->count() > 0);
    loadLayer();
}

void RunPanel::loadLayer()
{
    const Immutable<ProjectState> state = m_bench.session.state();
    const LayerInfo *info = state ? state->findLayer(layer()) : nullptr;
    if (info == nullptr) {
        m_loading.stop();
        m_loaded.clear();
        m_model->setLayer(nullptr);
        m_count->clear();
        return;
    }
    const QString wanted = QStringLiteral("%1 %2").arg(info->schema.id).arg(info->revision);
    if (m_loaded == wanted) {
        return;
    }
    QStringList fields;
    for (const Field &field : info->schema.fields) {
        fields << field.id;
    }
    m_loading.run(
        tr("Reading the table"), this,
        [state, id = info->schema.id, fields](const JobContext &job) {
            return state->snapshot->layer(id, fields, job);
        },
        [this, wanted](const Result<Immutable<LayerSnapshot>> &loaded) {
            if (!loaded) {
                m_bench.log.fail(loaded.error());
                return;
            }
            m_loaded = wanted;
            m_model->setLayer(*loaded);
            m_count->setText(tr("%n feature(s)", nullptr, static_cast<int>((*loaded)->size())));
            m_table->sortByColumn(-1, Qt::AscendingOrder);
            m_table->resizeColumnsToContents();
            for (int i = 0; i < m_model->columnCount(); ++i) {
                m_table->setColumnWidth(i, std::min(m_table->columnWidth(i), 320));
            }
        });
}

void RunPanel::pick(const QModelIndex &index)
{
    const Immutable<LayerSnapshot> shown = m_model->layer();
    if (!shown) {
        return;
    }
    const auto row = static_cast<std::size_t>(m_sorted->mapToSource(index).row());
    m_bench.view.setVisible(layer(), true);
    m_bench.view.select(layer(), {shown->id(row)}, SelectMode::Replace);
    if (row < shown->geometry().size() && shown->geometry().hasGeometry(row)) {
        Q_EMIT featurePicked();
    }
}

} // namespace cuntu::ui
