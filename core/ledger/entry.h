// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "core/base/ids.h"
#include "core/export.h"

#include <QString>

#include <optional>
#include <vector>

namespace cuntu {

/// How far an entry is trusted. Every figure exists on each rung; a higher one includes what it certifies.
enum class Rung : std::uint8_t { Reported, Checked, Certified };

/// Stable text form: "reported", "checked", "certified".
CUNTU_CORE_EXPORT QString toString(Rung rung);
/// The rung whose text form @p text is; empty where it is none.
CUNTU_CORE_EXPORT std::optional<Rung> rungFromString(QStringView text);

/// What a series of entries about a layer's features is about: where they stand in a programme's life cycle, or one
/// measured figure. Two programmes that track the same features have two tracks and never see each other's statuses.
struct Track {
    QString programme; ///< id; empty for a life cycle that no programme owns
    QString layer;     ///< id
    QString measure;   ///< id of the figure; empty: the status

    friend bool operator==(const Track &, const Track &) = default;
};

/// A position in the field: longitude and latitude in degrees, CGCS2000.
struct FieldPosition {
    double lon = 0;
    double lat = 0;

    friend bool operator==(const FieldPosition &, const FieldPosition &) = default;
};

/// One line of the ledger: feature @p feature of the track's layer has a status, or a figure a value, from `effective`
/// on.
struct Entry {
    EntryId id;
    ActionId action; ///< the user action it was recorded in
    Track track;
    FeatureId feature;
    QString status;              ///< of a status track; empty: nothing is said about the feature any more
    std::optional<double> value; ///< of a measured figure; empty: nothing is said any more
    Day effective;               ///< when it happened in the field
    Instant recorded;            ///< when it was entered
    QString who;
    QString role; ///< in which capacity: village, township, department ...; may be empty
    QString note;
    QString source;   ///< file or screen it came from
    QString document; ///< number of the paper it rests on; may be empty
    Rung rung = Rung::Reported;
    std::vector<std::int64_t> evidence; ///< rows of the evidence table
    std::optional<FieldPosition> position;
    EntryId supersedes; ///< the entry it corrects; none: it is a new statement

    /// Says nothing itself: a retraction, or the end of what was known.
    bool isBlank() const { return track.measure.isEmpty() ? status.isEmpty() : !value.has_value(); }
};

/// What became of an entry. In the order of strength: a retraction wins over a correction.
enum class EntryState : std::uint8_t {
    Holds,
    Spent,     ///< a retraction: it says nothing itself
    Replaced,  ///< a later entry says it anew
    Withdrawn, ///< a later entry says that it was never said
    Unseen     ///< recorded later than the moment asked about, or on a lower rung
};

/// An entry of one feature of one track, as far as corrections are concerned.
struct EntryLink {
    EntryId id;
    EntryId supersedes;
    bool blank = false;
    bool seen = true;
};

/// What became of each of @p links: the entries of one feature of one track in the order of their ids. An entry that
/// names a later one, itself, or one that is not among them corrects nothing.
///
/// An entry without a status that names another one retracts it: as if that had never been said, so that what it had
/// corrected holds again. A retraction can itself be retracted or corrected:
///
///     A   A' supersedes A   R retracts A'   S retracts R
///     A   A'                A               A'              what holds, after each
CUNTU_CORE_EXPORT std::vector<EntryState> statesOf(const std::vector<EntryLink> &links);

/// An entry and what became of it.
struct RecordedEntry {
    Entry entry;
    EntryState state = EntryState::Holds;
};

/// What became of each of @p entries: all about one feature, in the order of their ids. Their order stays.
CUNTU_CORE_EXPORT std::vector<RecordedEntry> recordedEntries(std::vector<Entry> entries);

} // namespace cuntu
