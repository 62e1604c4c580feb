// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/areas/area_tree.h"
#include "core/ledger/ledger_view.h"
#include "core/store/database.h"

#include <functional>
#include <map>
#include <vector>

namespace cuntu {

/// What figures need of the entries whose id is above @p after, in the order of recording. Many of them are read on two
/// threads, the other one with a connection that @p openReader gives: entries never change, so that both see the same.
/// Empty: all on this one, as it must be where @p database is in the middle of writing.
Result<LedgerRows> readLedgerRows(const Database &database, EntryId after,
                                  const std::function<Result<Database>()> &openReader);
/// All that is recorded about a feature, in the order of recording.
Result<std::vector<Entry>> readEntries(const Database &database, const QString &layer, FeatureId feature);
/// Who recorded each of @p entries; those that are not there are left out.
Result<std::map<EntryId, QString>> readReporters(const Database &database, const std::vector<EntryId> &entries);
/// Appends entries; their ids are given by the table.
Result<void> appendEntries(Database &database, const std::vector<Entry> &entries);
/// Copies @p file into the project; the same bytes are kept once. Gives its number.
Result<std::int64_t> storeEvidence(Database &database, const QString &file, ActionId action);

/// A user action to be recorded.
struct NewAction {
    QString kind;
    QString name;
    QString who;
    QString payload; ///< JSON; what undo needs
};

/// As an SQL expression: the newest action that cannot be taken back, an import of areas or a removal; 0: there is
/// none. Undo goes back to it and no further: what was done before may be about rows that are others now.
inline constexpr char k_undoFloor[] =
    "(SELECT coalesce(max(id), 0) FROM cuntu_action WHERE kind IN ('import', 'remove') AND payload = '')";

/// Records an action and gives its number.
Result<ActionId> recordAction(Database &database, const NewAction &action);

Result<std::vector<Area>> readAreas(const Database &database);
Result<std::vector<AreaEvent>> readAreaEvents(const Database &database);
/// Adds an area, or renames the one that has its code now. True where something changed.
Result<bool> upsertArea(Database &database, const Area &area, ActionId action);
/// Records an event; the area that it ends, where there is one, ends on the day before.
Result<void> insertAreaEvent(Database &database, const AreaEvent &event, ActionId action);

} // namespace cuntu
