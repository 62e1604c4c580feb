// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/case_marks.h"
#include "ui/window/first_map_stamp.h"
#include "ui/window/import_queue.h"
#include "ui/window/look_keeper.h"
#include "ui/window/map_controller.h"
#include "ui/window/map_menu.h"
#include "ui/window/photo_marks.h"
#include "ui/window/run_window.h"
#include "ui/window/window_actions.h"
#include "ui/window/window_panels.h"

#include <QMainWindow>
#include <QPointer>

#include <memory>

class QDateEdit;
class QStackedWidget;

namespace cuntu {
struct PosterRequest;
}

namespace cuntu::ui {

class KnowledgeBar;
class Bookmarks;
class EditSheet;
class GraticuleSheet;
class Lasso;
class MapTips;
class TileFetcher;
class MeasureBar;
class MarkingBar;
class MessageBar;
class SearchBox;
class StatusBar;
class StretchBar;
class StretchSheet;
class TimeSlider;
class WarBoard;
class WelcomePage;

/// The program's window. It owns what a session needs; menus, panels and pages are built from that, and built anew when
/// the language or the look changes, so that no text is left behind.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    MainWindow(QApplication &app, const WindowOptions &options);
    ~MainWindow() override;

    /// Opens a project instead of the one that is open.
    void openProject(const QString &path);
    /// Opens the working copy of the sample, made if it is not there or @p anew; then shows the steps of @p task, if
    /// one is named.
    void openSample(const QString &task, bool anew);
    /// Opens a project file among @p paths, or imports all of them.
    void takeFiles(const QStringList &paths);
    void switchLanguage(Language language);
    void switchTheme(bool dark);

    /// For tests, which look at what a user would see.
    Workbench &bench() { return m_bench; }
    MapView &map() { return *m_map; }
    MapController &mapController() { return *m_mapController; }
    WindowActions &actions() { return *m_actions; }
    WindowPanels &panels() { return *m_panels; }

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void connectSession();
    void build();
    void tearDown();
    void rebuild();
    void openFirst();
    void makePages();
    void makeFileActions();
    void makeEditActions();
    void makeMapActions();
    void makeViewActions();
    void makeHelpActions();
    void makeMenus();
    void makeFileMenu();
    void makeViewMenu();
    void makeToolBar();
    void makeEditing();
    void fillRecentMenu();
    void showProjectOrWelcome();
    void askNewProject();
    void askOpenProject();
    void askImport();
    void askExport(const QString &layer);
    void askQgis();
    void showExports();
    void askRasters();
    void askTiles();
    void askPhotos();
    void showPhotoDialog(const QStringList &paths);
    void askSaveMap();
    void askPoster();
    void drawPoster(const PosterRequest &request, const QString &file);
    void askReport();
    void askStyle(const QString &layer);
    void askRemove(const QString &layer);
    void askMark();
    void askMarkList();
    void askWhere();
    void showWarBoard();
    void makeMarking();
    void makeStretches();
    void makeMeasuring();
    void askBookmark();
    void keepOneSheet();
    void makeKnowledge();
    void setLasso(bool on);
    void connectPanels();
    void makeSampleCopy(const QString &task);
    void showAbout();
    void showPlugins();
    void setTool(MapView::Tool tool);
    QAction *action(const QString &name) const { return m_actions->find(name); }

    QApplication &m_app;
    WindowOptions m_options;
    Settings m_settings;
    MessageLog m_log;
    JobRunner m_jobs;
    Session m_session;
    ViewState m_view;
    ProjectActions m_projectActions;
    Workbench m_bench;
    LookKeeper m_look; ///< before the map's controller, see there
    ImportQueue m_imports;
    QStackedWidget *m_pages = nullptr;
    QWidget *m_mapPage = nullptr;
    MapView *m_map = nullptr;
    std::unique_ptr<MapController> m_mapController;
    std::unique_ptr<CaseMarks> m_caseMarks;
    std::unique_ptr<PhotoMarks> m_photoMarks;
    std::unique_ptr<FirstMapStamp> m_stamp;
    WelcomePage *m_welcome = nullptr;
    MessageBar *m_messageBar = nullptr;
    MarkingBar *m_marking = nullptr;
    KnowledgeBar *m_knowledge = nullptr;
    Lasso *m_lasso = nullptr;
    std::unique_ptr<MapTips> m_tips;
    std::unique_ptr<TileFetcher> m_tiles;
    Bookmarks *m_bookmarks = nullptr;
    GraticuleSheet *m_graticule = nullptr;
    MeasureBar *m_measure = nullptr;
    StretchBar *m_stretches = nullptr;
    StretchSheet *m_stretchSheet = nullptr;
    EditSheet *m_profileSheet = nullptr;
    TimeSlider *m_timeSlider = nullptr;
    QPointer<WarBoard> m_warBoard;
    std::unique_ptr<WindowActions> m_actions;
    std::unique_ptr<WindowPanels> m_panels;
    std::unique_ptr<MapMenu> m_mapMenu;
    QToolBar *m_toolBar = nullptr;
    QMenu *m_recentMenu = nullptr;
    QDateEdit *m_asOf = nullptr;
    SearchBox *m_search = nullptr;
    QByteArray m_layout; ///< of the panels, while none are shown
    QString m_taskToShow;
};

} // namespace cuntu::ui
