// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/layer_table.h"

#include "core/snapshot/layer_snapshot.h"

namespace cuntu::ui {

void LayerTableModel::setLayer(Immutable<LayerSnapshot> layer)
{
    beginResetModel();
    m_layer = std::move(layer);
    m_columns.clear();
    if (m_layer) {
        for (const Field &field : m_layer->schema().fields) {
            const Column *column = m_layer->column(field.id);
            if (column != nullptr && field.personal == Personal::No) {
                m_columns.emplace_back(&field, column);
            }
        }
    }
    endResetModel();
}

int LayerTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_layer ? 0 : static_cast<int>(m_layer->size());
}

int LayerTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant LayerTableModel::data(const QModelIndex &index, int role) const
{
    const auto &[field, column] = m_columns[static_cast<std::size_t>(index.column())];
    const auto row = static_cast<std::size_t>(index.row());
    const bool isNumber = column->kind() == Column::Kind::Number;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        if (field->type == FieldType::Boolean && !column->isNull(row)) {
            return column->number(row) != 0 ? tr("yes") : tr("no");
        }
        return column->display(row);
    case Qt::UserRole:
        return isNumber && !column->isNull(row) ? QVariant(column->number(row)) : QVariant(column->display(row));
    case Qt::TextAlignmentRole:
        return static_cast<int>((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant LayerTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical) {
        return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    }
    const Field *field = m_columns[static_cast<std::size_t>(section)].first;
    if (role == Qt::DisplayRole) {
        return field->unit.isEmpty() ? field->name.toString()
                                     : QStringLiteral("%1 [%2]").arg(field->name.toString(), field->unit);
    }
    return role == Qt::ToolTipRole ? QVariant(field->help.toString()) : QVariant();
}

} // namespace cuntu::ui
