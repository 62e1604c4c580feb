// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/text.h"
#include "core/export.h"

#include <QStringList>

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

    /// The status with @p id, or null.
    const Status *findStatus(QStringView id) const;
    /// The status that @p word means (id, name or synonym, compared as normalised()), or null.
    const Status *statusFor(QStringView word) const;
    /// The step from @p from to @p to, or null where it is not allowed.
    const Transition *findTransition(QStringView from, QStringView to) const;
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
