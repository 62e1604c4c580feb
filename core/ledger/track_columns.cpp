// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/track_data.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <stdexcept>
#include <tuple>

namespace cuntu {

namespace {

/// Feature ids are row numbers of a table: nearly dense. Where they are not, a table by id would be mostly holes.
constexpr std::int64_t k_mostHoles = 8;

std::vector<std::uint32_t> tableByFeature(const std::vector<FeatureId> &features)
{
    if (features.empty() || features.front().value < 0 ||
        features.back().value > k_mostHoles * (static_cast<std::int64_t>(features.size()) + 128)) {
        return {};
    }
    std::vector<std::uint32_t> rowOf(static_cast<std::size_t>(features.back().value) + 1, 0);
    for (std::size_t i = 0; i < features.size(); ++i) {
        rowOf[static_cast<std::size_t>(features[i].value)] = static_cast<std::uint32_t>(i) + 1;
    }
    return rowOf;
}

} // namespace

TrackColumns TrackColumns::from(const Track &track, std::vector<LedgerRows::Row> rows)
{
    if (rows.size() >= std::numeric_limits<std::uint32_t>::max()) {
        throw std::length_error("a track of the ledger holds less than 2^32 - 1 entries");
    }
    std::sort(rows.begin(), rows.end(), [](const LedgerRows::Row &a, const LedgerRows::Row &b) {
        return std::tie(a.feature, a.effective, a.id) < std::tie(b.feature, b.effective, b.id);
    });
    TrackColumns columns;
    columns.ids.reserve(rows.size());
    columns.days.reserve(rows.size());
    columns.recorded.reserve(rows.size());
    columns.statuses.reserve(rows.size());
    columns.rungs.reserve(rows.size());
    columns.blank.reserve(rows.size());
    columns.documented.reserve(rows.size());
    for (const LedgerRows::Row &row : rows) {
        const auto slot = static_cast<std::uint32_t>(columns.ids.size());
        if (columns.features.empty() || columns.features.back() != row.feature) {
            columns.features.push_back(row.feature);
            columns.begin.push_back(slot);
        }
        columns.ids.push_back(row.id);
        columns.days.push_back(row.effective);
        columns.recorded.push_back(row.recorded);
        columns.statuses.push_back(row.status);
        columns.rungs.push_back(row.rung);
        columns.blank.push_back(row.blank);
        columns.documented.push_back(row.documented);
        if (!track.measure.isEmpty()) {
            columns.values.push_back(row.value);
        }
        if (!row.supersedes.isNone()) {
            columns.supersedes.emplace_back(slot, row.supersedes);
        }
    }
    columns.begin.push_back(static_cast<std::uint32_t>(columns.ids.size()));
    columns.rowOf = tableByFeature(columns.features);
    return columns;
}

std::optional<std::pair<std::uint32_t, std::uint32_t>> TrackColumns::slotsOf(FeatureId feature) const
{
    std::size_t place = 0;
    if (!rowOf.empty()) {
        if (feature.value < 0 || feature.value >= static_cast<std::int64_t>(rowOf.size()) ||
            rowOf[static_cast<std::size_t>(feature.value)] == 0) {
            return std::nullopt;
        }
        place = rowOf[static_cast<std::size_t>(feature.value)] - 1;
    } else {
        const auto found = std::lower_bound(features.begin(), features.end(), feature);
        if (found == features.end() || *found != feature) {
            return std::nullopt;
        }
        place = static_cast<std::size_t>(found - features.begin());
    }
    return std::pair(begin[place], begin[place + 1]);
}

EntryId TrackColumns::targetOf(std::uint32_t slot) const
{
    const auto found = std::lower_bound(supersedes.begin(), supersedes.end(), slot,
                                        [](const auto &each, std::uint32_t wanted) { return each.first < wanted; });
    return found == supersedes.end() || found->first != slot ? EntryId{} : found->second;
}

LedgerRows::Row TrackColumns::row(FeatureId feature, std::uint32_t slot) const
{
    return {ids[slot],  feature,        targetOf(slot), recorded[slot], values.empty() ? 0 : values[slot],
            days[slot], statuses[slot], rungs[slot],    blank[slot],    documented[slot]};
}

namespace {

/// States of the slots from @p begin to @p end, which are those of one feature.
void judgeFeature(const TrackColumns &columns, std::uint32_t begin, std::uint32_t end, std::vector<EntryState> &states)
{
    std::vector<std::uint32_t> order;
    for (std::uint32_t slot = begin; slot < end; ++slot) {
        order.push_back(slot);
    }
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return columns.ids[a] < columns.ids[b]; });
    std::vector<EntryLink> links;
    for (const std::uint32_t slot : order) {
        links.push_back(
            {columns.ids[slot], columns.targetOf(slot), columns.blank[slot], states[slot] != EntryState::Unseen});
    }
    const std::vector<EntryState> judged = statesOf(links);
    for (std::size_t i = 0; i < order.size(); ++i) {
        states[order[i]] = judged[i];
    }
}

} // namespace

std::vector<EntryState> statesOf(const TrackColumns &columns, const LedgerFilter &filter)
{
    std::vector<EntryState> states(columns.size(), EntryState::Holds);
    for (std::size_t slot = 0; slot < states.size(); ++slot) {
        if (columns.rungs[slot] < filter.rung || (filter.known && columns.recorded[slot] > *filter.known)) {
            states[slot] = EntryState::Unseen;
        }
    }
    // Only features with a correction need more than that.
    std::uint32_t judged = 0; // all slots before this one are
    for (const auto &[slot, target] : columns.supersedes) {
        if (slot < judged) {
            continue;
        }
        const auto next = std::upper_bound(columns.begin.begin(), columns.begin.end(), slot);
        judgeFeature(columns, *std::prev(next), *next, states);
        judged = *next;
    }
    return states;
}

} // namespace cuntu
