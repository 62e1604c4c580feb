// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/statement.h"

#include <QString>

#include <functional>
#include <memory>

struct sqlite3;

namespace cuntu {

/// A connection to a SQLite file. Move-only; used by one thread at a time.
///
/// Unknown double-quoted names are errors, not strings; foreign keys are on; waits up to five seconds for a lock.
class CUNTU_CORE_EXPORT Database {
public:
    enum class Mode {
        Create,    ///< must not exist
        ReadWrite, ///< must exist; SpatiaLite's functions are there
        ReadOnly,  ///< must exist; without SpatiaLite's functions, which reading tables does not need
        Immutable, ///< as ReadOnly, and promised that nobody writes: works in a write-protected folder
    };

    /// NotFound, Unreadable (not a database), ReadOnly, Locked.
    static Result<Database> open(const QString &path, Mode mode);
    Database(Database &&) noexcept;
    Database &operator=(Database &&) noexcept;
    ~Database();

    /// Compiles one statement. A mistake in it is a Bug.
    Result<Statement> prepare(const QString &sql) const;
    /// Runs one or several statements without values or results.
    Result<void> execute(const QString &sql) const;
    /// Runs one statement with @p values bound to its ? in order.
    Result<void> execute(const QString &sql, const std::vector<Value> &values) const;
    /// First column of the first row of @p sql; nothing where there is no row.
    Result<Value> value(const QString &sql, const std::vector<Value> &values = {}) const;
    /// As value(), as a number; 0 for nothing.
    Result<qint64> integer(const QString &sql, const std::vector<Value> &values = {}) const;
    /// As value(), as text; empty for nothing.
    Result<QString> text(const QString &sql, const std::vector<Value> &values = {}) const;

    std::int64_t lastInsertId() const;
    std::int64_t changes() const;
    /// Makes running statements of this connection stop with Cancelled once @p stop returns true. Empty: never.
    void setInterrupt(std::function<bool()> stop);
    sqlite3 *handle() const;
    QString path() const;

private:
    struct Private;
    explicit Database(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

/// @p name as an SQL identifier, in double quotes.
CUNTU_CORE_EXPORT QString quoted(const QString &name);

/// A transaction that rolls back unless commit() was called. The database must outlive it.
class CUNTU_CORE_EXPORT Transaction {
public:
    /// Takes the write lock at once. Locked when another program holds it for more than five seconds.
    static Result<Transaction> begin(Database &database);
    Transaction(Transaction &&other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();
    /// Makes it permanent. DiskFull and others leave the file as it was before begin().
    Result<void> commit();

private:
    explicit Transaction(Database &database) : m_database(&database) {}
    Database *m_database;
};

} // namespace cuntu
