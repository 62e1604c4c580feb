// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/oversight/case.h"
#include "core/progress/milestone.h"

namespace cuntu {

/// Something that a rule sees wrong on a day. Sightings with the same rule, target and area are one alert.
struct Sighting {
    QString rule;
    QString text;
    QString target; ///< label
    AreaCode area;
    int level = 1;
    QString leadUnit;
    QStringList otherUnits;
    QString responsible;
    std::optional<Day> deadline;
};

/// What @p milestones give rise to, by rule (DOMAIN E.7; the level of a target that is only striven for is one lower):
///
///     target.overdue   3   the due day has passed
///     target.behind    2   red
///     target.at_risk   1   yellow
///     target.no_year   1   no due day: nothing can be forecast
///
/// Targets that are closed, failed or carried over give rise to nothing.
CUNTU_CORE_EXPORT std::vector<Sighting> sightings(const std::vector<Milestone> &milestones);

/// What becomes of alerts when the rules were looked at again.
struct AlertChanges {
    std::vector<Case> raised;    ///< new ones, with their first step
    std::vector<Case> seenAgain; ///< with their new text, level and lastSeen
    std::vector<std::pair<qint64, CaseStep>>
        steps; ///< settled ones that are open again; what is seen no more is resolved
};
/// Compares what stands in @p alerts with what is seen on @p day.
CUNTU_CORE_EXPORT AlertChanges alertChanges(const std::vector<Case> &alerts, const std::vector<Sighting> &seen, Day day,
                                            const QString &who);

} // namespace cuntu
