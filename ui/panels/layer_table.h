// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/immutable.h"

#include <QAbstractTableModel>

#include <vector>

namespace cuntu {
class Column;
class LayerSnapshot;
struct Field;
} // namespace cuntu

namespace cuntu::ui {

/// All features of a layer with their fields, personal ones left out. A cell's Qt::UserRole sorts: numbers as numbers.
class LayerTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    /// @p layer with the columns that are to be shown; null: an empty table.
    void setLayer(Immutable<LayerSnapshot> layer);
    const Immutable<LayerSnapshot> &layer() const { return m_layer; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Immutable<LayerSnapshot> m_layer;
    std::vector<std::pair<const Field *, const Column *>> m_columns; ///< of m_layer
};

} // namespace cuntu::ui
