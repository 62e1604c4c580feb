// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/edit_ledger.h"

#include "core/store/ledger_table.h"

#include <algorithm>
#include <map>

namespace cuntu {

namespace {

QString joined(const QString &note, const QString &more)
{
    return note.isEmpty() ? more : QStringLiteral("%1 (%2)").arg(note, more);
}

} // namespace

bool isAmount(const std::vector<TrackCycle> &tracks, const Track &track)
{
    for (const TrackCycle &cycle : tracks) {
        const Measure *measure = cycle.programme == track.programme && !track.measure.isEmpty()
                                     ? cycle.lifeCycle->findMeasure(track.measure)
                                     : nullptr;
        if (measure) {
            return measure->isCumulative && !measure->isShare();
        }
    }
    return false;
}

Result<std::vector<RecordedEntry>> EditLedger::entriesOf(FeatureId feature) const
{
    auto entries = readEntries(m_database, m_layer, feature);
    return entries ? Result<std::vector<RecordedEntry>>(recordedEntries(std::move(*entries)))
                   : Result<std::vector<RecordedEntry>>(entries.error());
}

Result<void> EditLedger::copy(FeatureId from, FeatureId to, double share, const QString &note)
{
    auto entries = entriesOf(from);
    if (!entries) {
        return entries.error();
    }
    std::map<EntryId, EntryId> copies; ///< of what is corrected, so that corrections name their own
    for (const RecordedEntry &recorded : *entries) {
        if (recorded.entry.action == m_action) {
            continue; // what this very edit says of it
        }
        Entry entry = recorded.entry;
        entry.action = m_action;
        entry.feature = to;
        entry.note = joined(entry.note, note);
        if (entry.value && isAmount(entry.track)) {
            *entry.value *= share;
        }
        const auto corrected = copies.find(entry.supersedes);
        entry.supersedes = corrected == copies.end() ? EntryId{} : corrected->second;
        auto done = appendEntries(m_database, {entry});
        if (!done) {
            return done;
        }
        auto made = m_database.integer(QStringLiteral("SELECT max(id) FROM cuntu_entry"));
        if (!made) {
            return made.error();
        }
        copies[recorded.entry.id] = EntryId{*made};
    }
    return {};
}

Result<void> EditLedger::reduce(FeatureId feature, double share, const QString &note)
{
    auto entries = entriesOf(feature);
    if (!entries) {
        return entries.error();
    }
    std::vector<Entry> corrections;
    for (const RecordedEntry &recorded : *entries) {
        if (recorded.state == EntryState::Holds && recorded.entry.value && isAmount(recorded.entry.track)) {
            Entry entry = recorded.entry;
            entry.action = m_action;
            entry.supersedes = entry.id;
            *entry.value *= share;
            entry.note = joined(entry.note, note);
            corrections.push_back(std::move(entry));
        }
    }
    return appendEntries(m_database, corrections);
}

Result<void> EditLedger::addAmounts(FeatureId feature, FeatureId other, const QString &note)
{
    auto own = entriesOf(feature);
    auto others = entriesOf(other);
    if (!own || !others) {
        return own ? others.error() : own.error();
    }
    std::vector<Entry> corrections;
    for (const RecordedEntry &mine : *own) {
        if (mine.state != EntryState::Holds || !mine.entry.value || !isAmount(mine.entry.track)) {
            continue;
        }
        for (const RecordedEntry &its : *others) {
            if (its.state == EntryState::Holds && its.entry.value && its.entry.track == mine.entry.track &&
                its.entry.effective == mine.entry.effective) {
                Entry entry = mine.entry;
                entry.action = m_action;
                entry.supersedes = entry.id;
                *entry.value += *its.entry.value;
                entry.recorded = std::max(entry.recorded, its.entry.recorded);
                entry.note = joined(entry.note, note);
                corrections.push_back(std::move(entry));
                break;
            }
        }
    }
    return appendEntries(m_database, corrections);
}

Result<void> EditLedger::takeBack(FeatureId feature, const QString &note)
{
    auto entries = entriesOf(feature);
    if (!entries) {
        return entries.error();
    }
    // What was corrected is taken back too: else it would hold again without its correction.
    std::vector<Entry> retractions;
    for (const RecordedEntry &recorded : *entries) {
        if (recorded.state == EntryState::Holds || recorded.state == EntryState::Replaced) {
            Entry entry;
            entry.action = m_action;
            entry.track = recorded.entry.track;
            entry.feature = feature;
            entry.effective = recorded.entry.effective;
            entry.recorded = Instant::now();
            entry.who = m_who;
            entry.source = QStringLiteral("edit");
            entry.rung = recorded.entry.rung;
            entry.note = note;
            entry.supersedes = recorded.entry.id;
            retractions.push_back(std::move(entry));
        }
    }
    return appendEntries(m_database, retractions);
}

Result<int> EditLedger::countOf(FeatureId feature) const
{
    auto entries = entriesOf(feature);
    if (!entries) {
        return entries.error();
    }
    return static_cast<int>(std::count_if(entries->begin(), entries->end(), [](const RecordedEntry &recorded) {
        return recorded.state == EntryState::Holds;
    }));
}

} // namespace cuntu
