// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/content/qgis_folder.h"

#include "maps/qgis/look_file.h"
#include "maps/qgis/qgis_project.h"
#include "maps/render/row_classes.h"
#include "ui/content/map_content.h"
#include "ui/window/layer_look.h"

#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>

namespace cuntu {

namespace {

class Folder {
    Q_DECLARE_TR_FUNCTIONS(cuntu::Folder)
};

const QString k_dataFile = QStringLiteral("data.gpkg");

/// @p base with the statuses of @p cycle as classes of @p field.
LayerStyle statusStyle(LayerStyle base, const LifeCycle &cycle, const QString &field, GeometryType type)
{
    base.kind = LayerStyle::Kind::Categorised;
    base.field = field;
    base.classes.clear();
    for (const OverlayClass &status : ui::statusClasses(cycle)) {
        StyleClass entry;
        entry.symbol = overlaySymbol(base.symbol, status, type);
        entry.label = status.name.toString();
        entry.value = status.id;
        base.classes.push_back(std::move(entry));
    }
    return base;
}

/// The layers of @p project, bottom first.
Result<std::vector<LayerInfo>> arranged(const Project &project, const LayerArrangement &arrangement)
{
    auto layers = project.layers();
    if (!layers) {
        return layers;
    }
    std::vector<LayerInfo> usual = inDrawingOrder(std::move(*layers));
    const auto placeOf = [&](const LayerInfo &layer) { return arrangement.order.indexOf(layer.schema.id); };
    // Only layers that the user moved change places, among themselves.
    std::vector<std::size_t> places;
    std::vector<LayerInfo> moved;
    for (std::size_t i = 0; i < usual.size(); ++i) {
        if (placeOf(usual[i]) >= 0) {
            places.push_back(i);
            moved.push_back(usual[i]);
        }
    }
    std::stable_sort(moved.begin(), moved.end(),
                     [&](const LayerInfo &a, const LayerInfo &b) { return placeOf(a) < placeOf(b); });
    for (std::size_t i = 0; i < places.size(); ++i) {
        usual[places[i]] = moved[i];
    }
    return usual;
}

Result<void> addLayers(QgisMap &map, const Project &project, const std::vector<LayerInfo> &layers,
                       const std::vector<ExportedLayer> &written, const LayerArrangement &arrangement)
{
    for (std::size_t i = 0; i < layers.size(); ++i) {
        auto look = qgisLook(project, layers[i], static_cast<int>(i));
        if (!look) {
            return look.error();
        }
        // What was written may have fewer fields, or be counts of groups.
        const bool isAsItWas = written[i].schema.id == layers[i].schema.id;
        QgisLayer layer;
        layer.look = *look;
        layer.look.schema = written[i].schema;
        layer.look.style = isAsItWas ? look->style : defaultStyle(written[i].schema, static_cast<int>(i));
        layer.source = k_dataFile;
        layer.table = written[i].schema.id;
        layer.withPositions = written[i].withPositions;
        layer.visible = layer.withPositions && (arrangement.hidden ? !arrangement.hidden->contains(layers[i].schema.id)
                                                                   : !layers[i].schema.positionPersonal);
        map.layers.push_back(std::move(layer));
    }
    return {};
}

Result<Box> extentOf(const ProjectSnapshot &snapshot, const std::vector<LayerInfo> &layers, const JobContext &job)
{
    Box extent;
    for (const bool areasOnly : {true, false}) {
        for (const LayerInfo &layer : layers) {
            const bool isArea = layer.schema.geometry == GeometryType::Polygon;
            if (!extent.isEmpty() && !areasOnly) {
                return extent;
            }
            if (isArea != areasOnly || layer.features == 0) {
                continue;
            }
            auto loaded = snapshot.layer(layer.schema.id, {}, job);
            if (!loaded) {
                return loaded.error();
            }
            if (const Box box = (*loaded)->geometry().index.extent(); !box.isEmpty()) {
                extent.add(box);
            }
        }
    }
    return extent;
}

QString fileName(const QString &name)
{
    static const QRegularExpression forbidden(QStringLiteral("[\\\\/:*?\"<>|]"));
    const QString clean = QString(name).replace(forbidden, QStringLiteral("_")).trimmed();
    return (clean.isEmpty() ? QStringLiteral("map") : clean) + QStringLiteral(".qgs");
}

Result<QgisMap> mapOf(const Project &project, const ProjectSnapshot &snapshot, const std::vector<LayerInfo> &layers,
                      const std::vector<ExportedLayer> &written, const LayerArrangement &arrangement,
                      const JobContext &job)
{
    QgisMap map;
    map.title = project.name();
    map.crs = project.crs();
    auto extent = extentOf(snapshot, layers, job);
    auto added = extent ? addLayers(map, project, layers, written, arrangement) : Result<void>(extent.error());
    if (!added) {
        return added.error();
    }
    map.extent = *extent;
    return map;
}

} // namespace

Result<QgisLook> qgisLook(const Project &project, const LayerInfo &layer, int place)
{
    auto style = layerStyle(project, layer.schema, place);
    auto stored = style ? project.style(layer.schema.id) : Result<QString>(style.error());
    if (!stored) {
        return stored.error();
    }
    const std::vector<TrackCycle> tracks = project.registry().tracksOf(layer.schema);
    const auto own = std::find_if(tracks.begin(), tracks.end(),
                                  [&](const TrackCycle &track) { return track.programme == layer.schema.programme; });
    if (stored->isEmpty() && own != tracks.end()) {
        const QString field =
            layer.schema.tracks.size() == 1 ? QStringLiteral("status") : QStringLiteral("status_") + own->programme;
        *style = statusStyle(std::move(*style), *own->lifeCycle, field, layer.schema.geometry);
    }
    return QgisLook{layer.schema, *style};
}

Result<ExportOutcome> exportQgisFolder(Project &project, const ExportOrder &order, const LayerArrangement &arrangement,
                                       const JobContext &job)
{
    if (!order.where.isEmpty() || !order.keys.isEmpty()) {
        return Error{ErrorCode::Misused,
                     Folder::tr("the project is written as a whole"),
                     {},
                     Folder::tr("Leave area and keys out, or export single layers."),
                     {},
                     {}};
    }
    const QDir folder(order.file);
    if (!folder.mkpath(QStringLiteral("."))) {
        return Error{ErrorCode::Unreadable,
                     Folder::tr("the folder cannot be made"),
                     {.file = order.file},
                     Folder::tr("Choose another place."),
                     {},
                     {}};
    }
    auto layers = arranged(project, arrangement);
    auto snapshot = layers ? project.snapshot() : Result<Immutable<ProjectSnapshot>>(layers.error());
    if (!snapshot) {
        return snapshot.error();
    }
    QStringList ids;
    for (const LayerInfo &layer : *layers) {
        ids << layer.schema.id;
    }
    ExportOrder data = order;
    data.file = folder.filePath(k_dataFile);
    auto written = exportProjectLayers(project, data, ids, job);
    auto map =
        written ? mapOf(project, **snapshot, *layers, *written, arrangement, job) : Result<QgisMap>(written.error());
    if (!map) {
        return map.error();
    }
    if (auto done = writeQgisProject(*map, folder.filePath(fileName(project.name()))); !done) {
        return done.error();
    }
    ExportOutcome outcome;
    for (const ExportedLayer &layer : *written) {
        outcome.features += layer.features;
        outcome.notes << layer.notes;
    }
    recordExported(project, order, outcome);
    return outcome;
}

bool isLookFile(const QString &file)
{
    return file.endsWith(QStringLiteral(".qml"), Qt::CaseInsensitive) ||
           file.endsWith(QStringLiteral(".sld"), Qt::CaseInsensitive);
}

Result<ExportOutcome> exportLook(Project &project, const ExportOrder &order)
{
    auto layers = project.layers();
    if (!layers) {
        return layers.error();
    }
    const auto found = std::find_if(layers->begin(), layers->end(),
                                    [&](const LayerInfo &layer) { return layer.schema.id == order.what; });
    if (found == layers->end()) {
        return Error{ErrorCode::NotFound, Folder::tr("the project has no layer %1").arg(order.what), {}, {}, {}, {}};
    }
    auto look = qgisLook(project, *found, static_cast<int>(found - layers->begin()));
    const bool isSld = order.file.endsWith(QStringLiteral(".sld"), Qt::CaseInsensitive);
    auto written = !look   ? Result<void>(look.error())
                   : isSld ? writeSld(look->schema, look->style, order.file)
                           : writeQml(*look, order.file);
    if (!written) {
        return written.error();
    }
    ExportOutcome outcome;
    recordExported(project, order, outcome);
    return outcome;
}

} // namespace cuntu
