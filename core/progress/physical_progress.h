// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress/indicator.h"
#include "core/schema/life_cycle.h"

namespace cuntu {

/// Whose physical progress (形象进度, DOMAIN E.2) is counted: the features of a layer that go through a life cycle for
/// a programme, each weighted by its size.
struct PhysicalProgress {
    QString programme;
    QString layer;
    LifeCycle cycle;
    QStringList fields;          ///< of the layer that `sizes` reads
    QString doneSinceField;      ///< date from which a feature without an entry counts as done; empty: none
    bool countsUnmarked = false; ///< features of which nothing is said count too, with nothing done
    /// Size of each row of a layer with `fields`: kilometres, households, money. What has no number or 0 does not
    /// count. Called on jobs' threads, several at once; has no state.
    std::function<Result<std::vector<double>>(const LayerSnapshot &layer, const JobContext &job)> sizes;
};

/// The share of its work, 0..1, that a feature has done: by its status (null: nothing is said of it, or nothing that is
/// known), and where the status leaves it open by what was measured of @p cycle's work measure. A measure in another
/// unit than % is divided by @p size. Without a status the measured share counts as it is. Never not-a-number.
CUNTU_CORE_EXPORT double workShare(const LifeCycle &cycle, const Status *status, std::optional<double> measured,
                                   double size);

/// Numerator size times share done, denominator size: A = sum(w a) / sum(w) of DOMAIN E.2, earned value over budget at
/// completion where the size is money (E.5). A feature whose status is of class Removed leaves the denominator where
/// that rests on a document or other evidence (B.0.3), else it stays with nothing done. The official rate counts
/// accepted features only; this one is shown beside it. For an Indicator's evaluate. Any thread.
CUNTU_CORE_EXPORT std::function<Result<IndicatorSet>(const IndicatorInput &, const JobContext &)>
physicalProgress(PhysicalProgress declaration);

} // namespace cuntu
