// SPDX-License-Identifier: GPL-3.0-or-later
// CSV, and what CSV and XLSX have in common.
#include "core/base/text.h"
#include "core/io/csv_text.h"
#include "core/io/export_row.h"
#include "core/io/number_text.h"
#include "core/io/text_encoder.h"
#include "core/io/wkt_geometry.h"

#include <QSaveFile>

#include <ogr_geometry.h>

#include <cmath>

namespace cuntu {

namespace {

constexpr int k_lonLat = 4490; // CGCS2000, degrees

QString headingOf(const Field &field)
{
    const QString name = field.name.toString().isEmpty() ? field.id : field.name.toString();
    return field.unit.isEmpty() ? name : QStringLiteral("%1(%2)").arg(name, field.unit);
}

Value wordFor(const Field &field, const Value &value)
{
    if (const auto *id = std::get_if<std::string>(&value); id && field.type == FieldType::Choice) {
        for (const Choice &choice : field.choices) {
            if (choice.id == QString::fromStdString(*id)) {
                return choice.name.toString().toStdString();
            }
        }
    }
    if (const auto *yes = std::get_if<std::int64_t>(&value); yes && field.type == FieldType::Boolean) {
        return Text{*yes != 0 ? QStringLiteral("是") : QStringLiteral("否"),
                    *yes != 0 ? QStringLiteral("yes") : QStringLiteral("no")}
            .toString()
            .toStdString();
    }
    return value;
}

QString textOf(const Value &value)
{
    if (const auto *text = std::get_if<std::string>(&value)) {
        return QString::fromStdString(*text);
    }
    if (const auto *whole = std::get_if<std::int64_t>(&value)) {
        return QString::number(*whole);
    }
    const auto *real = std::get_if<double>(&value);
    return real ? QString::fromStdString(numberText(*real)) : QString();
}

QStringList textsOf(const TableColumns &columns, const FeatureRow &row)
{
    QStringList texts;
    for (const Value &value : columns.valuesOf(row)) {
        texts << textOf(value);
    }
    return texts;
}

} // namespace

Result<TableColumns> TableColumns::create(const ExportRequest &request)
{
    TableColumns columns(request);
    const LayerSchema &schema = request.schema;
    columns.m_personal = schema.hasPersonalFields();
    for (const Field &field : schema.fields) {
        const QString heading = headingOf(field);
        columns.m_headings << (columns.m_headings.contains(heading) ? field.id : heading);
    }
    for (const LayerTrack &track : schema.tracks) {
        const QString which = schema.tracks.size() == 1 ? QString() : QStringLiteral(" (%1)").arg(track.programme);
        columns.m_headings << Text{QStringLiteral("状态"), QStringLiteral("Status")}.toString() + which
                           << Text{QStringLiteral("状态日期"), QStringLiteral("Status date")}.toString() + which;
    }
    if (exportsPositions(request)) {
        if (auto added = columns.addPositions(); !added) {
            return added.error();
        }
    }
    return columns;
}

Result<void> TableColumns::addPositions()
{
    auto lonLat = Crs::fromEpsg(k_lonLat);
    if (!lonLat) {
        return lonLat.error();
    }
    const Crs target = m_request.targetCrs.value_or(*lonLat);
    auto transform = transformTo(m_request.crs, target);
    if (!transform) {
        return transform.error();
    }
    m_transform = std::make_shared<std::optional<CrsTransform>>(std::move(*transform));
    m_lonLat = m_request.schema.geometry == GeometryType::Point;
    m_wkt = !m_lonLat;
    m_perUnit = target.isGeographic() ? 1e9 : 1e4;
    const bool plain = !m_request.targetCrs || (target.shift() == Crs::Shift::None && target.isGeographic());
    // What is no plain longitude and latitude says so in the heading.
    const QString which = plain ? QString() : QStringLiteral("(%1)").arg(target.id());
    if (m_wkt) {
        m_headings << QStringLiteral("WKT") + which;
    } else if (target.isGeographic()) {
        m_headings << Text{QStringLiteral("经度"), QStringLiteral("Longitude")}.toString() + which
                   << Text{QStringLiteral("纬度"), QStringLiteral("Latitude")}.toString() + which;
    } else {
        m_headings << Text{QStringLiteral("东坐标"), QStringLiteral("Easting")}.toString() + which
                   << Text{QStringLiteral("北坐标"), QStringLiteral("Northing")}.toString() + which;
    }
    return {};
}

bool TableColumns::isNumeric(std::size_t index) const
{
    const std::vector<Field> &fields = m_request.schema.fields;
    if (index < fields.size()) {
        const bool isNumber = fields[index].type == FieldType::Integer || fields[index].type == FieldType::Real;
        return isNumber && fields[index].personal == Personal::No;
    }
    return m_lonLat && index + 2 >= static_cast<std::size_t>(m_headings.size());
}

void TableColumns::addGeometry(const FeatureRow &row, std::vector<Value> &values) const
{
    Geometry geometry = exportedGeometry(row, *m_transform);
    for (Point &p : geometry.points) {
        p = {std::round(p.x * m_perUnit) / m_perUnit, std::round(p.y * m_perUnit) / m_perUnit};
    }
    if (m_lonLat) {
        values.push_back(geometry.isEmpty() ? Value() : Value(geometry.points[0].x));
        values.push_back(geometry.isEmpty() ? Value() : Value(geometry.points[0].y));
        return;
    }
    const auto ogr = toOgr(geometry, false);
    values.push_back(ogr ? Value(ogr->exportToWkt()) : Value());
}

std::vector<Value> TableColumns::valuesOf(const FeatureRow &row) const
{
    std::vector<Value> values;
    const std::vector<Field> &fields = m_request.schema.fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const Value &own = i < row.values.size() ? row.values[i] : Value();
        const Value shown = fields[i].personal == Personal::No ? wordFor(fields[i], own) : own;
        const Value leaving = exportedValue(fields[i], shown, m_request.unmask, m_personal);
        values.push_back(m_request.unmask ? wordFor(fields[i], leaving) : leaving);
    }
    for (const LayerTrack &track : m_request.schema.tracks) {
        const RowStatus *status = statusOf(row, track.programme);
        values.push_back(status ? Value(status->status.toStdString()) : Value());
        values.push_back(status && status->date ? Value(status->date->toIso().toStdString()) : Value());
    }
    if (m_lonLat || m_wkt) {
        addGeometry(row, values);
    }
    return values;
}

Result<ExportReport> exportCsv(const ExportRequest &request, const FeatureSource &features, const JobContext &job)
{
    const auto columns = TableColumns::create(request);
    auto encoder = columns ? TextEncoder::create(request.encoding) : Result<TextEncoder>(columns.error());
    if (!encoder) {
        return encoder.error();
    }
    QSaveFile file(request.file);
    if (!file.open(QIODevice::WriteOnly)) {
        return cannotWrite(request.file, file.errorString(), {});
    }
    QByteArray text = (encoder->isUtf8() ? csvByteOrderMark() : QByteArray()) +
                      encoder->encode(csvLine(columns->headings()).toStdString());
    constexpr qsizetype block = 1 << 20;
    ExportReport report;
    FeatureRow row;
    for (;;) {
        const auto more = features(row);
        if (!more) {
            return more.error();
        }
        if (*more) {
            text += encoder->encode(csvLine(textsOf(*columns, row)).toStdString());
            ++report.features;
        }
        if (text.size() > block || !*more) {
            if (file.write(text) != text.size()) {
                return cannotWrite(request.file, file.errorString(), {});
            }
            text.clear();
        }
        if (!*more) {
            break;
        }
        if (report.features % 256 == 0 && job.isCancelled()) {
            return cancelledError(); // the unfinished file goes with QSaveFile
        }
    }
    if (!file.commit()) {
        return cannotWrite(request.file, file.errorString(), {});
    }
    if (encoder->replaced() > 0) {
        report.notes << replacedNote(*encoder);
    }
    return report;
}

} // namespace cuntu
