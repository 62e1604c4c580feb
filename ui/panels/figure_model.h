// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/figures.h"
#include "ui/window/workbench.h"

#include <QAbstractTableModel>

namespace cuntu::ui {

/// Figures as a table. The state of a figure is that of the worst target on it, where there is one.
class FigureModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { IndicatorName, AreaName, Count, Value, State, ColumnCount };
    /// Role of the share of a ratio, 0..1, for the bar behind its value; invalid: no bar.
    static constexpr int k_share = Qt::UserRole;
    /// Role of what a column is sorted by.
    static constexpr int k_sort = Qt::UserRole + 1;

    explicit FigureModel(Workbench &bench, QObject *parent = nullptr) : QAbstractTableModel(parent), m_bench(bench) {}

    void setFigures(std::vector<Figure> figures);
    void setMilestones(const std::vector<Milestone> &milestones);
    /// The target that @p figure's state comes from; empty: nothing was promised.
    std::optional<Target> targetOf(const Figure &figure) const;
    /// True where a milestone judges the figure in @p row.
    bool hasState(int row) const { return stateOf(figure(row)).has_value(); }
    const Figure &figure(int row) const { return m_figures[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const Figure &figure, int column) const;
    QVariant sortKey(const Figure &figure, int column) const;
    /// The milestone that judges @p figure, the worst of several; null: none does.
    const Milestone *worstOf(const Figure &figure) const;
    std::optional<MilestoneState> stateOf(const Figure &figure) const;

    Workbench &m_bench;
    std::vector<Figure> m_figures;
    std::vector<Milestone> m_milestones;
};

/// "312/353 户": numerator and denominator with their unit.
QString fractionText(const Figure &figure, const Registry &registry);
/// A count without superfluous zeros.
QString amountText(double amount);

} // namespace cuntu::ui
