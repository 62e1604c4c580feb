// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/immutable.h"
#include "core/ledger/entry.h"

#include <QHash>

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
/// A value: copying shares the entries; immutable; any thread.
class CUNTU_CORE_EXPORT LedgerView {
public:
    LedgerView() = default;
    /// Over @p entries in the order of their ids (that is the order of recording).
    explicit LedgerView(std::vector<Entry> entries);

    /// The ledger as it stood at the end of @p moment: entries recorded later are not seen.
    LedgerView knownOn(Instant moment) const;

    /// Status of a feature on @p day (the day included): of the entries that hold (not superseded, not retracted) the
    /// one with the latest effective day, among those of one day the last recorded. Empty where nothing was said.
    const Entry *entryOn(const QString &layer, FeatureId feature, Day day) const;
    /// Status id of entryOn(), or empty.
    QString statusOn(const QString &layer, FeatureId feature, Day day) const;
    /// All entries about a feature, oldest recording first, with superseded ones.
    std::vector<const Entry *> history(const QString &layer, FeatureId feature) const;
    /// True where a later entry corrects @p entry.
    bool isSuperseded(const Entry &entry) const;
    /// Day of the newest effective date in the whole ledger; empty for an empty one.
    std::optional<Day> lastDay() const;
    std::size_t size() const { return m_data ? m_data->entries.size() : 0; }
    const std::vector<Entry> &entries() const;

private:
    struct Data {
        std::vector<Entry> entries;
        QHash<std::pair<QString, std::int64_t>, std::vector<std::size_t>> byFeature;
        QHash<std::int64_t, std::size_t> supersededBy; ///< entry id -> index of the first entry that corrects it
    };
    Immutable<Data> m_data;
    std::optional<Instant> m_known;
};

} // namespace cuntu
