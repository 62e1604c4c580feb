// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/store/value.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <span>
#include <string_view>
#include <utility>

struct sqlite3;
struct sqlite3_stmt;

namespace cuntu {

/// A compiled statement. Move-only; belongs to one Database, which must outlive it. Parameters and columns count from
/// 0.
class CUNTU_CORE_EXPORT Statement {
public:
    explicit Statement(sqlite3_stmt *statement) : m_statement(statement) {}
    Statement(Statement &&other) noexcept : m_statement(std::exchange(other.m_statement, nullptr)) {}
    Statement &operator=(Statement &&other) noexcept;
    ~Statement();

    void bind(int parameter, const Value &value);
    void bind(int parameter, std::int64_t value);
    void bind(int parameter, double value);
    void bind(int parameter, const QString &value);
    /// Text that must stay where it is until the next step() or bind().
    void bindStatic(int parameter, std::string_view utf8);
    /// Bytes that must stay where they are until the next step() or bind(); empty: NULL.
    void bindStatic(int parameter, std::span<const std::uint8_t> bytes);
    void bindNull(int parameter);

    /// Moves to the next row; false at the end, where the statement is reset and can be run again.
    Result<bool> step();
    /// Runs a statement that gives no rows; may be bound and run again.
    Result<void> run();
    void reset();

    bool isNull(int column) const;
    std::int64_t integer(int column) const;
    double real(int column) const;
    QString text(int column) const;
    /// UTF-8, valid until the next step().
    std::string_view utf8(int column) const;
    /// Valid until the next step().
    std::span<const std::uint8_t> blob(int column) const;
    Value value(int column) const;

private:
    sqlite3_stmt *m_statement;
};

/// @p day as it is stored; NULL where there is none.
inline Value dayValue(const std::optional<Day> &day)
{
    return day ? Value(day->toIso().toStdString()) : Value();
}

/// The Error that SQLite's connection @p database stands at, with an advice where there is one.
CUNTU_CORE_EXPORT Error sqliteError(sqlite3 *database, int code);

} // namespace cuntu
