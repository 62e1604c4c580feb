// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/analysis.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QSortFilterProxyModel;
class QStackedLayout;
class QTableView;
class QTreeWidget;

namespace cuntu::ui {

class LayerTableModel;
class XyChart;

/// One result: its figures with names and units, its curves, and its layers as tables that can be sorted; a click on a
/// row shows the feature on the map.
class RunPanel : public QWidget {
    Q_OBJECT

public:
    RunPanel(Workbench &bench, Analysis &analysis, QWidget *parent = nullptr);

    /// Shows a result.
    void setRun(const KeptRun &run);
    const std::optional<KeptRun> &run() const { return m_run; }

Q_SIGNALS:
    void featurePicked();
    void zoomRequested(const QString &layer);
    void adoptRequested(qint64 run);

private:
    QWidget *makeHead();
    QWidget *makeFigures();
    QWidget *makeCurves();
    QWidget *makeTable();
    void clear();
    void fillHead();
    void fillFigures();
    void fillCurves();
    void showCurve();
    void fillLayers();
    void loadLayer();
    void pick(const QModelIndex &index);
    QString layer() const;

    Workbench &m_bench;
    Analysis &m_analysis;
    LatestJob m_loading;
    std::optional<KeptRun> m_run;
    QString m_loaded; ///< layer and revision that the table shows
    LayerTableModel *m_model;
    QSortFilterProxyModel *m_sorted;
    QStackedLayout *m_pages = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_state = nullptr;
    QPushButton *m_adopt = nullptr;
    QTreeWidget *m_figures = nullptr;
    QWidget *m_curves = nullptr;
    QComboBox *m_curve = nullptr; ///< which one; seen where there are several
    XyChart *m_chart = nullptr;
    QComboBox *m_layers = nullptr;
    QPushButton *m_zoom = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_count = nullptr;
};

} // namespace cuntu::ui
