// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_window.h"

#include "ui/panels/check_panel.h"
#include "ui/panels/date_edit.h"
#include "ui/panels/indicator_panel.h"
#include "ui/panels/layer_tree_panel.h"
#include "ui/panels/search_box.h"
#include "ui/panels/status_bar.h"
#include "ui/panels/time_slider.h"
#include "ui/window/analysis_desk.h"
#include "ui/window/bookmarks.h"
#include "ui/window/editing.h"
#include "ui/window/graticule_sheet.h"
#include "ui/window/lasso.h"
#include "ui/window/map_tips.h"
#include "ui/window/tour.h"

#include <QAction>
#include <QActionGroup>
#include <QBoxLayout>
#include <QDateEdit>
#include <QDockWidget>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>

namespace cuntu::ui {
namespace {

const QString k_graticuleKey = QStringLiteral("map/graticule");

QList<QKeySequence> keys(std::initializer_list<const char *> texts)
{
    QList<QKeySequence> result;
    for (const char *text : texts) {
        result << QKeySequence(QString::fromLatin1(text));
    }
    return result;
}

} // namespace

void MainWindow::makeFileActions()
{
    WindowActions &a = *m_actions;
    a.add(QStringLiteral("newProject"), QStringLiteral("new"), tr("&New project…"), keys({"Ctrl+N"}), Needs::Nothing,
          [this] { askNewProject(); });
    a.add(QStringLiteral("openProject"), QStringLiteral("open"), tr("&Open…"), keys({"Ctrl+O"}), Needs::Nothing,
          [this] { askOpenProject(); });
    a.add(QStringLiteral("openSample"), {}, tr("Open the &sample county"), {}, Needs::Nothing,
          [this] { openSample({}, false); });
    a.add(QStringLiteral("import"), QStringLiteral("import"), tr("&Import…"), keys({"Ctrl+I", "Ctrl+L"}),
          Needs::Writable, [this] { askImport(); });
    a.add(QStringLiteral("exportLayer"), QStringLiteral("export"), tr("&Export…"), keys({"Ctrl+E"}), Needs::Project,
          [this] { askExport(m_panels->layers().currentLayer()); });
    a.add(QStringLiteral("addRasters"), {}, tr("Add &rasters…"), {}, Needs::Writable, [this] { askRasters(); });
    a.add(QStringLiteral("addTiles"), {}, tr("Add an on&line map…"), {}, Needs::Writable, [this] { askTiles(); });
    a.add(QStringLiteral("addPhotos"), {}, tr("Add &photos…"), {}, Needs::Writable, [this] { askPhotos(); });
    a.add(QStringLiteral("exportQgis"), {}, tr("Export a &QGIS project…"), {}, Needs::Project, [this] { askQgis(); });
    a.add(QStringLiteral("exportList"), {}, tr("What &left the project…"), {}, Needs::Project,
          [this] { showExports(); });
    a.add(QStringLiteral("saveMap"), QStringLiteral("picture"), tr("Save the &map…"), keys({"Ctrl+Shift+E", "Ctrl+P"}),
          Needs::Project, [this] { askSaveMap(); });
    a.add(QStringLiteral("poster"), {}, tr("A &poster for the wall…"), {}, Needs::Project, [this] { askPoster(); });
    a.add(QStringLiteral("report"), QStringLiteral("table"), tr("Write a &report…"), keys({"Ctrl+R"}), Needs::Project,
          [this] { askReport(); });
    a.add(QStringLiteral("closeProject"), {}, tr("&Close the project"), keys({"Ctrl+W"}), Needs::Project,
          [this] { m_session.close(); });
    a.add(QStringLiteral("quit"), {}, tr("&Quit"), keys({"Ctrl+Q"}), Needs::Nothing, [this] { close(); });
}

void MainWindow::makeEditActions()
{
    WindowActions &a = *m_actions;
    a.add(QStringLiteral("mark"), QStringLiteral("mark"), tr("&Mark…"), keys({"Ctrl+M"}), Needs::PickedToMark,
          [this] { askMark(); });
    a.add(QStringLiteral("markMode"), QStringLiteral("mark_many"), tr("Mark one after the &other"),
          keys({"Ctrl+Shift+M"}), Needs::Writable, {})
        ->setCheckable(true);
    a.add(QStringLiteral("markStretch"), QStringLiteral("stretch"), tr("Mark a s&tretch of a line"),
          keys({"Ctrl+Shift+J"}), Needs::Writable, {})
        ->setCheckable(true);
    a.add(QStringLiteral("editMode"), QStringLiteral("draw"), tr("&Draw and change features"), keys({"Ctrl+G"}),
          Needs::Writable, {})
        ->setCheckable(true);
    a.add(QStringLiteral("measure"), QStringLiteral("ruler"), tr("M&easure lengths and areas"), keys({"Ctrl+Shift+R"}),
          Needs::Project, {})
        ->setCheckable(true);
    a.add(QStringLiteral("undo"), QStringLiteral("undo"), tr("&Undo"), keys({"Ctrl+Z"}), Needs::Undoable,
          [this] { m_projectActions.undo(); });
    a.add(QStringLiteral("redo"), QStringLiteral("redo"), tr("&Redo"), keys({"Ctrl+Shift+Z", "Ctrl+Y"}),
          Needs::Redoable, [this] { m_projectActions.redo(); });
    a.add(QStringLiteral("selectAll"), {}, tr("Pick &all in the layer"), keys({"Ctrl+A"}), Needs::Project,
          [this] { m_mapController->selectAll(); });
    a.add(QStringLiteral("selectWhere"), {}, tr("Pick by a &condition…"), keys({"Ctrl+F3"}), Needs::Project,
          [this] { askWhere(); });
    a.add(QStringLiteral("selectNone"), {}, tr("Pick &nothing"), keys({"Ctrl+Shift+A", "Ctrl+Alt+A"}), Needs::Picked,
          [this] { m_view.clearSelection(); });
    a.add(QStringLiteral("find"), QStringLiteral("search"), tr("&Find a place…"), keys({"Ctrl+K", "Ctrl+F"}),
          Needs::Project, [this] {
              m_search->setFocus();
              m_search->selectAll();
          });
    a.add(QStringLiteral("checkData"), {}, tr("Chec&k the data"), keys({"F8"}), Needs::Project,
          [this] { m_panels->checkData(); });
    a.add(QStringLiteral("analysis"), QStringLiteral("run"), tr("A&nalysis"), keys({"Ctrl+Shift+G"}), Needs::Project,
          [this] { m_panels->showAlgorithms(); });
    a.add(QStringLiteral("weighing"), {}, tr("S&uitability of land"), keys({"Ctrl+Shift+W"}), Needs::Project,
          [this] { m_panels->showWeighing(); });
    a.add(QStringLiteral("copyFigures"), QStringLiteral("copy"), tr("&Copy the table of figures"),
          keys({"Ctrl+Shift+C"}), Needs::Project, [this] { m_panels->indicators().copy(); });
    a.add(QStringLiteral("styleLayer"), QStringLiteral("style"), tr("&Style of the layer…"), keys({"F7"}),
          Needs::Writable, [this] { askStyle(m_panels->layers().currentLayer()); });
    a.add(QStringLiteral("removeLayer"), QStringLiteral("remove"), tr("Remo&ve the layer…"), keys({"Ctrl+D"}),
          Needs::Writable, [this] { askRemove(m_panels->layers().currentLayer()); });
}

void MainWindow::makeMapActions()
{
    WindowActions &a = *m_actions;
    const auto tool = [&](const char *name, const char *symbol, const QString &text, const char *key,
                          MapView::Tool which) {
        QAction *made = a.add(QString::fromLatin1(name), QString::fromLatin1(symbol), text, keys({key}), Needs::Project,
                              [this, which] { setTool(which); });
        made->setCheckable(true);
        made->setChecked(m_map->tool() == which);
    };
    tool("toolSelect", "select", tr("&Select: click or draw a box"), "Ctrl+Shift+I", MapView::Tool::Select);
    QAction *lasso = a.add(QStringLiteral("toolLasso"), QStringLiteral("lasso"), tr("&Lasso: draw around what to pick"),
                           keys({"Ctrl+Shift+L"}), Needs::Project, [this] { setLasso(true); });
    lasso->setCheckable(true);
    lasso->setChecked(!m_lasso->isHidden());
    tool("toolPan", "pan", tr("&Pan"), "Ctrl+Shift+P", MapView::Tool::Pan);
    tool("toolZoomBox", "zoom_box", tr("&Zoom to a box"), "Ctrl+Shift+B", MapView::Tool::ZoomBox);
    a.add(QStringLiteral("zoomIn"), QStringLiteral("zoom_in"), tr("Zoom &in"), keys({"Ctrl++", "Ctrl+="}),
          Needs::Project, [this] { m_map->zoomIn(); });
    a.add(QStringLiteral("zoomOut"), QStringLiteral("zoom_out"), tr("Zoom &out"), keys({"Ctrl+-"}), Needs::Project,
          [this] { m_map->zoomOut(); });
    a.add(QStringLiteral("zoomFull"), QStringLiteral("full"), tr("&Full extent"), keys({"Ctrl+Shift+F"}),
          Needs::Project, [this] { m_map->zoomToFull(); });
    a.add(QStringLiteral("zoomSelection"), QStringLiteral("to_selection"), tr("Zoom to what is pic&ked"),
          keys({"Ctrl+J"}), Needs::Picked, [this] { m_mapController->zoomToSelection(); });
    a.add(QStringLiteral("viewBack"), QStringLiteral("back"), tr("&Back to the last view"), keys({"Alt+Left"}),
          Needs::Project, [this] { m_map->goBack(); });
    a.add(QStringLiteral("viewForward"), QStringLiteral("forward"), tr("For&ward to the next view"),
          keys({"Alt+Right"}), Needs::Project, [this] { m_map->goForward(); });
    a.add(QStringLiteral("redraw"), QStringLiteral("refresh"), tr("&Redraw"), keys({"F5"}), Needs::Project, [this] {
        m_session.refresh();
        m_map->refresh();
    });
    a.add(QStringLiteral("timeSlider"), QStringLiteral("calendar"), tr("Move in &time"), keys({"Ctrl+T"}),
          Needs::Project, [this] { m_timeSlider->track().setFocus(); });
    a.add(QStringLiteral("compareDays"), {}, tr("&Compare two days…"), {}, Needs::Project,
          [this] { m_panels->analysis().compareDays(); });
    QAction *labels = a.add(QStringLiteral("labels"), {}, tr("&Labels"), {}, Needs::Project, {});
    labels->setCheckable(true);
    labels->setChecked(m_map->request().labels);
    connect(labels, &QAction::toggled, m_map, &MapView::setLabelsVisible);
    QAction *tips = a.add(QStringLiteral("mapTips"), {}, tr("&Names under the pointer"), {}, Needs::Project, {});
    tips->setCheckable(true);
    tips->setChecked(m_tips->areShown());
    connect(tips, &QAction::toggled, m_tips.get(), &MapTips::setShown);
    QAction *graticule = a.add(QStringLiteral("graticule"), {}, tr("&Graticule"), {}, Needs::Project, {});
    graticule->setCheckable(true);
    graticule->setToolTip(tr("Meridians and parallels over the map, also on a map that is saved"));
    connect(graticule, &QAction::toggled, m_graticule, [this](bool on) {
        m_graticule->setVisible(on);
        m_settings.setValue(k_graticuleKey, on);
    });
    graticule->setChecked(m_settings.value(k_graticuleKey, false).toBool());
    a.add(QStringLiteral("addBookmark"), {}, tr("&Bookmark this view…"), keys({"Ctrl+B"}), Needs::Project,
          [this] { askBookmark(); });
    QAction *photos = a.add(QStringLiteral("photosOnMap"), {}, tr("P&hotos"), {}, Needs::Project, {});
    photos->setCheckable(true);
    photos->setChecked(m_view.photosShown());
    connect(photos, &QAction::toggled, &m_view, &ViewState::setPhotosShown);
    a.add(QStringLiteral("lookBack"), {}, tr("As it was &known…"), keys({"Ctrl+Shift+K"}), Needs::Project, {})
        ->setCheckable(true);
    QAction *doubt = a.add(QStringLiteral("byDoubt"), {}, tr("Paler where not &certified"), {}, Needs::Project, {});
    doubt->setCheckable(true);
    doubt->setToolTip(tr("Shades what is marked by how far it is proved: reported, checked, certified"));
    connect(doubt, &QAction::toggled, &m_view, &ViewState::setByDoubt);
    connect(&m_view, &ViewState::lookChanged, doubt, [this, doubt] { doubt->setChecked(m_view.look().byDoubt); });
}

void MainWindow::makeViewActions()
{
    WindowActions &a = *m_actions;
    const auto choice = [&](const char *name, const QString &text, bool chosen, std::function<void()> choose) {
        QAction *made = a.add(QString::fromLatin1(name), {}, text, {}, Needs::Nothing, [this, choose] {
            // The window is built anew by it; that must not happen inside the action that goes with it.
            QMetaObject::invokeMethod(this, choose, Qt::QueuedConnection);
        });
        made->setCheckable(true);
        made->setChecked(chosen);
    };
    // Each language is named in itself, so that who cannot read the present one finds his own.
    choice("languageZh", QStringLiteral("中文"), language() == Language::Chinese,
           [this] { switchLanguage(Language::Chinese); });
    choice("languageEn", QStringLiteral("English"), language() == Language::English,
           [this] { switchLanguage(Language::English); });
    choice("themeLight", tr("&Light"), !m_bench.theme.dark, [this] { switchTheme(false); });
    choice("themeDark", tr("&Dark"), m_bench.theme.dark, [this] { switchTheme(true); });
    a.add(QStringLiteral("resetPanels"), {}, tr("&Put the panels back"), {}, Needs::Project,
          [this] { m_panels->resetLayout(); });
    a.add(QStringLiteral("warBoard"), QStringLiteral("table"), tr("&Wall board"), keys({"Ctrl+Shift+D"}),
          Needs::Project, [this] { showWarBoard(); });
    a.add(QStringLiteral("magnifier"), {}, tr("Ma&gnifier"), keys({"Ctrl+Alt+M"}), Needs::Project, [this] {
        if (auto *status = qobject_cast<StatusBar *>(statusBar())) {
            status->focusMagnifier();
        }
    });
    QAction *full = a.add(QStringLiteral("fullScreen"), {}, tr("&Full screen"), keys({"F11"}), Needs::Nothing,
                          [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    full->setCheckable(true);
    full->setChecked(isFullScreen());
}

void MainWindow::makeHelpActions()
{
    WindowActions &a = *m_actions;
    for (const TourTask &task : tourTasks()) {
        a.add(QStringLiteral("tour_") + task.id, QStringLiteral("guide"), task.title, {}, Needs::Nothing,
              [this, id = task.id] {
                  if (m_session.hasProject()) {
                      m_panels->showGuide(id);
                  } else {
                      openSample(id, false);
                  }
              });
    }
    a.add(QStringLiteral("plugins"), {}, tr("&Programmes and plugins"), {}, Needs::Nothing, [this] { showPlugins(); });
    a.add(QStringLiteral("about"), QStringLiteral("info"), tr("&About Cuntu"), keys({"F1"}), Needs::Nothing,
          [this] { showAbout(); });
}

void MainWindow::makeFileMenu()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->setToolTipsVisible(true);
    for (const char *name : {"newProject", "openProject"}) {
        file->addAction(action(QString::fromLatin1(name)));
    }
    m_recentMenu = file->addMenu(tr("Open &recent"));
    connect(m_recentMenu, &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);
    file->addAction(action(QStringLiteral("openSample")));
    file->addSeparator();
    for (const char *name : {"import", "addRasters", "addTiles", "addPhotos", "exportLayer", "exportQgis", "exportList",
                             "saveMap", "poster", "report"}) {
        file->addAction(action(QString::fromLatin1(name)));
    }
    file->addSeparator();
    for (const char *name : {"closeProject", "quit"}) {
        file->addAction(action(QString::fromLatin1(name)));
    }
}

void MainWindow::makeMenus()
{
    makeFileMenu();
    const auto addMenu = [this](const QString &title, std::initializer_list<const char *> names) {
        QMenu *menu = menuBar()->addMenu(title);
        menu->setToolTipsVisible(true);
        for (const char *name : names) {
            if (*name == '-') {
                menu->addSeparator();
            } else {
                menu->addAction(action(QString::fromLatin1(name)));
            }
        }
        return menu;
    };
    addMenu(tr("&Edit"),
            {"undo", "redo", "-", "mark", "markMode", "markStretch", "-", "editMode", "-", "find", "selectWhere",
             "selectAll", "selectNone", "-", "checkData", "analysis", "weighing", "copyFigures"});
    QMenu *map =
        addMenu(tr("&Map"), {"toolSelect", "toolLasso",     "toolPan",  "toolZoomBox", "-",      "zoomIn", "zoomOut",
                             "zoomFull",   "zoomSelection", "viewBack", "viewForward", "redraw", "-",      "measure",
                             "-",          "timeSlider",    "lookBack", "compareDays", "-",      "labels", "mapTips",
                             "graticule",  "photosOnMap",   "byDoubt"});
    auto *bookmarks = new QMenu(tr("Book&marks"), map);
    map->insertMenu(action(QStringLiteral("redraw")), bookmarks);
    connect(bookmarks, &QMenu::aboutToShow, this,
            [this, bookmarks] { m_bookmarks->fill(*bookmarks, action(QStringLiteral("addBookmark"))); });
    addMenu(tr("&Layer"), {"styleLayer", "exportLayer", "removeLayer"});
    makeViewMenu();
    addMenu(tr("&Help"), {"tour_read", "tour_mark", "tour_import", "tour_behind", "-", "plugins", "about"});
}

void MainWindow::makeViewMenu()
{
    QMenu *view = menuBar()->addMenu(tr("&View"));
    for (const QDockWidget *dock : m_panels->docks()) {
        view->addAction(dock->toggleViewAction());
    }
    view->addAction(action(QStringLiteral("resetPanels")));
    view->addSeparator();
    QMenu *languages = view->addMenu(tr("L&anguage / 语言"));
    languages->addAction(action(QStringLiteral("languageZh")));
    languages->addAction(action(QStringLiteral("languageEn")));
    QMenu *themes = view->addMenu(tr("L&ook"));
    themes->addAction(action(QStringLiteral("themeLight")));
    themes->addAction(action(QStringLiteral("themeDark")));
    view->addSeparator();
    view->addAction(action(QStringLiteral("magnifier")));
    view->addAction(action(QStringLiteral("warBoard")));
    view->addAction(action(QStringLiteral("fullScreen")));
}

void MainWindow::makeToolBar()
{
    m_toolBar = addToolBar(tr("Tools"));
    m_toolBar->setObjectName(QStringLiteral("toolBar"));
    m_toolBar->setMovable(false);
    m_toolBar->setContextMenuPolicy(Qt::PreventContextMenu);
    m_toolBar->setIconSize({20, 20});
    for (const char *name :
         {"openProject", "import",   "-",        "toolSelect", "toolLasso",   "toolPan", "toolZoomBox",
          "measure",     "-",        "zoomFull", "viewBack",   "viewForward", "-",       "mark",
          "markMode",    "editMode", "undo",     "redo",       "-",           "saveMap", "report"}) {
        if (*name == '-') {
            m_toolBar->addSeparator();
        } else {
            m_toolBar->addAction(action(QString::fromLatin1(name)));
        }
    }
    makeEditing();
    m_toolBar->addSeparator();
    auto *word = new QLabel(tr("As of"));
    word->setContentsMargins(6, 0, 6, 0);
    m_toolBar->addWidget(word);
    m_asOf = makeDateEdit(m_view.asOf());
    m_asOf->setObjectName(QStringLiteral("asOf"));
    m_asOf->setAccessibleName(tr("As of"));
    m_asOf->setToolTip(tr("The day for which map, figures and cards are shown"));
    m_toolBar->addWidget(m_asOf);
    auto *space = new QWidget;
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_toolBar->addWidget(space);
    m_search = new SearchBox(m_bench);
    m_toolBar->addWidget(m_search);
    connect(m_search, &SearchBox::areaFound, m_mapController.get(), &MapController::zoomToArea);
    connect(m_search, &SearchBox::featureFound, m_mapController.get(), &MapController::zoomToSelectionSoon);
    // Typing is over: the keys are for the map again, Ctrl+Z for the project.
    connect(m_search, &SearchBox::positionFound, m_map, [this](Point position) {
        m_mapController->zoomToPlace(position);
        m_map->setFocus();
    });
    connect(m_map, &MapView::extentChanged, m_search,
            [this](const MapExtent &extent) { m_search->setNear(extent.centre); });
    connect(m_search, &SearchBox::areaFound, m_map, [this] { m_map->setFocus(); });
    connect(m_search, &SearchBox::featureFound, m_map, [this] { m_map->setFocus(); });
    connect(m_asOf, &QDateEdit::dateChanged, this, [this] { m_view.setAsOf(dayOf(*m_asOf)); });
    connect(&m_view, &ViewState::asOfChanged, m_asOf, [this] { setDay(*m_asOf, m_view.asOf()); });
}

void MainWindow::fillRecentMenu()
{
    m_recentMenu->clear();
    for (const QString &path : m_settings.recentProjects()) {
        m_recentMenu->addAction(QFileInfo(path).completeBaseName(), this, [this, path] { openProject(path); })
            ->setToolTip(path);
    }
    if (m_recentMenu->isEmpty()) {
        m_recentMenu->addAction(tr("None yet"))->setEnabled(false);
    }
}

void MainWindow::makeEditing()
{
    auto *editing = new Editing(m_bench, *m_map, *static_cast<QBoxLayout *>(m_mapPage->layout()), m_toolBar);
    editing->setObjectName(QStringLiteral("editing"));
    QAction *mode = action(QStringLiteral("editMode"));
    connect(mode, &QAction::toggled, editing, &Editing::setOn);
    connect(editing, &Editing::onChanged, mode, &QAction::setChecked);
    connect(findChild<CheckPanel *>(), &CheckPanel::previewChanged, editing, &Editing::showPreview);
    for (const char *tool : {"toolSelect", "toolLasso", "toolPan", "toolZoomBox"}) {
        connect(action(QString::fromLatin1(tool)), &QAction::triggered, editing, &Editing::restTool);
    }
}

void MainWindow::setTool(MapView::Tool tool)
{
    m_map->setTool(tool);
    m_lasso->hide();
    action(QStringLiteral("toolLasso"))->setChecked(false);
    action(QStringLiteral("toolSelect"))->setChecked(tool == MapView::Tool::Select);
    action(QStringLiteral("toolPan"))->setChecked(tool == MapView::Tool::Pan);
    action(QStringLiteral("toolZoomBox"))->setChecked(tool == MapView::Tool::ZoomBox);
}

void MainWindow::setLasso(bool on)
{
    setTool(MapView::Tool::Select);
    m_lasso->setVisible(on);
    action(QStringLiteral("toolSelect"))->setChecked(!on);
    action(QStringLiteral("toolLasso"))->setChecked(on);
}

} // namespace cuntu::ui
