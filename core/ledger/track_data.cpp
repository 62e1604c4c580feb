// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/track_data.h"

#include <algorithm>
#include <iterator>

namespace cuntu {

namespace {

constexpr std::size_t k_smallPart = 256; ///< of less rows no part is kept before another one
constexpr std::size_t k_foldShare = 8;   ///< a part is folded in when what comes is more than one 8th of it

} // namespace

TrackData::Part TrackData::partOf(TrackColumns columns, const LedgerFilter &filter)
{
    std::vector<EntryState> states = cuntu::statesOf(columns, filter);
    return {freeze(std::move(columns)), freeze(std::move(states))};
}

TrackData::TrackData(LedgerRows::TrackRows rows, const LedgerFilter &filter)
    : m_track(std::move(rows.track)),
      m_statuses(std::move(rows.statuses)),
      m_parts{partOf(TrackColumns::from(std::move(rows.rows)), filter)}
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
    // The new part takes over all that is known of the features that are touched.
    std::vector<FeatureId> touched = later.rows.features;
    std::sort(touched.begin(), touched.end());
    touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
    LedgerRows::Columns rows = std::move(later.rows);
    for (const FeatureId feature : touched) {
        if (const TrackColumns *part = slotsOf(feature).columns) {
            appendFeature(*part, feature, rows);
        }
    }
    TrackColumns last = TrackColumns::from(std::move(rows));
    while (!longer.m_parts.empty()) {
        const TrackColumns &before = *longer.m_parts.back().columns;
        if (before.size() >= k_smallPart && last.size() * k_foldShare <= before.size()) {
            break;
        }
        LedgerRows::Columns both;
        appendRows(before, &last, both);
        appendRows(last, nullptr, both);
        last = TrackColumns::from(std::move(both));
        longer.m_parts.pop_back();
    }
    longer.m_parts.push_back(partOf(std::move(last), filter));
    return longer;
}

TrackData TrackData::filtered(const LedgerFilter &filter) const
{
    TrackData other = *this;
    for (Part &part : other.m_parts) {
        part.states = freeze(cuntu::statesOf(*part.columns, filter));
    }
    return other;
}

bool TrackData::isOutdated(std::size_t part, FeatureId feature) const
{
    return std::any_of(m_parts.begin() + static_cast<std::ptrdiff_t>(part) + 1, m_parts.end(),
                       [&](const Part &later) { return later.columns->slotsOf(feature).has_value(); });
}

std::vector<FeatureId> TrackData::features() const
{
    std::vector<FeatureId> all = m_parts.front().columns->features;
    for (std::size_t part = 1; part < m_parts.size(); ++part) {
        const std::vector<FeatureId> &more = m_parts[part].columns->features;
        std::vector<FeatureId> both;
        both.reserve(all.size() + more.size());
        std::set_union(all.begin(), all.end(), more.begin(), more.end(), std::back_inserter(both));
        all = std::move(both);
    }
    return all;
}

std::vector<FeatureId> TrackData::correctedAfter(Instant moment) const
{
    std::vector<FeatureId> corrected;
    for (const Part &part : m_parts) {
        const TrackColumns &columns = *part.columns;
        for (const auto &[slot, target] : columns.supersedes) {
            if (columns.recorded[slot] > moment) {
                const auto after = std::upper_bound(columns.begin.begin(), columns.begin.end(), slot);
                corrected.push_back(columns.features[static_cast<std::size_t>(after - columns.begin.begin()) - 1]);
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
    for (std::size_t part = 0; part < m_parts.size(); ++part) {
        const TrackColumns &columns = *m_parts[part].columns;
        for (std::size_t i = 0; i < columns.features.size(); ++i) {
            // By day within a feature: the first from the end that holds is its last.
            for (std::uint32_t slot = columns.begin[i + 1]; slot-- > columns.begin[i];) {
                if ((*m_parts[part].states)[slot] != EntryState::Holds) {
                    continue;
                }
                if ((!last || columns.days[slot] > *last) && !isOutdated(part, columns.features[i])) {
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
    for (auto part = m_parts.rbegin(); part != m_parts.rend(); ++part) {
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
