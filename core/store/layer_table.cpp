// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/layer_table.h"

#include "core/base/text.h"
#include "core/store/schema_json.h"

namespace cuntu {

namespace {

QString columnType(FieldType type)
{
    switch (type) {
    case FieldType::Integer:
    case FieldType::Boolean:
        return QStringLiteral("INTEGER");
    case FieldType::Real:
        return QStringLiteral("REAL");
    case FieldType::Text:
    case FieldType::Date:
    case FieldType::Choice:
        break;
    }
    return QStringLiteral("TEXT");
}

QString spatialiteType(GeometryType type)
{
    switch (type) {
    case GeometryType::Point:
        return QStringLiteral("POINT");
    case GeometryType::Line:
        return QStringLiteral("MULTILINESTRING");
    case GeometryType::Polygon:
        return QStringLiteral("MULTIPOLYGON");
    case GeometryType::None:
    case GeometryType::Any:
        break;
    }
    return QStringLiteral("GEOMETRY");
}

QString keyIndexName(const QString &layer)
{
    return QStringLiteral("cuntu_key_%1").arg(layer);
}

/// Columns of @p schema, quoted, with @p each put around each name (%1).
QString columns(const LayerSchema &schema, const QString &each, const QString &separator)
{
    QStringList list;
    for (const Field &field : schema.fields) {
        list << each.arg(quoted(field.id));
    }
    return list.join(separator);
}

} // namespace

Result<std::vector<StoredLayer>> readLayers(const Database &database)
{
    auto rows = database.prepare(QStringLiteral("SELECT schema, revision FROM cuntu_layer ORDER BY position"));
    if (!rows) {
        return rows.error();
    }
    std::vector<StoredLayer> layers;
    auto more = rows->step();
    for (; more && *more; more = rows->step()) {
        auto schema = schemaFromJson(rows->text(0));
        if (!schema) {
            return schema.error();
        }
        layers.push_back({std::move(*schema), rows->integer(1)});
    }
    if (!more) {
        return more.error();
    }
    return layers;
}

Result<void> createLayerTable(Database &database, const LayerSchema &schema, int srid, qint64 revision)
{
    QString sql = QStringLiteral("CREATE TABLE %1 (id INTEGER PRIMARY KEY, uuid BLOB NOT NULL").arg(quoted(schema.id));
    for (const Field &field : schema.fields) {
        sql += QStringLiteral(", %1 %2").arg(quoted(field.id), columnType(field.type));
    }
    auto done = database.execute(sql + QLatin1Char(')'));
    if (done && srid > 0 && schema.geometry != GeometryType::None) {
        done = addGeometryColumn(database, schema, srid);
    }
    if (!done) {
        return done;
    }
    return database.execute(QStringLiteral("INSERT INTO cuntu_layer (id, position, schema, revision) VALUES "
                                           "(?, (SELECT coalesce(max(position), 0) + 1 FROM cuntu_layer), ?, ?)"),
                            {schema.id.toStdString(), schemaToJson(schema).toStdString(), std::int64_t{revision}});
}

Result<void> addGeometryColumn(Database &database, const LayerSchema &schema, int srid)
{
    auto added =
        database.integer(QStringLiteral("SELECT AddGeometryColumn(?, 'geom', ?, ?, 'XY')"),
                         {schema.id.toStdString(), std::int64_t{srid}, spatialiteType(schema.geometry).toStdString()});
    if (!added || *added != 1) {
        return Error{ErrorCode::Bug,
                     Core::tr("the geometry column of layer %1 could not be made").arg(schema.id),
                     {},
                     {},
                     {},
                     added ? QStringList() : added.error().details};
    }
    auto indexed = database.integer(QStringLiteral("SELECT CreateSpatialIndex(?, 'geom')"), {schema.id.toStdString()});
    if (!indexed || *indexed != 1) {
        return Error{ErrorCode::Bug,
                     Core::tr("the spatial index of layer %1 could not be made").arg(schema.id),
                     {},
                     {},
                     {},
                     indexed ? QStringList() : indexed.error().details};
    }
    return {};
}

Result<bool> hasGeometryColumn(const Database &database, const QString &layer)
{
    auto count = database.integer(QStringLiteral("SELECT count(*) FROM pragma_table_info(?) WHERE name = 'geom'"),
                                  {layer.toStdString()});
    if (!count) {
        return count.error();
    }
    return *count > 0;
}

Result<bool> extendLayerTable(Database &database, const LayerSchema &schema)
{
    bool changed = false;
    for (const Field &field : schema.fields) {
        auto there = database.integer(QStringLiteral("SELECT count(*) FROM pragma_table_info(?) WHERE name = ?"),
                                      {schema.id.toStdString(), field.id.toStdString()});
        if (!there) {
            return there.error();
        }
        if (*there == 0) {
            auto added = database.execute(QStringLiteral("ALTER TABLE %1 ADD COLUMN %2 %3")
                                              .arg(quoted(schema.id), quoted(field.id), columnType(field.type)));
            if (!added) {
                return added.error();
            }
            changed = true;
        }
    }
    const std::string json = schemaToJson(schema).toStdString();
    auto stored = database.execute(QStringLiteral("UPDATE cuntu_layer SET schema = ? WHERE id = ? AND schema <> ?"),
                                   {json, schema.id.toStdString(), json});
    if (!stored) {
        return stored.error();
    }
    return changed || database.changes() > 0;
}

Result<void> dropLayerTable(Database &database, const QString &layer)
{
    auto spatial = hasGeometryColumn(database, layer);
    if (!spatial) {
        return spatial.error();
    }
    Result<void> done;
    if (*spatial) {
        done = database.execute(QStringLiteral("SELECT DisableSpatialIndex(?, 'geom')"), {layer.toStdString()});
        if (done) {
            done = database.execute(
                QStringLiteral("DROP TABLE IF EXISTS %1").arg(quoted(QStringLiteral("idx_%1_geom").arg(layer))));
        }
        if (done) {
            done = database.execute(QStringLiteral("SELECT DiscardGeometryColumn(?, 'geom')"), {layer.toStdString()});
        }
    }
    if (done) {
        done = database.execute(QStringLiteral("DROP TABLE %1").arg(quoted(layer)));
    }
    for (const char *sql : {"DELETE FROM cuntu_style WHERE layer = ?", "DELETE FROM cuntu_layer WHERE id = ?"}) {
        if (done) {
            done = database.execute(QString::fromLatin1(sql), {layer.toStdString()});
        }
    }
    return done;
}

Result<void> touchLayer(Database &database, const QString &layer, qint64 revision)
{
    return database.execute(QStringLiteral("UPDATE cuntu_layer SET revision = ? WHERE id = ?"),
                            {std::int64_t{revision}, layer.toStdString()});
}

Result<FeatureReader> FeatureReader::begin(const Database &database, const LayerSchema &schema, const QString &where,
                                           const std::vector<Value> &values)
{
    auto spatial = hasGeometryColumn(database, schema.id);
    if (!spatial) {
        return spatial.error();
    }
    QString sql = QStringLiteral("SELECT id, %1").arg(*spatial ? QStringLiteral("geom") : QStringLiteral("NULL"));
    if (!schema.fields.empty()) {
        sql += QStringLiteral(", ") + columns(schema, QStringLiteral("%1"), QStringLiteral(", "));
    }
    sql += QStringLiteral(" FROM %1 %2 ORDER BY id").arg(quoted(schema.id), where);
    auto rows = database.prepare(sql);
    if (!rows) {
        return rows.error();
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        rows->bind(static_cast<int>(i), values[i]);
    }
    return FeatureReader(std::move(*rows), schema.fields.size());
}

Result<bool> FeatureReader::next(FeatureRow &feature)
{
    auto more = m_rows.step();
    if (!more || !*more) {
        return more;
    }
    feature.id = FeatureId{m_rows.integer(0)};
    feature.geometry = {};
    feature.statuses.clear();
    feature.sourceRow = 0;
    if (!m_rows.isNull(1)) {
        auto geometry = fromSpatialiteBlob(m_rows.blob(1));
        if (!geometry) {
            Error error = geometry.error();
            error.where.feature = QString::number(feature.id.value);
            return error;
        }
        feature.geometry = std::move(*geometry);
    }
    feature.values.resize(m_fields);
    for (std::size_t i = 0; i < m_fields; ++i) {
        feature.values[i] = m_rows.value(static_cast<int>(i) + 2);
    }
    return true;
}

LayerWriter::LayerWriter(Database &database, LayerSchema schema, int srid, Statement insert, Statement update)
    : m_database(&database),
      m_schema(std::move(schema)),
      m_srid(srid),
      m_multi(m_schema.geometry == GeometryType::Line || m_schema.geometry == GeometryType::Polygon),
      m_insert(std::move(insert)),
      m_update(std::move(update))
{
}

Result<LayerWriter> LayerWriter::begin(Database &database, const LayerSchema &schema, int srid)
{
    auto spatial = hasGeometryColumn(database, schema.id);
    if (!spatial) {
        return spatial.error();
    }
    QStringList names{QStringLiteral("uuid")};
    QStringList marks{QStringLiteral("randomblob(16)")}; // and the id behind all others
    QStringList changes;
    for (const Field &field : schema.fields) {
        names << quoted(field.id);
        marks << QStringLiteral("?");
        changes << QStringLiteral("%1 = coalesce(?, %1)").arg(quoted(field.id));
    }
    if (*spatial) {
        names << QStringLiteral("geom");
        marks << QStringLiteral("?");
        changes << QStringLiteral("geom = coalesce(?, geom)");
    }
    names << QStringLiteral("id");
    marks << QStringLiteral("?");
    if (changes.isEmpty()) {
        changes << QStringLiteral("uuid = uuid"); // a layer of numbers alone, as of a file without columns
    }
    auto insert =
        database.prepare(QStringLiteral("INSERT INTO %1 (%2) VALUES (%3)")
                             .arg(quoted(schema.id), names.join(QLatin1Char(',')), marks.join(QLatin1Char(','))));
    auto update = database.prepare(
        QStringLiteral("UPDATE %1 SET %2 WHERE id = ?").arg(quoted(schema.id), changes.join(QLatin1Char(','))));
    if (!insert) {
        return insert.error();
    }
    if (!update) {
        return update.error();
    }
    auto filled = database.integer(QStringLiteral("SELECT EXISTS (SELECT 1 FROM %1)").arg(quoted(schema.id)));
    if (!filled) {
        return filled.error();
    }
    LayerWriter writer(database, schema, *spatial ? srid : 0, std::move(*insert), std::move(*update));
    if (*spatial && *filled == 0) {
        writer.m_boxes.emplace();
    }
    auto triggers =
        database.prepare(QStringLiteral("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?"));
    if (!triggers) {
        return triggers.error();
    }
    triggers->bind(0, schema.id);
    QStringList triggerNames;
    auto more = triggers->step();
    for (; more && *more; more = triggers->step()) {
        triggerNames << triggers->text(0);
        writer.m_triggers << triggers->text(1);
    }
    for (const QString &name : triggerNames) {
        auto dropped = database.execute(QStringLiteral("DROP TRIGGER %1").arg(quoted(name)));
        if (!dropped) {
            return dropped.error();
        }
    }
    return writer;
}

void LayerWriter::bind(Statement &statement, const FeatureRow &row)
{
    int at = 0;
    for (const Value &value : row.values) {
        if (const auto *text = std::get_if<std::string>(&value)) {
            statement.bindStatic(at++, std::string_view(*text));
        } else {
            statement.bind(at++, value);
        }
    }
    if (m_srid > 0) {
        m_extent = row.geometry.extent();
        writeSpatialiteBlob(row.geometry, m_extent, m_srid, m_multi, m_blob);
        statement.bindStatic(at++, std::span(reinterpret_cast<const std::uint8_t *>(m_blob.constData()),
                                             static_cast<std::size_t>(m_blob.size())));
    }
}

Result<FeatureId> LayerWriter::insert(const FeatureRow &row)
{
    bind(m_insert, row);
    const int idAt = static_cast<int>(m_schema.fields.size()) + (m_srid > 0 ? 1 : 0);
    if (m_next.isNone()) {
        m_insert.bindNull(idAt);
    } else {
        m_insert.bind(idAt, m_next.value++);
    }
    auto done = m_insert.run();
    if (!done) {
        return done.error();
    }
    const FeatureId id{m_database->lastInsertId()};
    if (m_boxes && !m_blob.isEmpty()) {
        m_boxes->add(id.value, m_extent.minX, m_extent.minY, m_extent.maxX, m_extent.maxY);
    }
    return id;
}

Result<void> LayerWriter::update(FeatureId id, const FeatureRow &row)
{
    m_boxes.reset(); // they are no longer in the order of the ids
    bind(m_update, row);
    m_update.bind(static_cast<int>(m_schema.fields.size()) + (m_srid > 0 ? 1 : 0), id.value);
    return m_update.run();
}

Result<void> LayerWriter::finish(const JobContext &job)
{
    if (m_srid > 0) {
        auto boxes = m_boxes ? Result<IndexBoxes>(std::move(*m_boxes)) : readBoxes(*m_database, m_schema.id, job);
        if (!boxes) {
            return boxes.error();
        }
        auto packed = packSpatialIndex(*m_database, m_schema.id, *boxes, job);
        if (!packed) {
            return packed;
        }
    }
    for (const QString &sql : m_triggers) {
        auto made = m_database->execute(sql);
        if (!made) {
            return made;
        }
    }
    if (m_schema.keyField.isEmpty()) {
        return {};
    }
    return m_database->execute(
        QStringLiteral("CREATE UNIQUE INDEX IF NOT EXISTS %1 ON %2 (%3)")
            .arg(quoted(keyIndexName(m_schema.id)), quoted(m_schema.id), quoted(m_schema.keyField)));
}

} // namespace cuntu
