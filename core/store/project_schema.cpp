// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/project_schema.h"

#include "core/base/text.h"
#include "core/store/run_table.h"

namespace cuntu {

namespace {

constexpr qint64 k_applicationId = 0x56494C47; // "VILG", in the file's header: tells our files from other databases
constexpr int k_firstOwnSrid = 990001;

const char *const k_tables = R"sql(
CREATE TABLE cuntu_meta (
    key TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- One row a user action. Everything else that is recorded names the action it came with.
CREATE TABLE cuntu_action (
    id INTEGER PRIMARY KEY,
    recorded_at TEXT NOT NULL,
    who TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    payload TEXT NOT NULL DEFAULT '',   -- JSON: what undo needs
    undone_by INTEGER REFERENCES cuntu_action(id)
);

CREATE TABLE cuntu_layer (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    schema TEXT NOT NULL,               -- JSON
    revision INTEGER NOT NULL,
    provenance TEXT NOT NULL DEFAULT '' -- JSON: algorithm, parameters, revision it was made from
) WITHOUT ROWID;

CREATE TABLE cuntu_style (
    layer TEXT PRIMARY KEY NOT NULL,
    style TEXT NOT NULL                 -- JSON
) WITHOUT ROWID;

CREATE TABLE cuntu_setting (
    key TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- Administrative areas, each for the time it had this code and name.
CREATE TABLE cuntu_area (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    level TEXT NOT NULL CHECK (level IN ('county', 'township', 'village')),
    parent TEXT NOT NULL DEFAULT '',
    valid_from TEXT,
    valid_until TEXT,
    action_id INTEGER NOT NULL REFERENCES cuntu_action(id)
);
CREATE INDEX cuntu_area_code ON cuntu_area (code);

CREATE TABLE cuntu_area_event (
    id INTEGER PRIMARY KEY,
    event_date TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('renamed', 'recoded', 'merged', 'split')),
    from_code TEXT NOT NULL,
    to_code TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    action_id INTEGER NOT NULL REFERENCES cuntu_action(id)
);

CREATE TABLE cuntu_evidence (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL UNIQUE,
    bytes BLOB NOT NULL,
    action_id INTEGER NOT NULL REFERENCES cuntu_action(id)
);

-- Every time personal data left the project unmasked.
CREATE TABLE cuntu_unmasking (
    id INTEGER PRIMARY KEY,
    recorded_at TEXT NOT NULL,
    who TEXT NOT NULL,
    what TEXT NOT NULL
);
)sql";

const char *const k_targets = R"sql(
-- Promises. An adjusted one is a new row that names the row it replaces; nothing is overwritten.
CREATE TABLE cuntu_target (
    id INTEGER PRIMARY KEY,
    label TEXT NOT NULL,
    programme TEXT NOT NULL,
    indicator TEXT NOT NULL,
    area TEXT NOT NULL,
    parameters TEXT NOT NULL DEFAULT '{}', -- JSON, of the indicator
    value REAL NOT NULL,
    start_date TEXT,
    due_date TEXT,                         -- NULL: the plan gives no year
    due_text TEXT NOT NULL DEFAULT '',
    commitment TEXT NOT NULL DEFAULT 'ensure' CHECK (commitment IN ('ensure', 'strive')),
    lead_unit TEXT NOT NULL DEFAULT '',
    other_units TEXT NOT NULL DEFAULT '',
    responsible TEXT NOT NULL DEFAULT '',
    clause TEXT NOT NULL DEFAULT '',
    plan TEXT NOT NULL DEFAULT '',
    scope TEXT NOT NULL DEFAULT '[]',      -- JSON: codes of the areas that count; none: all
    cadence TEXT NOT NULL DEFAULT '',
    baseline_date TEXT,                    -- the denominator is frozen as it was on this day
    curve TEXT NOT NULL DEFAULT '{}',      -- JSON: the planned curve
    separate_checker INTEGER NOT NULL DEFAULT 0,
    is_veto INTEGER NOT NULL DEFAULT 0,
    parent INTEGER REFERENCES cuntu_target(id),
    state TEXT NOT NULL DEFAULT 'active'
        CHECK (state IN ('draft', 'issued', 'active', 'adjusted', 'closed', 'failed', 'carried_over')),
    replaces INTEGER REFERENCES cuntu_target(id),
    reason TEXT NOT NULL DEFAULT '',
    action_id INTEGER NOT NULL REFERENCES cuntu_action(id),
    removed_by INTEGER REFERENCES cuntu_action(id)
);
)sql";

const char *const k_oversight = R"sql(
-- Periods that were closed: what is said about them later needs a reason.
CREATE TABLE cuntu_period (
    id INTEGER PRIMARY KEY,
    until_date TEXT NOT NULL,
    reason TEXT NOT NULL,
    action_id INTEGER NOT NULL REFERENCES cuntu_action(id),
    removed_by INTEGER REFERENCES cuntu_action(id)
);

-- Alerts and items of the rectification ledger; where each stands is its newest step.
CREATE TABLE cuntu_case (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('alert', 'rectification')),
    number TEXT NOT NULL DEFAULT '',
    rule TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL,
    layer TEXT NOT NULL DEFAULT '',
    feature_id INTEGER,
    area TEXT NOT NULL DEFAULT '',
    target TEXT NOT NULL DEFAULT '',
    level INTEGER NOT NULL DEFAULT 1,
    lead_unit TEXT NOT NULL DEFAULT '',
    other_units TEXT NOT NULL DEFAULT '',
    responsible TEXT NOT NULL DEFAULT '',
    deadline TEXT,
    measure TEXT NOT NULL DEFAULT '',
    first_seen TEXT NOT NULL,
    last_seen TEXT NOT NULL,
    action_id INTEGER NOT NULL REFERENCES cuntu_action(id),
    removed_by INTEGER REFERENCES cuntu_action(id)
);
CREATE TABLE cuntu_case_step (
    id INTEGER PRIMARY KEY,
    case_id INTEGER NOT NULL REFERENCES cuntu_case(id),
    state TEXT NOT NULL,
    step_date TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    who TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    evidence_id INTEGER REFERENCES cuntu_evidence(id),
    action_id INTEGER NOT NULL REFERENCES cuntu_action(id),
    removed_by INTEGER REFERENCES cuntu_action(id)
);
CREATE INDEX cuntu_case_step_case ON cuntu_case_step (case_id);
)sql";

const char *const k_exchange = R"sql(
-- How files of one shape are imported, under a name.
CREATE TABLE cuntu_import_profile (
    name TEXT PRIMARY KEY NOT NULL,
    profile TEXT NOT NULL,                 -- JSON
    action_id INTEGER NOT NULL REFERENCES cuntu_action(id)
) WITHOUT ROWID;

-- Names of places that somebody said the meaning of, for all later imports.
CREATE TABLE cuntu_place_name (
    township TEXT NOT NULL,                -- as the file has it; empty: none
    village TEXT NOT NULL,                 -- as the file has it; empty: the township is meant
    code TEXT NOT NULL,
    action_id INTEGER NOT NULL REFERENCES cuntu_action(id),
    PRIMARY KEY (township, village)
) WITHOUT ROWID;

-- What became of fields of features: by imports and by hand. Append-only, as the ledger.
CREATE TABLE cuntu_change (
    id INTEGER PRIMARY KEY,
    action_id INTEGER NOT NULL REFERENCES cuntu_action(id),
    layer TEXT NOT NULL,
    feature_id INTEGER NOT NULL,
    field TEXT NOT NULL,                   -- column; 'geom': the geometry
    old,
    new
);
CREATE INDEX cuntu_change_feature ON cuntu_change (layer, feature_id);
CREATE INDEX cuntu_change_action ON cuntu_change (action_id, layer, field);
CREATE TRIGGER cuntu_change_no_update BEFORE UPDATE ON cuntu_change
BEGIN SELECT RAISE(ABORT, 'changes are append-only'); END;
CREATE TRIGGER cuntu_change_no_delete BEFORE DELETE ON cuntu_change
BEGIN SELECT RAISE(ABORT, 'changes are append-only'); END;

-- Every file that was written from the project.
CREATE TABLE cuntu_export (
    id INTEGER PRIMARY KEY,
    recorded_at TEXT NOT NULL,
    who TEXT NOT NULL,
    what TEXT NOT NULL,                    -- layer, indicator table or overlay
    file TEXT NOT NULL,
    features INTEGER NOT NULL,
    privacy TEXT NOT NULL CHECK (privacy IN ('masked', 'public', 'full')),
    selection TEXT NOT NULL DEFAULT '',    -- area and keys; empty: everything
    reason TEXT NOT NULL DEFAULT '',       -- why it was not masked
    as_of TEXT                             -- the day it shows
);

-- Pictures and where they were taken; the picture itself is a piece of evidence.
CREATE TABLE cuntu_photo (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE,
    evidence_id INTEGER NOT NULL REFERENCES cuntu_evidence(id),
    layer TEXT NOT NULL DEFAULT '',        -- of the feature it shows; empty: of none
    feature_id INTEGER,
    taken_at TEXT,                         -- local time of the camera; NULL: it does not say
    longitude REAL,                        -- EPSG:4490; NULL: it does not say
    latitude REAL,
    bearing REAL,
    distance REAL,                         -- metres from the feature; NULL: attached by hand
    hash INTEGER,                          -- perceptual; NULL: the picture could not be drawn
    action_id INTEGER NOT NULL REFERENCES cuntu_action(id),
    removed_by INTEGER REFERENCES cuntu_action(id)
);
CREATE INDEX cuntu_photo_feature ON cuntu_photo (layer, feature_id);
)sql";

const char *const k_ledger = R"sql(
-- The ledger: append-only. A correction names the entry it supersedes; an empty status is a retraction, or says that
-- nothing is known from that day on. 'programme' tells apart the life cycles that one layer goes through; with a
-- 'measure' the entry is about a figure, which is 'value', and not about the status.
CREATE TABLE cuntu_entry (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL,
    action_id INTEGER NOT NULL REFERENCES cuntu_action(id),
    programme TEXT NOT NULL,
    layer TEXT NOT NULL,
    feature_id INTEGER NOT NULL,
    measure TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL,
    value REAL,
    effective_date TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    who TEXT NOT NULL,
    role TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT '',
    document TEXT NOT NULL DEFAULT '',
    rung TEXT NOT NULL DEFAULT 'reported' CHECK (rung IN ('reported', 'checked', 'certified')),
    longitude REAL,
    latitude REAL,
    supersedes INTEGER REFERENCES cuntu_entry(id)
);
CREATE INDEX cuntu_entry_feature ON cuntu_entry (layer, feature_id);
CREATE INDEX cuntu_entry_action ON cuntu_entry (action_id);
CREATE INDEX cuntu_entry_supersedes ON cuntu_entry (supersedes) WHERE supersedes IS NOT NULL;
CREATE TRIGGER cuntu_entry_no_update BEFORE UPDATE ON cuntu_entry
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER cuntu_entry_no_delete BEFORE DELETE ON cuntu_entry
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

-- The photos and documents that an entry rests on.
CREATE TABLE cuntu_entry_evidence (
    entry_id INTEGER NOT NULL REFERENCES cuntu_entry(id),
    evidence_id INTEGER NOT NULL REFERENCES cuntu_evidence(id),
    PRIMARY KEY (entry_id, evidence_id)
) WITHOUT ROWID;
)sql";

} // namespace

Result<void> createProjectTables(Database &database)
{
    auto transaction = Transaction::begin(database);
    if (!transaction) {
        return transaction.error();
    }
    // 'NONE': the table of systems starts empty, so that a new project is small; registerCrs() adds what is used.
    auto done = database.execute(QStringLiteral("SELECT InitSpatialMetaData(0, 'NONE')"));
    for (const char *const tables : {k_tables, k_targets, k_ledger, k_oversight, k_exchange}) {
        if (done) {
            done = database.execute(QString::fromUtf8(tables));
        }
    }
    done = done ? createRunTable(database) : done;
    if (done) {
        done = database.execute(QStringLiteral("PRAGMA application_id = %1; PRAGMA user_version = %2")
                                    .arg(k_applicationId)
                                    .arg(k_projectSchemaVersion));
    }
    if (!done) {
        return done.error();
    }
    return transaction->commit();
}

Result<int> projectSchemaVersion(const Database &database)
{
    auto id = database.integer(QStringLiteral("PRAGMA application_id"));
    if (!id) {
        return id.error();
    }
    if (*id != k_applicationId) {
        return 0;
    }
    auto version = database.integer(QStringLiteral("PRAGMA user_version"));
    if (!version) {
        return version.error();
    }
    return static_cast<int>(*version);
}

namespace {

Result<QStringList> textsOf(Database &database, const QString &sql)
{
    auto rows = database.prepare(sql);
    if (!rows) {
        return rows.error();
    }
    QStringList texts;
    auto more = rows->step();
    for (; more && *more; more = rows->step()) {
        texts << rows->text(0);
    }
    return more ? Result<QStringList>(texts) : Result<QStringList>(more.error());
}

/// Version 2: a layer goes through a life cycle for each of several programmes.
Result<void> migrateSchemas(Database &database, const ProgrammeOfLayer &programmeOf)
{
    auto layers = textsOf(database, QStringLiteral("SELECT id FROM cuntu_layer "
                                                   "WHERE json_extract(schema, '$.life_cycle') <> ''"));
    if (!layers) {
        return layers.error();
    }
    for (const QString &layer : *layers) {
        auto done = database.execute(
            QStringLiteral("UPDATE cuntu_layer SET schema = json_set(json_remove(schema, '$.life_cycle'), '$.tracks', "
                           "json_array(json_object('programme', ?1, 'life_cycle', "
                           "json_extract(schema, '$.life_cycle')))) WHERE id = ?2"),
            {programmeOf(layer).toStdString(), layer.toStdString()});
        if (!done) {
            return done;
        }
    }
    return {};
}

/// Version 2: an entry names its programme, may be about a measured figure, and may rest on several pieces of evidence.
Result<void> migrateLedger(Database &database, const ProgrammeOfLayer &programmeOf)
{
    auto done = database.execute(QStringLiteral("ALTER TABLE cuntu_entry RENAME TO old_entry; "
                                                "DROP INDEX cuntu_entry_feature; "
                                                "DROP TRIGGER cuntu_entry_no_update; "
                                                "DROP TRIGGER cuntu_entry_no_delete"));
    if (done) {
        done = database.execute(QString::fromUtf8(k_ledger));
    }
    auto layers = done ? textsOf(database, QStringLiteral("SELECT DISTINCT layer FROM old_entry"))
                       : Result<QStringList>(done.error());
    if (!layers) {
        return layers.error();
    }
    for (const QString &layer : *layers) {
        if (done) {
            done = database.execute(
                QStringLiteral("INSERT INTO cuntu_entry (id, uuid, action_id, programme, layer, feature_id, status, "
                               "effective_date, recorded_at, who, note, source, rung, supersedes) "
                               "SELECT id, uuid, action_id, ?1, layer, feature_id, status, effective_date, "
                               "recorded_at, who, note, source, rung, supersedes FROM old_entry WHERE layer = ?2"),
                {programmeOf(layer).toStdString(), layer.toStdString()});
        }
    }
    if (done) {
        done = database.execute(QStringLiteral("INSERT INTO cuntu_entry_evidence (entry_id, evidence_id) "
                                               "SELECT id, evidence_id FROM old_entry WHERE evidence_id IS NOT NULL; "
                                               "DROP TABLE old_entry"));
    }
    return done;
}

/// Version 3: targets have plan, scope, cadence, baseline, planned curve and versions; alerts, rectification, closed
/// periods.
Result<void> migrateTargets(Database &database)
{
    auto done = database.execute(QStringLiteral("ALTER TABLE cuntu_target RENAME TO old_target"));
    for (const char *const tables : {k_targets, k_oversight}) {
        if (done) {
            done = database.execute(QString::fromUtf8(tables));
        }
    }
    const QString columns = QStringLiteral(
        "id, label, programme, indicator, area, parameters, value, start_date, due_date, due_text, commitment, "
        "lead_unit, other_units, responsible, clause, action_id, removed_by");
    if (done) {
        done = database.execute(
            QStringLiteral("INSERT INTO cuntu_target (%1) SELECT %1 FROM old_target; DROP TABLE old_target")
                .arg(columns));
    }
    return done;
}

/// Version 4: profiles, names of places, exports, pictures; what edits changed is kept as what imports change is.
Result<void> migrateEdits(Database &database)
{
    auto done = database.execute(QString::fromUtf8(k_exchange));
    return done
               ? database.execute(QStringLiteral(
                     "INSERT INTO cuntu_change (action_id, layer, feature_id, field, old, new) "
                     "SELECT id, json_extract(payload, '$.layer'), json_extract(payload, '$.feature'), "
                     "json_extract(payload, '$.field'), json_extract(payload, '$.old'), json_extract(payload, '$.new') "
                     "FROM cuntu_action WHERE kind = 'edit' AND payload <> '' ORDER BY id"))
               : done;
}

} // namespace

Result<void> migrateProject(Database &database, int fromVersion, const ProgrammeOfLayer &programmeOf)
{
    auto transaction = Transaction::begin(database);
    if (!transaction) {
        return transaction.error();
    }
    if (fromVersion < 1) {
        return Error{ErrorCode::Unreadable, Core::tr("the file is not a Cuntu project"), {}, {}, {}, {}};
    }
    Result<void> done;
    if (fromVersion < 2) {
        done = migrateSchemas(database, programmeOf);
        done = done ? migrateLedger(database, programmeOf) : done;
    }
    if (done && fromVersion < 3) {
        done = migrateTargets(database);
    }
    if (done && fromVersion < 4) {
        done = migrateEdits(database);
    }
    if (done && fromVersion < 5) {
        done = createRunTable(database); // results that are kept
    }
    if (done) {
        done = database.execute(QStringLiteral("PRAGMA user_version = %1").arg(k_projectSchemaVersion));
    }
    if (!done) {
        return done.error();
    }
    return transaction->commit();
}

namespace {

Result<void> insertOwnCrs(Database &database, const Crs &crs, int srid)
{
    return database.execute(
        QStringLiteral("INSERT INTO spatial_ref_sys (srid, auth_name, auth_srid, ref_sys_name, proj4text, srtext) "
                       "VALUES (?, 'cuntu', ?, ?, ?, ?)"),
        {std::int64_t{srid}, std::int64_t{srid}, crs.name().toStdString(), crs.proj4().toStdString(),
         crs.wkt().toStdString()});
}

} // namespace

Result<int> registerCrs(Database &database, const Crs &crs)
{
    if (crs.epsg() > 0) {
        auto known = database.integer(QStringLiteral("SELECT count(*) FROM spatial_ref_sys WHERE srid = ?"),
                                      {std::int64_t{crs.epsg()}});
        if (!known) {
            return known.error();
        }
        if (*known == 0) {
            auto added = database.execute(QStringLiteral("SELECT InsertEpsgSrid(?)"), {std::int64_t{crs.epsg()}});
            auto now = database.integer(QStringLiteral("SELECT count(*) FROM spatial_ref_sys WHERE srid = ?"),
                                        {std::int64_t{crs.epsg()}});
            if (!added || !now || *now == 0) {
                auto own = insertOwnCrs(database, crs, crs.epsg());
                if (!own) {
                    return own.error();
                }
            }
        }
        return crs.epsg();
    }
    auto found =
        database.integer(QStringLiteral("SELECT srid FROM spatial_ref_sys WHERE auth_name = 'cuntu' AND srtext = ?"),
                         {crs.wkt().toStdString()});
    if (!found) {
        return found.error();
    }
    if (*found != 0) {
        return static_cast<int>(*found);
    }
    auto highest = database.integer(QStringLiteral("SELECT max(srid) FROM spatial_ref_sys WHERE auth_name = 'cuntu'"));
    if (!highest) {
        return highest.error();
    }
    const int srid = std::max(k_firstOwnSrid, static_cast<int>(*highest) + 1);
    auto added = insertOwnCrs(database, crs, srid);
    if (!added) {
        return added.error();
    }
    return srid;
}

Result<QString> readMeta(const Database &database, const QString &key)
{
    return database.text(QStringLiteral("SELECT value FROM cuntu_meta WHERE key = ?"), {key.toStdString()});
}

Result<void> writeMeta(const Database &database, const QString &key, const QString &value)
{
    return database.execute(QStringLiteral("INSERT INTO cuntu_meta (key, value) VALUES (?, ?) "
                                           "ON CONFLICT (key) DO UPDATE SET value = excluded.value"),
                            {key.toStdString(), value.toStdString()});
}

} // namespace cuntu
