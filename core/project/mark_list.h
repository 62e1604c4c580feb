// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

namespace cuntu {

/// A table of features that reached a status: what is said once for all of it.
struct MarkListRequest {
    QString file;
    QString encoding;
    QString sheet;
    QString layer;
    QString programme;     ///< whose life cycle; empty: of whichever has the word
    QString status;        ///< word for rows that name none; empty: every row must, or measure something
    QString measure;       ///< word for the figure in the column 'value'; empty: see LifeCycle::findMeasure()
    std::optional<Day> on; ///< day for rows that name none; empty: every row must
    QString who;           ///< for rows that name nobody
    QString note;          ///< for rows without one
    QString role;
    QString document;
    QStringList evidenceFiles; ///< for all rows
    Rung rung = Rung::Reported;
};

/// Reads a list of markings: columns key (code, name or number of the feature), status, date, who, note, value, and one
/// for each figure that is measured on the features, recognised by their headings as an import does; numbers in another
/// unit are converted where the heading says which. All or nothing: a row that cannot be understood is Invalid, the
/// rows and reasons in its details. Any thread.
CUNTU_CORE_EXPORT Result<std::vector<MarkRequest>> readMarkList(const Project &project, const MarkListRequest &request,
                                                                const JobContext &job);

} // namespace cuntu
