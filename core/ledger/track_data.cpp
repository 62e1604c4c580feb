// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/track_data.h"

#include <algorithm>
#include <iterator>

namespace cuntu {

namespace {

constexpr std::size_t k_smallPatch = 4096;
constexpr std::size_t k_patchShare = 8; ///< a patch of more than one 8th of the base is laid out with it

} // namespace

TrackData::Part TrackData::partOf(TrackColumns columns, const LedgerFilter &filter)
{
    std::vector<EntryState> states = cuntu::statesOf(columns, filter);
    return {freeze(std::move(columns)), freeze(std::move(states))};
}

TrackData::TrackData(LedgerRows::TrackRows rows, const LedgerFilter &filter)
    : m_track(std::move(rows.track)),
      m_statuses(std::move(rows.statuses)),
      m_base(partOf(TrackColumns::from(std::move(rows.rows)), filter))
{
}

void TrackData::appendFeature(const TrackColumns &part, FeatureId feature, LedgerRows::Columns &rows) const
{
    const auto slots = part.slotsOf(feature);
    for (std::uint32_t slot = slots ? slots->first : 0; slots && slot < slots->second; ++slot) {
        rows.add(part.row(feature, slot), !m_track.measure.isEmpty());
    }
}

void TrackData::appendRows(const TrackColumns &part, const TrackColumns *except, LedgerRows::Columns &rows) const
{
    for (const FeatureId feature : part.features) {
        if (except == nullptr || !except->slotsOf(feature)) {
            appendFeature(part, feature, rows);
        }
    }
}

TrackData TrackData::extended(LedgerRows::TrackRows later, const LedgerFilter &filter) const
{
    TrackData longer = *this;
    std::vector<LedgerRows::StatusNumber> numbers; // here, of each of theirs
    for (const QString &status : later.statuses) {
        if (!longer.m_statuses.contains(status)) {
            longer.m_statuses << status;
        }
        numbers.push_back(static_cast<LedgerRows::StatusNumber>(longer.m_statuses.indexOf(status)));
    }
    for (LedgerRows::StatusNumber &status : later.rows.statuses) {
        status = numbers[status];
    }
    // The patch takes over all that is known of the features that are touched.
    std::vector<FeatureId> touched = later.rows.features;
    std::sort(touched.begin(), touched.end());
    touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
    LedgerRows::Columns rows = std::move(later.rows);
    if (m_patch.columns) {
        appendRows(*m_patch.columns, nullptr, rows);
    }
    for (const FeatureId feature : touched) {
        if (!m_patch.columns || !m_patch.columns->slotsOf(feature)) {
            appendFeature(*m_base.columns, feature, rows);
        }
    }
    TrackColumns patch = TrackColumns::from(std::move(rows));
    if (patch.size() <= std::max(k_smallPatch, m_base.columns->size() / k_patchShare)) {
        longer.m_patch = partOf(std::move(patch), filter);
        return longer;
    }
    LedgerRows::Columns all;
    appendRows(*m_base.columns, &patch, all);
    appendRows(patch, nullptr, all);
    longer.m_base = partOf(TrackColumns::from(std::move(all)), filter);
    longer.m_patch = {};
    return longer;
}

TrackData TrackData::filtered(const LedgerFilter &filter) const
{
    TrackData other = *this;
    other.m_base.states = freeze(cuntu::statesOf(*m_base.columns, filter));
    if (m_patch.columns) {
        other.m_patch.states = freeze(cuntu::statesOf(*m_patch.columns, filter));
    }
    return other;
}

std::vector<FeatureId> TrackData::features() const
{
    if (!m_patch.columns) {
        return m_base.columns->features;
    }
    std::vector<FeatureId> all;
    std::set_union(m_base.columns->features.begin(), m_base.columns->features.end(), m_patch.columns->features.begin(),
                   m_patch.columns->features.end(), std::back_inserter(all));
    return all;
}

std::vector<FeatureId> TrackData::correctedAfter(Instant moment) const
{
    std::vector<FeatureId> corrected;
    for (const Part *part : {&m_base, &m_patch}) {
        for (std::size_t i = 0; part->columns && i < part->columns->supersedes.size(); ++i) {
            const std::uint32_t slot = part->columns->supersedes[i].first;
            if (part->columns->recorded[slot] > moment) {
                const std::vector<std::uint32_t> &begin = part->columns->begin;
                const auto after = std::upper_bound(begin.begin(), begin.end(), slot);
                corrected.push_back(part->columns->features[static_cast<std::size_t>(after - begin.begin()) - 1]);
            }
        }
    }
    std::sort(corrected.begin(), corrected.end());
    corrected.erase(std::unique(corrected.begin(), corrected.end()), corrected.end());
    return corrected;
}

std::optional<Day> TrackData::lastDay() const
{
    std::optional<Day> last;
    for (const Part *part : {&m_base, &m_patch}) {
        if (!part->columns) {
            continue;
        }
        const TrackColumns &columns = *part->columns;
        const bool outdated = part == &m_base && m_patch.columns;
        for (std::size_t i = 0; i < columns.features.size(); ++i) {
            // By day within a feature: the first from the end that holds is its last.
            for (std::uint32_t slot = columns.begin[i + 1]; slot-- > columns.begin[i];) {
                if ((*part->states)[slot] != EntryState::Holds) {
                    continue;
                }
                if ((!last || columns.days[slot] > *last) &&
                    !(outdated && m_patch.columns->slotsOf(columns.features[i]))) {
                    last = columns.days[slot];
                }
                break;
            }
        }
    }
    return last;
}

TrackData::Slots TrackData::slotsOf(FeatureId feature) const
{
    for (const Part *part : {&m_patch, &m_base}) {
        if (!part->columns) {
            continue;
        }
        if (const auto slots = part->columns->slotsOf(feature)) {
            return {part->columns.get(), part->states.get(), slots->first, slots->second};
        }
    }
    return {};
}

std::optional<std::uint32_t> TrackData::slotOn(const Slots &slots, Day day) const
{
    if (slots.columns == nullptr) {
        return std::nullopt;
    }
    const auto first = slots.columns->days.begin() + slots.begin;
    const auto last = slots.columns->days.begin() + slots.end;
    const auto after = std::upper_bound(first, last, day);
    for (auto slot = slots.begin + static_cast<std::uint32_t>(after - first); slot-- > slots.begin;) {
        if ((*slots.states)[slot] == EntryState::Holds) {
            return slot;
        }
    }
    return std::nullopt;
}

void TrackData::statusesOn(std::span<const FeatureId> features, Day day,
                           std::span<LedgerRows::StatusNumber> statuses) const
{
    for (std::size_t i = 0; i < features.size(); ++i) {
        const Slots slots = slotsOf(features[i]);
        const auto slot = slotOn(slots, day);
        statuses[i] = slot ? slots.columns->statuses[*slot] : LedgerRows::StatusNumber{0};
    }
}

} // namespace cuntu
