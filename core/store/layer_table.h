// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/schema/layer_schema.h"
#include "core/store/database.h"
#include "core/store/spatial_index.h"

#include <QHash>

#include <functional>
#include <optional>
#include <random>

namespace cuntu {

/// A layer as the project lists it.
struct StoredLayer {
    LayerSchema schema;
    qint64 revision = 0;
};

/// All layers that have a table, in their order.
Result<std::vector<StoredLayer>> readLayers(const Database &database);

/// Makes the table of @p schema (id, uuid, one column per field) and lists it. With @p srid > 0 it gets a registered,
/// spatially indexed geometry column "geom"; with 0 that is left to addGeometryColumn(). Inside the caller's
/// transaction.
Result<void> createLayerTable(Database &database, const LayerSchema &schema, int srid, qint64 revision);

/// Adds the geometry column of a layer that was made before the project had a CRS.
Result<void> addGeometryColumn(Database &database, const LayerSchema &schema, int srid);

/// True where @p layer has a geometry column.
Result<bool> hasGeometryColumn(const Database &database, const QString &layer);

/// Adds columns for fields of @p schema that the table does not have, and stores the new schema. False where nothing
/// was missing.
Result<bool> extendLayerTable(Database &database, const LayerSchema &schema);

/// Removes the table, its index and its entries in the lists.
Result<void> dropLayerTable(Database &database, const QString &layer);

/// A number that no feature of @p layer has or ever had, so that what is recorded of one that is gone never becomes
/// another's; the ones above it are free too.
Result<FeatureId> freeFeatureId(const Database &database, const QString &layer);

/// Sets the revision at which a layer changed last.
Result<void> touchLayer(Database &database, const QString &layer, qint64 revision);

/// Reads features of a layer one after the other in the order of their ids, as they were when the first was read. Of
/// one thread; the database must outlive it.
class FeatureReader {
public:
    /// @p where: "WHERE ..." with @p values for its parameters; empty: all.
    static Result<FeatureReader> begin(const Database &database, const LayerSchema &schema, const QString &where,
                                       const std::vector<Value> &values);
    /// Fills @p feature, whose memory is used again; false at the end.
    Result<bool> next(FeatureRow &feature);

private:
    FeatureReader(Statement rows, std::size_t fields) : m_rows(std::move(rows)), m_fields(fields) {}

    Statement m_rows;
    std::size_t m_fields;
};

/// Adds and changes many features of one layer, fast: SpatiaLite's triggers are set aside meanwhile, and the spatial
/// index is packed in bulk at the end. The caller's transaction makes it whole or nothing. Call finish() before
/// commit().
class LayerWriter {
public:
    static Result<LayerWriter> begin(Database &database, const LayerSchema &schema, int srid);

    /// The id of the first feature that is inserted; the others follow it. Call it before the first.
    void numberFrom(FeatureId first) { m_next = first; }
    /// Stores a new feature and gives its id.
    Result<FeatureId> insert(const FeatureRow &row);
    /// Overwrites the fields and geometry that @p row has; what it leaves out stays.
    Result<void> update(FeatureId id, const FeatureRow &row);
    Result<void> finish(const JobContext &job);

private:
    LayerWriter(Database &database, LayerSchema schema, int srid, Statement update);
    bool isWideEnough(const FeatureRow &row) const;
    Result<void> widen(const FeatureRow &row);
    int bindValue(Statement &statement, int at, const Value &value) const;
    int bindGeometry(Statement &statement, int at, const Geometry &geometry);

    Database *m_database;
    LayerSchema m_schema;
    int m_srid;
    bool m_multi;
    std::optional<Statement> m_insert;  ///< with the columns in use only: most rows fill a few of many
    std::vector<std::size_t> m_columns; ///< fields that m_insert has, ascending
    std::vector<bool> m_isUsed;         ///< per field: m_insert has it
    Statement m_update;
    std::mt19937_64 m_random; ///< of the features' UUIDs
    FeatureId m_next;         ///< of the feature inserted next; none: the one behind the greatest
    QByteArray m_blob;        ///< of the row bound last, empty for none
    Box m_extent;
    std::optional<IndexBoxes> m_boxes; ///< of all features, where the table was empty; else they are read at the end
    QStringList m_triggers;            ///< their SQL, to be made again
};

} // namespace cuntu
