// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/life_cycle.h"

#include <algorithm>

namespace cuntu {

const Status *LifeCycle::findStatus(QStringView statusId) const
{
    const auto found =
        std::find_if(statuses.begin(), statuses.end(), [&](const Status &s) { return s.id == statusId; });
    return found == statuses.end() ? nullptr : &*found;
}

const Status *LifeCycle::statusFor(QStringView word) const
{
    const QString wanted = normalised(word);
    const auto same = [&](const QString &text) {
        return !text.isEmpty() && normalised(text).compare(wanted, Qt::CaseInsensitive) == 0;
    };
    const auto found = std::find_if(statuses.begin(), statuses.end(), [&](const Status &s) {
        return same(s.id) || same(s.name.zh) || same(s.name.en) ||
               std::any_of(s.synonyms.begin(), s.synonyms.end(), same);
    });
    return found == statuses.end() ? nullptr : &*found;
}

const Transition *LifeCycle::findTransition(QStringView from, QStringView to) const
{
    const auto found = std::find_if(transitions.begin(), transitions.end(),
                                    [&](const Transition &t) { return t.from == from && t.to == to; });
    return found == transitions.end() ? nullptr : &*found;
}

std::vector<TrackStatus> statusesCalled(QStringView word, const std::vector<TrackCycle> &tracks)
{
    std::vector<TrackStatus> found;
    for (const TrackCycle &track : tracks) {
        if (const Status *status = track.lifeCycle->statusFor(word)) {
            found.push_back({track.programme, status});
        }
    }
    return found;
}

} // namespace cuntu
