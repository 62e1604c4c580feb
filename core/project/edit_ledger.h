// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/entry.h"
#include "core/project/feature_edit.h"
#include "core/schema/life_cycle.h"
#include "core/store/database.h"

namespace cuntu {

/// True where @p track is about amounts that add up over features, such as kilometres built, of a life cycle among
/// @p tracks: shares in percent and readings that rise and fall are none.
bool isAmount(const std::vector<TrackCycle> &tracks, const Track &track);

/// What an edit does to the ledger, by appending to it only. Private to core/project.
///
/// Copies and shares are recorded as of the moment at which what they rest on was recorded, so that all figures, also
/// as they were known on an earlier day, stay what they were (docs/decisions/0009-editing.md).
class EditLedger {
public:
    /// @p tracks: life cycles of the layer's features. Notes below are sentences that say why.
    EditLedger(Database &database, QString layer, std::vector<TrackCycle> tracks, ActionId action, QString who)
        : m_database(database),
          m_layer(std::move(layer)),
          m_tracks(std::move(tracks)),
          m_action(action),
          m_who(std::move(who))
    {
    }

    /// Appends to what is said of @p to all that is said of @p from, with their corrections and evidence; of amounts
    /// the @p share.
    Result<void> copy(FeatureId from, FeatureId to, double share, const QString &note);
    /// Corrects the amounts that hold of @p feature to @p share of them.
    Result<void> reduce(FeatureId feature, double share, const QString &note);
    /// Corrects the amounts that hold of @p feature to their sum with those of @p other of the same day.
    Result<void> addAmounts(FeatureId feature, FeatureId other, const QString &note);
    /// Takes back all that is said of @p feature.
    Result<void> takeBack(FeatureId feature, const QString &note);
    /// Number of entries that hold of @p feature.
    Result<int> countOf(FeatureId feature) const;

private:
    bool isAmount(const Track &track) const { return cuntu::isAmount(m_tracks, track); }
    Result<std::vector<RecordedEntry>> entriesOf(FeatureId feature) const;

    Database &m_database;
    QString m_layer;
    std::vector<TrackCycle> m_tracks;
    ActionId m_action;
    QString m_who;
};

} // namespace cuntu
