// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"

#include "core/base/job.h"
#include "core/base/text.h"

#include <QFileInfo>
#include <QUrl>

#include <sqlite3.h>

#include <spatialite.h> // needs sqlite3.h before it

namespace cuntu {

namespace {

constexpr int k_busyTimeout_ms = 5000;
constexpr int k_instructionsBetweenInterrupts = 20000;

QByteArray fileUri(const QString &path, Database::Mode mode)
{
    QString uri = QStringLiteral("file:") + QString::fromLatin1(QUrl::toPercentEncoding(path, "/"));
    switch (mode) {
    case Database::Mode::Create:
        uri += QStringLiteral("?mode=rwc");
        break;
    case Database::Mode::ReadWrite:
        uri += QStringLiteral("?mode=rw");
        break;
    case Database::Mode::ReadOnly:
        uri += QStringLiteral("?mode=ro");
        break;
    case Database::Mode::Immutable:
        uri += QStringLiteral("?mode=ro&immutable=1");
        break;
    }
    return uri.toLatin1();
}

int interruptCallback(void *stop)
{
    return (*static_cast<std::function<bool()> *>(stop))() ? 1 : 0;
}

} // namespace

struct Database::Private {
    sqlite3 *handle = nullptr;
    void *spatialite = nullptr;
    QString path;
    std::function<bool()> stop;

    Private() = default;
    Private(const Private &) = delete;
    Private &operator=(const Private &) = delete;
    ~Private()
    {
        sqlite3_close_v2(handle);
        if (spatialite) {
            spatialite_cleanup_ex(spatialite);
        }
    }
};

Database::Database(std::unique_ptr<Private> state) : d(std::move(state)) {}
Database::Database(Database &&) noexcept = default;
Database &Database::operator=(Database &&) noexcept = default;
Database::~Database() = default;

Result<Database> Database::open(const QString &path, Mode mode)
{
    if (mode != Mode::Create && !QFileInfo::exists(path)) {
        return Error{ErrorCode::NotFound, Core::tr("there is no such file"), {.file = path}, {}, {}, {}};
    }
    // Counting the bytes in use costs a lock with each of them, which nobody asks for.
    static const int unlocked = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    std::ignore = unlocked; // too late where another library began with SQLite before: then it counts
    auto state = std::make_unique<Private>();
    state->path = path;
    const bool writes = mode == Mode::Create || mode == Mode::ReadWrite;
    const int flags =
        SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
        (writes ? SQLITE_OPEN_READWRITE | (mode == Mode::Create ? SQLITE_OPEN_CREATE : 0) : SQLITE_OPEN_READONLY);
    const int code = sqlite3_open_v2(fileUri(path, mode).constData(), &state->handle, flags, nullptr);
    if (code != SQLITE_OK) {
        Error error = sqliteError(state->handle, code);
        error.where.file = path;
        return error;
    }
    sqlite3_busy_timeout(state->handle, k_busyTimeout_ms);
    sqlite3_db_config(state->handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(state->handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    if (writes) {
        state->spatialite = spatialite_alloc_connection();
        spatialite_init_ex(state->handle, state->spatialite, 0);
    }
    Database database(std::move(state));
    // Reading the schema is the first look into the file: a wrong or damaged one is found here.
    auto probe = database.execute(QStringLiteral("PRAGMA foreign_keys = ON; SELECT count(*) FROM sqlite_schema"));
    if (!probe) {
        Error error = probe.error();
        error.where.file = path;
        return error;
    }
    return database;
}

Result<Statement> Database::prepare(const QString &sql) const
{
    sqlite3_stmt *statement = nullptr;
    const QByteArray utf8 = sql.toUtf8();
    const int code =
        sqlite3_prepare_v2(d->handle, utf8.constData(), static_cast<int>(utf8.size()), &statement, nullptr);
    if (code != SQLITE_OK) {
        Error error = sqliteError(d->handle, code);
        error.details.append(sql);
        return error;
    }
    return Statement(statement);
}

Result<void> Database::execute(const QString &sql) const
{
    const int code = sqlite3_exec(d->handle, sql.toUtf8().constData(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) {
        Error error = sqliteError(d->handle, code);
        error.details.append(sql);
        return error;
    }
    return {};
}

Result<void> Database::execute(const QString &sql, const std::vector<Value> &values) const
{
    auto statement = prepare(sql);
    if (!statement) {
        return statement.error();
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        statement->bind(static_cast<int>(i), values[i]);
    }
    return statement->run();
}

Result<Value> Database::value(const QString &sql, const std::vector<Value> &values) const
{
    auto statement = prepare(sql);
    if (!statement) {
        return statement.error();
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        statement->bind(static_cast<int>(i), values[i]);
    }
    auto row = statement->step();
    if (!row) {
        return row.error();
    }
    return *row ? statement->value(0) : Value();
}

Result<qint64> Database::integer(const QString &sql, const std::vector<Value> &values) const
{
    auto found = value(sql, values);
    if (!found) {
        return found.error();
    }
    if (const auto *number = std::get_if<std::int64_t>(&*found)) {
        return static_cast<qint64>(*number);
    }
    const auto *real = std::get_if<double>(&*found);
    return real ? static_cast<qint64>(*real) : 0;
}

Result<QString> Database::text(const QString &sql, const std::vector<Value> &values) const
{
    auto found = value(sql, values);
    if (!found) {
        return found.error();
    }
    const auto *text = std::get_if<std::string>(&*found);
    return text ? QString::fromStdString(*text) : QString();
}

std::int64_t Database::lastInsertId() const
{
    return sqlite3_last_insert_rowid(d->handle);
}

std::int64_t Database::changes() const
{
    return sqlite3_changes64(d->handle);
}

void Database::setInterrupt(std::function<bool()> stop)
{
    d->stop = std::move(stop);
    if (d->stop) {
        sqlite3_progress_handler(d->handle, k_instructionsBetweenInterrupts, interruptCallback, &d->stop);
    } else {
        sqlite3_progress_handler(d->handle, 0, nullptr, nullptr);
    }
}

sqlite3 *Database::handle() const
{
    return d->handle;
}

QString Database::path() const
{
    return d->path;
}

QString quoted(const QString &name)
{
    QString copy = name;
    return QLatin1Char('"') + copy.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
}

Result<Transaction> Transaction::begin(Database &database)
{
    auto begun = database.execute(QStringLiteral("BEGIN IMMEDIATE"));
    if (!begun) {
        return begun.error();
    }
    return Transaction(database);
}

Transaction::~Transaction()
{
    if (m_database && sqlite3_get_autocommit(m_database->handle()) == 0) {
        // A failed rollback leaves SQLite's own recovery to the next opening; there is nobody to tell in a destructor.
        std::ignore = m_database->execute(QStringLiteral("ROLLBACK"));
    }
}

Result<void> Transaction::commit()
{
    auto done = m_database->execute(QStringLiteral("COMMIT"));
    if (!done) {
        return done.error();
    }
    m_database = nullptr;
    return {};
}

} // namespace cuntu
