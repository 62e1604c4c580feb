// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ledger_view.h"

#include "core/ledger/track_data.h"

#include <algorithm>

namespace cuntu {

LedgerView::LedgerView(LedgerRows rows)
{
    *this = extended(std::move(rows));
}

LedgerView LedgerView::extended(LedgerRows later) const
{
    LedgerView longer = *this;
    const LedgerFilter filter{m_known, m_rung};
    for (LedgerRows::TrackRows &rows : later.take()) {
        if (rows.rows.size() == 0) {
            continue;
        }
        longer.m_size += rows.rows.size();
        longer.m_last = std::max(longer.m_last, *std::max_element(rows.rows.ids.begin(), rows.rows.ids.end()));
        const auto known = std::find_if(longer.m_tracks.begin(), longer.m_tracks.end(),
                                        [&](const Immutable<TrackData> &each) { return each->track() == rows.track; });
        if (known == longer.m_tracks.end()) {
            longer.m_tracks.push_back(freeze(TrackData(std::move(rows), filter)));
        } else {
            *known = freeze((*known)->extended(std::move(rows), filter));
        }
    }
    return longer;
}

LedgerView LedgerView::filtered() const
{
    LedgerView view = *this;
    for (Immutable<TrackData> &track : view.m_tracks) {
        track = freeze(track->filtered({m_known, m_rung}));
    }
    return view;
}

LedgerView LedgerView::knownOn(Instant moment) const
{
    LedgerView view = *this;
    view.m_known = m_known ? std::min(*m_known, moment) : moment;
    return view.filtered();
}

LedgerView LedgerView::atRung(Rung rung) const
{
    LedgerView view = *this;
    view.m_rung = std::max(m_rung, rung);
    return view.m_rung == m_rung ? view : view.filtered();
}

Immutable<TrackData> LedgerView::find(const Track &track) const
{
    const auto found = std::find_if(m_tracks.begin(), m_tracks.end(),
                                    [&](const Immutable<TrackData> &each) { return each->track() == track; });
    return found == m_tracks.end() ? Immutable<TrackData>() : *found;
}

std::optional<HeldEntry> LedgerView::standingOn(const Track &track, FeatureId feature, Day day) const
{
    return this->track(track).standingOn(feature, day);
}

QString LedgerView::statusOn(const Track &track, FeatureId feature, Day day) const
{
    const TrackView view = this->track(track);
    return view.statuses()[view.statusOn(feature, day)];
}

TrackView LedgerView::track(const Track &track) const
{
    return TrackView(find(track));
}

std::vector<Track> LedgerView::tracks() const
{
    std::vector<Track> all;
    for (const Immutable<TrackData> &track : m_tracks) {
        all.push_back(track->track());
    }
    return all;
}

std::optional<Day> LedgerView::lastDay() const
{
    std::optional<Day> last;
    for (const Immutable<TrackData> &track : m_tracks) {
        const std::optional<Day> day = track->lastDay();
        if (day && (!last || *day > *last)) {
            last = day;
        }
    }
    return last;
}

const QStringList &TrackView::statuses() const
{
    static const QStringList none{QString()};
    return m_data ? m_data->statuses() : none;
}

TrackView::StatusNumber TrackView::statusOn(FeatureId feature, Day day) const
{
    if (!m_data) {
        return 0;
    }
    const TrackData::Slots slots = m_data->slotsOf(feature);
    const auto slot = m_data->slotOn(slots, day);
    return slot ? slots.columns->statuses[*slot] : StatusNumber{0};
}

std::vector<TrackView::StatusNumber> TrackView::statusesOn(std::span<const FeatureId> features, Day day) const
{
    std::vector<StatusNumber> statuses(features.size(), 0);
    if (m_data) {
        m_data->statusesOn(features, day, statuses);
    }
    return statuses;
}

std::optional<double> TrackView::valueOn(FeatureId feature, Day day) const
{
    const auto standing = standingOn(feature, day);
    return standing ? standing->value : std::nullopt;
}

std::optional<HeldEntry> TrackView::standingOn(FeatureId feature, Day day) const
{
    if (!m_data) {
        return std::nullopt;
    }
    const TrackData::Slots slots = m_data->slotsOf(feature);
    const auto slot = m_data->slotOn(slots, day);
    if (!slot || slots.columns->marks[*slot].blank) {
        return std::nullopt;
    }
    const TrackColumns &columns = *slots.columns;
    return HeldEntry{columns.ids[*slot],
                     m_data->statuses()[columns.statuses[*slot]],
                     columns.values.empty() ? std::nullopt : std::optional(columns.values[*slot]),
                     columns.days[*slot],
                     columns.recorded[*slot],
                     columns.marks[*slot].rung,
                     columns.marks[*slot].documented};
}

std::vector<TrackView::Change> TrackView::changes(FeatureId feature) const
{
    std::vector<Change> found;
    const TrackData::Slots slots = m_data ? m_data->slotsOf(feature) : TrackData::Slots();
    for (std::uint32_t slot = slots.begin; slot < slots.end; ++slot) {
        if ((*slots.states)[slot] != EntryState::Holds) {
            continue;
        }
        const TrackColumns &columns = *slots.columns;
        if (!found.empty() && found.back().day == columns.days[slot]) {
            found.pop_back();
        }
        const bool hasValue = !columns.values.empty() && !columns.marks[slot].blank;
        found.push_back({columns.ids[slot], columns.days[slot], columns.recorded[slot], columns.marks[slot].rung,
                         columns.statuses[slot], hasValue ? std::optional(columns.values[slot]) : std::nullopt});
    }
    return found;
}

std::optional<Day> TrackView::lastDay(Day upTo, const std::vector<FeatureId> &features) const
{
    std::optional<Day> last;
    if (isNull()) {
        return last;
    }
    for (const FeatureId feature : features.empty() ? m_data->features() : features) {
        const TrackData::Slots slots = m_data->slotsOf(feature);
        if (const auto slot = m_data->slotOn(slots, upTo)) {
            last = std::max(last.value_or(slots.columns->days[*slot]), slots.columns->days[*slot]);
        }
    }
    return last;
}

bool TrackView::knows(FeatureId feature, EntryId id) const
{
    const TrackData::Slots slots = m_data ? m_data->slotsOf(feature) : TrackData::Slots();
    if (slots.columns == nullptr) {
        return false;
    }
    const auto last = slots.columns->ids.begin() + slots.end;
    return std::find(slots.columns->ids.begin() + slots.begin, last, id) != last;
}

std::vector<FeatureId> TrackView::correctedAfter(Instant moment) const
{
    return m_data ? m_data->correctedAfter(moment) : std::vector<FeatureId>();
}

std::vector<FeatureId> TrackView::features() const
{
    return m_data ? m_data->features() : std::vector<FeatureId>();
}

} // namespace cuntu
