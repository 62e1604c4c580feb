// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/ledger_view.h"

#include <utility>

namespace cuntu {

/// The entries of one track as columns, grouped by feature, by effective day and then by id within a feature.
/// Immutable.
struct TrackColumns {
    std::vector<FeatureId> features;  ///< ascending
    std::vector<std::uint32_t> begin; ///< first slot of each feature; one more at the end
    std::vector<std::uint32_t> rowOf; ///< by feature id: its place among `features` + 1; 0: none. Empty: look it up

    std::vector<EntryId> ids;
    std::vector<Day> days;
    std::vector<Instant> recorded;
    std::vector<LedgerRows::StatusNumber> statuses;
    std::vector<double> values; ///< of a measured figure; else empty
    std::vector<LedgerRows::Mark> marks;
    std::vector<std::pair<std::uint32_t, EntryId>> supersedes; ///< slot and the entry it corrects, by slot

    /// Lays @p rows out: O(n) where they come in the order of their ids, mostly by day, with dense feature ids.
    static TrackColumns from(LedgerRows::Columns rows);
    std::size_t size() const { return ids.size(); }
    /// First and last + 1 slot of @p feature; nothing where it has none.
    std::optional<std::pair<std::uint32_t, std::uint32_t>> slotsOf(FeatureId feature) const;
    /// The row that a slot was made from.
    LedgerRows::Row row(FeatureId feature, std::uint32_t slot) const;
    EntryId targetOf(std::uint32_t slot) const;
};

/// Which entries are looked at.
struct LedgerFilter {
    std::optional<Instant> known; ///< empty: all
    Rung rung = Rung::Reported;
};

/// What became of each slot of @p columns, as far as @p filter sees. O(n).
std::vector<EntryState> statesOf(const TrackColumns &columns, const LedgerFilter &filter);

/// One track under one filter, in parts of which each later one is much smaller:
///
///     base          10,000 features, as they were read
///     later part     1,100 features that were touched since, whole: what the base has of them is out of date
///     last part         90 features that were touched since then
///
/// What is added becomes a part of its own, into which the last parts are folded as long as they are not much larger
/// (as in a log-structured merge tree: O'Neil, Cheng, Gawlick and O'Neil 1996, doi:10.1007/s002360050048): a row is
/// copied a few times in all, not with each marking.
class TrackData {
public:
    TrackData(LedgerRows::TrackRows rows, const LedgerFilter &filter);

    /// With @p later added; see LedgerView::extended().
    TrackData extended(LedgerRows::TrackRows later, const LedgerFilter &filter) const;
    TrackData filtered(const LedgerFilter &filter) const;

    const Track &track() const { return m_track; }
    const QStringList &statuses() const { return m_statuses; }
    std::optional<Day> lastDay() const;
    std::vector<FeatureId> features() const;
    std::vector<FeatureId> correctedAfter(Instant moment) const;

    /// The slots of a feature, with the columns and states they are in.
    struct Slots {
        const TrackColumns *columns = nullptr;
        const std::vector<EntryState> *states = nullptr;
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
    };
    Slots slotsOf(FeatureId feature) const;
    /// The slot that holds on @p day, or nothing. May be a blank one.
    std::optional<std::uint32_t> slotOn(const Slots &slots, Day day) const;
    /// See TrackView::statusesOn(); @p statuses has a place for each of @p features.
    void statusesOn(std::span<const FeatureId> features, Day day, std::span<LedgerRows::StatusNumber> statuses) const;

private:
    struct Part {
        Immutable<TrackColumns> columns;
        Immutable<std::vector<EntryState>> states;
    };
    static Part partOf(TrackColumns columns, const LedgerFilter &filter);
    /// Rows of @p part, but those of features that @p except has too.
    void appendRows(const TrackColumns &part, const TrackColumns *except, LedgerRows::Columns &rows) const;
    /// True where a part later than number @p part has @p feature.
    bool isOutdated(std::size_t part, FeatureId feature) const;
    void appendFeature(const TrackColumns &part, FeatureId feature, LedgerRows::Columns &rows) const;

    Track m_track;
    QStringList m_statuses;
    std::vector<Part> m_parts; ///< never empty; what a later one has of a feature takes the place of what is before
};

} // namespace cuntu
