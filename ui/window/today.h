// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/project_state.h"

namespace cuntu::ui {

/// Why something wants to be looked at.
enum class TodayKind { Late, DueSoon, Contradictory, Unproved };

/// One thing that wants to be looked at: a target, or a feature.
struct TodayItem {
    TodayKind kind = TodayKind::Late;
    QString name;      ///< of the target or feature
    QString reason;    ///< one sentence
    QString person;    ///< who answers for the target, or said it of the feature; empty: not known
    AreaCode area;     ///< township of the feature, or area of the target; empty: not known
    Day day;           ///< due, or since when
    qint64 target = 0; ///< 0: a feature
    QString layer;
    FeatureId feature;
};

/// What wants to be looked at on a day.
struct Today {
    /// By kind, then by day, of features the newest first and at most k_mostFeatures a kind.
    std::vector<TodayItem> items;
    std::map<TodayKind, int> counts; ///< of all there are, listed or not
    std::vector<Error> problems;
    static constexpr int k_mostFeatures = 500;
    static constexpr int k_soon_days = 30;
};

/// Word for a kind.
QString todayKindName(TodayKind kind);

/// Collects, as of @p asOf:
/// - late: targets that are overdue or behind; due soon: others that are due within k_soon_days and not reached;
/// - contradictory: features whose newest status is no step from the one before (the life cycle does not allow it,
///   which imported tables do all the same);
/// - unproved: features that count as finished by a statement that rests on no paper and no piece of evidence.
/// On a job's thread; cancelled. O(entries).
Result<Today> workOutToday(const Project &project, const ProjectState &state, Day asOf, const JobContext &job);

} // namespace cuntu::ui
