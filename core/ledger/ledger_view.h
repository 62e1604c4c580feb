// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/immutable.h"
#include "core/ledger/entry.h"

#include <QStringList>

#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace cuntu {

/// Entries as far as figures need them, on their way into a LedgerView: what people read beside them (who, note,
/// evidence) stays in the project file.
class CUNTU_CORE_EXPORT LedgerRows {
public:
    /// Number of a status within its track; 0 says nothing.
    using StatusNumber = std::uint16_t;

    struct Row {
        EntryId id;
        FeatureId feature;
        EntryId supersedes;
        Instant recorded;
        double value = 0; ///< of a measured figure; NaN: none
        Day effective;
        StatusNumber status = 0;
        Rung rung = Rung::Reported;
        bool blank = false;      ///< Entry::isBlank()
        bool documented = false; ///< rests on a document's number or a piece of evidence
    };

    /// The small things about a row, in one byte.
    struct Mark {
        Rung rung : 2;
        bool blank : 1;
        bool documented : 1;
        bool corrects : 1; ///< names an entry that it supersedes
    };

    /// Rows by column. 31 bytes a row, 8 more for a measured figure: there may be tens of millions.
    struct Columns {
        std::vector<EntryId> ids;
        std::vector<FeatureId> features;
        std::vector<Instant> recorded;
        std::vector<Day> days;
        std::vector<StatusNumber> statuses;
        std::vector<Mark> marks;
        std::vector<double> values;                                ///< of a measured figure; else empty
        std::vector<std::pair<std::uint32_t, EntryId>> supersedes; ///< place and the entry it corrects, by place

        std::size_t size() const { return ids.size(); }
        void add(const Row &row, bool measured);
        /// All rows of @p others behind its own.
        void append(Columns others);
    };
    struct TrackRows {
        Track track;
        QStringList statuses{QString()}; ///< by number
        Columns rows;
    };

    /// The number of @p track, which is added if it is new. There are few of them.
    std::size_t trackNumber(const Track &track);
    /// The number of @p status in a track, where it is added if it is new. Throws std::length_error at 65,535.
    StatusNumber statusNumber(std::size_t track, const QString &status);
    /// Adds a row to track number @p track, which holds less than 2^32 - 1 of them (else std::length_error).
    void add(std::size_t track, const Row &row);
    /// Adds what figures need of @p entry.
    void add(const Entry &entry);
    /// Adds all of @p later, behind what is there.
    void append(LedgerRows later);

    const std::vector<TrackRows> &tracks() const { return m_tracks; }
    std::vector<TrackRows> take() { return std::move(m_tracks); }

private:
    std::vector<TrackRows> m_tracks;
};

/// A statement that holds.
struct HeldEntry {
    EntryId id;
    QString status;              ///< of a status track
    std::optional<double> value; ///< of a measured figure
    Day effective;
    Instant recorded;
    Rung rung = Rung::Reported;
    bool documented = false; ///< rests on a document's number or a piece of evidence
};

class TrackData;
class TrackView;

/// What was true, and what was known, on any date.
///
/// An entry is never changed or removed; a correction is a new entry that names the one it supersedes (statesOf()).
///
///     recorded:       3 Mar   9 Mar   2 Apr
///     for 12 Feb        A              A' supersedes A
///     for 20 Feb                B
///     statusOn(28 Feb)                       == B, with A' before it: the truth as we know it today
///     knownOn(31 Mar).statusOn(15 Feb)       == A: the report as it was printed
///     atRung(Rung::Certified)                the same, of entries that were certified only
///
/// An entry without a status that names none says that from its day on nothing is known about the feature.
///
/// A value: copying shares the columns; immutable; any thread. About 28 bytes an entry.
class CUNTU_CORE_EXPORT LedgerView {
public:
    LedgerView() = default;
    /// Over @p rows, in any order. O(n log n). At most 2^32 - 2 entries a track.
    explicit LedgerView(LedgerRows rows);

    /// With @p later added, whose ids are above all that are there. What is there is shared, so that it costs the
    /// features that are touched; from time to time it is all laid out anew. Keeps knownOn() and atRung().
    LedgerView extended(LedgerRows later) const;

    /// The ledger as it stood at the end of @p moment: entries recorded later are not seen. O(n).
    LedgerView knownOn(Instant moment) const;
    /// The moment as which it is known; empty: all that was recorded.
    std::optional<Instant> known() const { return m_known; }
    /// The ledger of the entries that stand on @p rung or a higher one. O(n).
    LedgerView atRung(Rung rung) const;

    /// Of the entries that hold the one with the latest effective day not after @p day, among those of one day the last
    /// recorded. Empty where nothing was said, or where it was said that nothing is known any more.
    std::optional<HeldEntry> standingOn(const Track &track, FeatureId feature, Day day) const;
    /// Status id of standingOn(), or empty.
    QString statusOn(const Track &track, FeatureId feature, Day day) const;
    /// One track, for asking about many features. A null view for a track that has no entries.
    TrackView track(const Track &track) const;
    /// All tracks that have entries.
    std::vector<Track> tracks() const;

    /// The newest effective day of the entries that hold (a corrected slip of the pen does not count); empty where none
    /// does.
    std::optional<Day> lastDay() const;
    /// The id of the newest entry, also of those that are not seen; none where there is none.
    EntryId lastEntry() const { return m_last; }
    /// Number of entries, also of those that are not seen.
    std::size_t size() const { return m_size; }

private:
    LedgerView filtered() const;
    Immutable<TrackData> find(const Track &track) const;

    std::vector<Immutable<TrackData>> m_tracks;
    std::optional<Instant> m_known;
    Rung m_rung = Rung::Reported;
    std::size_t m_size = 0;
    EntryId m_last;
};

/// One track of a ledger: what holds of each feature on a day. A value that shares the ledger's columns; any thread.
class CUNTU_CORE_EXPORT TrackView {
public:
    /// Number of a status among statuses(); 0 says nothing.
    using StatusNumber = LedgerRows::StatusNumber;

    /// A change of what holds: from @p day on it is this.
    struct Change {
        EntryId id;
        Day day;
        Instant recorded;
        Rung rung = Rung::Reported;
        StatusNumber status = 0;     ///< 0: nothing is known from this day on
        std::optional<double> value; ///< of a measured figure
    };

    TrackView() = default;
    explicit TrackView(Immutable<TrackData> data) : m_data(std::move(data)) {}

    /// True where the track has no entries: every answer is 'nothing'.
    bool isNull() const { return !m_data; }
    /// Ids of the statuses by number; the first is empty. Of a null view: just that.
    const QStringList &statuses() const;
    /// What holds of @p feature on @p day. O(log of its entries).
    StatusNumber statusOn(FeatureId feature, Day day) const;
    /// What holds of each of @p features on @p day: for many, ascending, in one pass over the ledger.
    std::vector<StatusNumber> statusesOn(std::span<const FeatureId> features, Day day) const;
    std::optional<double> valueOn(FeatureId feature, Day day) const;
    std::optional<HeldEntry> standingOn(FeatureId feature, Day day) const;
    /// The newest effective day, not after @p upTo, of what holds of any of @p features (ascending; empty: of all).
    std::optional<Day> lastDay(Day upTo, const std::vector<FeatureId> &features = {}) const;
    /// All that holds of @p feature, by day; of one day only what was recorded last.
    std::vector<Change> changes(FeatureId feature) const;
    /// True where entry @p id, whatever became of it, is about @p feature.
    bool knows(FeatureId feature, EntryId id) const;
    /// Features about which something was corrected or retracted by an entry recorded after @p moment, ascending.
    std::vector<FeatureId> correctedAfter(Instant moment) const;
    /// Features about which anything was said, ascending.
    std::vector<FeatureId> features() const;

private:
    Immutable<TrackData> m_data;
};

} // namespace cuntu
