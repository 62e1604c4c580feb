// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project_file.h"

#include "core/base/text.h"
#include "core/project/snapshot_impl.h"
#include "core/store/layer_table.h"
#include "core/store/ledger_table.h"
#include "core/store/project_schema.h"
#include "core/store/target_table.h"

#include <QFile>
#include <QFileInfo>
#include <QUuid>

namespace cuntu {

Result<std::unique_ptr<Project>> Project::create(const NewProject &request, Immutable<Registry> registry)
{
    return ProjectFile::create(request, std::move(registry));
}

Result<std::unique_ptr<Project>> Project::open(const QString &path, Access access, Immutable<Registry> registry)
{
    return ProjectFile::open(path, access, std::move(registry));
}

ProjectFile::ProjectFile(QString path, Immutable<Registry> registry)
    : m_path(std::move(path)), m_registry(std::move(registry)), m_readPath(m_path)
{
}

ProjectFile::~ProjectFile()
{
    if (m_cache) {
        m_cache->stopKeeping();
    }
    if (m_writer) {
        // Folds the log in and leaves one plain file. Where a reader is still there, the log stays and the next opening
        // folds it in.
        std::ignore = m_writer->execute(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
        std::ignore = m_writer->execute(QStringLiteral("PRAGMA journal_mode = DELETE"));
        m_writer.reset();
        m_snapshotFolder->seal();
    }
}

namespace {

Result<void> fillNewFile(Database &database, const NewProject &request)
{
    auto done = createProjectTables(database);
    const QString name = request.name.isEmpty() ? QFileInfo(request.path).completeBaseName() : request.name;
    const std::vector<std::pair<QString, QString>> facts{
        {QStringLiteral("name"), name},
        {QStringLiteral("crs"), request.crs.isValid() ? request.crs.id() : QString()},
        {QStringLiteral("crs_wkt"), request.crs.wkt()},
        {QStringLiteral("uuid"), QUuid::createUuid().toString(QUuid::WithoutBraces)},
        {QStringLiteral("created_at"), Instant::now().toIso()},
        {QStringLiteral("revision"), QStringLiteral("1")}};
    for (const auto &[key, value] : facts) {
        if (done) {
            done = writeMeta(database, key, value);
        }
    }
    if (done && request.crs.isValid()) {
        auto srid = registerCrs(database, request.crs);
        done = srid ? Result<void>() : Result<void>(srid.error());
    }
    return done;
}

} // namespace

Result<std::unique_ptr<Project>> ProjectFile::create(const NewProject &request, Immutable<Registry> registry)
{
    const QFileInfo info(request.path);
    const Where where{.file = request.path};
    if (info.exists()) {
        return Error{ErrorCode::Conflict,
                     Core::tr("there is a file of this name already"),
                     where,
                     Core::tr("Choose another name, or open it."),
                     {},
                     {}};
    }
    if (!QFileInfo(info.absolutePath()).isDir()) {
        return Error{ErrorCode::NotFound,
                     Core::tr("there is no folder %1").arg(info.absolutePath()),
                     where,
                     Core::tr("Make the folder first."),
                     {},
                     {}};
    }
    if (const ProjectPlace place = inspectPlace(request.path); !place.writable) {
        return Error{ErrorCode::ReadOnly, place.reason, where, Core::tr("Choose a folder you may write to."), {}, {}};
    }
    // Made under another name and moved into place, so that a project that is there is a whole one.
    const QString half = request.path + QStringLiteral(".new");
    QFile::remove(half);
    {
        auto database = Database::open(half, Database::Mode::Create);
        if (!database) {
            return database.error();
        }
        auto filled = fillNewFile(*database, request);
        if (!filled) {
            QFile::remove(half);
            return filled.error();
        }
    }
    if (!QFile::rename(half, request.path)) {
        QFile::remove(half);
        return Error{ErrorCode::ReadOnly, Core::tr("the project file cannot be written"), where, {}, {}, {}};
    }
    return open(request.path, Access::ReadWrite, std::move(registry));
}

Result<std::unique_ptr<Project>> ProjectFile::open(const QString &path, Access access, Immutable<Registry> registry)
{
    const Where where{.file = path};
    if (!QFileInfo(path).isFile()) {
        return Error{ErrorCode::NotFound,
                     Core::tr("there is no such project"),
                     where,
                     Core::tr("Check the path, or make a new project."),
                     {},
                     {}};
    }
    std::unique_ptr<ProjectFile> project(new ProjectFile(path, std::move(registry)));
    project->m_snapshotFolder = std::make_shared<SnapshotFolder>(path); // before anything touches the file
    const ProjectPlace place = inspectPlace(path);
    project->m_immutable = !place.writable && !QFileInfo::exists(path + QStringLiteral("-wal"));
    auto recovered = project->recover(place);
    if (!recovered) {
        return recovered.error();
    }
    auto version = project->readVersion();
    if (!version) {
        return version.error();
    }
    if (*version == 0) {
        return Error{ErrorCode::Unreadable,
                     Core::tr("the file is not a Cuntu project"),
                     where,
                     Core::tr("To load its data, import it into a project."),
                     {},
                     {}};
    }
    if (*version > k_projectSchemaVersion) {
        return Error{ErrorCode::NewerVersion,
                     Core::tr("the project was written by a newer Cuntu (file version %1, this program knows %2)")
                         .arg(*version)
                         .arg(k_projectSchemaVersion),
                     where,
                     Core::tr("Install the newer program; the file was not touched."),
                     {},
                     {}};
    }
    if (access == Access::ReadOnly) {
        project->m_readOnlyReason = Core::tr("opened for reading only");
    } else if (!place.writable) {
        project->m_readOnlyReason = place.reason;
    } else {
        auto lock = ProjectLock::acquire(path);
        if (lock) {
            project->m_lock.emplace(std::move(*lock));
            auto started = project->startWriting(place, access);
            if (!started) {
                return started.error();
            }
        } else {
            project->m_readOnlyReason = lock.error().sentence;
        }
    }
    if (*version < k_projectSchemaVersion && project->isReadOnly()) {
        auto copied = project->readUpgradedCopy(*version);
        if (!copied) {
            return copied.error();
        }
    }
    // By value: snapshots, which keep the cache, may outlive the project.
    const auto mode = project->m_immutable ? Database::Mode::Immutable : Database::Mode::ReadOnly;
    project->m_cache = std::make_shared<LayerCache>(
        [file = project->m_readPath, mode, folder = project->m_copyFolder] { return Database::open(file, mode); },
        project->m_snapshotFolder);
    if (project->m_writer) {
        project->m_snapshotFolder->own();
        project->m_cache->startKeeping();
    }
    auto reader = project->openReader();
    if (!reader) {
        return reader.error();
    }
    auto read = project->readFacts(*reader);
    if (!read) {
        return read.error();
    }
    return std::unique_ptr<Project>(std::move(project));
}

namespace {

/// A name for the copy of @p path that is kept before it is upgraded; what an earlier upgrade left stays.
QString backupName(const QString &path, int version)
{
    const QString plain = QStringLiteral("%1.backup-v%2").arg(path).arg(version);
    QString name = plain;
    for (int i = 2; QFileInfo::exists(name); ++i) {
        name = QStringLiteral("%1-%2").arg(plain).arg(i);
    }
    return name;
}

/// Writes all that @p database holds, also what is in its log still, to the new file @p path.
Result<void> copyProject(Database &database, const QString &path)
{
    auto copied = database.execute(QStringLiteral("VACUUM INTO ?"), {path.toStdString()});
    if (copied) {
        return {};
    }
    QFile::remove(path);
    return Error{ErrorCode::DiskFull,
                 Core::tr("the project could not be copied before its upgrade"),
                 {.file = path},
                 Core::tr("Free some space, and try again; the project is unchanged."),
                 {copied.error().toText()},
                 {}};
}

} // namespace

/// A rollback journal that a killed program left must be played back before anybody reads; only a writer can do that.
Result<void> ProjectFile::recover(const ProjectPlace &place) const
{
    const QString journal = m_path + QStringLiteral("-journal");
    if (!place.writable || QFileInfo(journal).size() == 0) {
        return {};
    }
    auto lock = ProjectLock::acquire(m_path);
    if (!lock) {
        return {}; // its owner lives and is at work
    }
    auto database = Database::open(m_path, Database::Mode::ReadWrite);
    return database ? Result<void>() : Result<void>(database.error());
}

Result<void> ProjectFile::startWriting(const ProjectPlace &place, Access access)
{
    auto database = Database::open(m_path, Database::Mode::ReadWrite);
    if (!database) {
        return database.error();
    }
    auto version = projectSchemaVersion(*database);
    if (!version) {
        return version.error();
    }
    if (*version < k_projectSchemaVersion) {
        auto backup = copyProject(*database, backupName(m_path, *version));
        auto upgraded = backup ? upgrade(*database, *version) : backup;
        if (!upgraded) {
            return upgraded;
        }
    }
    const bool log = !place.networkOrRemovable && access == Access::ReadWrite;
    m_journalNote = log                        ? Core::tr("write-ahead log (local disk)")
                    : place.networkOrRemovable ? Core::tr("rollback journal: %1").arg(place.reason)
                                               : Core::tr("rollback journal (one command)");
    // FULL: what was committed survives a power cut, not only a crash of the program.
    // Sorting for an index of ten million keys in memory takes half a gigabyte; in a file it is no slower.
    auto done = database->execute(QStringLiteral("PRAGMA journal_mode = %1; PRAGMA synchronous = FULL; "
                                                 "PRAGMA cache_size = -65536; PRAGMA temp_store = FILE")
                                      .arg(log ? QStringLiteral("WAL") : QStringLiteral("DELETE")));
    if (!done) {
        return done;
    }
    m_writer.emplace(std::move(*database));
    return {};
}

Result<Database> ProjectFile::openReader() const
{
    return Database::open(m_readPath, m_immutable ? Database::Mode::Immutable : Database::Mode::ReadOnly);
}

Result<int> ProjectFile::readVersion() const
{
    auto reader = openReader();
    return reader ? projectSchemaVersion(*reader) : Result<int>(reader.error());
}

Result<void> ProjectFile::upgrade(Database &database, int version) const
{
    return migrateProject(database, version, [this](const QString &layer) {
        const auto schema = m_registry->layerSchema(layer);
        return schema && !schema->tracks.empty() ? schema->tracks.front().programme : QString();
    });
}

/// An older file that may not be written is upgraded in a copy beside other temporary files, which goes with the
/// project.
Result<void> ProjectFile::readUpgradedCopy(int version)
{
    m_copyFolder = std::make_shared<QTemporaryDir>();
    const QString copy = m_copyFolder->filePath(QStringLiteral("upgraded"));
    auto reader = openReader();
    auto copied = reader ? copyProject(*reader, copy) : Result<void>(reader.error());
    if (!copied) {
        return copied;
    }
    auto database = Database::open(copy, Database::Mode::ReadWrite);
    if (!database) {
        return database.error();
    }
    m_readPath = copy;
    m_immutable = false;
    return upgrade(*database, version);
}

Result<void> ProjectFile::readFacts(const Database &database)
{
    auto name = readMeta(database, QStringLiteral("name"));
    auto crs = readMeta(database, QStringLiteral("crs"));
    auto wkt = readMeta(database, QStringLiteral("crs_wkt"));
    auto revision = readMeta(database, QStringLiteral("revision"));
    for (const auto *fact : {&name, &crs, &wkt, &revision}) {
        if (!*fact) {
            return fact->error();
        }
    }
    m_name = *name;
    m_revision = revision->toLongLong();
    if (!crs->isEmpty()) {
        auto known = Crs::fromUser(crs->startsWith(QStringLiteral("EPSG:")) ? *crs : *wkt);
        if (!known) {
            return known.error();
        }
        m_crs = *known;
    }
    return {};
}

Crs ProjectFile::crs() const
{
    const std::lock_guard lock(m_factsMutex);
    return m_crs;
}

Result<LayerSchema> ProjectFile::storedSchema(const Database &database, const QString &layer) const
{
    auto layers = readLayers(database);
    if (!layers) {
        return layers.error();
    }
    for (const StoredLayer &stored : *layers) {
        if (stored.schema.id == layer) {
            return stored.schema;
        }
    }
    QStringList known;
    for (const StoredLayer &stored : *layers) {
        known << stored.schema.id;
    }
    return Error{ErrorCode::NotFound,
                 Core::tr("the project has no layer %1").arg(layer),
                 {},
                 known.isEmpty() ? Core::tr("Import data first.")
                                 : Core::tr("Its layers are: %1").arg(known.join(QStringLiteral(", "))),
                 {},
                 {}};
}

Result<std::vector<LayerInfo>> ProjectFile::layers() const
{
    auto reader = openReader();
    if (!reader) {
        return reader.error();
    }
    auto stored = readLayers(*reader);
    if (!stored) {
        return stored.error();
    }
    std::vector<LayerInfo> infos;
    for (StoredLayer &layer : *stored) {
        auto count = reader->integer(QStringLiteral("SELECT count(*) FROM %1").arg(quoted(layer.schema.id)));
        auto spatial = hasGeometryColumn(*reader, layer.schema.id);
        if (!count || !spatial) {
            return count ? spatial.error() : count.error();
        }
        const bool declared = m_registry->layerSchema(layer.schema.id).has_value();
        infos.push_back({layer.schema, declared ? layer.schema.id : QStringLiteral("layer"), *spatial ? crs() : Crs(),
                         *count, layer.revision});
    }
    return infos;
}

namespace {

/// @p known is the ledger as it was read last: only what came since is read.
Result<SnapshotFacts> readSnapshotFacts(Database &database, const LedgerView &known,
                                        const std::function<Result<Database>()> &openReader)
{
    SnapshotFacts facts;
    auto begun = database.execute(QStringLiteral("BEGIN"));
    auto revision = readMeta(database, QStringLiteral("revision"));
    auto layers = readLayers(database);
    auto entries = readLedgerRows(database, known.lastEntry(), openReader);
    auto areas = readAreas(database);
    auto events = readAreaEvents(database);
    auto settings = database.prepare(QStringLiteral("SELECT key, value FROM cuntu_setting"));
    if (!begun || !revision || !layers || !entries || !areas || !events || !settings) {
        return !begun      ? begun.error()
               : !revision ? revision.error()
               : !layers   ? layers.error()
               : !entries  ? entries.error()
               : !areas    ? areas.error()
               : !events   ? events.error()
                           : settings.error();
    }
    facts.revision = revision->toLongLong();
    for (StoredLayer &layer : *layers) {
        auto count = database.integer(QStringLiteral("SELECT count(*) FROM %1").arg(quoted(layer.schema.id)));
        if (!count) {
            return count.error();
        }
        facts.featureCount[layer.schema.id] = *count;
        facts.layerRevision[layer.schema.id] = layer.revision;
        facts.layers.push_back(std::move(layer.schema));
    }
    auto more = settings->step();
    for (; more && *more; more = settings->step()) {
        facts.settings[settings->text(0)] = settings->text(1);
    }
    if (!more) {
        return more.error();
    }
    facts.ledger = known.extended(std::move(*entries));
    facts.areas = AreaTree(std::move(*areas), std::move(*events));
    return facts;
}

} // namespace

Result<Immutable<ProjectSnapshot>> ProjectFile::snapshot() const
{
    LedgerView known;
    {
        const std::lock_guard lock(m_factsMutex);
        if (m_snapshot && m_snapshot->revision() == m_revision && m_writer) {
            return m_snapshot; // nobody else writes while we hold the lock
        }
        if (m_snapshot) {
            known = m_snapshot->ledger();
        }
    }
    auto reader = openReader();
    if (!reader) {
        return reader.error();
    }
    auto facts = readSnapshotFacts(*reader, known, [this] { return openReader(); });
    if (!facts) {
        return facts.error();
    }
    facts->name = m_name;
    facts->crs = crs();
    auto made = std::make_shared<const SnapshotImpl>(std::move(*facts), m_cache, m_registry);
    const std::lock_guard lock(m_factsMutex);
    m_snapshot = made;
    return Immutable<ProjectSnapshot>(made);
}

Result<void> ProjectFile::write(const std::function<Result<Change>(Database &)> &body)
{
    Change change;
    {
        const std::lock_guard lock(m_writeMutex);
        if (!m_writer) {
            return Error{ErrorCode::ReadOnly,
                         Core::tr("the project is open for reading only: %1").arg(m_readOnlyReason),
                         {.file = m_path},
                         {},
                         {},
                         {}};
        }
        auto transaction = Transaction::begin(*m_writer);
        if (!transaction) {
            return transaction.error();
        }
        const Crs before = crs();
        const RowWatch watch(*m_writer);
        const auto tables = RowWatch::schemaVersion(*m_writer);
        auto done = tables ? body(*m_writer) : Result<Change>(tables.error());
        Result<void> finished = done ? Result<void>() : Result<void>(done.error());
        if (finished && done->isTakenBack) {
            const std::lock_guard facts(m_factsMutex);
            m_crs = before;
            return {}; // the transaction ends uncommitted
        }
        const qint64 revision = m_revision + 1;
        if (finished) {
            finished = writeMeta(*m_writer, QStringLiteral("revision"), QString::number(revision));
        }
        for (const QString &layer : done ? done->layers : QStringList()) {
            if (finished) {
                finished = touchLayer(*m_writer, layer, revision);
            }
        }
        if (finished) {
            finished = announce(revision, done->layers, watch, *tables);
            finished = finished ? transaction->commit() : finished;
            if (!finished) {
                m_cache->didNotChange(revision);
            }
        }
        if (!finished) {
            const std::lock_guard facts(m_factsMutex);
            m_crs = before;
            return finished;
        }
        m_revision = revision;
        change = std::move(*done);
    }
    std::function<void(const QStringList &)> listener;
    {
        const std::lock_guard lock(m_factsMutex);
        listener = m_listener;
    }
    if (listener) {
        listener(change.layers);
    }
    return {};
}

/// Says what will have changed before anybody can ask for it.
Result<void> ProjectFile::announce(qint64 revision, const QStringList &layers, const RowWatch &watch, qint64 tables)
{
    const auto now = RowWatch::schemaVersion(*m_writer);
    if (!now) {
        return now.error();
    }
    TouchedRows touched;
    touched.areTablesOthers = *now != tables;
    for (const QString &layer : layers) {
        touched.ofLayer.emplace(layer, watch.rowsOf(layer));
    }
    m_cache->willChange(revision, touched);
    return {};
}

Result<void> ProjectFile::fixCrs(Database &database, const Crs &crs)
{
    auto srid = registerCrs(database, crs);
    Result<void> done = srid ? writeMeta(database, QStringLiteral("crs"), crs.id()) : Result<void>(srid.error());
    if (done) {
        done = writeMeta(database, QStringLiteral("crs_wkt"), crs.wkt());
    }
    auto layers = readLayers(database);
    if (!layers) {
        return layers.error();
    }
    for (const StoredLayer &layer : *layers) {
        if (done && layer.schema.geometry != GeometryType::None) {
            done = addGeometryColumn(database, layer.schema, *srid);
        }
    }
    if (done) {
        const std::lock_guard lock(m_factsMutex);
        m_crs = crs;
    }
    return done;
}

void ProjectFile::setChangeListener(std::function<void(const QStringList &)> listener)
{
    const std::lock_guard lock(m_factsMutex);
    m_listener = std::move(listener);
}

} // namespace cuntu
