// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/closed_period.h"
#include "core/project/project.h"

namespace cuntu {

/// What an entry must fulfil before it is recorded. Every refusal names its rule (Where::rule):
///
///     ledger.nobody            nobody is named who says it
///     ledger.future            it lies in the future
///     ledger.closed_period     it is about a period that was closed, and gives no reason
///     ledger.step              the life cycle has no such step
///     ledger.step_reason       the step needs a reason
///     ledger.evidence          it is to be checked or certified as done, and nothing shows it
///     ledger.same_checker      who accepts is who reported
///     ledger.value             a measured figure is no number, infinite, or negative
///     ledger.share             a measured share is above 100 %
///     ledger.decrease          a measured figure that only rises falls, and no reason is given
///     ledger.corrects          the entry it corrects says nothing of this kind about the feature
///
/// The rules refer to the project as it was when they were made.
class MarkRules {
public:
    /// Who recorded an entry; empty: unknown.
    using ReporterOf = std::function<QString(EntryId)>;

    MarkRules(Immutable<ProjectSnapshot> project, const std::vector<Target> &targets,
              const std::vector<ClosedPeriod> &periods, ReporterOf reporterOf);

    /// What can be said without looking at a feature.
    Result<void> checkRequest(const MarkRequest &request) const;
    /// Whether feature @p id, which stands as @p standings say, may take the step. The first statement about a feature
    /// may jump (DOMAIN B.0.3).
    Result<void> checkStep(const MarkRequest &request, const Track &track, const TrackView &standings,
                           const LifeCycle &cycle, FeatureId id) const;
    /// Whether @p value of @p measure may be recorded of feature @p id, of which @p standings say what was measured. A
    /// correction is compared with what it corrects, too.
    Result<void> checkValue(const MarkRequest &request, double value, const Measure &measure,
                            const TrackView &standings, FeatureId id) const;
    /// From now on @p id, which is not in the project yet, is known to be of @p who.
    void remember(EntryId id, const QString &who) { m_pending[id] = who; }

private:
    bool wantsSeparateChecker(const Track &track, FeatureId id) const;
    Result<void> checkEvidence(const MarkRequest &request, const Status &status, FeatureId id) const;
    Result<void> checkChecker(const MarkRequest &request, const Track &track, const HeldEntry &now,
                              const Status &status, FeatureId id) const;

    Immutable<ProjectSnapshot> m_project;
    std::vector<Target> m_targets; ///< that want a separate checker
    std::optional<Day> m_closedUntil;
    ReporterOf m_reporterOf;
    std::map<EntryId, QString> m_pending;
};

} // namespace cuntu
