// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/layer_loader.h"

#include "core/base/text.h"
#include "core/store/layer_table.h"

#include <algorithm>
#include <cstring>

namespace cuntu {

Column::Kind columnKind(FieldType type)
{
    return type == FieldType::Text || type == FieldType::Choice ? Column::Kind::Text : Column::Kind::Number;
}

namespace {

constexpr std::size_t k_pointBlobBytes = 60; // SpatiaLite's BLOB of one POINT XY

void appendCell(Column &column, FieldType type, const Statement &rows, int at)
{
    if (rows.isNull(at)) {
        column.appendNull();
    } else if (column.kind() == Column::Kind::Text) {
        column.appendText(rows.utf8(at));
    } else if (type == FieldType::Date) {
        const auto day = Day::fromIso(rows.text(at));
        day ? column.appendNumber(day->number()) : column.appendNull();
    } else {
        column.appendNumber(rows.real(at));
    }
}

/// The position in the BLOB of a single point as we write them; empty for anything else.
std::optional<Point> plainPoint(std::span<const std::uint8_t> blob)
{
    if (blob.size() != k_pointBlobBytes || blob[0] != 0 || blob[1] != 1 || blob[38] != 0x7C || blob[39] != 1) {
        return std::nullopt;
    }
    Point point;
    std::memcpy(&point.x, blob.data() + 43, 8);
    std::memcpy(&point.y, blob.data() + 51, 8);
    return point;
}

Result<void> appendGeometry(PackedGeometry &packed, std::span<const std::uint8_t> blob)
{
    if (blob.empty()) {
        packed.append(Geometry());
        return {};
    }
    if (const auto point = plainPoint(blob)) {
        packed.appendPoint(*point);
        return {};
    }
    auto geometry = fromSpatialiteBlob(blob);
    if (!geometry) {
        return geometry.error();
    }
    if (packed.type == GeometryType::None || packed.type == GeometryType::Any) {
        packed.type = geometry->type;
    }
    packed.append(*geometry);
    return {};
}

/// Numbers of rows as an array that SQLite's json_each() reads.
std::string jsonOf(std::span<const FeatureId> rows)
{
    std::string json(1, '[');
    for (const FeatureId row : rows) {
        json.append(json.size() > 1 ? "," : "").append(std::to_string(row.value));
    }
    json.push_back(']');
    return json;
}

/// One pass over a layer's table that collects what is missing, or over some of its rows.
class Loader {
public:
    Loader(const LayerRequest &request, const LayerSnapshot *known) : m_request(request), m_known(known) {}
    /// @p rows only, those of them that are there, as a layer of their own.
    Loader(const LayerRequest &request, std::span<const FeatureId> rows) : m_request(request), m_rows(rows) {}

    Result<Immutable<LayerSnapshot>> run(Database &database, const JobContext &job);

private:
    Result<void> scan(Database &database, const JobContext &job);
    Result<bool> prepareColumns();
    Immutable<LayerSnapshot> assemble();

    const LayerRequest &m_request;
    const LayerSnapshot *m_known = nullptr;
    std::optional<std::span<const FeatureId>> m_rows; ///< empty: all
    bool m_spatial = false;
    std::vector<const Field *> m_fields; ///< to be loaded now
    std::vector<Column> m_columns;
    std::vector<FeatureId> m_ids;
    PackedGeometry m_geometry;
};

Result<bool> Loader::prepareColumns()
{
    for (const QString &id : m_request.fields) {
        const Field *field = m_request.schema.findField(id);
        if (!field) {
            return Error{
                ErrorCode::NotFound, Core::tr("layer %1 has no field %2").arg(m_request.schema.id, id), {}, {}, {}, {}};
        }
        if (!(m_known && m_known->column(id)) && std::find(m_fields.begin(), m_fields.end(), field) == m_fields.end()) {
            m_fields.push_back(field);
            m_columns.emplace_back(columnKind(field->type));
        }
    }
    return !m_known || !m_fields.empty();
}

Result<Immutable<LayerSnapshot>> Loader::run(Database &database, const JobContext &job)
{
    auto needed = prepareColumns();
    if (!needed) {
        return needed.error();
    }
    auto begun = database.execute(QStringLiteral("BEGIN")); // one state of the file for the check and the scan
    if (!begun) {
        return begun.error();
    }
    auto revision = database.integer(QStringLiteral("SELECT revision FROM cuntu_layer WHERE id = ?"),
                                     {m_request.schema.id.toStdString()});
    if (!revision) {
        return revision.error();
    }
    if (*revision != m_request.revision) {
        return Error{
            ErrorCode::Conflict, Core::tr("layer %1 has changed meanwhile").arg(m_request.schema.id), {}, {}, {}, {}};
    }
    auto spatial = hasGeometryColumn(database, m_request.schema.id);
    if (!spatial) {
        return spatial.error();
    }
    m_spatial = *spatial;
    m_geometry.type = m_request.schema.geometry;
    auto scanned = scan(database, job);
    if (!scanned) {
        return scanned.error();
    }
    return assemble();
}

Result<void> Loader::scan(Database &database, const JobContext &job)
{
    const bool first = !m_known;
    QString sql =
        QStringLiteral("SELECT id, %1").arg(first && m_spatial ? QStringLiteral("geom") : QStringLiteral("NULL"));
    for (const Field *field : m_fields) {
        sql += QStringLiteral(", ") + quoted(field->id);
    }
    sql += QStringLiteral(" FROM %1").arg(quoted(m_request.schema.id));
    if (m_rows) {
        sql += QStringLiteral(" WHERE id IN (SELECT value FROM json_each(?))");
    }
    auto rows = database.prepare(sql + QStringLiteral(" ORDER BY id"));
    if (!rows) {
        return rows.error();
    }
    if (m_rows) {
        rows->bind(0, jsonOf(*m_rows));
    }
    std::size_t count = 0;
    auto more = rows->step();
    for (; more && *more; more = rows->step()) {
        if (first) {
            m_ids.push_back(FeatureId{rows->integer(0)});
            auto done = appendGeometry(m_geometry, m_spatial ? rows->blob(1) : std::span<const std::uint8_t>());
            if (!done) {
                return done;
            }
        }
        for (std::size_t i = 0; i < m_fields.size(); ++i) {
            appendCell(m_columns[i], m_fields[i]->type, *rows, static_cast<int>(i) + 2);
        }
        if (++count % 8192 == 0 && job.isCancelled()) {
            return cancelledError();
        }
    }
    if (!more) {
        return more.error();
    }
    return {};
}

Immutable<LayerSnapshot> Loader::assemble()
{
    auto columns = m_known ? m_known->columns() : std::map<QString, Immutable<Column>>();
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        m_columns[i].finish();
        columns[m_fields[i]->id] = freeze(std::move(m_columns[i]));
    }
    Immutable<std::vector<FeatureId>> ids;
    Immutable<PackedGeometry> geometry;
    if (m_known) {
        ids = m_known->sharedIds();
        geometry = m_known->sharedGeometry();
    } else {
        m_geometry.finish();
        ids = freeze(std::move(m_ids));
        geometry = freeze(std::move(m_geometry));
    }
    return std::make_shared<const LayerSnapshot>(m_request.schema, m_request.crs, m_request.revision, ids, geometry,
                                                 std::move(columns), m_known ? m_known->sharedMemo() : nullptr);
}

} // namespace

Result<Immutable<LayerSnapshot>> readLayerTable(Database &database, const LayerRequest &request,
                                                const LayerSnapshot *known, const JobContext &job)
{
    return Loader(request, known).run(database, job);
}

Result<Immutable<LayerSnapshot>> readLayerRows(Database &database, const LayerRequest &request,
                                               std::span<const FeatureId> rows, const JobContext &job)
{
    return Loader(request, rows).run(database, job);
}

} // namespace cuntu
