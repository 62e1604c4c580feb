// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/board_model.h"

#include "core/progress/figure_text.h"
#include "ui/panels/figure_model.h"

#include <algorithm>

namespace cuntu::ui {
namespace {

QString cellText(const BoardColumn &column, const BoardCell &cell)
{
    if (!cell.value) {
        return QStringLiteral("—");
    }
    return cell.state ? figureText(*cell.value, column.unit, cell.promised) : figureText(*cell.value, column.unit);
}

/// Sorts the worst state first, within it the lowest value; what is not judged comes last.
double sortKey(const BoardCell &cell)
{
    constexpr double k_perState = 1e12; // above any figure
    const std::vector<MilestoneState> &urgent = statesByUrgency();
    const auto place = cell.state ? std::find(urgent.begin(), urgent.end(), *cell.state) : urgent.end();
    return static_cast<double>(place - urgent.begin()) * k_perState + cell.value.value_or(k_perState / 2);
}

} // namespace

void BoardModel::setBoard(Board board)
{
    beginResetModel();
    m_board = std::move(board);
    endResetModel();
}

int BoardModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_board.rows.size());
}

int BoardModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_board.columns.size()) + 1;
}

QString BoardModel::tip(const BoardRow &row, const BoardColumn &column, const BoardCell &cell) const
{
    Figure figure;
    figure.indicator = column.indicator;
    figure.numerator = cell.numerator;
    figure.denominator = cell.denominator;
    QStringList lines{
        QStringLiteral("%1 · %2").arg(row.name, column.title), column.detail,
        QStringLiteral("%1   %2").arg(cellText(column, cell), fractionText(figure, m_bench.session.registry()))};
    if (cell.state) {
        lines << QStringLiteral("%1 – %2").arg(lookOf(*cell.state).word, cell.reason);
        if (cell.stale) {
            lines << tr("Out of date: nobody reported in time.");
        }
    } else if (column.target) {
        lines << tr("Not judged: nothing of this was promised here.");
    }
    return lines.join(QLatin1Char('\n'));
}

QVariant BoardModel::data(const QModelIndex &index, int role) const
{
    const BoardRow &row = m_board.rows[static_cast<std::size_t>(index.row())];
    if (index.column() == 0) {
        switch (role) {
        case Qt::DisplayRole:
            return row.name;
        case Qt::ToolTipRole:
            return row.area.toString();
        case k_sort:
            return row.area.isEmpty() ? QStringLiteral("~") : row.area.toString();
        default:
            return {};
        }
    }
    const auto column = static_cast<std::size_t>(index.column() - 1);
    const BoardCell &cell = row.cells[column];
    switch (role) {
    case Qt::DisplayRole:
        return cellText(m_board.columns[column], cell);
    case Qt::DecorationRole:
        return cell.state ? QVariant(stateIcon(*cell.state, m_bench.theme)) : QVariant();
    case Qt::TextAlignmentRole:
        return int(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        return tip(row, m_board.columns[column], cell);
    case Qt::AccessibleTextRole:
        return cell.state
                   ? QStringLiteral("%1, %2").arg(cellText(m_board.columns[column], cell), lookOf(*cell.state).word)
                   : cellText(m_board.columns[column], cell);
    case k_state:
        return cell.state ? QVariant(static_cast<int>(*cell.state)) : QVariant();
    case k_stale:
        return cell.stale;
    case k_sort:
        return sortKey(cell);
    default:
        return {};
    }
}

QVariant BoardModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (section == 0) {
        return role == Qt::DisplayRole ? QVariant(tr("Area")) : QVariant();
    }
    const BoardColumn &column = m_board.columns[static_cast<std::size_t>(section - 1)];
    if (role == Qt::DisplayRole) {
        const QString due = column.target && column.target->due ? column.target->due->toIso() : QString();
        return due.isEmpty() ? column.title : column.title + QLatin1Char('\n') + due;
    }
    return role == Qt::ToolTipRole ? QVariant(column.detail) : QVariant();
}

} // namespace cuntu::ui
