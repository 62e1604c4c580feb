// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

// After Qt's headers: moc does not get through <compare> when that is what it sees first.
#include "core/project/feature_edit.h"

namespace cuntu {

/// Features of one layer that take one step, or of which one field is set.
struct AdoptionStep {
    QString layer;
    QString status; ///< id; empty: a field is set
    qint64 features = 0;
    Day first; ///< effective days of the step
    Day last;
    QString field = {}; ///< id; empty: a step
};

/// What entering the marks of a kept result would do.
struct Adoption {
    std::vector<MarkRequest> requests; ///< in the order of the marks; their rows are the numbers of the marks, from 1
    std::vector<FeatureEdit> edits;    ///< of fields that are not yet as the marks have them; each of another feature
    std::vector<AdoptionStep> steps;   ///< both, by layer and status or field in the order of their first mark
    qint64 already = 0;         ///< left out: the feature is at that status on that day, the field has that value
    std::vector<Error> refused; ///< requests that the rules of the ledger refuse, with their rows
    QStringList moved;          ///< what changed since the result was made: sentences; empty: nothing

    bool isEmpty() const { return requests.empty() && edits.empty(); }
    /// Steps and fields that would be entered.
    CUNTU_CORE_EXPORT qint64 size() const;
};

/// What has changed in @p project since the data of @p run were read: a sentence for each layer and for the ledger.
CUNTU_CORE_EXPORT Result<QStringList> changedSince(const Project &project, const KeptRun &run);

/// What Project::adoptRun() would enter for @p who (empty: not said yet), and what else is in the way. Any thread.
CUNTU_CORE_EXPORT Result<Adoption> planAdoption(const Project &project, const KeptRun &run, const QString &who);

/// The run of @p project that is called @p word, or has that number. NotFound names those that are there.
CUNTU_CORE_EXPORT Result<KeptRun> findRun(const Project &project, const QString &word);

} // namespace cuntu
