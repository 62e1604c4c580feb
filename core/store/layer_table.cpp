// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/layer_table.h"

#include "core/base/text.h"
#include "core/store/schema_json.h"

#include <QRandomGenerator>

#include <array>
#include <future>

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
    // Layers of a kept result that was taken out keep their tables, so that it can come back.
    auto rows = database.prepare(QStringLiteral("SELECT schema, revision FROM cuntu_layer WHERE id NOT IN (SELECT "
                                                "l.value FROM cuntu_run r, json_each(r.layers) "
                                                "l WHERE r.removed_by IS NOT NULL) ORDER BY position"));
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

Result<FeatureId> freeFeatureId(const Database &database, const QString &layer)
{
    auto used = database.integer(
        QStringLiteral("SELECT max(coalesce((SELECT max(feature_id) FROM cuntu_entry WHERE layer = ?1), 0), "
                       "coalesce((SELECT max(feature_id) FROM cuntu_change WHERE layer = ?1), 0), "
                       "coalesce((SELECT max(id) FROM %1), 0))")
            .arg(quoted(layer)),
        {layer.toStdString()});
    return used ? Result<FeatureId>(FeatureId{*used + 1}) : Result<FeatureId>(used.error());
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

namespace {

std::mt19937_64 seededGenerator()
{
    std::array<quint32, 16> seed{};
    QRandomGenerator::system()->fillRange(seed.data(), static_cast<qsizetype>(seed.size()));
    std::seed_seq sequence(seed.begin(), seed.end());
    return std::mt19937_64(sequence);
}

} // namespace

LayerWriter::LayerWriter(Database &database, LayerSchema schema, int srid, Statement update)
    : m_database(&database),
      m_schema(std::move(schema)),
      m_srid(srid),
      m_multi(m_schema.geometry == GeometryType::Line || m_schema.geometry == GeometryType::Polygon),
      m_isUsed(m_schema.fields.size()),
      m_update(std::move(update)),
      m_random(seededGenerator())
{
}

Result<LayerWriter> LayerWriter::begin(Database &database, const LayerSchema &schema, int srid)
{
    auto spatial = hasGeometryColumn(database, schema.id);
    if (!spatial) {
        return spatial.error();
    }
    QStringList changes;
    for (const Field &field : schema.fields) {
        changes << QStringLiteral("%1 = coalesce(?, %1)").arg(quoted(field.id));
    }
    if (*spatial) {
        changes << QStringLiteral("geom = coalesce(?, geom)");
    }
    if (changes.isEmpty()) {
        changes << QStringLiteral("uuid = uuid"); // a layer of numbers alone, as of a file without columns
    }
    auto update = database.prepare(
        QStringLiteral("UPDATE %1 SET %2 WHERE id = ?").arg(quoted(schema.id), changes.join(QLatin1Char(','))));
    if (!update) {
        return update.error();
    }
    auto filled = database.integer(QStringLiteral("SELECT EXISTS (SELECT 1 FROM %1)").arg(quoted(schema.id)));
    if (!filled) {
        return filled.error();
    }
    LayerWriter writer(database, schema, *spatial ? srid : 0, std::move(*update));
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

bool LayerWriter::isWideEnough(const FeatureRow &row) const
{
    for (std::size_t i = 0; i < row.values.size(); ++i) {
        if (!m_isUsed[i] && !isNull(row.values[i])) {
            return false;
        }
    }
    return m_insert.has_value();
}

/// Makes the inserting statement anew with the columns that @p row needs too.
Result<void> LayerWriter::widen(const FeatureRow &row)
{
    QStringList names{QStringLiteral("uuid"), QStringLiteral("id")};
    QStringList marks{QStringLiteral("?"), QStringLiteral("?")};
    m_columns.clear();
    for (std::size_t i = 0; i < row.values.size(); ++i) {
        m_isUsed[i] = m_isUsed[i] || !isNull(row.values[i]);
        if (m_isUsed[i]) {
            m_columns.push_back(i);
            names << quoted(m_schema.fields[i].id);
            marks << QStringLiteral("?");
        }
    }
    if (m_srid > 0) {
        names << QStringLiteral("geom");
        marks << QStringLiteral("?");
    }
    auto insert =
        m_database->prepare(QStringLiteral("INSERT INTO %1 (%2) VALUES (%3)")
                                .arg(quoted(m_schema.id), names.join(QLatin1Char(',')), marks.join(QLatin1Char(','))));
    if (!insert) {
        return insert.error();
    }
    m_insert.emplace(std::move(*insert));
    return {};
}

/// Gives the parameter after @p at.
int LayerWriter::bindValue(Statement &statement, int at, const Value &value) const
{
    if (const auto *text = std::get_if<std::string>(&value)) {
        statement.bindStatic(at, std::string_view(*text));
    } else {
        statement.bind(at, value);
    }
    return at + 1;
}

/// As bindValue(); nothing for a layer without positions.
int LayerWriter::bindGeometry(Statement &statement, int at, const Geometry &geometry)
{
    if (m_srid <= 0) {
        return at;
    }
    m_extent = geometry.extent();
    writeSpatialiteBlob(geometry, m_extent, m_srid, m_multi, m_blob);
    statement.bindStatic(at, std::span(reinterpret_cast<const std::uint8_t *>(m_blob.constData()),
                                       static_cast<std::size_t>(m_blob.size())));
    return at + 1;
}

Result<FeatureId> LayerWriter::insert(const FeatureRow &row)
{
    auto wide = isWideEnough(row) ? Result<void>() : widen(row);
    if (!wide) {
        return wide.error();
    }
    const std::array<std::uint64_t, 2> uuid{m_random(), m_random()};
    int at = 0;
    m_insert->bindStatic(at++, std::span(reinterpret_cast<const std::uint8_t *>(uuid.data()), sizeof uuid));
    if (m_next.isNone()) {
        m_insert->bindNull(at++);
    } else {
        m_insert->bind(at++, m_next.value);
        m_next = {}; // SQLite gives the ones that follow the numbers behind it, and need not look whether they are free
    }
    for (const std::size_t column : m_columns) {
        at = bindValue(*m_insert, at, row.values[column]);
    }
    bindGeometry(*m_insert, at, row.geometry);
    auto done = m_insert->run();
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
    int at = 0;
    for (const Value &value : row.values) {
        at = bindValue(m_update, at, value);
    }
    at = bindGeometry(m_update, at, row.geometry);
    m_update.bind(at, id.value);
    return m_update.run();
}

Result<void> LayerWriter::finish(const JobContext &job)
{
    auto boxes = m_srid <= 0 ? Result<IndexBoxes>(IndexBoxes())
                 : m_boxes   ? Result<IndexBoxes>(std::move(*m_boxes))
                             : readBoxes(*m_database, m_schema.id, job);
    if (!boxes) {
        return boxes.error();
    }
    // The order of the spatial index is found while the index of the keys is made.
    auto order = std::async(std::launch::async, [&boxes = *boxes] { return orderAlongCurve(boxes); });
    auto keyed = m_schema.keyField.isEmpty()
                     ? Result<void>()
                     : m_database->execute(
                           QStringLiteral("CREATE UNIQUE INDEX IF NOT EXISTS %1 ON %2 (%3)")
                               .arg(quoted(keyIndexName(m_schema.id)), quoted(m_schema.id), quoted(m_schema.keyField)));
    const std::vector<std::uint32_t> along = order.get();
    auto packed = keyed && m_srid > 0 ? packSpatialIndex(*m_database, m_schema.id, *boxes, along, job) : keyed;
    for (const QString &sql : m_triggers) {
        if (packed) {
            packed = m_database->execute(sql);
        }
    }
    return packed;
}

} // namespace cuntu
