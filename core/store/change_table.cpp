// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/change_table.h"

#include "core/geo/geometry.h"
#include "core/geo/spatialite_format.h"

#include <cmath>

namespace cuntu {

namespace {

const QString k_geometry = QStringLiteral("geom");
const QString k_row = QStringLiteral("id");
const QString k_uuid = QStringLiteral("uuid");
constexpr double k_metresPerDegree = 111320.0;
constexpr double k_samePosition_m = 0.001;

std::optional<double> numberOf(const Value &value)
{
    if (const auto *whole = std::get_if<std::int64_t>(&value)) {
        return static_cast<double>(*whole);
    }
    if (const auto *real = std::get_if<double>(&value)) {
        return *real;
    }
    return std::nullopt;
}

bool isSame(const Value &a, const Value &b)
{
    const auto x = numberOf(a);
    const auto y = numberOf(b);
    return x && y ? *x == *y : a == b;
}

/// The largest distance between vertices of the same place in both; infinite where they are built differently.
double vertexDistance(const Geometry &a, const Geometry &b)
{
    if (a.type != b.type || a.points.size() != b.points.size() || a.partEnds != b.partEnds) {
        return HUGE_VAL;
    }
    double most = 0;
    for (std::size_t i = 0; i < a.points.size(); ++i) {
        most = std::max(most, std::hypot(a.points[i].x - b.points[i].x, a.points[i].y - b.points[i].y));
    }
    return most;
}

} // namespace

Result<RowComparison> RowComparison::begin(const Database &database, const LayerSchema &schema, int srid)
{
    const bool spatial = srid > 0 && schema.geometry != GeometryType::None;
    QString sql = QStringLiteral("SELECT %1").arg(spatial ? k_geometry : QStringLiteral("NULL"));
    for (const Field &field : schema.fields) {
        sql += QStringLiteral(", ") + quoted(field.id);
    }
    auto read = database.prepare(sql + QStringLiteral(" FROM %1 WHERE id = ?").arg(quoted(schema.id)));
    if (!read) {
        return read.error();
    }
    auto geographic = database.integer(
        QStringLiteral("SELECT count(*) FROM spatial_ref_sys WHERE srid = ? AND proj4text LIKE '%+proj=longlat%'"),
        {std::int64_t{srid}});
    if (!geographic) {
        return geographic.error();
    }
    return RowComparison(std::move(*read), schema.fields.size(), srid > 0, *geographic > 0);
}

Result<std::vector<FieldDifference>> RowComparison::differences(FeatureId id, const FeatureRow &row)
{
    std::vector<FieldDifference> found;
    m_read.bind(0, id.value);
    auto there = m_read.step();
    if (!there) {
        return there.error();
    }
    for (std::size_t i = 0; *there && i < m_fields; ++i) {
        if (isNull(row.values[i])) {
            continue;
        }
        Value old = m_read.value(static_cast<int>(i) + 1);
        if (!isSame(old, row.values[i])) {
            found.push_back({static_cast<int>(i), std::move(old), -1});
        }
    }
    auto compared = *there && m_spatial && !row.geometry.isEmpty() ? compareGeometry(row, found) : Result<void>();
    m_read.reset();
    if (!compared) {
        return compared.error();
    }
    return found;
}

Result<void> RowComparison::compareGeometry(const FeatureRow &row, std::vector<FieldDifference> &found)
{
    if (m_read.isNull(0)) {
        found.push_back({});
        return {};
    }
    auto stored = fromSpatialiteBlob(m_read.blob(0));
    if (!stored) {
        return stored.error();
    }
    const double distance = vertexDistance(*stored, row.geometry);
    const double tolerance = m_geographic ? k_samePosition_m / k_metresPerDegree : k_samePosition_m;
    if (distance >= tolerance) {
        const bool point = row.geometry.type == GeometryType::Point && std::isfinite(distance);
        found.push_back({-1, {}, point ? distance : -1});
    }
    return {};
}

Result<ChangeWriter> ChangeWriter::begin(const Database &database, ActionId action)
{
    auto insert =
        database.prepare(QStringLiteral("INSERT INTO cuntu_change (action_id, layer, feature_id, field, old, new) "
                                        "VALUES (?, ?, ?, ?, ?, ?)"));
    if (!insert) {
        return insert.error();
    }
    return ChangeWriter(database, action, std::move(*insert));
}

Result<void> ChangeWriter::add(const ChangedField &what, const Value &old, const Value &now)
{
    m_insert.bind(0, m_action.value);
    m_insert.bind(1, what.layer);
    m_insert.bind(2, what.feature.value);
    m_insert.bind(3, what.field);
    m_insert.bind(4, old);
    m_insert.bind(5, now);
    return m_insert.run();
}

Result<void> ChangeWriter::addGeometry(const QString &layer, FeatureId feature, const QByteArray &now)
{
    auto insert =
        m_database->prepare(QStringLiteral("INSERT INTO cuntu_change (action_id, layer, feature_id, field, old, new) "
                                           "SELECT ?, ?, id, ?, geom, ? FROM %1 WHERE id = ?")
                                .arg(quoted(layer)));
    if (!insert) {
        return insert.error();
    }
    insert->bind(0, m_action.value);
    insert->bind(1, layer);
    insert->bind(2, k_geometry);
    insert->bindStatic(
        3, std::span(reinterpret_cast<const std::uint8_t *>(now.constData()), static_cast<std::size_t>(now.size())));
    insert->bind(4, feature.value);
    return insert->run();
}

Result<void> ChangeWriter::addColumn(const QString &layer, FeatureId feature, const QString &column, bool isNew)
{
    // The value goes from table to table: of a geometry as SpatiaLite has it.
    return m_database->execute(
        QStringLiteral("INSERT INTO cuntu_change (action_id, layer, feature_id, field, %3) "
                       "SELECT ?, ?, id, ?, %2 FROM %1 WHERE id = ? AND %2 IS NOT NULL")
            .arg(quoted(layer), quoted(column), isNew ? QStringLiteral("new") : QStringLiteral("old")),
        {m_action.value, layer.toStdString(), column.toStdString(), feature.value});
}

Result<void> ChangeWriter::addRow(const LayerSchema &schema, FeatureId feature, bool isNew)
{
    auto spatial = m_database->integer(QStringLiteral("SELECT count(*) FROM pragma_table_info(?) WHERE name = 'geom'"),
                                       {schema.id.toStdString()});
    if (!spatial) {
        return spatial.error();
    }
    QStringList columns{k_row, k_uuid};
    if (*spatial > 0) {
        columns << k_geometry;
    }
    for (const Field &field : schema.fields) {
        columns << field.id;
    }
    for (const QString &column : columns) {
        auto done = addColumn(schema.id, feature, column, isNew);
        if (!done) {
            return done;
        }
    }
    return {};
}

Result<std::vector<RecordedChange>> readChanges(const Database &database, const QString &layer, FeatureId feature)
{
    auto rows =
        database.prepare(QStringLiteral("SELECT c.action_id, a.recorded_at, a.who, a.name, c.field, "
                                        "CASE WHEN c.field = 'geom' THEN NULL ELSE c.old END, "
                                        "CASE WHEN c.field = 'geom' THEN NULL ELSE c.new END, a.undone_by IS NOT NULL "
                                        "FROM cuntu_change c JOIN cuntu_action a ON a.id = c.action_id "
                                        "WHERE c.layer = ?1 AND c.feature_id = ?2 AND (c.field = 'id' OR NOT EXISTS "
                                        "(SELECT 1 FROM cuntu_change r WHERE r.action_id = c.action_id AND "
                                        "r.layer = ?1 AND r.field = 'id' AND r.feature_id = ?2)) ORDER BY c.id"));
    if (!rows) {
        return rows.error();
    }
    rows->bind(0, layer);
    rows->bind(1, feature.value);
    std::vector<RecordedChange> changes;
    auto more = rows->step();
    for (; more && *more; more = rows->step()) {
        changes.push_back({ActionId{rows->integer(0)}, rows->text(1), rows->text(2), rows->text(3), rows->text(4),
                           rows->value(5), rows->value(6), rows->integer(7) != 0});
    }
    return more ? Result<std::vector<RecordedChange>>(std::move(changes))
                : Result<std::vector<RecordedChange>>(more.error());
}

namespace {

/// Takes out the rows of @p layer that were not there before @p action (or after it, where @p wanted is "new"), and
/// puts those back that were; their fields come after.
Result<void> revertRows(Database &database, std::int64_t action, const QString &layer, const QString &wanted)
{
    const std::vector<Value> values{action, layer.toStdString()};
    auto done = database.execute(QStringLiteral("DELETE FROM %1 WHERE id IN (SELECT feature_id FROM cuntu_change WHERE "
                                                "action_id = ? AND layer = ? AND field = 'id' AND %2 IS NULL)")
                                     .arg(quoted(layer), wanted),
                                 values);
    return done ? database.execute(
                      QStringLiteral("INSERT INTO %1 (id, uuid) SELECT r.feature_id, u.%2 FROM cuntu_change r "
                                     "JOIN cuntu_change u ON u.action_id = r.action_id AND u.layer = r.layer AND "
                                     "u.field = 'uuid' AND u.feature_id = r.feature_id WHERE r.action_id = ? AND "
                                     "r.layer = ? AND r.field = 'id' AND r.%2 IS NOT NULL")
                          .arg(quoted(layer), wanted),
                      values)
                : done;
}

} // namespace

Result<void> revertChanges(Database &database, std::int64_t action, bool undoing)
{
    const QString wanted = undoing ? QStringLiteral("old") : QStringLiteral("new");
    auto rows = database.prepare(QStringLiteral("SELECT DISTINCT layer, field FROM cuntu_change WHERE action_id = ?"));
    if (!rows) {
        return rows.error();
    }
    rows->bind(0, action);
    std::vector<std::pair<QString, QString>> fields;
    auto more = rows->step();
    for (; more && *more; more = rows->step()) {
        fields.emplace_back(rows->text(0), rows->text(1));
    }
    if (!more) {
        return more.error();
    }
    for (const auto &[layer, field] : fields) {
        auto done = field == k_row ? revertRows(database, action, layer, wanted) : Result<void>();
        if (!done) {
            return done;
        }
    }
    for (const auto &[layer, field] : fields) {
        if (field == k_row || field == k_uuid) {
            continue;
        }
        auto done = database.execute(
            QStringLiteral("UPDATE %1 SET %2 = c.%3 FROM cuntu_change c WHERE c.action_id = ? AND c.layer = ? AND "
                           "c.field = ? AND c.feature_id = %1.id")
                .arg(quoted(layer), quoted(field), wanted),
            {action, layer.toStdString(), field.toStdString()});
        if (!done) {
            return done;
        }
    }
    return {};
}

} // namespace cuntu
