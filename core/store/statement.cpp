// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/statement.h"

#include "core/base/job.h"
#include "core/base/text.h"

#include <sqlite3.h>

namespace cuntu {

Error sqliteError(sqlite3 *database, int code)
{
    const QString message =
        database ? QString::fromUtf8(sqlite3_errmsg(database)) : QString::fromUtf8(sqlite3_errstr(code));
    const QString advice = Core::tr("Close other programs that use the project, and try again.");
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorCode::Locked, Core::tr("the project file is in use by another program"), {}, advice, {},
                {message}};
    case SQLITE_FULL:
        return {ErrorCode::DiskFull,
                Core::tr("the disk is full; the project is unchanged"),
                {},
                Core::tr("Free some space or move the project to another disk, and try again."),
                {},
                {message}};
    case SQLITE_IOERR:
        return {ErrorCode::DiskFull,
                Core::tr("reading or writing the project file failed: %1").arg(message),
                {},
                Core::tr("Check the disk (space, quota, connection), and try again."),
                {},
                {message}};
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return {ErrorCode::ReadOnly,
                Core::tr("the project file cannot be written"),
                {},
                Core::tr("Check the permissions of the file and of its folder."),
                {},
                {message}};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {ErrorCode::Unreadable,
                Core::tr("the file is damaged or is not a Cuntu project"),
                {},
                Core::tr("Open a copy made earlier (NAME.backup-*)."),
                {},
                {message}};
    case SQLITE_CANTOPEN:
        return {ErrorCode::Unreadable,
                Core::tr("the file cannot be opened"),
                {},
                Core::tr("Check that it exists and that you may read it."),
                {},
                {message}};
    case SQLITE_INTERRUPT:
        return cancelledError();
    case SQLITE_CONSTRAINT:
        return {ErrorCode::Conflict,
                Core::tr("a value that must be unique is there twice: %1").arg(message),
                {},
                {},
                {},
                {message}};
    default:
        return {ErrorCode::Bug, Core::tr("database: %1").arg(message), {}, {}, {}, {message}};
    }
}

Statement &Statement::operator=(Statement &&other) noexcept
{
    std::swap(m_statement, other.m_statement);
    return *this;
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

void Statement::bind(int parameter, const Value &value)
{
    switch (value.index()) {
    case 0:
        bindNull(parameter);
        break;
    case 1:
        bind(parameter, std::get<1>(value));
        break;
    case 2:
        bind(parameter, std::get<2>(value));
        break;
    default: {
        const std::string &text = std::get<3>(value);
        sqlite3_bind_text64(m_statement, parameter + 1, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    }
    }
}

void Statement::bind(int parameter, std::int64_t value)
{
    sqlite3_bind_int64(m_statement, parameter + 1, value);
}

void Statement::bind(int parameter, double value)
{
    sqlite3_bind_double(m_statement, parameter + 1, value);
}

void Statement::bind(int parameter, const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    sqlite3_bind_text64(m_statement, parameter + 1, utf8.constData(), static_cast<sqlite3_uint64>(utf8.size()),
                        SQLITE_TRANSIENT, SQLITE_UTF8);
}

void Statement::bindStatic(int parameter, std::string_view utf8)
{
    sqlite3_bind_text64(m_statement, parameter + 1, utf8.data(), utf8.size(), SQLITE_STATIC, SQLITE_UTF8);
}

void Statement::bindStatic(int parameter, std::span<const std::uint8_t> bytes)
{
    if (bytes.empty()) {
        bindNull(parameter);
        return;
    }
    sqlite3_bind_blob64(m_statement, parameter + 1, bytes.data(), bytes.size(), SQLITE_STATIC);
}

void Statement::bindNull(int parameter)
{
    sqlite3_bind_null(m_statement, parameter + 1);
}

Result<bool> Statement::step()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code == SQLITE_DONE) {
        sqlite3_reset(m_statement);
        return false;
    }
    Error error = sqliteError(sqlite3_db_handle(m_statement), sqlite3_extended_errcode(sqlite3_db_handle(m_statement)));
    sqlite3_reset(m_statement);
    return error;
}

Result<void> Statement::run()
{
    auto more = step();
    while (more && *more) {
        more = step();
    }
    if (!more) {
        return more.error();
    }
    return {};
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

QString Statement::text(int column) const
{
    const std::string_view bytes = utf8(column);
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

std::string_view Statement::utf8(int column) const
{
    const auto *bytes = sqlite3_column_text(m_statement, column);
    if (!bytes) {
        return {};
    }
    return {reinterpret_cast<const char *>(bytes), static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
}

std::span<const std::uint8_t> Statement::blob(int column) const
{
    const void *bytes = sqlite3_column_blob(m_statement, column);
    return {static_cast<const std::uint8_t *>(bytes),
            static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
}

Value Statement::value(int column) const
{
    switch (sqlite3_column_type(m_statement, column)) {
    case SQLITE_NULL:
        return {};
    case SQLITE_INTEGER:
        return integer(column);
    case SQLITE_FLOAT:
        return real(column);
    default:
        return std::string(utf8(column));
    }
}

} // namespace cuntu
