// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_window.h"

#include "maps/basemap/map_rasters.h"
#include "ui/content/photo_files.h"
#include "ui/dialogs/ask_file.h"
#include "ui/i18n/translations.h"
#include "ui/panels/knowledge_bar.h"
#include "ui/panels/marking_bar.h"
#include "ui/panels/measure_bar.h"
#include "ui/panels/message_panel.h"
#include "ui/panels/profile_panel.h"
#include "ui/panels/status_bar.h"
#include "ui/panels/stretch_bar.h"
#include "ui/panels/time_slider.h"
#include "ui/panels/war_board.h"
#include "ui/panels/welcome_page.h"
#include "ui/window/bookmarks.h"
#include "ui/window/edit_sheet.h"
#include "ui/window/graticule_sheet.h"
#include "ui/window/lasso.h"
#include "ui/window/map_tips.h"
#include "ui/window/sample.h"
#include "ui/window/tile_fetcher.h"
#include "ui/window/undo_keys.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDateEdit>
#include <QDialog>
#include <QDropEvent>
#include <QFileInfo>
#include <QKeyEvent>
#include <QMenuBar>
#include <QMimeData>
#include <QStackedWidget>
#include <QToolBar>
#include <QVBoxLayout>

#include <exception>
#include <tuple>

namespace cuntu::ui {
namespace {

const QString k_geometry = QStringLiteral("window/geometry");
const QString k_state = QStringLiteral("window/panels");
const QString k_projectEnding = QStringLiteral(".cuntu");

} // namespace

MainWindow::MainWindow(QApplication &app, const WindowOptions &options)
    : m_app(app),
      m_options(options),
      m_session(options.plugins.registry, m_settings, m_jobs, m_log),
      m_projectActions(m_session, m_view, m_settings, m_jobs, m_log),
      m_bench{m_settings, m_jobs, m_log, m_session, m_view, m_projectActions, themeFor(m_settings.isDark())},
      m_look(m_session, m_view, m_settings),
      m_imports(m_bench, this)
{
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    setDockNestingEnabled(true);
    app.installEventFilter(new UndoKeys(this));
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    applyTheme(app, m_bench.theme);
    m_layout = m_settings.value(k_state).toByteArray();
    connectSession();
    m_session.setPreparation([this](const QString &path) {
        return [look = m_look.expectedLook(path)](const Immutable<ProjectState> &state, const JobContext &job) {
            // Reads what the first map needs into the project's cache. What fails here, a plugin's part for one, fails
            // again when it is drawn, and is said then; the project opens all the same.
            try {
                const Day day = state->asOf.value_or(Day::today());
                std::ignore = buildScene(sceneRequest(state, look(*state), {}, day), job);
            } catch (const std::exception &) {
                return;
            }
        };
    });
    openFirst(); // in a job, while the window is built
    makePages();
    build();
    applyStyleSheet(app, m_bench.theme);
    resize(1360, 860);
    restoreGeometry(m_settings.value(k_geometry).toByteArray());
    for (const PluginReport &report : m_options.plugins.reports) {
        if (report.state != PluginState::Active) {
            m_log.fail(report.reason);
        }
    }
}

MainWindow::~MainWindow()
{
    m_session.disconnect(this);
    tearDown();
    // What waits for jobs ends before them: dialogs that are still open, and the sheet and the pins, children of the
    // map.
    qDeleteAll(findChildren<QDialog *>(Qt::FindDirectChildrenOnly));
    delete m_stretchSheet;
    m_stamp.reset();
    m_caseMarks.reset();
    m_photoMarks.reset();
    m_tips.reset();
    m_tiles.reset();
    m_mapController.reset();
}

void MainWindow::openFirst()
{
    if (!m_options.project.isEmpty()) {
        openProject(m_options.project);
    } else if (m_options.openSample || !m_options.openTask.isEmpty()) {
        openSample(m_options.openTask, false);
    }
}

void MainWindow::makePages()
{
    m_pages = new QStackedWidget(this);
    m_mapPage = new QWidget;
    auto *layout = new QVBoxLayout(m_mapPage);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    m_map = new MapView;
    m_map->setObjectName(QStringLiteral("map"));
    m_map->setTool(MapView::Tool::Select);
    m_map->setAcceptDrops(false);
    layout->addWidget(m_map, 1);
    m_pages->addWidget(m_mapPage);
    setCentralWidget(m_pages);
    m_graticule = new GraticuleSheet(*m_map); // below the sheets that take the mouse
    m_lasso = new Lasso(*m_map);
    m_stretchSheet = new StretchSheet(m_bench, *m_map);
    m_profileSheet = new EditSheet(*m_map);
    m_profileSheet->setObjectName(QStringLiteral("profileSheet"));
    m_look.follow(m_map);
    m_mapController = std::make_unique<MapController>(m_bench, m_look, *m_map);
    m_tiles = std::make_unique<TileFetcher>(m_bench, *m_map);
    m_tips = std::make_unique<MapTips>(m_bench, *m_mapController, *m_map);
    m_bookmarks = new Bookmarks(m_bench, *m_map, this);
    m_caseMarks = std::make_unique<CaseMarks>(m_bench, *m_map);
    m_photoMarks = std::make_unique<PhotoMarks>(m_bench, *m_map);
    connect(m_lasso, &Lasso::drawn, m_mapController.get(), &MapController::pickInside);
    connect(m_lasso, &Lasso::clicked, m_mapController.get(), &MapController::pickAt);
    m_stamp = std::make_unique<FirstMapStamp>(m_session, *m_mapController, *m_map);
}

void MainWindow::connectSession()
{
    connect(&m_session, &Session::opened, this, [this] {
        m_view.reset(Day::today());
        connect(
            &m_session, &Session::stateChanged, this,
            [this] {
                if (m_session.state()->readOnly) {
                    m_log.warn(tr("Read-only: %1").arg(m_session.state()->readOnlyReason));
                }
            },
            Qt::SingleShotConnection);
        showProjectOrWelcome();
        m_map->setFocus(); // arrow keys move the map, and no field swallows a shortcut
        if (!m_taskToShow.isEmpty()) {
            m_panels->showGuide(std::exchange(m_taskToShow, {}));
        }
    });
    connect(&m_session, &Session::closed, this, [this] {
        m_layout = saveState();
        m_view.reset(Day::today());
        showProjectOrWelcome();
    });
    connect(&m_session, &Session::stateChanged, this,
            [this] { setWindowTitle(tr("%1 – Cuntu").arg(m_session.state()->name)); });
}

void MainWindow::build()
{
    m_messageBar = new MessageBar(m_bench);
    static_cast<QVBoxLayout *>(m_mapPage->layout())->insertWidget(0, m_messageBar);
    m_timeSlider = new TimeSlider(m_bench);
    m_mapPage->layout()->addWidget(m_timeSlider);
    m_welcome = new WelcomePage(m_bench);
    m_pages->addWidget(m_welcome);
    connect(m_welcome, &WelcomePage::newRequested, this, &MainWindow::askNewProject);
    connect(m_welcome, &WelcomePage::openRequested, this, &MainWindow::askOpenProject);
    connect(m_welcome, &WelcomePage::recentRequested, this, &MainWindow::openProject);
    connect(m_welcome, &WelcomePage::sampleRequested, this, [this](const QString &task) { openSample(task, false); });
    connect(m_welcome, &WelcomePage::sampleAnewRequested, this, [this] { openSample({}, true); });
    m_actions = std::make_unique<WindowActions>(m_bench, this);
    makeFileActions();
    makeEditActions();
    makeMapActions();
    makeViewActions();
    makeHelpActions();
    m_panels = std::make_unique<WindowPanels>(m_bench, *m_mapController, *m_map, this);
    m_panels->profile().setSheet(m_profileSheet);
    connectPanels();
    makeMarking();
    makeStretches();
    makeMeasuring();
    makeKnowledge();
    makeToolBar();
    keepOneSheet();
    makeMenus();
    auto *status = new StatusBar(m_bench, *m_map);
    connect(status, &StatusBar::asOfClicked, this, [this] { m_asOf->setFocus(); });
    setStatusBar(status);
    m_mapMenu = std::make_unique<MapMenu>(m_bench, *m_mapController, *m_map, *m_actions);
    m_map->setEmptyText(
        tr("Nothing to draw yet.\nDrop files here, or press Ctrl+I, to bring in areas, settlements and works."));
    m_map->setMapBackground(m_bench.theme.dark ? QColor(0x26, 0x2A, 0x2F) : QColor(Qt::white));
    showProjectOrWelcome();
}

void MainWindow::tearDown()
{
    delete m_warBoard;
    m_mapMenu.reset();
    m_panels.reset();
    delete m_toolBar;
    m_toolBar = nullptr;
    menuBar()->clear();
    m_actions.reset();
    setStatusBar(nullptr);
    delete m_welcome;
    m_welcome = nullptr;
    m_mapController->setOnlyLayer({});
    delete m_marking;
    m_marking = nullptr;
    m_stretchSheet->hide();
    delete m_stretches;
    m_stretches = nullptr;
    delete m_measure;
    m_measure = nullptr;
    delete m_knowledge;
    m_knowledge = nullptr;
    delete m_timeSlider;
    m_timeSlider = nullptr;
    delete m_messageBar;
    m_messageBar = nullptr;
}

void MainWindow::rebuild()
{
    const QString task = m_panels->currentTask();
    if (m_session.hasProject()) {
        m_layout = saveState();
    }
    setUpdatesEnabled(false);
    tearDown();
    build();
    if (!task.isEmpty()) {
        m_panels->showGuide(task);
    }
    setUpdatesEnabled(true);
}

void MainWindow::switchLanguage(Language language)
{
    m_settings.setLanguage(language);
    useLanguage(m_app, language);
    rebuild();
    // Names of layers and legends are in the snapshot's texts: read and drawn anew.
    m_session.refresh();
}

void MainWindow::switchTheme(bool dark)
{
    m_settings.setDark(dark);
    m_bench.theme = themeFor(dark);
    applyTheme(m_app, m_bench.theme);
    rebuild();
    applyStyleSheet(m_app, m_bench.theme);
}

void MainWindow::showProjectOrWelcome()
{
    const bool open = m_session.hasProject();
    m_pages->setCurrentWidget(open ? m_mapPage : static_cast<QWidget *>(m_welcome));
    m_panels->setShown(open, m_layout);
    m_toolBar->setVisible(open);
    if (!open) {
        m_welcome->fillRecent();
        setWindowTitle(tr("Cuntu"));
    }
}

void MainWindow::openProject(const QString &path)
{
    m_session.open(path);
}

void MainWindow::openSample(const QString &task, bool anew)
{
    if (!anew && QFileInfo::exists(samplePath())) {
        m_taskToShow = task;
        openProject(samplePath());
        return;
    }
    makeSampleCopy(task);
}

void MainWindow::makeSampleCopy(const QString &task)
{
    using Shared = std::shared_ptr<Project>;
    m_session.close();
    m_jobs.run(
        JobRunner::Kind::Shown, tr("Making the sample's working copy"), this,
        [folder = m_options.sampleFolder, registry = m_session.sharedRegistry()](const JobContext &job) {
            return makeSample(folder, registry, job);
        },
        [this, task](Result<Shared> project) {
            if (!project) {
                m_log.fail(project.error());
                return;
            }
            m_taskToShow = task;
            m_session.adopt(std::move(*project));
        });
}

void MainWindow::takeFiles(const QStringList &paths)
{
    for (const QString &path : paths) {
        if (path.endsWith(k_projectEnding, Qt::CaseInsensitive)) {
            openProject(path);
            return;
        }
    }
    if (!paths.isEmpty() && std::all_of(paths.begin(), paths.end(), isPhotoPath)) {
        showPhotoDialog(paths);
        return;
    }
    QStringList tables;
    QStringList rasters;
    for (const QString &path : paths) {
        (isRasterName(path) ? rasters : tables) << path;
    }
    if (!rasters.isEmpty() && m_session.canWrite()) {
        m_projectActions.addRasters(rasters);
    }
    if (!tables.isEmpty() || !m_session.canWrite()) {
        m_imports.add(m_session.canWrite() ? tables : paths); // which says what is missing where nothing can be written
    }
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent *event)
{
    QStringList paths;
    for (const QUrl &url : event->mimeData()->urls()) {
        if (url.isLocalFile()) {
            paths << url.toLocalFile();
        }
    }
    if (!paths.isEmpty()) {
        event->acceptProposedAction();
        takeFiles(paths);
    }
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    // Nobody wanted the key: where it belongs to an action that is off, say why nothing happens.
    const QString why = m_actions->obstacleOf(QKeySequence(event->keyCombination()));
    if (!why.isEmpty() && !event->isAutoRepeat()) {
        m_log.info(why);
        return;
    }
    QMainWindow::keyPressEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_settings.setValue(k_geometry, saveGeometry());
    m_settings.setValue(k_state, m_session.hasProject() ? saveState() : m_layout);
    QMainWindow::closeEvent(event);
}

} // namespace cuntu::ui
