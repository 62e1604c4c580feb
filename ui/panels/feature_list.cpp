// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/feature_list.h"

#include "core/progress/figure_text.h"
#include "ui/panels/panel_parts.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QToolButton>

namespace cuntu::ui {
namespace {

constexpr int k_sort = Qt::UserRole;

/// Shows the lines that a condition holds for.
class ConditionFilter : public QSortFilterProxyModel {
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setCondition(std::function<bool(const FeatureLine &)> condition)
    {
        m_condition = std::move(condition);
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &) const override
    {
        const auto *model = static_cast<const FeatureListModel *>(sourceModel());
        return !m_condition || m_condition(model->lines().lines[static_cast<std::size_t>(row)]);
    }

private:
    std::function<bool(const FeatureLine &)> m_condition;
};

} // namespace

void FeatureListModel::setHeadings(const QStringList &headings, Numbers numbers, bool tickable)
{
    beginResetModel();
    m_lines = {};
    m_headings = headings;
    m_numbers = numbers;
    m_tickable = tickable;
    endResetModel();
}

void FeatureListModel::setLines(FeatureLines lines)
{
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

int FeatureListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.lines.size());
}

int FeatureListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : FirstNumber + static_cast<int>(m_headings.size());
}

QVariant FeatureListModel::data(const QModelIndex &index, int role) const
{
    const FeatureLine &line = m_lines.lines[static_cast<std::size_t>(index.row())];
    if (role == Qt::CheckStateRole && m_tickable && index.column() == Name) {
        return line.ticked ? Qt::Checked : Qt::Unchecked;
    }
    if (index.column() < FirstNumber) {
        const bool isText = role == Qt::DisplayRole || role == Qt::ToolTipRole || role == k_sort;
        return isText ? QVariant(index.column() == Name ? line.name : line.area) : QVariant();
    }
    return role == Qt::TextAlignmentRole ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                         : number(line, static_cast<std::size_t>(index.column() - FirstNumber), role);
}

QVariant FeatureListModel::number(const FeatureLine &line, std::size_t column, int role) const
{
    if (role != Qt::DisplayRole && role != k_sort) {
        return {};
    }
    if (m_numbers == Numbers::Single) {
        const double number = line.numbers[column];
        return role == k_sort ? QVariant(number) : QVariant(plainFigureText(number, {}));
    }
    const double done = line.numbers[2 * column];
    const double all = line.numbers[2 * column + 1];
    if (role == k_sort) {
        return all > 0 ? done / all : done - 1; // what does not count comes first
    }
    if (done == 0 && all == 0) {
        return QStringLiteral("—");
    }
    return all > 0 ? QStringLiteral("%1/%2").arg(plainFigureText(done, {}), plainFigureText(all, {}))
                   : plainFigureText(done, {});
}

bool FeatureListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || index.column() != Name) {
        return false;
    }
    m_lines.lines[static_cast<std::size_t>(index.row())].ticked = value.toInt() == Qt::Checked;
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT tickChanged();
    return true;
}

Qt::ItemFlags FeatureListModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return m_tickable && index.column() == Name ? flags | Qt::ItemIsUserCheckable : flags;
}

QVariant FeatureListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    return section == Name ? tr("Place") : section == Area ? tr("Area") : m_headings.value(section - FirstNumber);
}

FeatureList::FeatureList(Workbench &bench, const QString &name, QWidget *parent)
    : QWidget(parent), m_bench(bench), m_model(new FeatureListModel(this)), m_shown(new ConditionFilter(this))
{
    setObjectName(name);
    m_shown->setSourceModel(m_model);
    m_shown->setSortRole(k_sort);
    m_table = makeTable(name);
    m_pickAll = new QToolButton;
    m_pickAll->setObjectName(name + QStringLiteral("PickAll"));
    m_pickAll->setIcon(icon(QStringLiteral("to_selection"), bench.theme));
    m_pickAll->setAutoRaise(true);
    m_pickAll->setToolTip(tr("Pick all of them on the map"));
    m_pickAll->setAccessibleName(m_pickAll->toolTip());
    auto *copyButton = makeCopyButton(name + QStringLiteral("Copy"),
                                      tr("Copy the table, to paste it into a spreadsheet"), bench.theme);
    const PanelFooter footer = makeFooter(name + QStringLiteral("Footer"));
    m_count = footer.text;
    auto *bottom = new QHBoxLayout;
    bottom->setContentsMargins(0, 0, 4, 0);
    bottom->addWidget(footer.strip, 1);
    bottom->addWidget(m_pickAll);
    bottom->addWidget(copyButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_table, 1);
    layout->addLayout(bottom);
    connect(m_pickAll, &QToolButton::clicked, this, &FeatureList::pickAll);
    connect(copyButton, &QToolButton::clicked, this, &FeatureList::copy);
    connect(m_model, &FeatureListModel::tickChanged, this, &FeatureList::tickChanged);
    showCount();
}

QTableView *FeatureList::makeTable(const QString &name)
{
    auto *table = new QTableView;
    table->setObjectName(name + QStringLiteral("Table"));
    table->setAccessibleName(tr("Places"));
    table->setModel(m_shown);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setShowGrid(false);
    table->setAlternatingRowColors(true);
    table->setSortingEnabled(true);
    table->sortByColumn(-1, Qt::AscendingOrder);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(24);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setMinimumSectionSize(40);
    connect(table, &QTableView::clicked, this, &FeatureList::pick);
    connect(table, &QTableView::activated, this, &FeatureList::pick);
    return table;
}

void FeatureList::setLines(FeatureLines lines)
{
    m_model->setLines(std::move(lines));
    for (int column = 0; column < m_model->columnCount(); ++column) {
        m_table->horizontalHeader()->setSectionResizeMode(
            column, column == FeatureListModel::Name ? QHeaderView::Stretch : QHeaderView::Interactive);
        m_table->setColumnWidth(column, column == FeatureListModel::Area ? 84 : 56);
    }
    showCount();
}

void FeatureList::setFilter(std::function<bool(const FeatureLine &)> shown)
{
    static_cast<ConditionFilter *>(m_shown)->setCondition(std::move(shown));
    showCount();
}

const FeatureLine &FeatureList::lineOf(int shownRow) const
{
    const int row = m_shown->mapToSource(m_shown->index(shownRow, 0)).row();
    return m_model->lines().lines[static_cast<std::size_t>(row)];
}

void FeatureList::pick(const QModelIndex &index)
{
    m_bench.view.select(m_model->lines().layer, {lineOf(index.row()).feature}, SelectMode::Replace);
    Q_EMIT featurePicked();
}

void FeatureList::pickAll()
{
    std::vector<FeatureId> features;
    std::vector<FeatureId> ticked;
    for (int row = 0; row < m_shown->rowCount(); ++row) {
        const FeatureLine &line = lineOf(row);
        features.push_back(line.feature);
        if (line.ticked) {
            ticked.push_back(line.feature);
        }
    }
    m_bench.view.select(m_model->lines().layer, ticked.empty() ? features : ticked, SelectMode::Replace);
    Q_EMIT featurePicked();
}

void FeatureList::showCount()
{
    m_count->setText(tr("%n place(s)", nullptr, m_shown->rowCount()));
    m_pickAll->setEnabled(m_shown->rowCount() > 0);
}

void FeatureList::copy() const
{
    copyTable(*m_shown, m_bench.log);
}

} // namespace cuntu::ui
