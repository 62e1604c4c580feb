// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/figure_model.h"
#include "ui/window/explain.h"

#include <QWidget>

class QComboBox;
class QDateEdit;
class QLabel;
class QSortFilterProxyModel;
class QTableView;
class QToolButton;

namespace cuntu::ui {

/// The figures of the project by area on the shown day. A click on a row zooms to its area, a double click goes one
/// level down inside it.
class IndicatorPanel : public QWidget {
    Q_OBJECT

public:
    explicit IndicatorPanel(Workbench &bench, QWidget *parent = nullptr);

    /// States that targets on the figures have.
    void setMilestones(const std::vector<Milestone> &milestones) { m_model->setMilestones(milestones); }
    /// Puts the shown table on the clipboard, with headings, as rows of tabulated text.
    void copy() const;
    const FigureModel &model() const { return *m_model; }

Q_SIGNALS:
    void areaPicked(const cuntu::AreaCode &area);
    /// A figure was pointed at.
    void figurePicked(const cuntu::ui::FigurePick &pick);
    void importRequested();

private:
    QWidget *makeBar();
    QTableView *makeTable();
    void fillScopes();
    QStringList wantedIndicators() const;
    void reload();
    /// As reload(), but waits for its turn, as the day may be moving.
    void followDay();
    void show(FigureTable table);
    void hideColumnsThatSayNothing();
    void showFooter();
    void goInside(const AreaCode &area, AreaLevel level);
    void onDoubleClicked(const QModelIndex &index);
    QString insideText() const;

    Workbench &m_bench;
    PacedJob m_working;
    FigureModel *m_model;
    QSortFilterProxyModel *m_sorted;
    QComboBox *m_scope = nullptr;
    QComboBox *m_level = nullptr;
    QDateEdit *m_asOf = nullptr;
    QToolButton *m_up = nullptr;
    QLabel *m_inside = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_empty = nullptr;
    QLabel *m_footer = nullptr;
    AreaCode m_insideArea;
};

} // namespace cuntu::ui
