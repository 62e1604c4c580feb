// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/entry.h"

#include <algorithm>

namespace cuntu {

QString toString(Rung rung)
{
    switch (rung) {
    case Rung::Reported:
        return QStringLiteral("reported");
    case Rung::Checked:
        return QStringLiteral("checked");
    case Rung::Certified:
        return QStringLiteral("certified");
    }
    return {};
}

std::optional<Rung> rungFromString(QStringView text)
{
    for (const Rung rung : {Rung::Reported, Rung::Checked, Rung::Certified}) {
        if (toString(rung) == text) {
            return rung;
        }
    }
    return std::nullopt;
}

std::vector<EntryState> statesOf(const std::vector<EntryLink> &links)
{
    std::vector<EntryState> states(links.size(), EntryState::Holds);
    // Backwards: whether an entry takes effect depends on later ones only.
    for (std::size_t i = links.size(); i-- > 0;) {
        const EntryLink &link = links[i];
        EntryState &state = states[i];
        if (!link.seen) {
            state = EntryState::Unseen;
            continue;
        }
        if (link.supersedes.isNone()) {
            continue;
        }
        const auto end = links.begin() + static_cast<std::ptrdiff_t>(i); // itself and later ones are no targets
        const auto target = std::lower_bound(links.begin(), end, link.supersedes,
                                             [](const EntryLink &each, EntryId wanted) { return each.id < wanted; });
        if (state != EntryState::Withdrawn && target != end && target->id == link.supersedes) {
            EntryState &corrected = states[static_cast<std::size_t>(target - links.begin())];
            corrected = std::max(corrected, link.blank ? EntryState::Withdrawn : EntryState::Replaced);
        }
        if (link.blank) {
            state = std::max(state, EntryState::Spent);
        }
    }
    return states;
}

std::vector<RecordedEntry> recordedEntries(std::vector<Entry> entries)
{
    std::vector<Track> tracks;
    for (const Entry &entry : entries) {
        if (std::find(tracks.begin(), tracks.end(), entry.track) == tracks.end()) {
            tracks.push_back(entry.track);
        }
    }
    std::vector<RecordedEntry> recorded;
    for (Entry &entry : entries) {
        recorded.push_back({std::move(entry), EntryState::Holds});
    }
    for (const Track &track : tracks) {
        std::vector<EntryLink> links;
        std::vector<RecordedEntry *> of;
        for (RecordedEntry &each : recorded) {
            if (each.entry.track == track) {
                links.push_back({each.entry.id, each.entry.supersedes, each.entry.isBlank(), true});
                of.push_back(&each);
            }
        }
        const std::vector<EntryState> states = statesOf(links);
        for (std::size_t i = 0; i < of.size(); ++i) {
            of[i]->state = states[i];
        }
    }
    return recorded;
}

} // namespace cuntu
