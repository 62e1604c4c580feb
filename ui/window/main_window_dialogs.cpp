// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_window.h"

#include "core/report/html.h"
#include "maps/compose/map_page.h"
#include "ui/content/report_content.h"
#include "ui/dialogs/ask_file.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/dialogs/export_list_dialog.h"
#include "ui/dialogs/mark_dialog.h"
#include "ui/dialogs/mark_list_dialog.h"
#include "ui/dialogs/photo_dialog.h"
#include "ui/dialogs/pick_where_dialog.h"
#include "ui/dialogs/poster_dialog.h"
#include "ui/dialogs/style_dialog.h"
#include "ui/dialogs/tiles_dialog.h"
#include "ui/panels/inspector_panel.h"
#include "ui/panels/knowledge_bar.h"
#include "ui/panels/layer_tree_panel.h"
#include "ui/panels/marking_bar.h"
#include "ui/panels/measure_bar.h"
#include "ui/panels/profile_panel.h"
#include "ui/panels/stretch_bar.h"
#include "ui/panels/war_board.h"
#include "ui/window/bookmarks.h"
#include "ui/window/graticule_sheet.h"

#include <QAction>
#include <QApplication>
#include <QDesktopServices>
#include <QFileInfo>
#include <QInputDialog>
#include <QMessageBox>
#include <QUrl>
#include <QVBoxLayout>

namespace cuntu::ui {
namespace {

/// A sheet of A3 across, 200 dots to the inch, that shows at least what the map on the screen shows.
MapPage sheetOf(const RenderRequest &shown)
{
    constexpr double k_pixelsPerMm = 200 / 25.4;
    MapPage page;
    page.request = shown;
    page.request.background = Qt::white;
    for (RenderLayer &layer : page.request.layers) {
        layer.selected.clear();
    }
    page.request.extent = MapExtent::fitting(
        shown.extent.box(), QSize(qRound(420 * k_pixelsPerMm), qRound(297 * k_pixelsPerMm)), k_pixelsPerMm, 0);
    return page;
}

} // namespace

void MainWindow::askNewProject()
{
    FileQuestion question{
        tr("New project: where is it kept?"), {tr("Cuntu projects (*.cuntu)")}, QStringLiteral("cuntu"), {}, true};
    askFile(this, question, [this](const QStringList &files) { m_session.create({files.front(), {}, {}}); });
}

void MainWindow::askOpenProject()
{
    askFile(this, {tr("Open a project"), {tr("Cuntu projects (*.cuntu)")}, {}, {}},
            [this](const QStringList &files) { openProject(files.front()); });
}

void MainWindow::askImport()
{
    FileQuestion question{tr("Import"), importFilters(), {}, {}};
    question.several = true;
    askFile(this, question, [this](const QStringList &files) { m_imports.add(files); });
}

void MainWindow::askExport(const QString &layer)
{
    if (!m_session.state()) {
        return;
    }
    auto *dialog = new ExportDialog(m_bench, layer, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { m_projectActions.exportData(dialog->order()); });
    connect(dialog, &QDialog::finished, this, &QWidget::activateWindow, Qt::QueuedConnection);
    dialog->open();
}

void MainWindow::askQgis()
{
    FileQuestion question{tr("A folder for the QGIS project"), {}, {}, {}};
    question.folder = true;
    askFile(this, question, [this](const QStringList &folders) { m_projectActions.exportQgis(folders.front()); });
}

void MainWindow::showExports()
{
    auto *dialog = new ExportListDialog(m_bench, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::askTiles()
{
    auto *dialog = new TilesDialog(m_bench, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { m_projectActions.addRasters({tileAddress(*dialog->service())}); });
    dialog->open();
}

void MainWindow::askRasters()
{
    FileQuestion question{
        tr("Add rasters"),
        {tr("Pictures, map tiles and terrains (*.tif *.tiff *.img *.jp2 *.hgt *.asc *.vrt *.mbtiles)"),
         tr("All files (*)")},
        {},
        {}};
    question.several = true;
    askFile(this, question, [this](const QStringList &files) { m_projectActions.addRasters(files); });
}

void MainWindow::askPhotos()
{
    FileQuestion question{tr("Photos"),
                          {tr("Photos (*.jpg *.jpeg *.JPG *.JPEG *.png *.tif *.tiff *.webp)"), tr("All files (*)")},
                          {},
                          {}};
    question.several = true;
    askFile(this, question, [this](const QStringList &files) { showPhotoDialog(files); });
}

void MainWindow::showPhotoDialog(const QStringList &paths)
{
    if (!m_session.canWrite()) {
        m_log.warn(m_session.hasProject() ? tr("The project is read-only: no photos can be added.")
                                          : tr("Open or make a project first, then add photos to it."));
        return;
    }
    auto *dialog = new PhotoDialog(m_bench, paths, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { m_projectActions.addPhotos(dialog->photos(), dialog->who()); });
    connect(dialog, &QDialog::finished, this, &QWidget::activateWindow, Qt::QueuedConnection);
    dialog->open();
}

void MainWindow::askSaveMap()
{
    MapPage page = sheetOf(m_map->request());
    const Overlay *overlay = m_session.registry().findOverlay(m_view.overlay());
    page.title = overlay ? QStringLiteral("%1 · %2").arg(m_session.state()->name, overlay->name.toString())
                         : m_session.state()->name;
    page.dateLine = tr("State as of %1").arg(m_view.asOf().toText());
    page.sourceLine = m_session.state()->crs.name();
    page.graticule = !m_graticule->isHidden();
    FileQuestion question{tr("Save the map"),
                          {tr("PDF for print (*.pdf)"), tr("Picture (*.png)"), tr("Drawing (*.svg)")},
                          QStringLiteral("pdf"),
                          page.title + QStringLiteral(".pdf"),
                          true};
    askFile(this, question, [this, page](const QStringList &files) {
        m_jobs.run(
            JobRunner::Kind::Shown, tr("Drawing the map"), this,
            [page, file = files.front()](const JobContext &job) { return renderToFile(page, file, job); },
            [this, file = files.front()](const Result<PageResult> &drawn) {
                if (drawn) {
                    m_log.info(tr("The map was saved: %1").arg(file));
                } else {
                    m_log.fail(drawn.error());
                }
            });
    });
}

void MainWindow::askPoster()
{
    if (!m_session.state()) {
        return;
    }
    auto *dialog = new PosterDialog(m_bench, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const PosterRequest request = dialog->request();
        const Overlay *overlay = m_session.registry().findOverlay(request.overlay);
        FileQuestion question{
            tr("Save the poster"),
            {tr("PDF for print (*.pdf)"), tr("Picture (*.png)"), tr("Drawing (*.svg)")},
            QStringLiteral("pdf"),
            QStringLiteral("%1 %2 %3.pdf")
                .arg(m_session.state()->name, overlay != nullptr ? overlay->name.toString() : QString(), request.paper),
            true};
        askFile(this, question, [this, request](const QStringList &files) { drawPoster(request, files.front()); });
    });
    dialog->open();
}

void MainWindow::drawPoster(const PosterRequest &request, const QString &file)
{
    m_jobs.run(
        JobRunner::Kind::Shown, tr("Drawing the poster"), this,
        [project = m_session.project(), snapshot = m_session.state()->snapshot, request,
         file](const JobContext &job) -> Result<PosterResult> {
            auto poster = makePoster(*project, *snapshot, request, job);
            return poster ? renderPosterToFile(*poster, file, job) : Result<PosterResult>(poster.error());
        },
        [this, file](const Result<PosterResult> &drawn) {
            if (!drawn) {
                m_log.fail(drawn.error());
            } else if (drawn->itemsLeftOut > 0) {
                m_log.warn(tr("The poster was saved: %1. %2 of the things left did not fit on it; a larger paper has "
                              "more room.")
                               .arg(file)
                               .arg(drawn->itemsLeftOut));
            } else {
                m_log.info(tr("The poster was saved: %1").arg(file));
            }
        });
}

void MainWindow::askReport()
{
    FileQuestion question{tr("Write a report"),
                          {tr("Report to print or send (*.html)")},
                          QStringLiteral("html"),
                          QStringLiteral("%1 %2.html").arg(m_session.state()->name, m_view.asOf().toIso()),
                          true};
    askFile(this, question, [this](const QStringList &files) {
        m_jobs.run(
            JobRunner::Kind::Shown, tr("Writing the report"), this,
            [project = m_session.project(), snapshot = m_session.state()->snapshot, day = m_view.asOf(),
             file = files.front()](const JobContext &job) -> Result<QString> {
                ReportRequest request;
                request.asOf = day;
                auto input = reportInput(*project, *snapshot, request, job);
                if (!input) {
                    return input.error();
                }
                auto written = writeHtml(buildReport(*input), file);
                return written ? Result<QString>(file) : Result<QString>(written.error());
            },
            [this](const Result<QString> &file) {
                if (!file) {
                    m_log.fail(file.error());
                    return;
                }
                m_log.info(tr("The report was written: %1").arg(*file));
                QDesktopServices::openUrl(QUrl::fromLocalFile(*file));
            });
    });
}

void MainWindow::askStyle(const QString &layer)
{
    const LayerInfo *info = m_session.state() ? m_session.state()->findLayer(layer) : nullptr;
    if (info == nullptr) {
        m_log.warn(tr("Choose a layer in the tree first."));
        return;
    }
    auto *dialog = new StyleDialog(m_bench, layer, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::askRemove(const QString &layer)
{
    const LayerInfo *info = m_session.state() ? m_session.state()->findLayer(layer) : nullptr;
    if (info == nullptr || info->role != QStringLiteral("layer")) {
        m_log.warn(tr("Choose a plain layer in the tree first; the layers of the project and its programmes stay."));
        return;
    }
    askBefore(this,
              tr("Remove the layer %1 with its %2 features from the project?")
                  .arg(info->schema.name.toString())
                  .arg(info->features),
              tr("Remove"), [this, layer] { m_projectActions.removeLayer(layer); });
}

void MainWindow::askMark()
{
    const auto &card = m_panels->inspector().card();
    if (!card || !(card->selection == m_view.selection())) {
        m_log.info(tr("The card is still being read; try again in a moment."));
        return;
    }
    auto *dialog = new MarkDialog(m_bench, *card, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { m_projectActions.mark(dialog->request()); });
    // The keys go on to the window, Ctrl+Z above all, also where no manager of windows sees to it.
    connect(dialog, &QDialog::finished, this, &QWidget::activateWindow, Qt::QueuedConnection);
    dialog->open();
}

void MainWindow::askMarkList()
{
    if (m_marking->lifeCycle() == nullptr) {
        return;
    }
    auto *dialog = new MarkListDialog(m_bench, m_marking->request({}), *m_marking->lifeCycle(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, m_marking, [this, dialog] {
        m_marking->mark({dialog->request().layer, dialog->request().features});
    });
    connect(dialog, &QDialog::finished, this, &QWidget::activateWindow, Qt::QueuedConnection);
    dialog->open();
}

void MainWindow::askWhere()
{
    const QString marked = m_marking->layer();
    const QString layer = marked.isEmpty() ? m_view.selection().layer : marked;
    auto *dialog = new PickWhereDialog(m_bench, layer, !marked.isEmpty(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const Selection picked = dialog->picked();
        m_view.setVisible(picked.layer, true); // what is picked is to be seen
        m_view.select(picked.layer, picked.features, SelectMode::Replace);
        m_mapController->zoomToSelectionSoon();
        if (m_marking->isOn()) {
            askBefore(this,
                      tr("Mark %n place(s) now, as the bar says?", nullptr, static_cast<int>(picked.features.size())),
                      tr("Mark"), [this, picked] { m_marking->mark(picked); });
        }
    });
    connect(dialog, &QDialog::finished, this, &QWidget::activateWindow, Qt::QueuedConnection);
    dialog->open();
}

void MainWindow::showWarBoard()
{
    if (!m_warBoard) {
        m_warBoard = new WarBoard(m_bench, this);
        m_warBoard->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_warBoard->show();
    m_warBoard->raise();
    m_warBoard->activateWindow();
}

void MainWindow::makeMarking()
{
    m_marking = new MarkingBar(m_bench);
    static_cast<QVBoxLayout *>(m_mapPage->layout())->insertWidget(1, m_marking);
    QAction *mode = action(QStringLiteral("markMode"));
    connect(mode, &QAction::toggled, m_marking, &MarkingBar::setOn);
    connect(m_marking, &MarkingBar::onChanged, mode, &QAction::setChecked);
    connect(m_marking, &MarkingBar::layerChanged, this, [this](const QString &layer) {
        m_mapController->setOnlyLayer(layer);
        if (!layer.isEmpty()) {
            m_view.setVisible(layer, true); // what cannot be seen cannot be clicked
        }
    });
    connect(m_marking, &MarkingBar::listRequested, this, &MainWindow::askMarkList);
    connect(m_marking, &MarkingBar::conditionRequested, this, &MainWindow::askWhere);
    connect(m_mapController.get(), &MapController::picked, m_marking, &MarkingBar::mark);
}

void MainWindow::makeStretches()
{
    m_stretches = new StretchBar(m_bench, *m_stretchSheet);
    static_cast<QVBoxLayout *>(m_mapPage->layout())->insertWidget(1, m_stretches);
    QAction *mode = action(QStringLiteral("markStretch"));
    connect(mode, &QAction::toggled, m_stretches, &StretchBar::setOn);
    connect(m_stretches, &StretchBar::onChanged, mode, &QAction::setChecked);
}

void MainWindow::makeMeasuring()
{
    m_measure = new MeasureBar(m_bench, *m_map);
    static_cast<QVBoxLayout *>(m_mapPage->layout())->insertWidget(1, m_measure);
    QAction *mode = action(QStringLiteral("measure"));
    connect(mode, &QAction::toggled, m_measure, &MeasureBar::setOn);
    connect(m_measure, &MeasureBar::onChanged, mode, &QAction::setChecked);
}

void MainWindow::askBookmark()
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("bookmarkDialog"));
    dialog->setWindowTitle(tr("Bookmark this view"));
    dialog->setLabelText(tr("Name of the bookmark; one of the same name is replaced"));
    connect(dialog, &QInputDialog::textValueSelected, m_bookmarks, [this](const QString &name) {
        if (!name.trimmed().isEmpty()) {
            m_bookmarks->add(name.trimmed());
        }
    });
    dialog->open();
}

/// Of the sheets over the map only one takes the mouse, and none where a tool of the map was chosen.
void MainWindow::keepOneSheet()
{
    const QStringList modes{QStringLiteral("editMode"), QStringLiteral("markStretch"), QStringLiteral("measure")};
    for (const QString &mode : modes) {
        connect(action(mode), &QAction::toggled, m_measure, [this, mode, modes](bool on) {
            if (!on) {
                return;
            }
            setTool(MapView::Tool::Select);
            m_panels->profile().stopDrawing();
            for (const QString &other : modes) {
                if (other != mode) { // which may have gone off again by itself meanwhile
                    action(other)->setChecked(false);
                }
            }
        });
    }
    for (const char *tool : {"toolSelect", "toolLasso", "toolPan", "toolZoomBox"}) {
        connect(action(QString::fromLatin1(tool)), &QAction::triggered, m_measure, [this] {
            m_measure->setOn(false);
            m_stretches->setOn(false);
            m_panels->profile().stopDrawing();
        });
    }
    connect(&m_panels->profile(), &ProfilePanel::drawingStarted, m_measure, [this, modes] {
        setTool(MapView::Tool::Select);
        for (const QString &mode : modes) {
            action(mode)->setChecked(false);
        }
    });
}

void MainWindow::makeKnowledge()
{
    m_knowledge = new KnowledgeBar(m_bench);
    static_cast<QVBoxLayout *>(m_mapPage->layout())->insertWidget(1, m_knowledge);
    QAction *lookBack = action(QStringLiteral("lookBack"));
    connect(lookBack, &QAction::toggled, m_knowledge, &KnowledgeBar::setOn);
    connect(m_knowledge, &KnowledgeBar::onChanged, lookBack, &QAction::setChecked);
    m_session.setKnowledge({}); // the bar that said otherwise is gone where the window was built anew
}

void MainWindow::connectPanels()
{
    LayerTreePanel &layers = m_panels->layers();
    connect(&layers, &LayerTreePanel::styleRequested, this, &MainWindow::askStyle);
    connect(&layers, &LayerTreePanel::exportRequested, this, &MainWindow::askExport);
    connect(&layers, &LayerTreePanel::removeRequested, this, &MainWindow::askRemove);
    connect(&layers, &LayerTreePanel::importRequested, this, &MainWindow::askImport);
    connect(&m_panels->inspector(), &InspectorPanel::markRequested, this, &MainWindow::askMark);
}

void MainWindow::showPlugins()
{
    QStringList lines;
    for (const PluginReport &report : m_options.plugins.reports) {
        const bool active = report.state == PluginState::Active;
        lines << QStringLiteral("%1 %2 – %3")
                     .arg(report.name.toString(), report.version, active ? tr("works") : report.reason.toText());
    }
    auto *box = new QMessageBox(QMessageBox::Information, tr("Programmes and plugins"),
                                lines.isEmpty() ? tr("No plugin was found.") : lines.join(QLatin1Char('\n')),
                                QMessageBox::Ok, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void MainWindow::showAbout()
{
    auto *box = new QMessageBox(
        QMessageBox::NoIcon, tr("About Cuntu"),
        tr("<b>Cuntu 村图 %1</b><p>A desktop GIS that keeps count of what was built in the villages of a county.</p>"
           "<p>Free software under the GNU General Public License, version 3 or later.</p>")
            .arg(QApplication::applicationVersion()),
        QMessageBox::Ok, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace cuntu::ui
