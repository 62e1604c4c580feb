// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/layer_look.h"

#include "ui/window/text.h"

#include <QHash>

#include <algorithm>

namespace cuntu::ui {
namespace {

int indexOf(const ProjectState &state, const QString &layer)
{
    for (std::size_t i = 0; i < state.layers.size(); ++i) {
        if (state.layers[i].schema.id == layer) {
            return static_cast<int>(i);
        }
    }
    return 0;
}

std::optional<LayerStyle> parsed(const QString &json)
{
    auto style = LayerStyle::fromJson(json);
    return style ? std::optional<LayerStyle>(*style) : std::nullopt;
}

/// A sign for what a status counts as, so that colour is not the only one.
Marking markingOf(StatusClass countsAs)
{
    switch (countsAs) {
    case StatusClass::Need:
        return Marking::Hollow;
    case StatusClass::Plan:
        return Marking::Dashed;
    case StatusClass::Started:
        return Marking::Hatched;
    case StatusClass::Broken:
    case StatusClass::Halted:
        return Marking::Crossed;
    case StatusClass::Removed:
        return Marking::Hollow;
    case StatusClass::Finished:
    case StatusClass::Done:
        return Marking::Plain;
    }
    return Marking::Plain;
}

/// JSON that decides on the look of @p layer; empty: nobody chose.
QString chosen(const ProjectState &state, const QString &layer, const std::map<QString, QString> &trials)
{
    if (const auto trial = trials.find(layer); trial != trials.end()) {
        return trial->second;
    }
    const auto stored = state.styles.find(layer);
    return stored == state.styles.end() ? QString() : stored->second;
}

int rankOf(GeometryType type)
{
    switch (type) {
    case GeometryType::Polygon:
        return 0;
    case GeometryType::Line:
        return 1;
    default:
        return 2;
    }
}

} // namespace

LayerStyle styleOf(const ProjectState &state, const QString &layer, const std::map<QString, QString> &trials)
{
    if (const auto style = parsed(chosen(state, layer, trials))) {
        return *style;
    }
    for (const DefaultStyle &style : state.registry->defaultStyles) {
        if (style.layer == layer) {
            if (const auto good = parsed(style.json)) {
                return *good;
            }
        }
    }
    const LayerInfo *info = state.findLayer(layer);
    return info == nullptr ? LayerStyle() : defaultStyle(info->schema, indexOf(state, layer));
}

bool isColouredByStatus(const ProjectState &state, const QString &layer, const std::map<QString, QString> &trials)
{
    const LayerInfo *info = state.findLayer(layer);
    return info != nullptr && !info->schema.programme.isEmpty() && !state.tracksOf(layer).empty() &&
           chosen(state, layer, trials).isEmpty();
}

std::vector<OverlayClass> statusClasses(const LifeCycle &cycle)
{
    std::vector<OverlayClass> classes;
    for (const Status &status : cycle.statuses) {
        classes.push_back({status.id, status.name, status.colour, markingOf(status.countsAs)});
    }
    classes.push_back({QString(), {QStringLiteral("无状态"), QStringLiteral("no status")}, 0x9AA3AB, Marking::Dashed});
    return classes;
}

std::vector<std::uint8_t> statusRows(const LayerSnapshot &layer, const LifeCycle &cycle, const TrackView &track,
                                     Day day)
{
    const auto none = static_cast<std::uint8_t>(cycle.statuses.size());
    std::vector<std::uint8_t> numbers; // by the track's number of a status
    for (const QString &id : track.statuses()) {
        const Status *status = cycle.findStatus(id);
        numbers.push_back(status ? static_cast<std::uint8_t>(status - cycle.statuses.data()) : none);
    }
    std::vector<std::uint8_t> rows(layer.size());
    for (std::size_t row = 0; row < rows.size(); ++row) {
        rows[row] = numbers[track.statusOn(layer.id(row), day)];
    }
    return rows;
}

namespace {

QStringList usualOrder(const ProjectState &state)
{
    std::vector<const LayerInfo *> layers;
    for (const LayerInfo &layer : state.layers) {
        if (layer.schema.geometry != GeometryType::None && layer.features > 0) {
            layers.push_back(&layer);
        }
    }
    std::stable_sort(layers.begin(), layers.end(), [](const LayerInfo *a, const LayerInfo *b) {
        return rankOf(a->schema.geometry) < rankOf(b->schema.geometry);
    });
    QStringList ids;
    for (const LayerInfo *layer : layers) {
        ids << layer->schema.id;
    }
    return ids;
}

} // namespace

QStringList drawingOrder(const ProjectState &state, const QStringList &chosen)
{
    const QStringList usual = usualOrder(state);
    QStringList ids = chosen;
    ids.removeIf([&usual](const QString &id) { return !usual.contains(id); });
    for (qsizetype i = 0; i < usual.size(); ++i) {
        if (!ids.contains(usual[i])) {
            ids.insert(i == 0 ? 0 : ids.indexOf(usual[i - 1]) + 1, usual[i]);
        }
    }
    return ids;
}

} // namespace cuntu::ui
