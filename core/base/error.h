// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export.h"

#include <QString>
#include <QStringList>

namespace cuntu {

/// What kind of trouble it is. Closed and small; each has a stable text form (see toString()).
enum class ErrorCode {
    NotFound,
    Unreadable,
    BadEncoding,
    UnknownCrs,
    OutOfRange,
    Invalid,
    Conflict,
    NewerVersion,
    Locked,
    ReadOnly,
    DiskFull,
    Cancelled,
    Misused,
    PluginFailed,
    Bug,
};

/// Stable lower-case name of @p code, as printed in JSON: "not_found", "bad_encoding", ...
CUNTU_CORE_EXPORT QString toString(ErrorCode code);

/// Where it happened, as far as it is known. Empty strings and row 0 mean 'not said'.
struct Where {
    QString file;
    QString sheet;
    qint64 row = 0; ///< 1-based line or spreadsheet row, as the user sees it in the file
    QString column;
    QString feature;
    QString plugin;
    QString rule; ///< id of the rule that was broken, e.g. "ledger.future"

    bool operator==(const Where &) const = default;
};

/// A failure that a user, a file or a disk can cause. Bugs are exceptions or assertions instead.
///
/// The sentence says what and where, the advice what to do next; both are translated and shown as they are.
struct CUNTU_CORE_EXPORT Error {
    ErrorCode code = ErrorCode::Bug;
    QString sentence;
    Where where;
    QString advice;
    QStringList context; ///< what was being done, innermost first
    QStringList details; ///< messages of the libraries, for the log and the 'details' button

    /// The same error with @p doing added to its context.
    Error during(const QString &doing) const;

    /// One paragraph for a person: context, sentence, place, advice.
    QString toText() const;
};

} // namespace cuntu
