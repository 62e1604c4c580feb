// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/explain.h"
#include "ui/window/workbench.h"

#include <QAbstractTableModel>
#include <QWidget>

class QLabel;
class QSortFilterProxyModel;
class QTableView;
class QToolButton;

namespace cuntu::ui {

/// Features as a table: name, area, and numbers with the headings given.
class FeatureListModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Area, FirstNumber };
    /// A column for each number, or one for each two: done and of, as a fraction.
    enum class Numbers { Single, Fractions };

    using QAbstractTableModel::QAbstractTableModel;

    /// @p headings: of the columns of numbers. @p tickable: each line has a box before it.
    void setHeadings(const QStringList &headings, Numbers numbers, bool tickable = false);
    void setLines(FeatureLines lines);
    const FeatureLines &lines() const { return m_lines; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void tickChanged();

private:
    QVariant number(const FeatureLine &line, std::size_t column, int role) const;

    FeatureLines m_lines;
    QStringList m_headings;
    Numbers m_numbers = Numbers::Single;
    bool m_tickable = false;
};

/// A table of features: a click picks one on the map, a button all of them, another copies the table.
class FeatureList : public QWidget {
    Q_OBJECT

public:
    /// @p name: object name; the table's is the same with "Table" behind it.
    FeatureList(Workbench &bench, const QString &name, QWidget *parent = nullptr);

    FeatureListModel &model() { return *m_model; }
    void setLines(FeatureLines lines);
    /// Shows only lines for which @p shown holds; null: all.
    void setFilter(std::function<bool(const FeatureLine &)> shown);
    /// Picks all shown lines on the map; where lines have boxes, the ticked ones.
    void pickAll();
    void copy() const;

Q_SIGNALS:
    /// One or all were picked: the map is to go there.
    void featurePicked();
    void tickChanged();

private:
    QTableView *makeTable(const QString &name);
    void pick(const QModelIndex &index);
    void showCount();
    const FeatureLine &lineOf(int shownRow) const;

    Workbench &m_bench;
    FeatureListModel *m_model;
    QSortFilterProxyModel *m_shown;
    QTableView *m_table = nullptr;
    QLabel *m_count = nullptr;
    QToolButton *m_pickAll = nullptr;
};

} // namespace cuntu::ui
