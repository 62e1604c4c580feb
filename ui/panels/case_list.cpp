// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/case_list.h"

#include "ui/panels/panel_parts.h"
#include "ui/window/text.h"

#include <QHeaderView>
#include <QMenu>
#include <QSignalBlocker>
#include <QTreeWidget>

#include <algorithm>

namespace cuntu::ui {
namespace {

enum StepColumn { Date, State, Who, Note, StepColumnCount };

QTreeWidget *makeTree(const QString &name, const QString &title, const QStringList &headings)
{
    auto *tree = new QTreeWidget;
    tree->setObjectName(name);
    tree->setAccessibleName(title);
    tree->setHeaderLabels(headings);
    tree->setRootIsDecorated(false);
    tree->setAlternatingRowColors(true);
    tree->setUniformRowHeights(true);
    tree->header()->setStretchLastSection(true);
    return tree;
}

/// Wide enough for what is in it, but a long sentence leaves room for the columns behind.
void fitColumns(QTreeWidget &tree)
{
    constexpr int k_widest = 200;
    for (int column = 0; column + 1 < tree.columnCount(); ++column) {
        tree.resizeColumnToContents(column);
        tree.setColumnWidth(column, std::min(tree.columnWidth(column) + 4, k_widest));
    }
}

} // namespace

CaseList::CaseList(Workbench &bench, const QString &name, const QString &title, const QStringList &headings)
    : m_bench(bench),
      m_table(makeTree(name + QStringLiteral("Table"), title, headings)),
      m_steps(
          makeTree(name + QStringLiteral("Steps"), tr("Steps so far"), {tr("Day"), tr("Step"), tr("Who"), tr("Note")}))
{
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_steps->setSelectionMode(QAbstractItemView::NoSelection);
    m_steps->setColumnCount(StepColumnCount);
    addWidget(m_table);
    addWidget(m_steps);
    setChildrenCollapsible(false);
    setStretchFactor(0, 3);
    setStretchFactor(1, 1);
    connect(m_table, &QTreeWidget::currentItemChanged, this, [this] {
        showSteps();
        Q_EMIT currentChanged();
    });
    connect(m_table, &QTreeWidget::itemActivated, this, &CaseList::goTo);
    connect(m_table, &QTreeWidget::customContextMenuRequested, this, &CaseList::showMenu);
}

void CaseList::fill(std::vector<CaseRow> rows)
{
    const Case *before = current();
    const qint64 wanted = before != nullptr ? before->id : 0;
    m_rows = std::move(rows);
    {
        const QSignalBlocker quiet(m_table);
        m_table->clear();
        for (const CaseRow &row : m_rows) {
            addRow(row);
        }
        const auto same =
            std::find_if(m_rows.begin(), m_rows.end(), [wanted](const CaseRow &row) { return row.item.id == wanted; });
        if (!m_rows.empty()) {
            m_table->setCurrentItem(
                m_table->topLevelItem(same == m_rows.end() ? 0 : static_cast<int>(same - m_rows.begin())));
        }
    }
    fitColumns(*m_table);
    showSteps();
    Q_EMIT currentChanged();
}

void CaseList::addRow(const CaseRow &row)
{
    auto *line = new QTreeWidgetItem(m_table, row.cells);
    for (int column = 0; column < m_table->columnCount(); ++column) {
        const QString cell = row.cells.value(column); // which may not fit
        line->setToolTip(column, row.tip.startsWith(cell) ? row.tip : cell + QLatin1Char('\n') + row.tip);
    }
    for (const auto &[column, sign] : row.icons) {
        line->setIcon(column, sign);
    }
    for (const auto &[column, colour] : row.colours) {
        line->setForeground(column, colour);
    }
    for (const int column : m_numbers) {
        line->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
}

const Case *CaseList::current() const
{
    const int row = m_table->indexOfTopLevelItem(m_table->currentItem());
    return row >= 0 && row < count() ? &m_rows[static_cast<std::size_t>(row)].item : nullptr;
}

void CaseList::showSteps()
{
    m_steps->clear();
    const Case *item = current();
    if (item == nullptr) {
        return;
    }
    const LifeCycle &cycle = caseLifeCycle(item->kind);
    for (const CaseStep &step : item->steps) {
        const Status *state = cycle.findStatus(step.state);
        auto *line = new QTreeWidgetItem(
            m_steps, {step.date.toIso(), state != nullptr ? state->name.toString() : step.state, step.who, step.note});
        if (state != nullptr) {
            line->setIcon(State, swatch(QColor::fromRgb(0xFF000000U | state->colour), Marking::Plain,
                                        GeometryType::Point, m_bench.theme));
        }
        if (step.evidence != 0) {
            line->setIcon(Note, icon(QStringLiteral("picture"), m_bench.theme));
        }
        const QString tip = step.evidence != 0 ? tr("With evidence. %1").arg(step.note) : step.note;
        line->setToolTip(Note, tip.trimmed());
    }
    fitColumns(*m_steps);
}

void CaseList::showMenu(const QPoint &place)
{
    const Case *item = current();
    if (item == nullptr) {
        return;
    }
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("caseMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const NextStep &step : nextSteps(*item)) {
        menu->addAction(tr("%1…").arg(step.verb), this,
                        [this, id = item->id, state = step.state] { Q_EMIT stepRequested(id, state); })
            ->setEnabled(m_bench.session.canWrite());
    }
    menu->addSeparator();
    menu->addAction(icon(QStringLiteral("to_selection"), m_bench.theme), tr("Show on the map"), this, &CaseList::goTo);
    menu->addAction(icon(QStringLiteral("copy"), m_bench.theme), tr("Copy the table"), this, &CaseList::copy);
    menu->popup(m_table->viewport()->mapToGlobal(place));
}

void CaseList::goTo()
{
    const Case *item = current();
    if (item == nullptr) {
        return;
    }
    if (m_bench.session.state()->findLayer(item->layer) != nullptr && !item->feature.isNone()) {
        m_bench.view.select(item->layer, {item->feature}, SelectMode::Replace);
        Q_EMIT featurePicked();
    } else if (!item->area.isEmpty()) {
        Q_EMIT areaPicked(item->area);
    }
}

void CaseList::copy() const
{
    copyTable(*m_table->model(), m_bench.log);
}

} // namespace cuntu::ui
