// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/life_cycle.h"

#include <algorithm>

namespace cuntu {

namespace {

/// The first of @p things that @p word means.
template <class T> const T *calledBy(const std::vector<T> &things, QStringView word)
{
    const QString wanted = normalised(word);
    const auto same = [&](const QString &text) {
        return !text.isEmpty() && normalised(text).compare(wanted, Qt::CaseInsensitive) == 0;
    };
    const auto found = std::find_if(things.begin(), things.end(), [&](const T &thing) {
        return same(thing.id) || same(thing.name.zh) || same(thing.name.en) ||
               std::any_of(thing.synonyms.begin(), thing.synonyms.end(), same);
    });
    return found == things.end() ? nullptr : &*found;
}

} // namespace

QString Measure::text(double value) const
{
    return QStringLiteral("%1 %2").arg(value, 0, 'g', 10).arg(unit);
}

const Status *LifeCycle::findStatus(QStringView statusId) const
{
    const auto found =
        std::find_if(statuses.begin(), statuses.end(), [&](const Status &s) { return s.id == statusId; });
    return found == statuses.end() ? nullptr : &*found;
}

std::vector<const Status *> LifeCycle::findStatuses(const QStringList &ids) const
{
    std::vector<const Status *> found;
    for (const QString &each : ids) {
        found.push_back(findStatus(each));
    }
    return found;
}

const Status *LifeCycle::statusFor(QStringView word) const
{
    return calledBy(statuses, word);
}

const Measure *LifeCycle::measureFor(QStringView word) const
{
    return calledBy(measures, word);
}

const Measure *LifeCycle::findMeasure(QStringView measureId) const
{
    if (measureId.isEmpty() && workMeasure.isEmpty()) {
        return measures.size() == 1 ? &measures.front() : nullptr;
    }
    const QStringView wanted = measureId.isEmpty() ? QStringView(workMeasure) : measureId;
    const auto found = std::find_if(measures.begin(), measures.end(), [&](const Measure &m) { return m.id == wanted; });
    return found == measures.end() ? nullptr : &*found;
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
