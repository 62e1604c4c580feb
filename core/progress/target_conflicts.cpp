// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/progress/target_conflicts.h"

#include "core/base/text.h"

namespace cuntu {

namespace {

bool isLive(const Target &target)
{
    return target.state == TargetState::Issued || target.state == TargetState::Active ||
           target.state == TargetState::Adjusted || target.state == TargetState::CarriedOver;
}

bool isSameThing(const Target &a, const Target &b)
{
    return a.programme == b.programme && a.indicator == b.indicator && a.area == b.area && a.scope == b.scope &&
           a.parameters == b.parameters;
}

QString nameOf(const Target &target)
{
    return target.plan.isEmpty() ? target.label : Core::tr("%1 of %2").arg(target.label, target.plan);
}

QString dueOf(const Target &target)
{
    return target.due ? target.due->toText() : Core::tr("no year");
}

} // namespace

std::vector<TargetConflict> targetConflicts(const std::vector<Target> &targets)
{
    std::vector<TargetConflict> conflicts;
    for (std::size_t i = 0; i < targets.size(); ++i) {
        for (std::size_t k = i + 1; k < targets.size(); ++k) {
            const Target &a = targets[i];
            const Target &b = targets[k];
            if (!isLive(a) || !isLive(b) || !isSameThing(a, b)) {
                continue;
            }
            const bool sameValue = a.value == b.value;
            const bool sameDue = a.due == b.due;
            if (sameValue == sameDue) { // the same promise twice, or two stages of one
                continue;
            }
            conflicts.push_back({a.id, b.id,
                                 sameDue ? Core::tr("%1 and %2 promise different values for %3: %4 and %5")
                                               .arg(nameOf(a), nameOf(b), dueOf(a))
                                               .arg(a.value)
                                               .arg(b.value)
                                         : Core::tr("%1 and %2 promise the same by different days: %3 and %4")
                                               .arg(nameOf(a), nameOf(b), dueOf(a), dueOf(b))});
        }
    }
    return conflicts;
}

} // namespace cuntu
