// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/text.h"
#include "core/export.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace cuntu {

/// What a status counts as when progress is summed up (DOMAIN B.0.3, column 'Counts as').
enum class StatusClass { Need, Plan, Started, Finished, Done, Broken, Halted, Removed };

/// One status of a life cycle.
struct Status {
    QString id; ///< stable, upper case: ACCEPTED
    Text name;
    StatusClass countsAs = StatusClass::Need;
    QStringList synonyms; ///< other words that tables use for it
    quint32 colour = 0;   ///< 0xRRGGBB
    /// Share of its work that a feature in this status has done, 0..1 (形象进度, DOMAIN E.2). Where the two differ it
    /// is the feature's measured share, kept within them, and the least where nothing was measured.
    double leastShare = 0;
    double mostShare = 0;
};

/// A figure that is measured on features as they go through a life cycle: kilometres built, percent of the work.
struct CUNTU_CORE_EXPORT Measure {
    QString id; ///< lower_case; names its track in the ledger
    Text name;
    QString unit;              ///< "%": a share of the whole, 0..100
    bool isCumulative = true;  ///< it only rises: a decrease needs a reason (DOMAIN B.0.2)
    QStringList synonyms = {}; ///< other words that tables use for it

    bool isShare() const { return unit == QLatin1String("%"); }
    /// @p value with the unit, for people.
    QString text(double value) const;
};

/// An allowed step from one status to another.
struct Transition {
    QString from;
    QString to;
    bool needsNote = false; ///< a reason must be given
};

/// The statuses a feature goes through and the steps that are allowed.
struct CUNTU_CORE_EXPORT LifeCycle {
    QString id;
    Text name;
    std::vector<Status> statuses; ///< in the order of progress
    std::vector<Transition> transitions;
    std::vector<Measure> measures = {}; ///< may be empty
    QString workMeasure = {}; ///< the one that says how much of a feature's work is done: in %, or in the unit
                              ///< of its size; empty: none does

    /// The status with @p id, or null.
    const Status *findStatus(QStringView id) const;
    /// The status with each of @p ids, such as TrackView::statuses(); null where there is none.
    std::vector<const Status *> findStatuses(const QStringList &ids) const;
    /// The status that @p word means (id, name or synonym, compared as normalised()), or null.
    const Status *statusFor(QStringView word) const;
    /// The step from @p from to @p to, or null where it is not allowed.
    const Transition *findTransition(QStringView from, QStringView to) const;
    /// The measure with @p id, or null; of an empty id the work measure, or else the only one there is.
    const Measure *findMeasure(QStringView id) const;
    /// The measure that @p word means (id, name or synonym, compared as normalised()), or null.
    const Measure *measureFor(QStringView word) const;
};

/// The life cycle that features of a layer go through for a programme.
struct TrackCycle {
    QString programme;
    const LifeCycle *lifeCycle = nullptr; ///< never null
};

/// A status of a programme's life cycle.
struct TrackStatus {
    QString programme;
    const Status *status = nullptr; ///< never null
};

/// What @p word (see LifeCycle::statusFor()) means in each of @p tracks that has a status called so. Several: the
/// programme must be said.
CUNTU_CORE_EXPORT std::vector<TrackStatus> statusesCalled(QStringView word, const std::vector<TrackCycle> &tracks);

} // namespace cuntu
