// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/text.h"
#include "core/io/row_rules.h"
#include "core/io/source.h"

namespace cuntu {

/// How files of one shape are imported: what was found out or said about the first of them, so that the next one needs
/// no question. A value; kept in the project and in files of its own (*.cuntu-profile.json).
struct CUNTU_CORE_EXPORT ImportProfile {
    QString id;                      ///< unique among the profiles of a project, or of the program
    Text name;                       ///< as shown; empty: the id
    QString role;                    ///< as `cuntu import --as`
    QString sheet;                   ///< empty: the first one that has rows
    QString encoding;                ///< empty: found out anew for each file
    QString crs;                     ///< as Crs::fromUser(); empty: found out
    QMap<QString, QString> fieldMap; ///< field -> heading; as matchFields()
    RowRules rules;                  ///< its `leaveOut` is of one file only and not kept
    QStringList headings;            ///< of the file it was made from; empty: fits any

    /// True where a file with @p columns is of the same shape: it has all of `headings`, in any order.
    bool fits(const std::vector<SourceColumn> &columns) const;
    /// As a JSON document.
    QString toJson() const;
    /// The inverse. Unreadable for what is no profile, with what is wrong in it.
    static Result<ImportProfile> fromJson(const QByteArray &json);
    /// From a file; NotFound, Unreadable.
    static Result<ImportProfile> fromFile(const QString &file);

    bool operator==(const ImportProfile &) const = default;
};

/// The profile among @p profiles that fits @p columns and has the most headings; null where none does. Profiles that
/// fit any file are never chosen.
CUNTU_CORE_EXPORT const ImportProfile *profileFor(const std::vector<ImportProfile> &profiles,
                                                  const std::vector<SourceColumn> &columns);

} // namespace cuntu
