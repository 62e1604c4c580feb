// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/window_panels.h"

#include "ui/panels/alert_panel.h"
#include "ui/panels/analysis_panel.h"
#include "ui/panels/case_panel.h"
#include "ui/panels/check_panel.h"
#include "ui/panels/curve_panel.h"
#include "ui/panels/day_calendar_panel.h"
#include "ui/panels/figure_panel.h"
#include "ui/panels/indicator_panel.h"
#include "ui/panels/inspector_panel.h"
#include "ui/panels/layer_tree_panel.h"
#include "ui/panels/message_panel.h"
#include "ui/panels/milestone_board.h"
#include "ui/panels/milestone_panel.h"
#include "ui/panels/overview_panel.h"
#include "ui/panels/profile_panel.h"
#include "ui/panels/run_panel.h"
#include "ui/panels/task_guide_panel.h"
#include "ui/panels/today_panel.h"
#include "ui/panels/undo_panel.h"
#include "ui/panels/weighing_panel.h"
#include "ui/window/analysis_desk.h"
#include "ui/window/oversight_dialogs.h"

#include <QDockWidget>
#include <QMainWindow>

namespace cuntu::ui {
namespace {

enum Place {
    Layers,
    Guide,
    Inspector,
    Figure,
    Indicators,
    Milestones,
    Board,
    Curve,
    Today,
    Alerts,
    Cases,
    Checks,
    Messages,
    Undo,
    Algorithms,
    Result,
    Profile,
    Days,
    Weighing,
    Overview
};

/// Those that share a place with another one, as tabs.
bool isTab(std::size_t place)
{
    return place == Figure || (place > Indicators && place != Overview);
}

/// The one beside which @p place is a tab.
std::size_t tabNeighbour(std::size_t place)
{
    return place == Algorithms ? std::size_t{Figure}
           : place == Result   ? std::size_t{Undo}
           : place == Weighing ? std::size_t{Algorithms}
                               : place - 1;
}

} // namespace

WindowPanels::WindowPanels(Workbench &bench, MapController &map, MapView &view, QMainWindow *window)
    : QObject(window), m_bench(bench), m_window(window)
{
    m_layers = new LayerTreePanel(bench);
    m_guide = new TaskGuidePanel(bench);
    m_inspector = new InspectorPanel(bench);
    m_figure = new FigurePanel(bench);
    m_indicators = new IndicatorPanel(bench);
    m_milestones = new MilestonePanel(bench);
    m_board = new MilestoneBoard(bench);
    m_curve = new CurvePanel(bench);
    m_today = new TodayPanel(bench);
    m_alerts = new AlertPanel(bench);
    m_cases = new CasePanel(bench);
    m_check = new CheckPanel(bench);
    addDock(QStringLiteral("layersDock"), tr("Layers"), m_layers, Qt::LeftDockWidgetArea);
    addDock(QStringLiteral("guideDock"), tr("Task"), m_guide, Qt::LeftDockWidgetArea);
    addDock(QStringLiteral("inspectorDock"), tr("Card"), m_inspector, Qt::RightDockWidgetArea);
    addDock(QStringLiteral("figureDock"), tr("Figure"), m_figure, Qt::RightDockWidgetArea);
    addDock(QStringLiteral("indicatorsDock"), tr("Indicators"), m_indicators, Qt::BottomDockWidgetArea);
    addDock(QStringLiteral("milestonesDock"), tr("Milestones"), m_milestones, Qt::BottomDockWidgetArea);
    addDock(QStringLiteral("boardDock"), tr("Board"), m_board, Qt::BottomDockWidgetArea);
    addDock(QStringLiteral("curveDock"), tr("Curve"), m_curve, Qt::BottomDockWidgetArea);
    addDock(QStringLiteral("todayDock"), tr("Today"), m_today, Qt::BottomDockWidgetArea);
    addDock(QStringLiteral("alertsDock"), tr("Alerts"), m_alerts, Qt::BottomDockWidgetArea);
    addDock(QStringLiteral("casesDock"), tr("Rectification"), m_cases, Qt::BottomDockWidgetArea);
    addDock(QStringLiteral("checkDock"), tr("Check"), m_check, Qt::BottomDockWidgetArea);
    addDock(QStringLiteral("messagesDock"), tr("Messages"), new MessagePanel(bench), Qt::BottomDockWidgetArea);
    addDock(QStringLiteral("undoDock"), tr("Undo list"), new UndoPanel(bench), Qt::BottomDockWidgetArea);
    m_analysis = new AnalysisDesk(bench, map, window, this);
    addDock(QStringLiteral("analysisDock"), tr("Analysis"), &m_analysis->panel(), Qt::RightDockWidgetArea);
    addDock(QStringLiteral("resultDock"), tr("Result"), &m_analysis->result(), Qt::BottomDockWidgetArea);
    m_profile = new ProfilePanel(bench);
    m_days = new DayCalendarPanel(bench);
    addDock(QStringLiteral("profileDock"), tr("Profile"), m_profile, Qt::BottomDockWidgetArea);
    addDock(QStringLiteral("dayCalendarDock"), tr("Calendar"), m_days, Qt::BottomDockWidgetArea);
    addDock(QStringLiteral("weighingDock"), tr("Suitability"), &m_analysis->weighingPanel(), Qt::RightDockWidgetArea);
    addDock(QStringLiteral("overviewDock"), tr("Overview map"), new OverviewPanel(view), Qt::LeftDockWidgetArea);
    connect(m_docks[Profile], &QDockWidget::visibilityChanged, m_profile, &ProfilePanel::setInView);
    connect(m_docks[Days], &QDockWidget::visibilityChanged, m_days, &DayCalendarPanel::setInView);
    connectPanels(map);
    connectOversight(map);
    resetLayout();
}

WindowPanels::~WindowPanels()
{
    for (QDockWidget *dock : m_docks) {
        delete dock;
    }
}

QDockWidget *WindowPanels::addDock(const QString &name, const QString &title, QWidget *panel, Qt::DockWidgetArea area)
{
    auto *dock = new QDockWidget(title, m_window);
    dock->setObjectName(name);
    dock->setWidget(panel);
    m_window->addDockWidget(area, dock);
    m_docks.push_back(dock);
    connect(dock, &QDockWidget::dockLocationChanged, this, &WindowPanels::updateTitles, Qt::QueuedConnection);
    connect(dock, &QDockWidget::topLevelChanged, this, &WindowPanels::updateTitles, Qt::QueuedConnection);
    if (m_docks.size() <= 10) { // there are no more digits
        dock->toggleViewAction()->setShortcut(
            QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + static_cast<int>(m_docks.size() % 10))));
    }
    return dock;
}

void WindowPanels::connectPanels(MapController &map)
{
    m_layers->setLegends(map.legends());
    connect(&map, &MapController::legendsChanged, m_layers, [this, &map] { m_layers->setLegends(map.legends()); });
    connect(m_layers, &LayerTreePanel::zoomRequested, &map, &MapController::zoomToLayer);
    connect(m_indicators, &IndicatorPanel::areaPicked, &map, &MapController::zoomToArea);
    connect(m_milestones, &MilestonePanel::areaPicked, &map, &MapController::zoomToArea);
    connect(m_milestones, &MilestonePanel::targetPicked, m_curve, &CurvePanel::showTarget);
    connect(m_today, &TodayPanel::areaPicked, &map, &MapController::zoomToArea);
    connect(m_today, &TodayPanel::targetPicked, m_curve, &CurvePanel::showTarget);
    connect(m_today, &TodayPanel::featurePicked, &map, &MapController::zoomToSelectionSoon);
    connect(m_board, &MilestoneBoard::areaPicked, &map, &MapController::pickArea);
    connect(m_board, &MilestoneBoard::targetPicked, m_curve, &CurvePanel::showTarget);
    connect(m_indicators, &IndicatorPanel::figurePicked, this, &WindowPanels::showFigure);
    connect(m_milestones, &MilestonePanel::figurePicked, this, &WindowPanels::showFigure);
    connect(m_board, &MilestoneBoard::figurePicked, this, &WindowPanels::showFigure);
    connect(m_figure, &FigurePanel::featurePicked, &map, &MapController::zoomToSelectionSoon);
    connect(&map, &MapController::picked, m_inspector, [this] {
        if (m_docks[Weighing]
                ->visibleRegion()
                .isEmpty()) { // where land is weighed a click asks what a place is made of
            m_docks[Inspector]->raise();
        }
    });
    connect(m_milestones, &MilestonePanel::judged, m_indicators, &IndicatorPanel::setMilestones);
    connect(m_check, &CheckPanel::placePicked, &map, &MapController::zoomToPlace);
    connect(m_check, &CheckPanel::featurePicked, &map, &MapController::zoomToSelectionSoon);
    connect(m_analysis, &AnalysisDesk::resultShown, this, [this] {
        m_docks[Result]->show();
        m_docks[Result]->raise();
    });
}

void WindowPanels::showAlgorithms()
{
    m_docks[Algorithms]->show();
    m_docks[Algorithms]->raise();
    m_analysis->panel().focusSearch();
}

void WindowPanels::showWeighing()
{
    m_docks[Weighing]->show();
    m_docks[Weighing]->raise();
}

void WindowPanels::checkData()
{
    m_docks[Checks]->show();
    m_docks[Checks]->raise();
    m_check->run();
}

void WindowPanels::showFigure(const FigurePick &pick)
{
    m_figure->setPick(pick);
    m_docks[Figure]->raise();
}

void WindowPanels::connectOversight(MapController &map)
{
    m_oversight = new OversightDialogs(m_bench, m_window, this);
    connect(m_milestones, &MilestonePanel::judged, m_alerts, &AlertPanel::setMilestones);
    connect(m_alerts, &AlertPanel::areaPicked, &map, &MapController::zoomToArea);
    connect(m_alerts, &AlertPanel::featurePicked, &map, &MapController::zoomToSelectionSoon);
    connect(m_alerts, &AlertPanel::stepRequested, m_oversight, &OversightDialogs::askStep);
    connect(m_cases, &CasePanel::areaPicked, &map, &MapController::zoomToArea);
    connect(m_cases, &CasePanel::featurePicked, &map, &MapController::zoomToSelectionSoon);
    connect(m_cases, &CasePanel::stepRequested, m_oversight, &OversightDialogs::askStep);
    connect(m_cases, &CasePanel::newRequested, m_oversight, &OversightDialogs::askCase);
    connect(m_check, &CheckPanel::caseRequested, m_oversight, &OversightDialogs::askCaseOf);
    connect(m_milestones, &MilestonePanel::newRequested, m_oversight, &OversightDialogs::askNewTarget);
    connect(m_milestones, &MilestonePanel::adjustRequested, m_oversight, &OversightDialogs::askAdjust);
    connect(m_milestones, &MilestonePanel::splitRequested, m_oversight, &OversightDialogs::askSplit);
    connect(m_milestones, &MilestonePanel::versionsRequested, m_oversight, &OversightDialogs::showVersions);
    connect(m_milestones, &MilestonePanel::removeRequested, m_oversight, &OversightDialogs::askRemove);
    connect(m_milestones, &MilestonePanel::closePeriodRequested, m_oversight, &OversightDialogs::askClosePeriod);
    connect(m_milestones, &MilestonePanel::conflictsRequested, m_oversight, &OversightDialogs::showConflicts);
}

void WindowPanels::setShown(bool shown, const QByteArray &layout)
{
    if (!shown) {
        for (QDockWidget *dock : m_docks) {
            dock->hide();
        }
        return;
    }
    if (layout.isEmpty() || !m_window->restoreState(layout)) {
        resetLayout();
    }
    updateTitles();
}

void WindowPanels::updateTitles()
{
    for (QDockWidget *dock : m_docks) {
        const bool asTab = !dock->isFloating() && !m_window->tabifiedDockWidgets(dock).isEmpty();
        if (asTab == (dock->titleBarWidget() != nullptr)) {
            continue;
        }
        QWidget *before = dock->titleBarWidget();
        dock->setTitleBarWidget(asTab ? new QWidget : nullptr);
        delete before;
    }
}

void WindowPanels::resetLayout()
{
    // Those that become tabs are taken out first: moved while they are seen, they would stand side by side for a
    // moment, make the window wider than it is, and leave an empty bar of tabs behind.
    for (std::size_t i = m_docks.size(); i-- > 0;) {
        if (isTab(i)) {
            m_docks[i]->setFloating(false);
            m_window->removeDockWidget(m_docks[i]);
        }
    }
    for (std::size_t i = 0; i < m_docks.size(); ++i) {
        if (isTab(i)) {
            m_window->tabifyDockWidget(m_docks[tabNeighbour(i)], m_docks[i]);
        } else {
            m_docks[i]->setFloating(false);
            m_window->addDockWidget(i <= Guide || i == Overview ? Qt::LeftDockWidgetArea
                                    : i == Inspector            ? Qt::RightDockWidgetArea
                                                                : Qt::BottomDockWidgetArea,
                                    m_docks[i]);
        }
        // Those are called from the View menu.
        m_docks[i]->setVisible(i != Guide && i != Profile && i != Days && i != Overview);
    }
    m_docks[Inspector]->raise();
    m_docks[Indicators]->raise();
    m_window->setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    m_window->setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    m_window->resizeDocks({m_docks[Layers], m_docks[Inspector]}, {290, 320}, Qt::Horizontal);
    m_window->resizeDocks({m_docks[Indicators]}, {230}, Qt::Vertical);
    updateTitles();
}

void WindowPanels::showGuide(const QString &task)
{
    m_guide->start(task);
    m_docks[Guide]->show();
    m_docks[Guide]->raise();
    m_window->resizeDocks({m_docks[Layers], m_docks[Guide]}, {330, 400}, Qt::Vertical);
}

QString WindowPanels::currentTask() const
{
    return m_docks[Guide]->isVisible() ? m_guide->currentTask() : QString();
}

} // namespace cuntu::ui
