// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ledger_view.h"

#include <QHash>

#include <algorithm>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <tuple>

namespace cuntu {

struct LedgerView::Data {
    std::vector<Entry> entries; ///< by id
    std::vector<QString> layers;
    /// Per layer: feature -> its slots.
    std::vector<QHash<std::int64_t, SlotRange>> slotsOf;
    std::vector<Slot> slots;           ///< grouped by feature, by effective day and then by id within a feature
    std::vector<std::uint32_t> slotOf; ///< per entry
    std::vector<QString> statuses;
};

namespace {

std::optional<std::uint32_t> numberOf(const std::vector<QString> &words, const QString &word)
{
    const auto found = std::find(words.begin(), words.end(), word);
    if (found == words.end()) {
        return std::nullopt;
    }
    return static_cast<std::uint32_t>(found - words.begin());
}

/// The number of @p word among @p words, where it is added if it is new. There are few of them.
std::uint32_t numberFor(std::vector<QString> &words, const QString &word)
{
    if (const auto known = numberOf(words, word)) {
        return *known;
    }
    words.push_back(word);
    return static_cast<std::uint32_t>(words.size() - 1);
}

} // namespace

LedgerView::LedgerView(std::vector<Entry> entries)
{
    if (entries.size() > std::numeric_limits<std::uint32_t>::max()) {
        throw std::length_error("a ledger holds at most 2^32 entries");
    }
    Data data;
    data.entries = std::move(entries);
    const auto byId = [](const Entry &a, const Entry &b) { return a.id < b.id; };
    if (!std::is_sorted(data.entries.begin(), data.entries.end(), byId)) {
        std::stable_sort(data.entries.begin(), data.entries.end(), byId);
    }
    groupByFeature(data, numberFeatures(data));
    m_data = freeze(std::move(data));
    m_seen = freeze(seenAt(*m_data, std::nullopt));
}

std::vector<LedgerView::FeatureKey> LedgerView::numberFeatures(Data &data)
{
    std::vector<FeatureKey> features;
    features.reserve(data.entries.size());
    for (const Entry &entry : data.entries) {
        features.push_back({numberFor(data.layers, entry.layer), entry.feature.value});
    }
    return features;
}

void LedgerView::groupByFeature(Data &data, const std::vector<FeatureKey> &features)
{
    std::vector<std::uint32_t> order(data.entries.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        const auto keyOf = [&](std::uint32_t i) {
            return std::tuple(features[i].layer, features[i].feature, data.entries[i].effective.number(), i);
        };
        return keyOf(a) < keyOf(b);
    });
    data.slots.reserve(order.size());
    data.slotOf.resize(order.size());
    data.slotsOf.resize(data.layers.size());
    data.statuses = {QString()}; // number 0 says nothing
    for (const std::uint32_t index : order) {
        const Entry &entry = data.entries[index];
        const auto slot = static_cast<std::uint32_t>(data.slots.size());
        data.slotOf[index] = slot;
        data.slots.push_back({entry.effective, index, numberFor(data.statuses, entry.status)});
        SlotRange &range = data.slotsOf[features[index].layer][features[index].feature];
        range = {range.end == 0 ? slot : range.begin, slot + 1};
    }
}

LedgerView::Seen LedgerView::seenAt(const Data &data, std::optional<Instant> known)
{
    Seen seen;
    seen.states.assign(data.entries.size(), EntryState::Holds);
    // Backwards: whether an entry takes effect depends on later ones only.
    for (std::size_t i = data.entries.size(); i-- > 0;) {
        const Entry &entry = data.entries[i];
        EntryState &state = seen.states[data.slotOf[i]];
        if (known && entry.recorded > *known) {
            state = EntryState::Unseen;
            continue;
        }
        const bool retracts = entry.status.isEmpty() && !entry.supersedes.isNone();
        if (state != EntryState::Withdrawn && !entry.supersedes.isNone()) {
            if (const auto target = indexOf(data, entry.supersedes); target && *target < i) {
                EntryState &corrected = seen.states[data.slotOf[*target]];
                corrected = std::max(corrected, retracts ? EntryState::Withdrawn : EntryState::Replaced);
            }
        }
        if (retracts) {
            state = std::max(state, EntryState::Spent);
        }
        if (state == EntryState::Holds && (!seen.lastDay || entry.effective > *seen.lastDay)) {
            seen.lastDay = entry.effective;
        }
    }
    return seen;
}

std::optional<std::size_t> LedgerView::indexOf(const Data &data, EntryId id)
{
    const auto found = std::lower_bound(data.entries.begin(), data.entries.end(), id,
                                        [](const Entry &entry, EntryId wanted) { return entry.id < wanted; });
    if (found == data.entries.end() || found->id != id) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - data.entries.begin());
}

LedgerView LedgerView::knownOn(Instant moment) const
{
    if (!m_data) {
        return {};
    }
    LedgerView view = *this;
    view.m_seen = freeze(seenAt(*m_data, m_known ? std::min(*m_known, moment) : moment));
    view.m_known = m_known ? std::min(*m_known, moment) : moment;
    return view;
}

LedgerView::SlotRange LedgerView::slotsOf(const QString &layer, FeatureId feature) const
{
    const auto number = m_data ? numberOf(m_data->layers, layer) : std::nullopt;
    return number ? m_data->slotsOf[*number].value(feature.value) : SlotRange();
}

const LedgerView::Slot *LedgerView::slotOn(const QString &layer, FeatureId feature, Day day) const
{
    const SlotRange range = slotsOf(layer, feature);
    for (std::uint32_t i = range.end; i-- > range.begin;) {
        if (m_data->slots[i].effective <= day && m_seen->states[i] == EntryState::Holds) {
            return &m_data->slots[i];
        }
    }
    return nullptr;
}

const Entry *LedgerView::entryOn(const QString &layer, FeatureId feature, Day day) const
{
    const Slot *slot = slotOn(layer, feature, day);
    return slot == nullptr || slot->status == 0 ? nullptr : &m_data->entries[slot->entry];
}

QString LedgerView::statusOn(const QString &layer, FeatureId feature, Day day) const
{
    const Slot *slot = slotOn(layer, feature, day);
    return slot == nullptr ? QString() : m_data->statuses[slot->status];
}

std::vector<const Entry *> LedgerView::history(const QString &layer, FeatureId feature) const
{
    std::vector<std::uint32_t> found;
    const SlotRange range = slotsOf(layer, feature);
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
        if (m_seen->states[i] != EntryState::Unseen) {
            found.push_back(m_data->slots[i].entry);
        }
    }
    std::sort(found.begin(), found.end());
    std::vector<const Entry *> entries;
    entries.reserve(found.size());
    for (const std::uint32_t index : found) {
        entries.push_back(&m_data->entries[index]);
    }
    return entries;
}

bool LedgerView::isSuperseded(const Entry &entry) const
{
    const auto index = m_data ? indexOf(*m_data, entry.id) : std::nullopt;
    if (!index) {
        return false;
    }
    const EntryState state = m_seen->states[m_data->slotOf[*index]];
    return state == EntryState::Replaced || state == EntryState::Withdrawn;
}

std::optional<Day> LedgerView::lastDay() const
{
    return m_seen ? m_seen->lastDay : std::nullopt;
}

std::size_t LedgerView::size() const
{
    return m_data ? m_data->entries.size() : 0;
}

const std::vector<Entry> &LedgerView::entries() const
{
    static const std::vector<Entry> none;
    return m_data ? m_data->entries : none;
}

} // namespace cuntu
