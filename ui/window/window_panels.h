// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/explain.h"
#include "ui/window/map_controller.h"
#include "ui/window/workbench.h"

class QDockWidget;
class QMainWindow;

namespace cuntu::ui {

class AlertPanel;
class AnalysisDesk;
class CasePanel;
class CheckPanel;
class CurvePanel;
class DayCalendarPanel;
class FigurePanel;
class IndicatorPanel;
class InspectorPanel;
class LayerTreePanel;
class MilestoneBoard;
class MilestonePanel;
class OversightDialogs;
class ProfilePanel;
class TaskGuidePanel;
class TodayPanel;

/// The dockable panels around the map, and what they have to do with each other.
class WindowPanels : public QObject {
    Q_OBJECT

public:
    /// @p view is what @p map keeps; it outlives the panels.
    WindowPanels(Workbench &bench, MapController &map, MapView &view, QMainWindow *window);
    ~WindowPanels() override;

    /// All of them, in the order of the View menu.
    const std::vector<QDockWidget *> &docks() const { return m_docks; }
    /// Shows them as the user left them (@p layout, empty: as designed), or hides all.
    void setShown(bool shown, const QByteArray &layout);
    /// Puts everything where it was designed to be.
    void resetLayout();
    void showGuide(const QString &task);
    QString currentTask() const;

    LayerTreePanel &layers() { return *m_layers; }
    InspectorPanel &inspector() { return *m_inspector; }
    IndicatorPanel &indicators() { return *m_indicators; }
    /// Brings the panel of findings to the front and runs the rules.
    void checkData();
    /// Brings the panel of algorithms to the front.
    void showAlgorithms();
    /// Brings the panel of weights to the front.
    void showWeighing();
    AnalysisDesk &analysis() { return *m_analysis; }
    ProfilePanel &profile() { return *m_profile; }

private:
    QDockWidget *addDock(const QString &name, const QString &title, QWidget *panel, Qt::DockWidgetArea area);
    /// A tab says what a panel is; a title below it would say it again.
    void updateTitles();
    void connectPanels(MapController &map);
    void showFigure(const FigurePick &pick);
    void connectOversight(MapController &map);

    Workbench &m_bench;
    QMainWindow *m_window;
    std::vector<QDockWidget *> m_docks;
    LayerTreePanel *m_layers = nullptr;
    InspectorPanel *m_inspector = nullptr;
    IndicatorPanel *m_indicators = nullptr;
    MilestonePanel *m_milestones = nullptr;
    CurvePanel *m_curve = nullptr;
    TodayPanel *m_today = nullptr;
    AlertPanel *m_alerts = nullptr;
    CasePanel *m_cases = nullptr;
    CheckPanel *m_check = nullptr;
    AnalysisDesk *m_analysis = nullptr;
    OversightDialogs *m_oversight = nullptr;
    MilestoneBoard *m_board = nullptr;
    FigurePanel *m_figure = nullptr;
    TaskGuidePanel *m_guide = nullptr;
    ProfilePanel *m_profile = nullptr;
    DayCalendarPanel *m_days = nullptr;
};

} // namespace cuntu::ui
