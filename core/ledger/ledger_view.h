// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/immutable.h"
#include "core/ledger/entry.h"

#include <optional>
#include <vector>

namespace cuntu {

/// What was true, and what was known, on any date.
///
/// An entry is never changed or removed; a correction is a new entry that names the one it supersedes.
///
///     recorded:       3 Mar   9 Mar   2 Apr
///     for 12 Feb        A              A' supersedes A
///     for 20 Feb                B
///     statusOn(28 Feb)                       == B, with A' before it: the truth as we know it today
///     knownOn(31 Mar).statusOn(15 Feb)       == A: the report as it was printed
///
/// An entry without a status that names another one retracts it: as if that had never been said, so that what it had
/// corrected holds again. A retraction can itself be retracted or corrected:
///
///     A   A' supersedes A   R retracts A'   S retracts R
///     A   A'                A               A'              what holds, after each
///
/// An entry without a status that names none says that from its day on nothing is known about the feature. An entry
/// that names a later one, itself, or one that is not there corrects nothing.
///
/// A value: copying shares the entries; immutable; any thread. About 40 bytes per entry beside the entries.
class CUNTU_CORE_EXPORT LedgerView {
public:
    LedgerView() = default;
    /// Over @p entries in the order of their ids (that is the order of recording; others are sorted). O(n log n).
    explicit LedgerView(std::vector<Entry> entries);

    /// The ledger as it stood at the end of @p moment: entries recorded later are not seen. O(n).
    LedgerView knownOn(Instant moment) const;

    /// Status of a feature on @p day (the day included): of the entries that hold (not superseded, not retracted) the
    /// one with the latest effective day, among those of one day the last recorded. Empty where nothing was said.
    const Entry *entryOn(const QString &layer, FeatureId feature, Day day) const;
    /// Status id of entryOn(), or empty.
    QString statusOn(const QString &layer, FeatureId feature, Day day) const;
    /// All entries about a feature, oldest recording first, with superseded ones.
    std::vector<const Entry *> history(const QString &layer, FeatureId feature) const;
    /// True where a later entry that was not taken back corrects or retracts @p entry.
    bool isSuperseded(const Entry &entry) const;
    /// The newest effective day of the entries that hold (a corrected slip of the pen does not count); empty where none
    /// does.
    std::optional<Day> lastDay() const;
    /// Number of entries, also of those that knownOn() does not see.
    std::size_t size() const;
    /// All entries by id, also those that knownOn() does not see.
    const std::vector<Entry> &entries() const;

private:
    struct Data;
    struct FeatureKey {
        std::uint32_t layer = 0;
        std::int64_t feature = 0;
    };
    /// An entry in short, so that most questions are answered without looking at the entry itself.
    struct Slot {
        Day effective;
        std::uint32_t entry = 0;  ///< index
        std::uint32_t status = 0; ///< number of its status
    };
    struct SlotRange {
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
    };
    /// What became of an entry. In the order of strength: a retraction wins over a correction.
    enum class EntryState : std::uint8_t {
        Holds,
        Spent, ///< a retraction: it says nothing itself
        Replaced,
        Withdrawn,
        Unseen
    };
    struct Seen {
        std::vector<EntryState> states; ///< per slot
        std::optional<Day> lastDay;
    };

    static std::vector<FeatureKey> numberFeatures(Data &data);
    static void groupByFeature(Data &data, const std::vector<FeatureKey> &features);
    static Seen seenAt(const Data &data, std::optional<Instant> known);
    static std::optional<std::size_t> indexOf(const Data &data, EntryId id);
    SlotRange slotsOf(const QString &layer, FeatureId feature) const;
    const Slot *slotOn(const QString &layer, FeatureId feature, Day day) const;

    Immutable<Data> m_data;
    Immutable<Seen> m_seen;
    std::optional<Instant> m_known;
};

} // namespace cuntu
