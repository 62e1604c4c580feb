// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geo/crs.h"
#include "core/store/database.h"

#include <functional>

namespace cuntu {

/// Newest schema version this program writes.
inline constexpr int k_projectSchemaVersion = 5;

/// Lays out the tables of an empty project in @p database (SpatiaLite metadata, then ours). Call inside no transaction.
Result<void> createProjectTables(Database &database);

/// Version of the project in @p database: 0 where it is no Cuntu project (Unreadable is for what is no database at
/// all).
Result<int> projectSchemaVersion(const Database &database);

/// The programme whose life cycle the features of a layer went through when there could be but one; empty: none.
using ProgrammeOfLayer = std::function<QString(const QString &layer)>;

/// Brings an older project to k_projectSchemaVersion, one step after the other, in one transaction.
Result<void> migrateProject(Database &database, int fromVersion, const ProgrammeOfLayer &programmeOf);

/// SRID under which @p crs is registered in the project's table of systems; registers it where it is missing.
/// EPSG codes are their own SRID; others get one from 990001 on.
Result<int> registerCrs(Database &database, const Crs &crs);

/// A value of the project's own table of facts (name, crs, revision, ...); empty where there is none.
Result<QString> readMeta(const Database &database, const QString &key);
Result<void> writeMeta(const Database &database, const QString &key, const QString &value);

} // namespace cuntu
