// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/geo/clean.h"
#include "core/project/export_tables.h"
#include "core/project/figures.h"
#include "core/schema/field_makers.h"
#include "core/snapshot/known_columns.h"

namespace cuntu {

namespace {

using namespace field_makers;

std::vector<Field> areaFields()
{
    return {
        field(QStringLiteral("as_of"), {QStringLiteral("截至日期"), QStringLiteral("As of")}, FieldType::Date),
        field(QStringLiteral("level"), {QStringLiteral("级别"), QStringLiteral("Level")}, FieldType::Text),
        field(QStringLiteral("area_code"), {QStringLiteral("区划代码"), QStringLiteral("Area code")}, FieldType::Text),
        field(QStringLiteral("area_name"), {QStringLiteral("区划名称"), QStringLiteral("Area")}, FieldType::Text)};
}

std::vector<Value> areaValues(const Figure &figure, Day asOf)
{
    return {asOf.toIso().toStdString(), toString(figure.level).toStdString(), figure.area.toString().toStdString(),
            figure.areaName.toStdString()};
}

Value valueOf(const Figure &figure)
{
    return figure.value ? Value(*figure.value) : Value();
}

QString tableId(const QString &programme)
{
    return programme.isEmpty() ? QStringLiteral("indicators") : QStringLiteral("indicators_%1").arg(programme);
}

SelectedFeatures longTable(const std::vector<Figure> &figures, const Registry &registry, const QString &programme,
                           Day asOf)
{
    LayerSchema schema;
    schema.id = tableId(programme);
    const Programme *known = registry.findProgramme(programme);
    schema.name = {(known ? known->name.zh : QString()) + QStringLiteral("指标"),
                   (known ? known->name.en + QLatin1Char(' ') : QString()) + QStringLiteral("indicators")};
    schema.fields = areaFields();
    for (const Field &each :
         {field(QStringLiteral("indicator"), {QStringLiteral("指标代号"), QStringLiteral("Indicator id")},
                FieldType::Text),
          field(QStringLiteral("indicator_name"), {QStringLiteral("指标"), QStringLiteral("Indicator")},
                FieldType::Text),
          field(QStringLiteral("value"), {QStringLiteral("数值"), QStringLiteral("Value")}, FieldType::Real),
          field(QStringLiteral("unit"), {QStringLiteral("单位"), QStringLiteral("Unit")}, FieldType::Text),
          field(QStringLiteral("done"), {QStringLiteral("已完成"), QStringLiteral("Done")}, FieldType::Real),
          field(QStringLiteral("of"), {QStringLiteral("总数"), QStringLiteral("Of")}, FieldType::Real)}) {
        schema.fields.push_back(each);
    }
    std::vector<FeatureRow> rows;
    for (const Figure &figure : figures) {
        const Indicator *indicator = registry.findIndicator(figure.indicator);
        FeatureRow row;
        row.values = areaValues(figure, asOf);
        row.values.emplace_back(figure.indicator.toStdString());
        row.values.emplace_back((indicator ? indicator->name.toString() : figure.indicator).toStdString());
        row.values.push_back(valueOf(figure));
        row.values.emplace_back(figure.unit.toStdString());
        row.values.emplace_back(figure.numerator);
        row.values.emplace_back(figure.denominator);
        rows.push_back(std::move(row));
    }
    return {schema, {}, sourceOf(std::move(rows)), std::make_shared<QStringList>()};
}

/// The ground of areas, by code on a day.
Result<std::map<QString, Geometry>> groundOf(const ProjectSnapshot &snapshot, AreaLevel level, Day day,
                                             const JobContext &job)
{
    const bool villages = level == AreaLevel::Village || snapshot.featureCount(QStringLiteral("townships")) == 0;
    auto layer = layerWith(snapshot, villages ? QStringLiteral("villages") : QStringLiteral("townships"),
                           {QStringLiteral("code")}, job);
    if (!layer) {
        return layer.error();
    }
    const Column *codes = (*layer)->column(QStringLiteral("code"));
    std::map<QString, std::vector<Geometry>> parts;
    for (std::size_t row = 0; codes != nullptr && row < (*layer)->size(); ++row) {
        const auto code = AreaCode::parse(codeOn(snapshot.areas(), codes->text(row), day));
        if (code && (*layer)->geometry().hasGeometry(row)) {
            parts[code->at(level).toString()].push_back((*layer)->geometry().geometry(row));
        }
    }
    std::map<QString, Geometry> ground;
    for (auto &[code, polygons] : parts) {
        auto whole = polygons.size() == 1 ? Result<Geometry>(std::move(polygons.front())) : dissolved(polygons);
        if (!whole) {
            return whole.error();
        }
        ground[code] = std::move(*whole);
        if (job.isCancelled()) {
            return cancelledError();
        }
    }
    return ground;
}

/// One feature for each area, with the figures beside one another.
Result<SelectedFeatures> wideTable(const ProjectSnapshot &snapshot, const std::vector<Figure> &figures,
                                   const Registry &registry, const QString &programme, AreaLevel level, Day asOf,
                                   const JobContext &job)
{
    SelectedFeatures table = longTable({}, registry, programme, asOf);
    table.schema.geometry = GeometryType::Polygon;
    table.schema.nameField = QStringLiteral("area_name");
    table.schema.fields = areaFields();
    table.crs = snapshot.crs();
    std::map<QString, std::size_t> places; // of an indicator's first column
    std::map<QString, FeatureRow> rows;
    auto ground = groundOf(snapshot, level, asOf, job);
    if (!ground) {
        return ground.error();
    }
    for (const Figure &figure : figures) {
        if (!places.contains(figure.indicator)) {
            const Indicator *indicator = registry.findIndicator(figure.indicator);
            const Text name = indicator ? indicator->name : Text{figure.indicator, figure.indicator};
            places[figure.indicator] = table.schema.fields.size();
            const QString &id = figure.indicator;
            table.schema.fields.push_back(field(id, name, FieldType::Real, {}, figure.unit));
            table.schema.fields.push_back(
                field(id + QStringLiteral("_done"),
                      {name.zh + QStringLiteral("(已完成)"), name.en + QStringLiteral(" done")}, FieldType::Real));
            table.schema.fields.push_back(field(id + QStringLiteral("_of"),
                                                {name.zh + QStringLiteral("(总数)"), name.en + QStringLiteral(" of")},
                                                FieldType::Real));
        }
        FeatureRow &row = rows[figure.area.toString()];
        if (row.values.empty()) {
            row.values = areaValues(figure, asOf);
            row.geometry = (*ground)[figure.area.toString()];
        }
        const std::size_t place = places[figure.indicator];
        row.values.resize(std::max(row.values.size(), place + 3));
        row.values[place] = valueOf(figure);
        row.values[place + 1] = figure.numerator;
        row.values[place + 2] = figure.denominator;
    }
    std::vector<FeatureRow> all;
    qint64 withoutGround = 0;
    for (auto &[code, row] : rows) {
        row.values.resize(table.schema.fields.size());
        withoutGround += row.geometry.isEmpty() ? 1 : 0;
        all.push_back(std::move(row));
    }
    if (withoutGround > 0) {
        *table.notes << Core::tr("%1 areas have no border in the project").arg(withoutGround);
    }
    table.features = sourceOf(std::move(all));
    return table;
}

} // namespace

Result<SelectedFeatures> figureTable(const ProjectSnapshot &snapshot, const Registry &registry,
                                     const QString &programme, const ExportOrder &order, const JobContext &job)
{
    if (!programme.isEmpty() && !registry.findProgramme(programme)) {
        QStringList known;
        for (const Programme &each : registry.programmes) {
            known << each.id;
        }
        return Error{ErrorCode::NotFound,
                     Core::tr("there is no programme %1").arg(programme),
                     {},
                     Core::tr("Known: %1").arg(known.join(QStringLiteral(", "))),
                     {},
                     {}};
    }
    const bool asMap = isMapFormat(order.file);
    const AreaLevel level = order.by.value_or(asMap ? AreaLevel::Village : AreaLevel::County);
    FigureRequest request;
    request.programme = programme;
    request.asOf = order.asOf;
    request.by = level;
    request.where = order.where;
    auto figures = computeFigures(snapshot, registry, request, job);
    if (!figures) {
        return figures.error();
    }
    if (figures->empty()) {
        return Error{ErrorCode::NotFound, Core::tr("there are no figures to write"), {}, {}, {}, {}};
    }
    return asMap ? wideTable(snapshot, *figures, registry, programme, level, order.asOf, job)
                 : Result<SelectedFeatures>(longTable(*figures, registry, programme, order.asOf));
}

} // namespace cuntu
