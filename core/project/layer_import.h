// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/ledger_view.h"
#include "core/project/import_steps.h"
#include "core/project/shift_suspicion.h"
#include "core/store/change_table.h"

#include <QHash>

namespace cuntu {

/// Puts checked rows of one layer into its table: new ones are added, ones whose key is there are updated, statuses
/// become entries. One per import, inside its transaction.
class LayerImport {
public:
    struct Options {
        LayerSchema schema;
        int srid = 0;
        ActionId action;
        QString who;
        QString source;                ///< written into the entries
        RowStatus status;              ///< of rows that name none; empty status: nothing is said
        std::optional<Day> statusDate; ///< of statuses without a date; empty: today
        Crs projectCrs;                ///< of the rows' positions
        bool wasMade = false;          ///< the import made the layer itself
        bool isAreaList = false;       ///< its rows became areas of the tree, which stay: it cannot be taken back
    };
    /// Looks at what the table holds already.
    static Result<LayerImport> begin(Database &database, Options options);

    /// Stores @p rows and counts into @p report.
    Result<void> add(std::vector<FeatureRow> &rows, ImportReport &report);
    /// Packs the index, writes the entries, says what is missing in the file, and makes the action one that can be
    /// taken back.
    Result<void> finish(ImportReport &report, const JobContext &job);

private:
    LayerImport(Database &database, Options options, LayerWriter writer, ChangeWriter changes);
    Result<void> readExisting();
    Result<void> update(FeatureId id, const FeatureRow &row, ImportReport &report);
    Result<void> record(FeatureId id, const FeatureRow &row, const FieldDifference &difference, ImportReport &report);
    Result<void> insert(FeatureRow &row, FeatureId &id);
    Result<Statement> keysAndAreas() const;
    Result<void> noteMissing(ImportReport &report) const;
    Result<void> noteUndo() const;
    FeatureId findExisting(const FeatureRow &row);
    bool isRepeated(const FeatureRow &row, ImportReport &report);
    void giveKey(FeatureRow &row);
    void noteStatus(const FeatureRow &row, FeatureId id);
    std::string_view cell(const FeatureRow &row, int field) const;

    Database *m_database;
    Options m_options;
    LayerWriter m_writer;
    ChangeWriter m_changes;
    std::optional<RowComparison> m_comparison; ///< where the layer had features
    FeatureId m_firstNew; ///< features that the import added are those between; none: there are none
    FeatureId m_lastNew;
    int m_key = -1; ///< places of the fields in the schema; -1: there is none
    int m_name = -1;
    int m_area = -1;
    bool m_hadRows = false;
    std::vector<bool> m_met; ///< by id of the features that were there before: the file has it
    QHash<QByteArray, std::int64_t> m_byKey;
    QHash<QByteArray, std::vector<std::int64_t>> m_byName; ///< area and name; rows whose key the file does not give
    QHash<QByteArray, qint64> m_seen;                      ///< features without a key in this file -> their row
    QHash<QByteArray, int> m_serial;                       ///< last serial number given within an area
    ShiftSuspicion m_suspicion;
    LedgerView m_ledger; ///< of the layer, where it had features
    std::vector<Entry> m_entries;
    qint64 m_undated = 0;
};

} // namespace cuntu
