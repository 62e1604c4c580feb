// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/editing.h"

#include "core/geo/line_edit.h"
#include "core/project/line_features.h"
#include "core/project/vertex_edits.h"
#include "ui/dialogs/ask_file.h"
#include "ui/dialogs/new_feature_dialog.h"

#include <QBoxLayout>

namespace cuntu::ui {
namespace {

constexpr double k_meets_m = 0.5; ///< ends that far apart are one place when lines are merged
constexpr double k_metresPerDegree = 111'320;

} // namespace

Editing::Editing(Workbench &bench, MapView &map, QBoxLayout &page, QObject *parent)
    : QObject(parent), m_bench(bench), m_map(map), m_bar(new EditBar(bench)), m_sheet(new EditSheet(map))
{
    page.insertWidget(0, m_bar);
    connect(m_bar, &EditBar::closed, this, [this] { setOn(false); });
    connect(m_bar, &EditBar::layerChanged, this, &Editing::onLayer);
    connect(m_bar, &EditBar::toolChanged, this, [this](EditTool tool) {
        m_mergesInto = {};
        m_sheet->setTool(tool);
        m_map.setFocus();
    });
    connect(m_bar, &EditBar::optionsChanged, this, [this] { m_sheet->setSnapping(m_bar->snaps(), m_bar->reach_px()); });
    connect(m_sheet, &EditSheet::drawn, this, &Editing::onDrawn);
    connect(m_sheet, &EditSheet::tooEarly, this,
            [this] { m_bar->say(tr("Not enough vertices yet: go on drawing, or Esc to give up.")); });
    connect(m_sheet, &EditSheet::nothingThere, this,
            [this] { m_bar->say(tr("There is nothing of %1 here.").arg(m_bar->schema().name.toString())); });
    connect(m_sheet, &EditSheet::vertexDragged, this, &Editing::onVertex);
    connect(m_sheet, &EditSheet::vertexRemoved, this,
            [this](const SnapPlace &place) { applyVertices(tr("Taking out a vertex"), place, removeVertex); });
    connect(m_sheet, &EditSheet::featureDragged, this, &Editing::moveFeature);
    connect(m_sheet, &EditSheet::featureClicked, this, &Editing::onClicked);
    connect(&bench.session, &Session::stateChanged, m_bar, &EditBar::fillLayers);
    connect(&bench.session, &Session::closed, this, [this] { setOn(false); });
}

Editing::~Editing()
{
    delete m_bar;
    delete m_sheet;
}

void Editing::setOn(bool on)
{
    const bool wasOn = !m_bar->isHidden();
    if (on) {
        m_bar->fillLayers();
        m_bar->setLayer(m_bench.view.selection().layer);
        onLayer();
        m_sheet->setSnapping(m_bar->snaps(), m_bar->reach_px());
    }
    m_bar->setVisible(on);
    m_bar->setTool(on ? EditTool::Draw : EditTool::None);
    if (on != wasOn) {
        Q_EMIT onChanged(on);
    }
}

void Editing::onLayer()
{
    m_mergesInto = {};
    m_sheet->setLayer(m_bar->layer(), m_bar->schema().geometry);
    m_bar->say({});
}

const LayerSnapshot *Editing::shown() const
{
    for (const RenderLayer &layer : m_map.request().layers) {
        if (layer.id == m_bar->layer()) {
            return layer.snapshot.get();
        }
    }
    return nullptr;
}

FeatureId Editing::featureAt(std::uint32_t row) const
{
    const LayerSnapshot *layer = shown();
    return layer != nullptr && row < layer->size() ? layer->id(row) : FeatureId{};
}

void Editing::apply(const QString &title, const Work &work, const std::optional<Objection> &objection)
{
    const std::shared_ptr<Project> project = m_bench.session.project();
    if (!project || m_isBusy) {
        return;
    }
    if (!m_bench.session.canWrite()) {
        m_bench.log.warn(tr("Read-only: %1").arg(project->readOnlyReason()));
        m_sheet->drop();
        return;
    }
    m_isBusy = true;
    m_bench.jobs.run(
        JobRunner::Kind::Shown, title, this, [project, work](const JobContext &job) { return work(*project, job); },
        [this, title, objection](const Result<EditReport> &report) { take(report, title, objection); });
}

void Editing::take(const Result<EditReport> &report, const QString &title, const std::optional<Objection> &objection)
{
    m_isBusy = false;
    m_mergesInto = {};
    m_sheet->drop();
    m_bar->say({});
    if (report) {
        m_bench.log.info(tr("%1: done. Ctrl+Z takes it back.").arg(title));
        if (m_bar->tool() == EditTool::Remove) {
            m_bench.view.clearSelection();
        } else {
            m_bench.view.select(m_bar->layer(), {report->features.front()}, SelectMode::Replace);
        }
    } else if (objection && report.error().code == ErrorCode::Conflict) {
        askBefore(m_bar->window(), report.error().toText(), objection->yes,
                  [this, title, work = objection->work] { apply(title, work); });
    } else {
        m_bench.log.fail(report.error());
    }
}

void Editing::onDrawn(const Geometry &geometry)
{
    auto *dialog = new NewFeatureDialog(m_bar->schema(), m_bar->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_sheet->showPreview({}, {geometry});
    connect(dialog, &QDialog::accepted, this, [this, dialog, geometry] { add(geometry, dialog->fields()); });
    connect(dialog, &QDialog::rejected, this, [this] { m_sheet->showPreview({}, {}); }); // the drawing goes on
    dialog->open();
}

void Editing::add(const Geometry &geometry, const std::map<QString, Value> &fields)
{
    FeatureEdit edit;
    edit.kind = FeatureEdit::Kind::Add;
    edit.layer = m_bar->layer();
    edit.geometry = geometry;
    edit.fields = fields;
    const QString title = tr("Drawing in %1").arg(m_bar->schema().name.toString());
    apply(title, [request = EditRequest{title, m_bench.settings.who(), {edit}}](Project &project, const JobContext &) {
        return editFeatures(project, request);
    });
}

void Editing::moveFeature(std::uint32_t row, double east, double north)
{
    const LayerSnapshot *layer = shown();
    if (layer == nullptr || row >= layer->size()) {
        return;
    }
    FeatureEdit edit;
    edit.layer = m_bar->layer();
    edit.feature = layer->id(row);
    edit.geometry = moved(layer->geometry().geometry(row), east, north);
    const QString title = tr("Moving in %1").arg(m_bar->schema().name.toString());
    apply(title, [request = EditRequest{title, m_bench.settings.who(), {edit}}](Project &project, const JobContext &) {
        return editFeatures(project, request);
    });
}

void Editing::applyVertices(
    const QString &title, const SnapPlace &place,
    std::function<Result<std::vector<FeatureEdit>>(const LayerSnapshot &, const VertexChange &)> edits)
{
    const LayerSnapshot *layer = shown();
    const FeatureId feature = featureAt(place.row);
    if (layer == nullptr || feature.isNone()) {
        return;
    }
    VertexChange vertex{feature, place.point, {}, m_bar->isShared()};
    vertex.position = layer->geometry().geometry(place.row).points.at(place.point);
    apply(title,
          [layerId = m_bar->layer(), vertex, edits, title,
           who = m_bench.settings.who()](Project &project, const JobContext &job) -> Result<EditReport> {
              const auto snapshot = project.snapshot();
              const auto now =
                  snapshot ? (*snapshot)->layer(layerId, {}, job) : Result<Immutable<LayerSnapshot>>(snapshot.error());
              auto made = now ? edits(**now, vertex) : Result<std::vector<FeatureEdit>>(now.error());
              return made ? editFeatures(project, {title, who, std::move(*made)}) : Result<EditReport>(made.error());
          });
}

void Editing::onVertex(const SnapPlace &place, Point to, bool isNew)
{
    if (isNew) {
        applyVertices(tr("Adding a vertex"), place, [to](const LayerSnapshot &layer, const VertexChange &vertex) {
            return insertVertex(layer, vertex, to);
        });
    } else {
        applyVertices(tr("Moving a vertex"), place, [to](const LayerSnapshot &layer, const VertexChange &vertex) {
            return moveVertex(layer, vertex, to);
        });
    }
}

void Editing::onClicked(std::uint32_t row, Point place)
{
    const FeatureId feature = featureAt(row);
    const QString layer = m_bar->layer();
    const QString who = m_bench.settings.who();
    switch (m_bar->tool()) {
    case EditTool::Split:
        apply(tr("Splitting a line"),
              [=](Project &project, const JobContext &) { return splitFeature(project, layer, feature, place, who); });
        break;
    case EditTool::Reverse:
        apply(tr("Turning a line round"),
              [=](Project &project, const JobContext &) { return reverseFeature(project, layer, feature, who); });
        break;
    case EditTool::Merge:
        if (m_mergesInto.isNone()) {
            m_mergesInto = feature;
            m_sheet->showPreview({shown()->geometry().geometry(row)}, {});
            m_bar->say(tr("Now click the line that joins it; Esc to give up."));
        } else {
            merge(m_mergesInto, feature);
        }
        break;
    case EditTool::Remove:
        remove(feature);
        break;
    case EditTool::None:
    case EditTool::Draw:
    case EditTool::Vertices:
    case EditTool::Move:
        break;
    }
}

void Editing::merge(FeatureId kept, FeatureId other)
{
    const double tolerance = m_map.request().crs.isGeographic() ? k_meets_m / k_metresPerDegree : k_meets_m;
    const auto work = [=, layer = m_bar->layer(), who = m_bench.settings.who()](bool evenIfDifferent) {
        return Work([=](Project &project, const JobContext &) {
            return mergeFeatures(project, layer, kept, other, tolerance, evenIfDifferent, who);
        });
    };
    apply(tr("Merging two lines"), work(false), Objection{tr("Merge all the same"), work(true)});
}

void Editing::remove(FeatureId feature)
{
    FeatureEdit edit;
    edit.kind = FeatureEdit::Kind::Remove;
    edit.layer = m_bar->layer();
    edit.feature = feature;
    const QString title = tr("Removing from %1").arg(m_bar->schema().name.toString());
    const auto work = [=, who = m_bench.settings.who()](bool isTakenBack) {
        FeatureEdit removal = edit;
        removal.ledger.isTakenBack = isTakenBack;
        return Work([request = EditRequest{title, who, {removal}}](Project &project, const JobContext &) {
            return editFeatures(project, request);
        });
    };
    apply(title, work(false), Objection{tr("It was entered by mistake: remove it"), work(true)});
}

} // namespace cuntu::ui
