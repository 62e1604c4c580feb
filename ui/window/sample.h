// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

namespace cuntu::ui {

/// One file of the sample and how it is imported.
struct SampleStep {
    ImportRequest request; ///< file absolute
    QString title;
    QString style; ///< JSON for the layer; empty: its usual look
};

/// What the sample folder's import.json says: {"name", "as_of", "files": [{"file", "as", "source_crs"?, "sheet"?,
/// "encoding"?, "style"?}]}, in the order of importing.
struct SamplePlan {
    QString name;
    std::optional<Day> asOf;
    std::vector<SampleStep> steps;
};

/// Reads the plan. NotFound or Unreadable. Files whose layer no programme declares are left out.
Result<SamplePlan> readSamplePlan(const QString &folder, const Registry &registry);

/// Where the user's working copy of the sample lies.
QString samplePath();

/// Makes the working copy anew: a project at samplePath() with everything of the plan. On a job's thread, some seconds.
/// When it fails or is cancelled the half-made file is removed.
Result<std::shared_ptr<Project>> makeSample(const QString &folder, const Immutable<Registry> &registry,
                                            const JobContext &job);

} // namespace cuntu::ui
