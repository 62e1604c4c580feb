// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/track_data.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <tuple>

namespace cuntu {

namespace {

/// Feature ids are row numbers of a table: nearly dense. Where they are not, a table by id would be mostly holes.
constexpr std::int64_t k_mostHoles = 8;

bool areDense(FeatureId least, FeatureId greatest, std::size_t count)
{
    return least.value >= 0 && greatest.value <= k_mostHoles * (static_cast<std::int64_t>(count) + 128);
}

std::vector<std::uint32_t> tableByFeature(const std::vector<FeatureId> &features)
{
    if (features.empty() || !areDense(features.front(), features.back(), features.size())) {
        return {};
    }
    std::vector<std::uint32_t> rowOf(static_cast<std::size_t>(features.back().value) + 1, 0);
    for (std::size_t i = 0; i < features.size(); ++i) {
        rowOf[static_cast<std::size_t>(features[i].value)] = static_cast<std::uint32_t>(i) + 1;
    }
    return rowOf;
}

/// Places of the rows in the order of their ids: mostly the order in which they are.
std::vector<std::uint32_t> orderOfIds(const std::vector<EntryId> &ids)
{
    std::vector<std::uint32_t> order(ids.size());
    std::iota(order.begin(), order.end(), 0U);
    if (!std::is_sorted(ids.begin(), ids.end())) {
        std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return ids[a] < ids[b]; });
    }
    return order;
}

/// Groups @p order by feature; within a feature it stays. Dense ids are counted, not compared.
std::vector<std::uint32_t> groupedByFeature(std::vector<std::uint32_t> order, const std::vector<FeatureId> &features)
{
    const auto [least, greatest] = std::minmax_element(features.begin(), features.end());
    if (features.empty() || !areDense(*least, *greatest, features.size())) {
        std::stable_sort(order.begin(), order.end(),
                         [&](std::uint32_t a, std::uint32_t b) { return features[a] < features[b]; });
        return order;
    }
    std::vector<std::uint32_t> next(static_cast<std::size_t>(greatest->value) + 2, 0);
    for (const FeatureId feature : features) {
        ++next[static_cast<std::size_t>(feature.value) + 1];
    }
    std::partial_sum(next.begin(), next.end(), next.begin());
    std::vector<std::uint32_t> grouped(order.size());
    for (const std::uint32_t place : order) {
        grouped[next[static_cast<std::size_t>(features[place].value)]++] = place;
    }
    return grouped;
}

/// Sorts the slots from @p begin to @p end by day; of one day they stay as they are.
void sortByDay(std::size_t begin, std::size_t end, std::vector<Day> &days, std::vector<std::uint32_t> &order)
{
    const auto first = days.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last = days.begin() + static_cast<std::ptrdiff_t>(end);
    if (std::is_sorted(first, last)) {
        return;
    }
    std::vector<std::pair<Day, std::uint32_t>> pairs;
    for (std::size_t slot = begin; slot < end; ++slot) {
        pairs.emplace_back(days[slot], order[slot]);
    }
    std::stable_sort(pairs.begin(), pairs.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    for (std::size_t slot = begin; slot < end; ++slot) {
        std::tie(days[slot], order[slot]) = pairs[slot - begin];
    }
}

/// The values of @p column in @p order. One column after the other is laid out and its source given back, so that a
/// large ledger is not twice in memory.
template <class T> std::vector<T> inOrder(std::vector<T> column, const std::vector<std::uint32_t> &order)
{
    std::vector<T> sorted;
    if (!column.empty()) {
        sorted.reserve(order.size());
        for (const std::uint32_t place : order) {
            sorted.push_back(column[place]);
        }
    }
    return sorted;
}

/// The corrections of rows that were laid out in @p order.
std::vector<std::pair<std::uint32_t, EntryId>>
correctionsInOrder(const std::vector<std::pair<std::uint32_t, EntryId>> &given,
                   const std::vector<LedgerRows::Mark> &marks, const std::vector<std::uint32_t> &order)
{
    std::vector<std::pair<std::uint32_t, EntryId>> corrections;
    corrections.reserve(given.size());
    for (std::uint32_t slot = 0; slot < order.size(); ++slot) {
        if (marks[slot].corrects) {
            const auto found =
                std::lower_bound(given.begin(), given.end(), order[slot],
                                 [](const auto &each, std::uint32_t place) { return each.first < place; });
            corrections.emplace_back(slot, found->second);
        }
    }
    return corrections;
}

} // namespace

TrackColumns TrackColumns::from(LedgerRows::Columns rows)
{
    std::vector<std::uint32_t> order = groupedByFeature(orderOfIds(rows.ids), rows.features);
    TrackColumns columns;
    for (std::uint32_t slot = 0; slot < order.size(); ++slot) {
        const FeatureId feature = rows.features[order[slot]];
        if (columns.features.empty() || columns.features.back() != feature) {
            columns.features.push_back(feature);
            columns.begin.push_back(slot);
        }
    }
    columns.begin.push_back(static_cast<std::uint32_t>(order.size()));
    columns.rowOf = tableByFeature(columns.features);
    std::vector<FeatureId>().swap(rows.features);
    columns.days = inOrder(std::move(rows.days), order);
    for (std::size_t i = 0; i + 1 < columns.begin.size(); ++i) {
        sortByDay(columns.begin[i], columns.begin[i + 1], columns.days, order);
    }
    columns.ids = inOrder(std::move(rows.ids), order);
    columns.recorded = inOrder(std::move(rows.recorded), order);
    columns.statuses = inOrder(std::move(rows.statuses), order);
    columns.marks = inOrder(std::move(rows.marks), order);
    columns.values = inOrder(std::move(rows.values), order);
    columns.supersedes = correctionsInOrder(rows.supersedes, columns.marks, order);
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
    if (!marks[slot].corrects) {
        return {};
    }
    return std::lower_bound(supersedes.begin(), supersedes.end(), slot,
                            [](const auto &each, std::uint32_t wanted) { return each.first < wanted; })
        ->second;
}

LedgerRows::Row TrackColumns::row(FeatureId feature, std::uint32_t slot) const
{
    const LedgerRows::Mark mark = marks[slot];
    return {ids[slot],  feature,        targetOf(slot), recorded[slot], values.empty() ? 0 : values[slot],
            days[slot], statuses[slot], mark.rung,      mark.blank,     mark.documented};
}

namespace {

/// The slots from @p begin to @p end, which are those of one feature, that correct or are corrected, by id.
void findLinked(const TrackColumns &columns, std::uint32_t begin, std::uint32_t end, std::vector<std::uint32_t> &linked)
{
    linked.clear();
    const auto first = std::lower_bound(columns.supersedes.begin(), columns.supersedes.end(), begin,
                                        [](const auto &each, std::uint32_t wanted) { return each.first < wanted; });
    std::vector<EntryId> targets;
    for (auto each = first; each != columns.supersedes.end() && each->first < end; ++each) {
        targets.push_back(each->second);
    }
    std::sort(targets.begin(), targets.end());
    for (std::uint32_t slot = begin; slot < end; ++slot) {
        if (columns.marks[slot].corrects || std::binary_search(targets.begin(), targets.end(), columns.ids[slot])) {
            linked.push_back(slot);
        }
    }
    std::sort(linked.begin(), linked.end(),
              [&](std::uint32_t a, std::uint32_t b) { return columns.ids[a] < columns.ids[b]; });
}

} // namespace

std::vector<EntryState> statesOf(const TrackColumns &columns, const LedgerFilter &filter)
{
    std::vector<EntryState> states(columns.size(), EntryState::Holds);
    for (std::size_t slot = 0; slot < states.size(); ++slot) {
        if (columns.marks[slot].rung < filter.rung || (filter.known && columns.recorded[slot] > *filter.known)) {
            states[slot] = EntryState::Unseen;
        }
    }
    // Only entries that correct and those that are corrected need more than that.
    std::uint32_t judged = 0; // all slots before this one are
    std::vector<std::uint32_t> linked;
    std::vector<EntryLink> links;
    for (const auto &[slot, target] : columns.supersedes) {
        if (slot < judged) {
            continue;
        }
        const auto next = std::upper_bound(columns.begin.begin(), columns.begin.end(), slot);
        findLinked(columns, *std::prev(next), *next, linked);
        links.clear();
        for (const std::uint32_t each : linked) {
            links.push_back({columns.ids[each], columns.targetOf(each), columns.marks[each].blank,
                             states[each] != EntryState::Unseen});
        }
        const std::vector<EntryState> found = statesOf(links);
        for (std::size_t i = 0; i < linked.size(); ++i) {
            states[linked[i]] = found[i];
        }
        judged = *next;
    }
    return states;
}

} // namespace cuntu
