// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"
#include "core/schema/line_reference.h"

namespace cuntu::ui {

/// A stretch of a line and what is said of it.
struct StretchEntry {
    LineReference reference;
    QString lineKey; ///< of the line, in the key field of its layer
    double from_km = 0;
    double to_km = 0;
    QMap<QString, QString> fields; ///< of the layer of stretches, by id: what else is known, as a table would say it
    QString programme;
    QString status;
    Day effective;
    QString who;
};

/// Puts the stretch into its layer together with its status, as one action that can be undone: as a row of a table that
/// is imported, so that all its checks hold. A stretch between the same stations that is there already gets the status
/// only, by Project::mark(). On a job's thread. What import() and mark() report.
Result<void> recordStretch(Project &project, const StretchEntry &entry, const JobContext &job);

} // namespace cuntu::ui
