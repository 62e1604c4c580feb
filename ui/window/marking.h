// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/project_state.h"

namespace cuntu::ui {

/// What a step to a status would be for one feature.
struct Step {
    bool allowed = false;
    bool isSame = false;    ///< it stands there already
    bool needsNote = false; ///< a reason must be given
    QString from;           ///< name of the status it stands at; empty: none yet
};

/// The step of a feature that stands at @p standing (empty: nothing was said yet) to @p status, as Project::mark()
/// judges it: the first statement may jump (DOMAIN B.0.3); saying the same again is no step.
Step stepTo(const LifeCycle &cycle, const std::optional<HeldEntry> &standing, const QString &status);

/// Features by what a marking would do to them.
struct MarkSplit {
    std::vector<FeatureId> allowed; ///< in the order they came
    std::vector<FeatureId> same;    ///< stand there already
    std::vector<FeatureId> refused;
    QString refusedFrom;    ///< name of a status from which the step is not allowed
    bool needsNote = false; ///< for any of the allowed
};

/// Splits @p features by the step to @p status on @p day. @p track holds where they stand.
MarkSplit splitForMark(const LifeCycle &cycle, const TrackView &track, const std::vector<FeatureId> &features,
                       const QString &status, Day day);

/// One code of a list that was pasted.
struct CodeLine {
    QString code;
    enum class Found { Yes, No, Twice } found = Found::No; ///< Twice: named before in the list
    FeatureId feature;
    QString name;
};

/// The codes in @p text: of a row with tabs its first cell, else what stands between commas, semicolons, blanks and
/// line ends, ASCII or full-width.
QStringList codesIn(const QString &text);

/// Looks @p codes up among the codes, names and numbers of @p layer (FeatureKeys). On a job's thread; NotFound for an
/// unknown layer; cancelled.
Result<std::vector<CodeLine>> findCodes(const ProjectState &state, const QString &layer, const QStringList &codes,
                                        const JobContext &job);

} // namespace cuntu::ui
