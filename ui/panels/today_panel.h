// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/today.h"
#include "ui/window/workbench.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace cuntu::ui {

/// What wants to be looked at on the shown day, by person or by township. A click goes to the place.
class TodayPanel : public QWidget {
    Q_OBJECT

public:
    explicit TodayPanel(Workbench &bench, QWidget *parent = nullptr);

Q_SIGNALS:
    void areaPicked(const cuntu::AreaCode &area);
    void targetPicked(qint64 target);
    /// A feature was picked in the view: the map is to go there.
    void featurePicked();

private:
    QWidget *makeBar();
    void reload();
    /// As reload(), but waits for its turn, as the day may be moving.
    void followDay();
    void show(Today today);
    void fill();
    QString groupOf(const TodayItem &item) const;
    void addItem(QTreeWidgetItem *group, std::size_t number);
    void onClicked(const QTreeWidgetItem *line);

    Workbench &m_bench;
    PacedJob m_working;
    Today m_today;
    QComboBox *m_grouping = nullptr;
    QComboBox *m_kind = nullptr;
    QLabel *m_summary = nullptr;
    QTreeWidget *m_tree = nullptr;
    QLabel *m_empty = nullptr;
};

} // namespace cuntu::ui
