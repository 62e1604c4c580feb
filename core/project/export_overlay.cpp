// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/project/export_tables.h"
#include "core/schema/field_makers.h"

namespace cuntu {

namespace {

/// An overlay's classes of one layer, as they are added to its rows.
struct ClassColumns {
    OverlayFeatures features;
    std::vector<OverlayClass> classes;

    bool has(std::size_t row) const { return row < features.classes.size() && features.classes[row] < classes.size(); }
    void addTo(FeatureRow &row, std::size_t at, std::size_t fields) const
    {
        const OverlayClass &of = classes[features.classes[at]];
        row.values.resize(fields);
        row.values.emplace_back(of.id.toStdString());
        row.values.emplace_back(of.name.toString().toStdString());
        const QString reason = at < features.reasons.size() ? features.reasons[at] : QString();
        row.values.push_back(reason.isEmpty() ? Value() : Value(reason.toStdString()));
    }
};

void addClassFields(LayerSchema &schema, const Overlay &overlay)
{
    using field_makers::field;
    // A layer may have such a field itself.
    const QString prefix = schema.findField(u"class") != nullptr ? QStringLiteral("overlay_") : QString();
    schema.fields.push_back(field(prefix + QStringLiteral("class"), overlay.name, FieldType::Text));
    schema.fields.push_back(field(
        prefix + QStringLiteral("class_name"),
        {overlay.name.zh + QStringLiteral("(名称)"), overlay.name.en + QStringLiteral(" (name)")}, FieldType::Text));
    schema.fields.push_back(
        field(prefix + QStringLiteral("reason"), {QStringLiteral("原因"), QStringLiteral("Reason")}, FieldType::Text));
}

Value cellOf(const Column *column, FieldType type, std::size_t row)
{
    if (column == nullptr || column->isNull(row)) {
        return {};
    }
    if (column->kind() == Column::Kind::Text) {
        return std::string(column->text(row));
    }
    const double number = column->number(row);
    switch (type) {
    case FieldType::Date:
        return Day::fromNumber(static_cast<std::int32_t>(number)).toIso().toStdString();
    case FieldType::Integer:
    case FieldType::Boolean:
        return static_cast<std::int64_t>(number);
    default:
        return number;
    }
}

/// A layer that the overlay made itself: what of it is loaded.
SelectedFeatures madeLayer(std::shared_ptr<ClassColumns> classes, const Overlay &overlay)
{
    const LayerSnapshot &layer = *classes->features.layer;
    SelectedFeatures made{layer.schema(), layer.crs(), {}, std::make_shared<QStringList>()};
    const std::size_t fields = layer.schema().fields.size();
    addClassFields(made.schema, overlay);
    made.features = [classes, fields, at = std::size_t{0}](FeatureRow &row) mutable -> Result<bool> {
        const LayerSnapshot &from = *classes->features.layer;
        while (at < from.size() && !classes->has(at)) {
            ++at;
        }
        if (at >= from.size()) {
            return false;
        }
        row = {};
        row.id = from.id(at);
        for (const Field &field : from.schema().fields) {
            row.values.push_back(cellOf(from.column(field.id), field.type, at));
        }
        row.geometry = from.geometry().geometry(at);
        classes->addTo(row, at, fields);
        ++at;
        return true;
    };
    return made;
}

SelectedFeatures withClasses(SelectedFeatures selected, std::shared_ptr<ClassColumns> classes, const Overlay &overlay)
{
    const std::size_t fields = selected.schema.fields.size();
    addClassFields(selected.schema, overlay);
    selected.features = [all = std::move(selected.features), classes, fields](FeatureRow &row) -> Result<bool> {
        for (;;) {
            auto more = all(row);
            if (!more || !*more) {
                return more;
            }
            const auto at = classes->features.layer->rowOf(row.id);
            if (at && classes->has(*at)) {
                classes->addTo(row, *at, fields);
                return true;
            }
        }
    };
    return selected;
}

Error unknownOverlay(const Registry &registry, const QString &id)
{
    QStringList known;
    for (const Overlay &each : registry.overlays) {
        known << each.id;
    }
    return {ErrorCode::NotFound,
            Core::tr("there is no overlay %1").arg(id),
            {},
            Core::tr("Known: %1").arg(known.join(QStringLiteral(", "))),
            {},
            {}};
}

} // namespace

Result<std::vector<SelectedFeatures>> overlayTables(const Project &project, const ProjectSnapshot &snapshot,
                                                    const QString &id, const ExportOrder &order, const JobContext &job)
{
    const Overlay *overlay = project.registry().findOverlay(id.section(QLatin1Char('/'), 0, 0));
    const QString only = id.section(QLatin1Char('/'), 1);
    if (!overlay) {
        return unknownOverlay(project.registry(), id);
    }
    auto parameters = ParameterValues::parse(overlay->parameters, {});
    auto classified = parameters ? overlay->classify({snapshot, *parameters, order.asOf}, job)
                                 : Result<std::vector<OverlayFeatures>>(parameters.error());
    if (!classified) {
        return classified.error().during(overlay->name.toString());
    }
    std::vector<SelectedFeatures> tables;
    QStringList layers;
    for (OverlayFeatures &features : *classified) {
        const QString layer = features.layer->schema().id;
        layers << layer;
        if (!only.isEmpty() && only != layer) {
            continue;
        }
        auto classes = std::make_shared<ClassColumns>(ClassColumns{std::move(features), overlay->classes});
        if (!snapshot.layers().contains(layer)) {
            tables.push_back(madeLayer(classes, *overlay));
            continue;
        }
        auto selected = selectedFeatures(project, snapshot, layer, order, job);
        if (!selected) {
            return selected.error();
        }
        tables.push_back(withClasses(std::move(*selected), classes, *overlay));
    }
    if (tables.empty()) {
        return Error{ErrorCode::NotFound,
                     Core::tr("overlay %1 has no layer %2").arg(overlay->id, only),
                     {},
                     Core::tr("Known: %1").arg(layers.join(QStringLiteral(", "))),
                     {},
                     {}};
    }
    return tables;
}

} // namespace cuntu
