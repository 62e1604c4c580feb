// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/analysis_desk.h"

#include "ui/dialogs/adopt_dialog.h"
#include "ui/dialogs/compare_window.h"
#include "ui/panels/analysis_panel.h"
#include "ui/panels/run_panel.h"
#include "ui/panels/weighing_panel.h"
#include "ui/window/map_controller.h"

#include <algorithm>

namespace cuntu::ui {

AnalysisDesk::AnalysisDesk(Workbench &bench, MapController &map, QWidget *window, QObject *parent)
    : QObject(parent),
      m_bench(bench),
      m_map(map),
      m_window(window),
      m_analysis(bench),
      m_panel(new AnalysisPanel(bench, m_analysis)),
      m_result(new RunPanel(bench, m_analysis)),
      m_weighing(bench),
      m_weighingPanel(new WeighingPanel(bench, m_analysis, m_weighing))
{
    connectWeighing();
    connect(&m_analysis, &Analysis::finished, this, &AnalysisDesk::takeRun);
    connect(&bench.session, &Session::stateChanged, this, &AnalysisDesk::showLayers);
    connect(m_panel, &AnalysisPanel::runPicked, this, &AnalysisDesk::showRun);
    connect(m_panel, &AnalysisPanel::compareRequested, this, &AnalysisDesk::compare);
    connect(m_panel, &AnalysisPanel::adoptRequested, this, &AnalysisDesk::askAdopt);
    connect(m_result, &RunPanel::adoptRequested, this, &AnalysisDesk::askAdopt);
    connect(m_result, &RunPanel::featurePicked, &map, &MapController::zoomToSelectionSoon);
    connect(m_result, &RunPanel::zoomRequested, this, &AnalysisDesk::zoomSoon);
    connect(&map, &MapController::legendsChanged, this, &AnalysisDesk::zoomIfShown);
}

AnalysisDesk::~AnalysisDesk()
{
    delete m_compare;
    delete m_adopt;
}

void AnalysisDesk::connectWeighing()
{
    connect(&m_weighing, &LandWeighing::scored, this, [this](const QString &file) {
        constexpr double k_opacity = 0.75; // what lies below is seen through it
        m_map.setPassingRaster(RenderRaster{file, k_opacity, false});
    });
    connect(&m_weighing, &LandWeighing::cleared, this, [this] { m_map.setPassingRaster(std::nullopt); });
    connect(&m_map, &MapController::pointedAt, m_weighingPanel, &WeighingPanel::showPlace);
}

void AnalysisDesk::takeRun(const KeptRun &run)
{
    if (const QString scores = run.figures[QString::fromUtf16(k_scoreFileParameter)].toString();
        !scores.isEmpty() && m_bench.session.canWrite()) {
        m_bench.actions.addRasters({scores});
    }
    m_toShow = run.layers;
    m_result->setRun(run);
    Q_EMIT resultShown();
    showLayers();
}

void AnalysisDesk::showRun(qint64 run)
{
    if (const RunLine *line = m_analysis.find(run)) {
        m_toShow.clear();
        m_result->setRun(KeptRun(line->run));
        Q_EMIT resultShown();
    }
}

/// Once the state knows the layers of a new result: they are seen, and the map goes to the first that has a place.
void AnalysisDesk::showLayers()
{
    const Immutable<ProjectState> state = m_bench.session.state();
    const bool isThere = state && !m_toShow.isEmpty() &&
                         std::all_of(m_toShow.begin(), m_toShow.end(),
                                     [&state](const QString &layer) { return state->findLayer(layer) != nullptr; });
    if (!isThere) {
        return;
    }
    QString first;
    for (const QString &layer : std::exchange(m_toShow, {})) {
        m_bench.view.setVisible(layer, true);
        const LayerInfo &info = *state->findLayer(layer);
        if (first.isEmpty() && info.features > 0 && info.schema.geometry != GeometryType::None) {
            first = layer;
        }
    }
    if (!first.isEmpty()) {
        zoomSoon(first);
    }
}

void AnalysisDesk::zoomSoon(const QString &layer)
{
    m_zoomTo = layer;
    zoomIfShown();
}

void AnalysisDesk::zoomIfShown()
{
    if (!m_zoomTo.isEmpty() && m_map.legends().contains(m_zoomTo)) {
        m_map.zoomToLayer(std::exchange(m_zoomTo, {}));
    }
}

CompareWindow *AnalysisDesk::openCompare()
{
    if (!m_compare) {
        m_compare = new CompareWindow(m_bench, m_analysis, m_window);
        m_compare->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_compare, &CompareWindow::adoptRequested, this, &AnalysisDesk::askAdopt);
    }
    m_compare->show();
    m_compare->raise();
    m_compare->activateWindow();
    return m_compare;
}

void AnalysisDesk::compare(const std::vector<qint64> &runs)
{
    if (runs.size() >= 2) {
        std::vector<qint64> ordered = runs;
        std::sort(ordered.begin(), ordered.end()); // the oldest first: differences are to it
        openCompare()->showRuns(ordered);
    }
}

void AnalysisDesk::compareDays()
{
    constexpr int k_year = 365;
    openCompare()->showDays(m_bench.view.asOf().plusDays(-k_year), m_bench.view.asOf());
}

void AnalysisDesk::askAdopt(qint64 run)
{
    const RunLine *line = m_analysis.find(run);
    if (line == nullptr || !m_bench.session.canWrite()) {
        return;
    }
    delete m_adopt;
    m_adopt = new AdoptDialog(m_bench, line->run, m_window);
    m_adopt->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_adopt, &QDialog::accepted, this, [this, run] { m_bench.actions.adoptRun(run, m_adopt->who()); });
    connect(m_adopt, &QDialog::finished, m_window, &QWidget::activateWindow, Qt::QueuedConnection);
    m_adopt->open();
}

} // namespace cuntu::ui
