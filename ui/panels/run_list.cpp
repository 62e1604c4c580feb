// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/run_list.h"

#include "ui/panels/panel_parts.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTreeWidget>

#include <algorithm>

namespace cuntu::ui {
namespace {

enum Column { Name, AsOf, State, Columns };
constexpr int k_idRole = Qt::UserRole; ///< number of a result

} // namespace

RunList::RunList(Workbench &bench, Analysis &analysis, QWidget *parent)
    : QWidget(parent), m_bench(bench), m_analysis(analysis)
{
    setObjectName(QStringLiteral("runList"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 4, 6, 6);
    m_runs = new QTreeWidget;
    m_runs->setObjectName(QStringLiteral("analysisRuns"));
    m_runs->setAccessibleName(tr("Results that are kept"));
    m_runs->setColumnCount(Columns);
    m_runs->setHeaderLabels({tr("Result"), tr("As of"), tr("State")});
    m_runs->setRootIsDecorated(false);
    m_runs->setUniformRowHeights(true);
    m_runs->setAlternatingRowColors(true);
    m_runs->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_runs->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_runs->setContextMenuPolicy(Qt::CustomContextMenu);
    m_runs->setToolTip(tr("Click: show; double click: run again; F2: rename; Del: remove"));
    m_runs->header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    m_runs->header()->setSectionResizeMode(AsOf, QHeaderView::ResizeToContents);
    m_runs->header()->setSectionResizeMode(State, QHeaderView::ResizeToContents);
    m_runs->header()->setStretchLastSection(false);
    m_compare = new QPushButton(tr("Compare…"));
    m_compare->setObjectName(QStringLiteral("analysisCompare"));
    m_adopt = new QPushButton(tr("Adopt into the plan…"));
    m_adopt->setObjectName(QStringLiteral("analysisAdopt"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_compare);
    row->addWidget(m_adopt);
    row->addStretch(1);
    layout->addWidget(makeHeading(tr("Results that are kept")));
    layout->addWidget(m_runs, 1);
    layout->addLayout(row);
    connect(m_runs, &QTreeWidget::itemSelectionChanged, this, [this] {
        updateButtons();
        const std::vector<qint64> picked = pickedRuns();
        if (!m_filling && picked.size() == 1) {
            Q_EMIT runPicked(picked.front());
        }
    });
    connect(m_runs, &QTreeWidget::itemDoubleClicked, this, [this](const QTreeWidgetItem *item) {
        if (const RunLine *line = m_analysis.find(item->data(Name, k_idRole).toLongLong())) {
            Q_EMIT runAgainRequested(line->run);
        }
    });
    connect(m_runs, &QTreeWidget::itemChanged, this, &RunList::onRunRenamed);
    connect(m_runs, &QTreeWidget::customContextMenuRequested, this, &RunList::showRunMenu);
    auto *remove = new QAction(tr("Remove"), m_runs);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    m_runs->addAction(remove);
    connect(remove, &QAction::triggered, this, &RunList::removePicked);
    connect(m_compare, &QPushButton::clicked, this, [this] { Q_EMIT compareRequested(pickedRuns()); });
    connect(m_adopt, &QPushButton::clicked, this, [this] {
        if (const std::vector<qint64> picked = pickedRuns(); picked.size() == 1) {
            Q_EMIT adoptRequested(picked.front());
        }
    });
    connect(&analysis, &Analysis::runsChanged, this, &RunList::fill);
    connect(&bench.session, &Session::stateChanged, this, &RunList::updateButtons);
    fill();
}

std::vector<qint64> RunList::pickedRuns() const
{
    std::vector<qint64> runs;
    for (int i = 0; i < m_runs->topLevelItemCount(); ++i) {
        if (m_runs->topLevelItem(i)->isSelected()) {
            runs.push_back(m_runs->topLevelItem(i)->data(Name, k_idRole).toLongLong());
        }
    }
    return runs;
}

void RunList::fill()
{
    const std::vector<qint64> picked = pickedRuns();
    m_filling = true;
    m_runs->clear();
    for (auto line = m_analysis.runs().rbegin(); line != m_analysis.runs().rend(); ++line) { // the newest first
        const KeptRun &run = line->run;
        auto *item = new QTreeWidgetItem(m_runs, {run.name, run.asOf.toText(),
                                                  run.adopted             ? tr("adopted")
                                                  : line->moved.isEmpty() ? tr("up to date")
                                                                          : tr("out of date")});
        item->setData(Name, k_idRole, run.id);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        item->setToolTip(Name, tr("%1, made %2 by %3").arg(run.algorithm, run.made.toText(), run.who));
        item->setToolTip(State, line->moved.join(QLatin1Char('\n')));
        item->setSelected(std::find(picked.begin(), picked.end(), run.id) != picked.end());
        if (!line->moved.isEmpty() && !run.adopted) {
            item->setForeground(State, m_bench.theme.warning);
        }
    }
    m_filling = false;
    updateButtons();
}

void RunList::onRunRenamed(QTreeWidgetItem *item)
{
    const RunLine *line = m_analysis.find(item->data(Name, k_idRole).toLongLong());
    if (m_filling || line == nullptr || line->run.name == item->text(Name).trimmed()) {
        return;
    }
    if (item->text(Name).trimmed().isEmpty()) {
        fill();
        return;
    }
    m_bench.actions.renameRun(line->run.id, item->text(Name).trimmed());
}

void RunList::removePicked()
{
    const std::vector<qint64> picked = pickedRuns();
    if (!m_bench.session.canWrite()) {
        return;
    }
    for (const qint64 run : picked) {
        m_bench.actions.removeRun(run); // can be undone: not asked
    }
}

void RunList::showRunMenu(const QPoint &place)
{
    const std::vector<qint64> picked = pickedRuns();
    if (picked.empty()) {
        return;
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool canWrite = m_bench.session.canWrite();
    const RunLine *line = m_analysis.find(picked.front());
    if (picked.size() == 1 && line != nullptr) {
        menu->addAction(tr("Run again"), this, [this, run = line->run] { Q_EMIT runAgainRequested(run); });
        menu->addAction(tr("Rename"), this, [this] { m_runs->editItem(m_runs->selectedItems().value(0), Name); })
            ->setEnabled(canWrite);
    }
    menu->addAction(tr("Compare…"), this, [this, picked] { Q_EMIT compareRequested(picked); })
        ->setEnabled(picked.size() >= 2);
    menu->addAction(tr("Remove"), this, &RunList::removePicked)->setEnabled(canWrite);
    menu->popup(m_runs->viewport()->mapToGlobal(place));
}

void RunList::updateButtons()
{
    const std::vector<qint64> picked = pickedRuns();
    const RunLine *line = picked.size() == 1 ? m_analysis.find(picked.front()) : nullptr;
    m_compare->setEnabled(picked.size() >= 2);
    m_compare->setToolTip(picked.size() >= 2 ? tr("Puts their figures and maps side by side")
                                             : tr("Choose two results or more: Ctrl and click."));
    m_adopt->setEnabled(line != nullptr && !line->run.marks.empty() && m_bench.session.canWrite());
    m_adopt->setToolTip(line == nullptr           ? tr("Choose one result.")
                        : line->run.marks.empty() ? tr("This result proposes no steps for the ledger.")
                                                  : tr("Enters the steps that the result proposes into the ledger"));
}

} // namespace cuntu::ui
