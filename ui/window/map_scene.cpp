// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/map_scene.h"

#include "maps/style/legend_text.h"
#include "ui/window/doubt.h"
#include "ui/window/layer_look.h"
#include "ui/window/text.h"

namespace cuntu::ui {
namespace {

/// How often each of @p classes occurs in @p rows.
std::vector<qint64> counts(std::size_t classes, const std::vector<std::uint8_t> &rows)
{
    std::vector<qint64> result(classes, 0);
    for (const std::uint8_t row : rows) {
        if (row < classes) {
            ++result[row];
        }
    }
    return result;
}

/// Adds a line for each class that occurs; where layers of an overlay share a class they share its line.
void addLines(std::vector<LegendLine> &legend, const std::vector<OverlayClass> &classes,
              const std::vector<qint64> &numbers, GeometryType geometry)
{
    for (std::size_t i = 0; i < classes.size(); ++i) {
        if (numbers[i] == 0) {
            continue;
        }
        const LegendLine line{classes[i].name.toString(), QColor::fromRgb(0xFF000000U | classes[i].colour),
                              classes[i].marking, geometry, numbers[i]};
        const auto same = std::find_if(legend.begin(), legend.end(), [&line](const LegendLine &each) {
            return each.text == line.text && each.colour == line.colour && each.marking == line.marking &&
                   each.geometry == line.geometry;
        });
        if (same == legend.end()) {
            legend.push_back(line);
        } else {
            same->count += line.count;
        }
    }
}

std::vector<LegendLine> styleLegend(const LayerStyle &style, const LayerSchema &schema)
{
    const auto lineOf = [&schema](const Symbol &symbol, const QString &text) {
        const bool outlined = schema.geometry == GeometryType::Polygon && symbol.fill.alpha() == 0;
        const QColor colour = outlined || schema.geometry == GeometryType::Line ? symbol.stroke : symbol.fill;
        return LegendLine{text, colour, outlined ? Marking::Hollow : symbol.marking, schema.geometry, -1};
    };
    if (!style.hasClasses()) {
        return {lineOf(style.symbol, QString())};
    }
    std::vector<LegendLine> legend;
    for (std::size_t i = 0; i < style.classes.size(); ++i) {
        legend.push_back(lineOf(style.classes[i].symbol, classText(style, i, schema)));
    }
    return legend;
}

/// Builds one scene; the steps are its members, in order.
class SceneBuilder {
public:
    SceneBuilder(const SceneRequest &request, const JobContext &job) : m_request(request), m_job(job) {}

    Result<Scene> build()
    {
        classifyOverlay();
        QStringList below; // layers that an overlay covers
        QStringList above; // and those drawn over it
        for (const QString &layer : m_request.visible) {
            if (!isCovered(layer)) {
                (isBesides(layer) ? above : below) << layer;
            }
        }
        addLayers(below);
        addOverlay();
        addLayers(above);
        if (m_job.isCancelled()) {
            return cancelledError();
        }
        return std::move(m_scene);
    }

private:
    void classifyOverlay()
    {
        m_overlay = m_request.state->registry->findOverlay(m_request.overlay);
        if (m_overlay == nullptr) {
            return;
        }
        auto parameters = ParameterValues::parse(m_overlay->parameters, {});
        if (!parameters) {
            m_scene.problems.push_back(parameters.error());
            return;
        }
        const OverlayInput input{*m_request.state->snapshot, *parameters, m_request.asOf};
        auto features = m_overlay->classify(input, m_job);
        if (!features) {
            m_scene.problems.push_back(features.error().during(m_overlay->name.toString()));
            return;
        }
        m_features = std::move(*features);
    }

    void addLayers(const QStringList &layers)
    {
        for (const QString &layer : layers) {
            if (!m_job.isCancelled()) {
                addLayer(layer);
            }
        }
    }

    /// Points and lines that somebody imported or computed besides: an overlay's areas would hide them.
    bool isBesides(const QString &layer) const
    {
        const LayerInfo *info = m_request.state->findLayer(layer);
        return m_overlay != nullptr && info != nullptr && info->schema.geometry != GeometryType::Polygon &&
               !m_request.state->registry->layerSchema(layer);
    }

    /// An overlay draws its layers itself.
    bool isCovered(const QString &layer) const
    {
        return std::any_of(m_features.begin(), m_features.end(),
                           [&](const OverlayFeatures &each) { return each.layer->schema().id == layer; });
    }

    Result<Immutable<LayerSnapshot>> load(const QString &layer, const LayerStyle &style)
    {
        QStringList fields = style.fields();
        const LayerInfo *info = m_request.state->findLayer(layer);
        fields.removeIf(
            [info](const QString &field) { return info == nullptr || info->schema.findField(field) == nullptr; });
        auto snapshot = m_request.state->snapshot->layer(layer, fields, m_job);
        if (!snapshot && snapshot.error().code != ErrorCode::Cancelled) {
            m_scene.problems.push_back(snapshot.error().during(Ui::tr("drawing layer %1").arg(layer)));
        }
        return snapshot;
    }

    void addLayer(const QString &layer)
    {
        const LayerStyle style = styleOf(*m_request.state, layer, m_request.trials);
        auto snapshot = load(layer, style);
        if (!snapshot) {
            return;
        }
        const LayerSchema &schema = (*snapshot)->schema();
        RenderLayer drawn{layer, schema.name.toString(), *snapshot, style, {}, {}, {}};
        if (isColouredByStatus(*m_request.state, layer, m_request.trials)) {
            const TrackCycle own = m_request.state->tracksOf(layer).front();
            const TrackView track = m_request.state->snapshot->ledger().track({own.programme, layer, {}});
            auto rows = statusRows(**snapshot, *own.lifeCycle, track, m_request.asOf);
            drawn.overlayClasses = shaded(statusClasses(*own.lifeCycle), rows, **snapshot, own.programme);
            addLines(m_scene.legends[layer], drawn.overlayClasses, counts(drawn.overlayClasses.size(), rows),
                     schema.geometry);
            drawn.overlay = std::make_shared<const OverlayFeatures>(OverlayFeatures{*snapshot, std::move(rows), {}});
        } else {
            m_scene.legends[layer] = styleLegend(style, schema);
        }
        m_scene.layers.push_back(std::move(drawn));
    }

    void addOverlay()
    {
        if (m_overlay == nullptr) {
            return;
        }
        std::vector<LegendLine> &legend = m_scene.legends[m_overlay->id];
        for (OverlayFeatures &features : m_features) {
            const QString layer = features.layer->schema().id;
            const std::vector<OverlayClass> classes =
                shaded(m_overlay->classes, features.classes, *features.layer, m_overlay->programme);
            addLines(legend, classes, counts(classes.size(), features.classes), features.layer->schema().geometry);
            if (!m_request.visible.contains(layer) && m_request.state->findLayer(layer) == nullptr) {
                continue;
            }
            const LayerStyle style = styleOf(*m_request.state, layer, m_request.trials);
            auto snapshot = withLabels(features, style);
            RenderLayer drawn{layer, m_overlay->name.toString(), snapshot, style, {}, classes, {}};
            features.layer = snapshot;
            drawn.overlay = std::make_shared<const OverlayFeatures>(std::move(features));
            m_scene.layers.push_back(std::move(drawn));
        }
    }

    /// @p classes, and @p rows in them, shaded where that is asked for.
    std::vector<OverlayClass> shaded(const std::vector<OverlayClass> &classes, std::vector<std::uint8_t> &rows,
                                     const LayerSnapshot &layer, const QString &programme) const
    {
        if (!m_request.byDoubt) {
            return classes;
        }
        const TrackView track = m_request.state->snapshot->ledger().track({programme, layer.schema().id, {}});
        shadeByDoubt(rows, classes.size(), layer, track, m_request.asOf);
        return classesByDoubt(classes);
    }

    /// The overlay's layer with the fields that labels need, where it is of the same revision; else as it is.
    Immutable<LayerSnapshot> withLabels(const OverlayFeatures &features, const LayerStyle &style)
    {
        auto loaded = load(features.layer->schema().id, style);
        return loaded && (*loaded)->revision() == features.layer->revision() ? *loaded : features.layer;
    }

    const SceneRequest &m_request;
    const JobContext &m_job;
    const Overlay *m_overlay = nullptr;
    std::vector<OverlayFeatures> m_features;
    Scene m_scene;
};

} // namespace

SceneRequest sceneRequest(Immutable<ProjectState> state, const Look &look, std::map<QString, QString> trials, Day asOf)
{
    QStringList visible = drawingOrder(*state, look.order);
    visible.removeIf([&look](const QString &layer) { return look.hidden.contains(layer); });
    return {std::move(state), std::move(trials), std::move(visible), look.overlay, look.byDoubt, asOf};
}

Result<Scene> buildScene(const SceneRequest &request, const JobContext &job)
{
    return SceneBuilder(request, job).build();
}

} // namespace cuntu::ui
