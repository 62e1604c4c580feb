// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/layer_schema.h"
#include "core/store/database.h"
#include "core/store/recorded_change.h"

#include <span>

namespace cuntu {

/// A field of a stored feature that a row would change.
struct FieldDifference {
    int field = -1;       ///< place in the schema; -1: the geometry
    Value old;            ///< nothing for the geometry
    double distance = -1; ///< of a point that moves, in units of the CRS; -1: not a point, or not its geometry
};

/// Compares rows with the features they are about. Of one thread; the database must outlive it.
class RowComparison {
public:
    /// @p srid: of the layer's geometry column; 0: it has none.
    static Result<RowComparison> begin(const Database &database, const LayerSchema &schema, int srid);

    /// What storing @p row over feature @p id would change: fields that the row leaves blank stay as they are, numbers
    /// are compared as numbers, and a position that differs by less than a millimetre is the same.
    Result<std::vector<FieldDifference>> differences(FeatureId id, const FeatureRow &row);

private:
    RowComparison(Statement read, std::size_t fields, bool spatial, bool geographic)
        : m_read(std::move(read)), m_fields(fields), m_spatial(spatial), m_geographic(geographic)
    {
    }
    Result<void> compareGeometry(const FeatureRow &row, std::vector<FieldDifference> &found);

    Statement m_read;
    std::size_t m_fields;
    bool m_spatial;
    bool m_geographic;
};

/// What a change is about.
struct ChangedField {
    QString layer;
    FeatureId feature;
    QString field; ///< column name; "geom" for the geometry
};

/// Records changes of features' fields: what was there before, what is there now, with which action. Append-only.
class ChangeWriter {
public:
    static Result<ChangeWriter> begin(const Database &database, ActionId action);
    Result<void> add(const ChangedField &what, const Value &old, const Value &now);
    /// As add(), for the geometry; the old one is read from the table, so call it before the change. @p now: as
    /// SpatiaLite stores it; empty: none.
    Result<void> addGeometry(const QString &layer, FeatureId feature, const QByteArray &now);
    /// That @p feature is there from now on, with all that its row has (call it after inserting it), or no longer is
    /// (call it before deleting it).
    Result<void> addRow(const LayerSchema &schema, FeatureId feature, bool isNew);

private:
    Result<void> addColumn(const QString &layer, FeatureId feature, const QString &column, bool isNew);
    ChangeWriter(const Database &database, ActionId action, Statement insert)
        : m_database(&database), m_action(action), m_insert(std::move(insert))
    {
    }

    const Database *m_database;
    ActionId m_action;
    Statement m_insert;
};

/// All recorded changes of a feature, in the order of recording. That it was added or removed is one change, of "id".
Result<std::vector<RecordedChange>> readChanges(const Database &database, const QString &layer, FeatureId feature);

/// Gives all that @p action changed its old value again (@p undoing), or its new one; features that it added go, those
/// that it removed come back with their number and UUID, or the other way round.
Result<void> revertChanges(Database &database, std::int64_t action, bool undoing);

} // namespace cuntu
